/// What is not as planned, and what was agreed for it.
package struct Exceptions: Equatable, Sendable {
    package struct Open: Equatable, Sendable {
        package let entered: ExceptionEntered
        package let entry: Int64
        package let at: Instant
        package let learnt: Instant
        package fileprivate(set) var done: [Int: Done] = [:]
        /// Who was told, by party.
        package fileprivate(set) var told: [String: Done] = [:]
    }

    package struct Done: Equatable, Sendable {
        package let by: String
        package let at: Instant
        package let note: String?
    }

    package struct Call: Equatable, Sendable {
        package let party: String
        package let outcome: CallOutcome
        package let note: String?
        package let by: String
        package let at: Instant
    }

    package private(set) var open: [Open] = []
    package private(set) var past: [Ended] = []
    package private(set) var agreed: [InterventionAgreed] = []
    package private(set) var calls: [Call] = []

    package struct Ended: Equatable, Sendable {
        package let exception: Open
        package let at: Instant
    }

    mutating func enter(_ body: ExceptionEntered, _ entry: Entry) {
        open.append(Open(entered: body, entry: entry.index, at: entry.at, learnt: entry.learnt))
    }

    mutating func stop(_ body: StopReported, _ entry: Entry) {
        enter(
            ExceptionEntered(
                .stopReported, from: body.from, text: body.text, leg: body.leg, isCalledBack: body.isCalledBack), entry)
    }

    mutating func tell(_ body: PartyTold, _ entry: Entry) {
        guard let place = open.firstIndex(where: { $0.entry == body.entry }) else { return }
        open[place].told[body.party] = Done(by: entry.actor, at: entry.at, note: body.note)
    }

    mutating func end(_ body: ExceptionEnded, _ entry: Entry) {
        guard let place = open.firstIndex(where: { $0.entry == body.entry }) else { return }
        past.append(Ended(exception: open.remove(at: place), at: entry.at))
    }

    mutating func agree(_ body: InterventionAgreed) {
        agreed.removeAll { $0.leg == body.leg && $0.situation == body.situation }
        agreed.append(body)
    }

    mutating func tick(_ body: InterventionStepDone, _ entry: Entry) {
        guard let place = open.firstIndex(where: { $0.entry == body.entry }) else { return }
        open[place].done[body.step] = Done(by: entry.actor, at: entry.at, note: body.note)
    }

    mutating func call(_ body: DeliveryCallTried, _ entry: Entry) {
        calls.append(
            Call(party: body.party, outcome: body.outcome, note: body.note, by: entry.actor, at: entry.at))
    }

    /// What was agreed for a situation on a leg: for this leg, else for every one.
    package func agreed(for situation: ExceptionKind, leg: Int?) -> InterventionAgreed? {
        agreed.last { $0.situation == situation && $0.leg == leg && leg != nil }
            ?? agreed.last { $0.situation == situation && $0.leg == nil }
    }
}
