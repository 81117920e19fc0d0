import EventLog
import Model
import TestSupport

extension KindSampler {
    /// What fits a delivery that was just opened; what has to stand before it is written first.
    func deliveryEvent(_ kind: String, _ name: SubjectName, _ log: GovernedLog, _ officer: String) throws
        -> DeliveryEvent?
    {
        guard case .delivery(let event)? = EveryEvent.samples.first(where: { $0.event.kind == kind })?.event else {
            return nil
        }
        func before(_ kind: String) throws -> Saved? {
            guard let event = EveryEvent.samples.first(where: { $0.event.kind == kind })?.event else { return nil }
            return try log.write(.existing(name), event, by: officer, as: .dutyOfficer)
        }
        func exception() throws -> Int64 {
            _ = try before(LegPlanned.kind)
            return try before(ExceptionEntered.kind)?.index ?? 0
        }
        switch event {
        case .exceptionEntered, .stopReported: _ = try before(LegPlanned.kind)
        case .consentWithdrawn, .paperReceived: _ = try before(ConsentGiven.kind)
        case .requestAcknowledged(let body):
            // What goes out takes two.
            let sent = RequestSent(state: body.state, channel: "CENcomm", text: "passage")
            let proposal = try log.propose(
                .existing(name), .delivery(.requestSent(sent)), by: officer, as: .dutyOfficer)
            try log.approve(proposal, by: KindSampler.second, as: .supervisor)
        case .exceptionEnded:
            let entry = try exception()
            return .exceptionEnded(ExceptionEnded(entry: entry, text: "over"))
        case .interventionStepDone:
            let entry = try exception()
            return .interventionStepDone(InterventionStepDone(entry: entry, step: 1))
        case .partyTold:
            let entry = try exception()
            return .partyTold(PartyTold(entry: entry, party: "KAZ desk"))
        case .checklistItemDone: _ = try before(ChecklistAdopted.kind)
        case .doubtSettled:
            _ = try before(CustodyReleased.kind)
            let other = CustodyAccepted(party: "another service", place: "another post", seal: "TJ 009999")
            let entry = try log.write(
                .existing(name), .delivery(.accepted(other)), by: officer, as: .dutyOfficer)
            return .doubtSettled(DoubtSettled(entry: entry.index, from: "a post", text: "read wrongly"))
        case .exhibitWeighed, .exhibitResealed, .exhibitRecorded: _ = try before(ExhibitRegistered.kind)
        case .formalRequestAnswered: _ = try before(FormalRequestSent.kind)
        default: break
        }
        return event
    }
}
