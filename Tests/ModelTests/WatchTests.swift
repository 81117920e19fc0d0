import TestSupport
import Testing

@testable import Model

@Suite struct WatchTests {
    static let now = SampleLog.night

    static func watch(_ events: [(ShiftEvent, Int64)], reason: String? = nil, actor: String = "orazov") -> Shift {
        var log = SampleLog()
        let started = ShiftStarted(
            officer: "Orazov D.M.", officerID: "orazov", until: now + .hours(12), relieves: SubjectName("SH-2026-009"),
            reason: reason)
        let name = log.begin(.shifts, .shift(.started(started)), minutesAgo: 60, actor: "orazov")
        for (event, minutes) in events { log.add(.shift(event), to: name, minutesAgo: minutes, actor: actor) }
        guard case .shift(let shift) = log.history(of: name).subject else { preconditionFailure("not a watch") }
        return shift
    }

    /// A clock that was set back by an hour and more, and entries whose time was typed wrongly.
    @Test func aClockThatStepsBackMakesNoHoursNegativeAndNoEndJump() {
        let shift = Self.watch([])
        #expect(shift.served(at: Self.now) == .hours(1))
        #expect(shift.served(at: Self.now - .hours(3)) == .zero)
        var log = SampleLog()
        let started = ShiftStarted(officer: "Orazov D.M.", until: Self.now + .hours(12))
        let name = log.begin(.shifts, .shift(.started(started)), minutesAgo: 60, happened: -30)
        log.add(.shift(.ended(ShiftEnded())), to: name, minutesAgo: 10, happened: 600)
        guard case .shift(let ended) = log.history(of: name).subject else { preconditionFailure("not a watch") }
        // It cannot have begun after it was written down, nor have ended before it began.
        #expect(ended.from == Self.now - .hours(1))
        #expect(ended.endedAt == ended.from)
        #expect(ended.served(at: Self.now + .hours(5)) == .zero)
        #expect(ended.started.until == started.until)
    }

    /// While the machine's clock is behind the log, the hours on duty are counted to the newest entry.
    @Test func hoursAreCountedByTheLogWhereTheClockIsBehind() {
        let board = SampleLog.busyNight.board
        let newest = board.newest?.learnt ?? .distantPast
        #expect(board.dutyTime(newest - .hours(5)) == newest)
        #expect(board.dutyTime(newest + .hours(5)) == newest + .hours(5))
    }

    @Test func aWatchTakenWithoutAnOfferIsANeedUntilSomebodyElseConfirmsIt() {
        let taken = Self.watch([], reason: "the officer is ill")
        #expect(taken.isTakingUnseen)
        let seen = ShiftEvent.takingSeen(ShiftTakingSeen())
        #expect(taken.refusal(of: seen, by: "orazov", at: Self.now) == .ownTaking(taken.name))
        #expect(taken.refusal(of: seen, by: "ermekov", at: Self.now) == nil)
        let confirmed = Self.watch([(seen, 5)], reason: "the officer is ill", actor: "ermekov")
        #expect(!confirmed.isTakingUnseen)
        #expect(confirmed.refusal(of: seen, by: "ermekov", at: Self.now) == .nothingToConfirm(confirmed.name))
        #expect(!Self.watch([]).isTakingUnseen)
    }

