@testable import Model

extension FoldedSubject {
    /// Why somebody may not add this, where it does not matter who.
    func refusal(of event: Events, at now: Instant) -> Refusal? { refusal(of: event, by: "somebody", at: now) }
}
