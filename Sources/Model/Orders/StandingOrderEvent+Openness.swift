extension StandingOrderIssued {
    package static let openness: [String: Openness] = ["replaces": .reference]
}
