/// What a Russian name may be called in the first case, when a text has it in another one: `Пянджа` is `Пяндж`.
enum RussianEndings {
    private static let endings: [(String, [String])] = [
        ("ского", ["ский", "ское", "ск"]), ("ском", ["ский", "ское"]), ("ого", ["ый", "ое"]), ("ом", ["", "о"]),
        ("ем", ["ь", "й", ""]), ("ой", ["а", "ая"]), ("ого", ["ый"]), ("ове", ["ов", "ово"]), ("еве", ["ев", "ево"]),
        ("ске", ["ск"]), ("ова", ["ов", "ово"]), ("а", ["", "о"]), ("у", ["", "а", "о"]), ("е", ["", "а", "о", "ь"]),
        ("и", ["ь", "а", "я", ""]), ("ы", ["а", ""]), ("я", ["ь", "й"]), ("ю", ["ь", "я", "й"]),
    ]

    /// What a district may be named after: `Ургутский` and `Urgutskiy` after `Ургут`, `Urgut`.
    static func seats(of words: [String]) -> [String] {
        guard let last = words.last else { return [] }
        let head = words.dropLast().map { $0 + " " }.joined()
        for ending in ["инский", "ский", "цкий", "inskiy", "skiy", "sky", "skij"] where last.hasSuffix(ending) {
            let stem = last.dropLast(ending.count)
            guard stem.count >= 3 else { continue }
            return ["", "а", "о", "ск", "a", "sk"].map { head + stem + $0 }
        }
        return []
    }

    /// Folded names in other forms, likeliest first; none where a word is too short or not Cyrillic.
    static func forms(of words: [String]) -> [String] {
        guard let last = words.last, last.count >= 5,
            last.unicodeScalars.allSatisfy({ (0x430...0x45F).contains($0.value) || $0 == " " })
        else { return [] }
        let head = words.dropLast().map { $0 + " " }.joined()
        var forms: [String] = []
        for (ending, firsts) in endings where last.hasSuffix(ending) {
            let stem = last.dropLast(ending.count)
            guard stem.count >= 4 else { continue }
            // Soft signs are not in folded names.
            for first in firsts { forms.append(head + stem + (first == "ь" ? "" : first)) }
        }
        return forms
    }
}
