import Testing

@testable import Model

/// Facts come in any order and from any side: what is older than what is known moves nothing back, and what is newer counts
/// also where a still newer word says nothing of it. The hours are from the inspection of the program, by hand.
@Suite struct AnyOrderTests {
    private typealias Script = DeliveryScript

    private static func report(_ leg: Int? = nil, estimate: Int64? = nil) -> DeliveryEvent {
        .reportReceived(
            ReportReceived(from: "UZB desk", text: "heard", leg: leg, exitEstimate: estimate.map { Script.at($0) }))
    }

    private static func accepted(_ party: String, _ place: String) -> DeliveryEvent {
        .accepted(CustodyAccepted(party: party, place: place))
    }

    /// TJK from 0 to 60, UZB from 60 to `until`, all minutes after the night's instant.
    private static func road(until: Int64 = 300, notice: Int64? = 60) -> Script {
        var script = Script()
        script.tell(Script.leg(1, "TJK", "Khujand", "Fotehobod", from: 0, until: 60, notice: notice), minutes: -500)
        script.tell(Script.leg(2, "UZB", "Oybek", "Yallama", from: 60, until: until, notice: notice), minutes: -499)
        return script
    }

    @Test func whoTakesItOverHasItOnTheirLegWithoutAnotherWord() throws {
        var script = Self.road()
        script.tell(Self.report(1), minutes: 0)
        script.tell(.released(CustodyReleased(party: "TJK Customs", place: "Fotehobod")), minutes: 100)
        script.tell(Self.accepted("UZB Customs", "Oybek"), minutes: 110)
        let delivery = try script.delivery
        #expect(delivery.currentLegNumber == 2)
        #expect(delivery.reportDue == Script.at(140), "UZB's interval runs from the acceptance")
        #expect(delivery.phase(at: Script.at(130)) == .underWay)
        // The same State's other officer at the same post changes nothing; its own State moves nothing back.
        script.tell(Self.accepted("UZB team 2", "Chinoz"), minutes: 120)
        #expect(try script.delivery.currentLegNumber == 2)
        // Without a place of the plan, the State says which leg it is; within one State nothing is guessed.
        var other = Self.road()
        other.tell(Self.accepted("UZB Police", "km 14"), minutes: 110)
        #expect(try other.delivery.currentLegNumber == 2)
        var own = Self.road()
        own.tell(Self.accepted("TJK DCA", "Khujand"), minutes: -20)
        #expect(try own.delivery.currentLegNumber == nil)
    }

    @Test func anOlderReportOfAnEarlierLegFillsTheTimelineOnly() throws {
        var script = Self.road()
        script.tell(Self.report(2), minutes: 95)
        script.tell(Self.report(1), minutes: 60)
        #expect(try script.delivery.currentLegNumber == 2)
        // What is told of later moves it, also back.
        script.tell(Self.report(1), minutes: 99)
        #expect(try script.delivery.currentLegNumber == 1)
    }

    @Test func theNewestReportThatBearsAnEstimateCounts() throws {
        var script = Self.road()
        script.tell(Self.report(2), minutes: 68)
        script.tell(Self.report(2, estimate: 420), minutes: 69)
        script.tell(Self.report(), minutes: 75)
        script.tell(Self.report(estimate: 400), minutes: 72)
        #expect(try script.delivery.exitEstimate == Script.at(400), "relayed three minutes late")
        script.tell(Self.report(estimate: 350), minutes: 70)
        #expect(try script.delivery.exitEstimate == Script.at(400), "told later, and of an earlier minute")
    }

    @Test func anEarlyEstimateReachesTheNextBorder() throws {
        var script = Self.road()
        script.tell(Script.consent("UZB", from: 60, until: 600), minutes: -100)
        script.tell(Self.report(1, estimate: 30), minutes: 5)
        let delivery = try script.delivery
        #expect(delivery.windows[1].from == Script.at(30))
        #expect(delivery.cover(at: Script.at(29))[1].cover == .late(missing: .minutes(30), from: Script.at(60)))
    }

    @Test func uncoveredMinutesCountFromTheAcceptance() throws {
        // Planned for 60, taken over at 110; consent 120 to 310, expected out at 375: 10 and 65 minutes by hand.
        var script = Self.road()
        script.tell(Script.consent("UZB", from: 120, until: 310), minutes: -100)
        script.tell(Self.accepted("UZB Customs", "Oybek"), minutes: 110)
        script.tell(Self.report(2, estimate: 375), minutes: 117)
        let delivery = try script.delivery
        #expect(delivery.cover(at: Script.at(118))[1].cover == .late(missing: .minutes(75), from: Script.at(120)))
    }

