import EventLog
import Model
import TestSupport

/// Turns, people on call, standing orders, and what holds for a while.
extension KindSampler {
    /// The second officer takes the watch that nobody offered.
    func takeUnasked(_ watch: SubjectName, _ log: GovernedLog) throws -> SubjectName {
        let now = MachineMoment.now().wall
        var ids = EventIDSource()
        let officer = KindSampler.second
        let started = ShiftStarted(
            officer: officer, officerID: officer, until: now + .hours(12), relieves: watch, reason: "nobody answers")
        let proposals = [
            Proposal(
                .existing(watch), .shift(.ended(ShiftEnded(relievedBy: officer))), id: ids.next(at: now), actor: officer
            ),
            Proposal(.new(.shifts), .shift(.started(started)), id: ids.next(at: now), actor: officer),
        ]
        return try log.store.append(proposals, moment: .now(), signer: try log.signer(officer, as: .dutyOfficer))[1]
            .subject
    }

    func planSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (Proposal.Target, Event)? {
        try rosterSample(kind, log, officer) ?? listSample(kind, log, officer)
    }

    private func rosterSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (
        Proposal.Target, Event
    )? {
        guard RosterEvent.kinds.contains(where: { $0.name == kind }) else { return nil }
        let from = MachineMoment.now().wall + .hours(24)
        let pattern = RosterSet(turn: 720, begins: from, zone: "Almaty", offset: 300, rest: 720)
        if kind == RosterSet.kind { return (.new(.roster), .roster(.set(pattern))) }
        let name = try log.write(.new(.roster), .roster(.set(pattern)), by: officer, as: .supervisor).subject
        let turns = [
            PlannedTurn(from: from, until: from + .hours(12), officer: "Orazov"),
            PlannedTurn(from: from + .hours(12), until: from + .hours(24), officer: "Umarov"),
        ]
        let planned = RosterEvent.planned(TurnsPlanned(turns: turns))
        if kind == TurnsPlanned.kind { return (.existing(name), .roster(planned)) }
        try log.write(.existing(name), .roster(planned), by: officer, as: .supervisor)
        let event: RosterEvent =
            switch kind {
            case TurnReplaced.kind: .replaced(TurnReplaced(turn: from, officer: "Karimova", reason: "ill"))
            case TurnsSwapped.kind: .swapped(TurnsSwapped(turn: from, with: from + .hours(12), reason: "asked"))
            default: .cancelled(TurnCancelled(turn: from, reason: "a holiday"))
            }
        return (.existing(name), .roster(event))
    }

    private func listSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (Proposal.Target, Event)? {
        let now = MachineMoment.now().wall
        func begun(_ area: Area, _ event: Event) throws -> SubjectName {
            let role: OfficerRole = area == .arrangements ? .dutyOfficer : .supervisor
            // Who issues an order has read it.
            let author = area == .orders ? KindSampler.second : officer
            return try log.write(.new(area), event, by: author, as: role).subject
        }
        let onCall = Event.onCall(.set(OnCallSet(person: "Ermekov", duty: .leader, from: now, wakeFor: 1)))
        let order = Event.order(.issued(StandingOrderIssued(title: "Calls", text: "Call back first", from: now)))
        let made = Event.arrangement(
            .made(
                ArrangementMade(type: .channelDown, text: "mail by hand", orderedBy: "Ermekov", until: now + .hours(1)))
        )
        let entry = Event.directory(
            .entrySet(
                DirectoryEntrySet(
                    DirectoryEntry(DirectoryKey(unchecked: .crossing, "UZB", "TKM", tail: "1"), [.name: "a post"]))))
        switch kind {
        case DirectoryEntrySet.kind: return (.new(.directory), entry)
        case DirectoryEntryVerified.kind:
            let verified = DirectoryEntryVerified(by: "Orazov", when: now)
            return (.existing(try begun(.directory, entry)), .directory(.verified(verified)))
        case DirectoryEntryRetired.kind:
            return (
                .existing(try begun(.directory, entry)), .directory(.retired(DirectoryEntryRetired(reason: "moved")))
            )
        case DirectoryStandingReported.kind:
            let report = DirectoryStandingReported(.closed, since: now, party: "UZB")
            return (.existing(try begun(.directory, entry)), .directory(.standing(report)))
        case OnCallSet.kind: return (.new(.onCall), onCall)
        case OnCallEnded.kind: return (.existing(try begun(.onCall, onCall)), .onCall(.ended(OnCallEnded())))
        case StandingOrderIssued.kind: return (.new(.orders), order)
        case StandingOrderRead.kind: return (.existing(try begun(.orders, order)), .order(.read(StandingOrderRead())))
        case StandingOrderEnded.kind:
            return (.existing(try begun(.orders, order)), .order(.ended(StandingOrderEnded(reason: "over"))))
        case ArrangementMade.kind: return (.new(.arrangements), made)
        case ArrangementExtended.kind:
            let extended = ArrangementExtended(until: now + .hours(2), reason: "not yet")
            return (.existing(try begun(.arrangements, made)), .arrangement(.extended(extended)))
        case ArrangementEnded.kind:
            let ended = ArrangementEnded(isCarriedOut: true, note: "the line is back")
            return (.existing(try begun(.arrangements, made)), .arrangement(.ended(ended)))
        default: return nil
        }
    }
}
