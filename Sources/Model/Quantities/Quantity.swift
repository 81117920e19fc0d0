/// An amount as it was typed, beside what it comes to in micrograms and by which rule.
///
/// Weights are bulk weights without purity correction (UNODC). What is not known stays not known: a blank is
/// not zero, and `--` means that there is no data.
package struct Quantity: Equatable, Sendable {
    /// How the computed value follows from what was typed.
    package enum Rule: String, Sendable {
        /// The unit is a unit of mass.
        case mass
        /// 1 kg to the litre (UNODC bulk weight convention).
        case kilogramPerLitre = "kg_per_litre"
        /// A tablet counts as 90 to 300 mg (UNODC, by region and drug); both ends are kept.
        case tabletRange = "tablet_90_300_mg"
        /// There is no rule for this unit, or no amount.
        case none
    }

    package let amount: String
    package let unit: String
    package let rule: Rule
    /// Micrograms; the low end where the rule gives a range.
    package let micrograms: Int64?
    /// The high end, only where the rule gives a range.
    package let microgramsHigh: Int64?

    package init(amount: String, unit: String) {
        self.amount = amount
        self.unit = unit
        guard let number = ExactDecimal(amount.trimmingBlanks), number.significand >= 0,
            let conversion = Quantity.conversions[unit.trimmingBlanks.lowercased()],
            let low = number.rounded(timesTenTo: conversion.power)
        else {
            (rule, micrograms, microgramsHigh) = (.none, nil, nil)
            return
        }
        rule = conversion.rule
        guard conversion.rule == .tabletRange else {
            (micrograms, microgramsHigh) = (low <= JSON.largestInteger ? low : nil, nil)
            return
        }
        // `low` counts tablets in millionths; 90 and 300 mg are 90,000 and 300,000 micrograms.
        let (least, overflowLeast) = low.multipliedReportingOverflow(by: 90_000)
        let (most, overflowMost) = low.multipliedReportingOverflow(by: 300_000)
        micrograms = overflowLeast ? nil : least / 1_000_000
        microgramsHigh = overflowMost ? nil : most / 1_000_000
    }

    static let conversions: [String: (power: Int, rule: Rule)] = [
        "kilogram": (9, .mass), "kg": (9, .mass), "gram": (6, .mass), "g": (6, .mass), "ton": (12, .mass),
        "t": (12, .mass),
        "milligram": (3, .mass), "mg": (3, .mass),
        "litre": (9, .kilogramPerLitre), "l": (9, .kilogramPerLitre), "millilitre": (6, .kilogramPerLitre),
        "ml": (6, .kilogramPerLitre),
        "tablet": (6, .tabletRange), "pill": (6, .tabletRange), "thousand of tablets": (9, .tabletRange),
    ]

    package init(reading body: BodyReader) throws(BodyFault) {
        self.init(amount: try body.text("amount"), unit: try body.text("unit"))
    }

    /// The computed value stands beside what was typed, so that a reader of the bare log has both.
    package func write(to body: inout BodyWriter) {
        body.text("amount", amount)
        body.text("unit", unit)
        body.text("rule", rule.rawValue)
        body.integer("ug", micrograms)
        body.integer("ug_high", microgramsHigh)
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
