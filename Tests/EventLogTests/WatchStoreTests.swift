import Foundation
import Model
import TestSupport
import Testing

@testable import EventLog

/// One watch, in a real log: never two holders, never none without saying so.
@Suite struct WatchStoreTests {
    static let until = StoreTests.moment(1_440).wall

    final class Ids {
        var count: UInt64 = 0
        func next() -> EventID {
            count += 1
            return .timed(StoreTests.moment(0).wall, count: UInt16(count & 0xFFF), chance: count &* 0x9E37_79B9)
        }
    }

    static func start(_ officer: String, ids: Ids) -> Proposal {
        Proposal(
            .new(.shifts), .shift(.started(ShiftStarted(officer: officer, officerID: officer, until: until))),
            id: ids.next(), actor: officer)
    }

    static func relief(of watch: Shift, by officer: String, ids: Ids, reason: String? = "not offered") -> [Proposal] {
        WatchRelief(of: watch, by: officer, named: officer, until: until, reason: reason).events.map {
            Proposal($0.target, $0.event, id: ids.next(), actor: officer, expecting: $0.expecting)
        }
    }

    /// Nothing is open.
    static let empty = HandoverWritten(lines: [], horizon: until, size: 1)

    static func refusal(_ store: LogStore, _ proposals: [Proposal], at minutes: Int64) -> LogFault? {
        do throws(LogFault) {
            _ = try store.append(proposals, moment: StoreTests.moment(minutes))
            return nil
        } catch {
            return error
        }
    }

    static func holders(_ store: LogStore) throws -> [String] {
        try store.foldedBoard(to: store.size()).shifts.values.map(\.started.officer).sorted()
    }

    @Test func aReliefIsOneAppendAndTheSecondOneIsToldWhoHasIt() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let ids = Ids()
        _ = try store.append([Self.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(1))
        // Both look at the same watch; another console, another store.
        let second = try LogStore(opening: store.folder.path)
        let seen = try #require(try store.board().watch)
        #expect(try second.board().watch == seen)
        #expect(Self.refusal(store, Self.relief(of: seen, by: "orazov", ids: ids), at: 5) == nil)
        let late = Self.refusal(second, Self.relief(of: seen, by: "ermekov", ids: ids), at: 5)
        let holder = try #require(try second.board().watch)
        #expect(late == .refused(.watchAlreadyHeld(holder.name, by: "orazov"), position: 0))
        #expect(try Self.holders(store) == ["orazov"])
        #expect(holder.started.relieves == seen.name)
        #expect(holder.from == StoreTests.moment(5).wall)
    }

    /// What is open is folded before the lock is taken; what came since still counts.
    @Test func anAcceptanceCountsWhatCameWhileItWasFolded() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let ids = Ids()
        let watch = try store.append([Self.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(1))[0].subject
        let offered = Event.shift(.offered(ShiftOffered(to: "orazov", handover: Self.empty)))
        _ = try store.append(
            [Proposal(.existing(watch), offered, id: ids.next(), actor: "sagynbaeva")], moment: StoreTests.moment(2))
        let folded = try store.wholeBoard()
        // At another console, in that moment.
        let second = try LogStore(opening: store.folder.path)
        let raised = AlertRaised(priority: 1, message: .warning, headline: "a truck", source: "UZB")
        let alert = try second.append(
            [Proposal(.new(.alerts), .alert(.raised(raised)), id: ids.next(), actor: "sagynbaeva")],
            moment: StoreTests.moment(3))[0].subject
        let seen = try #require(try store.board().watch)
        func accept(_ minutes: Int64) throws -> [Saved] {
            try store.append(
                Self.relief(of: seen, by: "orazov", ids: ids, reason: nil), moment: StoreTests.moment(minutes),
                signer: nil, founders: [], standing: folded)
        }
        let line = HandoverItem.Key(alert, "alert")
        do {
            _ = try accept(4)
            Issue.record("accepted without the line that came last")
        } catch LogFault.refused(let refusal, _) {
            #expect(refusal == .notSaidBack(watch, lines: [line.text]))
        }
        let said = Event.shift(.saidBack(HandoverSaidBack(item: line, text: "a truck, nobody follows it")))
        _ = try second.append(
            [Proposal(.existing(watch), said, id: ids.next(), actor: "orazov")], moment: StoreTests.moment(5))
        let now = try #require(try store.board().watch)
        _ = try store.append(
            Self.relief(of: now, by: "orazov", ids: ids, reason: nil), moment: StoreTests.moment(6), signer: nil,
            founders: [], standing: folded)
        #expect(try Self.holders(store) == ["orazov"])
    }

