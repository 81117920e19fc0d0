import EventLog
import Model

/// The hashes by which the spool knows files again.
enum SpoolDigest {
    static func of(_ bytes: [UInt8]) -> Digest { Hashing.plain(bytes) }

    /// The ids of the entries that come of one file: always the same for the same bytes of the same partner.
    struct Names {
        /// Of the entry that begins a thread or is filed on the first one.
        let main: EventID
        private let root: Digest

        init(partner: String, content: Digest) {
            root = Hashing.plain(Array("caricc-spool/1\u{1F}\(partner)\u{1F}".utf8) + content.bytes)
            main = .derived(from: root)
        }

        /// Of a file that could not be read: the file itself, as the folder names it.
        init(partner: String, unread name: [UInt8], stamp: String) {
            root = Hashing.plain(Array("caricc-spool/1-unread\u{1F}\(partner)\u{1F}\(stamp)\u{1F}".utf8) + name)
            main = .derived(from: root)
        }

        /// Of what else is written about it.
        func other(_ what: String) -> EventID { .derived(from: Hashing.plain(root.bytes + Array(what.utf8))) }

        var held: EventID { other("held") }
        var again: EventID { other("again") }
        var released: EventID { other("released") }
        func thread(_ place: Int) -> EventID { place == 0 ? main : other("thread \(place)") }
    }
}
