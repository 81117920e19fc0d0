import CSystem
import GRDB
import Glibc
import Model

/// Opens SQLite files the way this log needs them, and checks that they are open that way.
package enum Connection {
    /// The one connection that may write the record. `synchronous = FULL` is set after GRDB's own set-up, which lowers it.
    static func writer(path: String, durability: Durability = .full) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in try prepareCommon(db) }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
            guard try settingsDiffering(db, durability: durability).isEmpty else {
                throw LogFault.failed(reason: try settingsDiffering(db, durability: durability).joined(separator: ", "))
            }
        }
        return queue
    }

    /// A connection that can only read. Falls back to a frozen view where no lock file can be made (read-only media).
    static func reader(path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try prepareCommon(db)
            try db.execute(sql: "PRAGMA query_only = ON")
            if let handle = db.sqliteConnection {
                _ = caricc_sqlite_no_checkpoint_on_close(UnsafeMutableRawPointer(handle))
            }
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            _ = try queue.inDatabase { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
            return queue
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
        {
            return try DatabaseQueue(path: "file:\(escaped(path))?immutable=1", configuration: configuration)
        }
    }

    /// The disposable index: never waits for the disk, because it can be made again.
    static func index(path: String, readonly: Bool) throws -> DatabaseQueue {
        if readonly { return try reader(path: path) }
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA cache_size = -32000")
            // The marks of erased identifiers must not stay behind in free pages.
            try db.execute(sql: "PRAGMA secure_delete = ON")
            if let handle = db.sqliteConnection { _ = caricc_sqlite_persist_wal(UnsafeMutableRawPointer(handle)) }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        return queue
    }

    /// `normal` exists for the power-cut test alone, as the control that must lose entries.
    package enum Durability: Int {
        case normal = 1
        case full = 2
    }

    /// Every setting that is not as it must be, as `name=value`.
    static func settingsDiffering(_ db: Database, durability: Durability = .full) throws -> [String] {
        let wanted: [(String, String)] = [
            ("synchronous", String(durability.rawValue)), ("journal_mode", "wal"), ("recursive_triggers", "1"),
            ("foreign_keys", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"), ("mmap_size", "0"),
        ]
        return try wanted.compactMap { name, value in
            let found = try String.fetchOne(db, sql: "PRAGMA \(name)") ?? ""
            return found == value ? nil : "\(name)=\(found)"
        }
    }

    private static func prepareCommon(_ db: Database) throws {
        try db.execute(
            sql: """
                PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
                PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;
                """)
        guard let handle = db.sqliteConnection else { return }
        _ = caricc_sqlite_defensive(UnsafeMutableRawPointer(handle))
        _ = caricc_sqlite_persist_wal(UnsafeMutableRawPointer(handle))
    }

    private static func escaped(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case 0x3F, 0x23, 0x25, 0x80...: "%" + Hexadecimal.text([byte])
            default: String(decoding: [byte], as: UTF8.self)
            }
        }.joined()
    }
}
