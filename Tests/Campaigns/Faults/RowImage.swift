import GRDB

/// Everything that SQLite hands out of a log's database, read row by row without any code of the log.
struct RowImage: Equatable {
    private var parts: [String: [[DatabaseValue]]] = [:]

    var entries: [[DatabaseValue]] { parts["entries"] ?? [] }

    /// Throws when anything cannot be read.
    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try queue.inDatabase { try read($0) }
    }

    private mutating func read(_ db: Database) throws {
        func rows(_ sql: String) throws -> [[DatabaseValue]] {
            try Row.fetchAll(db, sql: sql).map { Array($0.databaseValues) }
        }
        parts["entries"] = try rows("SELECT idx, id, bytes, leaf FROM entry NOT INDEXED ORDER BY rowid")
        for pragma in ["application_id", "user_version"] { parts[pragma] = try rows("PRAGMA \(pragma)") }
        parts["schema"] = try rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid")
        for table in ["meta", "checkpoint", "cosignature", "payload"] {
            parts[table] = try rows("SELECT * FROM \(table)")
        }
        // The ways in which the log looks things up must lead to the same rows as reading all of them.
        parts["index over ids"] = try rows(
            "SELECT id, idx FROM entry INDEXED BY sqlite_autoindex_entry_1 ORDER BY id")
        parts["entries by number"] = try rows(
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(entries.count)) "
                + "SELECT i, (SELECT leaf FROM entry WHERE idx = i) FROM n")
        parts["entries by id"] = try rows(
            "SELECT a.idx, (SELECT b.idx FROM entry b WHERE b.id = a.id) FROM entry a NOT INDEXED ORDER BY a.rowid")
        parts["count"] = try rows("SELECT max(idx), count(*) FROM entry")
    }

    /// Whether SQLite's own check finds nothing. It also names bits that no reading of rows depends on.
    static func isFree(ofComplaints path: String) -> Bool {
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return false }
        defer { try? queue.close() }
        let words = try? queue.inDatabase { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        return words == ["ok"]
    }

    /// Whether the entries are the first ones of `other`.
    func isPrefix(of other: RowImage) -> Bool {
        entries.count <= other.entries.count && zip(entries, other.entries).allSatisfy { $0 == $1 }
    }

    /// What reads otherwise than in `other`.
    func differences(from other: RowImage) -> [String] {
        parts.keys.filter { parts[$0] != other.parts[$0] }.sorted()
    }
}
