/// A unit in which seizures are reported. Its raw value is the code that files and programs use.
package enum QuantityUnit: String, CaseIterable, Sendable {
    case tonne = "t"
    case kilogram = "kg"
    case gram = "g"
    case milligram = "mg"
    case microgram = "ug"
    case litre = "l"
    case millilitre = "ml"
    case tablet
    case capsule
    case dose
    case blotter
    case ampoule
    case injection
    case syringe
    case bottle
    case plant
    case squareMetre = "m2"
    case hectare = "ha"
    case acre
    case unit
    /// A box of matches, as dealers measure; nobody can say what it weighs.
    case matchbox
    case parcel
    case package
    case bag
    case sack
    case briquette

    /// What can be added up with what.
    package enum Dimension: Hashable, Sendable {
        case mass
        case volume
        case area
        /// Things that are counted, each kind for itself.
        case count(QuantityUnit)
    }

    package var dimension: Dimension {
        switch self {
        case .tonne, .kilogram, .gram, .milligram, .microgram: .mass
        case .litre, .millilitre: .volume
        case .squareMetre, .hectare: .area
        default: .count(self)
        }
    }

    /// Things come in whole numbers.
    package var isCounted: Bool {
        if case .count = dimension { self != .acre && self != .dose } else { false }
    }

    /// How many of its dimension's smallest unit (µg, µl, m²) it is, as a power of ten; 0 for things.
    package var power: Int {
        switch self {
        case .tonne: 12
        case .kilogram, .litre: 9
        case .gram, .millilitre: 6
        case .milligram: 3
        case .hectare: 4
        default: 0
        }
    }

    package var rule: Quantity.Rule {
        switch dimension {
        case .mass: .mass
        case .volume: .kilogramPerLitre
        default: self == .tablet ? .tabletRange : .none
        }
    }

    /// A spelling, and by which power of ten it multiplies: "thousand of tablets" is tablets with 3.
    package struct Reading: Hashable, Sendable {
        package let unit: QuantityUnit
        package let power: Int
    }

    /// Reads any spelling of the table, in any script and case; nil for a word that is none.
    package static func reading(_ text: String) -> Reading? {
        if let reading = UnitSpellings.exact[text] { return reading }
        return UnitSpellings.reading(folded: UnitSpellings.key(text))
    }

    package init?(spelled text: String) {
        guard let reading = QuantityUnit.reading(text) else { return nil }
        self = reading.unit
    }
}
