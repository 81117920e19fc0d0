import TestSupport
import Testing

@testable import Model

/// A handover is what was accepted, when it was accepted, by the one who accepted it: nothing of it is taken back, dated
/// back or lent to somebody else afterwards.
@Suite struct HandoverStandsTests {
    private static let now = SampleLog.night
    private static let watch = SubjectName("SH-2026-001")!
    private static let next = "orazov"

    // MARK: Withdrawals

    private static func index(_ log: SampleLog, of kind: String) throws -> Int64 {
        try #require(log.entries.last { $0.kind == kind && $0.subject == watch }).index
    }

    private static func refusal(_ log: SampleLog, withdrawing index: Int64) throws -> Refusal? {
        let entry = try #require(log.entries.first { $0.index == index })
        return log.history(of: entry.subject).refusal(
            of: .logKeeping(.withdrawn(EntryWithdrawn(index: index, reason: "a slip"))), by: entry.actor, at: now)
    }

    @Test func whatGaveAWatchOrBelongsToAHandoverThatIsOverStays() throws {
        let log = SampleLog.handedOver
        let kinds = [
            HandoverItemSet.kind, ShiftOffered.kind, HandoverRefused.kind, HandoverAsked.kind, HandoverAnswered.kind,
            HandoverSaidBack.kind,
        ]
        for kind in kinds {
            let index = try Self.index(log, of: kind)
            #expect(try Self.refusal(log, withdrawing: index) == .handoverIsOver(index), "\(kind)")
        }
        for entry in log.entries where [ShiftStarted.kind, ShiftEnded.kind].contains(entry.kind) {
            #expect(try Self.refusal(log, withdrawing: entry.index) == .watchChangedHands(entry.index))
        }
        // While it runs the same may be taken back.
        let said = try Self.index(log, of: HandoverSaidBack.kind)
        let open = SubjectHistory(log.history(of: Self.watch).entries.filter { $0.index <= said })
        let event = Event.logKeeping(.withdrawn(EntryWithdrawn(index: said, reason: "a slip")))
        #expect(open.refusal(of: event, by: Self.next, at: Self.now) == nil)
    }

    /// A log of an older program has such withdrawals; the paper that both signed does not change with them.
    @Test func aWithdrawalAfterTheHandoverChangesNothingOfIt() throws {
        let log = SampleLog.handedOver
        let before = try #require(log.past(Self.watch)).past
        var later = log
        for kind in [ShiftOffered.kind, HandoverSaidBack.kind, HandoverItemSet.kind] {
            let index = try Self.index(log, of: kind)
            let actor = try #require(log.entries.first { $0.index == index }).actor
            later.add(
                .logKeeping(.withdrawn(EntryWithdrawn(index: index, reason: "a slip"))), to: Self.watch, minutesAgo: 1,
                actor: actor)
        }
        let after = try #require(later.past(Self.watch)).past
        #expect(after.watch.handover == before.watch.handover && after.offer == before.offer && after.saidBack == 1)
    }

