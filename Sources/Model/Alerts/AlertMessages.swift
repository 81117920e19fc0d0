/// Whether a message came to the Centre or went out from it.
package enum MessageDirection: String, CaseIterable, Sendable {
    case received = "in"
    case sent = "out"
}

/// A further message of an alert's thread: feedback, an answer, a cancellation, what somebody was told.
package struct MessageFiled: EventBody {
    package static let kind = "messageFiled"
    package var direction: MessageDirection
    package var message: MessageKind
    /// The State or service that sent it, or to whom it went.
    package var party: String
    package var text: String
    package var head: MessageHead
    /// By when the other side answers, for what we asked.
    package var due: Instant?
    /// What the thread is about from here on, where the message supersedes an earlier one (CAP: Update).
    package var headline: String?
    /// 1 to 4; a higher priority than before takes every acknowledgement and shelf away.
    package var priority: Int?
    package var particulars: Particulars
    package var payloads: [String]

    package init(
        _ direction: MessageDirection, _ message: MessageKind, party: String, text: String,
        head: MessageHead = MessageHead(), due: Instant? = nil, headline: String? = nil, priority: Int? = nil,
        particulars: Particulars = Particulars(), payloads: [String] = []
    ) {
        self.direction = direction
        self.message = message
        self.party = party
        self.text = text
        self.head = head
        self.due = due
        self.headline = headline
        self.priority = priority
        self.particulars = particulars
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        direction = try body.code("direction", MessageDirection.self)
        message = try body.code("message", MessageKind.self)
        party = try body.text("party")
        text = try body.text("text")
        head = try MessageHead(reading: body)
        due = try body.optionalInstant("due")
        headline = try body.optionalText("headline")
        priority = try body.optionalInteger("priority", in: 1...4).map { Int($0) }
        particulars = try Particulars(reading: body)
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        body.text("direction", direction.rawValue)
        body.text("message", message.rawValue)
        body.text("party", party)
        body.text("text", text)
        head.write(to: &body)
        body.instant("due", due)
        body.text("headline", headline)
        body.integer("priority", priority.map { Int64($0) })
        particulars.write(to: &body)
        body.texts("payloads", payloads)
    }
}

/// More is known of what the alert is about; it stands beside what was said before.
package struct AlertDetailed: EventBody {
    package static let kind = "alertDetailed"
    package var particulars: Particulars
    /// Who says so, or how it is known.
    package var source: String?
    package var payloads: [String]

    package init(_ particulars: Particulars, source: String? = nil, payloads: [String] = []) {
        self.particulars = particulars
        self.source = source
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        particulars = try Particulars(reading: body)
        source = try body.optionalText("source")
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        particulars.write(to: &body)
        body.text("source", source)
        body.texts("payloads", payloads)
    }
}
