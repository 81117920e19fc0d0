import Testing

@testable import Model

/// Where the load is, as the words of all sides add up in any order.
@Suite struct RoadTests {
    private static let name = DeliveryScript.name

    /// TJK from -400 to -100, UZB from -100 to 200, KAZ from 200 to 500; the consents of all last from an hour before.
    private static func script() -> DeliveryScript {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(1, "TJK", "Khujand", "Fotehobod", from: -400, until: -100), minutes: -590)
        script.tell(DeliveryScript.leg(2, "UZB", "Oybek", "Yallama", from: -100, until: 200), minutes: -590)
        script.tell(
            DeliveryScript.leg(3, "KAZ", "Konysbayev", "Syrym", from: 200, until: 500, notice: nil), minutes: -590)
        for (state, from, until) in [("TJK", -460, 0), ("UZB", -160, 260), ("KAZ", 140, 560)]
            as [(String, Int64, Int64)]
        {
            script.tell(DeliveryScript.consent(state, from: from, until: until), minutes: -580)
        }
        return script
    }

    private static func heard(_ from: String, leg: Int? = nil, exit: Int64? = nil) -> DeliveryEvent {
        .reportReceived(
            ReportReceived(from: from, text: "heard", leg: leg, exitEstimate: exit.map { DeliveryScript.at($0) }))
    }

    private static func taken(_ party: String, _ place: String) -> DeliveryEvent {
        .accepted(CustodyAccepted(party: party, place: place))
    }

    @Test func takingItOverAtTheBorderBringsItIntoTheNextLeg() throws {
        var script = Self.script()
        script.tell(Self.taken("TJK Customs", "Khujand"), minutes: -410)
        #expect(try script.delivery.currentLegNumber == nil, "where it is made ready it has not begun")
        script.tell(Self.heard("TJK desk", leg: 1), minutes: -390)
        script.tell(Self.taken("UZB Customs", "Oybek"), minutes: -50)
        var delivery = try script.delivery
        #expect(delivery.currentLegNumber == 2 && delivery.windows[1].from == DeliveryScript.at(-50))
        #expect(delivery.windows[0].until == DeliveryScript.at(-50), "it left the leg behind then")
        // What is told later of the leg before fills the timeline.
        script.tell(Self.heard("TJK desk", leg: 1), minutes: -80)
        delivery = try script.delivery
        #expect(delivery.currentLegNumber == 2 && delivery.lastReport?.at == DeliveryScript.at(-80))
        // Nobody brings it back, and a team without a State is taken at its place.
        script.tell(Self.taken("TJK Customs", "Oybek"), minutes: -20)
        #expect(try script.delivery.currentLegNumber == 2)
        script.tell(Self.taken("a mobile team", "konysbayev"), minutes: 210)
        #expect(try script.delivery.currentLegNumber == 3)
    }

    @Test func aLegThatIsPlannedAfterItsTakingOverCountsAsWell() throws {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(1, "TJK", "Khujand", "Fotehobod", from: -400, until: -100), minutes: -590)
        script.tell(Self.taken("UZB Customs", "Oybek"), minutes: -90)
        #expect(try script.delivery.currentLegNumber == nil)
        script.tell(DeliveryScript.leg(2, "UZB", "Oybek", "Yallama", from: -100, until: 200), minutes: -80)
        #expect(try script.delivery.currentLegNumber == 2)
    }

    @Test func theNewestWordThatBearsAnEstimateCounts() throws {
        var script = Self.script()
        script.tell(Self.heard("UZB desk", leg: 2), minutes: -30)
        script.tell(Self.heard("UZB desk", exit: 320), minutes: -33)
        #expect(try script.delivery.exitEstimate == DeliveryScript.at(320))
        script.tell(Self.heard("UZB desk", exit: 290), minutes: -34)
        #expect(
            try script.delivery.exitEstimate == DeliveryScript.at(320), "an older word does not replace a newer one")
        script.tell(Self.heard("TJK desk", leg: 1, exit: -90), minutes: -120)
        #expect(try script.delivery.exitEstimate == DeliveryScript.at(320))
    }

    @Test func anEarlyLoadIsDueToReportFromItsLastWord() throws {
        var script = Self.script()
        script.tell(Self.heard("UZB desk", leg: 2), minutes: -150)
        #expect(try script.delivery.reportDue == DeliveryScript.at(-120))
        script.tell(Self.taken("UZB Customs", "Oybek"), minutes: -145)
        #expect(try script.delivery.reportDue == DeliveryScript.at(-115), "taking it over is a word as well")
    }

    @Test func theNoticeOfTheDirectoryHoldsWhereTheLegHasNone() throws {
        var script = Self.script()
        script.tell(Self.heard("KAZ desk", leg: 3, exit: 620), minutes: 210)
        var delivery = try script.delivery
        func askBy() -> Instant? { delivery.coverAhead(at: DeliveryScript.at(210)).last?.askBy }
        #expect(delivery.coverAhead(at: DeliveryScript.at(210)).last?.cover.isCovered == false && askBy() == nil)
        delivery.take(notices: ["KAZ": .minutes(180), "UZB": .minutes(300)])
        #expect(askBy() == DeliveryScript.at(380))
        #expect(
            delivery.dues(at: DeliveryScript.at(210)).contains {
                $0.instant == DeliveryScript.at(380) && $0.due == .askForMore(state: "KAZ")
            })
        script.tell(Self.heard("UZB desk", leg: 2, exit: 270), minutes: 220)
        delivery = try script.delivery
        delivery.take(notices: ["UZB": .minutes(300)])
        let own = try #require(delivery.cover(at: DeliveryScript.at(220)).first { $0.leg.state == "UZB" })
        #expect(own.askBy == DeliveryScript.at(200), "its own hour's notice goes before that of the directory")
    }

    @Test func aRefusalAfterAConsentTakesItBackUnlessMoreWasAsked() throws {
        let refused = DeliveryEvent.consentRefused(ConsentRefused(state: "UZB", authority: "a court"))
        var script = Self.script()
        #expect(try script.delivery.stage == .consents(given: 3, of: 3))
        var more = script
        script.tell(refused, minutes: -200)
        let delivery = try script.delivery
        #expect(delivery.heardCover[1].cover == .refused && delivery.stage == .consents(given: 2, of: 3))
        #expect(
            delivery.ownNeeds(at: DeliveryScript.at(-190)).contains {
                if case .uncovered("UZB", .refused, isThere: false, _, _) = $0 { true } else { false }
            })
        more.tell(.requestSent(RequestSent(state: "UZB", channel: "mail", text: "four hours more")), minutes: -210)
        more.tell(refused, minutes: -200)
        #expect(try more.delivery.heardCover[1].cover.isCovered)
    }

    @Test func aConsentForAnotherCrossingIsNotCounted() throws {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(1, "RUS", "Mashtakovo", "Samara", from: 0, until: 300), minutes: -590)
        script.tell(DeliveryScript.consent("RUS", from: -60, until: 360, entry: "Syrym"), minutes: -580)
        #expect(try script.delivery.stage == .consents(given: 0, of: 1))
    }

    @Test func whatRollsWithoutAPlanIsWithoutCover() throws {
        var script = DeliveryScript()
        script.tell(Self.heard("UZB desk"), minutes: -10)
        let delivery = try script.delivery
        #expect(
            delivery.ownNeeds(at: DeliveryScript.night)
                == [.uncovered(state: "UZB", .none, isThere: true, askBy: nil, from: DeliveryScript.at(-10))])
        let contacts = delivery.contacts(responsible: nil, at: DeliveryScript.night).map(\.party)
        #expect(contacts == [.desk("UZB"), .desk("TJK"), .responsible(nil)])
    }

    @Test func whatActsBeforeItCanIsAskedAboutAndNotCounted() throws {
        var script = DeliveryScript()
        func released(_ party: String) -> DeliveryEvent { .released(CustodyReleased(party: party, place: "a post")) }
        script.tell(Self.taken("TJK Customs", "a post"), minutes: -300)
        script.tell(released("TJK Customs"), minutes: -200)
        var early = script
        let entry = early.tell(Self.taken("UZB Customs", "Oybek"), minutes: -201)
        #expect(try early.delivery.openDoubts == [entry])
        // It lets it go 40 minutes before it had it, and the next one has it 25 minutes later.
        script.tell(Self.taken("UZB Customs", "Oybek"), minutes: -180)
        let odd = script.tell(released("UZB Customs"), minutes: -220)
        script.tell(Self.taken("KAZ Customs", "Yallama"), minutes: -195)
        var custody = try script.delivery.custody
        #expect(
            custody.uncontrolled(at: DeliveryScript.night) == .minutes(20) && custody.mismatches.map(\.entry) == [odd])
        script.tell(.doubtSettled(DoubtSettled(entry: odd, from: "UZB", text: "their clock")), minutes: 0)
        custody = try script.delivery.custody
        #expect(custody.uncontrolled(at: DeliveryScript.night) == .minutes(40), "from -220 to -180, told of by both")
    }

    @Test func whatNamesNobodyOrAnswersNothingIsOneSentence() throws {
        let script = Self.script()
        #expect(script.refusal(DeliveryScript.consent("XXX", from: 0, until: 9)) == .noSuchState("XXX"))
        #expect(script.refusal(DeliveryScript.leg(4, "QQQ", "Foo", "Bar", from: 0, until: 9)) == .noSuchState("QQQ"))
        #expect(script.refusal(DeliveryScript.consent("FRA", from: 0, until: 9)) == nil, "its leg may be planned later")
        let lost = DeliveryEvent.exceptionEntered(ExceptionEntered(.contactLost, from: "UZB", text: "gone", leg: 9))
        #expect(script.refusal(lost) == .noSuchLeg(Self.name, 9))
        #expect(
            script.refusal(.paperReceived(ConsentPaperReceived(state: "KAZ", number: "1")))
                == .noPaperOwed(Self.name, state: "KAZ"))
        func withdrawn(_ state: String, _ number: String?) -> Refusal? {
            script.refusal(
                .consentWithdrawn(
                    ConsentWithdrawn(state: state, authority: "a court", number: number, from: DeliveryScript.night)))
        }
        #expect(withdrawn("RUS", nil) == .noConsent(Self.name, state: "RUS", number: nil))
        #expect(withdrawn("KAZ", "7") == .noConsent(Self.name, state: "KAZ", number: "7"))
        #expect(withdrawn("KAZ", "88/26") == nil)
    }
}
