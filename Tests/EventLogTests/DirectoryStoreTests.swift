import Model
import TestSupport
import Testing

@testable import EventLog

/// A look-up in the directory that finds nothing must mean that there is nothing.
@Suite struct DirectoryStoreTests {
    private static func set(_ number: Int, _ text: String) throws -> Event {
        let key = try #require(DirectoryKey(.contact, "UZB", tail: "\(number)"))
        return .directory(.entrySet(DirectoryEntrySet(DirectoryEntry(key, [.name: text, .number: "+000 \(number)"]))))
    }

    private static func append(_ events: [(Proposal.Target, Event)], to store: LogStore, minute: Int64) throws
        -> [Saved]
    {
        let moment = StoreTests.moment(minute)
        var ids = EventIDSource()
        let proposals = events.map { Proposal($0.0, $0.1, id: ids.next(at: moment.wall), actor: "orazov") }
        return try store.append(proposals, moment: moment)
    }

    @Test func theDirectoryIsWholeBesideTheWindowsOfAFullBoard() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let entries = LogStore.boardWindow + 30
        let saved = try Self.append(
            (1...entries).map { (.new(.directory), try Self.set($0, "desk")) }, to: store, minute: 1)
        let verified = DirectoryEvent.verified(DirectoryEntryVerified(by: "Orazov", when: StoreTests.moment(2).wall))
        _ = try Self.append(
            [
                (.existing(saved[0].subject), .directory(verified)),
                (.existing(saved[1].subject), .directory(.retired(DirectoryEntryRetired(reason: "moved")))),
            ], to: store, minute: 2)
        let few = try store.board()
        #expect(few.isComplete && few.isDirectoryWhole && few.directory.records.count == entries)
        StoreTests.expectSame(few, try store.foldedBoard(to: store.size()), "few")
        let size = try store.size()
        // The directory is not what makes a board too full for its windows; alerts are.
        let alerts = (0...LogStore.completeBoardLimit).map { number in
            (
                Proposal.Target.new(.alerts),
                Event.alert(
                    .raised(AlertRaised(priority: 3, message: .information, headline: "\(number)", source: "UZB")))
            )
        }
        _ = try Self.append(alerts, to: store, minute: 3)
        let full = try store.board()
        #expect(!full.isComplete && full.isDirectoryWhole)
        StoreTests.expectSame(full.directory, few.directory, "full")
        StoreTests.expectSame(try store.board(at: size).directory, few.directory, "past")
        let retired = try #require(DirectoryKey("contact:UZB:2"))
        #expect(full.directory[retired] == nil)
        let first = try store.board(window: LogStore.firstWindow)
        #expect(!first.isDirectoryWhole && first.directory.records.count < entries)
    }
}
