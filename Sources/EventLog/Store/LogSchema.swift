import GRDB

/// The tables of the record and the triggers that keep every program that opens the file to appending.
///
/// The triggers are a guard rail: what they cannot refuse, such as DROP, is found at open by comparing the schema.
enum LogSchema {
    static let liveApplicationID: Int32 = 0x574C_4F47
    static let exerciseApplicationID: Int32 = 0x5744_524C
    static let version = 1

    static func statements(origin: String) -> [String] {
        let guarded = "'" + "\"log\":\"\(origin)\"" + "'"
        return tables + [
            """
            CREATE TRIGGER entry_next BEFORE INSERT ON entry
            WHEN NEW.idx IS NOT (SELECT coalesce(max(idx) + 1, 0) FROM entry) OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, 'entry: the index must be the next one and the id must be new'); END
            """,
            """
            CREATE TRIGGER entry_origin BEFORE INSERT ON entry WHEN instr(NEW.bytes, CAST(\(guarded) AS BLOB)) = 0
            BEGIN SELECT RAISE(ABORT, 'entry: this entry is of another log'); END
            """,
            refuse("UPDATE", "entry", "append-only"), refuse("DELETE", "entry", "append-only"),
            """
            CREATE TRIGGER checkpoint_next BEFORE INSERT ON checkpoint
            WHEN NEW.size <= (SELECT coalesce(max(size), -1) FROM checkpoint)
              OR NEW.size > (SELECT coalesce(max(idx) + 1, 0) FROM entry)
            BEGIN SELECT RAISE(ABORT, 'checkpoint: it must grow and must not pass the log'); END
            """,
            refuse("UPDATE", "checkpoint", "append-only"), refuse("DELETE", "checkpoint", "append-only"),
            """
            CREATE TRIGGER cosignature_new BEFORE INSERT ON cosignature
            WHEN EXISTS (SELECT 1 FROM cosignature WHERE size = NEW.size AND line = NEW.line)
              OR NOT EXISTS (SELECT 1 FROM checkpoint WHERE size = NEW.size)
            BEGIN SELECT RAISE(ABORT, 'cosignature: it must be new and of a checkpoint that is there'); END
            """,
            refuse("UPDATE", "cosignature", "append-only"), refuse("DELETE", "cosignature", "append-only"),
            """
            CREATE TRIGGER payload_new BEFORE INSERT ON payload WHEN EXISTS (SELECT 1 FROM payload WHERE hash = NEW.hash)
            BEGIN SELECT RAISE(ABORT, 'payload: it is there already'); END
            """,
            refuse("DELETE", "payload", "erase, never delete"),
            """
            CREATE TRIGGER payload_update BEFORE UPDATE ON payload
            WHEN NOT (OLD.data IS NOT NULL AND NEW.data IS NULL AND NEW.salt IS NULL AND NEW.erased_by IS NOT NULL AND NEW.hash IS OLD.hash)
            BEGIN SELECT RAISE(ABORT, 'payload: only erasure with a recorded reason'); END
            """,
            """
            CREATE TRIGGER meta_new BEFORE INSERT ON meta WHEN EXISTS (SELECT 1 FROM entry)
            BEGIN SELECT RAISE(ABORT, 'meta: fixed when the log is founded'); END
            """,
            refuse("UPDATE", "meta", "fixed when the log is founded"),
            refuse("DELETE", "meta", "fixed when the log is founded"),
        ]
    }

    private static let tables = [
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        """
        CREATE TABLE entry (
          idx INTEGER PRIMARY KEY CHECK (idx >= 0),
          id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
          bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 2 AND 65535),
          leaf BLOB NOT NULL CHECK (length(leaf) = 32)
        ) STRICT
        """,
        """
        CREATE TABLE checkpoint (
          size INTEGER PRIMARY KEY CHECK (size >= 0),
          root BLOB NOT NULL CHECK (length(root) = 32),
          note BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE cosignature (
          size INTEGER NOT NULL REFERENCES checkpoint (size), line TEXT NOT NULL, PRIMARY KEY (size, line)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE payload (
          hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
          salt BLOB CHECK (salt IS NULL OR length(salt) = 32),
          data BLOB,
          erased_by INTEGER REFERENCES entry (idx),
          CHECK ((data IS NULL) = (salt IS NULL) AND (data IS NULL) = (erased_by IS NOT NULL))
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static func refuse(_ verb: String, _ table: String, _ reason: String) -> String {
        "CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table) BEGIN SELECT RAISE(ABORT, '\(table): \(reason)'); END"
    }

    /// The first schema object that is not as we made it; nil when all are.
    static func firstDifference(_ db: Database, origin: String) throws -> String? {
        let found = try String.fetchSet(db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        let wanted = Set(statements(origin: origin))
        return wanted.subtracting(found).union(found.subtracting(wanted)).sorted().first.map { String($0.prefix(60)) }
    }
}