    @Test func nobodyTakesTheWatchBesideTheOneWhoHasIt() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let ids = Ids()
        let first = try store.append([Self.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(1))[0].subject
        let held = LogFault.refused(.watchAlreadyHeld(first, by: "sagynbaeva"), position: 0)
        #expect(Self.refusal(store, [Self.start("orazov", ids: ids)], at: 2) == held)
        // Naming the old watch without ending it changes nothing.
        let watch = try #require(try store.board().watch)
        let beginning = Self.relief(of: watch, by: "orazov", ids: ids)[1]
        #expect(Self.refusal(store, [beginning], at: 2) == held)
        // Nor does a relief of a watch that ended before: nobody had it, and that is what a plain beginning says.
        let end = Proposal(
            .existing(first), .shift(.ended(ShiftEnded(note: "closed", asked: "somebody"))), id: ids.next(),
            actor: "sagynbaeva")
        _ = try store.append([end], moment: StoreTests.moment(3))
        #expect(Self.refusal(store, [beginning], at: 4) == .refused(.watchNotEndedBefore(first), position: 0))
        #expect(try store.board().nobodySince == StoreTests.moment(3).wall)
        #expect(Self.refusal(store, [Self.start("orazov", ids: ids)], at: 5) == nil)
    }

    /// A note that the outgoing officer wrote meanwhile must be read first.
    @Test func aReliefOfAWatchThatMovedIsRefused() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let ids = Ids()
        _ = try store.append([Self.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(1))
        let seen = try #require(try store.board().watch)
        let note = Proposal(
            .existing(seen.name), .shift(.noted(ShiftNoted(text: "wait"))), id: ids.next(), actor: "sagynbaeva")
        _ = try store.append([note], moment: StoreTests.moment(2))
        #expect(
            Self.refusal(store, Self.relief(of: seen, by: "orazov", ids: ids), at: 3)
                == .moved(seen.name, expected: 1, found: 2))
        #expect(try Self.holders(store) == ["sagynbaeva"])
    }

    /// Neither half of a relief is taken back, alone or together: nobody would have the watch, or somebody who knows nothing.
    @Test func whatGaveTheWatchIsNotWithdrawn() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let ids = Ids()
        _ = try store.append([Self.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(1))
        let old = try #require(try store.board().watch)
        let saved = try store.append(Self.relief(of: old, by: "orazov", ids: ids), moment: StoreTests.moment(2))
        func withdraw(_ place: Int) -> Proposal {
            Proposal(
                .existing(saved[place].subject),
                .logKeeping(.withdrawn(EntryWithdrawn(index: saved[place].index, reason: "a slip"))), id: ids.next(),
                actor: "orazov")
        }
        for places in [[0], [1], [1, 0]] {
            #expect(
                Self.refusal(store, places.map { withdraw($0) }, at: 3)
                    == .refused(.watchChangedHands(saved[places[0]].index), position: 0))
        }
        #expect(try Self.holders(store) == ["orazov"])
    }

    /// A watch is taken when it is saved, and one that nobody had begins no earlier than the last one ended.
    @Test func noWatchBeginsInTheHoursOfAnother() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let ids = Ids()
        _ = try store.append([Self.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(1))
        let old = try #require(try store.board().watch)
        var relief = Self.relief(of: old, by: "orazov", ids: ids)
        for place in relief.indices { relief[place].at = old.from - .hours(2) }
        #expect(Self.refusal(store, relief, at: 100) == .refused(.happensWhenSaved, position: 0))
        let end = Proposal(
            .existing(old.name), .shift(.ended(ShiftEnded(note: "closed", asked: "somebody"))), id: ids.next(),
            actor: "sagynbaeva")
        _ = try store.append([end], moment: StoreTests.moment(200))
        let ended = try #require(try Self.ended(store, old.name))
        var start = Self.start("orazov", ids: ids)
        start.at = ended - .milliseconds(1)
        #expect(Self.refusal(store, [start], at: 400) == .refused(.watchWasHeld(old.name, until: ended), position: 0))
        start.at = ended
        #expect(Self.refusal(store, [start], at: 500) == nil)
    }

    private static func ended(_ store: LogStore, _ name: SubjectName) throws -> Instant? {
        guard case .shift(let watch)? = try store.history(of: name).subject else { return nil }
        return watch.endedAt
    }

    /// An end that names a relief, a beginning that names somebody else, an offer to oneself.
    @Test func halfAReliefAndAnOfferOfWhatIsNotOnesOwnAreRefused() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let ids = Ids()
        _ = try store.append([Self.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(1))
        let watch = try #require(try store.board().watch)
        let relief = Self.relief(of: watch, by: "orazov", ids: ids)
        #expect(
            Self.refusal(store, [relief[0]], at: 2) == .refused(.reliefMissing(watch.name), position: 0))
        let silent = Self.relief(of: watch, by: "orazov", ids: ids, reason: nil)
        #expect(Self.refusal(store, silent, at: 2) == .refused(.reasonMissing, position: 1))
        let offer = { (actor: String) in
            Proposal(
                .existing(watch.name), .shift(.offered(ShiftOffered(to: "orazov", handover: Self.empty))),
                id: ids.next(), actor: actor)
        }
        #expect(
            Self.refusal(store, [offer("orazov")], at: 3)
                == .refused(.notYourOwn(watch.name, of: "orazov"), position: 0))
        #expect(Self.refusal(store, [offer("sagynbaeva")], at: 4) == nil)
        let offered = try #require(try store.board().watch)
        var other = Self.relief(of: offered, by: "orazov", ids: ids, reason: nil)
        other[1].actor = "ermekov"
        let next = SubjectName(area: .shifts, year: 2026, number: 2, isExercise: false)
        #expect(Self.refusal(store, other, at: 5) == .refused(.notYourOwn(next, of: "ermekov"), position: 1))
        #expect(Self.refusal(store, Self.relief(of: offered, by: "orazov", ids: ids, reason: nil), at: 6) == nil)
        #expect(try store.board().watch?.isTakingUnseen == false)
    }

    /// Random takings, ends, withdrawals and reliefs: after every entry at most one holds the watch, and where nobody does,
    /// the board says since when.
    @Test func atMostOneHoldsTheWatchAfterEveryEntry() throws {
        for seed in UInt64(1)...8 {
            let folder = try TemporaryFolder()
            let store = try StoreTests.makeLog(folder)
            let ids = Ids()
            var generator = SeededGenerator(seed: seed)
            var own: [(Saved, String)] = []
            for step in Int64(1)...60 {
                let officer = ["sagynbaeva", "orazov", "ermekov"].randomElement(using: &generator) ?? "orazov"
                let watch = try store.board().watch
                var proposals: [Proposal] = []
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: proposals = [Self.start(officer, ids: ids)]
                case 1, 2: if let watch { proposals = Self.relief(of: watch, by: officer, ids: ids) }
                case 3:
                    if let watch {
                        proposals = [
                            Proposal(
                                .existing(watch.name), .shift(.ended(ShiftEnded(note: "closed", asked: "somebody"))),
                                id: ids.next(), actor: officer)
                        ]
                    }
                default:
                    if let (saved, by) = own.randomElement(using: &generator) {
                        proposals = [
                            Proposal(
                                .existing(saved.subject),
                                .logKeeping(.withdrawn(EntryWithdrawn(index: saved.index, reason: "a slip"))),
                                id: ids.next(), actor: by)
                        ]
                    }
                }
                guard let saved = try? store.append(proposals, moment: StoreTests.moment(step)) else { continue }
                own += saved.map { ($0, officer) }
                let board = try store.board()
                #expect(try Self.holders(store).count <= 1, "seed \(seed) step \(step)")
                #expect(board.shifts.isEmpty == (board.nobodySince != nil) || board.newestWatch == nil)
                let fold = try store.foldedBoard(to: store.size())
                StoreTests.expectSame(board, fold, "seed \(seed) step \(step)")
                // What was handed over stays at hand after a restart, too.
                StoreTests.expectSame(board.relieved?.name, fold.relieved?.name, "relieved, seed \(seed) step \(step)")
                StoreTests.expectSame(
                    board.relieved?.handover, fold.relieved?.handover, "handed over, seed \(seed) step \(step)")
            }
        }
    }

    /// The machine's clock steps back by ten hours in the middle of a watch.
    @Test func aClockSteppingBackNeitherEndsTheWatchNorMakesItLonger() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let ids = Ids()
        _ = try store.append([Self.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(600))
        let watch = try #require(try store.board().watch)
        let note = Proposal(
            .existing(watch.name), .shift(.noted(ShiftNoted(text: "02:00?"))), id: ids.next(), actor: "sagynbaeva")
        _ = try store.append([note], moment: StoreTests.moment(660))
        let later = try #require(try LogStore(opening: store.folder.path).board().watch)
        let board = try store.board()
        // The console's clock now says ten hours less than the log.
        let wrong = StoreTests.moment(60).wall
        #expect(later.served(at: wrong) == .zero)
        #expect(later.served(at: board.dutyTime(wrong)) == .hours(1))
        #expect(later.started.until == watch.started.until)
        _ = try store.append(Self.relief(of: later, by: "orazov", ids: ids), moment: StoreTests.moment(60))
        let folded = try store.foldedBoard(to: store.size())
        #expect(folded.watch?.from == StoreTests.moment(660).wall)
        guard case .shift(let ended) = try store.history(of: watch.name).subject else { return }
        #expect(ended.endedAt == StoreTests.moment(660).wall)
        #expect(ended.served(at: wrong) == .hours(1))
    }
}
