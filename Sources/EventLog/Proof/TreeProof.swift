import Model

/// Where the hashes of perfect subtrees come from: tiles, leaves, or a test.
package protocol TreeNodes {
    /// The hash over the leaves `number << level ..< (number + 1) << level`, all of which must be there.
    func node(level: Int, number: Int64) throws -> Digest
}

/// Proofs of RFC 6962, section 2.1, and their verification as RFC 9162, sections 2.1.3.2 and 2.1.4.2, spell it out.
package enum TreeProof {
    /// The root over the first `size` leaves.
    package static func root(size: Int64, in nodes: some TreeNodes) throws -> Digest {
        size == 0 ? Hashing.emptyRoot : try root(0, size, in: nodes)
    }

    /// The hashes beside the way from leaf `index` to the root over `size` leaves, lowest first.
    ///
    /// - Precondition: `0 <= index < size`.
    package static func inclusion(of index: Int64, size: Int64, in nodes: some TreeNodes) throws -> [Digest] {
        precondition(index >= 0 && index < size)
        var (start, end) = (Int64(0), size)
        var siblings: [Digest] = []
        while end - start > 1 {
            let middle = start + split(end - start)
            if index < middle {
                siblings.append(try root(middle, end, in: nodes))
                end = middle
            } else {
                siblings.append(try root(start, middle, in: nodes))
                start = middle
            }
        }
        return siblings.reversed()
    }

    /// The hashes that show that the tree over `new` leaves begins with the tree over `old` leaves.
    ///
    /// - Precondition: `0 <= old <= new`. Empty when `old` is 0 or `new`.
    package static func consistency(from old: Int64, to new: Int64, in nodes: some TreeNodes) throws -> [Digest] {
        precondition(old >= 0 && old <= new)
        guard old > 0, old < new else { return [] }
        var (start, end) = (Int64(0), new)
        var hashes: [Digest] = []
        while end != old {
            let middle = start + split(end - start)
            if old <= middle {
                hashes.append(try root(middle, end, in: nodes))
                end = middle
            } else {
                hashes.append(try root(start, middle, in: nodes))
                start = middle
            }
        }
        if start > 0 { hashes.append(try root(start, end, in: nodes)) }
        return hashes.reversed()
    }

    package static func isIncluded(_ leaf: Digest, at index: Int64, size: Int64, hashes: [Digest], root: Digest) -> Bool
    {
        guard index >= 0, index < size else { return false }
        var (position, last, hash) = (index, size - 1, leaf)
        for sibling in hashes {
            guard last != 0 else { return false }
            if position & 1 == 1 || position == last {
                hash = Hashing.node(sibling, hash)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                hash = Hashing.node(hash, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    package static func isConsistent(
        from old: Int64, root oldRoot: Digest, to new: Int64, root newRoot: Digest, hashes: [Digest]
    ) -> Bool {
        guard old >= 0, old <= new else { return false }
        if old == new { return hashes.isEmpty && oldRoot == newRoot }
        if old == 0 { return hashes.isEmpty && oldRoot == Hashing.emptyRoot }
        var (position, last) = (old - 1, new - 1)
        while position & 1 == 1 {
            position >>= 1
            last >>= 1
        }
        var rest = hashes[...]
        guard let first = position == 0 ? oldRoot : rest.popFirst() else { return false }
        var (oldHash, newHash) = (first, first)
        for sibling in rest {
            guard last != 0 else { return false }
            if position & 1 == 1 || position == last {
                oldHash = Hashing.node(sibling, oldHash)
                newHash = Hashing.node(sibling, newHash)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                newHash = Hashing.node(newHash, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && oldHash == oldRoot && newHash == newRoot
    }

    /// The largest power of two below `count`, where RFC 6962 divides a tree.
    private static func split(_ count: Int64) -> Int64 { 1 << Int64(63 - (count - 1).leadingZeroBitCount) }

    private static func root(_ start: Int64, _ end: Int64, in nodes: some TreeNodes) throws -> Digest {
        let count = end - start
        if count.nonzeroBitCount == 1 {
            let level = count.trailingZeroBitCount
            return try nodes.node(level: level, number: start >> Int64(level))
        }
        let middle = start + split(count)
        return try Hashing.node(root(start, middle, in: nodes), root(middle, end, in: nodes))
    }
}

/// The tree of a stored log: full tiles of C2SP tlog-tiles where there are any, leaves where not.
struct StoredTree: TreeNodes {
    /// The leaf hashes of a range, all of them.
    let leaves: (Range<Int64>) throws -> [Digest]
    /// The 256 hashes of a full tile; nil when it is not there.
    let tile: (_ level: Int, _ number: Int64) -> [Digest]?

    func node(level: Int, number: Int64) throws -> Digest {
        let within = level % 8
        if let hashes = tile(level / 8, number >> Int64(8 - within)) {
            let count = 1 << within
            let first = Int(number % Int64(TileShape.width / count)) * count
            return TileShape.root(of: Array(hashes[first..<first + count]))
        }
        if within == 0, level > 0, let hashes = tile(level / 8 - 1, number) { return TileShape.root(of: hashes) }
        if level <= 8 {
            return TileShape.root(of: try leaves(number << Int64(level)..<(number + 1) << Int64(level)))
        }
        return try Hashing.node(
            node(level: level - 1, number: 2 * number), node(level: level - 1, number: 2 * number + 1))
    }

    /// The edge of the tree over the first `size` leaves.
    func edge(size: Int64) throws -> TreeEdge? {
        var hashes: [Digest] = []
        var start: Int64 = 0
        for level in stride(from: 62, through: 0, by: -1) where size >> Int64(level) & 1 == 1 {
            hashes.append(try node(level: level, number: start >> Int64(level)))
            start += 1 << Int64(level)
        }
        return TreeEdge(size: size, hashes: hashes)
    }
}
