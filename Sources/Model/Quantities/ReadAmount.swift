/// One amount as it was found in a text, with all that is known of it.
package struct ReadAmount: Equatable, Sendable {
    /// Where it stands, counted in characters of the text.
    package let place: Range<Int>
    /// The whole of it: "about 3 kg and 250 grams".
    package let typed: String
    /// The number as typed, and the unit as typed: "5,065" and "кг".
    package let amountTyped: String
    package let unitTyped: String
    package let value: ExactDecimal
    /// The high end of "1.5–2 kg".
    package let high: ExactDecimal?
    /// In what `value` counts; nil for a number without a unit.
    package let unit: QuantityUnit?
    package let bound: Quantity.Bound?
    package let basis: Quantity.Basis?
    package let basisTyped: String?
    /// That the number may be another one, and has to be asked.
    package let ambiguity: AmountAmbiguity?
    /// It says the amount before it again, in another unit: "388 tablets = 15.52 g".
    package let restates: Bool
    /// Of each of several: "10 packages of 500 g each". What there is in all, it does not say.
    package let isEach: Bool
    /// Where a name stands between the number and its unit: "388 methadone tablets". Part of `place`.
    package let inner: Range<Int>?
    /// Where the amount stands with the words that call it the sum of what follows or came before: "a total of 13.3 kg of
    /// drugs". Nil for what is no sum.
    package let total: Range<Int>?

    /// What belongs to the amount and to nothing else.
    package var places: [Range<Int>] {
        guard let inner else { return [place] }
        return [place.lowerBound..<inner.lowerBound, inner.upperBound..<place.upperBound]
    }

    /// It adds nothing to what the others say.
    package var isSaidTwice: Bool { restates || total != nil }

    /// As it is kept: machine-readable, and beside that the words it was read from.
    package var quantity: Quantity { quantity(of: value) }

    /// The same by the other reading; nil where there is only one.
    package var otherQuantity: Quantity? { ambiguity.map { quantity(of: $0.other) } }

    private func quantity(of value: ExactDecimal) -> Quantity {
        let amount = value.text
        // "полкило" is no unit.
        let isUnit = unit == nil || QuantityUnit(spelled: unitTyped) == unit
        let unit = isUnit ? unitTyped : unit?.rawValue ?? ""
        let plain = unit.isEmpty ? amount : "\(amount) \(unit)"
        return Quantity(
            amount: amount, unit: unit, amountHigh: high?.text, bound: bound, basis: basis,
            basisTyped: basisTyped, typed: plain == typed || inner != nil ? nil : typed)
    }
}

/// Numbers of a text that were not taken for amounts, and why.
package struct UnreadNumber: Equatable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        case noUnit = "no_unit"
        case year
        /// Marks that no number has, such as those of a date.
        case marks
        /// More digits than are kept exactly.
        case tooLong = "too_long"
    }

    package let place: Range<Int>
    package let typed: String
    package let reason: Reason
}
