import Foundation
import GRDB
import Glibc
import Model
import TestSupport
import Testing

@testable import EventLog

/// What happens to files: bits that turn over, ends that are cut off, disks that are full or read-only.
@Suite struct DamageTests {
    private static let original = SharedLog(entries: 300)

    private func copy(_ folder: TemporaryFolder) throws -> LogFolder {
        let log = LogFolder(folder.path + "/log")
        try LogFixture.copy(try Self.original.log().path, log.path)
        return log
    }

    /// All that a verifier can see of a database; nil when it cannot be read.
    private func content(_ log: LogFolder) -> String? {
        try? LogFixture.raw(log) { db in
            let queries = [
                "PRAGMA application_id", "PRAGMA user_version", "SELECT * FROM entry ORDER BY idx",
                "SELECT id, idx FROM entry INDEXED BY sqlite_autoindex_entry_1 ORDER BY id",
                "SELECT * FROM checkpoint", "SELECT * FROM cosignature", "SELECT * FROM payload", "SELECT * FROM meta",
                "SELECT count(*) FROM entry", "SELECT type, name, sql FROM sqlite_schema",
            ]
            var all: [UInt8] = []
            for query in queries {
                for row in try Row.fetchAll(db, sql: query) {
                    for value in row.databaseValues {
                        let bytes: [UInt8]
                        if case .blob(let data) = value.storage {
                            bytes = Array(data)
                        } else {
                            bytes = Array(value.description.utf8)
                        }
                        all += Array("\(bytes.count):".utf8) + bytes
                    }
                }
            }
            return Hashing.plain(all).hex
        }
    }

