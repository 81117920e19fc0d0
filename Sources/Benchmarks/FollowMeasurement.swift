import EventLog
import Foundation
import Model

/// An entry by another process, from the moment its append returned to the frame that shows it.
struct FollowMeasurement {
    let bench: Workbench
    private static let runs = 30

    func rows() throws -> [BudgetRow] {
        try bench.withCopy(of: bench.largest, "follow") { path in
            let store = try LogStore(opening: path)
            defer { store.close() }
            let console = try bench.console(on: path)
            _ = try console.wait(for: try FirstFrame.texts(of: path))
            console.drain(for: .seconds(1))
            var events = EventSequence()
            var samples = Samples()
            for n in 0..<FollowMeasurement.runs {
                // Somewhere between two frames, as other people's entries come.
                console.drain(for: .milliseconds(300 + n * 37 % 100))
                console.forget()
                let headline = FollowMeasurement.headline(n)
                // The oldest of priority 1 stands first: one at a time, so that each new one is in sight.
                let saved = try store.append([events.alert(headline)], moment: .now())
                let returned = ContinuousClock.now
                samples.add(max(.zero, try console.wait(for: [headline], patience: .seconds(10)) - returned))
                let acknowledge = Proposal(
                    .existing(saved[0].subject), .alert(.closed(AlertClosed(disposition: .handled, noResult: "none"))),
                    id: events.id(), actor: LogMaker.actor)
                _ = try store.append([acknowledge], moment: .now())
            }
            return [
                BudgetRow(
                    "entry appended by another process → on screen", budget: "≤ 250 ms",
                    measured:
                        "\(samples.median.text) median, \(samples.worst.text) worst of \(samples.count)",
                    met: samples.worst <= .milliseconds(250), peer: "k9s polls every 2 s")
            ]
        }
    }

    /// Letters of which no two neighbours repeat and no two headlines share a place, so that the terminal's difference
    /// between frames contains it whole.
    private static func headline(_ n: Int) -> String {
        let letters = Array("QXZJKVWYBGHPFMDCULRNTSOIEA")
        return String((0..<10).map { letters[(n + $0 * 7) % letters.count] })
    }
}
