import Foundation
import Glibc
import Model
import TestSupport
import Testing

@testable import EventLog

/// A log that can only be read: another user's, or one on read-only media.
@Suite struct ReadOnlyTests {
    @Test func withoutAnIndexAndWithoutPermissionEverythingIsReadAndNothingIsMade() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        var script = NightScript(seed: 3)
        for step in Int64(1)...40 {
            let moment = StoreTests.moment(step)
            guard let saved = try? store.append([script.proposal(at: moment.wall)], moment: moment) else { continue }
            script.saved(saved[0].subject, index: saved[0].index)
        }
        let wanted = try store.board()
        store.close()
        for suffix in ["", "-wal", "-shm"] { unlink(store.folder.index + suffix) }
        let before = try FileManager.default.contentsOfDirectory(atPath: store.folder.path).sorted()
        let reader = try LogStore(opening: store.folder.path, access: .reading)
        try reader.updateIndex()
        let isSame = try reader.board() == wanted
        #expect(isSame)
        let name = try #require(wanted.alerts.keys.first)
        #expect(try reader.history(of: name).subject == wanted.subject(name))
        let after = try FileManager.default.contentsOfDirectory(atPath: store.folder.path).filter {
            !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal")
        }
        #expect(after.sorted() == before.filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") })
    }

    @Test func networkFileSystemsAreKnownByTheirNumber() {
        for (type, name) in [(0x6969, "NFS"), (0xFF53_4D42, "CIFS"), (0xFE53_4D42, "SMB"), (0x6573_5546, "FUSE")]
            as [(Int64, String)]
        {
            #expect(FileSystem(type: type) == .network(name: name))
        }
        #expect(FileSystem(type: 0x0102_1994) == .volatile(name: "tmpfs"))
        #expect(FileSystem(type: 0xEF53) == .local)
    }
}

/// The log as visitors' screens read it.
@Suite struct VeiledStoreTests {
    private static func veil(_ store: LogStore) -> Veil {
        let words = Veil.Words(names: [:], messages: [:], short: "(short)", medium: "(text)", long: "(long)")
        return Veil(Pseudonyms(secret: Array(repeating: 3, count: 32), origin: store.identity.origin), words)
    }

    /// Boards, histories, pages and what follows are veiled, on the same numbers; the log itself is read as it is.
    @Test func everythingThatIsReadIsVeiled() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/log"
        let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: false, epoch: "2026")
        try LogStore.found(path, identity: identity, actor: "founder", moment: LogFixture.moment(0))
        let store = try LogStore(opening: path)
        func raise(_ number: Int) throws -> Saved {
            let raised = AlertRaised(priority: 1, message: .warning, headline: "Zqx\(number)", source: "Zqx\(number)")
            let id = EventID.timed(LogFixture.moment(1).wall, count: UInt16(number), chance: 1)
            return try store.append(
                [Proposal(.new(.alerts), .alert(.raised(raised)), id: id, actor: "Zqx")],
                moment: LogFixture.moment(Int64(number)))[0]
        }
        let saved = try (1...5).map { try raise($0) }
        let hidden = try LogStore(opening: path, behind: Self.veil(store))
        var board = try hidden.board()
        let later = try raise(6)
        let new = try hidden.follow(&board)
        #expect(new.map(\.index) == [later.index])
        let past = try hidden.board(at: 4)
        let history = try hidden.history(of: saved[2].subject)
        let read =
            new + history.entries + (try hidden.entries(from: 0, limit: 100))
            + [board.newest, past.newest].compactMap { $0 }
        #expect(!read.contains { String(decoding: $0.line, as: UTF8.self).contains("Zqx") })
        #expect(board.alerts.count == 6 && past.alerts.count == 3)
        for alert in Array(board.alerts.values) + Array(past.alerts.values) {
            #expect(!"\(alert)".contains("Zqx"))
        }
        #expect("\(try store.board().alerts)".contains("Zqx6"), "the log itself keeps every word")
        #expect(throws: (any Error).self) { try hidden.append([LogFixture.alert(9)], moment: LogFixture.moment(9)) }
    }
}
