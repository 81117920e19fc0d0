/// The pattern of turns and who is planned for each.
package struct Roster: FoldedSubject {
    package var trail: Trail
    package private(set) var pattern: RosterSet
    /// In order of their beginnings, one for each.
    package private(set) var turns: [PlannedTurn] = []
    /// Why a turn is not as it was planned first, by its beginning.
    package private(set) var changes: [Instant: String] = [:]

    init(_ entry: Entry, _ pattern: RosterSet) {
        trail = Trail(entry)
        self.pattern = pattern
    }

    package static func own(_ event: Event) -> RosterEvent? {
        if case .roster(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: RosterEvent, _ entry: Entry) {
        switch event {
        case .set(let set): pattern = set
        case .planned(let planned):
            for turn in planned.turns {
                turns.removeAll { $0.from == turn.from }
                changes[turn.from] = nil
                turns.append(turn)
            }
            turns.sort { ($0.from, $0.until, $0.officer) < ($1.from, $1.until, $1.officer) }
        case .replaced(let replaced):
            guard let place = place(of: replaced.turn) else { return }
            turns[place].officer = replaced.officer
            turns[place].standby = replaced.standby ?? turns[place].standby
            changes[replaced.turn] = replaced.reason
        case .swapped(let swapped):
            guard let one = place(of: swapped.turn), let other = place(of: swapped.with) else { return }
            (turns[one].officer, turns[other].officer) = (turns[other].officer, turns[one].officer)
            changes[swapped.turn] = swapped.reason
            changes[swapped.with] = swapped.reason
        case .cancelled(let cancelled):
            turns.removeAll { $0.from == cancelled.turn }
            changes[cancelled.turn] = nil
        }
    }

    private func place(of beginning: Instant) -> Int? { turns.firstIndex { $0.from == beginning } }

    package func refusal(of event: RosterEvent, by actor: String, at now: Instant) -> Refusal? {
        switch event {
        case .set: return nil
        case .planned(let planned):
            for turn in planned.turns {
                if turn.officer.trimmingBlanks.isEmpty { return .textMissing }
                if turn.until <= turn.from { return .windowEndsBeforeItBegins(from: turn.from, until: turn.until) }
            }
            return nil
        case .replaced(let replaced):
            if place(of: replaced.turn) == nil { return .noSuchTurn(replaced.turn) }
            if replaced.officer.trimmingBlanks.isEmpty { return .textMissing }
            return missing(replaced.reason)
        case .swapped(let swapped):
            if place(of: swapped.turn) == nil { return .noSuchTurn(swapped.turn) }
            if place(of: swapped.with) == nil || swapped.turn == swapped.with { return .noSuchTurn(swapped.with) }
            return missing(swapped.reason)
        case .cancelled(let cancelled):
            return place(of: cancelled.turn) == nil ? .noSuchTurn(cancelled.turn) : missing(cancelled.reason)
        }
    }

    private func missing(_ reason: String) -> Refusal? { reason.trimmingBlanks.isEmpty ? .reasonMissing : nil }

    package var summary: SubjectSummary { SubjectSummary(trail, bucket: .open, rank: trail.first, nextChange: nil) }
}
