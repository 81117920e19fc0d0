/// One watch: who has it, since when, and until when it is planned.
package struct Shift: FoldedSubject {
    package var trail: Trail
    package let started: ShiftStarted
    package let from: Instant
    /// The id of the officer who took it, as the entry bears it.
    package let holder: String
    package private(set) var endedAt: Instant?
    package private(set) var noteCount = 0

    init(_ entry: Entry, _ started: ShiftStarted) {
        trail = Trail(entry)
        self.started = started
        from = entry.at
        holder = entry.actor
    }

    package static func own(_ event: Event) -> ShiftEvent? {
        if case .shift(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: ShiftEvent, _ entry: Entry) {
        switch event {
        case .started: break
        case .noted: noteCount += 1
        case .ended: endedAt = entry.at
        }
    }

    package func refusal(of event: ShiftEvent, at now: Instant) -> Refusal? {
        if let endedAt { return .alreadyEnded(name, at: endedAt) }
        switch event {
        case .started: return .alreadyExists(name)
        case .noted(let note): return note.text.trimmingBlanks.isEmpty ? .textMissing : nil
        case .ended: return nil
        }
    }

    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: endedAt == nil ? .open : .closed, rank: from.milliseconds,
            nextChange: endedAt == nil ? started.until : nil)
    }
}
