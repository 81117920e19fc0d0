import GRDB
import Model

/// One row of the record: the bytes that were hashed and signed, and the leaf that was written with them.
package struct StoredEntry: Equatable, Sendable {
    package let index: Int64
    package let bytes: [UInt8]
    package let leaf: Digest

    /// Whether the bytes still hash to their leaf.
    package var isSound: Bool { Hashing.leaf(bytes) == leaf }

    /// What the note says; nil when it is not a note, or not an entry.
    package var entry: Entry? {
        guard let length = SignedNote.textLength(bytes) else { return nil }
        return bytes.withUnsafeBufferPointer { try? Entry(line: UnsafeBufferPointer(rebasing: $0[..<(length - 1)])) }
    }

    /// The signed line as text, for people who want to see the record itself.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
