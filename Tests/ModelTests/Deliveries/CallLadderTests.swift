import Testing

@testable import Model

/// The stage, the road, and whom to call when, minute by minute.
@Suite struct CallLadderTests {
    /// On leg 2 of 3, last heard 21 minutes before the night's instant, every 30 minutes.
    static func underWay() -> DeliveryScript {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(1, "TJK", "Khujand", "Fotehobod", from: -400, until: -314), minutes: -590)
        script.tell(DeliveryScript.leg(2, "UZB", "Oybek", "Yallama", from: -300, until: 18), minutes: -590)
        script.tell(DeliveryScript.leg(3, "KAZ", "Konysbayev", "Syrym", from: 20, until: 2_000), minutes: -590)
        script.tell(
            .reportReceived(ReportReceived(from: "UZB desk", text: "in the queue", place: "Yallama", leg: 2)),
            minutes: -21)
        return script
    }

    static func call(_ party: String, _ outcome: CallOutcome) -> DeliveryEvent {
        .callTried(DeliveryCallTried(party: party, outcome: outcome))
    }

    @Test func aReportThatDoesNotComeIsFollowedStepByStep() throws {
        var script = Self.underWay()
        script.tell(.eyesOn(EyesOn(party: "UZB team 2")), minutes: -21)
        let at = DeliveryScript.at
        #expect(try script.delivery.callLadders(at: at(9), responsible: "Ermekov").isEmpty, "not due before 04:21")
        let first = try #require(try script.delivery.callLadders(at: at(10), responsible: "Ermekov").first)
        #expect(first.steps.map(\.at) == [12, 14, 19, 24, 29].map { at($0) })
        #expect(
            first.steps.map(\.party) == [
                .desk("UZB"), .desk("UZB"), .named("UZB team 2"), .desk("KAZ"), .responsible("Ermekov"),
            ])
        #expect(first.due(at: at(11)) == nil && first.due(at: at(12))?.purpose == .ask)

        script.tell(Self.call("uzb desk", .noAnswer), minutes: 12)
        let second = try #require(try script.delivery.callLadders(at: at(14), responsible: "Ermekov").first)
        #expect(second.steps[0].calls.count == 1 && second.due(at: at(14))?.purpose == .askAgain)
        #expect(second.next(at: at(14)).map(\.purpose) == [.throughState, .beReady, .wake])

        script.tell(Self.call("UZB duty unit", .answered), minutes: 15)
        let third = try #require(try script.delivery.callLadders(at: at(24), responsible: nil).first)
        #expect(third.due(at: at(24)) == nil && third.isWaiting(at: at(24)), "they have ten minutes to tell")
        #expect(third.due(at: at(25))?.purpose == .throughState, "then it goes on")

        script.tell(.reportReceived(ReportReceived(from: "UZB desk", text: "still there")), minutes: 26)
        #expect(try script.delivery.callLadders(at: at(27), responsible: nil).isEmpty)
    }

    @Test func aLoadThatNobodyHoldsIsAskedForFromHalfOfTheLimitOn() throws {
        var script = Self.underWay()
        script.tell(.accepted(CustodyAccepted(party: "UZB Customs", place: "Oybek")), minutes: -200)
        script.tell(.released(CustodyReleased(party: "UZB Customs", place: "yallama ")), minutes: 0)
        let at = DeliveryScript.at
        #expect(try script.delivery.callLadders(at: at(9), responsible: nil).isEmpty)
        let ladders = try script.delivery.callLadders(at: at(15), responsible: nil)
        let ladder = try #require(ladders.first)
        #expect(ladders.count == 1, "letting it go is a word, so that no report is overdue yet")
        #expect(ladder.steps.prefix(3).map(\.party) == [.named("UZB Customs"), .desk("KAZ"), .desk("KAZ")])
        #expect(ladder.steps.map(\.at) == [15, 15, 30, 40].map { at($0) })
        #expect(ladder.steps.last?.party == .responsible(nil))
    }

    @Test func theStageFollowsTheEvents() throws {
        var script = DeliveryScript()
        #expect(try script.delivery.stage == .information)
        script.tell(.checked(DeliveryChecked(text: "nothing", isClear: true)), minutes: -599)
        #expect(try script.delivery.stage == .checked)
        script.tell(DeliveryScript.leg(1, "UZB", "Oybek", "Yallama", from: -300, until: 18), minutes: -590)
        script.tell(.requestSent(RequestSent(state: "UZB", channel: "CENcomm", text: "passage")), minutes: -580)
        #expect(try script.delivery.stage == .requested(open: 1))
        script.tell(DeliveryScript.consent("UZB", from: -300, until: 20), minutes: -500)
        #expect(try script.delivery.stage == .consents(given: 1, of: 1))
        script.tell(.planAgreed(PlanAgreed(states: ["UZB"], version: 1, text: "follow")), minutes: -450)
        script.tell(.startDecided(StartDecided(goes: true, decidedBy: "UZB")), minutes: -440)
        #expect(try script.delivery.stage == .startDecided)
        script.tell(.startAnnounced(StartAnnounced(states: ["UZB"])), minutes: -430)
        #expect(try script.delivery.stage == .announced)
        script.tell(.reportReceived(ReportReceived(from: "UZB desk", text: "moves", leg: 1)), minutes: -290)
        #expect(try script.delivery.stage == .underWay(leg: 1, of: 1))
        script.tell(.exceptionEntered(ExceptionEntered(.danger, from: "UZB", text: "shots")), minutes: -10)
        script.tell(.exceptionEntered(ExceptionEntered(.delayed, from: "UZB", text: "queue")), minutes: -5)
        #expect(try script.delivery.stage == .exception(.danger, leg: 1, of: 1), "the gravest, not the newest")
        script.tell(.ended(DeliveryEnded(outcome: .seizure)), minutes: 0)
        #expect(try script.delivery.stage == .ended(.seizure))
        script.tell(.closed(DeliveryClosed(summary: "done")), minutes: 5)
        #expect(try script.delivery.stage == .closed)
    }

    @Test func theRoadSaysWhenItLeftAndWhenItIsExpectedTo() throws {
        var script = Self.underWay()
        script.tell(DeliveryScript.consent("UZB", from: -300, until: 20), minutes: -500)
        script.tell(.released(CustodyReleased(party: "TJK Customs", place: "Fotehobod", seal: "TJ 1")), minutes: -310)
        script.tell(.accepted(CustodyAccepted(party: "UZB Customs", place: "Oybek", seal: "TJ 1")), minutes: -291)
        script.tell(
            .reportReceived(
                ReportReceived(from: "UZB desk", text: "40 ahead", leg: 2, exitEstimate: DeliveryScript.at(40))),
            minutes: -5)
        let delivery = try script.delivery
        #expect(delivery.road(at: DeliveryScript.night).map(\.mark) == [.passed, .here, .ahead])
        #expect(
            delivery.road(at: DeliveryScript.night).map(\.out) == [
                DeliveryScript.at(-310), DeliveryScript.at(40), DeliveryScript.at(2_020),
            ])
        #expect(delivery.road(at: DeliveryScript.night).map(\.isEstimate) == [false, true, true])
        #expect(delivery.custodyCheck?.seal == .same && delivery.custodyCheck?.differenceGrams == nil)
        #expect(delivery.coverOfTheRest(at: DeliveryScript.night)?.leg.state == "UZB")
    }

    @Test func reportsKnowByWhenTheyWereDue() throws {
        var script = Self.underWay()
        script.tell(.reportReceived(ReportReceived(from: "UZB desk", text: "late")), minutes: 14)
        script.tell(.reportReceived(ReportReceived(from: "UZB desk", text: "in time")), minutes: 44)
        let reports = Delivery.reports(in: script.entries, without: [])
        #expect(reports.map(\.due) == [nil, DeliveryScript.at(9), DeliveryScript.at(44)])
        #expect(reports.map(\.late) == [nil, .minutes(5), nil])
        #expect(Delivery.reports(in: script.entries, without: [5]).count == 2)
    }
}
