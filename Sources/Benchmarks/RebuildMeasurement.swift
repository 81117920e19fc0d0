import EventLog
import Foundation

/// The index deleted and made again.
struct RebuildMeasurement {
    let bench: Workbench

    func rows() throws -> [BudgetRow] {
        try bench.withCopy(of: bench.largest, "rebuild") { path in
            let store = try LogStore(opening: path)
            defer { store.close() }
            let (start, time) = (ContinuousClock.now, ProcessFigures.own)
            try store.rebuildIndex()
            let (duration, busy) = (ContinuousClock.now - start, ProcessFigures.own - time)
            let rate = Int64(Double(bench.largest.entries) / duration.seconds)
            guard store.isIndexCurrent else { throw PseudoTerminal.Failure(description: "the index is behind") }
            return [
                BudgetRow(
                    "rebuild the index, \(Decimal.grouped(Int64(bench.largest.entries))) entries", budget: "≤ 60 s",
                    measured: duration.text, met: duration <= .seconds(60),
                    peer: "\(Decimal.grouped(rate)) entries/s, \(busy.text) of processor time")
            ]
        }
    }
}
