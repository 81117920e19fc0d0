extension OnCallSet {
    /// Without the hash of the payload nobody can ask how to reach the person.
    package static let openness: [String: Openness] = [
        "person": .named(.person), "duty": .code(OnCallDuty.self), "state": .state,
    ]
}
