/// ISO 3166-1 codes of the States that numbers from the region name.
package enum StateCode {
    /// The three-letter code of a two-letter one; nil for States that are not in the table.
    package static func alpha3(_ alpha2: String) -> String? { table[alpha2] }

    private static let table: [String: String] = [
        "AZ": "AZE", "KZ": "KAZ", "KG": "KGZ", "RU": "RUS", "TJ": "TJK", "TM": "TKM", "UZ": "UZB", "AF": "AFG",
        "IR": "IRN", "CN": "CHN", "TR": "TUR", "PK": "PAK", "IN": "IND", "MN": "MNG", "GE": "GEO", "AM": "ARM",
        "BY": "BLR", "UA": "UKR", "MD": "MDA", "LV": "LVA", "LT": "LTU", "EE": "EST", "PL": "POL", "DE": "DEU",
        "NL": "NLD", "BE": "BEL", "FR": "FRA", "IT": "ITA", "ES": "ESP", "GB": "GBR", "AT": "AUT", "CH": "CHE",
        "CZ": "CZE", "SK": "SVK", "HU": "HUN", "RO": "ROU", "BG": "BGR", "GR": "GRC", "FI": "FIN", "SE": "SWE",
        "AE": "ARE", "SA": "SAU", "QA": "QAT", "KW": "KWT", "IQ": "IRQ", "IL": "ISR", "HK": "HKG", "SG": "SGP",
        "MY": "MYS", "TH": "THA", "VN": "VNM", "KR": "KOR", "JP": "JPN", "US": "USA", "CA": "CAN",
    ]
}
