import Model

/// A watch with some things open and others settled, and a list, made by hand, of what is open.
package struct MadeUpWatch {
    package private(set) var log = SampleLog()
    package let watch: SubjectName
    /// The keys of everything that must be handed over, as text.
    package private(set) var open: Set<String> = []
    /// Those among them that are grave.
    package private(set) var critical: Set<String> = []
    private let night = SampleLog.night

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

    private mutating func expect(_ name: SubjectName, _ topic: String, isCritical: Bool = false) {
        open.insert("\(name.text) \(topic)")
        if isCritical { critical.insert("\(name.text) \(topic)") }
    }

    /// Everything that it can be made up of.
    package static let pieces: [@Sendable (inout MadeUpWatch) -> Void] = [
        { $0.quietDelivery() }, { $0.lapsingConsent() }, { $0.oralConsent(hour: 5) }, { $0.oralConsent(hour: nil) },
        { $0.unansweredRequest() }, { $0.formalRequest() }, { $0.exception() }, { $0.openGap() },
        { $0.settledDelivery() },
        { $0.seizure() }, { $0.information() }, { $0.warningWithFeedback() }, { $0.warning() }, { $0.closedAlert() },
        { $0.question() }, { $0.followUps() }, { $0.arrangements() }, { $0.orders() }, { $0.proposal() },
    ]

    package static func random(_ generator: inout SeededGenerator) -> MadeUpWatch {
        var watch = MadeUpWatch(taken: Int.random(in: 0..<4, using: &generator) == 0)
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            pieces.randomElement(using: &generator)?(&watch)
        }
        return watch
    }

    // MARK: Deliveries

    private mutating func delivery() -> SubjectName {
        log.begin(
            .deliveries,
            .delivery(
                .opened(
                    DeliveryOpened(
                        priority: 2, goods: "opium 5 kg", method: .intact, conveyance: nil, initiator: "TJK"))),
            minutesAgo: 900)
    }

    private mutating func leg(_ name: SubjectName, until hours: Int64 = 40) {
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

    private mutating func alert(_ priority: Int, _ message: MessageKind) -> SubjectName {
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
        let down = ArrangementMade(type: .channelDown, text: "ContainerComm", orderedBy: "Orazov D.M.")
        expect(log.begin(.arrangements, .arrangement(.made(down)), minutesAgo: 300), "arrangement")
        let old = log.begin(.arrangements, .arrangement(.made(down)), minutesAgo: 290)
        log.add(.arrangement(.ended(ArrangementEnded(isCarriedOut: false))), to: old, minutesAgo: 100)
    }

    private mutating func orders() {
        func order(_ from: Int64) -> Event {
            .order(.issued(StandingOrderIssued(title: "calls", text: "call back", from: night + .hours(from))))
        }
        expect(log.begin(.orders, order(8), minutesAgo: 2_000), "order")
        expect(log.begin(.orders, order(-5), minutesAgo: 300), "order")
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
