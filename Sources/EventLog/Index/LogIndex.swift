import Foundation
import GRDB
import Glibc
import Model

/// The disposable index beside the record: one row for each subject, which entries it has, counters and full tiles.
///
/// It holds nothing that the record does not say; in doubt it is deleted and made again.
final class LogIndex {
    static let version = 9

    /// Kinds with the numbers 1, 2 …, so that their entries are found by an index of their own.
    static let marks = [EntryWithdrawn.kind, HandlingSet.kind]

    let path: String
    let isWritable: Bool
    /// True for an index of this process alone, where the folder cannot be written and has no index to be trusted.
    let isInMemory: Bool
    /// Where the last writer of this process ended, so that the next one need not read it again.
    var partialTile: IndexWriter.PartialTile?
    private let queue: DatabaseQueue

    /// How far the index goes, and the last leaf it has seen.
    struct Position: Equatable {
        var size: Int64
        var leaf: Digest
    }

    /// Opens the index; a writable one is made anew when it is missing, of another version, of another log or not trusted.
    init(path: String, origin: String, writable: Bool) throws {
        self.path = path
        let isUsable = LogIndex.isUsable(path: path, origin: origin)
        isInMemory = !writable && !isUsable
        isWritable = writable || isInMemory
        if writable, !isUsable {
            for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
        }
        queue = try isInMemory ? DatabaseQueue() : Connection.index(path: path, readonly: !writable)
        if isWritable { try durably { try queue.write { try LogIndex.prepare($0, origin: origin) } } }
    }

    /// Runs `work` and waits until it, and everything before it, is on the disk.
    ///
    /// Only for the flag that says whether the index may be trusted after a power cut: taken back before the first write
    /// and given after the last one, each time for certain.
    private func durably(_ work: () throws -> Void) throws {
        guard !isInMemory else { return try work() }
        try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        defer { try? queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") } }
        try work()
        try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }

    func read<Value>(_ work: (Database) throws -> Value) throws -> Value { try queue.inDatabase(work) }

    /// Runs `work` in one transaction of the index.
    func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
        var value: Value?
        try queue.inTransaction(.immediate) { db in
            value = try work(db)
            return .commit
        }
        guard let value else { throw LogFault.failed(reason: "index") }
        return value
    }

    var position: Position? {
        try? read { db in
            guard let size = try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'size'"),
                let leaf = try Data.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'leaf'").flatMap({
                    Digest($0)
                })
            else { return nil }
            return Position(size: size, leaf: leaf)
        }
    }

    /// Says that everything written so far may be trusted after the machine was switched off.
    func markClean() {
        guard isWritable else { return }
        try? durably {
            try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try write { db in try db.execute(sql: "UPDATE meta SET value = 1 WHERE key = 'clean'") }
        }
    }

    /// Moves what was written into the file itself: who opens the index next reads through all that is beside it.
    func shorten() {
        guard isWritable else { return }
        try? queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }

    private static func isUsable(path: String, origin: String) -> Bool {
        guard access(path, F_OK) == 0, let queue = try? Connection.reader(path: path) else { return false }
        let usable = try? queue.inDatabase { db in
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
            let foundOrigin = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'origin'")
            let boot = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'boot'")
            let clean = try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'clean'")
            // Written without waiting for the disk: after a restart of the machine only a clean close can be trusted.
            return version == LogIndex.version && foundOrigin == origin && (boot == MachineMoment.bootID || clean == 1)
        }
        return usable ?? false
    }

    private static func prepare(_ db: Database, origin: String) throws {
        if try Int.fetchOne(db, sql: "PRAGMA user_version") != LogIndex.version {
            for statement in schema { try db.execute(sql: statement) }
            try numberMarkedKinds(db)
            try db.execute(sql: "PRAGMA user_version = \(LogIndex.version)")
            try db.execute(
                sql: "INSERT INTO meta VALUES ('origin', ?), ('size', 0), ('leaf', ?), ('boot', ?), ('clean', 0)",
                arguments: [origin, Data(Digest.zero.bytes), MachineMoment.bootID])
        }
        try db.execute(sql: "UPDATE meta SET value = ? WHERE key = 'boot'", arguments: [MachineMoment.bootID])
        try db.execute(sql: "UPDATE meta SET value = 0 WHERE key = 'clean'")
    }

    static func numberMarkedKinds(_ db: Database) throws {
        for (place, kind) in marks.enumerated() {
            try db.execute(sql: "INSERT INTO kind VALUES (?, ?)", arguments: [place + 1, kind])
        }
    }

    private static let schema = [
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
        """
        CREATE TABLE subject (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, area TEXT NOT NULL, bucket INTEGER NOT NULL, rank INTEGER NOT NULL,
          next INTEGER, first INTEGER NOT NULL, last INTEGER NOT NULL, closing INTEGER
        )
        """,
        // These hold the name, too, so that a board is chosen without a look at the rows.
        "CREATE INDEX subject_open ON subject (area, bucket, rank, first, name) WHERE bucket > 0",
        "CREATE INDEX subject_next ON subject (next, bucket, name) WHERE bucket > 0 AND next IS NOT NULL",
        "CREATE INDEX subject_closing ON subject (closing, first, name) WHERE closing > first",
        "CREATE TABLE entry (idx INTEGER PRIMARY KEY, subject INTEGER NOT NULL, kind INTEGER NOT NULL)",
        "CREATE INDEX entry_subject ON entry (subject, idx)",
        "CREATE INDEX entry_mark ON entry (kind, idx) WHERE kind <= \(marks.count)",
        "CREATE TABLE mark (hash INTEGER NOT NULL, idx INTEGER NOT NULL, sketch INTEGER NOT NULL, PRIMARY KEY (hash, idx)) WITHOUT ROWID",
        // Marks of personal identifiers go with the payload that they were read from.
        "CREATE TABLE sealed_mark (hash INTEGER NOT NULL, idx INTEGER NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (hash, idx, payload)) WITHOUT ROWID",
        "CREATE INDEX sealed_mark_payload ON sealed_mark (payload)",
        "CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        "CREATE TABLE number (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE tally (area TEXT NOT NULL, bucket INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (area, bucket)) WITHOUT ROWID",
        "CREATE TABLE tile (level INTEGER NOT NULL, number INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, number)) WITHOUT ROWID",
    ]
}
