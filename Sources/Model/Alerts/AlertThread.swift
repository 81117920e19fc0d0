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
        /// Of one that takes the place of what was said before (CAP: Update).
        package fileprivate(set) var headline: String?
        fileprivate var supersedes: Bool { headline != nil }
        /// When whoever sent it took it back; what it said holds no more.
        package fileprivate(set) var cancelled: Instant?
        /// Of a message that came late: the entry of the newer one of the same sender, which holds instead.
        package fileprivate(set) var newer: Int64?
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
    /// When the originator took back the last of what they had sent; nil as long as a message of theirs holds.
    package private(set) var cancelled: Instant?
    /// The other side did not accept a message of ours, and nobody has sent another since.
    package var rejected: Awaited? { awaited.last { $0.rejected != nil } }

    init(_ entry: Entry, _ raised: AlertRaised) {
        originator = raised.source
        debt = raised.head.scope == .everybody ? nil : raised.message.debt
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
                kind: body.message, party: body.party, text: body.text, head: body.head, due: body.due,
                headline: body.direction == .received ? body.headline : nil,
                cancelled: cancellation(after: body), newer: newer(than: body)))
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
        case .cancellation: cancel(body, entry)
        default:
            if body.party == originator, messages.last?.cancelled == nil { cancelled = nil }
            let isOwed =
                body.party == originator && body.head.scope != .everybody && messages.last?.cancelled == nil
            if let debt = body.message.debt, self.debt == nil, isOwed { self.debt = debt }
        }
    }

    /// The newest message that took the place of another and was sent after this one, which would do the same; what names that
    /// message is newer than it, whatever the clocks say.
    private func newer(than body: MessageFiled) -> Int64? {
        guard body.direction == .received, body.headline != nil, let sent = body.head.sent else { return nil }
        let later = messages.filter { message in
            message.supersedes && message.party == body.party && message.newer == nil
                && (message.head.sent.map { $0 > sent } ?? false) && !message.head.isMeant(by: body.head.refersTo)
        }
        return later.last?.entry
    }

    /// When everything was taken back by a message that was sent after this one; nil where this one is news.
    private func cancellation(after body: MessageFiled) -> Instant? {
        guard let cancelled, body.direction == .received, body.party == originator, !body.message.isAboutAnother,
            let sent = body.head.sent
        else { return nil }
        let isTakenBack = messages.contains { message in
            message.direction == .received && message.party == originator && message.kind == .cancellation
                && (message.head.sent.map { $0 > sent } ?? false)
        }
        return isTakenBack ? cancelled : nil
    }

    /// A sender takes back the messages that the cancellation names, and all of their own where it names none that is known.
    private mutating func cancel(_ body: MessageFiled, _ entry: Entry) {
        let theirs = messages.indices.filter {
            messages[$0].direction == .received && messages[$0].party == body.party && messages[$0].isNews
        }
        let named = theirs.filter { messages[$0].head.isMeant(by: body.head.refersTo) }
        for place in named.isEmpty ? theirs : named { messages[place].cancelled = entry.learnt }
        guard body.party == originator, theirs.allSatisfy({ messages[$0].cancelled != nil }) else { return }
        cancelled = entry.learnt
        debt = nil
    }

    /// Whether one of its messages came as these bytes; SHA-256 in hexadecimal.
    func has(_ hash: String) -> Bool { messages.contains { $0.head.raw == hash } }

    /// The entries of the messages that were taken back.
    var cancelledEntries: Set<Int64> { Set(messages.lazy.filter { $0.cancelled != nil }.map(\.entry)) }

    /// Until when what the originator said last holds; nil where it says nothing of it.
    package var validUntil: Instant? {
        let takenBack = cancelledEntries
        let holding = messages.last { message in
            message.direction == .received && message.party == originator && message.cancelled == nil
                && message.head.expires != nil && (message.newer.map(takenBack.contains) ?? true)
        }
        return holding?.head.expires
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

extension AlertThread.Message {
    /// Whether its words are kept beside the log as they came, or as they left.
    package var isKept: Bool { head.raw != nil }

    /// Whether it brought something, and so may be taken back.
    fileprivate var isNews: Bool { !kind.isAboutAnother || kind == .feedback || kind == .answer }
}

extension MessageHead {
    /// Whether one of these references names it: by its identity, with or without its time, or by its number on either side.
    fileprivate func isMeant(by references: [String]) -> Bool {
        let names = [identity, name, theirNumber, ourNumber].compactMap { $0 }.map(\.trimmingBlanks)
        return references.contains { reference in
            let reference = reference.trimmingBlanks
            if names.contains(reference) { return true }
            // A reference with a time means a message that is known without one, too.
            guard sent != nil, let comma = reference.lastIndex(of: ",") else { return false }
            return name == String(reference[..<comma])
        }
    }
}
