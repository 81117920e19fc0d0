/// What somebody says about a delivery on the telephone, as it is typed in one line while they speak:
/// `0406 uzb 014 queue 40 trucks eta 0620 at Yallama`.
///
/// It only takes the line apart; which instant a time is depends on the clock of the one who calls, and is for others to
/// say. First, in any order: the time, the State, the delivery by its number or a part of its plate. Then words as they
/// were said, with `eta` (a time), `seal`, `weight` and `at` (a place) among them, in English, Russian or Chinese.
package struct PhoneLine: Equatable, Sendable {
    package enum Matter: Equatable, Sendable {
        case report
        /// The load was let go.
        case released
        case accepted
        /// A State says: stop.
        case stop
    }

    /// As it is read: "0406" where a layout without digits typed `қңқ,`; with the zone where one was typed behind it.
    package private(set) var time: String?
    /// ISO 3166-1 alpha-3.
    package private(set) var state: String?
    /// "UZB desk", "UZB": who says so; nil where no State was named.
    package private(set) var from: String?
    /// The word that names the delivery.
    package private(set) var delivery: String?
    package private(set) var matter = Matter.report
    /// What was said, without what has a field of its own.
    package private(set) var text = ""
    package private(set) var eta: String?
    package private(set) var seal: String?
    /// Number and unit, as typed: a weight is never guessed from another layout.
    package private(set) var weight: String?
    package private(set) var place: String?

    /// - Parameters:
    ///   - readings: a word as it was typed, then as it may have been meant on another layout
    ///   - names: whether a word names a delivery
    ///   - places: whether words name a place that is known; nil where nobody can say
    package init(
        _ line: String, readings: (String) -> [String] = { [$0] }, names: (String) -> Bool = PhoneLine.isNumber,
        places: ((String) -> Bool)? = nil
    ) {
        var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)[...]
        takeHead(&words, readings, names)
        if let state {
            from = state
            if let word = words.first, PhoneLine.parties.contains(AlertLine.folded(word)) {
                from = "\(state) \(words.removeFirst())"
            }
        }
        if delivery == nil, let word = words.first, let named = readings(word).first(where: names) {
            delivery = named
            words.removeFirst()
        }
        if let word = words.first, let matter = PhoneLine.matters[AlertLine.folded(word)] { self.matter = matter }
        takeTail(words, readings, places)
    }

    private mutating func takeHead(
        _ words: inout ArraySlice<String>, _ readings: (String) -> [String], _ names: (String) -> Bool
    ) {
        while let word = words.first {
            let meant = readings(word)
            if time == nil, let clock = meant.first(where: PhoneLine.isTime) {
                time = clock
                words.removeFirst()
                if let zone = words.first, PhoneLine.isOffset(zone) { time = "\(clock) \(words.removeFirst())" }
            } else if time == nil, PhoneLine.isOffset(word),
                let clock = words.dropFirst().first.flatMap({ readings($0).first(where: PhoneLine.isTime) })
            {
                // Some say the zone first.
                time = "\(clock) \(word)"
                words.removeFirst(2)
            } else if state == nil, let named = PhoneLine.state(among: meant) {
                state = named
                words.removeFirst()
            } else if delivery == nil, let named = meant.first(where: names) {
                delivery = named
                words.removeFirst()
            } else {
                return
            }
        }
    }

    /// A word that stands where the time or the number of a delivery does, and is neither.
    package var misreadHead: (word: String, isTime: Bool)? {
        guard let word = text.split(separator: " ").first.map(String.init),
            word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) || word.contains("-")
        else { return nil }
        if time == nil, state == nil, delivery == nil, word.utf8.count == 4, Int(word) != nil { return (word, true) }
        // "120 trucks" is something that was said; numbers of deliveries are printed with zeros in front.
        guard delivery == nil, state != nil, word.hasPrefix("0") || word.contains("-") else { return nil }
        return PhoneLine.isNumber(word) ? (word, false) : nil
    }

    private enum Part { case text, seal, weight, place }

    private mutating func takeTail(
        _ tail: ArraySlice<String>, _ readings: (String) -> [String], _ places: ((String) -> Bool)?
    ) {
        var parts: [Part: [String]] = [:]
        var part = Part.text
        var words = tail
        while let word = words.popFirst() {
            switch PhoneLine.keywords[AlertLine.folded(word)] ?? (word == "@" ? "at" : nil) {
            case "eta":
                part = .text
                guard let next = words.first, eta == nil,
                    let read = readings(next).first(where: { PhoneLine.isTime($0) || PhoneLine.isLength($0) })
                else {
                    parts[.text, default: []].append(word)
                    continue
                }
                words.removeFirst()
                eta = read
                if let zone = words.first, PhoneLine.isOffset(zone) { eta = "\(read) \(words.removeFirst())" }
            case "seal" where !words.isEmpty: part = .seal
            case "weight" where words.first?.contains(where: \.isNumber) == true: part = .weight
            case "at" where !words.isEmpty:
                let count = PhoneLine.placeLength(Array(words), places)
                part = .text
                if count == 0 { parts[.text, default: []].append(word) }
                guard count > 0 else { continue }
                parts[.place, default: []] += words.prefix(count)
                words.removeFirst(count)
            default:
                // Where the load changes hands, a number and a unit of mass are its weight, with or without the word.
                if matter == .released || matter == .accepted || parts[.seal] != nil, part == .text,
                    parts[.weight] == nil,
                    word.first?.isNumber == true, let unit = words.first,
                    QuantityUnit(spelled: unit)?.dimension == .mass
                {
                    parts[.weight] = [word, words.removeFirst()]
                    continue
                }
                parts[part, default: []].append(word)
                // A seal is a number, perhaps behind letters; a weight is a number and its unit.
                let typed = parts[part] ?? []
                if part == .seal, typed.count > 1 || word.contains(where: \.isNumber) { part = .text }
                if part == .weight, typed.count > 1 || word.contains(where: \.isLetter) { part = .text }
            }
        }
        func joined(_ part: Part) -> String? { parts[part].map { $0.joined(separator: " ") } }
        text = joined(.text) ?? ""
        (seal, weight, place) = (joined(.seal), joined(.weight), joined(.place))
        place = place.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
    }

    /// How many of these words are a place: as many as a known name has, else all of a short clause. Of a longer one nobody
    /// can say where the name ends, and it stays among the words.
    private static func placeLength(_ words: [String], _ places: ((String) -> Bool)?) -> Int {
        func bare(_ count: Int) -> String {
            let name = words.prefix(count).joined(separator: " ")
            return name.last.map { ",;.".contains($0) } == true ? String(name.dropLast()) : name
        }
        let next = words.firstIndex { keywords[AlertLine.folded($0)] != nil || $0 == "@" } ?? words.count
        let comma = words.prefix(next).firstIndex { $0.hasSuffix(",") || $0.hasSuffix(";") }.map { $0 + 1 }
        guard let places else { return comma ?? next }
        if let known = (1...max(1, min(5, next))).reversed().first(where: { places(bare($0)) }) { return known }
        let clause = comma ?? next
        return clause <= 2 ? clause : 0
    }

    // MARK: Words

    /// A clock time: four digits, or hours and minutes with a mark between them.
    package static func isTime(_ word: String) -> Bool {
        let digits = word.filter { $0 != ":" && $0 != "." }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), word.utf8.count - digits.utf8.count <= 1,
            (digits.utf8.count == 4) || (digits.utf8.count == 3 && word.contains(":")), let number = Int(digits)
        else { return false }
        return number / 100 < 24 && number % 100 < 60
    }

    /// "2h", "45m", "1h30".
    private static func isLength(_ word: String) -> Bool {
        guard let first = word.first, first.isNumber else { return false }
        return word.lowercased().contains { "hmчм时分".contains($0) }
    }

    private static func isOffset(_ word: String) -> Bool {
        guard let sign = word.first, sign == "+" || sign == "-" else { return false }
        return word.dropFirst().count >= 1 && word.dropFirst().allSatisfy { $0.isNumber || $0 == ":" }
    }

    /// "014", "CD-014", "CD-2026-014".
    package static func isNumber(_ word: String) -> Bool {
        let parts = word.uppercased().split(separator: "-")
        guard let last = parts.last, last.utf8.count == 3, last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        return parts.count == 1 || (parts.count <= 3 && ["CD", "XCD"].contains(parts[0]))
    }

    /// Of another layout only a code is taken: `гяи` is UZB, but `ha` is not РФ.
    private static func state(among readings: [String]) -> String? {
        readings.first.flatMap(state)
            ?? readings.dropFirst().lazy.filter { $0.utf8.count == 3 }.compactMap(state).first
    }

    package static func state(_ word: String) -> String? { states[AlertLine.folded(word)] }

    private static func table(_ rows: [String: String]) -> [String: String] {
        var table: [String: String] = [:]
        for (code, words) in rows {
            table[AlertLine.folded(code)] = code
            for word in words.split(separator: " ") { table[AlertLine.folded(String(word))] = code }
        }
        return table
    }

    private static let states = table([
        "AZE": "азе азербайджан azerbaijan 阿塞拜疆", "KAZ": "каз казахстан қазақстан kazakhstan 哈萨克斯坦 哈萨克",
        "KGZ": "кгз кыр кыргызстан киргизия kyrgyzstan 吉尔吉斯斯坦 吉尔吉斯", "RUS": "рус рф россия russia 俄罗斯",
        "TJK": "тжк тад таджикистан tajikistan 塔吉克斯坦 塔吉克", "TKM": "ткм туркменистан turkmenistan 土库曼斯坦",
        "UZB": "узб узбекистан uzbekistan 乌兹别克斯坦 乌兹别克", "AFG": "афг афганистан afghanistan 阿富汗",
        "IRN": "ирн иран iran 伊朗", "CHN": "кнр китай china 中国", "TUR": "тур турция türkiye 土耳其",
        "PAK": "пак пакистан pakistan 巴基斯坦", "MNG": "мнг монголия mongolia 蒙古", "BLR": "блр беларусь belarus",
        "GEO": "гру грузия georgia", "ARM": "арм армения armenia", "UKR": "укр украина ukraine",
    ])

    private static let keywords: [String: String] = table([
        "eta": "выезд выедет 预计 预计出境", "seal": "пломба 封志", "weight": "вес масса 重量", "at": "место 地点",
    ])

    private static let parties: Set<String> = Set(
        [
            "desk", "customs", "police", "prosecutor", "team", "post", "guards", "таможня", "полиция", "прокурор",
            "дежурный",
        ]
        .map { AlertLine.folded($0) } + ["海关", "警察", "值班室"])

    private static let matters: [String: Matter] = {
        let words: [Matter: String] = [
            .released: "released передал передали отпустил отпустили сдал 移交",
            .accepted: "accepted принял приняли 接收", .stop: "stop стоп прекратить 终止 停止",
        ]
        var table: [String: Matter] = [:]
        for (matter, list) in words {
            for word in list.split(separator: " ") { table[AlertLine.folded(String(word))] = matter }
        }
        return table
    }()
}
