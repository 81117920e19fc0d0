/// One watch: who has it, since when, and until when it is planned.
package struct Shift: Equatable, Sendable {
    package var trail: Trail
    package let started: ShiftStarted
    package let from: Instant
    package private(set) var endedAt: Instant?
    package private(set) var noteCount = 0

    init(_ entry: Entry, _ started: ShiftStarted) {
        trail = Trail(entry)
        self.started = started
        from = entry.at
    }

    package var name: SubjectName { trail.name }

    mutating func apply(_ event: ShiftEvent, _ entry: Entry) {
        switch event {
        case .started: break
        case .noted: noteCount += 1
        case .ended: endedAt = entry.at
        }
    }

    func refusal(of event: ShiftEvent, at now: Instant) -> Refusal? {
        if let endedAt { return .alreadyEnded(name, at: endedAt) }
        switch event {
        case .started: return .alreadyExists(name)
        case .noted(let note): return note.text.trimmingBlanks.isEmpty ? .textMissing : nil
        case .ended: return nil
        }
    }

    var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: endedAt == nil ? .open : .closed, rank: from.milliseconds,
            nextChange: endedAt == nil ? started.until : nil)
    }
}
