/// A run of an exercise: only its clock for now.
package struct Exercise: FoldedSubject {
    package var trail: Trail
    package private(set) var clock = BoardClock()
    package private(set) var hasEnded = false

    init(_ entry: Entry, _ started: ExerciseClockStarted) {
        trail = Trail(entry)
        clock.follow(.clockStarted(started), recorded: entry.recorded)
    }

    package static func own(_ event: Event) -> ExerciseEvent? {
        if case .exercise(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: ExerciseEvent, _ entry: Entry) {
        clock.follow(event, recorded: entry.recorded)
        if case .ended = event { hasEnded = true }
    }

    package func refusal(of event: ExerciseEvent, by actor: String, at now: Instant) -> Refusal? {
        if hasEnded { return .alreadyEnded(name, at: now) }
        switch event {
        case .clockStarted: return .alreadyExists(name)
        case .clockJumped(let jump): return jump.to <= now ? .notInTheFuture(jump.to) : nil
        case .clockPaused, .clockResumed, .ended: return nil
        }
    }

    package var summary: SubjectSummary {
        SubjectSummary(trail, bucket: hasEnded ? .closed : .open, rank: trail.first, nextChange: nil)
    }
}
