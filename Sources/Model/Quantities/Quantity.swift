/// An amount as it was typed, beside what it comes to in micrograms and by which rule.
///
/// Weights are bulk weights without purity correction (UNODC). What is not known stays not known: a blank is
/// not zero, and `--` means that there is no data.
package struct Quantity: Equatable, Sendable {
    /// How the computed value follows from what was typed.
    package enum Rule: String, CaseIterable, Sendable {
        /// The unit is a unit of mass.
        case mass
        /// 1 kg to the litre (UNODC bulk weight convention).
        case kilogramPerLitre = "kg_per_litre"
        /// A tablet counts as 90 to 300 mg (UNODC, by region and drug); both ends are kept.
        case tabletRange = "tablet_90_300_mg"
        /// There is no rule for this unit, or no amount.
        case none
    }

    /// What was weighed, and how. Nothing is converted from one into another.
    package enum Basis: String, CaseIterable, Sendable {
        /// As it was seized, without purity correction (UNODC returns).
        case bulk
        /// With everything around it, on the spot.
        case gross
        /// Unpacked, with what it is mixed with.
        case unpackedGross = "unpacked_gross"
        case net
        case estimated
        case weighed
        /// Net, by a laboratory.
        case laboratory
    }

    /// How the amount limits what was there.
    package enum Bound: String, CaseIterable, Sendable {
        case about
        /// "More than", "over", "at least".
        case atLeast = "at_least"
        /// "Up to", "less than", "at most".
        case atMost = "at_most"
        /// From `amount` to `amountHigh`.
        case between
    }

    /// What stands in the field for amounts.
    package enum Answer: Equatable, Sendable {
        /// Nothing was asked, or nothing was filled in.
        case notAsked
        /// `--`: asked, and not known (the convention of UNODC's questionnaires).
        case noData
        /// A number; zero is one.
        case amount(ExactDecimal)
        /// Something else.
        case unreadable
    }

    /// The number with a decimal point, or what stood in its place.
    package let amount: String
    package let unit: String
    /// The higher number where `bound` is `between`.
    package let amountHigh: String?
    package let bound: Bound?
    package let basis: Basis?
    /// The words that the basis was read from.
    package let basisTyped: String?
    /// The words that amount and unit were read from, where these are a reading: "5,065 кг", "3 kg and 250 grams".
    package let typed: String?
    package let rule: Rule
    /// Micrograms; the low end where the rule or the amount is a range.
    package let micrograms: Int64?
    /// The high end, only of a range.
    package let microgramsHigh: Int64?

    package init(
        amount: String, unit: String, amountHigh: String? = nil, bound: Bound? = nil, basis: Basis? = nil,
        basisTyped: String? = nil, typed: String? = nil
    ) {
        self.amount = amount
        self.unit = unit
        self.amountHigh = amountHigh
        self.bound = bound
        self.basis = basis
        self.basisTyped = basisTyped
        self.typed = typed
        let low = Quantity.weight(amount, unit)
        let high = amountHigh.flatMap { Quantity.weight($0, unit) }
        rule = low?.rule ?? .none
        micrograms = low?.micrograms
        microgramsHigh = high.map { $0.high ?? $0.micrograms } ?? low?.high
    }

    private struct Weight {
        let rule: Rule
        let micrograms: Int64?
        let high: Int64?
    }

    private static func weight(_ amount: String, _ unit: String) -> Weight? {
        guard let number = ExactDecimal(amount.trimmingBlanks), number.significand >= 0,
            let reading = QuantityUnit.reading(unit.trimmingBlanks), reading.unit.rule != .none
        else { return nil }
        let rule = reading.unit.rule
        guard rule == .tabletRange else {
            guard let low = number.rounded(timesTenTo: reading.unit.power + reading.power) else { return nil }
            return Weight(rule: rule, micrograms: low <= JSON.largestInteger ? low : nil, high: nil)
        }
        guard let millionths = number.rounded(timesTenTo: 6 + reading.power) else { return nil }
        // 90 and 300 mg are 90,000 and 300,000 micrograms.
        let (least, overflowLeast) = millionths.multipliedReportingOverflow(by: 90_000)
        let (most, overflowMost) = millionths.multipliedReportingOverflow(by: 300_000)
        return Weight(
            rule: rule, micrograms: overflowLeast ? nil : least / 1_000_000,
            high: overflowMost ? nil : most / 1_000_000)
    }

    /// What unit was meant; nil for a spelling that the table does not have.
    package var knownUnit: QuantityUnit.Reading? { QuantityUnit.reading(unit.trimmingBlanks) }

    package var answer: Answer {
        switch amount.trimmingBlanks {
        case "": .notAsked
        case "--": .noData
        case let text: ExactDecimal(text).map { .amount($0) } ?? .unreadable
        }
    }

    /// The weight is computed anew: an entry keeps what was typed, and every program says by which rule it counts.
    package init(reading body: BodyReader) throws(BodyFault) {
        self.init(
            amount: try body.text("amount"), unit: try body.text("unit"),
            amountHigh: try body.optionalText("amount_high"), bound: try body.optionalCode("bound", Bound.self),
            basis: try body.optionalCode("basis", Basis.self), basisTyped: try body.optionalText("basis_typed"),
            typed: try body.optionalText("typed"))
    }

    /// The computed value stands beside what was typed, so that a reader of the bare log has both.
    package func write(to body: inout BodyWriter) {
        body.text("amount", amount)
        body.text("unit", unit)
        body.text("amount_high", amountHigh)
        body.text("bound", bound?.rawValue)
        body.text("basis", basis?.rawValue)
        body.text("basis_typed", basisTyped)
        body.text("typed", typed)
        body.text("rule", rule.rawValue)
        body.integer("ug", micrograms)
        body.integer("ug_high", microgramsHigh)
    }

    /// As a member of another body.
    package var object: JSONObject {
        var writer = BodyWriter()
        write(to: &writer)
        return writer.object
    }
}

extension String {
    package var trimmingBlanks: String {
        let blanks: Set<Character> = [" ", "\t", "\u{A0}"]
        guard let start = firstIndex(where: { !blanks.contains($0) }),
            let end = lastIndex(where: { !blanks.contains($0) })
        else { return "" }
        return String(self[start...end])
    }
}
