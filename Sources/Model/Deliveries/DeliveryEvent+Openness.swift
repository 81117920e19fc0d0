extension DeliveryOpened {
    package static let openness: [String: Openness] = [
        "goods": .goods, "method": .code(DeliveryMethod.self), "conveyance": .named(.vehicle), "initiator": .state,
    ]
}

extension LegPlanned {
    package static let openness: [String: Openness] = [
        "state": .state, "entry": .named(.place), "exit": .named(.place), "lead": .named(.person),
        "method": .code(DeliveryMethod.self),
    ]
}

extension ReportReceived {
    package static let openness: [String: Openness] = ["from": .state, "place": .named(.place)]
}

extension DeliveryEnded {
    package static let openness: [String: Openness] = [
        "outcome": .code(DeliveryOutcome.self), "place": .named(.place),
    ]
}

extension RequestAcknowledged {
    package static let openness: [String: Openness] = ["state": .state, "acknowledged_by": .state]
}

extension ConsentGiven {
    package static let openness: [String: Openness] = [
        "state": .state, "form": .code(ConsentForm.self), "entry": .named(.place), "exit": .named(.place),
        "method": .code(DeliveryMethod.self), "authority": .state, "number": .named(.document),
        "replaces_number": .named(.document),
    ]
}

extension ConsentRefused {
    package static let openness: [String: Openness] = [
        "state": .state, "authority": .state, "number": .named(.document),
    ]
}

extension ConsentWithdrawn {
    package static let openness: [String: Openness] = [
        "state": .state, "authority": .state, "number": .named(.document),
    ]
}

extension ConsentPaperReceived {
    package static let openness: [String: Openness] = [
        "state": .state, "number": .named(.document), "raw": .reference,
    ]
}

extension PlanAgreed {
    package static let openness: [String: Openness] = ["states": .state]
}

extension StartDecided {
    package static let openness: [String: Openness] = ["decided_by": .state, "number": .named(.document)]
}

extension StartAnnounced {
    package static let openness: [String: Openness] = ["states": .state]
}

extension DeliveryPrepared {
    package static let openness: [String: Openness] = [
        "prepared_by": .state, "place": .named(.place), "method": .code(DeliveryMethod.self), "seal": .named(.document),
    ]
}

extension CustodyReleased {
    package static let openness: [String: Openness] = [
        "party": .state, "place": .named(.place), "seal": .named(.document), "officer": .named(.person),
    ]
}

extension CustodyAccepted {
    package static let openness: [String: Openness] = CustodyReleased.openness
}

extension EyesOn {
    package static let openness: [String: Openness] = ["party": .state, "place": .named(.place)]
}

extension EyesLost {
    package static let openness: [String: Openness] = ["party": .state]
}

extension ExceptionEntered {
    package static let openness: [String: Openness] = ["exception": .code(ExceptionKind.self), "from": .state]
}

extension InterventionAgreed {
    package static let openness: [String: Openness] = [
        "situation": .code(ExceptionKind.self), "decides": .state, "tell": .state,
    ]
}

extension DeliveryCallTried {
    package static let openness: [String: Openness] = ["party": .state, "outcome": .code(CallOutcome.self)]
}

extension ExhibitRegistered {
    package static let openness: [String: Openness] = [
        "exhibit": .named(.document), "state": .state, "place": .named(.place), "seal": .named(.document),
        "payloads": .reference,
    ].merging(SeizedItem.openness) { own, _ in own }
}

extension ExhibitWeighed {
    package static let openness: [String: Openness] = [
        "exhibit": .named(.document), "weighing": .code(Weighing.self), "weighed_by": .named(.source),
    ].merging(Quantity.openness) { own, _ in own }
}

extension ExhibitResealed {
    package static let openness: [String: Openness] = [
        "exhibit": .named(.document), "old_seal": .named(.document), "new_seal": .named(.document),
    ]
}

extension ExhibitRecorded {
    package static let openness: [String: Openness] = [
        "exhibit": .named(.document), "sort": .code(ExhibitRecorded.Sort.self), "reference": .named(.document),
        "raw": .reference,
    ]
}

extension FormalRequestSent {
    package static let openness: [String: Openness] = [
        "matter": .code(FormalMatter.self), "from_state": .state, "to_state": .state, "number": .named(.document),
    ]
}

extension FormalRequestAnswered {
    package static let openness: [String: Openness] = ["number": .named(.document)]
}

extension StopReported {
    package static let openness: [String: Openness] = ["from": .state]
}

extension PartyTold {
    package static let openness: [String: Openness] = ["party": .state]
}

extension DeliveryDecided {
    package static let openness: [String: Openness] = ["decided_by": .state]
}

extension DoubtSettled {
    package static let openness: [String: Openness] = ["from": .state]
}

extension InvestigationNoted {
    package static let openness: [String: Openness] = [
        "sort": .code(InvestigationNoted.Sort.self), "state": .state, "authority": .state, "number": .named(.document),
    ]
}

extension DeliveryDetailed {
    package static let openness: [String: Openness] = ["source": .state, "payloads": .reference]
        .merging(Particulars.openness) { own, _ in own }
}

extension ChecklistAdopted {
    package static let openness: [String: Openness] = ["procedure": .named(.document)]
}

extension ChecklistItemDone {
    package static let openness: [String: Openness] = ["procedure": .named(.document)]
}
