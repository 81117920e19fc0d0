import Model
import Wording

/// What the registry says of a substance, as sentences.
package struct SubstanceWords {
    private let catalogue: Catalogue

    package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    private var language: TextLanguage { TextLanguage(rawValue: catalogue.language.rawValue) ?? .en }

    package func lines(of substance: Substance) -> [Message] {
        var lines: [Message] = ["\(substance.name(language)), \(substance.group.message): \(substance.code)"]
        for language in TextLanguage.allCases {
            if let names = substance.names[language] { lines.append(.verbatim("  \(names.joined(separator: "; "))")) }
        }
        lines.append(substance.control.message)
        let numbers = [substance.cas.map { "CAS \($0)" }, substance.hs.map { "HS \($0)" }].compactMap(\.self)
        if !numbers.isEmpty { lines.append(.verbatim(numbers.joined(separator: ", "))) }
        if substance.isGeneric { lines.append("This is a class; find out which substance of it was meant.") }
        if substance.isNew { lines.append("It is, or was when it appeared, a new psychoactive substance.") }
        if substance.isOnSubstitutionList { lines.append("Operation Substitution looks for it.") }
        if substance.travelsTowardsAfghanistan { lines.append("It travels towards Afghanistan.") }
        if substance.isUnverified {
            lines.append("Its table was put down from memory; compare it with the Red List of INCB.")
        }
        lines.append(
            "As of \(SubstanceRegistry.edition), from the schedules of the three conventions; no copy of INCB's lists, and no word on any State's law."
        )
        return lines
    }

    /// How the name was recognised; nil where it was simply a name.
    package func remark(on match: SubstanceFinder.Match, typed: String) -> Message? {
        switch match {
        case .known(_, .name), .known(_, .synonym), .known(_, .cas): nil
        case .known(let substance, .form): "“\(typed)” is read as \(substance.name(language))"
        case .known(let substance, .misspelt):
            "“\(typed)” is not in the registry; the nearest name is \(substance.name(language)). Confirm it."
        case .several(let found):
            "“\(typed)” names several: \(found.map { $0.name(language) }.joined(separator: ", "))"
        case .unknown(let name):
            "“\(name)” is not in the registry. It is taken as it is typed, and marked as unknown."
        }
    }
}

extension Substance.Group {
    package var message: Message {
        switch self {
        case .opiate: "opiate"
        case .syntheticOpioid: "synthetic opioid"
        case .cannabis: "cannabis product"
        case .cocaine: "coca product"
        case .stimulant: "stimulant"
        case .cathinone: "cathinone"
        case .syntheticCannabinoid: "synthetic cannabinoid"
        case .hallucinogen: "hallucinogen"
        case .dissociative: "dissociative"
        case .sedative: "sedative"
        case .otherNew: "new substance"
        case .precursor: "precursor"
        case .other: "other substance"
        }
    }
}

extension Substance.Control {
    package var message: Message {
        switch self {
        case .narcotic(let schedule, let alsoFour):
            alsoFour
                ? "1961 Convention, Schedules \(roman(schedule)) and IV"
                : "1961 Convention, Schedule \(roman(schedule))"
        case .plant1961: "1961 Convention, as a plant or straw, without a schedule"
        case .psychotropic(let schedule): "1971 Convention, Schedule \(roman(schedule))"
        case .precursor(let table): "1988 Convention, Table \(roman(table))"
        case .notListed: "In none of the lists of the conventions; a State may control it all the same"
        case .notStated: "Its place in the conventions is not put down here"
        }
    }

    private func roman(_ number: Int) -> String {
        let numbers = ["I", "II", "III", "IV"]
        return numbers.indices.contains(number - 1) ? numbers[number - 1] : String(number)
    }
}
