import Foundation
import GRDB
import Model

extension LogIndex {
    static func position(_ db: Database) throws -> Position? {
        let size = try Int64.fetchOne(db.cachedStatement(sql: "SELECT value FROM meta WHERE key = 'size'"))
        let leaf = try Data.fetchOne(db.cachedStatement(sql: "SELECT value FROM meta WHERE key = 'leaf'")).flatMap {
            Digest($0)
        }
        guard let size, let leaf else { return nil }
        return Position(size: size, leaf: leaf)
    }

    /// The last running number given under a prefix such as `AL-2026`; 0 when none was.
    func lastNumber(prefix: String) throws -> Int {
        try read {
            try Int.fetchOne($0.cachedStatement(sql: "SELECT last FROM number WHERE prefix = ?"), arguments: [prefix])
                ?? 0
        }
    }

    /// The oldest open subject of an area.
    func openSubject(in area: Area) throws -> SubjectName? {
        try read {
            try String.fetchOne(
                $0, sql: "SELECT name FROM subject WHERE area = ? AND bucket > 0 AND bucket < 4 ORDER BY first LIMIT 1",
                arguments: [area.rawValue])
        }.flatMap { SubjectName($0) }
    }

    /// The entries of a subject before `size`, oldest first.
    func entryNumbers(of name: SubjectName, before size: Int64 = .max) throws -> [Int64] {
        try read {
            try Int64.fetchAll(
                $0.cachedStatement(
                    sql: """
                        SELECT idx FROM entry WHERE subject = (SELECT id FROM subject WHERE name = ?) AND idx < ? ORDER BY idx
                        """), arguments: [name.text, size])
        }
    }

