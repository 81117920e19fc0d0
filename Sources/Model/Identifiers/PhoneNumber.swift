/// Telephone numbers as ITU-T E.164 writes them, with an extension as RFC 3966 does.
enum PhoneNumber {
    struct Country: Sendable {
        let code: String
        let state: String
        /// Digits after the country code.
        let lengths: ClosedRange<Int>
    }

    /// The region, its neighbours, and where calls about it come from. +7 is told apart by the digit behind it.
    static let countries: [Country] = [
        Country(code: "7", state: "RUS", lengths: 10...10), Country(code: "994", state: "AZE", lengths: 9...9),
        Country(code: "996", state: "KGZ", lengths: 9...9), Country(code: "992", state: "TJK", lengths: 9...9),
        Country(code: "993", state: "TKM", lengths: 8...8), Country(code: "998", state: "UZB", lengths: 9...9),
        Country(code: "93", state: "AFG", lengths: 9...9), Country(code: "98", state: "IRN", lengths: 8...10),
        Country(code: "86", state: "CHN", lengths: 9...11), Country(code: "90", state: "TUR", lengths: 10...10),
        Country(code: "92", state: "PAK", lengths: 9...10), Country(code: "91", state: "IND", lengths: 10...10),
        Country(code: "971", state: "ARE", lengths: 8...9), Country(code: "976", state: "MNG", lengths: 8...8),
        Country(code: "995", state: "GEO", lengths: 9...9), Country(code: "374", state: "ARM", lengths: 8...8),
        Country(code: "375", state: "BLR", lengths: 9...9), Country(code: "380", state: "UKR", lengths: 9...9),
        Country(code: "373", state: "MDA", lengths: 8...8), Country(code: "371", state: "LVA", lengths: 8...8),
        Country(code: "370", state: "LTU", lengths: 8...8), Country(code: "372", state: "EST", lengths: 7...8),
        Country(code: "48", state: "POL", lengths: 9...9), Country(code: "49", state: "DEU", lengths: 6...11),
        Country(code: "31", state: "NLD", lengths: 9...9), Country(code: "32", state: "BEL", lengths: 8...9),
        Country(code: "33", state: "FRA", lengths: 9...9), Country(code: "39", state: "ITA", lengths: 6...11),
        Country(code: "34", state: "ESP", lengths: 9...9), Country(code: "44", state: "GBR", lengths: 9...10),
        Country(code: "43", state: "AUT", lengths: 7...12), Country(code: "41", state: "CHE", lengths: 9...9),
        Country(code: "420", state: "CZE", lengths: 9...9), Country(code: "358", state: "FIN", lengths: 6...11),
        Country(code: "964", state: "IRQ", lengths: 8...10), Country(code: "1", state: "USA", lengths: 10...10),
    ]

    static func country(_ digits: String) -> Country? { countries.first { digits.hasPrefix($0.code) } }

    /// Words that stand before the number of an extension; `доб.` is добавочный.
    private static let extensionMarks = ["доб", "ext", "вн.", "#", "x", "х"]

    static func read(_ typed: String, _ state: String?) -> Identifier.Reading {
        let (main, inner) = parted(typed)
        var reading = Identifier.Reading(normal: "")
        let form = TypedForm(main)
        var digits = String(decoding: form.digits, as: UTF8.self)
        if !form.isNumber { reading.remarks.append(.unusualForm) }
        let plusAsFirst =
            main.unicodeScalars.first { $0 != "(" && $0 != " " }.map { "+＋".unicodeScalars.contains($0) } ?? false
        if plusAsFirst {
            // As it ought to be.
        } else if digits.hasPrefix("00") {
            digits.removeFirst(2)
        } else if digits.hasPrefix("810"), digits.count > 11 {
            // Dialled from the Russian Federation, Kazakhstan and Turkmenistan to go abroad.
            digits.removeFirst(3)
        } else if digits.count == 11, digits.hasPrefix("8"), [nil, "RUS", "KAZ"].contains(state) {
            digits = "7" + digits.dropFirst()
            reading.remarks.append(.trunkPrefixRead)
        } else if let home = countries.first(where: { $0.state == state || $0.code == "7" && state == "KAZ" }),
            let national = national(digits, of: home)
        {
            digits = home.code + national
        } else if country(digits).map({ !$0.lengths.contains(digits.count - $0.code.count) }) ?? true
            || digits.hasPrefix("0")
        {
            reading.normal = digits + inner
            reading.remarks.append(.noCountryCode)
            return reading
        }
        reading.normal = "+" + digits + inner
        guard let country = country(digits) else {
            if !(7...15).contains(digits.count) { reading.remarks.append(.unusualForm) }
            return reading
        }
        if !country.lengths.contains(digits.count - country.code.count) { reading.remarks.append(.unusualForm) }
        let isKazakh = country.code == "7" && ["6", "7"].contains(digits.dropFirst().first)
        reading.states = [isKazakh ? "KAZ" : country.state]
        return reading
    }

    /// What is dialled within a country, without its trunk prefix; nil where it cannot be that.
    private static func national(_ digits: String, of country: Country) -> String? {
        if country.lengths.contains(digits.count) { return digits }
        guard digits.hasPrefix("0") || digits.hasPrefix("8"), country.lengths.contains(digits.count - 1) else {
            return nil
        }
        return String(digits.dropFirst())
    }

    /// The number and, as `;ext=…`, the extension behind it.
    private static func parted(_ typed: String) -> (main: String, inner: String) {
        let folded = Array(typed.lowercased())
        for mark in extensionMarks {
            let letters = Array(mark)
            guard folded.count > letters.count + 5 else { continue }
            for start in 5...(folded.count - letters.count)
            where folded[start..<(start + letters.count)].elementsEqual(letters) {
                let rest = String(folded[(start + letters.count)...])
                let digits = TypedForm(rest).digits
                guard (1...6).contains(digits.count) else { continue }
                return (String(typed.prefix(start)), ";ext=" + String(decoding: digits, as: UTF8.self))
            }
        }
        return (typed, "")
    }
}
