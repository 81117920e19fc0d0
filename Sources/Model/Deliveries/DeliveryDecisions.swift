/// What was decided about a delivery, what was found out about something that did not match, and other inquiries.

/// A decision with its grounds: what else could have been done, and what was known when it was taken.
package struct DeliveryDecided: EventBody {
    package static let kind = "deliveryDecided"
    package var text: String
    package var reason: String
    package var options: [String]
    /// A State with its authority; the Centre decides nothing on a State's soil.
    package var decidedBy: String
    /// The number of the last entry that the writer could have seen.
    package var knownTo: Int64

    package init(text: String, reason: String, options: [String] = [], decidedBy: String, knownTo: Int64) {
        self.text = text
        self.reason = reason
        self.options = options
        self.decidedBy = decidedBy
        self.knownTo = knownTo
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        text = try body.text("text")
        reason = try body.text("reason")
        options = try body.texts("options")
        decidedBy = try body.text("decided_by")
        knownTo = try body.integer("known_to", in: 0...JSON.largestInteger)
    }

    package func write(to body: inout BodyWriter) {
        body.text("text", text)
        body.text("reason", reason)
        body.texts("options", options)
        body.text("decided_by", decidedBy)
        body.integer("known_to", knownTo)
    }
}

/// Why something did not match, and who found out. The entry stays; the doubt no longer needs anybody.
package struct DoubtSettled: EventBody {
    package static let kind = "doubtSettled"
    /// The number of the entry that raised it.
    package var entry: Int64
    package var from: String
    package var text: String

    package init(entry: Int64, from: String, text: String) {
        self.entry = entry
        self.from = from
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry_number", in: 0...JSON.largestInteger)
        from = try body.text("from")
        text = try body.text("text")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry_number", entry)
        body.text("from", from)
        body.text("text", text)
    }
}

/// Another State's or agency's inquiry that belongs to it.
package struct InvestigationNoted: EventBody {
    package static let kind = "investigationNoted"
    package enum Sort: String, CaseIterable, Sendable {
        case parallel
        /// A joint investigation team (UNTOC, art. 19).
        case joint
        /// Back to the source of the load.
        case backTracking = "back_tracking"
    }

    package var sort: Sort
    package var state: String
    package var authority: String?
    package var number: String?
    package var text: String?

    package init(sort: Sort, state: String, authority: String? = nil, number: String? = nil, text: String? = nil) {
        self.sort = sort
        self.state = state
        self.authority = authority
        self.number = number
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        sort = try body.code("sort", Sort.self)
        state = try body.text("state")
        authority = try body.optionalText("authority")
        number = try body.optionalText("number")
        text = try body.optionalText("text")
    }

    package func write(to body: inout BodyWriter) {
        body.text("sort", sort.rawValue)
        body.text("state", state)
        body.text("authority", authority)
        body.text("number", number)
        body.text("text", text)
    }
}
