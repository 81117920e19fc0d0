extension Quantity {
    /// For the kinds whose body holds a quantity.
    static let openness: [String: Openness] = [
        "amount": .number, "unit": .code(Set(conversions.keys)),
        "rule": .code(["mass", "kg_per_litre", "tablet_90_300_mg", "none"]),
    ]
}