    @Test func theBoardSaysSinceWhenNobodyHasTheWatch() {
        var log = SampleLog()
        #expect(log.board.needs(at: Self.now).first == .nobodyHasTheWatch(since: nil, last: nil))
        let started = ShiftStarted(officer: "Orazov D.M.", until: Self.now)
        let name = log.begin(.shifts, .shift(.started(started)), minutesAgo: 600)
        #expect(log.board.nobodySince == nil)
        log.add(.shift(.ended(ShiftEnded())), to: name, minutesAgo: 12)
        #expect(
            log.board.needs(at: Self.now) == [.nobodyHasTheWatch(since: Self.now - .minutes(12), last: name)])
    }

    @Test func anOfferIsForOnePersonByIDOrName() {
        let shift = Self.watch([(.offered(ShiftOffered(to: "Ermekov N.T.")), 5)])
        #expect(shift.isOffered(to: "ermekov", named: "Ermekov N.T."))
        #expect(shift.isOffered(to: "ermekov n.t."))
        #expect(!shift.isOffered(to: "sagynbaeva", named: "Sagynbaeva A.K."))
    }

    @Test func aDecisionNeedsItsReasonAndWhoDecided() {
        let shift = Self.watch([])
        func refusal(_ text: String, _ reason: String, _ by: String) -> Refusal? {
            shift.refusal(
                of: .decided(DecisionRecorded(text: text, reason: reason, decidedBy: by, knownTo: 4)), at: Self.now)
        }
        #expect(refusal("keep 30 min", "the queue stands", "Sagynbaeva A.K.") == nil)
        #expect(refusal("keep 30 min", " ", "Sagynbaeva A.K.") == .reasonMissing)
        #expect(refusal("keep 30 min", "the queue stands", "") == .textMissing)
    }

    @Test func onlyTheAuthorCorrectsAndOnlyWhatTheyWithdrew() {
        var log = SampleLog()
        let name = log.begin(
            .shifts, .shift(.started(ShiftStarted(officer: "Orazov D.M.", until: Self.now))), minutesAgo: 60)
        log.add(.shift(.noted(ShiftNoted(text: "83.4 kg"))), to: name, minutesAgo: 30, actor: "orazov")
        let correction = Event.shift(.noted(ShiftNoted(text: "38.4 kg", corrects: 1)))
        #expect(log.history(of: name).refusal(of: correction, by: "orazov", at: Self.now) == .notWithdrawn(1))
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: 1, reason: "slip"))), to: name, minutesAgo: 20, actor: "orazov"
        )
        let history = log.history(of: name)
        #expect(history.refusal(of: correction, by: "orazov", at: Self.now) == nil)
        #expect(
            history.refusal(of: correction, by: "sagynbaeva", at: Self.now) == .notTheAuthor(1, author: "orazov"))
        let other = Event.shift(.noted(ShiftNoted(text: "x", corrects: 0)))
        #expect(history.refusal(of: other, by: "sagynbaeva", at: Self.now) == .notOfThisSubject(0))
    }

    // MARK: People, orders, arrangements

    @Test func whoMayBeWokenDependsOnThePriority() {
        var log = SampleLog()
        func add(_ person: String, _ duty: OnCallDuty, _ wakeFor: Int, from: Int64 = -60, until: Int64? = 60) {
            let terms = OnCallSet(
                person: person, duty: duty, from: Self.now + .minutes(from),
                until: until.map { Self.now + .minutes($0) },
                wakeFor: wakeFor)
            log.begin(.onCall, .onCall(.set(terms)), minutesAgo: 100)
        }
        add("technician", .technician, 4)
        add("leader", .leader, 1)
        add("liaison", .liaison, 2, until: nil)
        add("gone", .analyst, 4, until: -1)
        add("to come", .analyst, 4, from: 1)
        let board = log.board
        #expect(board.onCall(at: Self.now).map(\.terms.person) == ["leader", "liaison", "technician"])
        #expect(board.whoToWake(for: 1, at: Self.now).map(\.terms.person) == ["leader", "liaison", "technician"])
        #expect(board.whoToWake(for: 2, at: Self.now).map(\.terms.person) == ["liaison", "technician"])
        #expect(board.whoToWake(for: 4, at: Self.now + .minutes(2)).map(\.terms.person) == ["to come", "technician"])
    }

    @Test func anOrderWaitsForEachOfficerOnce() {
        var log = SampleLog()
        let issued = StandingOrderIssued(title: "Calls", text: "Call back", from: Self.now - .hours(1))
        let name = log.begin(.orders, .order(.issued(issued)), minutesAgo: 30, actor: "ermekov")
        #expect(log.board.needs(at: Self.now, for: "orazov").contains(.orderUnread(name, title: "Calls")))
        #expect(log.board.ordersToRead(by: "ermekov", at: Self.now).isEmpty)
        let read = Event.order(.read(StandingOrderRead()))
        #expect(log.history(of: name).refusal(of: read, by: "orazov", at: Self.now) == nil)
        log.add(read, to: name, minutesAgo: 5, actor: "orazov")
        #expect(log.history(of: name).refusal(of: read, by: "orazov", at: Self.now) == .alreadyRead(name, by: "orazov"))
        #expect(!log.board.needs(at: Self.now, for: "orazov").contains(.orderUnread(name, title: "Calls")))
        #expect(log.board.ordersToRead(by: "sagynbaeva", at: Self.now).count == 1)
        #expect(log.board.ordersToRead(by: "sagynbaeva", at: Self.now - .hours(2)).isEmpty)
    }

    @Test func anArrangementStaysOpenUntilItIsEnded() {
        var log = SampleLog()
        let made = ArrangementMade(
            type: .verbalOrder, text: "wake at once", orderedBy: "Ermekov", until: Self.now + .minutes(10))
        let name = log.begin(.arrangements, .arrangement(.made(made)), minutesAgo: 30)
        #expect(log.board.agenda(at: Self.now).contains { $0.subject == name })
        let overdue = log.board.needs(at: Self.now + .minutes(11))
        #expect(
            overdue.contains(
                .arrangementOverdue(name, .verbalOrder, text: "wake at once", due: Self.now + .minutes(10))))
        log.add(
            .arrangement(.extended(ArrangementExtended(until: Self.now + .hours(2), reason: "not over"))), to: name,
            minutesAgo: 1)
        #expect(
            log.board.arrangementsInForce(at: Self.now + .hours(1)).first?.isOverdue(at: Self.now + .hours(1)) == false)
        log.add(.arrangement(.ended(ArrangementEnded(isCarriedOut: true))), to: name, minutesAgo: 0)
        #expect(log.board.arrangementsInForce(at: Self.now).isEmpty)
    }
}