    /// A turned bit is found, or it changed nothing that anybody reads; it never crashes and never alarms falsely.
    @Test func everyBitThatMattersIsFoundAndNoOther() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        try? FileManager.default.removeItem(atPath: log.lastVerified)
        let pristine = folder.path + "/pristine"
        try LogFixture.copy(log.database, pristine)
        let sound = try #require(content(log))
        var random = SeededGenerator(seed: 20_261)
        var (found, unused) = (0, 0)
        for _ in 0..<200 {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: log.database + suffix) }
            try LogFixture.copy(pristine, log.database)
            let byte = Int.random(in: 0..<LogFixture.size(of: pristine), using: &random)
            let bit = Int.random(in: 0..<8, using: &random)
            try LogFixture.flip(log.database, byte: byte, bit: bit)
            let report = try LogFixture.verify(log.path, signatures: false)
            try? FileManager.default.removeItem(atPath: log.lastVerified)
            let isSame = content(log) == sound
            if report.isWhole { unused += 1 } else { found += 1 }
            #expect(isSame == report.isWhole, "byte \(byte) bit \(bit): \(report.verdict)")
            // Whatever is read through a store afterwards is sound.
            if let store = try? LogStore(opening: log.path, access: .reading) {
                for stored in (try? store.storedEntries(from: 0, limit: 10)) ?? [] where store.decode(stored) != nil {
                    #expect(stored.isSound)
                }
            }
        }
        #expect(found > 100)
        #expect(unused > 0)
    }

    /// A folder whose last entries are only in the write-ahead log, as after a power cut.
    private func withWAL(_ folder: TemporaryFolder) throws -> LogFolder {
        let store = try StoreTests.makeLog(folder)
        for number in Int64(1)...40 {
            _ = try store.append([LogFixture.alert(number)], moment: LogFixture.moment(number))
        }
        let cut = LogFolder(folder.path + "/cut")
        // By another process: this one may not open and close files that SQLite has open.
        _ = try LogFixture.run(["cp", "-r", store.folder.path, cut.path])
        for file in [cut.database + "-shm", cut.index, cut.index + "-wal", cut.index + "-shm"] {
            try? FileManager.default.removeItem(atPath: file)
        }
        store.close()
        return cut
    }

    @Test func aWALThatIsCutShortOrTurnedIsShortAndNeverWhole() throws {
        let folder = try TemporaryFolder()
        let cut = try withWAL(folder)
        let wal = cut.database + "-wal"
        let length = LogFixture.size(of: wal)
        try #require(length > 40 * 4_096)
        #expect(try verifyCopy(cut, folder) { _ in } == .whole(to: 41, witnessedTo: nil))
        var random = SeededGenerator(seed: 3)
        var missing: Set<Int64> = []
        for step in 0..<60 {
            let place = length * step / 60
            let cutOff = try verifyCopy(cut, folder) {
                try FileHandle(forUpdating: URL(fileURLWithPath: $0)).truncate(atOffset: UInt64(place))
            }
            let turned = try verifyCopy(cut, folder) {
                try LogFixture.flip($0, byte: place, bit: Int.random(in: 0..<8, using: &random))
            }
            for verdict in [cutOff, turned] {
                guard case .short(let count) = verdict else {
                    Issue.record("at \(place): \(verdict)")
                    continue
                }
                missing.insert(count)
            }
        }
        #expect(missing.count > 20)
    }

    private func verifyCopy(_ cut: LogFolder, _ folder: TemporaryFolder, _ damage: (String) throws -> Void) throws
        -> VerifyReport.Verdict
    {
        let copy = LogFolder(folder.path + "/copy")
        try? FileManager.default.removeItem(atPath: copy.path)
        try LogFixture.copy(cut.path, copy.path)
        try damage(copy.database + "-wal")
        let verdict = try LogFixture.verify(copy.path, signatures: false).verdict
        if case .short(let count) = verdict {
            let store = try LogStore(opening: copy.path)
            #expect(store.obstacle == .short(by: count, head: 41))
            #expect(throws: LogFault.short(by: count, head: 41)) {
                try store.append([LogFixture.alert(99)], moment: LogFixture.moment(99))
            }
            // The sound part stays readable.
            #expect(try store.entries(from: 0, limit: 100).count == 41 - Int(count))
        }
        return verdict
    }

    @Test func whatIsNotALogIsCalledSo() throws {
        let folder = try TemporaryFolder()
        func verdict(_ path: String) throws -> Int32 { try LogFixture.verify(path).verdict.exitCode }
        #expect(try verdict(folder.path + "/nowhere") == 13)
        #expect(try verdict(folder.path) == 13)
        let foreign = LogFolder(folder.path + "/foreign")
        try FileManager.default.createDirectory(atPath: foreign.path, withIntermediateDirectories: true)
        try Data("not a database, but long enough to look like one".utf8).write(
            to: URL(fileURLWithPath: foreign.database))
        #expect(try verdict(foreign.path) == 13)
        #expect(throws: (any Error).self) { try LogStore(opening: foreign.path) }
        try FileManager.default.removeItem(atPath: foreign.database)
        try LogFixture.raw(foreign) { try $0.execute(sql: "CREATE TABLE entry (x)") }
        #expect(try verdict(foreign.path) == 13)

        let newer = try copy(folder)
        try LogFixture.raw(newer) { try $0.execute(sql: "PRAGMA user_version = 2") }
        #expect(try LogFixture.verify(newer.path).verdict == .notALog(reason: "user_version"))
        #expect(throws: LogFault.newerFormat(path: newer.path, version: 2)) { try LogStore(opening: newer.path) }
    }

    @Test func aTruncatedDatabaseIsNeverWhole() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        let pristine = folder.path + "/pristine"
        try LogFixture.copy(log.database, pristine)
        let length = LogFixture.size(of: pristine)
        for step in 0..<20 {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: log.database + suffix) }
            try LogFixture.copy(pristine, log.database)
            let place = length * step / 20
            try FileHandle(forUpdating: URL(fileURLWithPath: log.database)).truncate(atOffset: UInt64(place))
            let report = try LogFixture.verify(log.path, signatures: false)
            #expect(!report.isWhole, "cut at \(place)")
            if let store = try? LogStore(opening: log.path, access: .reading) {
                _ = try? store.entries(from: 0, limit: 400)
            }
        }
    }

    // MARK: Disks

    /// A small file system of its own; nil where this machine does not let us mount one.
    private func mount(_ path: String, _ arguments: [String]) -> Bool {
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return (try? LogFixture.run(["mount"] + arguments + [path]).status == 0) ?? false
    }

    @Test func aFullDiskSavesNothingHalfAndIsOvercome() throws {
        let folder = try TemporaryFolder()
        let disk = folder.path + "/disk"
        guard mount(disk, ["-t", "tmpfs", "-o", "size=2m", "tmpfs"]) else {
            print("skipped: mount is not permitted here")
            return
        }
        defer { _ = try? LogFixture.run(["umount", "-l", disk]) }
        let ballast = disk + "/ballast"
        try Data(count: 900_000).write(to: URL(fileURLWithPath: ballast))
        let identity = try LogIdentity(centre: "C", desk: "D", isExercise: false, epoch: "2026")
        try LogStore.found(disk + "/log", identity: identity, actor: "f", moment: LogFixture.moment(0))
        let store = try LogStore(opening: disk + "/log")
        var saved: [Int64] = [0]
        var number: Int64 = 1
        var fault: LogFault?
        while fault == nil, number < 3_000 {
            do throws(LogFault) {
                saved += try store.append([LogFixture.alert(number)], moment: LogFixture.moment(number)).map(\.index)
                number += 1
            } catch {
                fault = error
            }
        }
        let isNamed: Bool
        switch fault {
        case .diskFull, .notSaved: isNamed = true
        default: isNamed = false
        }
        #expect(isNamed, "\(String(describing: fault)) after \(saved.count)")
        #expect(try store.entries(from: 0, limit: 5_000).map(\.index) == saved)
        // An export that does not fit leaves nothing behind. What opening anew made free is filled again first.
        let filler = disk + "/filler"
        let handle = try #require(fopen(filler, "w"))
        while fputs(String(repeating: "x", count: 4_096), handle) >= 0, fflush(handle) == 0 {}
        fclose(handle)
        #expect(throws: (any Error).self) { try store.export(to: disk + "/export") }
        let names = try FileManager.default.contentsOfDirectory(atPath: disk).sorted()
        #expect(names == ["ballast", "filler", "log"])
        try FileManager.default.removeItem(atPath: ballast)
        try FileManager.default.removeItem(atPath: filler)
        saved += try store.append([LogFixture.alert(number)], moment: LogFixture.moment(number)).map(\.index)
        #expect(try store.entries(from: 0, limit: 5_000).map(\.index) == saved)
        store.close()
        #expect(try LogFixture.verify(disk + "/log").verdict == .whole(to: Int64(saved.count), witnessedTo: nil))
    }

    @Test func aReadOnlyFolderIsReadAndVerified() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        let frozen = folder.path + "/frozen"
        guard mount(frozen, ["--bind", log.path]), mount(frozen, ["-o", "remount,bind,ro"]) else {
            print("skipped: mount is not permitted here")
            return
        }
        defer { _ = try? LogFixture.run(["umount", "-l", frozen]) }
        #expect(try LogFixture.verify(frozen).verdict == .whole(to: 300, witnessedTo: nil))
        let store = try LogStore(opening: frozen)
        #expect(store.obstacle == .readOnly(path: frozen))
        #expect(try store.entries(from: 0, limit: 500).count == 300)
        #expect(throws: LogFault.readOnly(path: frozen)) { try store.checkpoint() }
        #expect(try store.prove(17).verify(keys: [store.deskKey]).holds)
        // What can be read can be exported, under the last checkpoint.
        try store.export(to: folder.path + "/export")
        #expect(try LogFixture.verify(folder.path + "/export", signatures: false).isWhole)
    }

    // MARK: Backup

    @Test func backupsTakenWhileTwoWriteAreWhole() throws {
        let folder = try TemporaryFolder()
        let path = try LogFixture.make(folder.path + "/log", entries: 100).path
        let failures = Outcomes()
        DispatchQueue.concurrentPerform(iterations: 3) { worker in
            do {
                let store = try LogStore(opening: path)
                guard worker > 0 else {
                    for number in 0..<4 {
                        let report = try store.backup(to: "\(path)-backup-\(number)")
                        if !report.isWhole || report.witnessedTo == nil { failures.add(1) }
                    }
                    return
                }
                for number in Int64(0)..<150 {
                    let proposal = LogFixture.alert(Int64(worker) * 10_000 + number)
                    _ = try store.append([proposal], moment: LogFixture.moment(number))
                }
            } catch {
                print("worker \(worker): \(error)")
                failures.add(1_000)
            }
        }
        #expect(failures.sum == 0)
        #expect(try LogFixture.verify(path).verdict == .whole(to: 400, witnessedTo: nil))
        for number in 0..<4 {
            let backup = LogFolder("\(path)-backup-\(number)")
            #expect(try LogFixture.verify(backup.path).isWhole)
            #expect(!FileManager.default.fileExists(atPath: backup.deskKey))
        }
        let store = try LogStore(opening: path)
        #expect(throws: LogFault.alreadyExists("\(path)-backup-0")) { try store.backup(to: "\(path)-backup-0") }
        // A copy without the key can be read, and exported under its last checkpoint.
        let copy = try LogStore(opening: "\(path)-backup-0")
        try copy.export(to: "\(path)-export")
        #expect(try LogFixture.verify("\(path)-export", signatures: false).isWhole)
        // A copy with the key is a log to go on with.
        try store.backup(to: "\(path)-moved", includingPrivateKey: true)
        let moved = try LogStore(opening: "\(path)-moved")
        #expect(try moved.append([LogFixture.alert(50_000)], moment: LogFixture.moment(900))[0].index == 400)
        #expect(try LogFixture.verify("\(path)-moved").isWhole)
    }

    @Test func aDamagedLogIsNotBackedUpAsIfItWereSound() throws {
        let folder = try TemporaryFolder()
        let log = try copy(folder)
        try LogFixture.forge(log) { db in
            var bytes = try LogFixture.note(db, 90)
            bytes[20] ^= 1
            try LogFixture.replace(db, 90, bytes, rehash: false)
        }
        let store = try LogStore(opening: log.path)
        #expect(throws: LogFault.damaged(index: 90)) { try store.backup(to: folder.path + "/backup") }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["log"])
    }
}
