/// The words of one language. What it does not have is shown in English, which is the message ids themselves.
package struct Catalogue: Sendable {
    package let language: Language
    package let convention: Convention
    /// Entries that were left out because they would show something wrong; see ``CatalogueProblem``.
    package let problems: [CatalogueProblem]

    private let rule: PluralRule
    /// The forms by key and context.
    private let forms: [String: [String]]

    private static let englishRule = PluralRule(.en)

    package static let english = Catalogue(language: .en, entries: [])

    package init(language: Language, entries: [PoEntry], header: [String: String] = [:]) {
        self.language = language
        convention = Convention(language, header: header)
        rule = PluralRule(language)
        var forms: [String: [String]] = [:]
        var problems: [CatalogueProblem] = []
        for entry in entries where entry.isComplete {
            if let problem = CatalogueProblem(entry, rule: rule) {
                problems.append(problem)
            } else {
                forms[entry.key] = entry.translations
            }
        }
        self.forms = forms
        self.problems = problems
    }

    package func text(_ message: Message) -> String {
        if message.isVerbatim { return message.key }
        let template = template(for: message)
        return Template.filled(template) { place in
            place <= message.arguments.count ? text(message.arguments[place - 1]) : nil
        }
    }

    /// Those of `keys` (message ids; with a context, ``PoEntry/key(id:context:)``) that would be shown in English.
    package func missing(from keys: some Sequence<String>) -> [String] {
        language == .en ? [] : keys.filter { forms[$0] == nil }
    }

    private func template(for message: Message) -> String {
        let forms = forms[PoEntry.key(id: message.key, context: message.context)]
        guard let plural = message.plural else { return forms?.first ?? message.key }
        if let forms, forms.count == rule.categories.count { return forms[rule.formIndex(plural.count)] }
        return Catalogue.englishRule.pluralCategory(plural.count) == .one ? message.key : plural.other
    }

    private func text(_ argument: Message.Argument) -> String {
        switch argument {
        case .text(let text): text
        case .number(let number): String(number)
        case .grouped(let number): convention.grouped(number)
        case .decimal(let exact): convention.decimal(exact)
        case .span(let span): convention.age(span, .wide)
        case .message(let message): text(message)
        }
    }
}

/// Why a translation cannot be used: it would lose a time or a number, or has no form for some number.
package struct CatalogueProblem: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The places of the translation are not those of the English text.
        case places(found: [Int], expected: [Int])
        /// The count of plural forms is not the language's.
        case forms(found: Int, expected: Int)
    }

    package let line: Int
    package let id: String
    package let kind: Kind

    /// Nil where nothing is wrong. A plural may leave out the number itself in any form, English or not.
    init?(_ entry: PoEntry, rule: PluralRule) {
        line = entry.line
        id = entry.id
        let wanted = entry.plural == nil ? 1 : rule.categories.count
        guard entry.translations.count == wanted else {
            kind = .forms(found: entry.translations.count, expected: wanted)
            return
        }
        let optional: Set<Int> = entry.plural == nil ? [] : [1]
        let expected = Template.placesUsed(in: entry.id).union(Template.placesUsed(in: entry.plural ?? ""))
        for translation in entry.translations {
            let found = Template.placesUsed(in: translation)
            if found.symmetricDifference(expected).isSubset(of: optional) { continue }
            kind = .places(found: found.sorted(), expected: expected.sorted())
            return
        }
        return nil
    }

    package var message: Message {
        switch kind {
        case .places(let found, let expected):
            "line \(line): “\(id)” has the places \(Self.list(expected)), its translation \(Self.list(found))"
        case .forms(let found, let expected):
            "line \(line): “\(id)” has \(found) forms, the language needs \(expected)"
        }
    }

    private static func list(_ places: [Int]) -> String {
        places.isEmpty ? "--" : places.map { "%\($0)" }.joined(separator: " ")
    }
}
