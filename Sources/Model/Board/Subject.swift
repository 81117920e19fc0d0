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
        if case .fourEyes(let event) = entry.event { _ = trail.fourEyes.apply(event, entry) }
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
        switch entry.event {
        case .fourEyes(let event):
            if let approved = trail.fourEyes.apply(event, entry) { carryOut(approved, entry) }
        case .handling(.set(let set)): trail.handling = Handling(set, entry, after: trail.handling)
        case .link(let event): trail.links.apply(event, entry)
        case let event: change(EventTaken(event: event, entry: entry))
        }
        trail.advance(to: entry)
        let isClosed = self.isClosed
        if wasOpen, isClosed { trail.close(at: entry.index) }
        // A new message opens what was closed, and so does a join that is taken back.
        if !wasOpen, !isClosed { trail.forgetClosing() }
    }

    /// What `summary` says, without reckoning the rest of it for each entry of a history.
    private var isClosed: Bool {
        switch self {
        case .alert(let alert): alert.isOver && alert.trail.fourEyes.isSettled
        case .delivery(let delivery): delivery.isOver && delivery.trail.fourEyes.isSettled
        default: summary.bucket == .closed
        }
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
            change(EventTaken(event: action.event, entry: entry))
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

    /// In place, so that nothing that the subject holds is copied: a history of forty entries is folded for each append to it.
    private mutating func change(_ change: some SubjectChange) {
        switch consume self {
        case .alert(var subject):
            change.change(&subject)
            self = .alert(subject)
        case .delivery(var subject):
            change.change(&subject)
            self = .delivery(subject)
        case .shift(var subject):
            change.change(&subject)
            self = .shift(subject)
        case .seizure(var subject):
            change.change(&subject)
            self = .seizure(subject)
        case .exercise(var subject):
            change.change(&subject)
            self = .exercise(subject)
        case .officer(var subject):
            change.change(&subject)
            self = .officer(subject)
        case .rules(var subject):
            change.change(&subject)
            self = .rules(subject)
        case .roster(var subject):
            change.change(&subject)
            self = .roster(subject)
        case .onCall(var subject):
            change.change(&subject)
            self = .onCall(subject)
        case .order(var subject):
            change.change(&subject)
            self = .order(subject)
        case .arrangement(var subject):
            change.change(&subject)
            self = .arrangement(subject)
        case .held(var subject):
            change.change(&subject)
            self = .held(subject)
        case .directory(var subject):
            change.change(&subject)
            self = .directory(subject)
        case .other(var subject):
            change.change(&subject)
            self = .other(subject)
        }
    }

    package var trail: Trail {
        get {
            switch self {
            case .alert(let subject): subject.trail
            case .delivery(let subject): subject.trail
            case .shift(let subject): subject.trail
            case .seizure(let subject): subject.trail
            case .exercise(let subject): subject.trail
            case .officer(let subject): subject.trail
            case .rules(let subject): subject.trail
            case .roster(let subject): subject.trail
            case .onCall(let subject): subject.trail
            case .order(let subject): subject.trail
            case .arrangement(let subject): subject.trail
            case .held(let subject): subject.trail
            case .directory(let subject): subject.trail
            case .other(let subject): subject.trail
            }
        }
        set { change(TrailSet(trail: newValue)) }
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

/// A change that is the same for subjects of any area.
private protocol SubjectChange {
    func change<Folded: FoldedSubject>(_ subject: inout Folded)
}

private struct EventTaken: SubjectChange {
    let event: Event
    let entry: Entry

    func change<Folded: FoldedSubject>(_ subject: inout Folded) { subject.take(event, entry) }
}

private struct TrailSet: SubjectChange {
    let trail: Trail

    func change<Folded: FoldedSubject>(_ subject: inout Folded) { subject.trail = trail }
}
