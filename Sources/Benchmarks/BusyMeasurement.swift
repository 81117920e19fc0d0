import EventLog
import Foundation

/// Ten events a second by another process: how much the board sends to a terminal of 80 × 24.
struct BusyMeasurement {
    let bench: Workbench
    private static let seconds = 20

    func rows() throws -> [BudgetRow] {
        try bench.withCopy(of: bench.largest, "busy") { path in
            let store = try LogStore(opening: path)
            defer { store.close() }
            let console = try bench.console(on: path)
            _ = try console.wait(for: try FirstFrame.texts(of: path))
            console.drain(for: .seconds(1))
            var events = EventSequence()
            let before = console.bytesRead
            let time = ProcessFigures(process: console.process).processorTime
            let start = ContinuousClock.now
            for n in 0..<(BusyMeasurement.seconds * 10) {
                let headline = "truck \(n) stopped with \(n % 40).5 kg"
                _ = try store.append([events.alert(headline, priority: 1 + n % 4)], moment: .now())
                console.drain(for: max(.zero, start + .milliseconds((n + 1) * 100) - .now))
            }
            let seconds = (ContinuousClock.now - start).seconds
            let rate = Double(console.bytesRead - before) / seconds
            let share = (ProcessFigures(process: console.process).processorTime - time).seconds / seconds * 100
            return [
                BudgetRow(
                    "busy (10 events/s) at 80×24", budget: "≤ 4 KB/s to the terminal",
                    measured: "\(Decimal.text(rate, places: 0)) B/s", met: rate <= 4_000,
                    peer: "\(Decimal.text(share, places: 1)) % of a core")
            ]
        }
    }
}
