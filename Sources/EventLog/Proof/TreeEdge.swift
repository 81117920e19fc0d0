import Model

/// The right edge of an RFC 6962 tree: the roots of the perfect subtrees that make it up, largest first.
///
/// Enough to append leaves and to state the root; at most 63 hashes.
package struct TreeEdge: Equatable, Sendable {
    package private(set) var size: Int64
    package private(set) var hashes: [Digest]

    package init() {
        size = 0
        hashes = []
    }

    /// Nil unless there is one hash for each bit that is set in `size`.
    package init?(size: Int64, hashes: [Digest]) {
        guard size >= 0, hashes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.hashes = hashes
    }

    package mutating func append(_ leaf: Digest) { append(subtree: leaf, level: 0) }

    /// Appends a perfect subtree of 2^level leaves at once; the size must be a multiple of that.
    mutating func append(subtree: Digest, level: Int) {
        precondition(size & (1 << level - 1) == 0, "a subtree of level \(level) at \(size)")
        var hash = subtree
        for _ in 0..<(size >> level).trailingOneBitCount { hash = Hashing.node(hashes.removeLast(), hash) }
        hashes.append(hash)
        size += 1 << level
    }

    package var root: Digest {
        guard var root = hashes.last else { return Hashing.emptyRoot }
        for hash in hashes.dropLast().reversed() { root = Hashing.node(hash, root) }
        return root
    }
}

extension Int64 {
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}
