import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import EventLog

/// What SQL can do to a log through a connection that this program did not make.
@Suite struct AttackTests {
    private static let x16 = "x'00112233445566778899aabbccddeeff'"
    private static let row = "SELECT 20, id, bytes, leaf FROM entry WHERE idx = 19"

    static let attacks = [
        "UPDATE entry SET bytes = x'0000' WHERE idx = 5",
        "UPDATE entry SET idx = 99 WHERE idx = 5",
        "UPDATE OR REPLACE entry SET idx = 6 WHERE idx = 5",
        "UPDATE OR REPLACE entry SET id = (SELECT id FROM entry WHERE idx = 6) WHERE idx = 5",
        "UPDATE OR IGNORE entry SET leaf = zeroblob(32)",
        "DELETE FROM entry WHERE idx = 19",
        "DELETE FROM entry",
        "INSERT INTO entry SELECT 25, \(x16), bytes, leaf FROM entry WHERE idx = 19",
        "INSERT INTO entry SELECT 5, \(x16), bytes, leaf FROM entry WHERE idx = 19",
        "REPLACE INTO entry SELECT 5, \(x16), bytes, leaf FROM entry WHERE idx = 19",
        "INSERT OR REPLACE INTO entry \(row)",
        "INSERT OR IGNORE INTO entry \(row)",
        "INSERT INTO entry \(row) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes",
        "INSERT INTO entry SELECT 5, \(x16), bytes, leaf FROM entry WHERE idx = 19 ON CONFLICT (idx) DO UPDATE SET bytes = x'0000'",
        "INSERT INTO entry VALUES (20, \(x16), CAST('{\"log\":\"CARICC/ALMATY-1/exercise/2026\"}' AS BLOB), zeroblob(32))",
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET root = zeroblob(32)",
        "REPLACE INTO checkpoint VALUES (10, zeroblob(32), x'00')",
        "INSERT INTO checkpoint VALUES (15, zeroblob(32), x'00')",
        "INSERT INTO checkpoint VALUES (21, zeroblob(32), x'00')",
        "INSERT OR REPLACE INTO checkpoint VALUES (20, zeroblob(32), x'00')",
        "DELETE FROM cosignature",
        "UPDATE cosignature SET line = 'x'",
        "REPLACE INTO cosignature SELECT size, line FROM cosignature",
        "INSERT INTO cosignature VALUES (11, 'x')",
        "DELETE FROM payload",
        "UPDATE payload SET data = x'00'",
        "UPDATE payload SET data = NULL, salt = NULL",
        "UPDATE payload SET hash = zeroblob(32)",
        "REPLACE INTO payload SELECT hash, salt, x'00', NULL FROM payload",
        "INSERT INTO payload SELECT hash, salt, data, NULL FROM payload WHERE true ON CONFLICT DO UPDATE SET data = x'00'",
        "UPDATE meta SET value = 'x'",
        "DELETE FROM meta",
        "REPLACE INTO meta VALUES ('origin', 'x')",
        "INSERT INTO meta VALUES ('more', 'x')",
    ]

    private static let original = SharedLog(entries: 10)

    /// A log with something in every table.
    private func make(_ folder: TemporaryFolder) throws -> LogFolder {
        let log = LogFolder(folder.path + "/log")
        try LogFixture.copy(try Self.original.log().path, log.path)
        let store = try LogStore(opening: log.path)
        var proposal = LogFixture.alert(500)
        proposal.payloads = [Payload(data: [1, 2, 3])]
        _ = try store.append([proposal], moment: LogFixture.moment(500))
        try LogFixture.grow(store, to: 20, certifyEvery: 10)
        let witness = try CosigningKey(name: "w")
        let checkpoint = try store.checkpoint(size: 20)
        try store.cosign(size: 20, line: try witness.line(for: checkpoint, at: LogFixture.moment(1).wall), by: nil)
        store.close()
        return log
    }

    private func fingerprint(_ db: Database) throws -> String {
        try ["entry", "checkpoint", "cosignature", "payload", "meta"].map { table in
            try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2").map(\.description).joined()
        }.joined(separator: "|")
    }

    @Test(arguments: [false, true])
    func nothingWrittenCanBeChanged(_ recursiveTriggers: Bool) throws {
        let folder = try TemporaryFolder()
        let log = try make(folder)
        try LogFixture.raw(log, recursiveTriggers: recursiveTriggers) { db in
            let before = try fingerprint(db)
            for foreignKeys in ["ON", "OFF"] {
                try db.execute(sql: "PRAGMA foreign_keys = \(foreignKeys)")
                for attack in Self.attacks {
                    var isRefused = false
                    do { try db.execute(sql: attack) } catch { isRefused = true }
                    let isSame = try fingerprint(db) == before
                    #expect(isSame, "changed by: \(attack)")
                    #expect(isRefused || attack.contains("IGNORE"), "not refused: \(attack)")
                }
            }
        }
        #expect(try LogFixture.verify(log.path).isWhole)
    }