    /// Nor does a withdrawal of before the acceptance come to be withdrawn itself after it.
    @Test func whatWasTakenBackInTimeStaysTakenBack() throws {
        var made = MadeUpWatch()
        made.seizure()
        let key = HandoverItem.Key(try #require(made.board.alerts.keys.first), "alert")
        let set = made.add(.itemSet(HandoverItemSet(item: key, note: "a trap")), minutesAgo: 30)
        var log = made.log
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: set, reason: "wrong line"))), to: made.watch, minutesAgo: 29)
        let back = Int64(log.entries.count - 1)
        #expect(try Self.refusal(log, withdrawing: back) == nil)
        log.add(.shift(.ended(ShiftEnded(relievedBy: "Orazov D.M."))), to: made.watch, minutesAgo: 20, actor: Self.next)
        #expect(try Self.refusal(log, withdrawing: back) == .handoverIsOver(back))
    }

    @Test func anOfferThatIsWithdrawnLeavesNone() throws {
        var made = MadeUpWatch()
        made.quietDelivery()
        for to in ["orazov", "ermekov"] {
            let written = HandoverDraft(made.board, for: made.shift, at: Self.now).written()
            made.add(.offered(ShiftOffered(to: to, handover: written)), minutesAgo: 20)
        }
        var log = made.log
        let second = Int64(log.entries.count - 1)
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: second, reason: "not him"))), to: made.watch, minutesAgo: 10)
        let watch = try #require(log.board.shifts[made.watch])
        #expect(watch.offer == nil && watch.handover.offers.map(\.to) == ["orazov"])
    }

    // MARK: Hours

    @Test func aHandoverHappensWhenItIsSaved() throws {
        let steps: [ShiftEvent] = [
            .offered(ShiftOffered(to: "b")),
            .saidBack(HandoverSaidBack(item: .init(Self.watch, "x"), text: "all of it")),
            .asked(HandoverAsked(text: "who?")), .answered(HandoverAnswered(question: 1, text: "I")),
            .refused(HandoverRefused(reason: "ill")), .ended(ShiftEnded(relievedBy: "B")),
            .started(ShiftStarted(officer: "B", until: Self.now, relieves: Self.watch)),
        ]
        func refusal(_ event: ShiftEvent, _ at: Instant?, last: Shift? = nil) -> Refusal? {
            Shift.refusal(of: .shift(event), happened: at, last: last, at: Self.now)
        }
        for step in steps {
            #expect(refusal(step, Self.now - .minutes(2)) == .happensWhenSaved, "\(step)")
            #expect(refusal(step, nil) == nil && refusal(step, Self.now - .milliseconds(40_000)) == nil)
        }
        #expect(refusal(.noted(ShiftNoted(text: "late")), Self.now - .hours(2)) == nil)
        // Whoever takes a watch that nobody has may say when, but not for hours of somebody else.
        let last = try #require(SampleLog.handedOver.past(Self.watch)).past.watch
        let begin = ShiftEvent.started(ShiftStarted(officer: "B", until: Self.now))
        #expect(refusal(begin, Self.now - .minutes(11), last: last) == .watchWasHeld(Self.watch, until: last.endedAt!))
        #expect(refusal(begin, Self.now - .minutes(9), last: last) == nil)
    }

    // MARK: Dangers

    @Test func whatBecameDangerousAfterTheOfferIsAnsweredByTheOneWhoAccepts() throws {
        var made = MadeUpWatch()
        made.quietDelivery()
        let written = HandoverDraft(made.board, for: made.shift, at: Self.now).written()
        made.add(.offered(ShiftOffered(to: Self.next, handover: written)), minutesAgo: 20)
        func refusal(_ second: String?, _ reason: String?, told: Bool = true) -> Refusal? {
            let risks = made.board.risksSinceOffer(of: made.shift, at: Self.now, offsetSeconds: nil)
            let relief = WatchRelief(
                of: made.shift, by: Self.next, named: "Orazov D.M.", until: Self.now, risks: told ? risks : [],
                second: second, alone: reason)
            return made.board.refusal(toRisksOf: relief.ended, accepting: made.shift, by: Self.next, at: Self.now)
        }
        #expect(refusal(nil, nil) == nil)
        made.exception()
        let delivery = try #require(made.board.deliveries.keys.max())
        let risk = HandoverRisk.exception(delivery, .deviated)
        #expect(refusal(nil, nil) == .handoverAtRisk([risk]))
        #expect(refusal("Umarov B.", nil, told: false) == .handoverAtRisk([risk]))
        #expect(refusal("Sagynbaeva A.", nil) == .notThePartiesThemselves("Sagynbaeva A."))
        #expect(refusal("D. Orazov", nil) == .notThePartiesThemselves("D. Orazov"))
        #expect(refusal(nil, ".") == .reasonTooShort("."))
        #expect(refusal("Umarov B.", nil) == nil && refusal(nil, "nobody is awake") == nil)
        // What was answered for at the offer is not asked a second time.
        let anew = HandoverDraft(made.board, for: made.shift, at: Self.now).written(
            risks: [risk], riskReason: "nobody is awake")
        made.add(.offered(ShiftOffered(to: Self.next, handover: anew)), minutesAgo: 2)
        #expect(refusal(nil, nil) == nil)
    }

    @Test(arguments: [
        ("A. Orazov", "Orazov A.", true), ("A. Orazov", "ORAZOV", true), ("A. Orazov", "Aman Orazov", true),
        ("Б. Сагынбаева", "сагынбаева", true), ("a.orazov", "A. Orazov", true), ("0417", "0417", true),
        ("A. Orazov", "B. Orazov", false), ("A. Orazov", "A. Umarov", false), ("A. Orazov", "A", false),
        ("王伟", "王伟", true), ("王伟", "李娜", false),
    ])
    func anOfficerIsKnownByAnyWayOfWritingTheName(_ name: String, _ typed: String, _ isSame: Bool) {
        #expect(PersonWords(name).isMeant(by: typed) == isSame)
    }

    @Test func aSecondPersonHasAName() {
        for name in ["nobody", "-", "x", "", "никто", "无人", "..", "7"] { #expect(!PersonWords(name).isName, "\(name)") }
        for name in ["Umarov B.", "李娜", "Б. Умаров"] { #expect(PersonWords(name).isName, "\(name)") }
        let answer = RiskAnswer("nobody", nil)
        #expect(answer.refusal(to: [.smallHours], between: []) == .noName("nobody"))
        #expect(answer.refusal(to: [], between: []) == nil)
    }

    // MARK: Taken by somebody else

    @Test func whoTookItWithoutBeingAskedSaidNothingBack() throws {
        var made = MadeUpWatch()
        made.seizure()
        let key = HandoverItem.Key(try #require(made.board.alerts.keys.first), "alert")
        let written = HandoverDraft(made.board, for: made.shift, at: Self.now).written()
        made.add(.offered(ShiftOffered(to: Self.next, handover: written)), minutesAgo: 20)
        made.add(.saidBack(HandoverSaidBack(item: key, text: "open it, then call")), minutesAgo: 15, by: Self.next)
        let relief = WatchRelief(
            of: made.shift, by: "niyazov", named: "Niyazov D.", until: Self.now, reason: "she fell ill")
        made.add(.ended(relief.ended), minutesAgo: 10, by: "niyazov")
        var past = try #require(HandoverPast(made.log.history(of: made.watch)))
        past.takenBecause = relief.started.reason
        #expect((past.saidBack, past.offeredElsewhere) == (0, Self.next))
        #expect(past.matches("fell ill") && past.matches("orazov"))
    }

    // MARK: Lines

    @Test func aClosedCrossingIsALineWithWhatIsToGoOverIt() throws {
        var log = SampleLog()
        let watch = log.begin(
            .shifts, .shift(.started(ShiftStarted(officer: "S", officerID: "s", until: Self.now + .hours(4)))),
            minutesAgo: 600)
        let entry = DirectoryEntry(
            try #require(DirectoryKey("crossing:UZB-KAZ:yallama")), [.name: "Yallama", .otherName: "Konysbayev"])
        let crossing = log.begin(.directory, .directory(.entrySet(DirectoryEntrySet(entry))), minutesAgo: 700)
        let closed = DirectoryStandingReported(.closed, since: Self.now - .minutes(30), party: "UZB")
        log.add(.directory(.standing(closed)), to: crossing, minutesAgo: 20)
        func line() throws -> HandoverItem? {
            let shift = try #require(log.board.shifts[watch])
            let lines = HandoverDraft(log.board, for: shift, at: Self.now).lines
            return lines.first { $0.key == .init(crossing, "closed") }?.item
        }
        #expect(try line()?.severity == .watch)
        let delivery = log.begin(
            .deliveries,
            .delivery(
                .opened(
                    DeliveryOpened(
                        priority: 2, goods: "opium", method: .intact, conveyance: nil, initiator: "TJK"))),
            minutesAgo: 500)
        let leg = LegPlanned(
            number: 1, state: "UZB", entry: "Oybek", exit: "Yallama", from: Self.now + .hours(2),
            until: Self.now + .hours(9), reportEvery: 60)
        log.add(.delivery(.legPlanned(leg)), to: delivery, minutesAgo: 490)
        let told = try #require(try line())
        guard case .crossingClosed("Yallama", _, "UZB", nil, let ahead) = told.matter else {
            return #expect(Bool(false), "\(told.matter)")
        }
        let all = HandoverDraft(log.board, for: try #require(log.board.shifts[watch]), at: Self.now)
        #expect(!all.lines.contains { $0.key.topic == "contacts" })
        #expect(told.severity == .critical && ahead == [CrossingAhead(subject: delivery, at: leg.until)])
        // The delivery itself begins in the next turn: where, when, and that nobody has agreed.
        let shift = try #require(log.board.shifts[watch])
        let running = try #require(HandoverDraft(log.board, for: shift, at: Self.now)[.init(delivery, "running")])
        #expect(running.item.matter == .begins(state: "UZB", at: leg.from, uncovered: ["UZB"]))
        #expect(running.item.due == leg.from && running.severity != .stable)
        log.add(
            .directory(.standing(DirectoryStandingReported(.open, since: Self.now, party: "UZB"))), to: crossing,
            minutesAgo: 1)
        #expect(try line() == nil)
    }

    @Test func stepsWithoutAnHourAndOrdersThatNobodySignedAreLines() throws {
        var made = MadeUpWatch()
        made.quietDelivery()
        let delivery = try #require(made.board.deliveries.keys.first)
        var log = made.log
        for officer in ["b.umarov", "sagynbaeva"] {
            log.begin(
                .officers,
                .officer(
                    .enrolled(
                        OfficerEnrolled(
                            officer: officer, name: officer, person: officer, roles: [.dutyOfficer], key: officer))),
                minutesAgo: 2_000)
        }
        let order = log.begin(
            .orders,
            .order(.issued(StandingOrderIssued(title: "no press", text: "none", from: Self.now - .days(3)))),
            minutesAgo: 1_900)
        let adopted = ChecklistAdopted(procedure: "before border", version: 1, items: [.init("call"), .init("seal")])
        log.add(.delivery(.checklistAdopted(adopted)), to: delivery, minutesAgo: 60)
        func matter(_ key: HandoverItem.Key) throws -> HandoverItem.Matter? {
            let shift = try #require(log.board.shifts[made.watch])
            return HandoverDraft(log.board, for: shift, at: Self.now)[key]?.item.matter
        }
        let steps = HandoverItem.Key(delivery, "steps before border")
        #expect(try matter(steps) == .checklist(procedure: "before border", done: 0, of: 2))
        #expect(try matter(.init(order, "order")) == .unsignedOrder(title: "no press", by: ["b.umarov"]))
        log.add(.order(.read(StandingOrderRead())), to: order, minutesAgo: 5, actor: "b.umarov")
        for step in 1...2 {
            log.add(
                .delivery(.checklistItemDone(ChecklistItemDone(procedure: "before border", step: step))), to: delivery,
                minutesAgo: 4)
        }
        #expect(try matter(steps) == nil && matter(.init(order, "order")) == nil)
    }

    /// A wait is not an hour that was missed.
    @Test func overdueIsWhatIsPastItsHour() throws {
        var made = MadeUpWatch()
        made.seizure()
        func overdue() -> Int {
            HandoverDraft(made.board, for: made.shift, at: Self.now).overdue(at: Self.now)
        }
        #expect(overdue() == 0)
        made.oralConsent(hour: -1)
        #expect(overdue() == 1)
    }
}
