/// A State by its ISO 3166-1 alpha-3 code, from a code or from its name as returns and messages write it.
package enum StateKey {
    /// Nil for what is no State of the region and no three-letter code.
    package static func code(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        if let known = names[text] { return known }
        if text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return text }
        if text.utf8.count == 2 { return StateCode.alpha3(text) }
        return names[text.trimmingBlanks]
    }

    /// Whether it is the code of a State that messages here come from.
    package static func isKnown(_ code: String) -> Bool { codes.contains(code) }

    /// All of them, in the order of the alphabet.
    package static let all = codes.sorted()

    private static let codes = Set(names.values)

    private static let names: [String: String] = [
        "Afghanistan": "AFG", "Armenia": "ARM", "Azerbaijan": "AZE", "China": "CHN", "Georgia": "GEO", "Iran": "IRN",
        "Iran, Islamic Republic of": "IRN", "Iran (Islamic Republic of)": "IRN", "Kazakhstan": "KAZ",
        "Kyrgyzstan": "KGZ", "Mongolia": "MNG", "Pakistan": "PAK", "Russian Federation": "RUS", "Russia": "RUS",
        "Tajikistan": "TJK", "Türkiye": "TUR", "Turkey": "TUR", "Turkmenistan": "TKM", "Ukraine": "UKR",
        "Uzbekistan": "UZB", "Азербайджан": "AZE", "Казахстан": "KAZ", "Киргизия": "KGZ", "Кыргызстан": "KGZ",
        "Россия": "RUS", "Российская Федерация": "RUS", "Таджикистан": "TJK", "Туркменистан": "TKM",
        "Узбекистан": "UZB", "Афганистан": "AFG", "Иран": "IRN", "Китай": "CHN",
    ]
}
