import EventLog
import Foundation
import Model

/// A jump to any instant of the log's year.
struct ReviewMeasurement {
    let bench: Workbench
    private static let runs = 50

    func rows() throws -> [BudgetRow] {
        let store = try LogStore(opening: bench.largest.path, access: .reading)
        let size = try store.size()
        guard let first = try store.entry(1)?.recorded, let last = try store.entry(size - 1)?.recorded else {
            return []
        }
        var samples = Samples()
        // Chance with a fixed seed: the same instants in every run.
        var chance = UInt64(0x9E37_79B9_7F4A_7C15)
        for _ in 0..<ReviewMeasurement.runs {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let span = (last - first).milliseconds
            let instant = first + Span(milliseconds: Int64(chance >> 33) % max(1, span))
            let start = ContinuousClock.now
            _ = try store.board(at: try store.size(recordedBy: instant))
            samples.add(ContinuousClock.now - start)
        }
        return [
            BudgetRow(
                "review: jump to any instant", budget: "≤ 50 ms",
                measured: "\(samples.median.text) median, \(samples.worst.text) worst of \(samples.count)",
                met: samples.worst <= .milliseconds(50), peer: bench.largest.sizeText)
        ]
    }
}
