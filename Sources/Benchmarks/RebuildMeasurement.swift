import EventLog
import Foundation

/// The index deleted and made again.
struct RebuildMeasurement {
    let bench: Workbench

    func rows() throws -> [BudgetRow] {
        try bench.withCopy(of: bench.largest, "rebuild") { path in
            let store = try LogStore(opening: path)
            defer { store.close() }
            let start = ContinuousClock.now
            try store.rebuildIndex()
            let duration = ContinuousClock.now - start
            guard store.isIndexCurrent else { throw PseudoTerminal.Failure(description: "the index is behind") }
            return [
                BudgetRow(
                    "rebuild the index, \(Decimal.grouped(Int64(bench.largest.entries))) entries", budget: "≤ 60 s",
                    measured: duration.text, met: duration <= .seconds(60),
                    peer: "\(Decimal.grouped(Int64(Double(bench.largest.entries) / duration.seconds))) entries/s")
            ]
        }
    }
}
