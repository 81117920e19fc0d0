/// All entries of one subject in order, which of them were withdrawn, and what the rest adds up to.
package struct SubjectHistory: Equatable, Sendable {
    package let entries: [Entry]
    package let withdrawn: Set<Int64>
    /// Nil when there are no entries.
    package let subject: Subject?

    /// - Parameter entries: of one subject, ascending by index.
    package init(_ entries: [Entry]) {
        self.entries = entries
        let withdrawn = SubjectHistory.withdrawn(in: entries)
        self.withdrawn = withdrawn
        subject = SubjectHistory.fold(entries, without: withdrawn)
    }

    private init(_ entries: [Entry], withdrawn: Set<Int64>, subject: Subject?) {
        self.entries = entries
        self.withdrawn = withdrawn
        self.subject = subject
    }

    /// With the next entry of the subject; the same as all of them folded anew.
    package func adding(_ entry: Entry) -> SubjectHistory {
        guard var subject, entry.kind != EntryWithdrawn.kind,
            !entries.contains(where: { $0.kind == EntryWithdrawn.kind })
        else { return SubjectHistory(entries + [entry]) }
        subject.apply(entry)
        return SubjectHistory(entries + [entry], withdrawn: withdrawn, subject: subject)
    }

    /// From the last entry back: a withdrawal that was itself withdrawn withdraws nothing, and neither does one that
    /// was refused when it was written and stands there all the same.
    private static func withdrawn(in entries: [Entry]) -> Set<Int64> {
        var withdrawn: Set<Int64> = []
        for entry in entries.reversed() where entry.kind == EntryWithdrawn.kind && !withdrawn.contains(entry.index) {
            guard case .logKeeping(.withdrawn(let body)) = entry.event,
                let target = entries.first(where: { $0.index == body.index }), target.actor == entry.actor,
                !isAboutTwoPersons(target, in: entries) || waits(target, before: entry, in: entries),
                !isOfRelief(target, before: entry.index, in: entries)
            else { continue }
            withdrawn.insert(body.index)
        }
        return withdrawn
    }

    /// Whether `target` is a proposal that nobody had answered when `entry` was written.
    private static func waits(_ target: Entry, before entry: Entry, in entries: [Entry]) -> Bool {
        guard case .fourEyes(.proposed) = target.event else { return false }
        return !entries.contains { other in
            guard other.index < entry.index, case .fourEyes(let event) = other.event else { return false }
            switch event {
            case .approved(let approved): return approved.entry == target.index
            case .declined(let declined): return declined.entry == target.index
            default: return false
            }
        }
    }

    private static func fold(_ entries: [Entry], without withdrawn: Set<Int64>) -> Subject? {
        guard let first = entries.first else { return nil }
        var subject: Subject
        if withdrawn.contains(first.index) {
            subject = .other(OtherSubject(trail: Trail(first)))
        } else {
            subject = Subject(first: first)
        }
        for entry in entries.dropFirst() {
            if withdrawn.contains(entry.index) || entry.kind == EntryWithdrawn.kind {
                subject.trail.advance(to: entry)
                if withdrawn.contains(entry.index) { subject.takeBack(entry.event) }
            } else {
                subject.apply(entry)
            }
        }
        if entries.contains(where: { $0.kind == EntryWithdrawn.kind }) { subject.trail.forgetClosing() }
        return subject
    }

    /// Why `actor` may not add `event` at `now`; nil when it may.
    ///
    /// - Parameter places: what tables know of the names of crossings; nil where there are none
    package func refusal(
        of event: Event, by actor: String, at now: Instant, knowing places: PlaceKnowledge? = nil
    ) -> Refusal? {
        guard var subject else { return nil }
        if let places, case .delivery(.startAnnounced) = event, case .delivery(var delivery) = subject {
            delivery.take(crossings: CrossingNames(tables: places))
            subject = .delivery(delivery)
        }
        guard case .logKeeping(.withdrawn(let withdrawal)) = event else {
            return subject.refusal(of: event, by: actor, at: now) ?? refusal(ofCorrection: event, by: actor)
        }
        guard let target = entries.first(where: { $0.index == withdrawal.index }) else {
            return .notOfThisSubject(withdrawal.index)
        }
        if withdrawn.contains(target.index) { return .alreadyWithdrawn(target.index) }
        if SubjectHistory.isAboutTwoPersons(target, in: entries), subject.trail.fourEyes.pending(target.index) == nil {
            return .twoPersonsDecided(target.index)
        }
        if target.actor != actor { return .notTheAuthor(target.index, author: target.actor) }
        if let refusal = refusal(withdrawingHandover: target) { return refusal }
        return withdrawal.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
    }

    /// A note takes the place of another one only where its writer has withdrawn that one: only the author corrects.
    private func refusal(ofCorrection event: Event, by actor: String) -> Refusal? {
        guard let corrected = event.corrects else { return nil }
        guard let target = entries.first(where: { $0.index == corrected }), target.event.noteText != nil else {
            return .notOfThisSubject(corrected)
        }
        if target.actor != actor { return .notTheAuthor(corrected, author: target.actor) }
        return withdrawn.contains(corrected) ? nil : .notWithdrawn(corrected)
    }

    private static func isAboutTwoPersons(_ entry: Entry, in entries: [Entry]) -> Bool {
        guard case .logKeeping(.withdrawn(let withdrawal)) = entry.event else { return entry.isDecidedByTwo }
        return entries.first { $0.index == withdrawal.index && $0.index < entry.index }.map {
            isAboutTwoPersons($0, in: entries)
        } ?? false
    }

    /// Whether `event` may be the first of a subject of `area`.
    package static func mayFound(_ event: Event, of area: Area, isExercise: Bool) -> Bool {
        guard mayFound(event, isExercise: isExercise) else { return false }
        return switch event {
        case .officer: area == .officers
        case .rules: area == .rules
        case .fourEyes(.proposed(let proposed)): mayFound(proposed.event, of: area, isExercise: isExercise)
        default: area != .officers && area != .rules
        }
    }

    /// Why a first event is refused for what it says.
    package static func refusal(founding event: Event) -> Refusal? {
        switch event {
        case .onCall(.set(let set)): OnCall.refusal(of: set)
        case .order(.issued(let issued)): StandingOrder.refusal(of: issued)
        case .arrangement(.made(let made)): TemporaryArrangement.refusal(of: made)
        case .directory(.entrySet(let set)): DirectoryRecord.refusal(of: set)
        case .delivery(let event): Delivery.refusal(ofStateIn: event)
        default: nil
        }
    }

    /// Whether `event` may be the first of its subject.
    package static func mayFound(_ event: Event, isExercise: Bool) -> Bool {
        switch event {
        case .alert(.raised), .delivery(.opened), .shift(.started), .seizure(.reported), .logKeeping(.founded),
            .logKeeping(.payloadErased), .logKeeping(.exportReleased),
            .officer(.enrolled), .rules(.set), .roster(.set), .onCall(.set), .order(.issued), .arrangement(.made),
            .intake(.held), .directory(.entrySet):
            true
        case .exercise(.clockStarted): isExercise
        case .fourEyes(.proposed(let proposed)): mayFound(proposed.event, isExercise: isExercise)
        default: false
        }
    }
}

extension Entry {
    /// What two persons decided, who may sign, and the words of it are taken back by a new decision, never withdrawn;
    /// only a proposal that still waits may be withdrawn.
    fileprivate var isDecidedByTwo: Bool {
        switch event {
        case .fourEyes, .officer, .rules: true
        default: false
        }
    }
}
