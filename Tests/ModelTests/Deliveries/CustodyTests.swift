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
        #expect(custody.mismatches.map(\.entry) == [3], "its own seal is compared, not the taker's")
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
        #expect(script.refusal(.startAnnounced(StartAnnounced(states: ["UZB"]))) == nil)
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
        #expect(script.refusal(close) == nil)
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
