extension SubjectLinked {
    package static let openness: [String: Openness] = ["to": .reference]
}

extension SubjectUnlinked {
    package static let openness: [String: Openness] = ["from": .reference]
}

extension SubjectJoined {
    package static let openness: [String: Openness] = ["into": .reference]
}

extension SubjectParted {
    package static let openness: [String: Openness] = ["from": .reference]
}

extension SubjectToldApart {
    package static let openness: [String: Openness] = ["from": .reference]
}
