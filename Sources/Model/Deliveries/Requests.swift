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
        package fileprivate(set) var isSuperseded = false

        package var isOpen: Bool { answered == nil && !isSuperseded }
        /// By when they are to confirm it; where nothing was said, an hour after it went out.
        package var confirmBy: Instant { sent.confirmBy ?? at + .hours(1) }
    }

    package struct Acknowledged: Equatable, Sendable {
        package let by: String
        package let at: Instant
        package let entry: Int64
    }

    package private(set) var sent: [Sent] = []

    mutating func send(_ body: RequestSent, _ entry: Entry) {
        // What is superseded waits for nothing any more.
        if let old = body.supersedes {
            for place in sent.indices where sent[place].sent.number == old && sent[place].sent.state == body.state {
                sent[place].isSuperseded = true
            }
        }
        sent.append(
            Sent(sent: body, at: entry.at, entry: entry.index, by: entry.actor, acknowledged: nil, answered: nil))
    }

    mutating func acknowledge(_ body: RequestAcknowledged, _ entry: Entry) {
        guard let place = sent.lastIndex(where: { $0.sent.state == body.state && $0.acknowledged == nil }) else {
            return
        }
        sent[place].acknowledged = Acknowledged(by: body.by, at: entry.at, entry: entry.index)
    }

    mutating func answer(_ state: String, at instant: Instant) {
        for place in sent.indices where sent[place].sent.state == state && sent[place].answered == nil {
            sent[place].answered = instant
        }
    }

    /// The newest request to a State that it has not decided on.
    package func open(_ state: String) -> Sent? { sent.last { $0.sent.state == state && $0.isOpen } }

    /// What they were asked and have not decided on.
    package var open: [Sent] { sent.filter(\.isOpen) }

    /// Requests that nobody at the other end has confirmed, the oldest first.
    package var unacknowledged: [Sent] { sent.filter { $0.acknowledged == nil && $0.isOpen } }
}
