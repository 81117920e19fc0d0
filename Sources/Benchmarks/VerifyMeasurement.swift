import EventLog
import Foundation

/// The whole log verified: chain and tree alone, and with every signature.
struct VerifyMeasurement {
    let bench: Workbench

    func rows() throws -> [BudgetRow] {
        [
            try row("chain and tree", seconds: 5, signatures: false),
            try row("signatures, too", seconds: 60, signatures: true),
        ]
    }

    private func row(_ what: String, seconds: Int, signatures: Bool) throws -> BudgetRow {
        let (start, time) = (ContinuousClock.now, ProcessFigures.own)
        guard let report = Verifier.verify(path: bench.largest.path, signatures: signatures) else {
            throw PseudoTerminal.Failure(description: "verify was stopped")
        }
        let (duration, busy) = (ContinuousClock.now - start, ProcessFigures.own - time)
        guard report.isWhole else { throw PseudoTerminal.Failure(description: "verify: \(report.verdict)") }
        let rate = Double(report.counts.entries) / duration.seconds
        return BudgetRow(
            "verify \(Decimal.grouped(report.counts.entries)) entries: \(what)", budget: "≤ \(seconds) s",
            measured: duration.text, met: duration <= .seconds(seconds),
            peer: "\(Decimal.grouped(Int64(rate))) entries/s, \(busy.text) of processor time")
    }
}