    @Test func theSchemaCannotBeEditedThroughTheStoresOwnConnection() throws {
        let folder = try TemporaryFolder()
        let log = try make(folder)
        let queue = try Connection.writer(path: log.database)
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA writable_schema = ON")
            #expect(throws: (any Error).self) {
                try db.execute(sql: "DELETE FROM sqlite_schema WHERE name = 'entry_no_update'")
            }
        }
    }

    @Test(arguments: [
        "DROP TRIGGER entry_no_update", "DROP TRIGGER checkpoint_next",
        "CREATE TRIGGER more AFTER INSERT ON entry BEGIN SELECT 1; END", "CREATE TABLE more (x)",
        "CREATE INDEX more ON entry (leaf)",
    ])
    func aChangedSchemaIsNoticedAtOpen(_ change: String) throws {
        let folder = try TemporaryFolder()
        let log = try make(folder)
        try LogFixture.raw(log) { try $0.execute(sql: change) }
        var isNoticed = false
        do { _ = try LogStore(opening: log.path) } catch LogFault.schemaChanged { isNoticed = true }
        #expect(isNoticed)
        #expect(try LogFixture.verify(log.path).verdict.exitCode == 12)
    }

    @Test func erasureWithoutAnEntryThatSaysSoIsFound() throws {
        let folder = try TemporaryFolder()
        let log = try make(folder)
        try LogFixture.raw(log) { try $0.execute(sql: "UPDATE payload SET data = NULL, salt = NULL, erased_by = 3") }
        let report = try LogFixture.verify(log.path)
        #expect(report.verdict.exitCode == 12)
        #expect(report.counts.payloadsErased == 1)
    }

    @Test func aPayloadThatChangedIsFoundAndAnErasedOneIsNot() throws {
        let folder = try TemporaryFolder()
        let log = try make(folder)
        let copy = LogFolder(folder.path + "/copy")
        try LogFixture.copy(log.path, copy.path)
        try LogFixture.forge(copy) { try $0.execute(sql: "UPDATE payload SET data = x'010204'") }
        #expect(try LogFixture.verify(copy.path).verdict.exitCode == 11)

        let store = try LogStore(opening: log.path)
        let hash = try store.reader.inDatabase { try Data.fetchOne($0, sql: "SELECT hash FROM payload") }
        let name = try #require(hash.flatMap { Digest($0) })
        let erased = Proposal(
            .new(.logKeeping), .logKeeping(.payloadErased(PayloadErased(payload: name.hex, basis: "law"))),
            id: .timed(Instant(milliseconds: 4), count: 4, chance: 4), actor: "custodian")
        _ = try store.append([erased], moment: LogFixture.moment(600))
        let report = try LogFixture.verify(log.path)
        #expect(report.isWhole)
        #expect(report.counts.payloads == 0 && report.counts.payloadsErased == 1)
    }

    @Test func theWriterReallyWaitsForTheDisk() throws {
        let folder = try TemporaryFolder()
        let log = try make(folder)
        let store = try LogStore(opening: log.path)
        _ = try store.append([LogFixture.alert(900)], moment: LogFixture.moment(900))
        let queue = try #require(store.writing?.queue)
        let wanted = [
            "synchronous": "2", "journal_mode": "wal", "recursive_triggers": "1", "foreign_keys": "1",
            "trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0", "temp_store": "2",
            "application_id": "\(LogSchema.liveApplicationID)", "user_version": "1", "busy_timeout": "5000",
        ]
        try queue.inDatabase { db in
            for (name, value) in wanted {
                let found = try String.fetchOne(db, sql: "PRAGMA \(name)")
                #expect(found == value, "\(name)")
            }
            let differing = try Connection.settingsDiffering(db)
            #expect(differing.isEmpty)
        }
        let isQueryOnly = try store.reader.inDatabase { try Int.fetchOne($0, sql: "PRAGMA query_only") }
        #expect(isQueryOnly == 1)
    }

    @Test func liveAndExerciseDoNotMix() throws {
        let folder = try TemporaryFolder()
        let live = try make(folder)
        let drill = try LogFixture.make(folder.path + "/drill", entries: 21, isExercise: true)
        for (from, to) in [(drill, live), (live, drill)] {
            let bytes = try LogFixture.raw(from) { try LogFixture.note($0, 20 - (from == live ? 1 : 0)) }
            try LogFixture.raw(to) { db in
                let next = try Int64.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0
                #expect(throws: (any Error).self) {
                    try db.execute(
                        sql: "INSERT INTO entry VALUES (?, zeroblob(16), ?, ?)",
                        arguments: [next, Data(bytes), Data(Hashing.leaf(bytes).bytes)])
                }
            }
        }
        // A live database under the drill's number, and the drill's key in the live folder.
        try LogFixture.raw(live) { try $0.execute(sql: "PRAGMA application_id = \(LogSchema.exerciseApplicationID)") }
        #expect(throws: (any Error).self) { try LogStore(opening: live.path) }
        #expect(try LogFixture.verify(live.path).verdict == .altered(at: 0, .meta("application_id")))
        try LogFixture.raw(live) { try $0.execute(sql: "PRAGMA application_id = \(LogSchema.liveApplicationID)") }
        try FileManager.default.removeItem(atPath: live.deskKey)
        try FileManager.default.copyItem(atPath: drill.deskKey, toPath: live.deskKey)
        let store = try LogStore(opening: live.path)
        var isRefused = false
        do { _ = try store.append([LogFixture.alert(800)], moment: LogFixture.moment(800)) } catch LogFault
            .keyUnreadable
        {
            isRefused = true
        }
        #expect(isRefused)
    }
}
