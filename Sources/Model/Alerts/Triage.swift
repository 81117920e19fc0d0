/// How alerts of a priority are to be treated (ISA-18.2): how fast somebody acknowledges, for how long that holds, how long
/// they may lie on the shelf, and who is called when nobody moves. A function of the priority; nothing here runs by itself.
package struct Triage: Equatable, Sendable {
    /// By when somebody should have acknowledged it.
    package let acknowledgeWithin: Span
    /// For how long an acknowledgement holds where the officer says nothing else; nil for ever.
    package let acknowledgementLasts: Span?
    /// The longest that it may lie on the shelf.
    package let shelfLimit: Span
    /// Who is to be reached next, the soonest first.
    package let ladder: [Rung]

    /// One step of the ladder: how long nobody acknowledged, and who is called then.
    package struct Rung: Equatable, Sendable {
        package let after: Span
        package let whom: Whom

        package init(after: Span, whom: Whom) {
            self.after = after
            self.whom = whom
        }
    }

    package enum Whom: String, CaseIterable, Sendable {
        /// Whoever has the watch: the console calls louder.
        case watch
        /// Another officer of the watch, or the one it is to be handed to.
        case second
        /// Who answers for the Centre tonight.
        case leader
        /// The supervisors.
        case supervisors
    }

    package static func of(priority: Int) -> Triage {
        switch priority {
        case 1:
            Triage(
                acknowledgeWithin: .minutes(2), acknowledgementLasts: .minutes(30), shelfLimit: .hours(2),
                ladder: [
                    Rung(after: .minutes(2), whom: .watch), Rung(after: .minutes(5), whom: .second),
                    Rung(after: .minutes(10), whom: .leader), Rung(after: .minutes(20), whom: .supervisors),
                ])
        case 2:
            Triage(
                acknowledgeWithin: .minutes(10), acknowledgementLasts: .hours(2), shelfLimit: .hours(12),
                ladder: [
                    Rung(after: .minutes(10), whom: .watch), Rung(after: .minutes(30), whom: .second),
                    Rung(after: .hours(1), whom: .leader),
                ])
        case 3:
            Triage(
                acknowledgeWithin: .hours(1), acknowledgementLasts: .hours(12), shelfLimit: .days(3),
                ladder: [Rung(after: .hours(1), whom: .watch), Rung(after: .hours(4), whom: .second)])
        default:
            Triage(acknowledgeWithin: .hours(12), acknowledgementLasts: nil, shelfLimit: .days(14), ladder: [])
        }
    }

}

/// Who is called for an alert that nobody acknowledges, and after how long: the Centre's own steps, or those of `Triage`.
package struct EscalationLadders: Equatable, Sendable {
    /// Of priority 1, 2 and so on; the soonest step first.
    private let ladders: [[Triage.Rung]]

    package static let standard = EscalationLadders((1...4).map { Triage.of(priority: $0).ladder })

    /// - Parameter ladders: of priority 1, 2 and so on; a priority without one has no steps.
    package init(_ ladders: [[Triage.Rung]]) {
        self.ladders = ladders.map { $0.sorted { $0.after < $1.after } }
    }

    package subscript(priority: Int) -> [Triage.Rung] {
        ladders.indices.contains(priority - 1) ? ladders[priority - 1] : []
    }
}

extension Alert {
    package var triage: Triage { Triage.of(priority: priority) }

    /// Who is to be called now, because nobody acknowledged it; nil while there is time, and for what its sender took back:
    /// it waits for a look, and wakes nobody.
    package func escalation(at now: Instant, by ladders: EscalationLadders = .standard) -> Triage.Rung? {
        guard thread.cancelled == nil, let waiting = waiting(at: now) else { return nil }
        return ladders[priority].last { $0.after <= waiting }
    }

    /// When the ladder goes one rung higher; nil where it is acknowledged, or at the top.
    package func nextEscalation(at now: Instant, by ladders: EscalationLadders = .standard) -> Instant? {
        guard thread.cancelled == nil, let waiting = waiting(at: now) else { return nil }
        let next = ladders[priority].first { $0.after > waiting }.map { now - waiting + $0.after }
        return next.flatMap { isExpired(at: $0) ? nil : $0 }
    }

    /// Whether what its sender said holds no more, as the sender said it would be.
    package func isExpired(at now: Instant) -> Bool { thread.validUntil.map { $0 <= now } ?? false }

    /// Whether somebody has to look at it now: nobody acknowledged it, and what it says still holds. The order of the board,
    /// what needs somebody, the bell and the ladder all follow this; what ran out stays on the list, and calls nobody.
    package func isPressing(at now: Instant) -> Bool { status(at: now) == .unacknowledged && !isExpired(at: now) }
}
