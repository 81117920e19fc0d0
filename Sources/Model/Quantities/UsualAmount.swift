/// What one seizure of a group of substances usually comes to, so that a slip of the unit or the decimal mark is asked about.
///
/// "Usual" is the 90th percentile (nearest rank) of individual seizures: 37,229 rows of the UNODC returns of the seven
/// States and their neighbours, 2011 to 2015, rounded up to two digits. Nine of ten seizures are smaller. A
/// substance needs 200 rows of its own, a group 30; the others, cannabis among them, are measured by all rows.
package enum UsualAmount {
    /// Grams, with litres at one kilogram; a test counts them anew from the rows. By code, where a substance has enough.
    static let grams: [String: Int64] = [
        "2c-h": 2, "ab-pinaca": 1500, "alcohol": 200_000, "amphetamine": 1000, "cannabinoids": 1100, "cathinone": 11,
        "cocaine": 2900, "desomorphine": 230, "ghb": 1100, "heroin": 3100, "jwh-018": 1900, "jwh-073": 35,
        "jwh-122": 150, "jwh-167": 140, "mdpv": 890, "methadone": 700, "methamphetamine": 1100, "methcathinone": 300,
        "n-methylephedrone": 1100, "opium": 310_000, "poppy-straw": 5400, "precursors-other": 1_600_000,
    ]
    static let gramsOfGroups: [Substance.Group: Int64] = [
        .opiate: 12_000, .syntheticOpioid: 660, .cocaine: 2_900, .stimulant: 1_000, .cathinone: 830,
        .syntheticCannabinoid: 1_100, .hallucinogen: 9, .dissociative: 110, .sedative: 5_100, .precursor: 1_900_000,
        .other: 190_000,
    ]
    static let gramsOfAll: Int64 = 6_600
    static let tabletsOfGroups: [Substance.Group: Int64] = [.stimulant: 11_000, .sedative: 2_200, .other: 3_700]
    static let tabletsOfAll: Int64 = 3_700

    /// From how many times the usual amount somebody is asked.
    package static let factor: Int64 = 10
    /// The percentile that is called usual, and how many rows a group needs.
    static let percentile = 90
    static let leastRows = 30
    static let leastRowsOfSubstance = 200

    /// What a usual amount was counted over.
    package enum Scope: Equatable, Sendable {
        case substance
        case group
        /// All substances, because the group has too few rows, or the substance is not known.
        case all
    }

    package struct Prompt: Equatable, Sendable {
        /// The usual amount, in grams or in tablets.
        package let usual: Int64
        package let isTablets: Bool
        /// How many times that it is, rounded down.
        package let times: Int64
        /// It would be a usual amount in this unit: grams were typed as kilograms.
        package let perhaps: QuantityUnit?
        package let scope: Scope
    }

    /// Nil for a usual amount, and for one without a weight or a number.
    package static func prompt(for quantity: Quantity, of substance: Substance?) -> Prompt? {
        guard case .amount(let number) = quantity.answer, let reading = quantity.knownUnit else { return nil }
        if reading.unit == .tablet {
            let known = substance.flatMap { tabletsOfGroups[$0.group] }
            let usual = known ?? tabletsOfAll
            guard let count = number.rounded(timesTenTo: reading.power), count / factor >= usual else { return nil }
            return Prompt(
                usual: usual, isTablets: true, times: count / usual, perhaps: nil, scope: known == nil ? .all : .group)
        }
        guard let micrograms = quantity.micrograms else { return nil }
        let (usual, scope) = usualGrams(of: substance)
        guard micrograms / 1_000_000 / factor >= usual else { return nil }
        let smaller: QuantityUnit? =
            switch reading.unit {
            case .tonne: .kilogram
            case .kilogram: .gram
            case .litre: .millilitre
            default: nil
            }
        let isMixedUp = micrograms / 1_000_000_000 <= usual
        return Prompt(
            usual: usual, isTablets: false, times: micrograms / 1_000_000 / usual, perhaps: isMixedUp ? smaller : nil,
            scope: scope)
    }

    /// Of a thing that was seized: only what is a drug or a precursor is measured.
    package static func prompt(for item: SeizedItem) -> Prompt? {
        guard item.kind == .drug || item.kind == .precursor, let quantity = item.quantity else { return nil }
        let substance =
            item.substance.flatMap { SubstanceRegistry.substance(code: $0) }
            ?? item.name.flatMap { SubstanceFinder.find($0).substance }
        return prompt(for: quantity, of: substance)
    }

    private static func usualGrams(of substance: Substance?) -> (Int64, Scope) {
        guard let substance else { return (gramsOfAll, .all) }
        if let own = grams[substance.code] { return (own, .substance) }
        return gramsOfGroups[substance.group].map { ($0, .group) } ?? (gramsOfAll, .all)
    }
}
