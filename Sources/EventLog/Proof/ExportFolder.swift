import Glibc
import Model

/// Where the parts of an export lie: the paths of C2SP tlog-tiles, and what was added for people.
struct ExportFolder: Sendable {
    let path: String

    var checkpoint: String { path + "/checkpoint" }
    /// The notes in order; behind each one empty line.
    var entries: String { path + "/entries.txt" }
    var readme: String { path + "/README.txt" }

    func key(_ name: String) -> String { path + "/" + name.map { $0 == "/" ? "_" : String($0) }.joined() + ".vkey" }

    /// A tile of hashes; `width` below 256 names a partial one.
    func tile(level: Int, number: Int64, width: Int) -> String {
        "\(path)/tile/\(level)/\(ExportFolder.place(number, width: width))"
    }

    /// A bundle of entries, each behind its length as two bytes, most significant first.
    func bundle(number: Int64, width: Int) -> String {
        "\(path)/tile/entries/\(ExportFolder.place(number, width: width))"
    }

    /// `x001/x234/067` for 1234067, `.p/W` behind it for a partial tile.
    static func place(_ number: Int64, width: Int) -> String {
        var groups: [String] = []
        var rest = number
        repeat {
            groups.insert((groups.isEmpty ? "" : "x") + String(String(1_000 + rest % 1_000).dropFirst()), at: 0)
            rest /= 1_000
        } while rest > 0
        return groups.joined(separator: "/") + (width < TileShape.width ? ".p/\(width)" : "")
    }

    /// The width of tile `number` on `level` in a tree of `size` leaves; 0 when there is no such tile.
    static func width(level: Int, number: Int64, size: Int64) -> Int {
        let hashes = level < 8 ? size >> Int64(8 * level) : 0
        return Int(max(0, min(Int64(TileShape.width), hashes - number * Int64(TileShape.width))))
    }

    /// The entries of a bundle; `isWhole` is false when the bytes end within one, or go on behind the last.
    static func split(_ bundle: [UInt8], width: Int) -> (entries: [Range<Int>], isWhole: Bool) {
        var entries: [Range<Int>] = []
        var offset = 0
        while offset < bundle.count {
            guard entries.count < width, offset + 2 <= bundle.count else { return (entries, false) }
            let end = offset + 2 + (Int(bundle[offset]) << 8 | Int(bundle[offset + 1]))
            guard end <= bundle.count else { return (entries, false) }
            entries.append(offset + 2..<end)
            offset = end
        }
        return (entries, true)
    }

    /// The whole of a regular file of at most `limit` bytes; nil otherwise.
    static func contents(_ path: String, limit: Int) -> [UInt8]? {
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= limit else { return nil }
        return PlainFile.read(path, limit: Int(facts.st_size))
    }

    /// The most that a bundle can hold.
    static let bundleLimit = TileShape.width * (65_535 + 2)
}
