/// Words that say nothing about anybody: substances, units and States. Only what stands here is shown of a free text.
package enum OpenWords {
    /// The substances and amounts of a text, in its own words and order; empty when there are none.
    package static func goods(in text: String) -> String {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," && $0 != "-" }
            .map { $0.trimmingSuffix { ".,-".contains($0) } }
        var found: [String] = []
        for (place, word) in words.enumerated() {
            if let name = substance(word) { found.append(name) }
            // What is longer is no amount but a number of somebody.
            guard place + 1 < words.count, isNumber(word), word.count <= 7,
                units.contains(words[place + 1].lowercased())
            else { continue }
            found.append("\(word) \(words[place + 1])")
        }
        if found.isEmpty { found = unspaced(text) }
        var once: [String] = []
        for word in found where !once.contains(word) { once.append(word) }
        return once.joined(separator: " ")
    }

    /// The code of a State that a text is, or begins with, or the name of a service; nil for any other source.
    package static func state(in text: String) -> String? {
        if services.contains(text.trimmingBlanks) { return text.trimmingBlanks }
        let code = text.trimmingBlanks.prefix { $0.isLetter || $0.isNumber }
        return states.contains(String(code)) ? String(code) : nil
    }

    /// Whether a party is the Centre itself, and no State beside it.
    static func isTheCentre(_ party: String) -> Bool {
        let words = party.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.contains(where: { states.contains($0.uppercased()) }) { return false }
        return words.contains { centre.contains($0) }
    }

    private static let centre: Set<String> = [
        "caricc", "царикц", "centre", "center", "центр", "центра", "центром", "中心", "信息协调中心",
    ]

    package static func isNumber(_ text: some StringProtocol) -> Bool {
        text.utf8.count <= 12 && text.first?.isASCII == true && text.first?.isNumber == true
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
    }

    /// The word of the list that a word is a form of: its stem stands at the beginning, and at most three letters follow.
    private static func substance(_ word: Substring) -> String? {
        let word = word.lowercased()
        return substances.contains { word.hasPrefix($0) && word.count - $0.count <= 3 } ? word : nil
    }

    /// Scripts without blanks: the words of the list that occur.
    private static func unspaced(_ text: String) -> [String] { unspacedSubstances.filter { text.contains($0) } }

    private static let substances: [String] = [
        "heroin", "opium", "hashish", "cannabis", "marijuana", "cocaine", "methamphetamine", "amphetamine", "mdma",
        "ecstasy", "mephedrone", "cathinone", "alpha-pvp", "fentanyl", "captagon", "tramadol", "pregabalin",
        "methadone", "ketamine", "morphine", "codeine", "precursor",
        "героин", "опи", "гашиш", "каннабис", "марихуан", "кокаин", "метамфетамин", "амфетамин", "мдма", "экстази",
        "мефедрон", "катинон", "фентанил", "каптагон", "трамадол", "прегабалин", "метадон", "кетамин", "морфин",
        "кодеин", "прекурсор",
    ]

    private static let unspacedSubstances = [
        "海洛因", "鸦片", "大麻", "可卡因", "甲基苯丙胺", "冰毒", "苯丙胺", "摇头丸", "卡西酮", "芬太尼", "氯胺酮", "吗啡", "可待因",
    ]

    private static let units: Set<String> = [
        "kg", "g", "mg", "t", "l", "ml", "kilogram", "gram", "milligram", "ton", "tons", "litre", "litres",
        "millilitre",
        "tablet", "tablets", "pill", "pills", "кг", "г", "мг", "т", "л", "мл", "таблеток", "таблетки", "таблетка",
    ]

    /// Offices and networks that messages come from, and devices.
    private static let services: Set<String> = [
        "CARICC", "CENcomm", "ContainerComm", "INTERPOL", "Europol", "SELEC", "UNODC", "INCB", "WCO", "RILO", "PICS",
        "PEN Online", "GCIC", "JPC", "CSTO", "tracker", "маяк",
    ]

    /// The seven States of the Centre, their neighbours, and where goods and requests come from (ISO 3166-1 alpha-3).
    private static let states: Set<String> = [
        "AZE", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UZB", "AFG", "IRN", "PAK", "CHN", "IND", "MNG", "ARM", "GEO", "TUR",
        "IRQ", "SYR", "ARE", "SAU", "BLR", "UKR", "MDA", "LVA", "LTU", "EST", "POL", "DEU", "NLD", "BEL", "FRA", "ITA",
        "ESP", "PRT", "GBR", "IRL", "AUT", "CHE", "CZE", "SVK", "HUN", "ROU", "BGR", "SRB", "HRV", "SVN", "GRC", "ALB",
        "MKD", "BIH", "MNE", "FIN", "SWE", "NOR", "DNK", "USA", "CAN", "MEX", "COL", "BRA", "JPN", "KOR", "THA", "VNM",
        "MMR", "LAO", "MYS", "SGP", "IDN", "ISR", "JOR", "EGY", "ZAF", "KEN", "TZA", "AUS",
    ]
}

extension Substring {
    fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> Substring {
        self[..<(lastIndex { !isUnwanted($0) }.map { index(after: $0) } ?? startIndex)]
    }
}
