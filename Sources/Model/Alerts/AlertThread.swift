/// What was said on an alert in both directions, and what is still owed by either side.
package struct AlertThread: Equatable, Sendable {
    /// A message of the thread.
    package struct Message: Equatable, Sendable {
        package let entry: Int64
        package let at: Instant
        package let learnt: Instant
        package let by: String
        package let direction: MessageDirection
        package let kind: MessageKind
        package let party: String
        package let text: String
        package let head: MessageHead
        package let due: Instant?
    }

    /// What we asked somebody and have no answer to.
    package struct Awaited: Equatable, Sendable {
        package let party: String
        package let kind: MessageKind
        package let askedAt: Instant
        package let due: Instant?
        /// When the other side confirmed that it has it.
        package var confirmed: Instant?
        /// When the other side did not accept it, and why.
        package var rejected: String?
        package let entry: Int64
        fileprivate var rejectedBy: Int64?

        /// The last entry that said something new about it.
        var moved: Int64 { max(entry, rejectedBy ?? entry) }
    }

    /// The first message is the one that raised the alert.
    package private(set) var messages: [Message]
    package private(set) var awaited: [Awaited] = []
    /// What the originator is owed; nil where nothing is, or no more.
    package private(set) var debt: Debt?
    /// The one to whom it is owed.
    package let originator: String
    /// When the originator took the first message back.
    package private(set) var cancelled: Instant?
    /// The other side did not accept a message of ours, and nobody has sent another since.
    package var rejected: Awaited? { awaited.last { $0.rejected != nil } }

    init(_ entry: Entry, _ raised: AlertRaised) {
        originator = raised.source
        debt = raised.message.debt
        messages = [
            Message(
                entry: entry.index, at: entry.at, learnt: entry.learnt, by: entry.actor, direction: .received,
                kind: raised.message, party: raised.source, text: raised.particulars.text ?? raised.headline,
                head: raised.head, due: raised.firstDue)
        ]
    }

    mutating func file(_ body: MessageFiled, _ entry: Entry) {
        messages.append(
            Message(
                entry: entry.index, at: entry.at, learnt: entry.learnt, by: entry.actor, direction: body.direction,
                kind: body.message, party: body.party, text: body.text, head: body.head, due: body.due))
        switch body.direction {
        case .sent: sent(body, entry)
        case .received: received(body, entry)
        }
    }

    private mutating func sent(_ body: MessageFiled, _ entry: Entry) {
        if let debt, body.party == originator, body.message.settles(debt) { self.debt = nil }
        guard body.due != nil || body.message == .request else { return }
        awaited.removeAll { $0.party == body.party && $0.rejected != nil }
        awaited.append(
            Awaited(party: body.party, kind: body.message, askedAt: entry.at, due: body.due, entry: entry.index))
    }

    private mutating func received(_ body: MessageFiled, _ entry: Entry) {
        let open = awaited.firstIndex { $0.party == body.party && $0.rejected == nil }
        switch body.message {
        case .answer, .feedback, .seizureReport: if let open { awaited.remove(at: open) }
        case .acknowledgement: if let open { awaited[open].confirmed = entry.at }
        case .rejection:
            if let open {
                awaited[open].rejected = body.text
                awaited[open].rejectedBy = entry.index
            }
        case .cancellation: if body.party == originator { cancelled = entry.learnt }
        default:
            if let debt = body.message.debt, self.debt == nil, body.party == originator { self.debt = debt }
        }
    }

    /// Until when what the originator said last holds; nil where it says nothing of it.
    package var validUntil: Instant? {
        messages.last { $0.direction == .received && $0.party == originator && $0.head.expires != nil }?.head.expires
    }

    /// How many messages went out from the Centre.
    package var sentCount: Int { messages.count { $0.direction == .sent } }

    /// The answers that are late, the one that is late for the longest first.
    package func overdue(at now: Instant) -> [Awaited] {
        awaited.filter { ($0.due ?? .distantFuture) < now }.sorted {
            ($0.due ?? .distantFuture, $0.entry) < ($1.due ?? .distantFuture, $1.entry)
        }
    }
}
