/// Events about seizure alerts and the messages that raise them (ISA-18.2: annunciate, acknowledge, shelve, return).
package enum AlertEvent: AreaEvent {
    case raised(AlertRaised)
    case acknowledged(AlertAcknowledged)
    case shelved(AlertShelved)
    case unshelved(AlertUnshelved)
    case noted(AlertNoted)
    case closed(AlertClosed)

    package static let kinds: [EventKind<AlertEvent>] = [
        EventKind(AlertRaised.self) { .raised($0) }, EventKind(AlertAcknowledged.self) { .acknowledged($0) },
        EventKind(AlertShelved.self) { .shelved($0) },
        EventKind(AlertUnshelved.self) { .unshelved($0) }, EventKind(AlertNoted.self) { .noted($0) },
        EventKind(AlertClosed.self) { .closed($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .raised(let body): body
        case .acknowledged(let body): body
        case .shelved(let body): body
        case .unshelved(let body): body
        case .noted(let body): body
        case .closed(let body): body
        }
    }
}

/// What sort of message raised the alert, as CENcomm and ContainerComm name them.
package enum MessageKind: String, CaseIterable, Sendable {
    case seizureReport = "seizure_report"
    case warning
    case request
    case information
    case lookout
    case bulletin
}

/// Why an alert needs nothing more.
package enum Disposition: String, CaseIterable, Sendable {
    case handled
    case passedOn = "passed_on"
    case duplicate
    case falseAlarm = "false_alarm"
    case informationOnly = "information_only"
    case drillOver = "drill_over"
}

package struct AlertRaised: EventBody {
    package static let kind = "alertRaised"
    /// 1 (now, wakes people) to 4 (for information).
    package var priority: Int
    package var message: MessageKind
    package var headline: String
    /// ISO 3166-1 alpha-3 code of the State, or the name of the service, that told us.
    package var source: String
    package var place: String?
    package var substance: String?
    package var quantity: Quantity?
    /// By when an answer was owed when it was raised.
    package var firstDue: Instant?
    /// Another subject that this is about or near, such as a running delivery.
    package var near: SubjectName?
    /// Hashes of payloads that hold personal data or the raw message.
    package var payloads: [String]

    package init(
        priority: Int, message: MessageKind, headline: String, source: String, place: String? = nil,
        substance: String? = nil,
        quantity: Quantity? = nil, due: Instant? = nil, near: SubjectName? = nil, payloads: [String] = []
    ) {
        self.priority = priority
        self.message = message
        self.headline = headline
        self.source = source
        self.place = place
        self.substance = substance
        self.quantity = quantity
        firstDue = due
        self.near = near
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        priority = Int(try body.integer("priority", in: 1...4))
        message = try body.code("message", MessageKind.self)
        headline = try body.text("headline")
        source = try body.text("source")
        place = try body.optionalText("place")
        substance = try body.optionalText("substance")
        quantity = try body.optionalObject("quantity").map { (object) throws(BodyFault) in
            try Quantity(reading: BodyReader(object))
        }
        firstDue = try body.optionalInstant("due")
        near = try body.optionalText("near").flatMap { SubjectName($0) }
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("priority", Int64(priority))
        body.text("message", message.rawValue)
        body.text("headline", headline)
        body.text("source", source)
        body.text("place", place)
        body.text("substance", substance)
        if let quantity {
            var amount = BodyWriter()
            quantity.write(to: &amount)
            body.object("quantity", amount.object)
        }
        body.instant("due", firstDue)
        body.text("near", near?.text)
        body.texts("payloads", payloads)
    }
}

package struct AlertAcknowledged: EventBody {
    package static let kind = "alertAcknowledged"
    /// When the acknowledgement lapses and the alert asks again; nil for never.
    package var until: Instant?

    package init(until: Instant? = nil) { self.until = until }
    package init(reading body: BodyReader) throws(BodyFault) { until = try body.optionalInstant("until") }
    package func write(to body: inout BodyWriter) { body.instant("until", until) }
}

package struct AlertShelved: EventBody {
    package static let kind = "alertShelved"
    /// The alert returns by itself at this instant; the board computes it, no job does.
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

/// Taken off the shelf by hand, before its time.
package struct AlertUnshelved: EventBody {
    package static let kind = "alertUnshelved"

    package init() {}
    package init(reading body: BodyReader) throws(BodyFault) {}
    package func write(to body: inout BodyWriter) {}
}

package struct AlertNoted: EventBody {
    package static let kind = "alertNoted"
    package var text: String
    /// The number of the writer's own note that this one replaces.
    package var corrects: Int64?

    package init(text: String, corrects: Int64? = nil) {
        self.text = text
        self.corrects = corrects
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        text = try body.text("text")
        corrects = try body.optionalInteger("corrects", in: 0...JSON.largestInteger)
    }

    package func write(to body: inout BodyWriter) {
        body.text("text", text)
        body.integer("corrects", corrects)
    }
}

package struct AlertClosed: EventBody {
    package static let kind = "alertClosed"
    package var disposition: Disposition
    package var note: String?

    package init(disposition: Disposition, note: String? = nil) {
        self.disposition = disposition
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        disposition = try body.code("disposition", Disposition.self)
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("disposition", disposition.rawValue)
        body.text("note", note)
    }
}
