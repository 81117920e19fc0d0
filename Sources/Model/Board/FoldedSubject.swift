/// What the events of one subject add up to; one type for each area of the work.
package protocol FoldedSubject: Equatable, Sendable {
    associatedtype Events: AreaEvent

    var trail: Trail { get set }
    /// What the index keeps of it.
    var summary: SubjectSummary { get }

    /// The area's own events among all events.
    static func own(_ event: Event) -> Events?

    /// Takes what an entry says. The trail is advanced by the caller.
    mutating func apply(_ event: Events, _ entry: Entry)

    /// Why `actor` may not add `event` at `now`; nil when they may.
    func refusal(of event: Events, by actor: String, at now: Instant) -> Refusal?
}

extension FoldedSubject {
    package var name: SubjectName { trail.name }

    /// Takes an event of this subject, with the entry that says it; one that is of another area changes nothing.
    mutating func take(_ event: Event, _ entry: Entry) {
        if let event = Self.own(event) { apply(event, entry) }
    }

    func refusal(of event: Event, by actor: String, at now: Instant) -> Refusal? {
        guard let own = Self.own(event) else { return .wrongSubject(name, kind: event.kind) }
        return refusal(of: own, by: actor, at: now)
    }
}
