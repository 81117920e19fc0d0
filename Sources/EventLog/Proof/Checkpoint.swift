import Foundation
import Model

/// A statement about a whole log: its origin, how many entries it has, and the root over them (C2SP tlog-checkpoint).
package struct Checkpoint: Equatable, Sendable {
    package let origin: String
    package let size: Int64
    package let root: Digest

    package init(origin: String, size: Int64, root: Digest) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The text that is signed.
    package var text: [UInt8] { Array("\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n".utf8) }

    /// Nil when the text is not a checkpoint. Further lines, which the format allows, are read over.
    package init?(text: [UInt8]) {
        guard let string = String(validating: text, as: UTF8.self) else { return nil }
        let lines = string.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, let size = Int64(lines[1]), size >= 0, String(size) == lines[1],
            let data = Data(base64Encoded: String(lines[2])), let root = Digest(data), !lines[0].isEmpty
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root)
    }
}
