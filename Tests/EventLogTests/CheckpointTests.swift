import Foundation
import GRDB
import Glibc
import Model
import TestSupport
import Testing

@testable import EventLog

@Suite struct CheckpointTests {
    @Test func checkpointsStandForWhatIsInTheLog() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        try LogFixture.grow(store, to: 30, certifyEvery: 10)
        #expect(try store.checkpoints().map(\.size) == [10, 20, 30])
        #expect(try store.checkpoint() == nil)
        #expect(try store.certifiedSize() == 30)
        for checkpoint in try store.checkpoints() {
            var edge = TreeEdge()
            for stored in try store.storedEntries(from: 0, limit: Int(checkpoint.size)) { edge.append(stored.leaf) }
            #expect(edge.root == checkpoint.root)
            let bytes = try #require(try store.checkpointNote(size: checkpoint.size))
            let note = try #require(SignedNote(bytes))
            #expect(note.isSigned(by: store.deskKey))
            #expect(try store.phraseMatches(checkpoint.phrase) == checkpoint.size)
        }
        #expect(try store.phraseMatches(PhraseCode(numbers: [0, 0, 0, 0, 0, 0], digits: "0000")) == nil)
    }

    @Test func aCheckpointIsDueAfterAQuarterOfAnHourWithNews() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        #expect(try store.isCheckpointDue(LogFixture.moment(0)))
        try store.checkpoint()
        #expect(try !store.isCheckpointDue(LogFixture.moment(500)))
        _ = try store.append([LogFixture.alert(1)], moment: LogFixture.moment(5))
        #expect(try !store.isCheckpointDue(LogFixture.moment(14)))
        #expect(try store.isCheckpointDue(LogFixture.moment(15)))
    }

    /// Bytes that changed between commit and checkpoint are never signed.
    @Test(arguments: [0, 5, 19])
    func nothingIsSignedThatDoesNotReadBack(_ index: Int64) throws {
        let folder = try TemporaryFolder()
        let log = try LogFixture.make(folder.path + "/log", entries: 20, certifyEvery: 1_000)
        try LogFixture.forge(log) { db in
            var bytes = try LogFixture.note(db, index)
            bytes[40] ^= 1
            try LogFixture.replace(db, index, bytes, rehash: false)
        }
        let store = try LogStore(opening: log.path)
        #expect(throws: LogFault.damaged(index: index)) { try store.checkpoint() }
        #expect(try store.checkpoints().isEmpty)
        // With its leaf made to fit, the root no longer is the head's.
        store.close()
        try LogFixture.forge(log) { db in
            try LogFixture.replace(db, index, try LogFixture.note(db, index), rehash: true)
        }
        let again = try LogStore(opening: log.path)
        #expect(throws: (any Error).self) { try again.checkpoint() }
        #expect(try again.checkpoints().isEmpty)
    }

    @Test func cosignaturesAreCheckedAndKeptOnce() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        try LogFixture.grow(store, to: 10, certifyEvery: 5)
        let witness = try CosigningKey(name: "osh-witness")
        let stranger = try CosigningKey(name: "osh-witness")
        let checkpoint = try store.checkpoint(size: 5)
        let line = try witness.line(for: checkpoint, at: LogFixture.moment(9).wall)
        #expect(try store.witnessedSize(by: [witness.verifier]) == 0)
        try store.cosign(size: 5, line: line, by: witness.verifier)
        try store.cosign(size: 5, line: line, by: witness.verifier)
        #expect(try store.cosignatures(of: 5).count == 1)
        #expect(try store.witnessedSize(by: [witness.verifier]) == 5)
        #expect(try store.witnessedSize(by: [stranger.verifier]) == 0)
        #expect(throws: LogFault.badCosignature(size: 10)) {
            try store.cosign(size: 10, line: line, by: witness.verifier)
        }
        #expect(throws: LogFault.badCosignature(size: 5)) { try store.cosign(size: 5, line: "- x y", by: nil) }
        #expect(throws: LogFault.noCheckpoint(size: 7)) { try store.cosign(size: 7, line: line, by: nil) }
        let note = try #require(try store.checkpointNote(size: 5))
        let lines = String(decoding: note, as: UTF8.self).split(separator: "\n")
        let own = try #require(lines.first { $0.contains("CARICC/ALMATY-1/live/2026 ") })
        #expect(throws: LogFault.badCosignature(size: 5)) { try store.cosign(size: 5, line: String(own), by: nil) }
        #expect(try WitnessKey(witness.verifier.text) == witness.verifier)
        let report = try LogFixture.verify(store.folder.path, witnesses: [witness.verifier])
        #expect(report.verdict == .whole(to: 10, witnessedTo: 5))
        #expect(try LogFixture.verify(store.folder.path).verdict == .whole(to: 10, witnessedTo: nil))
    }

    @Test func everyEntryIsProvedWithTilesAndWithout() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        try LogFixture.grow(store, to: 600, certifyEvery: 200)
        let witness = try CosigningKey(name: "w")
        let checkpoint = try #require(try store.lastCheckpoint())
        try store.cosign(size: 600, line: try witness.line(for: checkpoint, at: LogFixture.moment(1).wall), by: nil)
        for index in stride(from: Int64(0), to: 600, by: 23) {
            let proof = try store.prove(index)
            let verified = proof.verify(keys: [store.deskKey], witnesses: [witness.verifier])
            #expect(verified.holds)
            #expect(verified.witnesses.keys.sorted() == ["w"])
            let read = try #require(Proof(text: proof.text, entry: proof.entry))
            #expect(read == proof)
            let bare = try TreeProof.inclusion(of: index, size: 600, in: store.storedTree(usesTiles: false))
            #expect(bare == proof.hashes)
        }
        let proof = try store.prove(77)
        let stranger = try SigningKey(name: store.deskKey.name).verifier
        #expect(proof.verify(keys: [stranger]).flaws == [.checkpointNotSigned, .entryNotSigned])
        let other = Proof(
            entry: try store.prove(78).entry, index: 77, hashes: proof.hashes, checkpoint: proof.checkpoint)
        #expect(other.verify(keys: [store.deskKey]).flaws == [.notIncluded, .entryElsewhere])
        #expect(throws: LogFault.noSuchEntry(600)) { try store.prove(600) }
        for (old, new) in [(200, 400), (200, 600), (400, 600), (600, 600)] as [(Int64, Int64)] {
            let hashes = try store.proveConsistency(from: old, to: new)
            #expect(
                TreeProof.isConsistent(
                    from: old, root: try store.checkpoint(size: old).root, to: new,
                    root: try store.checkpoint(size: new).root, hashes: hashes))
        }
    }

    @Test func wrongTilesInTheIndexDoNotMakeWrongProofs() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        try LogFixture.grow(store, to: 600, certifyEvery: 300)
        try store.index.write { db in
            try db.execute(sql: "UPDATE tile SET hashes = zeroblob(8192)")
        }
        #expect(try store.prove(5).verify(keys: [store.deskKey]).holds)
        _ = try store.append([LogFixture.alert(700)], moment: LogFixture.moment(700))
        #expect(try store.checkpoint()?.size == 601)
    }

    @Test func theClockMayJumpBackButRecNeverFalls() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        for (number, minute) in [(1, 100), (2, 40), (3, -5_000), (4, 100), (5, 101)] as [(Int64, Int64)] {
            _ = try store.append([LogFixture.alert(number)], moment: LogFixture.moment(minute))
        }
        let other = try LogStore(opening: store.folder.path)
        _ = try other.append([LogFixture.alert(6)], moment: LogFixture.moment(7))
        let recorded = try store.entries(from: 0, limit: 10).map(\.recorded)
        #expect(recorded == recorded.sorted())
        #expect(recorded.suffix(5) == [100, 100, 100, 101, 101].map { LogFixture.moment($0).wall })
        #expect(try LogFixture.verify(store.folder.path).isWhole)
    }

    @Test func ofTwoWhoActOnOneAlertOneSucceeds() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let path = store.folder.path
        for round in Int64(0)..<25 {
            let raised = try store.append([LogFixture.alert(round)], moment: LogFixture.moment(round))[0]
            let outcomes = Outcomes()
            DispatchQueue.concurrentPerform(iterations: 2) { worker in
                do {
                    let own = try LogStore(opening: path)
                    let close = Proposal(
                        .existing(raised.subject), .alert(.acknowledged(AlertAcknowledged(until: nil))),
                        id: .timed(
                            LogFixture.moment(round).wall, count: UInt16(worker), chance: 1_000_000 + UInt64(round)),
                        actor: "officer-\(worker)", expecting: raised.index)
                    outcomes.add(try own.append([close], moment: LogFixture.moment(round)).isEmpty ? 0 : 1)
                } catch LogFault.moved(let name, let expected, let found) {
                    outcomes.add(name == raised.subject && expected == raised.index && found > expected ? 10 : 100)
                } catch {
                    outcomes.add(1_000)
                }
            }
            #expect(outcomes.sum == 11)
        }
        #expect(try LogFixture.verify(path).isWhole)
    }

    @Test func headAheadOfTheLogStopsWritingAndLogAheadOfTheHeadIsExtended() throws {
        let folder = try TemporaryFolder()
        let log = try LogFixture.make(folder.path + "/log", entries: 20)
        let older = try #require(try HeadFile(path: log.head, writable: false).read())
        var ahead = older
        for number in 0..<3 { ahead.edge.append(Hashing.leaf([UInt8(number)])) }
        try LogFixture.writeHead(log, ahead)
        let short = try LogStore(opening: log.path)
        #expect(short.obstacle == .short(by: 3, head: 23))
        #expect(throws: LogFault.short(by: 3, head: 23)) {
            try short.append([LogFixture.alert(50)], moment: LogFixture.moment(50))
        }
        #expect(try short.entries(from: 0, limit: 100).count == 20)
        short.close()
        #expect(try LogFixture.verify(log.path).verdict == .short(by: 3))

        try LogFixture.writeHead(log, older)
        let store = try LogStore(opening: log.path)
        try LogFixture.grow(store, to: 25, certifyEvery: 1_000)
        store.close()
        try LogFixture.writeHead(log, older)
        #expect(try LogFixture.verify(log.path).verdict == .whole(to: 25, witnessedTo: nil))
        let behind = try LogStore(opening: log.path)
        #expect(behind.obstacle == nil)
        #expect(try behind.append([LogFixture.alert(60)], moment: LogFixture.moment(60))[0].index == 25)
        #expect(try HeadFile(path: log.head, writable: false).read()?.size == 26)
    }
}

/// Adds numbers from several threads.
final class Outcomes: @unchecked Sendable {
    private let lock = NSLock()
    private var total = 0

    func add(_ number: Int) { lock.withLock { total += number } }
    var sum: Int { lock.withLock { total } }
}
