extension AlertRaised {
    package static let openness: [String: Openness] = [
        "message": .code(MessageKind.self), "headline": .headline, "source": .state, "place": .named(.place),
        "substance": .goods, "near": .reference, "payloads": .reference,
    ].merging(Quantity.openness) { own, _ in own }
}

extension AlertClosed {
    package static let openness: [String: Openness] = ["disposition": .code(Disposition.self)]
}
