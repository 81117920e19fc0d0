import Exchange
import Model

/// One file of a partner that was opened, and whose bytes the child reads.
struct OpenedFile {
    let partner: SpoolPartner
    let name: FileName
    let stamp: FileStamp
    /// When it came into the folder.
    let arrival: Instant
    let bytes: [UInt8]
    let hash: Digest
    let names: SpoolDigest.Names
    let ticket: LimitedParser.Ticket
    /// What the child said, once it was asked.
    var answer: MessageAnswer?
}

/// One file of a partner: what was found in it, and what is to be written for it.
struct SpoolItem {
    let partner: SpoolPartner
    let name: FileName
    let stamp: FileStamp
    /// SHA-256 of its bytes; nil where they could not be read.
    let hash: Digest?
    /// Where it goes in the end.
    var isHeld: Bool
    /// What is to be written; nothing for what is in the log already.
    var proposals: [Proposal] = []
    /// Rows of a table, which are written in pieces of their own.
    var rows: [Proposal] = []
    /// The names under which its message will be found, and those that it asks for.
    var keys: Set<UInt64> = []
    var byteCount = 0
    /// The same was in the log before.
    var isRepeated = false
    /// The log did not take it as it was, and it is held for that.
    var isRefused = false

    var isWritten: Bool { proposals.isEmpty && rows.isEmpty }

    /// A file's name as it stands in the log: what is not legible is escaped, and it is cut.
    static func legible(_ name: FileName) -> String { legible(name.text) }

    static func legible(_ found: String) -> String {
        var text = ""
        for scalar in found.unicodeScalars {
            let isPlain =
                scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0xFFFD
                && !scalar.properties.isDefaultIgnorableCodePoint && scalar.properties.generalCategory != .format
                && scalar.properties.generalCategory != .lineSeparator
                && scalar.properties.generalCategory != .paragraphSeparator
            text += isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
        }
        return text
    }
}