    @Test func aLateConsentHasBegunByTheClock() throws {
        var script = Self.road()
        script.tell(Script.consent("UZB", from: 120, until: 310), minutes: -100)
        script.tell(Self.report(2, estimate: 375), minutes: 117)
        let delivery = try script.delivery
        func covers(_ minutes: Int64) -> [DeliveryNeed] {
            delivery.ownNeeds(at: Script.at(minutes)).filter { if case .uncovered = $0 { true } else { false } }
        }
        #expect(
            covers(119) == [
                .uncovered(
                    state: "UZB", .late(missing: .minutes(125), from: Script.at(120)), isThere: true,
                    askBy: Script.at(0), from: Script.at(60))
            ])
        // Nobody called; the hour has come all the same, and what is said now is what is still ahead.
        #expect(
            covers(121) == [
                .uncovered(
                    state: "UZB", .short(missing: .minutes(65), until: Script.at(310)), isThere: true,
                    askBy: Script.at(250), from: Script.at(310))
            ])
    }

    @Test func whereNobodyKnowsTheNoticeTheMomentToAskIsNow() throws {
        var script = Self.road(notice: nil)
        script.tell(Script.consent("UZB", from: 60, until: 240), minutes: -100)
        let cover = try #require(try script.delivery.cover(at: Script.at(0)).last)
        #expect(cover.cover == .short(missing: .minutes(60), until: Script.at(240)) && cover.askBy == nil)
    }

    @Test func itIsHeardByItsIntervalAlsoWhereItIsEarly() throws {
        var script = Self.road()
        script.tell(Self.report(2), minutes: 20)
        #expect(try script.delivery.reportDue == Script.at(50))
    }

    @Test func alreadyRollingWithoutAPlanIsWithoutCover() throws {
        var script = Script()
        script.tell(Self.report(), minutes: 0)
        let delivery = try script.delivery
        #expect(
            delivery.ownNeeds(at: Script.at(1)) == [
                .uncovered(state: "UZB", .none, isThere: true, askBy: nil, from: Script.at(0))
            ])
        #expect(delivery.contacts(responsible: nil, first: "UZB", at: Script.at(1)).first?.party == .desk("UZB"))
        script.tell(Script.consent("UZB", from: -10, until: 600), minutes: 2)
        #expect(try script.delivery.ownNeeds(at: Script.at(3)).isEmpty)
    }

    @Test func aDeskIsAlsoCalledByItsStateAlone() throws {
        var script = Self.road()
        script.tell(Self.report(2), minutes: 70)
        script.tell(.callTried(DeliveryCallTried(party: "UZB", outcome: .noAnswer)), minutes: 90)
        let contacts = try script.delivery.contacts(responsible: nil, at: Script.at(91))
        let desk = try #require(contacts.first { $0.party == .desk("UZB") })
        #expect(desk.tried?.at == Script.at(90))
        #expect(!Party.desk("UZB").isCalled("UZB Customs"))
    }

    @Test func weightsThatCannotBeStayUntilTheyAreExplained() throws {
        var script = Script()
        let item = SeizedItem(kind: .drug, name: "heroin")
        script.tell(.exhibitRegistered(ExhibitRegistered(exhibit: "E1", item: item, state: "KAZ")))
        for (weighing, kilograms) in [
            (Weighing.roadsideGross, "13"), (.unpackedGross, "14"), (.laboratoryNet, "15"), (.laboratoryNet, "12"),
        ] {
            script.tell(
                .exhibitWeighed(
                    ExhibitWeighed(
                        exhibit: "E1", weighing: weighing, quantity: Quantity(amount: kilograms, unit: "kg"),
                        by: "laboratory")))
        }
        // Heavier unpacked, heavier still in the laboratory, and two laboratories that differ.
        #expect(try script.delivery.exhibits[0].doubts.map(\.entry) == [3, 4, 5])
    }

    @Test func theOutlookSaysWhatComesNextAtEveryStage() throws {
        var script = Script()
        func next() throws -> DeliveryOutlook? { try script.delivery.outlook }
        #expect(try next() == .step(.checkAndPlan))
        script.tell(Script.leg(1, "UZB", "Oybek", "Yallama", from: 60, until: 300), minutes: -400)
        script.tell(.checked(DeliveryChecked(text: "nothing", isClear: true)), minutes: -390)
        #expect(try next() == .step(.ask(states: ["UZB"])))
        script.tell(
            .requestSent(
                RequestSent(
                    state: "UZB", channel: "I-24/7", text: "consent", confirmBy: Script.at(-300),
                    answerBy: Script.at(-60))), minutes: -380)
        #expect(try next() == .confirmation(states: ["UZB"], by: Script.at(-300)))
        script.tell(.requestAcknowledged(RequestAcknowledged(state: "UZB", by: "desk")), minutes: -370)
        #expect(try next() == .answer(states: ["UZB"], by: Script.at(-60)))
        script.tell(Script.consent("UZB", from: 0, until: 600, form: .oral, paperBy: -30), minutes: -360)
        #expect(try next() == .paper(states: ["UZB"], by: Script.at(-30)))
        script.tell(.paperReceived(ConsentPaperReceived(state: "UZB", number: "88/26")), minutes: -350)
        #expect(try next() == .startDecision(of: "TJK"))
        script.tell(.startDecided(StartDecided(goes: true, decidedBy: "TJK prosecutor")), minutes: -340)
        #expect(try next() == .preparation(by: "TJK"))
        script.tell(.prepared(DeliveryPrepared(by: "TJK DCA", method: .intact, text: "sealed")), minutes: -330)
        #expect(try next() == .announcement(states: ["UZB"]))
        script.tell(.startAnnounced(StartAnnounced(states: ["UZB"])), minutes: -320)
        #expect(try next() == .takingOver(state: "UZB", place: "Oybek"))
        script.tell(Self.report(1), minutes: 61)
        #expect(try next() == .report(state: "UZB", at: Script.at(91)))
        script.tell(.ended(DeliveryEnded(outcome: .seizure, place: "Yallama")), minutes: 200)
        #expect(try next() == .exhibits(state: "UZB"))
        let item = SeizedItem(kind: .drug, name: "heroin")
        script.tell(.exhibitRegistered(ExhibitRegistered(exhibit: "E1", item: item, state: "UZB")), minutes: 210)
        script.tell(
            .formalRequestSent(FormalRequestSent(matter: .evidence, from: "TJK", to: "UZB", number: "7")), minutes: 220)
        #expect(try next() == .formalAnswer(of: "UZB", number: "7", by: nil))
        script.tell(
            .formalRequestAnswered(FormalRequestAnswered(number: "7", isGranted: true, text: "given")), minutes: 230)
        #expect(try next() == .debrief)
        script.tell(.debriefHeld(DebriefHeld(text: "held", lessons: [])), minutes: 240)
        #expect(try next() == .closing)
    }
}
