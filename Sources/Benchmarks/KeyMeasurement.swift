import Foundation

/// From a key to the last byte of the frame that answers it.
struct KeyMeasurement {
    let bench: Workbench
    /// Each of these changes what is on the screen.
    private static let keys: [(name: String, bytes: String)] =
        Array(repeating: [("j", "j"), ("j", "j"), ("k", "k")], count: 10).flatMap { $0 } + [
            ("Tab", "\t"), ("j", "j"), ("Tab", "\t"), ("j", "j"), ("j", "j"), ("Tab", "\t"), ("G", "G"), ("g g", "gg"),
            ("2", "2"), ("j", "j"), ("G", "G"), ("g g", "gg"), ("7", "7"), ("k", "k"), ("k", "k"), ("g g", "gg"),
            ("G", "G"), ("3", "3"), ("j", "j"), ("Enter", "\r"), ("q", "q"), ("1", "1"), ("z", "z"), ("z", "z"),
            ("?", "?"), ("F1", "\u{1B}OP"),
        ]
    private static let rounds = 8

    func rows() throws -> [BudgetRow] {
        let log = bench.largest
        let console = try bench.console(on: log.path)
        _ = try console.wait(for: try FirstFrame.texts(of: log.path))
        console.drain(for: .seconds(1))
        var samples = Samples()
        var slowest: [String: Duration] = [:]
        for _ in 0..<KeyMeasurement.rounds {
            for key in KeyMeasurement.keys {
                let start = ContinuousClock.now
                console.send(key.bytes)
                guard let burst = console.burst(patience: .milliseconds(200), gap: .milliseconds(30)) else { continue }
                samples.add(burst.last - start)
                slowest[key.name] = max(slowest[key.name] ?? .zero, burst.last - start)
            }
        }
        console.end()
        let ranking = slowest.sorted { $0.value > $1.value }.prefix(3).map { "\($0.key) \($0.value.text)" }
        return [
            BudgetRow(
                "key → frame, \(Decimal.grouped(Int64(log.entries))) entries", budget: "p99 ≤ 16 ms",
                measured:
                    "p99 \(samples.p99.text), median \(samples.median.text), worst \(samples.worst.text) of \(samples.count)",
                met: samples.p99 <= .milliseconds(16), peer: "slowest keys: \(ranking.joined(separator: ", "))")
        ]
    }
}
