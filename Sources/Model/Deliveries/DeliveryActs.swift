/// The Centre's own acts at the end of a delivery.

/// An exhibit changed hands (UNTOC, art. 18(3); the State that hands it over decides).
package struct EvidenceTransferred: EventBody {
    package static let kind = "evidenceTransferred"
    package var exhibit: String
    package var from: String
    package var to: String
    package var seal: String?

    package init(exhibit: String, from: String, to: String, seal: String? = nil) {
        self.exhibit = exhibit
        self.from = from
        self.to = to
        self.seal = seal
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        exhibit = try body.text("exhibit")
        from = try body.text("from")
        to = try body.text("to")
        seal = try body.optionalText("seal")
    }

    package func write(to body: inout BodyWriter) {
        body.text("exhibit", exhibit)
        body.text("from", from)
        body.text("to", to)
        body.text("seal", seal)
    }
}

/// The Centre closes its file on a delivery that has ended.
package struct DeliveryClosed: EventBody {
    package static let kind = "deliveryClosed"
    package var summary: String
    /// Why it is closed although something of it is missing; nil where nothing is.
    package var reason: String?

    package init(summary: String, reason: String? = nil) {
        self.summary = summary
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        summary = try body.text("summary")
        reason = try body.optionalText("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("summary", summary)
        body.text("reason", reason)
    }
}
