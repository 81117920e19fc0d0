/// Words for what is seized beside drugs: English, Russian and Chinese, by their beginnings.
enum GoodsWords {
    /// What kind of thing a folded word names; nil for any other word.
    static func kind(_ word: String) -> SeizedItem.Kind? {
        if let kind = whole[word] { return kind }
        return stems.first(in: word, leaving: 0...4)
    }

    /// The kind that a text without blanks names.
    static func unspacedKind(_ text: String) -> SeizedItem.Kind? {
        text.mayHaveHan ? unspaced.first { text.contains($0.0) }?.1 : nil
    }

    private static let whole: [String: SeizedItem.Kind] = [
        "ak": .weapon, "ak47": .weapon, "ak74": .weapon, "akm": .weapon, "aks": .weapon, "ак": .weapon, "ак47": .weapon,
        "ак74": .weapon, "акм": .weapon, "акс": .weapon, "pm": .weapon, "пм": .weapon, "тт": .weapon, "rpg": .weapon,
        "рпг": .weapon, "svd": .weapon, "свд": .weapon, "gun": .weapon, "guns": .weapon, "arms": .weapon,
        "ammo": .ammunition, "round": .ammunition, "rounds": .ammunition, "cash": .cash, "money": .cash,
        "car": .vehicle,
        "cars": .vehicle, "suv": .vehicle, "boat": .vehicle, "boats": .vehicle, "лодка": .vehicle, "лодки": .vehicle,
        "sim": .equipment, "весы": .equipment, "весов": .equipment, "сим": .equipment, "phone": .equipment,
        "phones": .equipment, "press": .equipment, "пресс": .equipment, "drone": .equipment, "drones": .equipment,
        "дрон": .equipment, "дроны": .equipment, "дронов": .equipment,
    ]

    private static let stems = WordEdges<SeizedItem.Kind>(
        .beginning,
        [
            ("kalashnikov", .weapon), ("калашников", .weapon), ("rifle", .weapon), ("pistol", .weapon),
            ("revolver", .weapon),
            ("shotgun", .weapon), ("machinegun", .weapon), ("weapon", .weapon), ("firearm", .weapon),
            ("grenade", .weapon),
            ("автомат", .weapon), ("пистолет", .weapon), ("винтовк", .weapon), ("пулемет", .weapon), ("ружь", .weapon),
            ("ружей", .weapon), ("револьвер", .weapon), ("обрез", .weapon), ("гранат", .weapon), ("карабин", .weapon),
            ("оружи", .weapon), ("cartridge", .ammunition), ("ammunition", .ammunition), ("bullet", .ammunition),
            ("magazine", .ammunition), ("патрон", .ammunition), ("боеприпас", .ammunition), ("магазин", .ammunition),
            ("снаряд", .ammunition), ("налич", .cash), ("деньг", .cash), ("денег", .cash), ("денежн", .cash),
            ("banknote", .cash), ("scale", .equipment), ("telephone", .equipment), ("smartphone", .equipment),
            ("телефон", .equipment), ("смартфон", .equipment), ("рац", .equipment), ("оборудован", .equipment),
            ("equipment", .equipment), ("лаборатор", .equipment), ("навигатор", .equipment), ("truck", .vehicle),
            ("lorry", .vehicle), ("lorries", .vehicle), ("vehicle", .vehicle), ("trailer", .vehicle),
            ("motorcycle", .vehicle), ("motorboat", .vehicle), ("автомобил", .vehicle), ("автомашин", .vehicle),
            ("машин", .vehicle), ("грузовик", .vehicle), ("камаз", .vehicle), ("мотоцикл", .vehicle),
            ("прицеп", .vehicle),
            ("фур", .vehicle), ("катер", .vehicle),
        ])

    static let unspaced: [(String, SeizedItem.Kind)] = [
        ("步枪", .weapon), ("手枪", .weapon), ("枪支", .weapon), ("冲锋枪", .weapon), ("手榴弹", .weapon), ("子弹", .ammunition),
        ("弹药", .ammunition), ("枪", .weapon), ("手雷", .weapon), ("弹匣", .ammunition), ("炸药", .weapon), ("武器", .weapon),
        ("现金", .cash), ("手机", .equipment),
        ("电子秤", .equipment),
        ("卡车", .vehicle), ("汽车", .vehicle), ("车辆", .vehicle), ("摩托车", .vehicle),
    ]

    /// The words of a text that speak of a substance without naming it: "unknown white powder"; nil where there are none.
    static func unnamed(in text: String) -> String? {
        if text.mayHaveHan, let word = unnamedUnspaced.first(where: { text.contains($0) }) { return word }
        var found: [Substring] = []
        var hasNoun = false
        for word in text.split(separator: " ") {
            let folded = AmountScan(String(word)).tokens.first?.word ?? ""
            let isNoun = unnamedNouns.occur(in: folded, leaving: 0...4)
            if isNoun || unnamedAdjectives.occur(in: folded, leaving: 0...5) {
                found.append(word)
                hasNoun = hasNoun || isNoun
                if isNoun { break }
            } else if !found.isEmpty {
                break
            }
        }
        guard hasNoun || !found.isEmpty else { return nil }
        return found.joined(separator: " ").trimmed(of: [",", ".", ":", ";", "(", ")"])
    }

    /// The words of a text that name goods; empty where there are none.
    static func names(in text: String) -> String {
        let words = text.split(separator: " ").filter { word in
            AmountScan(String(word)).tokens.contains { $0.word.map { kind($0) != nil } ?? false }
        }
        if !words.isEmpty { return words.joined(separator: " ").trimmed(of: [",", ".", ":", ";", "(", ")"]) }
        return text.mayHaveHan ? unspaced.first { text.contains($0.0) }?.0 ?? "" : ""
    }

    static func isUnnamedNoun(_ word: String) -> Bool { unnamedNouns.occur(in: word, leaving: 0...4) }

    static func isUnnamedAdjective(_ word: String) -> Bool { unnamedAdjectives.occur(in: word, leaving: 0...5) }

    private static let unnamedNouns = WordEdges(
        .beginning,
        [
            "substance", "powder", "liquid", "crystal", "вещест", "порош", "жидкост", "кристал", "смес", "mixture",
        ])
    private static let unnamedAdjectives = WordEdges(
        .beginning,
        [
            "unknown", "unidentified", "unspecified", "suspicious", "white", "brown", "grey", "crystalline",
            "неизвестн",
            "неустановленн", "неопознанн", "подозрительн", "бел", "коричнев", "сер", "кристаллич", "порошкообразн",
        ])
    static let unnamedUnspaced = ["不明物质", "未知物质", "可疑物品", "白色粉末", "不明粉末", "粉末", "不明液体"]
}
