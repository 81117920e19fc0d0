import EventLog
import Model
import TestSupport

extension KindSampler {
    /// Threads and triage of alerts.
    func careSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (Proposal.Target, Event)? {
        guard let event = try careEvent(kind, log, officer) else { return nil }
        return (.existing(event.0), .alert(event.1))
    }

    private func careEvent(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (SubjectName, AlertEvent)? {
        let later = MachineMoment.now().wall + .hours(1)
        func fresh() throws -> SubjectName { try raise(log, officer).subject }
        switch kind {
        case MessageFiled.kind:
            return (try fresh(), .messageFiled(MessageFiled(.sent, .feedback, party: "UZB", text: "nothing found")))
        case AlertDetailed.kind: return (try fresh(), .detailed(AlertDetailed(Particulars(place: "Malik"))))
        case AlertPrioritySet.kind:
            return (try fresh(), .prioritySet(AlertPrioritySet(priority: 1, reason: "near a delivery")))
        case AlertOffered.kind: return (try fresh(), .offered(AlertOffered(to: KindSampler.second)))
        case AlertTaken.kind: return (try fresh(), .taken(AlertTaken()))
        case AlertDeclined.kind:
            let name = try fresh()
            let offered = AlertEvent.offered(AlertOffered(to: KindSampler.second))
            try log.write(.existing(name), .alert(offered), by: officer, as: .dutyOfficer)
            return (name, .declined(AlertDeclined(reason: "busy")))
        case AlertFollowUpSet.kind: return (try fresh(), .followUpSet(AlertFollowUpSet(at: later, text: "ask again")))
        case AlertFollowUpDone.kind:
            let name = try fresh()
            let set = AlertEvent.followUpSet(AlertFollowUpSet(at: later, text: "ask again"))
            let saved = try log.write(.existing(name), .alert(set), by: officer, as: .dutyOfficer)
            return (name, .followUpDone(AlertFollowUpDone(entry: saved.index)))
        case LaboratoryReported.kind:
            return (try fresh(), .laboratory(LaboratoryReported(LaboratoryResult(substance: "heroin"))))
        case AlertCallTried.kind:
            return (try fresh(), .callTried(AlertCallTried(party: "UZB desk", outcome: .busy)))
        case MessageRepeated.kind:
            return (try fresh(), .repeated(MessageRepeated(partner: "UZB", file: "a.xml", raw: "00")))
        default: return nil
        }
    }

    /// What belongs together, and what is held.
    func linkSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (Proposal.Target, Event)? {
        if let held = try heldSample(kind, log, officer) { return held }
        guard LinkEvent.kinds.contains(where: { $0.name == kind }) else { return nil }
        let (name, other) = (try raise(log, officer).subject, try raise(log, officer).subject)
        func before(_ event: LinkEvent) throws {
            try log.write(.existing(name), .link(event), by: officer, as: .dutyOfficer)
        }
        switch kind {
        case SubjectLinked.kind:
            return (.existing(name), .link(.linked(SubjectLinked(to: other, why: "the same plate"))))
        case SubjectUnlinked.kind:
            try before(.linked(SubjectLinked(to: other, why: "the same plate")))
            return (.existing(name), .link(.unlinked(SubjectUnlinked(from: other, reason: "another plate"))))
        case SubjectJoined.kind:
            return (.existing(name), .link(.joined(SubjectJoined(into: other, why: "one seizure"))))
        case SubjectParted.kind:
            try before(.joined(SubjectJoined(into: other, why: "one seizure")))
            return (.existing(name), .link(.parted(SubjectParted(from: other, reason: "two seizures"))))
        default: return (.existing(name), .link(.toldApart(SubjectToldApart(from: other))))
        }
    }

    private func heldSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (Proposal.Target, Event)? {
        let held = Event.intake(.held(MessageHeld(partner: "UZB", file: "a.xml", reason: .malformed)))
        if kind == MessageHeld.kind { return (.new(.intake), held) }
        guard kind == HeldReleased.kind || kind == HeldDiscarded.kind else { return nil }
        let name = try log.writeByDesk(.new(.intake), held).subject
        return kind == HeldReleased.kind
            ? (.existing(name), .intake(.released(HeldReleased(note: "typed in"))))
            : (.existing(name), .intake(.discarded(HeldDiscarded(reason: "an advertisement"))))
    }
}
