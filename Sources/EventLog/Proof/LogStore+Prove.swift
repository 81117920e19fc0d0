import Foundation
import GRDB
import Model

extension LogStore {
    /// The proof that entry `index` stands under the newest checkpoint.
    ///
    /// Throws `.noSuchEntry`, `.noCheckpoint` when no checkpoint covers it yet, `.damaged` when what is stored does not add up.
    package func prove(_ index: Int64) throws(LogFault) -> Proof {
        guard let checkpoint = try lastCheckpoint(), let note = try checkpointNote(size: checkpoint.size) else {
            throw .noCheckpoint(size: index + 1)
        }
        do {
            guard let stored = try storedEntry(index) else { throw LogFault.noSuchEntry(index) }
            guard stored.isSound else { throw LogFault.damaged(index: index) }
            guard index < checkpoint.size else { throw LogFault.noCheckpoint(size: index + 1) }
            for tree in [storedTree(), storedTree(usesTiles: false)] {
                let hashes = try TreeProof.inclusion(of: index, size: checkpoint.size, in: tree)
                guard
                    TreeProof.isIncluded(
                        stored.leaf, at: index, size: checkpoint.size, hashes: hashes, root: checkpoint.root)
                else { continue }
                return Proof(entry: stored.bytes, index: index, hashes: hashes, checkpoint: note)
            }
            throw LogFault.damaged(index: index)
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    /// The hashes that show that the checkpoint of size `new` extends the one of size `old`.
    ///
    /// Throws `.noCheckpoint`, and `.damaged` with the older size when it does not.
    package func proveConsistency(from old: Int64, to new: Int64) throws(LogFault) -> [Digest] {
        guard old <= new else { throw .noCheckpoint(size: old) }
        let (before, after) = (try checkpoint(size: old), try checkpoint(size: new))
        do {
            for tree in [storedTree(), storedTree(usesTiles: false)] {
                let hashes = try TreeProof.consistency(from: old, to: new, in: tree)
                guard
                    TreeProof.isConsistent(
                        from: old, root: before.root, to: new, root: after.root, hashes: hashes)
                else { continue }
                return hashes
            }
            throw LogFault.damaged(index: old)
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    /// The tree as it is stored. Tiles are disposable and not trusted: check what comes of them against a signed root.
    func storedTree(usesTiles: Bool = true, reading: DatabaseQueue? = nil) -> StoredTree {
        let queue = reading ?? reader
        return StoredTree(
            leaves: { range in try queue.inDatabase { try LogStore.leaves($0, range) } },
            tile: { level, number in
                usesTiles ? try? self.index.read { try LogIndex.tile($0, level: level, number: number) } : nil
            })
    }

    /// The stored leaf hashes of a range; throws `.damaged` with the first number that has none.
    private static func leaves(_ db: Database, _ range: Range<Int64>) throws -> [Digest] {
        let statement = try db.cachedStatement(
            sql: "SELECT idx, leaf FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx")
        var leaves: [Digest] = []
        let cursor = try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
        while let row = try cursor.next() {
            let expected = range.lowerBound + Int64(leaves.count)
            let leaf = try row.withUnsafeData(atIndex: 1) { $0.flatMap { Digest($0) } }
            guard row[0] == expected, let leaf else { throw LogFault.damaged(index: expected) }
            leaves.append(leaf)
        }
        guard leaves.count == range.count else {
            throw LogFault.damaged(index: range.lowerBound + Int64(leaves.count))
        }
        return leaves
    }
}
