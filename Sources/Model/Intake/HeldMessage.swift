/// A message that waits for a person to look at it.
package struct HeldMessage: FoldedSubject {
    package var trail: Trail
    package let held: MessageHeld
    package let since: Instant
    package private(set) var outcome: Outcome?

    package struct Outcome: Equatable, Sendable {
        package let by: String
        package let at: Instant
        /// What it became; nil where it was put aside.
        package let became: SubjectName?
        package let note: String
    }

    init(_ entry: Entry, _ held: MessageHeld) {
        trail = Trail(entry)
        self.held = held
        since = entry.learnt
    }

    package static func own(_ event: Event) -> IntakeEvent? {
        if case .intake(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: IntakeEvent, _ entry: Entry) {
        switch event {
        case .held: break
        case .released(let body):
            outcome = Outcome(by: entry.actor, at: entry.learnt, became: body.to, note: body.note)
        case .discarded(let body):
            outcome = Outcome(by: entry.actor, at: entry.learnt, became: nil, note: body.reason)
        }
    }

    package func refusal(of event: IntakeEvent, by actor: String, at now: Instant) -> Refusal? {
        if let outcome { return .alreadyClosed(name, by: outcome.by, at: outcome.at) }
        switch event {
        case .held: return .alreadyExists(name)
        case .released(let body): return body.note.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .discarded(let body): return body.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        }
    }

    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: outcome == nil ? .attention : .closed, rank: since.milliseconds, nextChange: nil)
    }
}

extension Board {
    /// What is held, the longest first.
    package var heldMessages: [HeldMessage] {
        held.values.sorted { ($0.since, $0.name) < ($1.since, $1.name) }
    }
}
