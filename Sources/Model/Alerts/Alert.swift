/// An alert as its events add up. What it is *now* is a function of this and the instant.
package struct Alert: FoldedSubject {
    /// A board with tens of thousands of alerts is copied again and again; a copy costs no more than a reference.
    private var facts: Shared<AlertFacts>

    package var trail: Trail {
        _read { yield facts.value.trail }
        _modify { yield &facts.value.trail }
    }
    package var raised: AlertRaised { _read { yield facts.value.raised } }
    /// What tells repeats of it on the board.
    package var likeness: String { facts.value.likeness }
    package var raisedAt: Instant { facts.value.raisedAt }
    /// How exactly it is known when it happened.
    package var precision: Precision { facts.value.precision }
    /// The headline for readers of a language (two letters): of a message in several languages that of theirs.
    package func heading(in language: String) -> String { facts.value.headlines[language] ?? headline }
    /// When we learnt of it; its age in the queue counts from here.
    package var learnt: Instant { facts.value.learnt }
    /// 1 (now, wakes people) to 4 (for information), as it stands now.
    package var priority: Int { facts.value.priority }
    package var headline: String { facts.value.headline }
    /// Everything that the messages and the officers said, taken together.
    package var particulars: Particulars { _read { yield facts.value.particulars } }
    package var thread: AlertThread { _read { yield facts.value.thread } }
    package var acknowledgement: Acknowledgement? { facts.value.acknowledgement }
    package var shelf: Shelf? { facts.value.shelf }
    package var closure: Closure? { facts.value.closure }
    /// The officer in charge: whoever took it, else whoever acknowledged it first.
    package var inCharge: String? { facts.value.inCharge }
    package var offer: Offer? { facts.value.offer }
    package var followUps: [FollowUp] { facts.value.followUps }
    package var calls: [Call] { facts.value.calls }
    /// What laboratories found, in the order in which they reported.
    package var laboratory: [LaboratoryReported] { facts.value.laboratory }
    /// How many messages of the thread came a second time, byte for byte.
    package var repetitions: Int { facts.value.repetitions }
    /// Since when it has to be looked at again: a higher priority or a new message on a closed thread.
    package var resetAt: Instant? { facts.value.resetAt }

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

    init(_ entry: Entry, _ raised: AlertRaised) { facts = Shared(AlertFacts(entry, raised)) }

    package static func own(_ event: Event) -> AlertEvent? {
        if case .alert(let event) = event { event } else { nil }
    }

    /// By when an answer is owed to whoever sent it, as it stands now; readers use this, never what the first message said.
    package var due: Instant? {
        guard thread.cancelled == nil else { return nil }
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

    /// Since when the alert waits for somebody: since it was learnt, or since it came back; nil where it does not press.
    package func waiting(at now: Instant) -> Span? {
        guard isPressing(at: now) else { return nil }
        let since = [nextChange, resetAt].compactMap { $0 }.filter { $0 <= now }.max()
        return now - (since.map { max($0, learnt) } ?? learnt)
    }

    package mutating func apply(_ event: AlertEvent, _ entry: Entry) { facts.value.apply(event, entry) }

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
