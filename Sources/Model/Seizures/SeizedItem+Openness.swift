extension SeizedItem {
    /// For the kinds whose body holds items. Logos, packaging and notes are words about a case: they are hidden.
    package static let openness: [String: Openness] = [
        "item": .code(Kind.self), "item_name": .goods, "substance_code": .code(SubstanceRegistry.codes),
    ].merging(Quantity.openness) { own, _ in own }
}
