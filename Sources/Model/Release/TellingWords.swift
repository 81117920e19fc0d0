/// The words that would tell who told us, collected from everything that is written about a subject.
///
/// Words of general meaning and codes of States are none. A text names somebody where one of these words begins a word of it,
/// in any script's case and with accents or without; an inflected name is found, too.
package struct TellingWords: Sendable {
    private var phrases: Set<String> = []

    package init() {}

    /// Takes in who is named: a source, a party, an officer's id.
    package mutating func add(_ name: String) {
        var rest = name.trimmingBlanks[...]
        if let code = OpenWords.state(in: name) {
            if code == name.trimmingBlanks { return }
            rest = rest.dropFirst(code.count)
        }
        let words = TellingWords.words(String(rest))
        let telling = words.filter { $0.count >= 3 && !TellingWords.general.contains($0) }
        for word in telling where word.count >= 4 { phrases.insert(word) }
        if !telling.isEmpty, words.joined().count >= 3 { phrases.insert(words.joined(separator: " ")) }
    }

    package func areNamed(in text: String) -> Bool {
        guard !phrases.isEmpty else { return false }
        let padded = " " + TellingWords.words(text).joined(separator: " ")
        return phrases.contains { padded.contains(" " + $0) }
    }

    /// Folded words: runs of letters and digits.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var current = String.UnicodeScalarView()
        for scalar in SearchFolding.fold(text) {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                current.append(scalar)
            } else if !current.isEmpty {
                words.append(String(current))
                current = .init()
            }
        }
        if !current.isEmpty { words.append(String(current)) }
        return words
    }

    static func isGeneral(_ folded: String) -> Bool { general.contains(folded) }

    /// Words that name no one.
    private static let general: Set<String> = [
        "service", "services", "desk", "customs", "police", "border", "guard", "guards", "agency", "unit", "office",
        "liaison", "officer", "duty", "centre", "center", "ministry", "committee", "department", "state", "airport",
        "port", "post", "control", "drug", "drugs", "national", "central", "the", "and", "for", "with", "from",
        "служба", "стол", "таможня", "полиция", "граница", "пограничная", "агентство", "отдел", "офицер", "связи",
        "дежурный", "центр", "министерство", "комитет", "управление", "пост", "порт", "аэропорт", "контроль",
        "наркотиков", "caricc",
    ]
}
