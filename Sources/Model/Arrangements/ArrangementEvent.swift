/// Events about what holds for a while and must not be forgotten: verbal orders and temporary arrangements.
package enum ArrangementEvent: AreaEvent {
    case made(ArrangementMade)
    case extended(ArrangementExtended)
    case ended(ArrangementEnded)

    package static let kinds: [EventKind<ArrangementEvent>] = [
        EventKind(ArrangementMade.self) { .made($0) }, EventKind(ArrangementExtended.self) { .extended($0) },
        EventKind(ArrangementEnded.self) { .ended($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .made(let body): body
        case .extended(let body): body
        case .ended(let body): body
        }
    }
}

package enum ArrangementType: String, CaseIterable, Sendable {
    case phoneForwarded = "phone_forwarded"
    case filterOff = "filter_off"
    case channelDown = "channel_down"
    case equipmentDown = "equipment_down"
    case verbalOrder = "verbal_order"
    case drillPlanned = "drill_planned"
    case other
}

package struct ArrangementMade: EventBody {
    package static let kind = "arrangementMade"
    package var type: ArrangementType
    package var text: String
    /// Who ordered it, or who told that it is so.
    package var orderedBy: String
    /// By when it must be ended or carried out; nil for until further notice.
    package var until: Instant?

    package init(type: ArrangementType, text: String, orderedBy: String, until: Instant? = nil) {
        self.type = type
        self.text = text
        self.orderedBy = orderedBy
        self.until = until
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        type = try body.code("type", ArrangementType.self)
        text = try body.text("text")
        orderedBy = try body.text("ordered_by")
        until = try body.optionalInstant("until")
    }

    package func write(to body: inout BodyWriter) {
        body.text("type", type.rawValue)
        body.text("text", text)
        body.text("ordered_by", orderedBy)
        body.instant("until", until)
    }
}

package struct ArrangementExtended: EventBody {
    package static let kind = "arrangementExtended"
    package var until: Instant
    package var reason: String

    package init(until: Instant, reason: String) {
        self.until = until
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        until = try body.instant("until")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.instant("until", until)
        body.text("reason", reason)
    }
}

/// It no longer holds: ended, or carried out.
package struct ArrangementEnded: EventBody {
    package static let kind = "arrangementEnded"
    package var isCarriedOut: Bool
    package var note: String?

    package init(isCarriedOut: Bool, note: String? = nil) {
        self.isCarriedOut = isCarriedOut
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        isCarriedOut = try body.optionalText("how") == "carried_out"
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("how", isCarriedOut ? "carried_out" : nil)
        body.text("note", note)
    }
}
