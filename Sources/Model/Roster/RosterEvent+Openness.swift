extension TurnsPlanned {
    package static let openness: [String: Openness] = ["officer": .named(.person), "standby": .named(.person)]
}

extension TurnReplaced {
    package static let openness: [String: Openness] = ["officer": .named(.person), "standby": .named(.person)]
}
