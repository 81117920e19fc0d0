extension DeliveryOpened {
    package static let openness: [String: Openness] = [
        "goods": .goods, "method": .code(DeliveryMethod.self), "conveyance": .named(.vehicle), "initiator": .state,
    ]
}

extension LegPlanned {
    package static let openness: [String: Openness] = [
        "state": .state, "entry": .named(.place), "exit": .named(.place), "lead": .named(.person),
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
