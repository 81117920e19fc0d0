/// One watch: who has it, since when, until when it is planned, and to whom it is offered.
package struct Shift: FoldedSubject {
    package var trail: Trail
    package let started: ShiftStarted
    package let from: Instant
    /// The id of the one who wrote it.
    package let startedBy: String
    package private(set) var endedAt: Instant?
    package private(set) var ended: ShiftEnded?
    /// How it is given to the next officer.
    package private(set) var handover = Handover()
    /// Who else knows that it was taken without an offer.
    package private(set) var takingSeenBy: String?
    /// What was brought back of its sheet of paper.
    package private(set) var paper = PaperSheet()
    package private(set) var noteCount = 0
    package private(set) var decisionCount = 0

    init(_ entry: Entry, _ started: ShiftStarted) {
        trail = Trail(entry)
        self.started = started
        from = min(entry.at, entry.learnt)
        startedBy = entry.actor
    }

    /// The one who has the watch is ready to give it to this person.
    package var offer: Handover.Offer? { handover.offer }

    /// The id of the one who has it; entries of older programs name only the writer.
    package var officerID: String { started.officerID ?? startedBy }

    /// Whether it was taken from somebody who had not offered it, and nobody else knows yet.
    package var isTakingUnseen: Bool { started.relieves != nil && started.reason != nil && takingSeenBy == nil }

    /// How long it has lasted; a clock that was set back makes it neither negative nor longer.
    package func served(at now: Instant) -> Span { max((endedAt ?? now) - from, .zero) }

    package var planned: Span { max(started.until - from, .zero) }

    /// Whether the watch was offered to this person, by id or by name.
    package func isOffered(to officer: String, named name: String? = nil) -> Bool {
        guard let to = offer?.to.lowercased() else { return false }
        return to == officer.lowercased() || to == name?.lowercased()
    }

    package static func own(_ event: Event) -> ShiftEvent? {
        if case .shift(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: ShiftEvent, _ entry: Entry) {
        switch event {
        case .started: break
        case .offered(let offered): handover.offer(offered, entry)
        case .noted: noteCount += 1
        case .decided: decisionCount += 1
        case .takingSeen: takingSeenBy = entry.actor
        case .ended(let body):
            ended = body
            // Neither before it began nor later than it was told.
            endedAt = max(from, min(entry.at, entry.learnt))
            handover.end(body, entry)
        case .itemSet(let body): handover.set(body, entry)
        case .saidBack(let body): handover.sayBack(body, entry)
        case .asked(let body): handover.ask(body, entry)
        case .answered(let body): handover.answer(body, entry)
        case .refused(let body): handover.refuse(body, entry)
        case .paperRow(let body): paper.enter(body, entry)
        }
    }

    /// The offer was withdrawn, and none that stood before it comes back.
    mutating func takeBackOffer() { handover.takeBackOffer() }

    package func refusal(of event: ShiftEvent, by actor: String, at now: Instant) -> Refusal? {
        if case .paperRow(let body) = event { return refusal(of: body) }
        if let endedAt { return .alreadyEnded(name, at: endedAt) }
        switch event {
        case .started: return .alreadyExists(name)
        case .paperRow(let body): return refusal(of: body)
        case .noted(let note): return note.text.trimmingBlanks.isEmpty ? .textMissing : nil
        case .ended, .offered, .itemSet, .saidBack, .asked, .answered, .refused:
            return handover.refusal(
                of: event, on: name, by: actor, isHolder: [officerID, startedBy].contains(actor),
                holder: [officerID, startedBy, started.officer])
        case .takingSeen:
            if started.reason == nil || started.relieves == nil { return .nothingToConfirm(name) }
            if takingSeenBy != nil { return .nothingToConfirm(name) }
            return [startedBy, officerID].contains(actor) ? .ownTaking(name) : nil
        case .decided(let decision):
            if decision.text.trimmingBlanks.isEmpty || decision.decidedBy.trimmingBlanks.isEmpty { return .textMissing }
            return decision.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        }
    }

    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: endedAt == nil ? .open : .closed, rank: from.milliseconds,
            nextChange: endedAt == nil ? started.until : nil)
    }
}
