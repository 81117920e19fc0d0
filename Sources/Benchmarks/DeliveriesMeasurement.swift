import EventLog
import Foundation
import GRDB
import Model

/// Five hundred deliveries that run, beside twenty thousand that are closed: start, keys on the board and on a delivery's page,
/// and the append of a report to one of them.
struct DeliveriesMeasurement {
    let bench: Workbench
    private static let starts = 15
    private static let rounds = 12

    func rows() throws -> [BudgetRow] {
        try bench.scratch("deliveries") { path in
            bench.say("  making \(DeliveriesLog.running) deliveries and \(DeliveriesLog.closed) closed ones")
            var log = try DeliveriesLog(path)
            let entries = try log.make()
            let made = MadeLog(path: path, entries: entries, open: DeliveriesLog.running + 1)
            defer { try? FileManager.default.removeItem(atPath: path + ".jsonl") }
            let own = Workbench(
                logs: [made], source: bench.source, folder: bench.folder, program: bench.program,
                quietSeconds: bench.quietSeconds, messages: bench.messages, seconds: bench.seconds, files: bench.files,
                say: bench.say)
            return [try start(own, made), try board(own, made), try page(own, made), try append(made, log.names)]
        }
    }

    private func start(_ own: Workbench, _ made: MadeLog) throws -> BudgetRow {
        let texts = try FirstFrame.texts(of: made.path)
        var samples = Samples()
        for _ in 0..<DeliveriesMeasurement.starts {
            let start = ContinuousClock.now
            let console = try own.console(on: made.path)
            samples.add(try console.wait(for: texts) - start)
            console.drain(for: .milliseconds(50))
            console.end()
        }
        return BudgetRow(
            "\(DeliveriesLog.running) deliveries of \(DeliveriesLog.recordsEach) records, \(Decimal.grouped(Int64(DeliveriesLog.closed))) closed: process start → first usable frame",
            budget: "≤ 100 ms",
            measured: "\(samples.median.text) median, \(samples.worst.text) worst of \(samples.count)",
            met: samples.median <= .milliseconds(100), peer: try Lnav(bench: own).firstLine())
    }

    private func board(_ own: Workbench, _ made: MadeLog) throws -> BudgetRow {
        try keys(
            own, made, "key → frame on the board", before: [], ["j", "j", "k", "\t", "j", "j", "k", "\t", "G", "gg"])
    }

    private func page(_ own: Workbench, _ made: MadeLog) throws -> BudgetRow {
        try keys(
            own, made, "key → frame on the list of deliveries and a delivery's page", before: ["3"],
            ["j", "j", "k", "\r", "j", "k", "q", "3", "j", "G", "gg"])
    }

    private func keys(
        _ own: Workbench, _ made: MadeLog, _ what: String, before: [String], _ keys: [String]
    ) throws -> BudgetRow {
        let console = try own.console(on: made.path)
        _ = try console.wait(for: try FirstFrame.texts(of: made.path))
        console.drain(for: .seconds(1))
        for key in before {
            console.send(key)
            console.drain(for: .milliseconds(500))
        }
        var samples = Samples()
        for _ in 0..<DeliveriesMeasurement.rounds {
            for key in keys {
                let start = ContinuousClock.now
                console.send(key)
                guard let burst = console.burst(patience: .milliseconds(200), gap: .milliseconds(30)) else { continue }
                samples.add(burst.last - start)
            }
        }
        console.end()
        return BudgetRow(
            "the same: \(what)", budget: "p99 ≤ 16 ms",
            measured:
                "p99 \(samples.p99.text), median \(samples.median.text), worst \(samples.worst.text) of \(samples.count)",
            met: samples.p99 <= .milliseconds(16))
    }

    /// In turn with SQLite's own durable insert of the same bytes.
    private func append(_ made: MadeLog, _ names: [SubjectName]) throws -> BudgetRow {
        try bench.scratch("deliveries-insert") { plain in
            try FileManager.default.createDirectory(atPath: plain, withIntermediateDirectories: true)
            let store = try LogStore(opening: made.path)
            defer { store.close() }
            let queue = try AppendMeasurement.plainDatabase(plain + "/plain.sqlite")
            var ids = EventIDSource()
            var (appends, inserts) = (Samples(), Samples())
            for round in 0..<300 {
                let report = ReportReceived(from: "UZB desk", text: "on the road", place: "km \(round)", leg: 2)
                let proposal = Proposal(
                    .existing(names[round % names.count]), .delivery(.reportReceived(report)),
                    id: ids.next(at: MachineMoment.now().wall), actor: LogMaker.actor)
                let start = ContinuousClock.now
                _ = try store.append([proposal], moment: .now())
                appends.add(ContinuousClock.now - start)
                let bytes = Data(try store.storedEntry(try store.size() - 1)?.bytes ?? [])
                let inserting = ContinuousClock.now
                try queue.write { db in
                    try db.cachedStatement(sql: "INSERT INTO entry (bytes) VALUES (?)").execute(arguments: [bytes])
                }
                inserts.add(ContinuousClock.now - inserting)
            }
            let ratio = appends.median.seconds / inserts.median.seconds
            return BudgetRow(
                "the same: append of a report to a delivery of \(DeliveriesLog.recordsEach) records",
                budget: "≤ 4 × SQLite's durable insert",
                measured:
                    "\(appends.median.text) median, p99 \(appends.p99.text): \(Decimal.text(ratio, places: 2)) ×",
                met: ratio <= 4, peer: "SQLite: \(inserts.median.text) median, p99 \(inserts.p99.text)")
        }
    }
}
