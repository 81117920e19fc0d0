extension ActionProposed {
    /// The event within hides what its own kind hides.
    package static let openness: [String: Openness] = ["kind": .kind]
}

extension ActionApproved {
    package static let openness: [String: Openness] = [
        "proposal": .reference, "told_by": .named(.person), "number": .named(.phone),
    ]
}

extension CountersignatureAsked {
    package static let openness: [String: Openness] = ["of": .kind, "from": .named(.person)]
}

extension EntryCountersigned {
    package static let openness: [String: Openness] = ["leaf": .reference]
}
