extension ArrangementMade {
    package static let openness: [String: Openness] = [
        "type": .code(ArrangementType.self), "ordered_by": .named(.person),
    ]
}

extension ArrangementEnded {
    package static let openness: [String: Openness] = ["how": .code(["carried_out"])]
}
