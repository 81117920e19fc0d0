/// ISO 3166-1 codes of the States that numbers from the region name.
package enum StateCode {
    /// The three-letter code of a two-letter one; nil for States that are not in the table.
    package static func alpha3(_ alpha2: String) -> String? { table[alpha2] }

    /// Whether such a code is in use for a State, or for a place with customs of its own.
    package static func isKnown(_ alpha3: String) -> Bool { all.contains(alpha3) }

    private static let all = Set(
        """
        AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA
        BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE
        DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM
        GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT
        KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO
        MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PSE PAN PNG PRY PER
        PHL POL PRT QAT ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM
        ZAF SSD ESP LKA SDN SUR SWE CHE SYR TWN TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR
        ARE GBR USA URY UZB VUT VAT VEN VNM YEM ZMB ZWE HKG MAC GRL GIB XKX
        """.split(whereSeparator: \.isWhitespace).map(String.init))

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
