import Testing

@testable import Model

/// A request is drafted from the delivery, and says what is missing in it.
@Suite struct RequestDocumentTests {
    /// Exit expected at 06:20, the consent ends at 06:00.
    private static func short() throws -> Delivery {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(1, "UZB", "Oybek", "Yallama", from: -300, until: 18), minutes: -590)
        script.tell(DeliveryScript.consent("UZB", from: -400, until: 108), minutes: -500)
        script.tell(
            .reportReceived(
                ReportReceived(
                    from: "UZB desk", text: "40 trucks ahead", place: "Yallama", leg: 1,
                    exitEstimate: DeliveryScript.at(128))), minutes: -6)
        return try script.delivery
    }

    private static func document(
        _ delivery: Delivery, _ purpose: RequestPurpose, _ rules: [String] = [],
        change: (inout RequestWishes) -> Void = { _ in }
    ) -> RequestDocument {
        var wishes = RequestDocument.usual(delivery, purpose, to: "UZB", at: DeliveryScript.night)
        change(&wishes)
        let key = DirectoryKey(unchecked: .requirement, "UZB", nil, tail: "1")
        return RequestDocument(
            delivery, wishes, at: DeliveryScript.night,
            requirements: rules.map {
                Directory.Requirement(key: key, field: .special, text: $0, verified: nil, age: .never)
            })
    }

    @Test func moreTimeIsAskedForWithEverythingThatTheLogKnows() throws {
        // The reason is the officer's: what was last reported may be about something else.
        #expect(Self.document(try Self.short(), .moreTime).missing == [.words])
        let document = Self.document(try Self.short(), .moreTime) { $0.words = "40 trucks ahead" }
        #expect(document.missing.isEmpty)
        #expect(document[.consent] == .texts(["88/26", "UZB prosecutor"]))
        #expect(document[.consentUntil] == .instant(DeliveryScript.at(108)))
        #expect(document[.exitEstimate] == .instant(DeliveryScript.at(128)))
        #expect(document[.uncovered] == .span(.minutes(20)))
        // Four hours after the exit, rounded up to the hour: 11:00 in Almaty.
        #expect(document[.until] == .instant(DeliveryScript.at(408)))
        #expect(document[.words] == .texts(["40 trucks ahead"]))
        #expect(document[.ourNumber] == .texts(["CD-2026-014/1"]))
        #expect(document.version == 1 && document.supersedes == nil && !document.isExercise)
    }

    @Test func whatIsMissingIsNamed() throws {
        let empty = Self.document(try Self.short(), .moreTime) {
            ($0.words, $0.until, $0.ourNumber) = (nil, nil, " ")
        }
        #expect(empty.missing == [.until, .words, .ourNumber])
        #expect(!empty.isComplete)
        let transit = Self.document(try DeliveryScript().delivery, .transit)
        #expect(transit.missing == [.entry, .exit, .window, .answerBy])
        #expect(Self.document(try Self.short(), .evidence).missing == [.outcome, .exhibits, .words])
    }

    @Test func theRulesOfTheStateAreAskedForOneByOne() throws {
        let rules = ["фамилия следователя", "crossing of exit", "name of the forwarding company"]
        let first = Self.document(try Self.short(), .moreTime, rules)
        #expect(first.asked.map(\.standing) == [.missing, .stated, .toBeLookedAt])
        #expect(!first.isComplete)
        let second = Self.document(try Self.short(), .moreTime, rules) {
            ($0.lead, $0.also, $0.words) = ("майор Юсупов", "forwarding company: none", "40 trucks ahead")
        }
        #expect(second.asked.map(\.standing) == [.stated, .stated, .stated] && second.isComplete)
    }

    @Test func aLaterRequestTakesThePlaceOfTheOneThatIsOpen() throws {
        var script = DeliveryScript()
        script.tell(DeliveryScript.leg(1, "UZB", "Oybek", "Yallama", from: -300, until: 18), minutes: -590)
        let sent = RequestSent(state: "UZB", channel: "mail", number: "17/3", text: "please", version: 1)
        script.tell(.requestSent(sent), minutes: -60)
        let document = Self.document(try script.delivery, .transit)
        #expect(document.version == 2 && document.supersedes == "17/3")
        // A question beside it takes the place of nothing.
        #expect(Self.document(try script.delivery, .information).supersedes == nil)
        script.tell(DeliveryScript.consent("UZB", from: -400, until: 108), minutes: -50)
        #expect(Self.document(try script.delivery, .transit).supersedes == nil)
    }
}
