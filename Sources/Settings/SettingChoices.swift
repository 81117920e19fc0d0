import Wording

/// What names there are for the keys whose values depend on the machine; judges a value of any key.
package struct SettingChoices: Sendable {
    /// The themes at hand; nil where nobody looked, and any name passes.
    package var themes: [String]?
    package var languages: [String]

    package init(themes: [String]? = nil, languages: [String] = Language.shipped.map(\.rawValue)) {
        self.themes = themes
        self.languages = languages
    }

    /// What is wrong with a value for a key; nil where it can be used.
    package func problem(with value: SettingValue, for key: SettingKey) -> SettingsFault.Problem? {
        switch (key.kind, value) {
        case (.flag, .flag): nil
        case (.number(let range), .number(let number)): range.contains(number) ? nil : .outOfRange(range)
        case (.choice(let known), .word(let text)): unknown(text, among: known)
        case (.theme, .word(let text)): themes.flatMap { unknown(text, among: $0) }
        case (.language, .word(let text)): unknown(text, among: languages)
        case (.zone, .word(let text)): Zone.named(text) == nil ? unknown(text, among: Zone.all.map(\.name)) : nil
        case (.path, .word(let text)):
            text.hasPrefix("/") || text.hasPrefix("~/") ? nil : .notAbsolute(text)
        case (.text, .word(let text)): SettingChoices.isName(text) ? nil : .notAName
        case (.ranking(let known), .list(let items)): problem(with: items, among: known)
        case (.steps(let minutes, let known), .list(let items)): problem(with: items, minutes, known)
        default: .wrongType(key)
        }
    }

    private func problem(with items: [String], among known: [String]) -> SettingsFault.Problem? {
        var seen: Set<String> = []
        for item in items {
            if let problem = unknown(item, among: known) { return problem }
            guard seen.insert(item).inserted else { return .repeatedItem(item) }
        }
        return items.isEmpty ? .unknownValue("", nearest: nil, known: known) : nil
    }

    private func problem(
        with items: [String], _ minutes: ClosedRange<Int>, _ known: [String]
    ) -> SettingsFault.Problem? {
        var last: (minutes: Int, words: Set<String>) = (0, [])
        for item in items {
            guard let step = EscalationStep(item) else { return .notAStep(item) }
            guard minutes.contains(step.minutes) else { return .outOfRange(minutes) }
            if let problem = unknown(step.whom, among: known) { return problem }
            guard last.words.insert(step.whom).inserted else { return .repeatedItem(step.whom) }
            guard step.minutes > last.minutes else { return .notLater(item) }
            last.minutes = step.minutes
        }
        return nil
    }

    private func unknown(_ text: String, among known: [String]) -> SettingsFault.Problem? {
        guard !known.contains(text) else { return nil }
        return .unknownValue(text, nearest: Spelling.nearest(to: text, among: known), known: known)
    }

    private static func isName(_ text: String) -> Bool {
        (1...64).contains(text.count) && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
}
