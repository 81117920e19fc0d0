/// States of the region in the spelling of UNODC's returns, and their codes (ISO 3166-1 alpha-3).
package enum ReturnCountry {
    /// The code of a State as a return spells it, or as the code itself.
    package static func code(_ name: String) -> String? {
        let name = name.trimmingBlanks
        if names.contains(where: { $0.code == name }) { return name }
        return names.first { $0.spellings.contains(name) }?.code
    }

    /// As UNODC's returns spell it; the code itself where no spelling is known.
    package static func name(_ code: String) -> String { names.first { $0.code == code }?.spellings.first ?? code }

    private static let names: [(code: String, spellings: [String])] = [
        ("AFG", ["Afghanistan"]), ("ARM", ["Armenia"]), ("AZE", ["Azerbaijan"]), ("CHN", ["China"]),
        ("GEO", ["Georgia"]), ("IRN", ["Iran, Islamic Republic of", "Iran (Islamic Republic of)"]),
        ("KAZ", ["Kazakhstan"]), ("KGZ", ["Kyrgyzstan"]), ("MNG", ["Mongolia"]), ("PAK", ["Pakistan"]),
        ("RUS", ["Russian Federation"]), ("TJK", ["Tajikistan"]), ("TUR", ["Türkiye", "Turkey"]),
        ("TKM", ["Turkmenistan"]), ("UKR", ["Ukraine"]), ("UZB", ["Uzbekistan"]),
    ]
}
