import Model
import Wording

/// Sentences about amounts. Numbers stand without marks between thousands: such a mark would repeat the doubt that a
/// sentence is about.
package struct QuantityWords {
    private let catalogue: Catalogue

    package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    // MARK: One amount

    /// What an amount is, what it weighs, and what has to be asked.
    package func lines(of amount: ReadAmount, substance: Substance? = nil) -> [Message] {
        let quantity = amount.quantity
        var lines: [Message] = ["“\(amount.typed)” is read as: \(meaning(of: amount))"]
        if let ambiguity = amount.ambiguity { lines.append(doubt(ambiguity, amount)) }
        lines.append(weight(of: quantity))
        if let basis = amount.basis { lines.append("Basis: \(basis.message)") }
        if amount.restates { lines.append("It says the amount before it once more, and is not added.") }
        if amount.total != nil { lines.append("It is the sum of the others, and is not added.") }
        if amount.isEach {
            lines.append("This is the amount of each of several; how much there is in all is not said.")
        }
        if let prompt = UsualAmount.prompt(for: quantity, of: substance) { lines.append(self.prompt(prompt)) }
        return lines
    }

    private func meaning(of amount: ReadAmount) -> Message {
        let value = measured(amount.value, amount.unit)
        if let high = amount.high { return "\(number(amount.value)) to \(measured(high, amount.unit))" }
        return switch amount.bound {
        case .about?: "approximately \(value)"
        case .atLeast?: "at least \(value)"
        case .atMost?: "at most \(value)"
        case .between?, nil: value
        }
    }

    private func doubt(_ ambiguity: AmountAmbiguity, _ amount: ReadAmount) -> Message {
        let other = measured(ambiguity.other, amount.unit)
        return switch (ambiguity.taken, ambiguity.reason) {
        case (.decimal, .language):
            "It may also be \(other). The mark was taken for a decimal mark, as this language writes it; ask which is meant."
        case (.thousands, .language):
            "It may also be \(other). The mark was taken to divide thousands, as this language writes it; ask which is meant."
        case (.decimal, .sameText):
            "It may also be \(other). The mark was taken for a decimal mark, as elsewhere in the text; ask which is meant."
        case (.thousands, .sameText):
            "It may also be \(other). The mark was taken to divide thousands, as elsewhere in the text; ask which is meant."
        }
    }

    /// The computed weight with its rule; that there is none, and why.
    package func weight(of quantity: Quantity) -> Message {
        guard let low = quantity.micrograms else {
            return quantity.unit.isEmpty
                ? "Weight: not computed, because no unit is said"
                : "Weight: not computed, because there is no rule for this unit"
        }
        guard let high = quantity.microgramsHigh else { return "Weight: \(weight(low)) (\(quantity.rule.message))" }
        return "Weight: \(weight(low)) to \(weight(high)) (\(quantity.rule.message))"
    }

    package func prompt(_ prompt: UsualAmount.Prompt) -> Message {
        let usual: Message =
            prompt.isTablets
            ? measured(ExactDecimal(prompt.usual), .tablet) : weight(prompt.usual.multipliedClamping(by: 1_000_000))
        guard let unit = prompt.perhaps else {
            return "It is \(prompt.times) times what is usual (\(usual)); check the number, the mark and the unit."
        }
        let meant = unit.message(for: ExactDecimal(5))
        return "It is \(prompt.times) times what is usual (\(usual)); check whether \(meant) was meant."
    }

    package func unread(_ number: UnreadNumber) -> Message {
        "Not taken for an amount: “\(number.typed)”, because \(number.reason.message)"
    }

    // MARK: Sums

    /// "In all: 13.13 kg, 2000 tablets (0.18 kg to 0.6 kg)", and what could not be added.
    package func lines(of total: QuantityTotal, typed: [String]) -> [Message] {
        var lines: [Message] = []
        if let first = total.lines.first {
            let sum = total.lines.dropFirst().reduce(part(first)) { sum, line -> Message in "\(sum), \(part(line))" }
            lines.append(total.bounds.isEmpty ? "In all: \(sum)" : "In all, as far as it is said exactly: \(sum)")
        }
        for left in total.unsummed {
            let words = typed.indices.contains(left.place) ? typed[left.place] : Convention.noData
            lines.append("Not added: “\(words)”, because \(reason(left.reason))")
        }
        return lines
    }

    package func comparison(_ comparison: TotalComparison) -> Message {
        switch comparison {
        case .agrees: "The printed total agrees with its parts."
        case .agreesByRule:
            "The printed total agrees with its parts only when tablets and litres are counted by their rules."
        case .differs(let difference, _) where difference > 0:
            "The printed total is \(weight(difference)) more than its parts."
        case .differs(let difference, _): "The printed total is \(weight(difference)) less than its parts."
        case .notComparable: "The printed total cannot be compared: it or its parts have no weight."
        }
    }

    private func part(_ line: QuantityTotal.Line) -> Message {
        let amount: Message
        switch line.dimension {
        case .mass: return range(line.micrograms ?? 0, line.microgramsHigh)
        case .volume: amount = measured(line.amount.timesTen(to: -9), .litre)
        case .area: amount = measured(line.amount, .squareMetre)
        case .count(let unit): amount = measured(line.amount, unit)
        }
        guard let low = line.micrograms else { return amount }
        return "\(amount) (\(range(low, line.microgramsHigh)))"
    }

    private func reason(_ reason: QuantityTotal.Unsummed.Reason) -> Message {
        switch reason {
        case .notAsked: "nothing is said"
        case .noData: "there is no data"
        case .unreadable: "it is no number"
        case .unknownUnit(let unit): unit.isEmpty ? "it has no unit" : "the unit “\(unit)” is not known"
        case .each: "it is the amount of each of several"
        case .tooLarge: "it has too many digits"
        }
    }

    // MARK: Numbers

    private func number(_ value: ExactDecimal) -> String { catalogue.convention.ungrouped(value.text) }

    private func measured(_ value: ExactDecimal, _ unit: QuantityUnit?) -> Message {
        guard let unit else { return "\(number(value.normalised))" }
        return "\(number(value.normalised)) \(unit.message(for: value))"
    }

    private func range(_ low: Int64, _ high: Int64?) -> Message {
        guard let high else { return weight(low) }
        return "\(weight(low)) to \(weight(high))"
    }

    /// From a kilogram on in kilograms, below in grams; every digit is kept.
    package func weight(_ micrograms: Int64) -> Message {
        let magnitude = Int64(clamping: micrograms.magnitude)
        let isKilograms = magnitude >= 1_000_000_000
        return measured(ExactDecimal(magnitude, scale: isKilograms ? 9 : 6), isKilograms ? .kilogram : .gram)
    }
}

extension Int64 {
    fileprivate func multipliedClamping(by factor: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}
