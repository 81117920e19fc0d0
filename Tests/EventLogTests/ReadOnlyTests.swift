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
