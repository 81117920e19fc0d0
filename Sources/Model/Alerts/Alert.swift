/// An alert as its events add up. What it is *now* is a function of this and the instant.
package struct Alert: FoldedSubject {
    package var trail: Trail
    package let raised: AlertRaised
    package let raisedAt: Instant
    /// When we learnt of it; its age in the queue counts from here.
    package let learnt: Instant
    package private(set) var acknowledgement: Acknowledgement?
    package private(set) var shelf: Shelf?
    package private(set) var closure: Closure?

    package struct Acknowledgement: Equatable, Sendable {
        package let by: String
        package let at: Instant
        package let until: Instant?
    }

    package struct Shelf: Equatable, Sendable {
        package let by: String
        package let until: Instant
        package let reason: String
    }

    package struct Closure: Equatable, Sendable {
        package let by: String
        package let at: Instant
        package let disposition: Disposition
        package let note: String?
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
    }

    package static func own(_ event: Event) -> AlertEvent? {
        if case .alert(let event) = event { event } else { nil }
    }

    /// By when an answer is owed, as it stands now; readers use this, never what the first message said.
    package var due: Instant? { raised.firstDue }

    /// A shelved alert is back, and an acknowledgement lapses, at its instant and without any event.
    package func status(at now: Instant) -> Status {
        if closure != nil { return .closed }
        if let shelf, shelf.until > now { return .shelved(until: shelf.until) }
        guard shelf == nil, let acknowledgement else { return .unacknowledged }
        if let until = acknowledgement.until, until <= now { return .unacknowledged }
        return .acknowledged
    }

    /// The instant after `now` at which the status changes by itself; nil when only an event can change it.
    package var nextChange: Instant? {
        if closure != nil { return nil }
        return shelf?.until ?? acknowledgement?.until
    }

    /// Since when the alert waits for somebody: since it was learnt, or since it came back.
    package func waiting(at now: Instant) -> Span? {
        guard status(at: now) == .unacknowledged else { return nil }
        return now - (nextChange.map { max($0, learnt) } ?? learnt)
    }

    package mutating func apply(_ event: AlertEvent, _ entry: Entry) {
        switch event {
        case .raised, .noted: break
        case .acknowledged(let body):
            acknowledgement = Acknowledgement(by: entry.actor, at: entry.learnt, until: body.until)
            shelf = nil
        case .shelved(let body): shelf = Shelf(by: entry.actor, until: body.until, reason: body.reason)
        case .unshelved: shelf = nil
        case .closed(let body):
            closure = Closure(by: entry.actor, at: entry.learnt, disposition: body.disposition, note: body.note)
        }
    }

    /// Why `event` may not follow at `now`; nil when it may.
    package func refusal(of event: AlertEvent, by actor: String, at now: Instant) -> Refusal? {
        if let closure, event.body as? AlertNoted == nil { return .alreadyClosed(name, by: closure.by, at: closure.at) }
        switch event {
        case .raised: return .alreadyExists(name)
        case .acknowledged(let body):
            if let until = body.until, until <= now { return .notInTheFuture(until) }
            if status(at: now) == .acknowledged, let acknowledgement {
                return .alreadyAcknowledged(name, by: acknowledgement.by, at: acknowledgement.at)
            }
        case .shelved(let body):
            if body.until <= now { return .notInTheFuture(body.until) }
            if body.reason.trimmingBlanks.isEmpty { return .reasonMissing }
        case .unshelved:
            if shelf == nil { return .notShelved(name) }
        case .noted(let body):
            if body.text.trimmingBlanks.isEmpty { return .textMissing }
        case .closed: break
        }
        return nil
    }

    package var summary: SubjectSummary {
        let bucket: SubjectSummary.Bucket =
            if closure != nil { .closed } else if shelf != nil { .parked } else if acknowledgement != nil { .open } else
            { .attention }
        return SubjectSummary(
            trail, bucket: bucket, rank: SubjectSummary.rank(priority: raised.priority, since: learnt),
            nextChange: nextChange)
    }
}
