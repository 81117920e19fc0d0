/// Bank accounts: IBAN (ISO 13616) where the State uses it, else the account numbers of the region, which carry no check
/// digit of their own (the Russian one needs the number of the bank).
enum BankAccount {
    /// Signs of an IBAN by its first two letters (IBAN registry).
    static let lengths: [String: Int] = [
        "AZ": 28, "KZ": 20, "TR": 26, "GE": 22, "AE": 23, "PK": 24, "BY": 28, "UA": 29, "MD": 24, "LV": 21, "LT": 20,
        "EE": 20, "PL": 28, "DE": 22, "NL": 18, "BE": 16, "FR": 27, "IT": 27, "ES": 24, "GB": 22, "AT": 20, "CH": 21,
        "CZ": 24, "SK": 24, "HU": 28, "RO": 24, "BG": 22, "GR": 27, "FI": 18, "SE": 24, "SA": 24, "QA": 29, "KW": 30,
        "IQ": 23, "IL": 23, "RU": 33, "MN": 20,
    ]

    static func read(_ typed: String, _ state: String?) -> Identifier.Reading {
        let form = TypedForm(typed)
        var reading = Identifier.Reading.free(form)
        if reading.normal.hasPrefix("IBAN") { reading.normal.removeFirst(4) }
        let bytes = Array(reading.normal.utf8)
        guard bytes.count > 4, bytes[..<2].allSatisfy(CheckDigits.isLetter) else {
            switch bytes.count {
            // Twenty digits in the Russian Federation, Tajikistan and Uzbekistan, sixteen in Kyrgyzstan, 23 in Turkmenistan.
            case 20 where form.isNumber: reading.states = ["RUS", "UZB", "TJK"]
            case 16 where form.isNumber: reading.states = ["KGZ"]
            case 23 where form.isNumber: reading.states = ["TKM"]
            default: reading.remarks.append(.unusualForm)
            }
            if let state, reading.states.contains(state) { reading.states = [state] }
            return reading
        }
        let country = String(decoding: bytes[..<2], as: UTF8.self)
        guard let length = lengths[country], bytes.count == length, let holds = CheckDigits.isIBAN(bytes) else {
            reading.remarks.append(.unusualForm)
            return reading
        }
        if !holds { reading.remarks.append(.wrongCheckSum) }
        if let state = StateCode.alpha3(country) { reading.states = [state] }
        return reading
    }
}
