/// A verbal order or a temporary arrangement: open until somebody ends it.
package struct TemporaryArrangement: FoldedSubject {
    package var trail: Trail
    package let made: ArrangementMade
    package let since: Instant
    package private(set) var until: Instant?
    package private(set) var endedAt: Instant?
    package private(set) var ended: ArrangementEnded?

    init(_ entry: Entry, _ made: ArrangementMade) {
        trail = Trail(entry)
        self.made = made
        since = min(entry.at, entry.learnt)
        until = made.until
    }

    package var isInForce: Bool { endedAt == nil }
    package func isOverdue(at now: Instant) -> Bool { isInForce && until.map { $0 <= now } ?? false }

    package static func own(_ event: Event) -> ArrangementEvent? {
        if case .arrangement(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: ArrangementEvent, _ entry: Entry) {
        switch event {
        case .made: break
        case .extended(let extended): until = extended.until
        case .ended(let body):
            ended = body
            endedAt = max(since, min(entry.at, entry.learnt))
        }
    }

    package func refusal(of event: ArrangementEvent, by actor: String, at now: Instant) -> Refusal? {
        if let endedAt { return .alreadyEnded(name, at: endedAt) }
        switch event {
        case .made: return .alreadyExists(name)
        case .extended(let extended):
            if extended.until <= now { return .notInTheFuture(extended.until) }
            return extended.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .ended: return nil
        }
    }

    static func refusal(of made: ArrangementMade) -> Refusal? {
        made.text.trimmingBlanks.isEmpty || made.orderedBy.trimmingBlanks.isEmpty ? .textMissing : nil
    }

    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: isInForce ? .open : .closed, rank: trail.first, nextChange: isInForce ? until : nil)
    }
}

extension Board {
    /// What holds for a while: what is overdue first, then the newest.
    package func arrangementsInForce(at now: Instant) -> [TemporaryArrangement] {
        arrangements.values.filter(\.isInForce).sorted { one, other in
            let (first, second) = (one.isOverdue(at: now), other.isOverdue(at: now))
            return first == second ? one.trail.first > other.trail.first : first
        }
    }
}
