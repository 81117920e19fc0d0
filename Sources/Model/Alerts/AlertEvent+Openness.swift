extension AlertRaised {
    package static let openness: [String: Openness] = [
        "message": .code(MessageKind.self), "headline": .headline, "source": .state, "place": .named(.place),
        "substance": .goods, "near": .reference, "row": .reference, "payloads": .reference,
    ].merging(Quantity.openness) { own, _ in own }
        .merging(MessageHead.openness) { own, _ in own }
        .merging(Particulars.openness) { own, _ in own }
}

extension AlertClosed {
    package static let openness: [String: Openness] = ["disposition": .code(Disposition.self)]
}

extension MessageFiled {
    package static let openness: [String: Openness] = [
        "direction": .code(MessageDirection.self), "message": .code(MessageKind.self), "party": .state,
        "headline": .headline, "payloads": .reference,
    ].merging(MessageHead.openness) { own, _ in own }
        .merging(Particulars.openness) { own, _ in own }
}

extension AlertDetailed {
    package static let openness: [String: Openness] = ["source": .state, "payloads": .reference]
        .merging(Particulars.openness) { own, _ in own }
}

extension AlertOffered {
    package static let openness: [String: Openness] = ["to": .named(.person)]
}

extension AlertCallTried {
    package static let openness: [String: Openness] = ["party": .state, "outcome": .code(CallOutcome.self)]
}

extension MessageRepeated {
    package static let openness: [String: Openness] = ["partner": .named(.source), "raw": .reference]
}
