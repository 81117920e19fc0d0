import Dispatch
import Model
import Synchronization

/// Reads a whole log on several threads and puts the parts of the tree together in order.
///
/// Two independent proofs come of it: the chain (each entry names the leaf before it) and the RFC 6962 tree.
struct ChainWalk: Sendable {
    let rules: EntryRules
    let source: any RecordSource
    /// Where to begin: the edge of the tree before the first entry to check.
    let start: TreeEdge
    let total: Int64
    /// Sizes whose root is wanted, besides the last one.
    let sizes: [Int64]
    let workers: Int
    let progress: @Sendable (Progress) -> Bool

    struct Outcome {
        var findings: [VerifyFinding] = []
        var ids: [NumberedID] = []
        var roots: [Int64: Digest] = [:]
        var edge: TreeEdge
        var lastLeaf: Digest?
        var isCancelled = false
        /// The store could not be opened by a worker.
        var failure: String?
    }

    private static let level = 10
    private static let width: Int64 = 1 << level

    /// What the workers share.
    private struct Shared {
        var next: Int64
        var waiting: [Int64: RangeResult] = [:]
        var outcome: Outcome
        var done: Int64 = 0
    }

    func run() -> Outcome {
        let wanted = Array(Set(sizes)).sorted()
        var outcome = Outcome(edge: start)
        outcome.roots[start.size] = start.root
        let shared = Mutex(Shared(next: start.size, outcome: outcome))
        DispatchQueue.concurrentPerform(iterations: max(1, workers)) { _ in
            do {
                let checker = try RangeChecker(rules: rules, source: source)
                while let range = shared.withLock({ take(&$0) }) {
                    let isFirst = range.lowerBound == start.size && start.size > 0
                    var result = checker.check(range, total: total, linksFromBefore: isFirst)
                    condense(&result, wanted)
                    shared.withLock { put(result, &$0, wanted) }
                }
            } catch {
                shared.withLock { $0.outcome.failure = String(describing: error) }
            }
        }
        return shared.withLock { $0.outcome }
    }

    private func take(_ shared: inout Shared) -> Range<Int64>? {
        guard shared.next < total, !shared.outcome.isCancelled else { return nil }
        let end = min(total, (shared.next / ChainWalk.width + 1) * ChainWalk.width)
        defer { shared.next = end }
        return shared.next..<end
    }

    /// Replaces the leaves by their subtree where nothing within it is asked for.
    private func condense(_ result: inout RangeResult, _ wanted: [Int64]) {
        let range = result.range
        guard range.count == ChainWalk.width, ChainWalk.first(in: wanted, above: range.lowerBound) >= range.upperBound
        else { return }
        result.subtree = TileShape.root(of: result.leaves)
        result.leaves = [result.leaves[result.leaves.count - 1]]
    }

    /// The smallest wanted size above `bound`.
    private static func first(in wanted: [Int64], above bound: Int64) -> Int64 {
        let place = wanted.partitioningIndex { $0 > bound }
        return place < wanted.endIndex ? wanted[place] : .max
    }

    private func put(_ result: RangeResult, _ shared: inout Shared, _ wanted: [Int64]) {
        shared.waiting[result.range.lowerBound] = result
        while let next = shared.waiting.removeValue(forKey: shared.outcome.edge.size) {
            append(next, &shared.outcome, wanted)
        }
        shared.done += Int64(result.range.count)
        if !progress(Progress(done: shared.done, total: total - start.size)) { shared.outcome.isCancelled = true }
    }

    private func append(_ result: RangeResult, _ outcome: inout Outcome, _ wanted: [Int64]) {
        outcome.findings += result.findings
        outcome.ids += result.ids
        outcome.lastLeaf = result.leaves.last
        if let subtree = result.subtree {
            outcome.edge.append(subtree: subtree, level: ChainWalk.level)
            outcome.roots[outcome.edge.size] = outcome.edge.root
            return
        }
        var next = ChainWalk.first(in: wanted, above: outcome.edge.size)
        for leaf in result.leaves {
            outcome.edge.append(leaf)
            if outcome.edge.size == next {
                outcome.roots[next] = outcome.edge.root
                next = ChainWalk.first(in: wanted, above: next)
            }
        }
        outcome.roots[outcome.edge.size] = outcome.edge.root
    }
}

extension Array {
    /// The first place whose element satisfies `belongs`, in an array where those stand behind all others.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
