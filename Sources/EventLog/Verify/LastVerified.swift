import Foundation
import Glibc
import Model

/// The point up to which this machine has found a log whole, so that a start need only check what came after.
///
/// Plain text beside the log: anybody who can change the log can change it, so it saves time and proves nothing.
struct LastVerified: Equatable {
    var origin: String
    var edge: TreeEdge
    var lastLeaf: Digest
    /// Whether every signature up to here was checked.
    var checkedSignatures: Bool

    private static let header = "caricc verified 1"

    var text: String {
        let signatures = "signatures \(checkedSignatures ? "checked" : "unchecked")"
        let lines = [LastVerified.header, origin, "\(edge.size)", edge.root.hex, signatures, lastLeaf.hex]
        return (lines + edge.hashes.map(\.hex)).joined(separator: "\n") + "\n"
    }

    /// Nil when the text is not such a point, or contradicts itself.
    init?(text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        guard lines.count >= 6, lines[0] == LastVerified.header, let size = Int64(lines[2]), size > 0,
            let root = Digest(hex: lines[3]), let lastLeaf = Digest(hex: lines[5])
        else { return nil }
        let hashes = lines[6...].compactMap { Digest(hex: $0) }
        guard hashes.count == lines.count - 6, let edge = TreeEdge(size: size, hashes: hashes), edge.root == root else {
            return nil
        }
        self.init(origin: lines[1], edge: edge, lastLeaf: lastLeaf, checkedSignatures: lines[4] == "signatures checked")
    }

    init(origin: String, edge: TreeEdge, lastLeaf: Digest, checkedSignatures: Bool) {
        self.origin = origin
        self.edge = edge
        self.lastLeaf = lastLeaf
        self.checkedSignatures = checkedSignatures
    }

    static func read(_ folder: LogFolder, origin: String) -> LastVerified? {
        guard let bytes = PlainFile.read(folder.lastVerified, limit: 16_384),
            let point = LastVerified(text: String(decoding: bytes, as: UTF8.self)), point.origin == origin
        else { return nil }
        return point
    }

    /// Puts the point in place at once or not at all. A folder that cannot be written to keeps what it has.
    func write(_ folder: LogFolder) {
        let temporary = folder.lastVerified + ".new"
        unlink(temporary)
        do {
            try PlainFile.create(temporary, Array(text.utf8), mode: 0o644)
        } catch {
            unlink(temporary)
            return
        }
        if rename(temporary, folder.lastVerified) != 0 { unlink(temporary) }
        PlainFile.syncFolder(of: folder.lastVerified)
    }
}
