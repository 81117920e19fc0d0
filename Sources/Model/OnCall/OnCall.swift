/// Somebody who can be called, and for what.
package struct OnCall: FoldedSubject {
    package var trail: Trail
    /// What was said last about when and for what.
    package private(set) var terms: OnCallSet
    package private(set) var endedAt: Instant?

    init(_ entry: Entry, _ set: OnCallSet) {
        trail = Trail(entry)
        terms = set
    }

    /// The payload that says how to reach them.
    package var contact: Digest? { terms.payloads.first.flatMap { Digest(hex: $0) } }

    package func isOnCall(at now: Instant) -> Bool {
        endedAt == nil && terms.from <= now && now < (terms.until ?? .distantFuture)
    }

    package func mayBeWoken(for priority: Int) -> Bool { priority <= terms.wakeFor }

    package static func own(_ event: Event) -> OnCallEvent? {
        if case .onCall(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: OnCallEvent, _ entry: Entry) {
        switch event {
        case .set(let set):
            terms = set
            endedAt = nil
        case .ended: endedAt = entry.learnt
        }
    }

    package func refusal(of event: OnCallEvent, by actor: String, at now: Instant) -> Refusal? {
        switch event {
        case .set(let set): return OnCall.refusal(of: set)
        case .ended: return endedAt.map { .alreadyEnded(name, at: $0) }
        }
    }

    static func refusal(of set: OnCallSet) -> Refusal? {
        if set.person.trimmingBlanks.isEmpty { return .textMissing }
        if let until = set.until, until <= set.from { return .windowEndsBeforeItBegins(from: set.from, until: until) }
        return nil
    }

    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: endedAt == nil ? .open : .closed, rank: Int64(terms.duty.place) << 40 | trail.first,
            nextChange: endedAt == nil ? terms.until : nil)
    }
}

extension OnCallDuty {
    /// Whom to call first.
    var place: Int { OnCallDuty.allCases.firstIndex(of: self) ?? 0 }
}

extension Board {
    /// Everybody who is on call at `now`: the leader first, then by duty and name.
    package func onCall(at now: Instant) -> [OnCall] {
        onCall.values.filter { $0.isOnCall(at: now) }
            .sorted {
                ($0.terms.duty.place, $0.terms.person, $0.name) < ($1.terms.duty.place, $1.terms.person, $1.name)
            }
    }

    /// Those who may be woken for a matter of this priority, the leader first.
    package func whoToWake(for priority: Int, at now: Instant) -> [OnCall] {
        onCall(at: now).filter { $0.mayBeWoken(for: priority) }
    }
}
