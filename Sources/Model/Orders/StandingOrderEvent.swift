/// Events about standing orders of the Centre to its own officers.
package enum StandingOrderEvent: AreaEvent {
    case issued(StandingOrderIssued)
    case read(StandingOrderRead)
    case ended(StandingOrderEnded)

    package static let kinds: [EventKind<StandingOrderEvent>] = [
        EventKind(StandingOrderIssued.self) { .issued($0) }, EventKind(StandingOrderRead.self) { .read($0) },
        EventKind(StandingOrderEnded.self) { .ended($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .issued(let body): body
        case .read(let body): body
        case .ended(let body): body
        }
    }
}

package struct StandingOrderIssued: EventBody {
    package static let kind = "standingOrderIssued"
    package var title: String
    package var text: String
    package var from: Instant
    /// Nil for until further notice.
    package var until: Instant?
    /// The order that ends with this one's issue.
    package var replaces: SubjectName?

    package init(
        title: String, text: String, from: Instant, until: Instant? = nil, replaces: SubjectName? = nil
    ) {
        self.title = title
        self.text = text
        self.from = from
        self.until = until
        self.replaces = replaces
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        title = try body.text("title")
        text = try body.text("text")
        from = try body.instant("from")
        until = try body.optionalInstant("until")
        replaces = try body.optionalName("replaces")
    }

    package func write(to body: inout BodyWriter) {
        body.text("title", title)
        body.text("text", text)
        body.instant("from", from)
        body.instant("until", until)
        body.text("replaces", replaces?.text)
    }
}

/// The writer has read the order; one entry for each officer.
package struct StandingOrderRead: EventBody {
    package static let kind = "standingOrderRead"

    package init() {}
    package init(reading body: BodyReader) throws(BodyFault) {}
    package func write(to body: inout BodyWriter) {}
}

package struct StandingOrderEnded: EventBody {
    package static let kind = "standingOrderEnded"
    package var reason: String

    package init(reason: String) { self.reason = reason }
    package init(reading body: BodyReader) throws(BodyFault) { reason = try body.text("reason") }
    package func write(to body: inout BodyWriter) { body.text("reason", reason) }
}
