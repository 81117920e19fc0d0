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

package struct AlertClosed: EventBody {
    package static let kind = "alertClosed"
    package var disposition: Disposition
    package var note: String?
    /// Why whoever sent the message is not told what came of it, where that is still owed.
    package var noResult: String?

    package init(disposition: Disposition, note: String? = nil, noResult: String? = nil) {
        self.disposition = disposition
        self.note = note
        self.noResult = noResult
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        disposition = try body.code("disposition", Disposition.self)
        note = try body.optionalText("note")
        noResult = try body.optionalText("no_result")
    }

    package func write(to body: inout BodyWriter) {
        body.text("disposition", disposition.rawValue)
        body.text("note", note)
        body.text("no_result", noResult)
    }
}
