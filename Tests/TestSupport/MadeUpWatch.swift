import Model

/// A watch with some things open and others settled, and a list, made by hand, of what is open.
package struct MadeUpWatch {
    package internal(set) var log = SampleLog()
    package let watch: SubjectName
    /// The keys of everything that must be handed over, as text.
    package private(set) var open: Set<String> = []
    /// Those among them that are grave.
    package private(set) var critical: Set<String> = []
    /// What the officer before wrote to a line, by its key.
    package private(set) var carried: [String: String] = [:]
    let night = SampleLog.night
    /// How many lines of their own the officer wrote.
    var owned = 0

    /// Whose watch it is.
    package static let officer = "sagynbaeva"

    /// Began twenty hours ago, planned for four hours more; the next turn is another 24.
    package init(taken: Bool = false) {
        let started = ShiftStarted(
            officer: "Sagynbaeva A.K.", officerID: Self.officer, until: SampleLog.night + .minutes(228),
            relieves: taken ? SubjectName("SH-2026-0099") : nil, reason: taken ? "taken ill" : nil)
        watch = log.begin(.shifts, .shift(.started(started)), minutesAgo: 1_212)
        if taken { expect(watch, "taken", isCritical: true) }
    }

    /// Taken as offered by the officer before, with a line of their own, a note on a delivery, and one line left out.
    package init(carrying count: Int) {
        let before = "ermekov"
        let old = log.begin(
            .shifts,
            .shift(.started(ShiftStarted(officer: "Ermekov T.", officerID: before, until: night - .minutes(1_200)))),
            minutesAgo: 2_700, actor: before)
        watch = SubjectName(area: .shifts, year: 2026, number: 2, isExercise: false)
        for _ in 0..<max(1, count) { quietDelivery() }
        let running = HandoverItem.Key(log.board.deliveries.keys.sorted()[0], "running")
        let said = [
            HandoverItemSet(item: .own(1, of: old), note: "the keys are in the safe"),
            HandoverItemSet(item: running, note: "the driver answers to nobody"),
        ]
        for set in said { log.add(.shift(.itemSet(set)), to: old, minutesAgo: 1_225, actor: before) }
        guard let shift = log.board.watch else { preconditionFailure("no watch") }
        let written = HandoverDraft(log.board, for: shift, at: night - .minutes(1_224)).written()
        log.add(
            .shift(.offered(ShiftOffered(to: Self.officer, handover: written))), to: old, minutesAgo: 1_224,
            actor: before)
        guard let offered = log.board.watch else { preconditionFailure("no watch") }
        let relief = WatchRelief(
            of: offered, by: Self.officer, named: "Sagynbaeva A.K.", until: night + .minutes(228))
        log.add(.shift(.ended(relief.ended)), to: old, minutesAgo: 1_212, actor: Self.officer)
        let name = log.begin(.shifts, .shift(.started(relief.started)), minutesAgo: 1_212, actor: Self.officer)
        precondition(name == watch, "\(name.text)")
        // What the officer before wrote holds until somebody says that it does not.
        expect(old, "own 1")
        carried = [HandoverItem.Key.own(1, of: old).text: said[0].note ?? "", running.text: said[1].note ?? ""]
    }

    package var board: Board { log.board }

    package var shift: Shift {
        guard let watch = board.watch else { preconditionFailure("no watch") }
        return watch
    }

    @discardableResult
    package mutating func add(_ event: ShiftEvent, minutesAgo: Int64, by actor: String = officer) -> Int64 {
        log.add(.shift(event), to: watch, minutesAgo: minutesAgo, actor: actor)
        return Int64(log.entries.count - 1)
    }

    mutating func expect(_ name: SubjectName, _ topic: String, isCritical: Bool = false) {
        open.insert("\(name.text) \(topic)")
        if isCritical { critical.insert("\(name.text) \(topic)") }
    }

    /// Everything that it can be made up of.
    package static let pieces: [@Sendable (inout MadeUpWatch) -> Void] =
        morePieces + [
            { $0.quietDelivery() }, { $0.lapsingConsent() }, { $0.oralConsent(hour: 5) }, { $0.oralConsent(hour: nil) },
            { $0.unansweredRequest() }, { $0.twoRequests() }, { $0.twoPapers() }, { $0.protectedDelivery() },
            { $0.formalRequest() }, { $0.exception() }, { $0.openGap() },
            { $0.settledDelivery() },
            { $0.seizure() }, { $0.information() }, { $0.warningWithFeedback() }, { $0.warning() },
            { $0.closedAlert() },
            { $0.question() }, { $0.askedOfUs() }, { $0.lostFromSight() },
            { $0.followUps() }, { $0.arrangements() }, { $0.orders() }, { $0.proposal() },
        ]

    package static func random(_ generator: inout SeededGenerator) -> MadeUpWatch {
        let kind = Int.random(in: 0..<5, using: &generator)
        var watch = kind == 1 ? MadeUpWatch(carrying: 2) : MadeUpWatch(taken: kind == 0)
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            pieces.randomElement(using: &generator)?(&watch)
        }
        return watch
    }

    // MARK: Deliveries

    mutating func delivery() -> SubjectName {
        log.begin(
            .deliveries,
            .delivery(
                .opened(
                    DeliveryOpened(
                        priority: 2, goods: "opium 5 kg", method: .intact, conveyance: nil, initiator: "TJK"))),
            minutesAgo: 900)
    }

    mutating func leg(_ name: SubjectName, until hours: Int64 = 40) {
        let leg = LegPlanned(
            number: 1, state: "UZB", entry: "Oybek", exit: "Yallama", from: night - .hours(3),
            until: night + .hours(hours), reportEvery: 60)
        log.add(.delivery(.legPlanned(leg)), to: name, minutesAgo: 890)
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "UZB desk", text: "on the road", leg: 1))), to: name,
            minutesAgo: 10)
    }

    package mutating func quietDelivery() {
        let name = delivery()
        log.consent("UZB", to: name)
        leg(name)
        expect(name, "running")
    }

    private mutating func lapsingConsent() {
        let name = delivery()
        let given = ConsentGiven(
            state: "UZB", authority: "prosecutor", number: "7", from: night - .hours(9), until: night + .hours(22))
        log.add(.delivery(.consentGiven(given)), to: name, minutesAgo: 800)
        leg(name, until: 20)
        expect(name, "running")
        expect(name, "consent UZB")
    }

    package mutating func oralConsent(hour: Int64?) {
        let name = delivery()
        let given = ConsentGiven(
            state: "UZB", authority: "prosecutor", number: "8", form: .oral, from: night - .hours(9),
            until: night + .days(4), paperBy: hour.map { night + .hours($0) })
        log.add(.delivery(.consentGiven(given)), to: name, minutesAgo: 700)
        leg(name)
        expect(name, "running")
        expect(name, "paper UZB 8", isCritical: true)
    }

    private mutating func unansweredRequest() {
        let name = delivery()
        log.add(
            .delivery(.requestSent(RequestSent(state: "KAZ", channel: "CENcomm", number: "41", text: "please agree"))),
            to: name, minutesAgo: 20)
        expect(name, "running")
        expect(name, "request KAZ 41")
    }

    /// Two of one State that are not decided on, and one that the second of them replaced.
    package mutating func twoRequests() {
        let name = delivery()
        for (number, old) in [("51", nil), ("52", "51"), ("53", nil)] as [(String, String?)] {
            var sent = RequestSent(state: "KAZ", channel: "CENcomm", number: number, text: "the seal of \(number)")
            sent.supersedes = old
            log.add(.delivery(.requestSent(sent)), to: name, minutesAgo: 22)
        }
        for topic in ["running", "request KAZ 52", "request KAZ 53"] { expect(name, topic) }
    }

    /// Two words by telephone of one State, each with a paper that is to come.
    package mutating func twoPapers() {
        let name = delivery()
        for (number, hour) in [("18", 5), ("19", 50)] as [(String, Int64)] {
            let given = ConsentGiven(
                state: "UZB", authority: "prosecutor", number: number, form: .oral, from: night - .hours(9),
                until: night + .days(4), paperBy: night + .hours(hour))
            log.add(.delivery(.consentGiven(given)), to: name, minutesAgo: 700)
        }
        leg(name)
        expect(name, "running")
        for number in ["18", "19"] { expect(name, "paper UZB \(number)", isCritical: true) }
    }

    /// For named readers only: open all the same, and handed over.
    package mutating func protectedDelivery() {
        let name = delivery()
        log.consent("UZB", to: name)
        leg(name)
        log.add(
            .handling(.set(HandlingSet(code: .h3, originator: "UZB", conditions: "as agreed", readers: ["ermekov"]))),
            to: name, minutesAgo: 600)
        expect(name, "running")
    }

    private mutating func formalRequest() {
        let name = delivery()
        log.add(
            .delivery(
                .formalRequestSent(
                    FormalRequestSent(matter: .evidence, from: "KAZ", to: "TJK", number: "12/26"))), to: name,
            minutesAgo: 30)
        expect(name, "running")
        expect(name, "formal 12/26")
    }

    package mutating func exception() {
        let name = delivery()
        log.consent("UZB", to: name)
        leg(name)
        log.add(
            .delivery(.exceptionEntered(ExceptionEntered(.deviated, from: "UZB desk", text: "left the road", leg: 1))),
            to: name, minutesAgo: 6)
        expect(name, "running", isCritical: true)
        expect(name, "exception \(log.entries.count - 1)", isCritical: true)
    }

    private mutating func openGap() {
        let name = delivery()
        log.consent("UZB", to: name)
        leg(name)
        log.add(
            .delivery(.released(CustodyReleased(party: "UZB Customs", place: "Yallama"))), to: name, minutesAgo: 5)
        expect(name, "running")
        expect(name, "custody", isCritical: true)
    }

    private mutating func settledDelivery() {
        let name = delivery()
        log.add(.delivery(.ended(DeliveryEnded(outcome: .noSeizure))), to: name, minutesAgo: 60)
        log.add(.delivery(.closed(DeliveryClosed(summary: "nothing found"))), to: name, minutesAgo: 50)
    }

    // MARK: Alerts

    mutating func alert(_ priority: Int, _ message: MessageKind) -> SubjectName {
        log.begin(
            .alerts,
            .alert(
                .raised(AlertRaised(priority: priority, message: message, headline: "something", source: "UZB"))),
            minutesAgo: 90)
    }

    package mutating func seizure() { expect(alert(1, .seizureReport), "alert", isCritical: true) }

    private mutating func information() {
        let name = alert(3, .information)
        log.add(.alert(.acknowledged(AlertAcknowledged())), to: name, minutesAgo: 80)
        expect(name, "alert")
        expect(name, "result")
    }

    private mutating func warning() {
        let name = alert(2, .warning)
        expect(name, "alert")
        expect(name, "result")
    }

    private mutating func warningWithFeedback() {
        let name = alert(2, .warning)
        log.add(
            .alert(.messageFiled(MessageFiled(.sent, .feedback, party: "UZB", text: "nothing found"))), to: name,
            minutesAgo: 40)
        expect(name, "alert")
    }

    private mutating func closedAlert() {
        let name = alert(2, .bulletin)
        log.add(.alert(.closed(AlertClosed(disposition: .handled))), to: name, minutesAgo: 30)
    }

    private mutating func question() {
        let name = alert(3, .bulletin)
        let asked = MessageFiled(.sent, .request, party: "KGZ", text: "whose number is it?", due: night + .hours(9))
        log.add(.alert(.messageFiled(asked)), to: name, minutesAgo: 25)
        expect(name, "alert")
        expect(name, "reply \(log.entries.count - 1)")
    }

    /// Somebody else asks us in a thread: one has our answer, one has none.
    private mutating func askedOfUs() {
        let name = alert(3, .bulletin)
        func file(_ direction: MessageDirection, _ kind: MessageKind, _ party: String, _ minutes: Int64) {
            let filed = MessageFiled(
                direction, kind, party: party, text: "the plate", due: direction == .received ? night + .hours(4) : nil)
            log.add(.alert(.messageFiled(filed)), to: name, minutesAgo: minutes)
        }
        file(.received, .request, "KGZ", 27)
        file(.sent, .answer, "KGZ", 26)
        file(.received, .request, "TJK", 25)
        expect(name, "alert")
        expect(name, "asked \(log.entries.count - 1)")
    }

    /// Seen and lost; seen again is nothing to tell.
    private mutating func lostFromSight() {
        for isSeenAgain in [false, true] {
            let name = delivery()
            log.consent("UZB", to: name)
            leg(name)
            let seen = Event.delivery(.eyesOn(EyesOn(party: "UZB team 2")))
            log.add(seen, to: name, minutesAgo: 9)
            log.add(.delivery(.eyesLost(EyesLost(party: "UZB team 2", reason: "fog"))), to: name, minutesAgo: 8)
            if isSeenAgain { log.add(seen, to: name, minutesAgo: 7) }
            expect(name, "running")
            if !isSeenAgain { expect(name, "eyes", isCritical: true) }
        }
    }

    private mutating func followUps() {
        let name = alert(3, .bulletin)
        log.add(
            .alert(.followUpSet(AlertFollowUpSet(at: night + .hours(50), text: "ask again"))), to: name,
            minutesAgo: 24)
        expect(name, "alert")
        expect(name, "follow-up \(log.entries.count - 1)")
        // One's own reminder is nobody else's.
        log.add(
            .alert(.followUpSet(AlertFollowUpSet(at: night + .hours(1), text: "tea", isOwn: true))), to: name,
            minutesAgo: 23)
    }

    // MARK: The watch

    private mutating func arrangements() {
        for type in ArrangementType.allCases {
            let made = ArrangementMade(type: type, text: "as it is", orderedBy: "Orazov D.M.")
            expect(log.begin(.arrangements, .arrangement(.made(made)), minutesAgo: 300), "arrangement")
        }
        let down = ArrangementMade(type: .channelDown, text: "ContainerComm", orderedBy: "Orazov D.M.")
        let old = log.begin(.arrangements, .arrangement(.made(down)), minutesAgo: 290)
        log.add(.arrangement(.ended(ArrangementEnded(isCarriedOut: false))), to: old, minutesAgo: 100)
    }

    private mutating func orders() {
        func order(_ from: Int64) -> Event {
            .order(.issued(StandingOrderIssued(title: "calls", text: "call back", from: night + .hours(from))))
        }
        expect(log.begin(.orders, order(8), minutesAgo: 2_000), "order")
        expect(log.begin(.orders, order(-5), minutesAgo: 300), "order")
        let ending = StandingOrderIssued(
            title: "calls", text: "call back", from: night - .hours(400), until: night + .hours(9))
        expect(log.begin(.orders, .order(.issued(ending)), minutesAgo: 2_000), "order")
        // Long in force, and another one that begins in a week.
        log.begin(.orders, order(-500), minutesAgo: 2_000)
        log.begin(.orders, order(170), minutesAgo: 2_000)
    }

    private mutating func proposal() {
        let name = alert(4, .bulletin)
        let closing = Event.alert(.closed(AlertClosed(disposition: .handled)))
        log.add(.fourEyes(.proposed(ActionProposed(closing, until: night + .hours(30)))), to: name, minutesAgo: 3)
        expect(name, "alert")
        expect(name, "approval \(log.entries.count - 1)")
    }
}
