/// What the Centre asked the States, as versions that supersede each other, and what they did with it.
package struct Requests: Equatable, Sendable {
    package struct Sent: Equatable, Sendable {
        package let sent: RequestSent
        package let at: Instant
        package let entry: Int64
        package let by: String
        package fileprivate(set) var acknowledged: Acknowledged?
        /// When the State decided on it, either way.
        package fileprivate(set) var answered: Instant?
    }

    package struct Acknowledged: Equatable, Sendable {
        package let by: String
        package let at: Instant
    }

    package private(set) var sent: [Sent] = []

    mutating func send(_ body: RequestSent, _ entry: Entry) {
        sent.append(
            Sent(sent: body, at: entry.at, entry: entry.index, by: entry.actor, acknowledged: nil, answered: nil))
    }

    mutating func acknowledge(_ body: RequestAcknowledged, _ entry: Entry) {
        guard let place = sent.lastIndex(where: { $0.sent.state == body.state && $0.acknowledged == nil }) else {
            return
        }
        sent[place].acknowledged = Acknowledged(by: body.by, at: entry.at)
    }

    mutating func answer(_ state: String, at instant: Instant) {
        for place in sent.indices where sent[place].sent.state == state && sent[place].answered == nil {
            sent[place].answered = instant
        }
    }

    /// The newest request to a State that it has not decided on.
    package func open(_ state: String) -> Sent? { sent.last { $0.sent.state == state && $0.answered == nil } }

    /// Requests that nobody at the other end has confirmed, the oldest first.
    package var unacknowledged: [Sent] { sent.filter { $0.acknowledged == nil && $0.answered == nil } }
}

/// The 24-hour contact of a State confirms that it has the request.
package struct RequestAcknowledged: EventBody {
    package static let kind = "requestAcknowledged"
    package var state: String
    /// Who confirmed it: "Major Yusupov, UZB desk".
    package var by: String
    /// Their incoming number.
    package var number: String?

    package init(state: String, by: String, number: String? = nil) {
        self.state = state
        self.by = by
        self.number = number
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        state = try body.text("state")
        by = try body.text("acknowledged_by")
        number = try body.optionalText("number")
    }

    package func write(to body: inout BodyWriter) {
        body.text("state", state)
        body.text("acknowledged_by", by)
        body.text("number", number)
    }
}
