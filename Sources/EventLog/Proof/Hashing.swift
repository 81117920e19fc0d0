import Crypto
import Model

/// The hashes of RFC 6962, section 2.1: SHA-256 with one byte in front, so that no leaf can pass for a node.
package enum Hashing {
    package static func leaf(_ bytes: some Sequence<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(data: [0x00])
        hash.update(data: Array(bytes))
        return digest(hash.finalize())
    }

    package static func leaf(_ bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { leaf(buffer: $0) } }

    package static func leaf(buffer: UnsafeRawBufferPointer) -> Digest {
        var hash = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: buffer)
        return digest(hash.finalize())
    }

    package static func node(_ left: Digest, _ right: Digest) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { buffer in
            buffer[0] = 0x01
            left.copy(into: buffer, at: 1)
            right.copy(into: buffer, at: 33)
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return digest(hash.finalize())
        }
    }

    package static func plain(_ bytes: [UInt8]) -> Digest { digest(SHA256.hash(data: bytes)) }

    /// The root of a tree without leaves: the hash of nothing.
    package static let emptyRoot = plain([])

    private static func digest(_ value: SHA256.Digest) -> Digest {
        value.withUnsafeBytes { Digest(pointer: $0) }
    }
}
