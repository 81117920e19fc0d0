extension SeizureReported {
    /// A return names countries in words; what is no code is a pseudonym like any other place.
    package static let openness: [String: Openness] = [
        "source": .named(.source), "region": .named(.place), "subregion": .named(.place), "country": .named(.place),
        "division": .named(.place), "place": .named(.place), "drug": .goods, "transport": .named(.vehicle),
        "producing": .named(.place), "departure": .named(.place), "destination": .named(.place),
        "duplicate_of": .reference,
    ].merging(Quantity.openness) { own, _ in own }
}
