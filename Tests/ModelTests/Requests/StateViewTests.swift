import TestSupport
import Testing

@testable import Model

/// Everything that is open with one State, both ways.
@Suite struct StateViewTests {
    private static let night = SampleLog.night

    private static func view(
        _ log: SampleLog, _ state: String = "UZB", minutes: Int64 = 0, hides: (SubjectName) -> Bool = { _ in false }
    ) -> StateView {
        StateView(log.board, state, at: night + .minutes(minutes), DeconflictionTests.kilometres, hides: hides)
    }

    private static func truck(_ log: inout SampleLog) -> SubjectName {
        let name = log.begin(
            .deliveries, DeconflictionTests.opened("heroin 38.4 kg", "truck 01 A 123 BC"), minutesAgo: 600)
        log.add(
            DeconflictionTests.leg("UZB", "Oybek", "Yallama", from: -300, until: 108), to: name, minutesAgo: 590)
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "UZB desk", text: "on the road", leg: 1))), to: name,
            minutesAgo: 21)
        return name
    }

    @Test func whatWeAskedIsAwaitedUntilTheyAnswer() {
        var log = SampleLog()
        let name = Self.truck(&log)
        let request = RequestSent(state: "UZB", channel: "mail", text: "please", answerBy: Self.night + .minutes(228))
        log.add(.delivery(.requestSent(request)), to: name, minutesAgo: 182)
        var view = Self.view(log)
        #expect(view.weWait.contains { $0.matter == .consent(confirmed: nil) && $0.due == request.answerBy })
        // Nobody confirmed it within the hour: that is to be asked.
        #expect(view.askNow.contains { $0.matter == .confirmation(asked: Self.night - .minutes(182)) })
        log.add(
            .delivery(.requestAcknowledged(RequestAcknowledged(state: "UZB", by: "Major Y."))), to: name,
            minutesAgo: 170)
        view = Self.view(log)
        let got = StateView.Awaited.consent(confirmed: Self.night - .minutes(170))
        #expect(view.weWait.contains { $0.matter == got } && view.lastSpoke == Self.night - .minutes(21))
        log.add(DeconflictionTests.consent("UZB", until: 300), to: name, minutesAgo: 10)
        view = Self.view(log)
        #expect(!view.weWait.contains { if case .consent = $0.matter { true } else { false } })
        #expect(Self.view(log, "KAZ").isEmpty)
    }

    @Test func aReportIsAwaitedAndAskedForWhenItIsLate() {
        var log = SampleLog()
        let name = Self.truck(&log)
        log.add(DeconflictionTests.consent("UZB", until: 300), to: name, minutesAgo: 400)
        #expect(Self.view(log).weWait.map(\.due) == [Self.night + .minutes(9)])
        #expect(Self.view(log).askNow.isEmpty && Self.view(log).lastSpoke == Self.night - .minutes(21))
        #expect(Self.view(log, minutes: 10).askNow.map(\.matter) == [.report])
    }

    @Test func whatIsTheMatterOnTheirSoilIsAsked() throws {
        var log = SampleLog()
        let name = Self.truck(&log)
        log.add(DeconflictionTests.consent("UZB", until: 300), to: name, minutesAgo: 400)
        log.add(
            .delivery(.released(CustodyReleased(party: "TJK", place: "Oybek", seal: "TJ 1"))), to: name, minutesAgo: 40)
        log.add(
            .delivery(.accepted(CustodyAccepted(party: "UZB Customs", place: "Oybek", seal: "TJ 2"))), to: name,
            minutesAgo: 30)
        let lost = ExceptionEntered(.contactLost, from: "UZB desk", text: "no word")
        log.add(.delivery(.exceptionEntered(lost)), to: name, minutesAgo: 3)
        let asked = Self.view(log).askNow.map(\.matter)
        #expect(asked.contains(.seal(released: "TJ 1", accepted: "TJ 2")), "\(asked)")
        #expect(asked.contains(.exception(.contactLost, since: Self.night - .minutes(3))), "\(asked)")
        #expect(Self.view(log, "KAZ").askNow.isEmpty)
        log.add(.delivery(.ended(DeliveryEnded(outcome: .seizure))), to: name, minutesAgo: 1)
        #expect(Self.view(log).askNow.isEmpty)
    }

    @Test func aConsentThatEndsTooEarlyIsAskedFor() {
        var log = SampleLog()
        let name = Self.truck(&log)
        log.add(DeconflictionTests.consent("UZB", until: 88), to: name, minutesAgo: 400)
        #expect(Self.view(log).askNow.map(\.matter) == [.moreTime(missing: .minutes(20))])
        #expect(Self.view(log, "KAZ").askNow.isEmpty)
    }

    @Test func whatTheyAreOwedAndWhatTheyMustBeToldIsThere() {
        var log = SampleLog()
        let name = Self.truck(&log)
        log.add(DeconflictionTests.consent("UZB", until: 300), to: name, minutesAgo: 400)
        let tip = log.begin(
            .alerts,
            .alert(.raised(AlertRaised(priority: 3, message: .information, headline: "a tip", source: "UZB"))),
            minutesAgo: 7_200)
        #expect(Self.view(log).theyWait.map(\.subject) == [tip])
        let stop = StopReported(from: "KAZ, Colonel N.", text: "stop", isCalledBack: true)
        log.add(.delivery(.stopReported(stop)), to: name, minutesAgo: 5)
        #expect(Self.view(log).tellThem.map(\.matter) == [.exception(.stopReported, since: Self.night - .minutes(5))])
        // Who told it need not be told; who was told is done.
        let entry = log.entries[log.entries.count - 1].index
        log.add(.delivery(.partyTold(PartyTold(entry: entry, party: "UZB desk"))), to: name, minutesAgo: 4)
        #expect(Self.view(log).tellThem.isEmpty)
    }

    @Test func aSeizureOnTheirSoilNearTheRoadIsAQuestionToThem() {
        var log = SampleLog()
        let name = Self.truck(&log)
        log.add(DeconflictionTests.consent("UZB", until: 300), to: name, minutesAgo: 400)
        let alert = log.begin(.alerts, DeconflictionTests.seized("heroin", "6.3", at: "Malik"), minutesAgo: 14)
        #expect(Self.view(log).askNow.map(\.matter) == [.ourLoad(alert)])
        #expect(Self.view(log, hides: { $0 == alert }).askNow.isEmpty)
        #expect(Self.view(log, hides: { $0 == name }).isEmpty)
    }

    @Test(arguments: [
        ("UZB", true), ("UZB desk", true), ("uzb, Colonel N.", true), ("Uzbekistan", true), ("KAZ", false),
    ])
    func aPartyIsOfAState(party: String, isTheirs: Bool) {
        #expect(Self.view(SampleLog()).isOf(party) == isTheirs)
    }
}

extension DeconflictionTests {
    /// In writing, from ten hours ago.
    static func consent(_ state: String, until minutes: Int64) -> Event {
        .delivery(
            .consentGiven(
                ConsentGiven(
                    state: state, authority: "a prosecutor", number: "88/26", from: SampleLog.night - .hours(10),
                    until: SampleLog.night + .minutes(minutes))))
    }
}
