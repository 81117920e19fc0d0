import EventLog
import Model
import TestSupport
import Testing

@Suite struct StoreTests {
    static func moment(_ minutes: Int64) -> MachineMoment {
        MachineMoment(
            wall: Instant(milliseconds: 1_792_190_000_000) + .minutes(minutes), boot: "0123456789abcdef",
            mono: minutes * 60_000)
    }

    /// Compares without printing two boards of hundreds of lines.
    static func expectSame<Value: Equatable>(_ a: Value, _ b: Value, _ remark: String) {
        let isSame = a == b
        #expect(isSame, "\(remark)")
    }

    static func makeLog(_ folder: TemporaryFolder, isExercise: Bool = false) throws -> LogStore {
        let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: isExercise, epoch: "2026")
        try LogStore.found(folder.path + "/log", identity: identity, actor: "founder", moment: moment(0))
        return try LogStore(opening: folder.path + "/log")
    }

    /// Each subject entry by entry is the same as all of its entries at once.
    private static func expectStepwise(_ store: LogStore, _ remark: String) throws {
        var stepwise: [SubjectName: SubjectHistory] = [:]
        for entry in try store.entries(from: 0, limit: Int(store.size())) {
            let before = stepwise[entry.subject] ?? SubjectHistory([])
            let after = before.adding(entry)
            expectSame(after, SubjectHistory(before.entries + [entry]), "\(remark): \(entry.subject.text)")
            stepwise[entry.subject] = after
        }
    }

    @Test func everyBoardOfARandomNightEqualsThePlainFold() throws {
        for seed in UInt64(1)...6 {
            let folder = try TemporaryFolder()
            let store = try Self.makeLog(folder)
            let second = try LogStore(opening: store.folder.path, access: .reading)
            var script = NightScript(seed: seed)
            var live = try second.board()
            var sizes: [Int64: Board] = [:]
            for step in Int64(1)...120 {
                let moment = Self.moment(step * 3)
                let proposal = script.proposal(at: moment.wall)
                do {
                    let saved = try store.append([proposal], moment: moment)
                    script.saved(saved[0].subject, index: saved[0].index)
                } catch LogFault.refused {
                    continue
                }
                _ = try second.follow(&live)
                sizes[live.size] = live
            }
            let size = try store.size()
            Self.expectSame(try store.foldedBoard(to: size), live, "seed \(seed)")
            Self.expectSame(try store.board(), live, "seed \(seed)")
            for (size, board) in sizes {
                var past = try store.board(at: size)
                Self.expectSame(past.alerts, board.alerts, "seed \(seed) at \(size)")
                Self.expectSame(past.deliveries, board.deliveries, "seed \(seed) at \(size)")
                Self.expectSame(past.shifts, board.shifts, "seed \(seed) at \(size)")
                Self.expectSame(past.newestWatch, board.newestWatch, "seed \(seed) at \(size)")
                Self.expectSame(past.rosters, board.rosters, "seed \(seed) at \(size)")
                Self.expectSame(past.onCall, board.onCall, "seed \(seed) at \(size)")
                Self.expectSame(past.orders, board.orders, "seed \(seed) at \(size)")
                Self.expectSame(past.arrangements, board.arrangements, "seed \(seed) at \(size)")
                past = try store.foldedBoard(to: size)
                Self.expectSame(past, board, "seed \(seed) at \(size)")
            }
            try store.rebuildIndex()
            Self.expectSame(try store.board(), live, "seed \(seed) after the index was made again")
            try Self.expectStepwise(store, "seed \(seed)")
        }
    }

    /// A flood that nobody can read does not slow a console down, and nothing of it is lost or counted wrongly.
    @Test func aBoardThatFollowsAFloodKeepsToWhatIsUrgent() throws {
        let folder = try TemporaryFolder()
        let store = try Self.makeLog(folder)
        let follower = try LogStore(opening: store.folder.path, access: .reading)
        var board = try follower.board()
        var ids = EventIDSource()
        let batch = 130
        for round in 0..<10 {
            let moment = Self.moment(1 + Int64(round) / 3)
            let proposals = (0..<batch).map { number in
                let raised = AlertRaised(
                    priority: round == 4 && number == 7 ? 1 : 3, message: .warning, headline: "gate \(number % 5)",
                    source: "UZB")
                return Proposal(.new(.alerts), .alert(.raised(raised)), id: ids.next(at: moment.wall), actor: "desk")
            }
            _ = try store.append(proposals, moment: moment)
            #expect(try follower.follow(&board).count == batch)
        }
        #expect(board.loadedCount <= LogStore.crowdedBoardLimit && !board.isComplete)
        let now = Self.moment(5).wall
        #expect(board.openAlertCount(at: now) == 1_300 && board.unacknowledged(at: now)?.count == 1_300)
        #expect(board.alertsInOrder(at: now).first?.priority == 1)
        #expect(board.alarmRate.count(at: now) == 1_300)
        #expect(board.alarmRate.floodSince(at: now) == Self.moment(1).wall)
    }

    @Test func theSameIDIsSavedOnce() throws {
        let folder = try TemporaryFolder()
        let store = try Self.makeLog(folder)
        var script = NightScript(seed: 1)
        let proposal = script.proposal(at: Self.moment(1).wall)
        let first = try store.append([proposal], moment: Self.moment(1))
        let again = try store.append([proposal, proposal], moment: Self.moment(2))
        #expect(first.map(\.index) == [1])
        #expect(
            again == [
                Saved(index: 1, subject: first[0].subject, wasThere: true),
                Saved(index: 1, subject: first[0].subject, wasThere: true),
            ])
        #expect(try store.size() == 2)
    }
}
