import Model

/// The bank of a river in a running text: "on the bank of the Panj river opposite Ishkashim", «на берегу Пянджа у Ишкашима», 喷赤河岸边.
struct RiverBank {
    /// As it is typed, from the word for the bank on.
    let name: String
    /// In characters of the text.
    let range: Range<Int>
    /// Whether a town or a crossing is named beside it.
    let hasBase: Bool
    /// ISO 3166-1 alpha-3 of the State on whose side it is, where the text says so.
    let state: String?

    /// The first one.
    static func first(in characters: [Character], _ gazetteer: Gazetteer, state: String?) -> RiverBank? {
        // Most texts have none of these words, and need not be cut into words for them.
        let text = String(characters)
        guard ["bank", "shore", "берег", "河"].contains(where: text.contains) else { return nil }
        guard let (name, range) = spaced(characters) ?? unspaced(characters) else { return nil }
        let reading = gazetteer.read(name, state: state)
        let hasBase = reading.place?.kind == .riverBank
        return RiverBank(name: name, range: range, hasBase: hasBase, state: hasBase ? reading.state : nil)
    }

    private static func spaced(_ characters: [Character]) -> (String, Range<Int>)? {
        var words: [(text: String, range: Range<Int>)] = []
        var place = 0
        while place < characters.count {
            guard characters[place].isLetter else {
                place += 1
                continue
            }
            let start = place
            while place < characters.count, characters[place].isLetter || "'’-".contains(characters[place]) {
                place += 1
            }
            words.append((String(characters[start..<place]), start..<place))
        }
        for (at, word) in words.enumerated() where isBank(word.text) {
            var (end, isRiver) = (at, !word.text.utf8.allSatisfy { $0 < 0x80 } || word.text != "bank")
            var last = at
            while end + 1 < words.count, end - at < 9 {
                let next = words[end + 1]
                let between = characters[words[end].range.upperBound..<next.range.lowerBound]
                guard between.allSatisfy({ $0 == " " || "\"«»“”".contains($0) }) else { break }
                let key = next.text.lowercased()
                let isName = next.text.first?.isUppercase ?? false
                guard isName || joining.contains(key) else { break }
                if waters.contains(key) || rivers.contains(key) { isRiver = true }
                end += 1
                if isName || waters.contains(key) { last = end }
            }
            let hasName = at < last && words[(at + 1)...last].contains { $0.text.first?.isUppercase ?? false }
            guard isRiver, hasName else { continue }
            let range = word.range.lowerBound..<words[last].range.upperBound
            let rest = String(characters[word.range.upperBound..<range.upperBound])
            return ((word.text.hasPrefix("берег") ? "берег" : word.text) + rest, range)
        }
        return nil
    }

    private static func isBank(_ word: String) -> Bool {
        ["bank", "banks", "riverbank", "shore", "берег", "берегу", "берега", "берегом"].contains(word)
    }

    private static func unspaced(_ characters: [Character]) -> (String, Range<Int>)? {
        guard characters.contains("河") else { return nil }
        for (place, sign) in characters.enumerated() where sign == "河" {
            let before = String(characters[max(0, place - 4)..<place])
            guard let river = hanRivers.first(where: { before.hasSuffix($0) }) else { continue }
            let tail = characters[(place + 1)...].prefix(2).prefix { "岸边畔".contains($0) }
            guard !tail.isEmpty else { continue }
            let range = (place - river.count)..<(place + 1 + tail.count)
            return (String(characters[range]), range)
        }
        return nil
    }

    private static let waters: Set<String> = ["river", "реки", "рек", "дарья", "darya", "darya's"]
    private static let joining: Set<String> = waters.union([
        "of", "the", "opposite", "near", "at", "in", "напротив", "у", "возле", "близ", "вблизи", "около", "села",
        "города",
        "кишлака", "посёлка", "поселка", "village", "town", "district", "города",
    ])
    private static let rivers: Set<String> = [
        "panj", "pyandzh", "pyanj", "pandzh", "amu", "amudarya", "amu-darya", "syr", "syrdarya", "syr-darya", "araz",
        "aras", "araks", "arax", "chu", "talas", "samur", "kura", "ili", "irtysh", "ural",
    ]
    private static let hanRivers = ["喷赤", "阿姆", "锡尔", "阿拉斯", "伊犁", "楚", "塔拉斯", "额尔齐斯", "萨穆尔", "库拉"]
}
