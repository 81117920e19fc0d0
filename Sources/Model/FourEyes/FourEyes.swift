/// What waits for a second person on one subject: proposals, and entries that owe a countersignature.
package struct FourEyes: Equatable, Sendable {
    package private(set) var pending: [PendingAction] = []
    package private(set) var owed: [OwedSignature] = []

    package var isSettled: Bool { pending.isEmpty && owed.isEmpty }

    /// When something here changes by itself.
    package var nextChange: Instant? { (pending.map(\.until) + owed.map(\.until)).min() }

    package init() {}

    package func pending(_ index: Int64) -> PendingAction? { pending.first { $0.index == index } }

    /// Takes an event; returns what was proposed when this entry approves it.
    package mutating func apply(_ event: FourEyesEvent, _ entry: Entry) -> PendingAction? {
        switch event {
        case .proposed(let proposed): pending.append(PendingAction(entry, proposed))
        case .approved(let approved):
            // What a person approved for themselves, or too late, was refused when it was written; where somebody
            // wrote it all the same, it has no effect, and the verifier names it.
            guard let action = pending(approved.entry), entry.learnt <= action.until,
                (approved.telephone?.by ?? entry.actor) != action.by
            else { return nil }
            pending.removeAll { $0.index == approved.entry }
            return action
        case .declined(let declined): pending.removeAll { $0.index == declined.entry }
        case .countersignatureAsked(let asked): owed.append(OwedSignature(entry, asked))
        case .countersigned(let signed):
            owed.removeAll { $0.index == signed.entry && $0.mayBeSigned(by: entry.actor) }
        case .countersignatureRefused(let refused):
            for n in owed.indices where owed[n].index == refused.entry && owed[n].mayBeSigned(by: entry.actor) {
                owed[n].refusal = OwedSignature.RefusedBy(officer: entry.actor, reason: refused.reason)
            }
        }
        return nil
    }

    /// The proposal at `index` was withdrawn by the one who made it.
    package mutating func withdraw(_ index: Int64) { pending.removeAll { $0.index == index } }

    /// Why `event` may not follow; who may approve is for `Roll` to say.
    package func refusal(
        of event: FourEyesEvent, by actor: String, at now: Instant, proposed check: (Event) -> Refusal?
    ) -> Refusal? {
        switch event {
        case .proposed(let proposed):
            if proposed.until <= now { return .notInTheFuture(proposed.until) }
            return check(proposed.event)
        case .approved(let approved):
            guard let action = pending(approved.entry) else { return .noSuchProposal(approved.entry) }
            if action.until < now { return .proposalLapsed(approved.entry, at: action.until) }
            if (approved.telephone?.by ?? actor) == action.by { return .ownProposal(approved.entry) }
            return check(action.event)
        case .declined(let declined):
            if pending(declined.entry) == nil { return .noSuchProposal(declined.entry) }
            return declined.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .countersignatureAsked(let asked): return asked.until <= now ? .notInTheFuture(asked.until) : nil
        case .countersigned(let signed): return refusal(signing: signed.entry, by: actor)
        case .countersignatureRefused(let refused):
            return refusal(signing: refused.entry, by: actor)
                ?? (refused.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil)
        }
    }

    /// Why `actor` cannot be the second person for `entry`.
    func refusal(signing entry: Int64, by actor: String) -> Refusal? {
        guard let owed = owed.first(where: { $0.index == entry }) else { return .nothingToCountersign(entry) }
        if owed.by == actor { return .ownEntry(entry) }
        if let from = owed.from, from != actor { return .countersignatureOf(entry, from: from) }
        return nil
    }
}

/// A proposal that waits for a second person.
package struct PendingAction: Equatable, Sendable {
    package let index: Int64
    package let event: Event
    package let by: String
    package let role: OfficerRole?
    package let proposedAt: Instant
    package let until: Instant
    package let reason: String?

    init(_ entry: Entry, _ proposed: ActionProposed) {
        index = entry.index
        event = proposed.event
        by = entry.actor
        role = entry.role
        proposedAt = entry.learnt
        until = proposed.until
        reason = proposed.reason
    }

    /// The entry as if the one who proposed it had written it at the moment of the approval.
    func carried(by approval: Entry) -> Entry {
        var entry = approval
        entry.kind = event.kind
        entry.version = event.version
        entry.body = event.body
        entry.actor = by
        entry.role = role
        return entry
    }
}

/// An entry that a second person has yet to sign.
package struct OwedSignature: Equatable, Sendable {
    package struct RefusedBy: Equatable, Sendable {
        package let officer: String
        package let reason: String
    }

    package let index: Int64
    /// The kind of that entry.
    package let of: String
    package let by: String
    /// The one who must sign; nil for anybody who may approve it.
    package let from: String?
    package let until: Instant
    package internal(set) var refusal: RefusedBy?

    /// Somebody else than the author, and only the one who was asked where somebody was.
    func mayBeSigned(by actor: String) -> Bool { actor != by && (from ?? actor) == actor }

    init(_ entry: Entry, _ asked: CountersignatureAsked) {
        index = asked.entry
        of = asked.of
        by = entry.actor
        from = asked.from
        until = asked.until
    }
}
