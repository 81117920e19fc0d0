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

    /// How far up the ladder it is after waiting so long; nil while the first rung is not reached.
    package func rung(after waiting: Span) -> Int? { ladder.lastIndex { $0.after <= waiting } }
}

extension Alert {
    package var triage: Triage { Triage.of(priority: priority) }

    /// Who is to be called now, because nobody acknowledged it; nil while there is time.
    package func escalation(at now: Instant) -> Triage.Rung? {
        guard let waiting = waiting(at: now), let rung = triage.rung(after: waiting) else { return nil }
        return triage.ladder[rung]
    }

    /// When the ladder goes one rung higher; nil where it is acknowledged, or at the top.
    package func nextEscalation(at now: Instant) -> Instant? {
        guard let waiting = waiting(at: now) else { return nil }
        return triage.ladder.first { $0.after > waiting }.map { now - waiting + $0.after }
    }
}
