/// Anything that events are about, as they add up.
package enum Subject: Equatable, Sendable {
    case alert(Alert)
    case delivery(Delivery)
    case shift(Shift)
    case seizure(SeizureRecord)
    case exercise(Exercise)
    case officer(Officer)
    case rules(RuleBook)
    case roster(Roster)
    case onCall(OnCall)
    case order(StandingOrder)
    case arrangement(TemporaryArrangement)
    case held(HeldMessage)
    case directory(DirectoryRecord)
    /// The log itself, subjects of a newer program, what is only proposed, and subjects whose first entry was withdrawn.
    case other(OtherSubject)

    /// The subject that `entry` begins.
    package init(first entry: Entry) {
        self = Subject(founding: entry.event, entry)
        if case .fourEyes(let event) = entry.event { trail.fourEyes.apply(event, entry) }
    }

    private init(founding event: Event, _ entry: Entry) {
        switch event {
        case .alert(.raised(let raised)): self = .alert(Alert(entry, raised))
        case .delivery(.opened(let opened)): self = .delivery(Delivery(entry, opened))
        case .shift(.started(let started)): self = .shift(Shift(entry, started))
        case .seizure(.reported(let report)): self = .seizure(SeizureRecord(entry, report))
        case .exercise(.clockStarted(let started)): self = .exercise(Exercise(entry, started))
        case .officer(.enrolled(let enrolled)): self = .officer(Officer(entry, enrolled))
        case .rules(.set(let rules)): self = .rules(RuleBook(entry, rules))
        case .roster(.set(let pattern)): self = .roster(Roster(entry, pattern))
        case .onCall(.set(let set)): self = .onCall(OnCall(entry, set))
        case .order(.issued(let issued)): self = .order(StandingOrder(entry, issued))
        case .arrangement(.made(let made)): self = .arrangement(TemporaryArrangement(entry, made))
        case .intake(.held(let held)): self = .held(HeldMessage(entry, held))
        case .directory(.entrySet(let set)): self = .directory(DirectoryRecord(entry, set))
        default: self = .other(OtherSubject(trail: Trail(entry)))
        }
    }

    /// Takes the next entry of this subject. An event that does not fit is counted and otherwise ignored.
    package mutating func apply(_ entry: Entry) {
        let wasOpen = trail.closing == nil
        if case .fourEyes(let event) = entry.event {
            if let approved = trail.fourEyes.apply(event, entry) { carryOut(approved, entry) }
        } else if case .handling(.set(let set)) = entry.event {
            trail.handling = Handling(set, entry, after: trail.handling)
        } else if case .link(let event) = entry.event {
            trail.links.apply(event, entry)
        } else {
            change { $0.take(entry) }
        }
        trail.advance(to: entry)
        let isClosed = summary.bucket == .closed
        if wasOpen, isClosed { trail.close(at: entry.index) }
        // A new message opens what was closed, and so does a join that is taken back.
        if !wasOpen, !isClosed { trail.forgetClosing() }
    }

    /// What was proposed takes effect with the entry that approves it, in the name of the one who proposed it.
    private mutating func carryOut(_ action: PendingAction, _ approval: Entry) {
        let entry = action.carried(by: approval)
        if case .other(let other) = self, SubjectHistory.mayFound(action.event, isExercise: true) {
            self = Subject(founding: action.event, entry)
            trail = other.trail
        } else {
            if case .handling(.set(let set)) = action.event {
                trail.handling = Handling(set, entry, after: trail.handling)
            }
            if case .link(let event) = action.event { trail.links.apply(event, entry) }
            change { $0.take(entry) }
        }
    }

    private var folded: any FoldedSubject {
        switch self {
        case .alert(let subject): subject
        case .delivery(let subject): subject
        case .shift(let subject): subject
        case .seizure(let subject): subject
        case .exercise(let subject): subject
        case .officer(let subject): subject
        case .rules(let subject): subject
        case .roster(let subject): subject
        case .onCall(let subject): subject
        case .order(let subject): subject
        case .arrangement(let subject): subject
        case .held(let subject): subject
        case .directory(let subject): subject
        case .other(let subject): subject
        }
    }

    private mutating func change(_ change: (inout any FoldedSubject) -> Void) {
        func changed<Folded: FoldedSubject>(_ subject: Folded) -> Folded {
            var any: any FoldedSubject = subject
            change(&any)
            return any as? Folded ?? subject
        }
        switch self {
        case .alert(let subject): self = .alert(changed(subject))
        case .delivery(let subject): self = .delivery(changed(subject))
        case .shift(let subject): self = .shift(changed(subject))
        case .seizure(let subject): self = .seizure(changed(subject))
        case .exercise(let subject): self = .exercise(changed(subject))
        case .officer(let subject): self = .officer(changed(subject))
        case .rules(let subject): self = .rules(changed(subject))
        case .roster(let subject): self = .roster(changed(subject))
        case .onCall(let subject): self = .onCall(changed(subject))
        case .order(let subject): self = .order(changed(subject))
        case .arrangement(let subject): self = .arrangement(changed(subject))
        case .held(let subject): self = .held(changed(subject))
        case .directory(let subject): self = .directory(changed(subject))
        case .other(let subject): self = .other(changed(subject))
        }
    }

    package var trail: Trail {
        get { folded.trail }
        set { change { $0.trail = newValue } }
    }

    package var name: SubjectName { trail.name }

    package var summary: SubjectSummary { folded.summary }

    /// Why `event` may not follow at `now`; nil when it may.
    func refusal(of event: Event, by actor: String, at now: Instant) -> Refusal? {
        if case .fourEyes(let event) = event {
            return trail.fourEyes.refusal(of: event, by: actor, at: now) { proposed in
                if case .other = self, SubjectHistory.mayFound(proposed, isExercise: true) { return nil }
                return folded.refusal(of: proposed, by: actor, at: now)
            }
        }
        if case .handling(.set(let set)) = event { return Handling.refusal(of: set, after: trail.handling) }
        if case .link(let event) = event { return trail.links.refusal(of: event, on: name) }
        return folded.refusal(of: event, by: actor, at: now)
    }
}

/// A subject that has no state of its own beyond its trail.
package struct OtherSubject: FoldedSubject {
    package var trail: Trail

    package static func own(_ event: Event) -> LogKeepingEvent? { nil }
    package mutating func apply(_ event: LogKeepingEvent, _ entry: Entry) {}
    package func refusal(of event: LogKeepingEvent, by actor: String, at now: Instant) -> Refusal? { nil }

    package var summary: SubjectSummary {
        SubjectSummary(trail, bucket: .closed, rank: trail.first, nextChange: nil)
    }
}
