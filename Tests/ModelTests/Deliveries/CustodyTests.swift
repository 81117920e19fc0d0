import Testing

@testable import Model

/// Release and acceptance are two events of two sides.
@Suite struct CustodyTests {
    private static func released(_ party: String, seal: String? = "TJ 004417", grams: Int64? = 31_460_000)
        -> DeliveryEvent
    {
        .released(CustodyReleased(party: party, place: "Fotehobod", seal: seal, grossGrams: grams))
    }

    private static func accepted(_ party: String, seal: String? = "TJ 004417", grams: Int64? = 31_440_000)
        -> DeliveryEvent
    {
        .accepted(CustodyAccepted(party: party, place: "Oybek", seal: seal, grossGrams: grams))
    }

    @Test func betweenThemNobodyHoldsItAndTheMinutesAreSummed() throws {
        var script = DeliveryScript()
        script.tell(Self.accepted("TJK Customs"), minutes: -500)
        script.tell(Self.released("TJK Customs"), minutes: -314)
        var custody = try script.delivery.custody
        #expect(custody.holder == nil)
        #expect(custody.uncontrolled(at: DeliveryScript.at(-303)) == .minutes(11))
        script.tell(Self.accepted("UZB Customs"), minutes: -295)
        custody = try script.delivery.custody
        #expect(custody.holder?.party == "UZB Customs")
        #expect(custody.openGap == nil)
        script.tell(Self.released("UZB Customs"), minutes: 0)
        custody = try script.delivery.custody
        #expect(custody.uncontrolled(at: DeliveryScript.at(7)) == .minutes(26))
        #expect(custody.limit == .minutes(30))
    }

    @Test func theAcceptanceMayBeToldFirst() throws {
        var script = DeliveryScript()
        script.tell(Self.accepted("TJK Customs"), minutes: -500)
        script.tell(Self.accepted("UZB Customs"), minutes: -295)
        script.tell(Self.released("TJK Customs"), minutes: -314)
        let custody = try script.delivery.custody
        #expect(custody.holder?.party == "UZB Customs")
        #expect(custody.uncontrolled(at: DeliveryScript.at(0)) == .minutes(19))
    }

