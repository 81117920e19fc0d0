/// The form of a noun that a whole number asks for, named as in the Unicode CLDR.
package enum PluralCategory: Hashable, Sendable {
    case one, few, many, other
}

/// How a language chooses among its plural forms, for whole numbers (Unicode CLDR, plural rules, cardinal).
package struct PluralRule: Sendable {
    /// The categories in the order of `msgstr[0]`, `msgstr[1]` …
    package let categories: [PluralCategory]
    private let choose: @Sendable (Int) -> PluralCategory

    /// Unknown languages count as English does.
    package init(_ language: Language) { self = PluralRule.table[language.rawValue] ?? .singularAndPlural }

    private init(categories: [PluralCategory], choose: @escaping @Sendable (Int) -> PluralCategory) {
        self.categories = categories
        self.choose = choose
    }

    package func pluralCategory(_ number: Int) -> PluralCategory { choose(number) }

    /// Which `msgstr[n]` the number takes.
    package func formIndex(_ number: Int) -> Int { categories.firstIndex(of: choose(number)) ?? 0 }

    private static let singularAndPlural = PluralRule(categories: [.one, .other]) { $0.magnitude == 1 ? .one : .other }

    private static let noForms = PluralRule(categories: [.other]) { _ in .other }

    private static let eastSlavic = PluralRule(categories: [.one, .few, .many]) { number in
        let tail = number.magnitude % 100
        if (11...14).contains(tail) { return .many }
        switch tail % 10 {
        case 1: return .one
        case 2...4: return .few
        default: return .many
        }
    }

    /// Tajik has no entry in the CLDR; its catalogues elsewhere use singular and plural.
    private static let table: [String: PluralRule] = [
        "en": singularAndPlural, "ru": eastSlavic, "zh": noForms, "kk": singularAndPlural, "ky": singularAndPlural,
        "tg": singularAndPlural, "uz": singularAndPlural, "tk": singularAndPlural, "az": singularAndPlural,
    ]
}
