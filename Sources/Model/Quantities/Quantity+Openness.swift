extension Quantity {
    /// For the kinds whose body holds a quantity.
    static let openness: [String: Openness] = [
        "amount": .number, "amount_high": .number, "unit": .code(UnitSpellings.open), "rule": .code(Rule.self),
        "bound": .code(Bound.self), "basis": .code(Basis.self),
    ]
}
