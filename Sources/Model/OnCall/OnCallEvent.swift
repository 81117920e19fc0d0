/// Events about people who can be called.
package enum OnCallEvent: AreaEvent {
    case set(OnCallSet)
    case ended(OnCallEnded)

    package static let kinds: [EventKind<OnCallEvent>] = [
        EventKind(OnCallSet.self) { .set($0) }, EventKind(OnCallEnded.self) { .ended($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .set(let body): body
        case .ended(let body): body
        }
    }
}

/// What somebody is called for.
package enum OnCallDuty: String, CaseIterable, Sendable {
    /// Answers for the Centre tonight (ответственный).
    case leader
    case liaison
    case analyst
    case technician
    case other
}

/// Who can be called for what, from when to when, and for what they may be woken.
///
/// How to reach them is personal data and stands in a payload, which the body names by hash.
package struct OnCallSet: EventBody {
    package static let kind = "onCallSet"
    package var person: String
    package var duty: OnCallDuty
    /// The State of a liaison officer.
    package var state: String?
    package var from: Instant
    /// Nil for until further notice.
    package var until: Instant?
    /// The least urgent priority for which they may be woken at night, 1 to 4; 0 for none.
    package var wakeFor: Int
    /// ISO 639-1 codes.
    package var languages: [String]
    /// The zone in which they live, where that is not the Centre's.
    package var zone: String?
    package var payloads: [String]

    package init(
        person: String, duty: OnCallDuty, state: String? = nil, from: Instant, until: Instant? = nil, wakeFor: Int,
        languages: [String] = [], zone: String? = nil, payloads: [String] = []
    ) {
        self.person = person
        self.duty = duty
        self.state = state
        self.from = from
        self.until = until
        self.wakeFor = wakeFor
        self.languages = languages
        self.zone = zone
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        person = try body.text("person")
        duty = try body.code("duty", OnCallDuty.self)
        state = try body.optionalText("state")
        from = try body.instant("from")
        until = try body.optionalInstant("until")
        wakeFor = Int(try body.integer("wake_for", in: 0...4))
        languages = try body.texts("languages")
        zone = try body.optionalText("zone")
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        body.text("person", person)
        body.text("duty", duty.rawValue)
        body.text("state", state)
        body.instant("from", from)
        body.instant("until", until)
        body.integer("wake_for", Int64(wakeFor))
        body.texts("languages", languages)
        body.text("zone", zone)
        body.texts("payloads", payloads)
    }
}

package struct OnCallEnded: EventBody {
    package static let kind = "onCallEnded"
    package var note: String?

    package init(note: String? = nil) { self.note = note }
    package init(reading body: BodyReader) throws(BodyFault) { note = try body.optionalText("note") }
    package func write(to body: inout BodyWriter) { body.text("note", note) }
}
