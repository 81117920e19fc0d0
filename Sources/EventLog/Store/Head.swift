import Glibc
import Model

/// How far the log goes, kept outside the database: its size, its last leaf and the tree's right edge.
package struct Head: Equatable, Sendable {
    package var edge: TreeEdge
    /// Zero for an empty log.
    package var lastLeaf: Digest

    package var size: Int64 { edge.size }
}

/// The file of the head: two checksummed slots, written in turn, so that a torn write leaves the other one whole.
///
/// Readers are woken by inotify on this file.
final class HeadFile {
    static let slotSize = 4096
    private static let magic: [UInt8] = Array("CARICCH1".utf8)

    let path: String
    private let descriptor: Int32
    private var sequence: UInt64 = 0

    /// Opens the file; with `create` makes it when it is not there.
    init(path: String, writable: Bool, create: Bool = false) throws(LogFault) {
        self.path = path
        let flags = (writable ? O_RDWR : O_RDONLY) | (create ? O_CREAT : 0) | O_CLOEXEC | O_NOFOLLOW
        descriptor = open(path, flags, 0o644)
        guard descriptor >= 0 else {
            throw errno == EROFS || errno == EACCES
                ? .readOnly(path: path) : .notALog(path: path, reason: errorText(errno))
        }
    }

    deinit { close(descriptor) }

    /// The newer of the sound slots; nil when there is none.
    func read() -> Head? {
        var newest: (sequence: UInt64, head: Head)?
        for slot in 0..<2 {
            guard let found = readSlot(slot), found.sequence >= newest?.sequence ?? 0 else { continue }
            newest = found
        }
        sequence = newest?.sequence ?? 0
        return newest?.head
    }

    /// Writes the older slot and waits until it is on disk. Call `read` before the first write.
    func write(_ head: Head) throws(LogFault) {
        let next = sequence + 1
        let bytes = HeadFile.encode(head, sequence: next)
        let offset = off_t(next % 2) * off_t(HeadFile.slotSize)
        let put = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress!, bytes.count, offset) }
        guard put == bytes.count else { throw .failed(reason: "head: \(errorText(errno))") }
        guard fdatasync(descriptor) == 0 else { throw .failed(reason: "head: \(errorText(errno))") }
        sequence = next
    }

    private func readSlot(_ slot: Int) -> (sequence: UInt64, head: Head)? {
        var bytes = [UInt8](repeating: 0, count: HeadFile.slotSize)
        let got = bytes.withUnsafeMutableBytes {
            pread(descriptor, $0.baseAddress!, HeadFile.slotSize, off_t(slot) * off_t(HeadFile.slotSize))
        }
        guard got == HeadFile.slotSize, Array(bytes[..<8]) == HeadFile.magic,
            Array(bytes.suffix(32)) == Hashing.plain(Array(bytes.dropLast(32))).bytes
        else { return nil }
        func number(at offset: Int) -> UInt64 { bytes[offset..<offset + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        let count = Int(bytes[24])
        guard count <= 63, let lastLeaf = Digest(bytes[32..<64]), let size = Int64(exactly: number(at: 16)) else {
            return nil
        }
        let hashes = (0..<count).compactMap { Digest(bytes[(64 + $0 * 32)..<(96 + $0 * 32)]) }
        guard let edge = TreeEdge(size: size, hashes: hashes) else { return nil }
        return (number(at: 8), Head(edge: edge, lastLeaf: lastLeaf))
    }

    private static func encode(_ head: Head, sequence: UInt64) -> [UInt8] {
        func bytes(_ number: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - $0 * 8)) } }
        var slot = magic + bytes(sequence) + bytes(UInt64(head.size))
        slot += [UInt8(head.edge.hashes.count)] + [UInt8](repeating: 0, count: 7)
        slot += head.lastLeaf.bytes
        for hash in head.edge.hashes { slot += hash.bytes }
        slot += [UInt8](repeating: 0, count: slotSize - 32 - slot.count)
        return slot + Hashing.plain(slot).bytes
    }
}
