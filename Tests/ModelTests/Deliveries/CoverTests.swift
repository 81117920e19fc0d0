import Testing

@testable import Model

/// Whether the consents cover the road, computed from plan, estimate and every word of the States.
@Suite struct CoverTests {
    private static let planned = DeliveryScript.leg(2, "UZB", "Oybek", "Yallama", from: -300, until: 18)

    private static func script(_ events: [DeliveryEvent]) -> DeliveryScript {
        var script = DeliveryScript()
        script.tell(planned, minutes: -500)
        for event in events { script.tell(event, minutes: -400) }
        return script
    }

    private static func cover(_ events: [DeliveryEvent]) throws -> Cover {
        let delivery = try script(events).delivery
        return try #require(delivery.heardCover.first).cover
    }

    @Test func nobodyWasAsked() throws { #expect(try Self.cover([]) == .none) }

    @Test func askedAndNoAnswer() throws {
        let asked = DeliveryEvent.requestSent(RequestSent(state: "UZB", channel: "I-24/7", text: "consent"))
        #expect(try Self.cover([asked]) == .unanswered(since: DeliveryScript.at(-400)))
        let refused = DeliveryEvent.consentRefused(ConsentRefused(state: "UZB", authority: "prosecutor"))
        #expect(try Self.cover([asked, refused]) == .refused)
    }

    @Test func inTimeAndInWriting() throws {
        #expect(
            try Self.cover([DeliveryScript.consent("UZB", from: -310, until: 108)]) == .complete(spare: .minutes(90)))
        #expect(try Self.cover([DeliveryScript.consent("UZB", from: -310, until: 18)]) == .complete(spare: .zero))
        #expect(
            try Self.cover([DeliveryScript.consent("UZB", from: -310, until: 17)])
                == .short(missing: .minutes(1), until: DeliveryScript.at(17)))
        #expect(
            try Self.cover([DeliveryScript.consent("UZB", from: -299, until: 108)])
                == .late(missing: .minutes(1), from: DeliveryScript.at(-299)))
    }

    @Test func anEstimateThatSlipsUncoversTheLeg() throws {
        var script = Self.script([DeliveryScript.consent("UZB", from: -310, until: 108)])
        script.tell(
            .reportReceived(
                ReportReceived(
                    from: "UZB desk", text: "queue", place: "Yallama", leg: 2, exitEstimate: DeliveryScript.at(128))),
            minutes: -6)
        let delivery = try script.delivery
        let window = try #require(delivery.windows.first)
        #expect(delivery.heardCover[0].cover == .short(missing: .minutes(20), until: DeliveryScript.at(108)))
        #expect(delivery.heardCover[0].askBy == DeliveryScript.at(48), "an hour's notice before the end")
        #expect(window.slip == .minutes(110))
    }

    @Test func aSlipPushesTheLegsBehind() throws {
        var script = Self.script([DeliveryScript.consent("KAZ", from: 0, until: 600, number: "1")])
        script.tell(DeliveryScript.leg(3, "KAZ", "Konysbayev", "Syrym", from: 30, until: 590), minutes: -399)
        #expect(try script.delivery.heardCover[1].cover == .complete(spare: .minutes(10)))
        script.tell(
            .reportReceived(
                ReportReceived(from: "UZB desk", text: "queue", leg: 2, exitEstimate: DeliveryScript.at(60))))
        let delivery = try script.delivery
        #expect(delivery.windows[1].from == DeliveryScript.at(60))
        #expect(delivery.heardCover[1].cover == .short(missing: .minutes(20), until: DeliveryScript.at(600)))
    }

    @Test func consentsThatJoinCoverTogetherAndAGapIsSeen() throws {
        let first = DeliveryScript.consent("UZB", from: -310, until: -100, number: "1")
        let second = DeliveryScript.consent("UZB", from: -100, until: 60, number: "2")
        let late = DeliveryScript.consent("UZB", from: -99, until: 60, number: "3")
        #expect(try Self.cover([first, second]) == .complete(spare: .minutes(42)))
        #expect(try Self.cover([second, first]) == .complete(spare: .minutes(42)), "in any order")
        #expect(try Self.cover([first, late]) == .short(missing: .minutes(1), until: DeliveryScript.at(-100)))
    }

    @Test func byWordOfMouthUntilThePaperComes() throws {
        let oral = DeliveryScript.consent("UZB", from: -310, until: 78, form: .oral, number: nil, paperBy: 400)
        #expect(
            try Self.cover([oral]) == .oralOnly(paperBy: DeliveryScript.at(400), spare: .minutes(60)))
        let paper = DeliveryEvent.paperReceived(ConsentPaperReceived(state: "UZB", number: "90/26"))
        #expect(try Self.cover([oral, paper]) == .complete(spare: .minutes(60)))
        #expect(try Self.script([oral, paper]).delivery.consents.papersOwed.isEmpty)
    }

    @Test func forAnotherCrossingOrMethodItIsNone() throws {
        let elsewhere = DeliveryScript.consent("UZB", from: -310, until: 108, exit: "Gisht Kuprik")
        #expect(try Self.cover([elsewhere]) == .elsewhere)
        let substituted = DeliveryScript.consent("UZB", from: -310, until: 108, method: .fullSubstitution)
        #expect(try Self.cover([substituted]) == .elsewhere)
        let sameInOtherLetters = DeliveryScript.consent("UZB", from: -310, until: 108, exit: " YALLAMA ")
        #expect(try Self.cover([sameInOtherLetters]).isCovered)
    }

    @Test func whatIsTakenBackNoLongerCovers() throws {
        let given = DeliveryScript.consent("UZB", from: -310, until: 108)
        func taken(_ minutes: Int64) -> DeliveryEvent {
            .consentWithdrawn(
                ConsentWithdrawn(state: "UZB", authority: "prosecutor", from: DeliveryScript.at(minutes)))
        }
        #expect(
            try Self.cover([given, taken(0)]) == .short(missing: .minutes(18), until: DeliveryScript.at(0)))
        #expect(try Self.cover([given, taken(-305)]) == .withdrawn(at: DeliveryScript.at(-305)))
        #expect(try Self.cover([given, taken(-320)]) == .withdrawn(at: DeliveryScript.at(-320)))
    }

    /// UZB is on the road from -300 to 18 by plan.
    @Test func afterALapseTheNewConsentCountsFromItsBeginning() throws {
        let first = DeliveryScript.consent("UZB", from: -310, until: -100, number: "88/26")
        let second = DeliveryScript.consent("UZB", from: -40, until: 108, number: "91/26")
        func cover(heardAt minutes: Int64) throws -> Cover? {
            var script = try Self.script([])
            script.tell(first, minutes: -400)
            script.tell(second, minutes: -120)
            script.tell(.reportReceived(ReportReceived(from: "UZB desk", text: "heard", leg: 2)), minutes: minutes)
            return try script.delivery.heardCover.first { $0.leg.number == 2 }?.cover
        }
        #expect(try cover(heardAt: -110) == .short(missing: .minutes(60), until: DeliveryScript.at(-100)))
        #expect(try cover(heardAt: -40) == .complete(spare: .minutes(90)))
    }

    @Test func aNewConsentTakesThePlaceOfTheOneItNames() throws {
        let short = DeliveryScript.consent("UZB", from: -310, until: 0, number: "88/26")
        let longer = DeliveryScript.consent("UZB", from: -310, until: 118, number: "89/26", replaces: "88/26")
        #expect(try Self.cover([short, longer]) == .complete(spare: .minutes(100)))
        #expect(try Self.script([short, longer]).delivery.consents.all.count == 1)
    }

    /// Leg from -300; heard on it two and a half hours before, and again after its planned end.
    @Test func whoeverIsHeardOnALegIsThereWhateverWasPlanned() throws {
        func cover(_ heard: [Int64]) throws -> (LegCover, [DeliveryNeed]) {
            var script = Self.script([DeliveryScript.consent("UZB", from: -310, until: 40)])
            for minutes in heard {
                script.tell(.reportReceived(ReportReceived(from: "UZB", text: "heard", leg: 2)), minutes: minutes)
            }
            let delivery = try script.delivery
            return (delivery.heardCover[0], delivery.ownNeeds(at: DeliveryScript.at(heard.last ?? 0)))
        }
        let early = try cover([-450])
        #expect(early.0.cover == .late(missing: .minutes(140), from: DeliveryScript.at(-310)))
        #expect(early.0.window.from == DeliveryScript.at(-450))
        guard case .uncovered("UZB", .late, isThere: true, _, _)? = early.1.first else {
            Issue.record("\(early.1)")
            return
        }
        #expect(try cover([-450, -200]).0.cover.isCovered, "a lapse that is over stays in the timeline")
        #expect(try cover([-200, 55]).0.cover == .short(missing: .minutes(15), until: DeliveryScript.at(40)))
    }

    /// 12 to 18 in writing, 18 to 24 taken back, 23 to 3 by word of mouth: of 12 to 2 nobody covers five hours.
    @Test func theGapsOfALegAreSummed() throws {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(2, "UZB", "Oybek", "Yallama", from: 0, until: 840))
        script.tell(DeliveryScript.consent("UZB", from: 0, until: 360, number: "1"))
        script.tell(DeliveryScript.consent("UZB", from: 360, until: 719, number: "2"))
        script.tell(
            .consentWithdrawn(
                ConsentWithdrawn(state: "UZB", authority: "a court", number: "2", from: DeliveryScript.at(360))))
        script.tell(DeliveryScript.consent("UZB", from: 660, until: 900, form: .oral, number: "3"))
        #expect(
            try script.delivery.heardCover[0].cover == .short(missing: .hours(5), until: DeliveryScript.at(360)))
    }
}
