import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import EventLog

@Suite struct TamperTests {
    static let size: Int64 = 200

    enum Expectation: Sendable {
        case damaged, altered, short, forked, whole

        func fits(_ verdict: VerifyReport.Verdict) -> Bool {
            switch (self, verdict) {
            case (.damaged, .damaged), (.altered, .altered), (.short, .short), (.forked, .forked), (.whole, .whole):
                true
            default: false
            }
        }
    }

    struct Mutation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expectation: Expectation
        let apply: @Sendable (LogFolder) throws -> Void
    }

    static func change(_ bytes: [UInt8], _ old: String, _ new: String) throws -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.contains(old))
        return Array(text.replacingOccurrences(of: old, with: new).utf8)
    }

    static func edit(_ index: Int64, _ old: String, _ new: String, rehash: Bool) -> @Sendable (LogFolder) throws -> Void
    {
        { log in
            try LogFixture.forge(log) { db in
                let bytes = try change(try LogFixture.note(db, index), old, new)
                try LogFixture.replace(db, index, bytes, rehash: rehash)
            }
        }
    }

    static func sql(_ statements: String...) -> @Sendable (LogFolder) throws -> Void {
        { log in try LogFixture.forge(log) { db in for statement in statements { try db.execute(sql: statement) } } }
    }

    /// Appends a note at the end, whoever signed it.
    static func append(_ log: LogFolder, key: SigningKey, _ make: @escaping (Entry) -> Entry) throws {
        try LogFixture.forge(log) { db in
            let last = try Int64.fetchOne(db, sql: "SELECT max(idx) FROM entry") ?? 0
            let bytes = try LogFixture.note(db, last)
            var entry = try #require(StoredEntry(index: last, bytes: bytes, leaf: .zero).entry)
            entry.index = last + 1
            entry.previous = Hashing.leaf(bytes)
            entry.id = .timed(Instant(milliseconds: 1), count: 1, chance: 77)
            entry = make(entry)
            let note = try SignedNote.bytes(signing: entry.line, with: key)
            try db.execute(
                sql: "INSERT INTO entry VALUES (?, ?, ?, ?)",
                arguments: [last + 1, Data(entry.id.bytes), Data(note), Data(Hashing.leaf(note).bytes)])
        }
    }

    static let mutations: [Mutation] = [
        Mutation(testDescription: "nothing", expectation: .whole) { _ in },
        Mutation(
            testDescription: "edit a byte", expectation: .damaged, apply: edit(90, "orazov", "orasov", rehash: false)),
        Mutation(
            testDescription: "edit and hash anew", expectation: .altered,
            apply: edit(90, "orazov", "orasov", rehash: true)),
        Mutation(
            testDescription: "edit the last and hash anew", expectation: .altered,
            apply: edit(199, "orazov", "orasov", rehash: true)),
        Mutation(
            testDescription: "delete the last", expectation: .short,
            apply: sql("DELETE FROM checkpoint WHERE size = 200", "DELETE FROM entry WHERE idx = 199")),
        Mutation(
            testDescription: "delete one within", expectation: .damaged, apply: sql("DELETE FROM entry WHERE idx = 90")),
        Mutation(
            testDescription: "delete one and move the rest up", expectation: .altered,
            apply: sql(
                "DELETE FROM entry WHERE idx = 90", "UPDATE entry SET idx = -idx WHERE idx > 90 AND 0",
                "CREATE TEMP TABLE t AS SELECT * FROM entry WHERE idx > 90", "DELETE FROM entry WHERE idx > 90",
                "INSERT INTO entry SELECT idx - 1, id, bytes, leaf FROM t ORDER BY idx")),
        Mutation(testDescription: "insert at the end by another key", expectation: .altered) { log in
            try append(log, key: try SigningKey(name: try LogFixture.key(log).verifier.name)) { $0 }
        },
        Mutation(
            testDescription: "swap two", expectation: .altered,
            apply: sql(
                "CREATE TEMP TABLE t AS SELECT * FROM entry WHERE idx IN (90, 91)",
                "DELETE FROM entry WHERE idx IN (90, 91)",
                "INSERT INTO entry SELECT 181 - idx, id, bytes, leaf FROM t ORDER BY idx DESC")),
        Mutation(testDescription: "change a signature", expectation: .altered) { log in
            try LogFixture.forge(log) { db in
                var bytes = try LogFixture.note(db, 90)
                bytes[bytes.count - 20] = bytes[bytes.count - 20] == 0x41 ? 0x42 : 0x41
                try LogFixture.replace(db, 90, bytes, rehash: true)
            }
        },
        Mutation(testDescription: "swap the signer of the last", expectation: .altered) { log in
            let key = try SigningKey(name: try LogFixture.key(log).verifier.name)
            try LogFixture.forge(log) { db in
                let bytes = try LogFixture.note(db, 199)
                let length = try #require(SignedNote.textLength(bytes))
                try LogFixture.replace(
                    db, 199, try SignedNote.bytes(signing: Array(bytes[..<length]), with: key), rehash: true)
            }
        },
        Mutation(testDescription: "an entry of an exercise", expectation: .altered) { log in
            try append(log, key: try LogFixture.key(log)) { entry in
                var entry = entry
                entry.origin = "CARICC/ALMATY-1/exercise/2026"
                return entry
            }
        },
        Mutation(testDescription: "the same number twice", expectation: .altered) { log in
            try append(log, key: try LogFixture.key(log)) { entry in
                var entry = entry
                entry.index -= 1
                return entry
            }
        },
        Mutation(testDescription: "the same id twice", expectation: .altered) { log in
            var first: EventID?
            try LogFixture.rewrite(log, from: 150) { entry in
                if entry.index == 150 { first = entry.id }
                if entry.index == 160, let first { entry.id = first }
            }
        },
        Mutation(
            testDescription: "another id beside the entry", expectation: .altered,
            apply: sql("UPDATE entry SET id = zeroblob(16) WHERE idx = 90")),
        Mutation(testDescription: "rec falls", expectation: .altered) { log in
            try LogFixture.rewrite(log, from: 150) { if $0.index == 160 { $0.recorded = Instant(milliseconds: 9) } }
        },
        Mutation(testDescription: "text behind the signature", expectation: .altered) { log in
            try LogFixture.forge(log) { db in
                let bytes = try LogFixture.note(db, 199)
                let line = try #require(bytes.lastIndex(of: 0xE2))
                try LogFixture.replace(db, 199, bytes + bytes[line...], rehash: true)
            }
        },
        Mutation(testDescription: "JSON that is not canonical", expectation: .altered) { log in
            let key = try LogFixture.key(log)
            try LogFixture.forge(log) { db in
                let bytes = try LogFixture.note(db, 199)
                let length = try #require(SignedNote.textLength(bytes))
                let text = try change(Array(bytes[..<length]), "\"v\":1}", "\"v\":01}")
                try LogFixture.replace(db, 199, try SignedNote.bytes(signing: text, with: key), rehash: true)
            }
        },
        Mutation(testDescription: "a checkpoint with another root", expectation: .altered) { log in
            let key = try LogFixture.key(log)
            let checkpoint = Checkpoint(origin: key.verifier.name, size: 150, root: .zero)
            let note = try SignedNote.bytes(signing: checkpoint.text, with: key)
            try LogFixture.forge(log) { db in
                try db.execute(
                    sql: "UPDATE checkpoint SET root = zeroblob(32), note = ? WHERE size = 150", arguments: [Data(note)]
                )
            }
        },
        Mutation(
            testDescription: "a checkpoint nobody signed", expectation: .altered,
            apply: sql("UPDATE checkpoint SET note = CAST(note || 'A' AS BLOB) WHERE size = 150")),
        Mutation(
            testDescription: "another origin in meta", expectation: .altered,
            apply: sql("UPDATE meta SET value = 'CARICC/ALMATY-2/live/2026' WHERE key = 'origin'")),
        Mutation(testDescription: "a trigger dropped", expectation: .altered) { log in
            try LogFixture.raw(log) { try $0.execute(sql: "DROP TRIGGER entry_no_update") }
        },
        Mutation(testDescription: "the head of another log", expectation: .altered) { log in
            var head = try #require(try HeadFile(path: log.head, writable: false).read())
            head.edge = try #require(TreeEdge(size: head.size, hashes: head.edge.hashes.reversed()))
            try LogFixture.writeHead(log, head)
        },
        Mutation(testDescription: "no head", expectation: .damaged) {
            try FileManager.default.removeItem(atPath: $0.head)
        },
    ]

    /// One log for all mutations, made once; each test works on a copy.
    private static let original = SharedLog(entries: Int(size))

    private func copy(_ folder: TemporaryFolder) throws -> LogFolder {
        let log = LogFolder(folder.path + "/log")
        try LogFixture.copy(try Self.original.log().path, log.path)
        return log
    }

    @Test(arguments: mutations)
    func isFound(_ mutation: Mutation) throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        try mutation.apply(log)
        let report = try LogFixture.verify(log.path)
        let fits = mutation.expectation.fits(report.verdict)
        #expect(fits, "\(mutation.testDescription): \(report.verdict) \(report.findings.prefix(5))")
        #expect(report.findings.isEmpty == (mutation.expectation == .whole))
    }

    @Test func withoutSignaturesTheChainAloneFindsAnEditBeforeTheEnd() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        try Self.edit(90, "orazov", "orasov", rehash: true)(log)
        let report = try LogFixture.verify(log.path, signatures: false)
        #expect(report.verdict == .altered(at: 91, .chainBroken))
        #expect(report.soundSize == 91)
        #expect(!report.checkedSignatures)
        #expect(try LogFixture.verify(log.path).verdict == .altered(at: 90, .notSigned))
    }

    /// Whoever has the desk's key can write the log anew; only what is kept outside shows it.
    @Test(arguments: [1, 60, 99, 100, 199] as [Int64])
    func aRewriteWithTheDesksKeyIsFoundFromOutside(_ start: Int64) throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        let store = try LogStore(opening: log.path)
        var notes: [Int64: [UInt8]] = [:]
        var phrases: [Int64: PhraseCode] = [:]
        for checkpoint in try store.checkpoints() {
            notes[checkpoint.size] = try store.checkpointNote(size: checkpoint.size)
            phrases[checkpoint.size] = checkpoint.phrase
        }
        store.close()
        try LogFixture.rewrite(log, from: start) { if $0.index == start { $0.actor = "nobody" } }
        #expect(try LogFixture.verify(log.path).verdict == .whole(to: 200, witnessedTo: nil))
        for (size, note) in notes {
            let report = try LogFixture.verify(log.path, known: [.note(note)], signatures: false)
            let expected: VerifyReport.Verdict = size > start ? .forked(at: size) : .whole(to: 200, witnessedTo: size)
            #expect(report.verdict == expected, "from \(start), note of \(size)")
            let phrase = try #require(phrases[size])
            let bySize = try LogFixture.verify(log.path, known: [.phrase(phrase, size: size)], signatures: false)
            #expect(bySize.verdict == expected, "from \(start), phrase of \(size)")
            let alone = try LogFixture.verify(log.path, known: [.phrase(phrase, size: nil)], signatures: false)
            #expect(alone.isWhole == (size <= start), "from \(start), phrase of \(size) alone")
        }
    }

    @Test func whatIsKeptOutsideShowsADroppedCheckpointAndAnOldBackup() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        let store = try LogStore(opening: log.path)
        let note = try #require(try store.checkpointNote(size: 200))
        let backup = folder.path + "/backup"
        try store.backup(to: backup, includingPrivateKey: true)
        try LogFixture.grow(store, to: 250)
        let later = try #require(try store.checkpointNote(size: 250))
        store.close()
        // The whole folder put back: only somebody outside can tell.
        #expect(try LogFixture.verify(backup).isWhole)
        #expect(try LogFixture.verify(backup, known: [.note(later)]).verdict == .short(by: 50))
        // The database alone put back under today's head.
        try FileManager.default.removeItem(atPath: log.database)
        try FileManager.default.copyItem(atPath: backup + "/log.sqlite", toPath: log.database)
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: log.database + suffix) }
        #expect(try LogFixture.verify(log.path).verdict == .short(by: 50))
        #expect(try LogStore(opening: log.path).obstacle == .short(by: 50, head: 250))

        let other = try TemporaryFolder()
        let dropped = try copy(other)
        try LogFixture.forge(dropped) { try $0.execute(sql: "DELETE FROM checkpoint WHERE size = 200") }
        #expect(
            try LogFixture.verify(dropped.path, known: [.note(note)]).verdict
                == .altered(at: 199, .checkpointMissing(size: 200)))
    }

    @Test func aKeyOfAnotherFoundingSheetIsNotThisLogs() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        let stranger = try SigningKey(name: try LogFixture.key(log).verifier.name)
        let report = try #require(Verifier.verify(path: log.path, deskKey: stranger.verifier, signatures: false))
        #expect(report.verdict == .altered(at: 0, .foundingKey))
        let checkpoint = Checkpoint(origin: stranger.verifier.name, size: 50, root: .zero)
        let note = try SignedNote.bytes(signing: checkpoint.text, with: stranger)
        #expect(try LogFixture.verify(log.path, known: [.note(note)]).verdict == .altered(at: 0, .foundingKey))
        // A note that nobody signed condemns nobody.
        let junk = Array(String(decoding: note, as: UTF8.self).replacingOccurrences(of: "CARICC", with: "X").utf8)
        let unused = try LogFixture.verify(log.path, known: [.note(junk)])
        #expect(unused.isWhole)
        #expect(unused.unusable == [.note(junk)])
    }

    @Test func aStartChecksFromTheLastPointVerified() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        #expect(try LogFixture.verify(log.path, mode: .sinceLastVerified).from == 0)
        let text = try String(contentsOfFile: log.lastVerified, encoding: .utf8)
        #expect(text.contains("\n200\n"))
        let store = try LogStore(opening: log.path)
        try LogFixture.grow(store, to: 230)
        store.close()
        let report = try LogFixture.verify(log.path, mode: .sinceLastVerified)
        #expect(report.from == 200)
        #expect(report.verdict == .whole(to: 230, witnessedTo: nil))
        #expect(report.counts.entries == 30)
        #expect(report.root == (try LogFixture.verify(log.path)).root)
        // A run without signatures does not take the place of one with them.
        let store2 = try LogStore(opening: log.path)
        try LogFixture.grow(store2, to: 235)
        store2.close()
        #expect(try LogFixture.verify(log.path, signatures: false, mode: .sinceLastVerified).isWhole)
        #expect(try LogFixture.verify(log.path, mode: .sinceLastVerified).from == 230)
        try Self.edit(234, "orazov", "orasov", rehash: false)(log)
        #expect(try LogFixture.verify(log.path, mode: .sinceLastVerified).verdict == .damaged(at: 234))
        // A rewrite is found against the point itself, whatever the mode.
        try LogFixture.rewrite(log, from: 100) { if $0.index == 100 { $0.actor = "nobody" } }
        #expect(try LogFixture.verify(log.path).verdict.exitCode == 12)
    }

    @Test func stoppingGivesNoReport() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        #expect(Verifier.verify(path: log.path, progress: { _ in false }) == nil)
    }
}
