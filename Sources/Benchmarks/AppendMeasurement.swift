import EventLog
import Foundation
import GRDB
import Model

/// One event signed, durable, head moved and indexed, in turn with SQLite's own durable insert of the same bytes.
struct AppendMeasurement {
    let bench: Workbench
    private static let rounds = 10
    private static let each = 40

    func rows() throws -> [BudgetRow] {
        try bench.withCopy(of: bench.largest, "append") { path in
            try bench.scratch("insert") { plain in
                try FileManager.default.createDirectory(atPath: plain, withIntermediateDirectories: true)
                return try measure(path, plain)
            }
        }
    }

    private func measure(_ path: String, _ plain: String) throws -> [BudgetRow] {
        let store = try LogStore(opening: path)
        defer { store.close() }
        let queue = try AppendMeasurement.plainDatabase(plain + "/plain.sqlite")
        var events = EventSequence()
        _ = try store.append([events.alert("warming up")], moment: .now())
        let bytes = try store.storedEntry(try store.size() - 1)?.bytes ?? []
        var (appends, inserts) = (Samples(), Samples())
        for _ in 0..<AppendMeasurement.rounds {
            for _ in 0..<AppendMeasurement.each {
                let proposal = events.alert("a seizure as any other")
                let start = ContinuousClock.now
                _ = try store.append([proposal], moment: .now())
                appends.add(ContinuousClock.now - start)
            }
            for _ in 0..<AppendMeasurement.each {
                let start = ContinuousClock.now
                try queue.write { db in
                    try db.cachedStatement(sql: "INSERT INTO entry (bytes) VALUES (?)").execute(arguments: [Data(bytes)]
                    )
                }
                inserts.add(ContinuousClock.now - start)
            }
        }
        let ratio = appends.median.seconds / inserts.median.seconds
        return [
            BudgetRow(
                "append of one event, signed, durable, head moved, indexed", budget: "≤ 4 × SQLite's durable insert",
                measured:
                    "\(appends.median.text) median, p99 \(appends.p99.text): \(Decimal.text(ratio, places: 2)) ×",
                met: ratio <= 4,
                peer: "SQLite: \(inserts.median.text) median, p99 \(inserts.p99.text), \(bytes.count) bytes")
        ]
    }

    /// SQLite as its users set it up for durability: WAL, `synchronous = FULL`.
    static func plainDatabase(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "CREATE TABLE entry (idx INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
        }
        return queue
    }
}

/// Fresh events for measuring with.
struct EventSequence {
    fileprivate var ids = EventIDSource()

    mutating func alert(_ headline: String, priority: Int = 1) -> Proposal {
        let raised = AlertRaised(priority: priority, message: .seizureReport, headline: headline, source: "UZB")
        return Proposal(
            .new(.alerts), .alert(.raised(raised)), id: ids.next(at: MachineMoment.now().wall), actor: LogMaker.actor)
    }
}

extension EventSequence {
    mutating func id() -> EventID { ids.next(at: MachineMoment.now().wall) }
}
