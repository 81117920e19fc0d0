import Foundation
import GRDB
import Glibc
import Model
import Synchronization
import TestSupport
import Testing

@testable import EventLog

/// Logs to test on, and the hands of somebody who may write to their files.
enum LogFixture {
    static func moment(_ minutes: Int64) -> MachineMoment { StoreTests.moment(minutes) }

    /// A log of `count` entries, with a checkpoint after every `certifyEvery` of them; closed.
    @discardableResult
    static func make(_ path: String, entries count: Int, certifyEvery: Int = 50, isExercise: Bool = false) throws
        -> LogFolder
    {
        let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: isExercise, epoch: "2026")
        try LogStore.found(path, identity: identity, actor: "founder", moment: moment(0))
        let store = try LogStore(opening: path)
        try grow(store, to: count, certifyEvery: certifyEvery)
        store.close()
        return LogFolder(path)
    }

    static func grow(_ store: LogStore, to count: Int, certifyEvery: Int = 50) throws {
        while case let size = Int(try store.size()), size < count {
            let next = min(count, (size / certifyEvery + 1) * certifyEvery)
            let proposals = (size..<next).map { alert(Int64($0)) }
            _ = try store.append(proposals, moment: moment(Int64(size)))
            if next % certifyEvery == 0 { try store.checkpoint() }
        }
    }

    static func alert(_ number: Int64) -> Proposal {
        let body = AlertRaised(
            priority: 2, message: .warning, headline: "Тестовый № \(number) \"x\" \u{1}", source: "UZB", due: nil)
        let id = EventID.timed(
            moment(number).wall, count: UInt16(number & 0xFFF), chance: UInt64(number) &* 0x9E37_79B9)
        return Proposal(.new(.alerts), .alert(.raised(body)), id: id, actor: "orazov")
    }

    static func copy(_ from: String, _ to: String) throws { try FileManager.default.copyItem(atPath: from, toPath: to) }

    static func key(_ folder: LogFolder) throws -> SigningKey {
        let text = try String(contentsOfFile: folder.deskKey, encoding: .utf8).trimmingCharacters(in: .newlines)
        return try SigningKey(text: text)
    }

    /// Opens a closed log's database as any program can.
    static func raw<Value>(_ folder: LogFolder, recursiveTriggers: Bool = false, _ work: (Database) throws -> Value)
        throws -> Value
    {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
        defer { try? queue.close() }
        return try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA recursive_triggers = \(recursiveTriggers ? "ON" : "OFF")")
            return try work(db)
        }
    }

    /// Changes what the triggers guard, and puts the triggers back so that nothing shows.
    static func forge(_ folder: LogFolder, _ work: (Database) throws -> Void) throws {
        try raw(folder) { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for row in triggers { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
            try work(db)
            for row in triggers { try db.execute(sql: row["sql"] as String) }
        }
    }

    static func note(_ db: Database, _ index: Int64) throws -> [UInt8] {
        Array(try Data.fetchOne(db, sql: "SELECT bytes FROM entry WHERE idx = ?", arguments: [index]) ?? Data())
    }

    static func replace(_ db: Database, _ index: Int64, _ bytes: [UInt8], rehash: Bool) throws {
        if rehash {
            try db.execute(
                sql: "UPDATE entry SET bytes = ?, leaf = ? WHERE idx = ?",
                arguments: [Data(bytes), Data(Hashing.leaf(bytes).bytes), index])
        } else {
            try db.execute(sql: "UPDATE entry SET bytes = ? WHERE idx = ?", arguments: [Data(bytes), index])
        }
    }

    /// Writes the log anew from entry `start` on, with the desk's own key: chain, signatures, checkpoints and head.
    static func rewrite(_ folder: LogFolder, from start: Int64, change: (inout Entry) -> Void) throws {
        let key = try key(folder)
        var head = Head(edge: TreeEdge(), lastLeaf: .zero)
        try forge(folder) { db in
            let count = try Int64.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0
            let sizes = Set(try Int64.fetchAll(db, sql: "SELECT size FROM checkpoint"))
            for index in 0..<count {
                var bytes = try note(db, index)
                if index >= start, var entry = StoredEntry(index: index, bytes: bytes, leaf: .zero).entry {
                    entry.previous = head.lastLeaf
                    change(&entry)
                    bytes = try SignedNote.bytes(signing: entry.line, with: key)
                    try replace(db, index, bytes, rehash: true)
                }
                head.lastLeaf = Hashing.leaf(bytes)
                head.edge.append(head.lastLeaf)
                if index >= start, sizes.contains(head.size) {
                    let checkpoint = Checkpoint(origin: key.verifier.name, size: head.size, root: head.edge.root)
                    let note = try SignedNote.bytes(signing: checkpoint.text, with: key)
                    try db.execute(
                        sql: "UPDATE checkpoint SET root = ?, note = ? WHERE size = ?",
                        arguments: [Data(checkpoint.root.bytes), Data(note), head.size])
                }
            }
        }
        try writeHead(folder, head)
    }

    static func writeHead(_ folder: LogFolder, _ head: Head) throws {
        let file = try HeadFile(path: folder.head, writable: true)
        _ = file.read()
        try file.write(head)
        try file.write(head)
    }

    static func verify(
        _ path: String, known: [OutsideWord] = [], witnesses: [WitnessKey] = [], signatures: Bool = true,
        mode: Verifier.Mode = .full
    ) throws -> VerifyReport {
        try #require(
            Verifier.verify(path: path, mode: mode, known: known, witnesses: witnesses, signatures: signatures))
    }

    /// Runs a program and returns its exit status and what it printed.
    static func run(_ arguments: [String], in folder: String? = nil) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Turns one bit of a file over. Only for files that no connection of this process has open.
    static func flip(_ path: String, byte: Int, bit: Int) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(byte))
        let old = try file.read(upToCount: 1)?.first ?? 0
        try file.seek(toOffset: UInt64(byte))
        try file.write(contentsOf: Data([old ^ (1 << UInt8(bit))]))
    }

    static func size(of path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int).flatMap { $0 } ?? 0
    }
}

/// A log that is made when it is first asked for, and kept as long as the tests run.
final class SharedLog: @unchecked Sendable {
    private let lock = NSLock()
    private let entries: Int
    private var made: (folder: TemporaryFolder, log: LogFolder)?

    private static let kept = Mutex<[String]>([])

    init(entries: Int) { self.entries = entries }

    private static func deleteAtExit(_ path: String) {
        let isFirst = kept.withLock { paths in
            paths.append(path)
            return paths.count == 1
        }
        guard isFirst else { return }
        atexit { for path in SharedLog.kept.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) } }
    }

    func log() throws -> LogFolder {
        try lock.withLock {
            if let made { return made.log }
            let folder = try TemporaryFolder()
            let log = try LogFixture.make(folder.path + "/log", entries: entries)
            made = (folder, log)
            SharedLog.deleteAtExit(folder.path)
            return log
        }
    }
}
