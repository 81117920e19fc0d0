extension ShiftStarted {
    package static let openness: [String: Openness] = [
        "officer": .named(.person), "officer_id": .named(.person), "relief": .named(.person), "relieves": .reference,
    ]
}

extension ShiftOffered {
    package static let openness: [String: Openness] = [
        "to": .named(.person), "second_person": .named(.person), "severity": .code(HandoverSeverity.self),
        "usual": .code(HandoverSeverity.self), "risk": .code(HandoverRisk.codes), "subject": .reference,
        "exception": .code(ExceptionKind.self),
        "from": .state,
    ]
}

extension DecisionRecorded {
    package static let openness: [String: Openness] = ["decided_by": .named(.person), "about": .reference]
}

extension ShiftEnded {
    package static let openness: [String: Openness] = [
        "relieved_by": .named(.person), "asked": .named(.person), "second_person": .named(.person),
        "risk": .code(HandoverRisk.codes), "subject": .reference, "exception": .code(ExceptionKind.self),
        "from": .state,
    ]
}

extension PaperRowEntered {
    package static let openness: [String: Openness] = ["about": .reference, "who": .named(.person)]
}

extension HandoverItemSet {
    package static let openness: [String: Openness] = ["severity": .code(HandoverSeverity.self)]
}
