import Foundation
import Model

/// One entry and the proof that it stands in a checkpointed log; enough to show to somebody who may see nothing else.
///
/// `text` is C2SP tlog-proof; the entry itself travels beside it, as its own signed note.
package struct Proof: Equatable, Sendable {
    /// The entry's signed note, byte for byte.
    package let entry: [UInt8]
    package let index: Int64
    /// The sibling hashes, from the leaf's to the one below the root (RFC 6962, section 2.1.1).
    package let hashes: [Digest]
    /// The checkpoint's signed note with all its cosignature lines.
    package let checkpoint: [UInt8]

    package init(entry: [UInt8], index: Int64, hashes: [Digest], checkpoint: [UInt8]) {
        self.entry = entry
        self.index = index
        self.hashes = hashes
        self.checkpoint = checkpoint
    }

    package static let header = "c2sp.org/tlog-proof@v1"

    package var text: [UInt8] {
        let lines = [Proof.header, "index \(index)"] + hashes.map { Data($0.bytes).base64EncodedString() }
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + checkpoint
    }

    /// Reads a tlog-proof; nil when it is not one. The optional line of extra data is read over, for nobody signed it.
    package init?(text: [UInt8], entry: [UInt8]) {
        guard let split = Proof.blankLine(text),
            let head = String(validating: text[..<split], as: UTF8.self)
        else { return nil }
        var lines = head.split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard lines.popFirst() == Proof.header[...] else { return nil }
        if lines.first?.hasPrefix("extra ") == true { lines.removeFirst() }
        guard let line = lines.popFirst(), line.hasPrefix("index "), let index = Int64(line.dropFirst(6)), index >= 0,
            String(index) == line.dropFirst(6)
        else { return nil }
        var hashes: [Digest] = []
        for line in lines {
            guard let data = Data(base64Encoded: String(line)), let hash = Digest(data) else { return nil }
            hashes.append(hash)
        }
        guard hashes.count <= 63 else { return nil }
        self.init(entry: entry, index: index, hashes: hashes, checkpoint: Array(text[(split + 2)...]))
    }

    private static func blankLine(_ text: [UInt8]) -> Int? {
        text.indices.dropLast().first { text[$0] == 0x0A && text[$0 + 1] == 0x0A }
    }

    /// What did not hold; nothing when all of it does.
    package enum Flaw: Equatable, Sendable {
        case checkpointMalformed
        case checkpointNotSigned
        case notIncluded
        case entryMalformed
        case entryNotSigned
        /// The entry says another log or another number than the proof.
        case entryElsewhere
    }

    package struct Verified: Equatable, Sendable {
        package let flaws: [Flaw]
        package let checkpoint: Checkpoint?
        /// The names of witnesses whose cosignature holds, with when they signed.
        package let witnesses: [String: Instant]

        package var holds: Bool { flaws.isEmpty }
    }

    /// Checks everything against keys that come from elsewhere, such as the founding sheet.
    package func verify(keys: [VerifierKey], witnesses: [WitnessKey] = []) -> Verified {
        guard let note = SignedNote(checkpoint), let checkpoint = Checkpoint(text: note.text) else {
            return Verified(flaws: [.checkpointMalformed], checkpoint: nil, witnesses: [:])
        }
        var flaws: [Flaw] = []
        let logKeys = keys.filter { $0.name == checkpoint.origin }
        if !logKeys.contains(where: { note.isSigned(by: $0) }) { flaws.append(.checkpointNotSigned) }
        let isIncluded = TreeProof.isIncluded(
            Hashing.leaf(entry), at: index, size: checkpoint.size, hashes: hashes, root: checkpoint.root)
        if !isIncluded { flaws.append(.notIncluded) }
        if let signed = SignedNote(entry), let said = StoredEntry(index: index, bytes: entry, leaf: .zero).entry {
            if !keys.contains(where: { signed.isSigned(by: $0) }) { flaws.append(.entryNotSigned) }
            if said.origin != checkpoint.origin || said.index != index { flaws.append(.entryElsewhere) }
        } else {
            flaws.append(.entryMalformed)
        }
        var seen: [String: Instant] = [:]
        for signature in note.signatures {
            for key in witnesses { seen[key.name] = key.time(of: signature, over: note.text) ?? seen[key.name] }
        }
        return Verified(flaws: flaws, checkpoint: checkpoint, witnesses: seen)
    }
}
