/// An alert as its events add up. What it is *now* is a function of this and the instant.
package struct Alert: FoldedSubject {
    package var trail: Trail
    package let raised: AlertRaised
    package let raisedAt: Instant
    /// When we learnt of it; its age in the queue counts from here.
    package let learnt: Instant
    /// 1 (now, wakes people) to 4 (for information), as it stands now.
    package private(set) var priority: Int
    package private(set) var headline: String
    /// Everything that the messages and the officers said, taken together.
    package private(set) var particulars: Particulars
    package private(set) var thread: AlertThread
    package private(set) var acknowledgement: Acknowledgement?
    package private(set) var shelf: Shelf?
    package private(set) var closure: Closure?
    /// The officer in charge: whoever took it, else whoever acknowledged it first.
    package private(set) var inCharge: String?
    package private(set) var offer: Offer?
    package private(set) var followUps: [FollowUp] = []
    package private(set) var calls: [Call] = []
    /// What laboratories found, in the order in which they reported.
    package private(set) var laboratory: [LaboratoryReported] = []
    /// How many messages of the thread came a second time, byte for byte.
    package private(set) var repetitions = 0
    /// Since when it has to be looked at again: a higher priority or a new message on a closed thread.
    package private(set) var resetAt: Instant?

    package struct Acknowledgement: Equatable, Sendable {
        package let by: String
        package let at: Instant
        package let until: Instant?
    }

    package struct Shelf: Equatable, Sendable {
        package let by: String
        package let at: Instant
        package let until: Instant
        package let reason: String
    }

    package struct Closure: Equatable, Sendable {
        package let by: String
        package let at: Instant
        package let disposition: Disposition
        package let note: String?
    }

    /// Who is asked to be the officer in charge, by whom.
    package struct Offer: Equatable, Sendable {
        package let to: String
        package let by: String
        package let at: Instant
    }

    package struct FollowUp: Equatable, Sendable {
        package let entry: Int64
        package let at: Instant
        package let text: String
        package let by: String
        package let isOwn: Bool
    }

    package struct Call: Equatable, Sendable {
        package let party: String
        package let outcome: CallOutcome
        package let note: String?
        package let by: String
        package let at: Instant
    }

    package enum Status: Equatable, Sendable {
        case unacknowledged
        case acknowledged
        case shelved(until: Instant)
        case closed
    }

    init(_ entry: Entry, _ raised: AlertRaised) {
        trail = Trail(entry)
        self.raised = raised
        raisedAt = entry.at
        learnt = entry.learnt
        priority = raised.priority
        headline = raised.headline
        particulars = raised.particulars
        thread = AlertThread(entry, raised)
    }

    package static func own(_ event: Event) -> AlertEvent? {
        if case .alert(let event) = event { event } else { nil }
    }

    /// By when an answer is owed to whoever sent it, as it stands now; readers use this, never what the first message said.
    package var due: Instant? {
        guard let debt = thread.debt else { return raised.message.debt == nil ? raised.firstDue : nil }
        return raised.firstDue ?? learnt + debt.usualTime
    }

    /// The number that our next message on it bears where the officer gives none: `AL-2026-0193/2`.
    package var nextNumber: String { "\(name.text)/\(thread.sentCount + 1)" }

    /// The follow-ups that an officer sees: everybody's, and their own reminders; the one due first comes first.
    package func followUps(for officer: String?) -> [FollowUp] {
        followUps.filter { !$0.isOwn || $0.by == officer }.sorted { ($0.at, $0.entry) < ($1.at, $1.entry) }
    }

    /// Where it happened, as it stands now.
    package var place: String? { particulars.place ?? raised.place }

    /// A shelved alert is back, and an acknowledgement lapses, at its instant and without any event.
    package func status(at now: Instant) -> Status {
        if isOver { return .closed }
        if let shelf, shelf.until > now { return .shelved(until: shelf.until) }
        guard shelf == nil, let acknowledgement else { return .unacknowledged }
        if let until = acknowledgement.until, until <= now { return .unacknowledged }
        return .acknowledged
    }

    /// Closed, or the same as another alert that goes on for both.
    package var isOver: Bool { closure != nil || trail.links.joined != nil }

    /// The instant after `now` at which the status changes by itself; nil when only an event can change it.
    package var nextChange: Instant? {
        if isOver { return nil }
        return shelf?.until ?? acknowledgement?.until
    }

    /// Since when the alert waits for somebody: since it was learnt, or since it came back.
    package func waiting(at now: Instant) -> Span? {
        guard status(at: now) == .unacknowledged else { return nil }
        let since = [nextChange, resetAt].compactMap { $0 }.filter { $0 <= now }.max()
        return now - (since.map { max($0, learnt) } ?? learnt)
    }

    package mutating func apply(_ event: AlertEvent, _ entry: Entry) {
        switch event {
        case .raised, .noted: break
        case .repeated: repetitions += 1
        case .acknowledged(let body):
            acknowledgement = Acknowledgement(by: entry.actor, at: entry.learnt, until: body.until)
            inCharge = inCharge ?? entry.actor
            shelf = nil
        case .shelved(let body):
            shelf = Shelf(by: entry.actor, at: entry.learnt, until: body.until, reason: body.reason)
        case .unshelved: shelf = nil
        case .closed(let body):
            closure = Closure(by: entry.actor, at: entry.learnt, disposition: body.disposition, note: body.note)
        case .messageFiled(let body): take(body, entry)
        case .detailed(let body): particulars = particulars.adding(body.particulars)
        case .prioritySet(let body): setPriority(body.priority, entry)
        case .offered(let body): offer = Offer(to: body.to, by: entry.actor, at: entry.learnt)
        case .taken:
            inCharge = entry.actor
            offer = nil
        case .declined: offer = nil
        case .followUpSet(let body):
            followUps.append(
                FollowUp(entry: entry.index, at: body.at, text: body.text, by: entry.actor, isOwn: body.isOwn))
        case .followUpDone(let body): followUps.removeAll { $0.entry == body.entry }
        case .laboratory(let body): laboratory.append(body)
        case .callTried(let body):
            calls.append(
                Call(party: body.party, outcome: body.outcome, note: body.note, by: entry.actor, at: entry.at))
        }
    }

    private mutating func take(_ body: MessageFiled, _ entry: Entry) {
        let wasCancelled = thread.cancelled != nil
        thread.file(body, entry)
        particulars = particulars.adding(body.particulars)
        if body.direction == .received {
            if let headline = body.headline { self.headline = headline }
            // What is closed comes back with news; receipts, confirmations and our own letters are none.
            let isNews = !body.message.isAboutAnother || body.message == .rejection
            if closure != nil, isNews { reset(entry) }
            if !wasCancelled, thread.cancelled != nil { reset(entry) }
        }
        if let priority = body.priority { setPriority(priority, entry) }
    }

    private mutating func setPriority(_ new: Int, _ entry: Entry) {
        if new < priority { reset(entry) }
        priority = new
    }

    private mutating func reset(_ entry: Entry) {
        closure = nil
        acknowledgement = nil
        shelf = nil
        resetAt = entry.learnt
    }

    package var summary: SubjectSummary {
        let bucket: SubjectSummary.Bucket =
            if isOver { .closed } else if shelf != nil { .parked } else if acknowledgement != nil { .open } else {
                .attention
            }
        return SubjectSummary(
            trail, bucket: bucket, rank: SubjectSummary.rank(priority: priority, since: learnt),
            nextChange: nextChange)
    }
}
