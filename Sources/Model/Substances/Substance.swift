/// A substance of the registry: what it is called, what it belongs to, and under which treaty.
///
/// The registry helps to find and to sort; it is no copy of the lists of INCB and says nothing of any State's law.
package struct Substance: Equatable, Sendable {
    /// Stable and never reused; the key of other records.
    package let code: String
    package let group: Group
    package let control: Control
    /// CAS registry number, where it is sure.
    package let cas: String?
    /// Subheading of the Harmonized System, of precursors.
    package let hs: String?
    /// By language; the first one is the usual one.
    package let names: [TextLanguage: [String]]
    package let marks: Set<Mark>

    package enum Group: String, CaseIterable, Sendable {
        case opiate
        case syntheticOpioid = "synthetic_opioid"
        case cannabis
        case cocaine
        case stimulant
        case cathinone
        case syntheticCannabinoid = "synthetic_cannabinoid"
        case hallucinogen
        case dissociative
        case sedative
        case otherNew = "other_new"
        case precursor
        case other
    }

    /// What the treaties say, as of ``SubstanceRegistry/edition``.
    package enum Control: Hashable, Sendable {
        /// Single Convention of 1961, Schedule I to III; `alsoFour` where it stands in Schedule IV, too.
        case narcotic(schedule: Int, alsoFour: Bool)
        /// A plant or straw that the Single Convention controls without a schedule (articles 22 to 28).
        case plant1961
        /// Convention of 1971, Schedule I to IV.
        case psychotropic(schedule: Int)
        /// Convention of 1988, Table I or II.
        case precursor(table: Int)
        /// In none of their lists; a State may control it all the same.
        case notListed
        /// Not looked up: a class, a mixture, or a substance whose place nobody put down here.
        case notStated
    }

    package enum Mark: String, CaseIterable, Sendable {
        /// New psychoactive substance when it appeared, also where it is controlled by now.
        case new = "nps"
        /// A class rather than one substance.
        case generic = "any"
        /// On the list of Operation Substitution (Подмена).
        case substitution = "sub"
        /// Travels towards Afghanistan rather than from it.
        case towardsAfghanistan = "afg"
        /// Put down from memory; to be compared with the current list of INCB.
        case unverified = "med"
    }

    package var isPrecursor: Bool { group == .precursor }
    package var isOnSubstitutionList: Bool { marks.contains(.substitution) }
    package var isNew: Bool { marks.contains(.new) }
    package var isGeneric: Bool { marks.contains(.generic) }
    package var travelsTowardsAfghanistan: Bool { marks.contains(.towardsAfghanistan) }
    package var isUnverified: Bool { marks.contains(.unverified) }

    /// The usual name; the English one where the language has none.
    package func name(_ language: TextLanguage) -> String { names[language]?.first ?? names[.en]?.first ?? code }
}

extension Substance.Control {
    /// For programs: `1961-I+IV`, `1971-II`, `1988-I`, `not-listed`, `not-stated`.
    package var code: String {
        func roman(_ number: Int) -> String { ["I", "II", "III", "IV"][safe: number - 1] ?? String(number) }
        switch self {
        case .narcotic(let schedule, let alsoFour): return "1961-\(roman(schedule))\(alsoFour ? "+IV" : "")"
        case .plant1961: return "1961-plant"
        case .psychotropic(let schedule): return "1971-\(roman(schedule))"
        case .precursor(let table): return "1988-\(roman(table))"
        case .notListed: return "not-listed"
        case .notStated: return "not-stated"
        }
    }
}
