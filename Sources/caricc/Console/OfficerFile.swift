/// A file of one officer's about one log, in the XDG state folder: `KIND/OFFICER/ORIGIN`.
///
/// For its owner alone, like everything in that folder. Each log has a file of its own, so that an exercise and the live log
/// never mix.
struct OfficerFile {
    /// Nil where there is no state folder; then nothing is kept.
    let folder: String?
    let officer: String
    private let name: String

    init(_ kind: String, of officer: String, origin: String, in folder: String?) {
        self.folder = folder.map { "\($0)/\(kind)/\(OfficerFile.escaped(officer))" }
        self.officer = officer
        name = OfficerFile.escaped(origin)
    }

    var path: String? { folder.map { "\($0)/\(name)" } }

    var text: String? { path.flatMap { StateFolder.read($0) } }

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
