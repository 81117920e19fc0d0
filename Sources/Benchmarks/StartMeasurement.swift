import EventLog
import Foundation
import Model

/// Process start to the first usable frame, on each log, beside lnav's first line of the same events.
struct StartMeasurement {
    let bench: Workbench
    private static let runs = 25

    func rows() throws -> [BudgetRow] {
        let texts = try bench.logs.map { try FirstFrame.texts(of: $0.path) }
        var samples = bench.logs.map { (log: $0, samples: Samples()) }
        // In turn, so that whatever else the machine does meets all logs alike.
        for _ in 0..<StartMeasurement.runs {
            for n in bench.logs.indices {
                let start = ContinuousClock.now
                let console = try bench.console(on: bench.logs[n].path)
                samples[n].samples.add(try console.wait(for: texts[n]) - start)
                console.drain(for: .milliseconds(50))
                console.end()
            }
        }
        guard let smallest = samples.first, let largest = samples.last else { return [] }
        let ratio = largest.samples.median.seconds / smallest.samples.median.seconds
        let others = samples.dropLast().map {
            "\(Decimal.grouped(Int64($0.log.entries))): \($0.samples.median.text)"
        }.joined(separator: ", ")
        let median = largest.samples.median
        return [
            BudgetRow(
                "process start → first usable frame, \(largest.log.sizeText)", budget: "≤ 100 ms",
                measured: "\(median.text) median, \(largest.samples.worst.text) worst of \(largest.samples.count)",
                met: median <= .milliseconds(100), peer: try Lnav(bench: bench).firstLine()),
            BudgetRow(
                "the same as a multiple of \(Decimal.grouped(Int64(smallest.log.entries))) entries", budget: "≤ 1.25 ×",
                measured: "\(Decimal.text(ratio, places: 2)) ×", met: ratio <= 1.25, peer: others),
        ]
    }
}

/// What only a board that has loaded its log can show.
enum FirstFrame {
    static func texts(of path: String) throws -> [String] {
        let store = try LogStore(opening: path, access: .reading)
        let board = try store.board()
        return ["ALERTS \(board.openAlertCount(at: MachineMoment.now().wall)) open", agenda]
    }

    static let agenda = "NEXT, in order of time"
}

extension MadeLog {
    var sizeText: String {
        "\(Decimal.grouped(Int64(entries))) entries, \(Decimal.grouped(Int64(open))) subjects open"
    }
}
