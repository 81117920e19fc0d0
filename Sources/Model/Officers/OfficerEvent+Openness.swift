// Keys are told apart by pseudonyms: the name of a key is the name of its holder.

extension OfficerEnrolled {
    package static let openness: [String: Openness] = [
        "officer": .named(.person), "name": .named(.person), "person": .named(.document), "key": .named(.document),
        "roles": .code(OfficerRole.self),
    ]
}

extension OfficerRolesChanged {
    package static let openness: [String: Openness] = ["roles": .code(OfficerRole.self)]
}

extension OfficerKeyReplaced {
    package static let openness: [String: Openness] = ["key": .named(.document)]
}

extension OfficerKeyRevoked {
    package static let openness: [String: Openness] = ["key": .named(.document)]
}

extension OfficerKeyEnrolled {
    package static let openness: [String: Openness] = ["key": .named(.document)]
}

extension OfficerSignedOn {
    package static let openness: [String: Openness] = ["console": .named(.place), "key_file": .code(["copy"])]
}

extension OfficerSignedOff {
    package static let openness: [String: Openness] = ["console": .named(.place), "cause": .code(Cause.self)]
}

extension SignOnFailed {
    package static let openness: [String: Openness] = ["console": .named(.place)]
}

extension BreakGlassOpened {
    package static let openness: [String: Openness] = ["role": .code(OfficerRole.self)]
}

extension RecordConsulted {
    package static let openness: [String: Openness] = [
        "record": .reference, "code": .code(HandlingCode.self), "action": .code(HandlingAction.self),
    ]
}

extension RulesSet {
    package static let openness: [String: Openness] = [
        "kind": .kind, "mode": .code(ActionRule.Mode.self), "approvers": .code(OfficerRole.self),
        "telephone": .code(["yes", "no"]),
    ]
}
