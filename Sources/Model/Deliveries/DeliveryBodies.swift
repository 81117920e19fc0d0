/// What travels (1988 Convention, art. 11(3)).
package enum DeliveryMethod: String, CaseIterable, Sendable {
    case intact
    case partialSubstitution = "partial_substitution"
    case fullSubstitution = "full_substitution"
}

package enum DeliveryOutcome: String, CaseIterable, Sendable {
    case seizure
    case noSeizure = "no_seizure"
    case lost
    case seizedEarly = "seized_early"
}

package struct DeliveryOpened: EventBody {
    package static let kind = "deliveryOpened"
    package var priority: Int
    /// What is carried and how much, as it was told: "heroin 38.4 kg gross".
    package var goods: String
    package var method: DeliveryMethod
    /// What it travels in: "truck TJK 4821 AT 02".
    package var conveyance: String?
    /// ISO 3166-1 alpha-3 code of the State that asks for it.
    package var initiator: String

    package init(priority: Int, goods: String, method: DeliveryMethod, conveyance: String?, initiator: String) {
        self.priority = priority
        self.goods = goods
        self.method = method
        self.conveyance = conveyance
        self.initiator = initiator
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        priority = Int(try body.integer("priority", in: 1...4))
        goods = try body.text("goods")
        method = try body.code("method", DeliveryMethod.self)
        conveyance = try body.optionalText("conveyance")
        initiator = try body.text("initiator")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("priority", Int64(priority))
        body.text("goods", goods)
        body.text("method", method.rawValue)
        body.text("conveyance", conveyance)
        body.text("initiator", initiator)
    }
}

/// The plan for one State's part of the road. Planning the same number again replaces the plan.
package struct LegPlanned: EventBody {
    package static let kind = "legPlanned"
    package var number: Int
    package var state: String
    package var entry: String
    package var exit: String
    package var from: Instant
    package var until: Instant
    /// How often this State's desk reports, in minutes; nil for no agreed interval.
    package var reportEvery: Int?
    /// Until when silence is agreed, such as a ferry at sea.
    package var quietUntil: Instant?
    package var lead: String?
    /// How long before the end of its consent this State wants to be asked for more.
    package var notice: Span?
    /// What travels on this leg, where it differs from the other legs.
    package var method: DeliveryMethod?

    package init(
        number: Int, state: String, entry: String, exit: String, from: Instant, until: Instant, reportEvery: Int?,
        quietUntil: Instant? = nil, lead: String? = nil, notice: Span? = nil, method: DeliveryMethod? = nil
    ) {
        self.number = number
        self.state = state
        self.entry = entry
        self.exit = exit
        self.from = from
        self.until = until
        self.reportEvery = reportEvery
        self.quietUntil = quietUntil
        self.lead = lead
        self.notice = notice
        self.method = method
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        number = Int(try body.integer("leg", in: 1...99))
        state = try body.text("state")
        entry = try body.text("entry")
        exit = try body.text("exit")
        from = try body.instant("from")
        until = try body.instant("until")
        reportEvery = try body.optionalInteger("report_every_min", in: 1...10_080).map { Int($0) }
        quietUntil = try body.optionalInstant("quiet_until")
        lead = try body.optionalText("lead")
        notice = try body.optionalInteger("notice_min", in: 0...10_080).map { .minutes($0) }
        method = try body.optionalCode("method", DeliveryMethod.self)
    }

    package func write(to body: inout BodyWriter) {
        body.integer("leg", Int64(number))
        body.text("state", state)
        body.text("entry", entry)
        body.text("exit", exit)
        body.instant("from", from)
        body.instant("until", until)
        body.integer("report_every_min", reportEvery.map { Int64($0) })
        body.instant("quiet_until", quietUntil)
        body.text("lead", lead)
        body.integer("notice_min", notice.map { $0.milliseconds / 60_000 })
        body.text("method", method?.rawValue)
    }
}

/// Somebody told us where it is. The commonest event of a night.
package struct ReportReceived: EventBody {
    package static let kind = "reportReceived"
    /// Who told: "UZB desk", "tracker".
    package var from: String
    package var text: String
    package var place: String?
    /// Which leg it is on now; nil for unchanged.
    package var leg: Int?
    /// When it is expected to leave the leg it is on.
    package var exitEstimate: Instant?
    /// They were called back on the number that is filed.
    package var isCalledBack: Bool

    package init(
        from: String, text: String, place: String? = nil, leg: Int? = nil, exitEstimate: Instant? = nil,
        isCalledBack: Bool = false
    ) {
        self.from = from
        self.text = text
        self.place = place
        self.leg = leg
        self.exitEstimate = exitEstimate
        self.isCalledBack = isCalledBack
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        from = try body.text("from")
        text = try body.text("text")
        place = try body.optionalText("place")
        leg = try body.optionalInteger("leg", in: 1...99).map { Int($0) }
        exitEstimate = try body.optionalInstant("exit_estimate")
        isCalledBack = try body.optionalInteger("called_back", in: 0...1) == 1
    }

    package func write(to body: inout BodyWriter) {
        body.text("from", from)
        body.text("text", text)
        body.text("place", place)
        body.integer("leg", leg.map { Int64($0) })
        body.instant("exit_estimate", exitEstimate)
        body.integer("called_back", isCalledBack ? 1 : nil)
    }
}

package struct DeliveryNoted: EventBody {
    package static let kind = "deliveryNoted"
    package var text: String
    /// The number of the writer's own note that this one replaces.
    package var corrects: Int64?
    /// Where the words as they were typed lie, when a number of a living person was taken out of them.
    package var payloads: [String]

    package init(text: String, corrects: Int64? = nil, payloads: [String] = []) {
        self.text = text
        self.corrects = corrects
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        text = try body.text("text")
        corrects = try body.optionalInteger("corrects", in: 0...JSON.largestInteger)
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        body.text("text", text)
        body.integer("corrects", corrects)
        body.texts("payloads", payloads)
    }
}

package struct DeliveryEnded: EventBody {
    package static let kind = "deliveryEnded"
    package var outcome: DeliveryOutcome
    package var place: String?
    package var note: String?

    package init(outcome: DeliveryOutcome, place: String? = nil, note: String? = nil) {
        self.outcome = outcome
        self.place = place
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        outcome = try body.code("outcome", DeliveryOutcome.self)
        place = try body.optionalText("place")
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("outcome", outcome.rawValue)
        body.text("place", place)
        body.text("note", note)
    }
}