    /// The clock of the one who lets it go is ahead: its word belongs to the acceptance, and the gap does not stay open.
    @Test func aReleaseALittleAfterTheAcceptanceBelongsToIt() throws {
        var script = DeliveryScript()
        script.tell(.limitAgreed(CustodyLimitAgreed(minutes: 10)))
        script.tell(Self.accepted("TJK Customs", seal: "TJ 1"), minutes: -500)
        script.tell(Self.accepted("UZB Customs", seal: "TJ 2"), minutes: -295)
        var late = script
        script.tell(Self.released("TJK Customs", seal: nil), minutes: -285)
        let custody = try script.delivery.custody
        #expect(custody.holder?.party == "UZB Customs" && custody.openGap == nil && custody.gaps.count == 1)
        #expect(custody.uncontrolled(at: DeliveryScript.at(0)) == .zero)
        #expect(
            custody.mismatches.map(\.entry) == [3, 4],
            "its own seal is compared, not the taker's, and the order is asked about")
        // Beyond the limit, or by somebody else, it is what it says.
        var other = late
        late.tell(Self.released("TJK Customs"), minutes: -284)
        #expect(try late.delivery.custody.openGap != nil)
        other.tell(Self.released("KAZ Customs"), minutes: -290)
        #expect(try other.delivery.custody.openGap != nil)
    }

    @Test func aSealThatDiffersIsNamedAndAWeightWithinTheScalesIsNot() throws {
        var script = DeliveryScript()
        script.tell(Self.accepted("TJK Customs"), minutes: -500)
        script.tell(Self.released("TJK Customs"), minutes: -314)
        let entry = script.tell(Self.accepted("UZB Customs", seal: "TJ 004471"), minutes: -295)
        #expect(
            try script.delivery.custody.mismatches
                == [.seal(released: "TJ 004417", accepted: "TJ 004471", entry: entry)])
        script = DeliveryScript()
        script.tell(Self.released("TJK Customs"), minutes: -314)
        let light = script.tell(Self.accepted("UZB Customs", seal: "tj004417", grams: 31_400_000), minutes: -295)
        #expect(
            try script.delivery.custody.mismatches
                == [.weight(released: 31_460_000, accepted: 31_400_000, entry: light)])
    }

    @Test func everyReportedFactIsTakenInAnyOrderAndOurOwnStepIsNot() throws {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(2, "UZB", "Oybek", "Yallama", from: -300, until: 18), minutes: -400)
        #expect(script.refusal(Self.accepted("UZB Customs")) == nil)
        #expect(
            script.refusal(.exceptionEntered(ExceptionEntered(.stopReported, from: "UZB", text: "stop"))) == nil)
        #expect(
            script.refusal(.startAnnounced(StartAnnounced(states: ["UZB"])))
                == .notCovered(DeliveryScript.name, state: "UZB"))
        #expect(
            script.refusal(.startAnnounced(StartAnnounced(states: ["UZB"], reason: "on the word of UZB"))) == nil)
        script.tell(DeliveryScript.consent("UZB", from: -310, until: 108), minutes: -390)
        let announced = DeliveryEvent.startAnnounced(StartAnnounced(states: ["UZB"]))
        #expect(script.refusal(announced) == .startNotDecided(DeliveryScript.name))
        var stopped = script
        stopped.tell(.startDecided(StartDecided(goes: false, decidedBy: "TJK")), minutes: -380)
        let reasoned = DeliveryEvent.startAnnounced(StartAnnounced(states: ["UZB"], reason: "on the word of UZB"))
        #expect(stopped.refusal(announced) == .decidedNotToStart(DeliveryScript.name, by: "TJK"))
        #expect(stopped.refusal(reasoned) == .decidedNotToStart(DeliveryScript.name, by: "TJK"))
        script.tell(.startDecided(StartDecided(goes: true, decidedBy: "TJK")), minutes: -380)
        #expect(script.refusal(announced) == nil)
    }

    @Test func theFileDoesNotCloseWhileACourtWaits() throws {
        var script = DeliveryScript()
        script.tell(
            .formalRequestSent(FormalRequestSent(matter: .evidence, from: "RUS", to: "KAZ", number: "R-1")),
            minutes: -50)
        script.tell(.ended(DeliveryEnded(outcome: .seizure)), minutes: -40)
        let close = DeliveryEvent.closed(DeliveryClosed(summary: "seized in Samara"))
        #expect(script.refusal(close) == .requestOpen(DeliveryScript.name, number: "R-1"))
        script.tell(
            .formalRequestAnswered(FormalRequestAnswered(number: "R-1", isGranted: true, text: "sent")), minutes: -30)
        #expect(script.refusal(close) == .stillMissing(DeliveryScript.name, [.evidence, .debrief]))
        let reason = DeliveryEvent.closed(DeliveryClosed(summary: "seized in Samara", reason: "RUS keeps the evidence"))
        #expect(script.refusal(reason) == nil)
        script.tell(reason, minutes: -20)
        #expect(script.refusal(reason) == .alreadyEnded(DeliveryScript.name, at: DeliveryScript.at(-20)))
        // What is told later is kept; a request makes it an open file again.
        script.tell(.debriefHeld(DebriefHeld(text: "held in Almaty")), minutes: -10)
        #expect(try script.delivery.closedAt == DeliveryScript.at(-20))
        let late = DeliveryEvent.formalRequestSent(
            FormalRequestSent(matter: .charges, from: "KAZ", to: "KGZ", number: "R-2"))
        #expect(script.refusal(late) == nil)
        script.tell(late, minutes: -5)
        #expect(try script.delivery.closedAt == nil && !script.delivery.isOver)
    }

    @Test func whatIsLetGoIsNotLetGoAgain() throws {
        var script = DeliveryScript()
        script.tell(Self.accepted("TJK Customs"), minutes: -60)
        script.tell(Self.released("TJK Customs"), minutes: -50)
        let again = Self.released("tjk customs", seal: "TJ 9", grams: nil)
        #expect(
            script.refusal(again)
                == .alreadyLetGo(DeliveryScript.name, party: "TJK Customs", at: DeliveryScript.at(-50)))
        // A log that holds it all the same says one thing everywhere.
        script.tell(again, minutes: -40)
        let entry = script.tell(Self.accepted("UZB Customs", seal: "TJ 004471", grams: 25_000_000), minutes: -30)
        let custody = try script.delivery.custody
        #expect(custody.holder?.party == "UZB Customs" && custody.openGap == nil)
        #expect(custody.uncontrolled(at: DeliveryScript.at(0)) == .minutes(20))
        #expect(
            custody.mismatches == [
                .seal(released: "TJ 004417", accepted: "TJ 004471", entry: entry),
                .weight(released: 31_460_000, accepted: 25_000_000, entry: entry),
            ])
    }

    @Test func oneSideAloneIsHeldAgainstItselfAndAStrangerIsAsked() throws {
        var script = DeliveryScript()
        script.tell(Self.accepted("TJK Customs", grams: 31_460_000), minutes: -60)
        var own = script
        let entry = own.tell(Self.released("TJK Customs", seal: "TJ 004471", grams: 25_000_000), minutes: -50)
        #expect(
            try own.delivery.custody.mismatches == [
                .seal(released: "TJ 004417", accepted: "TJ 004471", entry: entry),
                .weight(released: 31_460_000, accepted: 25_000_000, entry: entry),
            ])
        let stranger = Self.released("KAZ Customs", grams: 31_460_000)
        #expect(script.refusal(stranger) == nil, "what is reported is taken")
        let told = script.tell(stranger, minutes: -50)
        let delivery = try script.delivery
        #expect(
            delivery.custody.mismatches
                == [.holder(released: "KAZ Customs", holder: "TJK Customs", entry: told)])
        #expect(delivery.openDoubts == [told])
        #expect(
            delivery.ownNeeds(at: DeliveryScript.at(-49)).contains(
                .notTheHolder(party: "KAZ Customs", holder: "TJK Customs", entry: told)))
    }

    @Test func theCentreDecidesNothingAndTellsNoStranger() throws {
        let name = DeliveryScript.name
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(2, "UZB", "Oybek", "Yallama", from: -300, until: 18), minutes: -400)
        script.tell(DeliveryScript.consent("UZB", from: -310, until: 108), minutes: -390)
        func start(_ by: String) -> Refusal? { script.refusal(.startDecided(StartDecided(goes: true, decidedBy: by))) }
        #expect(start("CARICC") == .centreDecidesNothing(name) && start("ЦАРИКЦ, дежурный") == start("the Centre"))
        #expect(start("TJK, Prosecutor General") == nil && start("UZB, centre for crime") == nil)
        let agreed = InterventionAgreed(situation: .danger, decides: "caricc", steps: ["x"], tell: [])
        #expect(script.refusal(.interventionAgreed(agreed)) == .centreDecidesNothing(name))
        let decided = DeliveryDecided(text: "stop", reason: "x", decidedBy: "CARICC", knownTo: 0)
        #expect(script.refusal(.decided(decided)) == .centreDecidesNothing(name))
        script.tell(.startDecided(StartDecided(goes: true, decidedBy: "TJK")), minutes: -380)
        func announce(_ states: [String], _ reason: String? = nil) -> Refusal? {
            script.refusal(.startAnnounced(StartAnnounced(states: states, reason: reason)))
        }
        #expect(announce(["UZB", "RUS"]) == .hasNoPart(name, state: "RUS"))
        #expect(announce(["UZB", "RUS"], "they lend the dogs") == nil && announce(["UZB", "TJK"]) == nil)
    }

    @Test func aNumberAndALabelAreTakenOnce() throws {
        let name = DeliveryScript.name
        var script = DeliveryScript()
        func formal(_ from: String, _ to: String, _ number: String) -> DeliveryEvent {
            .formalRequestSent(FormalRequestSent(matter: .charges, from: from, to: to, number: number))
        }
        script.tell(formal("KAZ", "KGZ", "17/3"))
        #expect(script.refusal(formal("KGZ", "KGZ", "18")) == .requestToItself(name, state: "KGZ"))
        #expect(script.refusal(formal("KAZ", "UZB", " 17/3")) == .requestNumberKnown(name, number: " 17/3"))
        let block = DeliveryEvent.exhibitRegistered(
            ExhibitRegistered(exhibit: "E2", item: SeizedItem(kind: .drug, name: "a block"), state: "KAZ"))
        script.tell(block)
        #expect(script.refusal(block) == .exhibitKnown(name, "E2"))
        func weigh(_ weighing: Weighing, _ amount: String, _ unit: String) {
            let quantity = Quantity(amount: amount, unit: unit)
            script.tell(
                .exhibitWeighed(ExhibitWeighed(exhibit: "E2", weighing: weighing, quantity: quantity, by: "scale")))
        }
        weigh(.laboratoryNet, "2", "kg")
        weigh(.pure, "80", "%")
        #expect(try script.delivery.exhibits[0].doubts.isEmpty)
        weigh(.pure, "2.5", "kg")
        let doubt = try #require(script.delivery.exhibits[0].doubts.first)
        #expect(doubt == .heavierUnpacked(gross: 2_000_000_000, net: 2_500_000_000, entry: doubt.entry))
        script.tell(block)
        #expect(try script.delivery.exhibits[0].weights.count == 2, "nothing that was weighed is lost")
    }

    @Test func silenceCountsFromTheStartAndAHolderIsHeldAgainstTheLeg() throws {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(1, "TJK", "Panji Poyon", "Fotehobod", from: -300, until: -100), minutes: -400)
        script.tell(DeliveryScript.leg(2, "UZB", "Oybek", "Yallama", from: -100, until: 18), minutes: -400)
        #expect(try script.delivery.phase(at: DeliveryScript.at(-90)) == .planned, "nobody said that it rolls")
        script.tell(.startDecided(StartDecided(goes: true, decidedBy: "TJK")), minutes: -350)
        #expect(try script.delivery.phase(at: DeliveryScript.at(-90)) == .silent(due: DeliveryScript.at(-270)))
        script.tell(Self.accepted("TJK Customs"), minutes: -300)
        #expect(try script.delivery.holderElsewhere == nil)
        script.tell(
            .reportReceived(ReportReceived(from: "UZB desk", text: "seen", place: "Oybek", leg: 2)), minutes: -90)
        let elsewhere = try #require(try script.delivery.holderElsewhere)
        #expect(elsewhere.party == "TJK Customs" && elsewhere.leg.state == "UZB")
    }

    @Test func noWeightReplacesAnother() throws {
        var script = DeliveryScript()
        let item = SeizedItem(kind: .drug, name: "heroin", substance: "heroin")
        script.tell(.exhibitRegistered(ExhibitRegistered(exhibit: "E1", item: item, state: "RUS", seal: "A1")))
        for (weighing, amount) in [
            (Weighing.roadsideGross, "38.4"), (.unpackedGross, "37.9"), (.laboratoryNet, "38.0"),
        ] {
            script.tell(
                .exhibitWeighed(
                    ExhibitWeighed(
                        exhibit: "E1", weighing: weighing, quantity: Quantity(amount: amount, unit: "kg"), by: "scale"))
            )
        }
        let exhibit = try #require(try script.delivery.exhibits.first)
        #expect(exhibit.weights.count == 3)
        #expect(
            exhibit.doubts == [
                .heavierUnpacked(
                    gross: 37_900_000_000, net: 38_000_000_000, entry: exhibit.weights[.laboratoryNet]!.last!.entry)
            ])
        script.tell(.evidenceTransferred(EvidenceTransferred(exhibit: "E1", from: "KAZ", to: "RUS court")), minutes: 9)
        #expect(
            try script.delivery.exhibits.first?.doubts.last
                == .notTheHolder(from: "KAZ", holder: "RUS", entry: Int64(script.entries.count - 1)))
    }
}
