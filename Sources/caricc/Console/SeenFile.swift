import Glibc
import Interface

/// What one officer has seen of one log, in the XDG state folder: `seen/OFFICER/ORIGIN`.
///
/// Each log has a file of its own, so that an exercise and the live log never mix. Where it cannot be written, the marks hold
/// until the console is left.
struct SeenFile {
    let folder: String?
    private let name: String

    init(officer: String, origin: String, folder: String? = Notebook.standardFolder) {
        self.folder = folder.map { "\($0)/seen/\(SeenFile.escaped(officer))" }
        name = SeenFile.escaped(origin)
    }

    private var path: String? { folder.map { "\($0)/\(name)" } }

    var text: String? { path.flatMap { StateFolder.read($0) } }

    /// Keeps the marks, joined with those of another console of the same officer.
    func keep(_ seen: Seen) {
        guard let folder, let path, StateFolder.make(folder) == 0 else { return }
        let others = StateFolder.read(path).flatMap { Seen($0, size: .max) }
        _ = StateFolder.put((others.map { seen.merging($0) } ?? seen).text, at: path)
    }

    /// A name of a file from any text: letters, digits, `.`, `-` and `_` as they are, other bytes as `%41`.
    static func escaped(_ text: String) -> String {
        var name = ""
        for (place, byte) in text.utf8.prefix(80).enumerated() {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2D || byte == 0x5F || byte == 0x2E && place > 0
            let hex = String(byte, radix: 16, uppercase: true)
            name += isPlain ? String(UnicodeScalar(byte)) : "%\(hex.count < 2 ? "0" : "")\(hex)"
        }
        return name.isEmpty ? "%" : name
    }
}
