import TestSupport
import Testing

@testable import Model

/// What once slipped through a handover: two things under one name, a line changed after the offer, a severity made less of,
/// a check-in that looked like news of everything.
@Suite struct HandoverBypassTests {
    private static let now = SampleLog.night
    private static let next = "orazov"

    private static func draft(_ log: SampleLog, _ watch: SubjectName) throws -> HandoverDraft {
        HandoverDraft(log.board, for: try #require(log.board.shifts[watch]), at: now)
    }

    private static func check(_ log: SampleLog, _ watch: SubjectName) throws -> HandoverCheck {
        let shift = try #require(log.board.shifts[watch])
        return HandoverCheck(try #require(shift.offer?.written), log.board, of: shift, at: now)
    }

    private static func refusal(_ log: SampleLog, _ watch: SubjectName, _ event: ShiftEvent, by actor: String) throws
        -> Refusal?
    {
        let shift = try #require(log.board.shifts[watch])
        if let refusal = shift.refusal(of: event, by: actor, at: now) { return refusal }
        guard case .ended(let ended) = event, ended.offer != nil else { return nil }
        return log.board.refusal(accepting: shift, at: now)
    }

    private static func accepted(_ log: SampleLog, _ watch: SubjectName) throws -> ShiftEvent {
        let shift = try #require(log.board.shifts[watch])
        return .ended(
            WatchRelief(of: shift, by: next, named: "Orazov D.M.", until: now + .hours(12)).ended)
    }

    /// A delivery on the road in UZB with two requests to UZB and two papers owed by KAZ.
    private static func asked() throws -> (log: SampleLog, watch: SubjectName, delivery: SubjectName) {
        var made = MadeUpWatch()
        made.quietDelivery()
        var log = made.log
        let delivery = try #require(log.board.deliveries.keys.first)
        for (number, hour) in [("104", now + .hours(9)), ("105", nil)] as [(String, Instant?)] {
            log.add(
                .delivery(
                    .requestSent(
                        RequestSent(
                            state: "UZB", channel: "CENcomm", number: number, text: "the seal of \(number)",
                            answerBy: hour))), to: delivery, minutesAgo: 40)
        }
        for (number, hour) in [("8", 8), ("9", 16)] as [(String, Int64)] {
            log.add(
                .delivery(
                    .consentGiven(
                        ConsentGiven(
                            state: "KAZ", authority: "prosecutor", number: number, form: .oral, from: now - .hours(9),
                            until: now + .days(4), paperBy: now + .hours(hour)))), to: delivery, minutesAgo: 30)
        }
        return (log, made.watch, delivery)
    }

    @Test func eachRequestAndEachPaperIsALine() throws {
        var (log, watch, delivery) = try Self.asked()
        let lines = try Self.draft(log, watch).lines
        let name = delivery.text
        #expect(
            Set(lines.map(\.key.text)) == [
                "\(name) running", "\(name) request UZB 104", "\(name) request UZB 105", "\(name) paper KAZ 8",
                "\(name) paper KAZ 9",
            ])
        let papers = lines.filter { $0.key.topic.hasPrefix("paper") }
        #expect(papers.map(\.item.due) == [Self.now + .hours(8), Self.now + .hours(16)])
        guard
            case .request(_, "105", "the seal of 105", nil, _)? = lines.first(where: {
                $0.key.topic == "request UZB 105"
            })?.item.matter
        else {
            return #expect(Bool(false), "no line says what was asked under 105")
        }
        // A note of an older log, under the name that stood for all of them, is found on the first.
        let old = HandoverItemSet(item: HandoverItem.Key(delivery, "paper KAZ"), note: "by courier")
        log.add(.shift(.itemSet(old)), to: watch, minutesAgo: 2)
        let draft = try Self.draft(log, watch)
        #expect(draft[HandoverItem.Key(delivery, "paper KAZ 8")]?.note == "by courier")
        #expect(draft[HandoverItem.Key(delivery, "paper KAZ 9")]?.note == nil)
        // So is an offer of an older program.
        var written = draft.written()
        written.lines.removeAll { $0.item.hasSuffix("paper KAZ 9") }
        written.lines = written.lines.map { line in
            var line = line
            if line.item.hasSuffix("paper KAZ 8") { line.item = "\(name) paper KAZ" }
            return line
        }
        let check = HandoverCheck(written, log.board, of: try #require(log.board.shifts[watch]), at: Self.now)
        #expect(check.omitted.map(\.key.topic) == ["paper KAZ 9"] && check.settled.isEmpty)
    }

    @Test func aCheckInIsNewsOfTheRoadAlone() throws {
        var (log, watch, delivery) = try Self.asked()
        let offer = ShiftOffered(to: Self.next, handover: try Self.draft(log, watch).written())
        log.add(.shift(.offered(offer)), to: watch, minutesAgo: 20)
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "UZB desk", text: "on the road", leg: 1))), to: delivery,
            minutesAgo: 5)
        #expect(try Self.check(log, watch).changed.map(\.key.topic) == ["running"])
        log.add(
            .delivery(.requestAcknowledged(RequestAcknowledged(state: "UZB", by: "desk"))), to: delivery, minutesAgo: 4)
        let check = try Self.check(log, watch)
        #expect(Set(check.changed.map(\.key.topic)) == ["running", "request UZB 105"])
        let item = try #require(check.changed.first { $0.key.topic == "running" })
        let moves = HandoverCheck.moves(of: item, since: offer.handover?.size ?? 0, in: log.entries)
        #expect(moves.map(\.kind) == [ReportReceived.kind])
    }

    @Test func aNoteOnAnAlertDoesNotMoveItsResult() throws {
        var log = SampleLog()
        let watch = log.begin(
            .shifts, .shift(.started(ShiftStarted(officer: "S", officerID: "s", until: Self.now + .hours(4)))),
            minutesAgo: 600)
        let alert = log.begin(
            .alerts,
            .alert(.raised(AlertRaised(priority: 3, message: .information, headline: "a van", source: "UZB"))),
            minutesAgo: 90)
        let offer = ShiftOffered(to: Self.next, handover: try Self.draft(log, watch).written())
        log.add(.shift(.offered(offer)), to: watch, minutesAgo: 20, actor: "s")
        log.add(.alert(.noted(AlertNoted(text: "blue"))), to: alert, minutesAgo: 5)
        #expect(try Self.check(log, watch).changed.map(\.key.topic) == ["alert"])
    }

    @Test func whatIsWrittenAfterTheOfferIsShownAndHoldsTheAcceptanceUp() throws {
        var made = MadeUpWatch()
        made.quietDelivery()
        let delivery = try #require(made.board.deliveries.keys.first)
        made.add(
            .offered(ShiftOffered(to: Self.next, handover: try Self.draft(made.log, made.watch).written())),
            minutesAgo: 20)
        #expect(try Self.refusal(made.log, made.watch, Self.accepted(made.log, made.watch), by: Self.next) == nil)
        made.add(
            .itemSet(
                HandoverItemSet(
                    item: HandoverDraft.nextOwn(of: made.shift), severity: .critical,
                    note: "the prosecutor calls at 05:00")),
            minutesAgo: 10)
        made.add(
            .itemSet(
                HandoverItemSet(item: HandoverItem.Key(delivery, "running"), severity: .critical, note: "look at it")),
            minutesAgo: 9)
        let check = try Self.check(made.log, made.watch)
        #expect(Set(check.rewritten.map(\.note)) == ["the prosecutor calls at 05:00", "look at it"])
        #expect(check.omitted.isEmpty && !check.isClean)
        #expect(
            try Self.refusal(made.log, made.watch, Self.accepted(made.log, made.watch), by: Self.next)
                == .offerOutdated(made.watch))
        // Offered again it is part of it, and to be said back.
        made.add(
            .offered(ShiftOffered(to: Self.next, handover: try Self.draft(made.log, made.watch).written())),
            minutesAgo: 8)
        #expect(made.shift.handover.toSayBack.count == 2)
        #expect(try Self.check(made.log, made.watch).rewritten.isEmpty)
    }

    @Test func whatTheLogCallsCriticalIsSaidBackWhateverItIsCalled() throws {
        var made = MadeUpWatch()
        made.seizure()
        made.oralConsent(hour: 3)
        for key in try Self.draft(made.log, made.watch).lines.map(\.key) {
            made.add(.itemSet(HandoverItemSet(item: key, severity: .watch)), minutesAgo: 30)
        }
        let written = try Self.draft(made.log, made.watch).written()
        #expect(Set(written.lowered.map(\.usual)) == [.critical] && written.lowered.count == 2)
        made.add(.offered(ShiftOffered(to: Self.next, handover: written)), minutesAgo: 20)
        #expect(
            try Self.refusal(made.log, made.watch, Self.accepted(made.log, made.watch), by: Self.next)
                == .notSaidBack(made.watch, lines: written.lowered.map(\.item)))
        let read = try HandoverWritten(reading: BodyReader(written.object))
        #expect(read == written)
    }

    @Test func whatCameUpCriticalAfterTheOfferIsSaidBack() throws {
        var made = MadeUpWatch()
        made.quietDelivery()
        made.add(
            .offered(ShiftOffered(to: Self.next, handover: try Self.draft(made.log, made.watch).written())),
            minutesAgo: 95)
        made.seizure()
        let alert = try #require(made.board.alerts.keys.first)
        let key = HandoverItem.Key(alert, "alert")
        let accepted = try Self.accepted(made.log, made.watch)
        #expect(
            try Self.refusal(made.log, made.watch, accepted, by: Self.next)
                == .notSaidBack(made.watch, lines: [key.text]))
        let said = HandoverSaidBack(item: key, text: "heroin at Malik, I call UZB")
        #expect(try Self.refusal(made.log, made.watch, .saidBack(said), by: Self.next) == nil)
        made.add(.saidBack(said), minutesAgo: 1, by: Self.next)
        #expect(try Self.refusal(made.log, made.watch, Self.accepted(made.log, made.watch), by: Self.next) == nil)
    }

    /// What was said of a line is said of the line as it stood: with another note, another case or news of it, it is said again.
    @Test func whatChangedAfterItWasSaidBackIsSaidBackAgain() throws {
        var made = MadeUpWatch()
        made.seizure()
        let alert = try #require(made.board.alerts.keys.first)
        let key = HandoverItem.Key(alert, "alert")
        func offer(_ minutes: Int64) throws {
            made.add(
                .offered(ShiftOffered(to: Self.next, handover: try Self.draft(made.log, made.watch).written())),
                minutesAgo: minutes)
        }
        func say(_ minutes: Int64) {
            made.add(.saidBack(HandoverSaidBack(item: key, text: "I call UZB")), minutesAgo: minutes, by: Self.next)
        }
        func refusal() throws -> Refusal? {
            try Self.refusal(made.log, made.watch, Self.accepted(made.log, made.watch), by: Self.next)
        }
        try offer(30)
        say(29)
        #expect(try refusal() == nil)
        let pair = IfThen(condition: "the truck leaves", action: "call the prosecutor")
        let sets = [
            HandoverItemSet(item: key, note: "the driver is armed"),
            HandoverItemSet(item: key, note: "the driver is armed", ifThen: [pair]),
        ]
        for (place, set) in sets.enumerated() {
            made.add(.itemSet(set), minutesAgo: 28 - 4 * Int64(place))
            try offer(27 - 4 * Int64(place))
            #expect(try refusal() == .notSaidBack(made.watch, lines: [key.text]), "\(set)")
            say(26 - 4 * Int64(place))
            #expect(try refusal() == nil, "\(set)")
        }
        // The log says more of it, and nobody offers anew.
        var log = made.log
        log.add(.alert(.noted(AlertNoted(text: "nerve agent, evacuate"))), to: alert, minutesAgo: 10)
        func refusalNow() throws -> Refusal? {
            try Self.refusal(log, made.watch, Self.accepted(log, made.watch), by: Self.next)
        }
        #expect(try refusalNow() == .notSaidBack(made.watch, lines: [key.text]))
        let again = HandoverSaidBack(item: key, text: "a nerve agent, I clear the post")
        log.add(.shift(.saidBack(again)), to: made.watch, minutesAgo: 9, actor: Self.next)
        #expect(try refusalNow() == nil)
    }

    /// What is settled after the offer is nobody's worry any more: it keeps its words, and is not said back.
    @Test func whatIsSettledSinceTheOfferIsNotSaidBack() throws {
        var made = MadeUpWatch()
        made.seizure()
        made.oralConsent(hour: 3)
        made.add(
            .offered(ShiftOffered(to: Self.next, handover: try Self.draft(made.log, made.watch).written())),
            minutesAgo: 20)
        let alert = try #require(made.board.alerts.keys.first)
        let then = made.board
        let written = try #require(made.shift.offer?.written)
        let other = try #require(written.critical.first { $0.key?.subject != alert }?.key)
        var log = made.log
        log.add(.alert(.closed(AlertClosed(disposition: .handled))), to: alert, minutesAgo: 10)
        let closing = log.entries.last
        let accepted = try Self.accepted(log, made.watch)
        #expect(
            try Self.refusal(log, made.watch, accepted, by: Self.next) == .notSaidBack(made.watch, lines: [other.text]))
        let key = HandoverItem.Key(alert, "alert")
        #expect(HandoverCheck.settling(key.text, since: written.size, in: log.entries) == closing)
        let shift = try #require(log.board.shifts[made.watch])
        let draft = HandoverDraft(written, log.board, for: shift, at: Self.now, then: then)
        guard case .alert("something", 1, .unacknowledged, _)? = draft[key]?.item.matter else {
            return #expect(Bool(false), "\(String(describing: draft[key]))")
        }
        // Of a board that holds a part only nobody knows what is settled.
        var part = log.board
        part.isComplete = false
        #expect(part.unsaid(of: shift, at: Self.now).map(\.text).sorted() == [key.text, other.text].sorted())
        log.add(
            .shift(.saidBack(HandoverSaidBack(item: other, text: "the paper is due at seven"))), to: made.watch,
            minutesAgo: 9, actor: Self.next)
        #expect(try Self.refusal(log, made.watch, Self.accepted(log, made.watch), by: Self.next) == nil)
    }

    /// What one officer said back before refusing it teaches nothing to the one it is offered to then.
    @Test func whatAnotherOfficerSaidBackIsSaidBackAgain() throws {
        var made = MadeUpWatch()
        made.seizure()
        let key = HandoverItem.Key(try #require(made.board.alerts.keys.first), "alert")
        func offer(_ to: String, _ minutes: Int64) throws {
            made.add(
                .offered(ShiftOffered(to: to, handover: try Self.draft(made.log, made.watch).written())),
                minutesAgo: minutes)
        }
        func unsaid() -> [String] { made.board.unsaid(of: made.shift, at: Self.now).map(\.text) }
        func say(_ by: String, _ minutes: Int64) {
            made.add(.saidBack(HandoverSaidBack(item: key, text: "I call UZB")), minutesAgo: minutes, by: by)
        }
        try offer(Self.next, 30)
        say(Self.next, 29)
        #expect(unsaid() == [])
        // Offered to the same officer once more, it holds.
        try offer(Self.next, 28)
        #expect(unsaid() == [])
        made.add(.refused(HandoverRefused(reason: "I am ill")), minutesAgo: 27, by: Self.next)
        try offer("niyazov", 26)
        #expect(unsaid() == [key.text] && made.shift.handover.said(key.text) == nil)
        #expect(made.shift.handover.saidBack[key.text]?.by == Self.next)
        // Without a refusal between them, too.
        try offer(Self.next, 25)
        say(Self.next, 24)
        try offer("niyazov", 23)
        #expect(unsaid() == [key.text])
        say("niyazov", 22)
        #expect(unsaid() == [])
    }

    /// What became critical after the offer, and what was left out, is told of the handover as it was accepted.
    @Test func whatIsSaidBackBesidesTheOfferBelongsToTheHandover() throws {
        var made = MadeUpWatch()
        made.seizure()
        let spared = HandoverItem.Key(try #require(made.board.alerts.keys.first), "alert")
        made.oralConsent(hour: 3)
        made.add(.itemSet(HandoverItemSet(item: spared, leftOut: "it is mine")), minutesAgo: 60)
        made.add(
            .offered(ShiftOffered(to: Self.next, handover: try Self.draft(made.log, made.watch).written())),
            minutesAgo: 50)
        let paper = try #require(made.shift.offer?.written?.critical.first?.key)
        let raised = AlertRaised(priority: 1, message: .warning, headline: "a second car", source: "UZB")
        var log = made.log
        let new = HandoverItem.Key(log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 40), "alert")
        func say(_ key: HandoverItem.Key) {
            log.add(
                .shift(.saidBack(HandoverSaidBack(item: key, text: "I call UZB"))), to: made.watch, minutesAgo: 30,
                actor: Self.next)
        }
        for key in [spared, new] { say(key) }
        // The paper comes in before the watch is taken: nobody says it back.
        let consent = try #require(log.board.deliveries[paper.subject]?.consents.papersOwed.first?.given)
        log.add(
            .delivery(.paperReceived(ConsentPaperReceived(state: consent.state, number: consent.number ?? "8"))),
            to: paper.subject, minutesAgo: 20)
        #expect(try Self.refusal(log, made.watch, Self.accepted(log, made.watch), by: Self.next) == nil)
        log.add(.shift(try Self.accepted(log, made.watch)), to: made.watch, minutesAgo: 10, actor: Self.next)
        let past = try #require(HandoverPast(log.history(of: made.watch)))
        #expect(past.saidBesides.map(\.item) == [spared.text, new.text])
        #expect((past.saidBack, past.critical) == (2, 2))
    }

    /// Nothing critical goes over unspoken: what is left out is said back like what is told.
    @Test func whatIsCriticalAndLeftOutIsSaidBack() throws {
        var made = MadeUpWatch()
        made.seizure()
        made.quietDelivery()
        let key = HandoverItem.Key(try #require(made.board.alerts.keys.first), "alert")
        made.add(.itemSet(HandoverItemSet(item: key, leftOut: "it is mine")), minutesAgo: 30)
        let written = try Self.draft(made.log, made.watch).written()
        made.add(.offered(ShiftOffered(to: Self.next, handover: written)), minutesAgo: 20)
        let check = try Self.check(made.log, made.watch)
        #expect(check.isClean && check.hushed.map(\.key) == [key])
        #expect(
            try Self.refusal(made.log, made.watch, Self.accepted(made.log, made.watch), by: Self.next)
                == .notSaidBack(made.watch, lines: [key.text]))
        made.add(.saidBack(HandoverSaidBack(item: key, text: "she keeps it")), minutesAgo: 19, by: Self.next)
        #expect(try Self.refusal(made.log, made.watch, Self.accepted(made.log, made.watch), by: Self.next) == nil)
    }

    @Test func aFullStopSaysNothingBackAndWhatWasTakenStays() throws {
        var made = MadeUpWatch(taken: true)
        let key = HandoverItem.Key(made.watch, "taken")
        made.add(
            .offered(ShiftOffered(to: Self.next, handover: try Self.draft(made.log, made.watch).written())),
            minutesAgo: 20)
        for (text, isSaid) in [
            (".", false), ("ok", false), ("ok ok ok", false), ("1 2 3", false), ("好的", false), ("да", false),
            ("她病了", true), ("she fell ill", true),
        ] {
            let refusal = try Self.refusal(
                made.log, made.watch, .saidBack(HandoverSaidBack(item: key, text: text)), by: Self.next)
            #expect(refusal == (isSaid ? nil : .saidTooLittle(text)))
        }
        for set in [HandoverItemSet(item: key, leftOut: "why not"), HandoverItemSet(item: key, severity: .stable)] {
            #expect(
                try Self.refusal(made.log, made.watch, .itemSet(set), by: MadeUpWatch.officer) == .breakGlassStays)
        }
        let note = HandoverItemSet(item: key, note: "she is well again")
        #expect(try Self.refusal(made.log, made.watch, .itemSet(note), by: MadeUpWatch.officer) == nil)
    }

    @Test func theSecondPersonIsAThirdOneAndAReasonIsWords() throws {
        let made = MadeUpWatch()
        var offer = ShiftOffered(to: Self.next, handover: try Self.draft(made.log, made.watch).written())
        offer.handover?.risks = [.smallHours]
        func refusal(second: String?, reason: String?) throws -> Refusal? {
            offer.handover?.secondPerson = second
            offer.handover?.riskReason = reason
            return try Self.refusal(made.log, made.watch, .offered(offer), by: MadeUpWatch.officer)
        }
        #expect(try refusal(second: "Orazov", reason: nil) == .notThePartiesThemselves("Orazov"))
        #expect(try refusal(second: "sagynbaeva a.k.", reason: nil) == .notThePartiesThemselves("sagynbaeva a.k."))
        #expect(try refusal(second: nil, reason: ".") == .reasonTooShort("."))
        #expect(try refusal(second: "Umarov B.", reason: nil) == nil)
        #expect(try refusal(second: nil, reason: "没有人") == nil)
        offer.to = MadeUpWatch.officer
        #expect(try refusal(second: "Umarov B.", reason: nil) == .offeredToSelf(made.watch))
    }

    @Test func anEndWithoutAReliefSaysWhyAndWhoIsAsked() throws {
        let made = MadeUpWatch()
        func refusal(_ note: String?, _ asked: String?) throws -> Refusal? {
            try Self.refusal(
                made.log, made.watch, .ended(ShiftEnded(note: note, asked: asked)), by: MadeUpWatch.officer)
        }
        #expect(try refusal(nil, "Umarov B.") == .reasonMissing)
        #expect(try refusal("a fire", " ") == .nobodyAsked(made.watch))
        #expect(try refusal("a fire", "Umarov B.") == nil)
    }
}
