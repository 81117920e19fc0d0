extension MessageHeld {
    package static let openness: [String: Openness] = [
        "partner": .named(.source), "reason": .code(HoldReason.self), "raw": .reference,
    ]
}

extension HeldReleased {
    package static let openness: [String: Openness] = ["to": .reference]
}