    /// The entries of several subjects before `size`, in no order.
    func entryNumbers(of names: ArraySlice<SubjectName>, before size: Int64) throws -> [Int64] {
        try read {
            try Int64.fetchAll(
                $0.cachedStatement(
                    sql: """
                        SELECT idx FROM entry WHERE idx < ?
                          AND subject IN (SELECT id FROM subject WHERE name IN (SELECT value FROM json_each(?)))
                        """), arguments: [size, "[\(names.map { "\"\($0.text)\"" }.joined(separator: ","))]"])
        }
    }

    func tally() throws -> Tally {
        try read { db in
            var tally = Tally()
            for row in try Row.fetchAll(db, sql: "SELECT area, bucket, count FROM tally") {
                guard let area = Area(rawValue: row[0]), let bucket = SubjectSummary.Bucket(rawValue: row[1]) else {
                    continue
                }
                tally[area, bucket] = row[2]
            }
            return tally
        }
    }

    /// How many open subjects there are, of the areas that a board shows; the directory is counted apart.
    func openCount() throws -> Int {
        try read {
            try Int.fetchOne(
                $0, sql: "SELECT coalesce(sum(count), 0) FROM tally WHERE bucket > 0 AND area <> ?",
                arguments: [Area.directory.rawValue]) ?? 0
        }
    }

    /// Open subjects: all of them, or the most urgent of each area and bucket and those that change soonest.
    func openSubjects(window: Int) throws -> [SubjectName] {
        try read { db in
            var names = try LogIndex.mostUrgent(db, before: .max, window: window).flatMap { $0 }
            names += try String.fetchAll(
                db.cachedStatement(
                    sql: "SELECT name FROM subject WHERE bucket > 0 AND next IS NOT NULL ORDER BY next LIMIT ?"),
                arguments: [window])
            names += try LogIndex.newestWatch(db, before: .max)
            return Set(names).compactMap { SubjectName($0) }
        }
    }

    /// The watch that began last before the log had `size` entries; found by its name, of which there are few.
    private static func newestWatch(_ db: Database, before size: Int64) throws -> [String] {
        let code = Area.shifts.rawValue
        return try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT name FROM subject WHERE (name >= ? AND name < ? OR name >= ? AND name < ?) AND first < ?
                    ORDER BY first DESC LIMIT 1
                    """), arguments: ["\(code)-", "\(code).", "X\(code)-", "X\(code).", size])
    }

    /// The most urgent open subjects of each area and bucket among those that began before `size`.
    private static func mostUrgent(_ db: Database, before size: Int64, window: Int) throws -> [[String]] {
        // `bucket > 0` lets SQLite take the index of open subjects; against `bucket = ?` beside it, its planner reads all
        // open subjects of the area and sorts them, and with a range and this order it does not.
        let statement = try db.cachedStatement(
            sql: """
                SELECT name FROM subject WHERE bucket > 0 AND area = ? AND bucket BETWEEN ? AND ? AND first < ?
                ORDER BY bucket, rank LIMIT ?
                """)
        var lists: [[String]] = []
        for area in Area.allCases {
            for bucket in SubjectSummary.Bucket.onBoard where area.isOnBoard || bucket == .unsettled {
                let limit = LogIndex.limit(of: area, window)
                lists.append(
                    try String.fetchAll(
                        statement, arguments: [area.rawValue, bucket.rawValue, bucket.rawValue, size, limit]))
            }
        }
        return lists
    }

    static func limit(of area: Area, _ window: Int) -> Int {
        area == .directory && window > LogStore.firstWindow ? LogStore.directoryLimit : window
    }

    /// How many entries of the directory hold, or hide what ships.
    func directoryCount() throws -> Int {
        try read {
            try Int.fetchOne(
                $0, sql: "SELECT coalesce(sum(count), 0) FROM tally WHERE bucket > 0 AND area = ?",
                arguments: [Area.directory.rawValue]) ?? 0
        }
    }

    /// Subjects that may have been open when the log had `size` entries: those that are open still, most urgent first,
    /// and those that were closed since, the next to be closed first.
    func subjectsOpen(at size: Int64, window: Int) throws -> (names: [SubjectName], isComplete: Bool) {
        try read { db in
            var lists = try LogIndex.mostUrgent(db, before: size, window: window)
            lists.append(
                try String.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT name FROM subject WHERE closing >= ? AND closing > first AND first < ?
                            ORDER BY closing LIMIT ?
                            """), arguments: [size, size, window]))
            let isComplete = lists.allSatisfy { names in
                let area = names.first.flatMap { SubjectName($0)?.area }
                return names.count < (area.map { LogIndex.limit(of: $0, window) } ?? window)
            }
            lists.append(try LogIndex.newestWatch(db, before: size))
            return (Set(lists.joined()).compactMap { SubjectName($0) }, isComplete)
        }
    }

    /// The numbers of entries of the given kinds or subject areas, newest first, before `before`.
    /// The numbers of the entries of a kind that marks other entries or whole subjects, last first; without a look at
    /// all the others.
    func markedNumbers(_ kind: String, before: Int64) throws -> [Int64] {
        guard let id = LogIndex.marks.firstIndex(of: kind) else { return [] }
        return try read { db in
            try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT idx FROM entry INDEXED BY entry_mark WHERE kind <= \(LogIndex.marks.count) AND kind = ? AND idx < ?
                        ORDER BY idx DESC
                        """),
                arguments: [id + 1, before])
        }
    }

    func entryNumbers(kinds: [String], before: Int64, limit: Int) throws -> [Int64] {
        try read { db in
            let marks = kinds.map { _ in "?" }.joined(separator: ",")
            let ids = try Int64.fetchAll(
                db, sql: "SELECT id FROM kind WHERE name IN (\(marks))", arguments: StatementArguments(kinds))
            guard !ids.isEmpty else { return [] }
            let list = ids.map(String.init).joined(separator: ",")
            return try Int64.fetchAll(
                db, sql: "SELECT idx FROM entry WHERE kind IN (\(list)) AND idx < ? ORDER BY idx DESC LIMIT ?",
                arguments: [before, limit])
        }
    }
}
