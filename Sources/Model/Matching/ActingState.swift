/// The State whose police, customs or border service a text speaks of: "Turkmen customs officers", «пограничники Азербайджана»,
/// 哈萨克斯坦警方. Of whom only the nationality is told is nobody's service.
package enum ActingState {
    /// ISO 3166-1 alpha-3; nil where none is named. Of several the first.
    package static func find(in text: String) -> String? {
        let scan = AmountScan(String(text.prefix(longest)))
        for place in scan.tokens.indices {
            guard let word = scan.tokens[place].word else { continue }
            if scan.tokens[place].isHan {
                if let code = unspaced(scan, place) { return code }
            } else if let code = states.first(in: word), reaches(scan, place, steps: 3, to: services) {
                return code
            } else if services.occur(in: word), let code = state(scan, behind: place) {
                return code
            }
        }
        return nil
    }

    /// In characters; of a longer text the beginning is read.
    private static let longest = 4_000

    /// Whether a service is named within a few words, in the same clause.
    private static func reaches(_ scan: AmountScan, _ place: Int, steps: Int, to words: WordEdges<Void>) -> Bool {
        for next in scan.tokens[(place + 1)...].prefix(steps) {
            guard let word = next.word, !persons.occur(in: word) else { return false }
            if words.occur(in: word) { return true }
        }
        return false
    }

    private static func state(_ scan: AmountScan, behind place: Int) -> String? {
        for next in scan.tokens[(place + 1)...].prefix(3) {
            guard let word = next.word, !persons.occur(in: word), !services.occur(in: word), !beside.contains(word)
            else {
                return nil
            }
            if let code = states.first(in: word) { return code }
        }
        return nil
    }

    private static func unspaced(_ scan: AmountScan, _ place: Int) -> String? {
        for (name, code) in han[scan.tokens[place].word ?? ""] ?? [] where scan.stands(name, at: place) {
            let start = place + name.count
            let behind = scan.tokens[start...].prefix(9).prefix { $0.isHan }.compactMap(\.word).joined()
            let end = hanServices.compactMap { behind.firstRange(of: $0)?.lowerBound }.min()
            guard let end, !hanPersons.contains(where: { behind[..<end].contains($0) }) else { return nil }
            return code
        }
        return nil
    }

    private static let states = WordEdges<String>(
        .beginning,
        [
            ("kazakh", "KAZ"), ("казах", "KAZ"), ("kyrgyz", "KGZ"), ("kirghiz", "KGZ"), ("кыргыз", "KGZ"),
            ("киргиз", "KGZ"), ("tajik", "TJK"), ("таджик", "TJK"), ("turkmen", "TKM"), ("туркмен", "TKM"),
            ("uzbek", "UZB"), ("узбек", "UZB"), ("azerbaijan", "AZE"), ("азербаиджан", "AZE"), ("азербайджан", "AZE"),
            ("russian", "RUS"), ("russia", "RUS"), ("росси", "RUS"), ("afghan", "AFG"), ("афган", "AFG"),
            ("iranian", "IRN"), ("иранск", "IRN"), ("chinese", "CHN"), ("китайск", "CHN"), ("pakistan", "PAK"),
            ("пакистан", "PAK"), ("turkish", "TUR"), ("турецк", "TUR"),
        ])
    private static let services = WordEdges(
        .beginning,
        [
            "police", "customs", "border", "guards", "authorit", "security", "полиц", "милиц", "таможен", "погранич",
            "погранслужб", "погранвойск", "правоохранит", "спецслужб", "мвд", "кнб", "гкнб", "фсб", "гтк",
        ])
    private static let persons = WordEdges(
        .beginning,
        [
            "citizen", "national", "resident", "driver", "courier", "гражд", "жител", "уроженец", "уроженц", "водител",
            "курьер",
        ])
    /// "The border with Afghanistan" is no service of it.
    private static let beside: Set<String> = [
        "with", "from", "to", "near", "on", "in", "с", "со", "из", "на", "в", "у", "от",
    ]
    private static let han: [String: [([String], String)]] = Dictionary(
        grouping: [
            ("哈萨克斯坦", "KAZ"), ("吉尔吉斯斯坦", "KGZ"), ("吉尔吉斯", "KGZ"), ("塔吉克斯坦", "TJK"), ("土库曼斯坦", "TKM"),
            ("乌兹别克斯坦", "UZB"), ("阿塞拜疆", "AZE"), ("俄罗斯", "RUS"), ("阿富汗", "AFG"), ("伊朗", "IRN"), ("中国", "CHN"),
        ].map { ($0.0.map { String($0) }, $0.1) }
    ) { $0.0[0] }
    private static let hanServices = ["警", "海关", "边防", "边检", "缉毒", "安全委", "内务部", "执法", "移民"]
    private static let hanPersons = ["籍", "公民", "男子", "女子", "司机", "人"]
}
