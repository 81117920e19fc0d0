/// The names that one operation or organisation has in the languages of the Centre.
///
/// From public reports of UNODC, CARICC, CSTO and WCO.
package struct Alias: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case operation, organisation
    }

    package let kind: Kind
    /// The one that lists show.
    package let name: String
    /// All of them, the first included.
    package let names: [String]

    private init(_ kind: Kind, _ names: String...) {
        self.kind = kind
        self.name = names.first ?? ""
        self.names = names
    }

    /// The operation or organisation that goes by this name, without regard to case, accents, quotation marks and the word
    /// "operation" in front; nil where none does.
    package static func find(_ name: String) -> Alias? {
        let words = folded(name)
        return byWords[words] ?? byWords[words.dropFirstWord(of: ["operation", "операция", "операции", "行动"])]
    }

    /// The first operation that a text names, by the name that lists show; nil where it names none.
    ///
    /// Names that are everyday words, or that an organisation may have, count only where the text says that it is an operation.
    package static func operation(in text: String) -> String? {
        let text = String(text.prefix(4_000))
        let folded = text.lowercased()
        // Most texts name none, and looking up each word of theirs would cost more than reading their amounts.
        guard (cues + signs).contains(where: folded.contains) else { return nil }
        return find(in: text).first { found in
            guard found.alias.kind == .operation else { return false }
            let before = text[..<found.range.lowerBound].suffix(24).lowercased()
            let behind = text[found.range.upperBound...].prefix(14).lowercased()
            return found.alias.isDistinct || cues.contains { before.contains($0) || behind.contains($0) }
        }?.alias.name
    }

    /// Parts of the names that need no such word.
    private static let signs = ["barkhan", "бархан", "tarcet", "tulip", "тюльпан"]
    private static let cues = ["operation", "операци", "project", "проект", "行动"]

    /// Whether no other word or thing goes by one of its names.
    private var isDistinct: Bool { ["Channel – Red Barkhan", "TARCET", "Black Tulip"].contains(name) }

    /// Each one that a text names, with the place of the name in the text.
    package static func find(in text: String) -> [(alias: Alias, range: Range<String.Index>)] {
        var words: [(text: String, range: Range<String.Index>)] = []
        var start: String.Index?
        for index in text.indices {
            if text[index].isLetter || text[index].isNumber || text[index] == "-" {
                start = start ?? index
            } else if let first = start {
                words.append((folded(String(text[first..<index])), first..<index))
                start = nil
            }
        }
        if let first = start { words.append((folded(String(text[first...])), first..<text.endIndex)) }
        var found: [(alias: Alias, range: Range<String.Index>)] = []
        var place = 0
        while place < words.count {
            let longest = (1...longestName).reversed().first { count in
                place + count <= words.count
                    && candidate(words[place..<(place + count)].map(\.text), text, words[place].range) != nil
            }
            guard let count = longest,
                let alias = candidate(words[place..<(place + count)].map(\.text), text, words[place].range)
            else {
                place += 1
                continue
            }
            found.append((alias, words[place].range.lowerBound..<words[place + count - 1].range.upperBound))
            place += count
        }
        return found
    }

    /// A name that is also an everyday word ("channel", "рефлекс") counts in a text only with a capital.
    private static func candidate(_ words: [String], _ text: String, _ first: Range<String.Index>) -> Alias? {
        guard let alias = byWords[words.joined(separator: " ")] else { return nil }
        return text[first.lowerBound].isLowercase ? nil : alias
    }

    static func folded(_ name: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in SearchFolding.fold(name) {
            let isWord = Script(scalar) != nil || ("0"..."9").contains(scalar)
            if isWord {
                view.append(scalar)
            } else if view.last != " ", !view.isEmpty {
                view.append(" ")
            }
        }
        if view.last == " " { view.removeLast() }
        return String(view)
    }

    private static let byWords: [String: Alias] = {
        var table: [String: Alias] = [:]
        for alias in all {
            for name in alias.names { table[folded(name)] = alias }
        }
        return table
    }()

    private static let longestName = byWords.keys.map { $0.split(separator: " ").count }.max() ?? 1

    package static let all: [Alias] = [
        Alias(.operation, "Channel", "Kanal", "Канал", "通道", "通道行动", "Kanal 行动"),
        Alias(
            .operation, "Channel – Red Barkhan", "Kanal – Krasny Barkhan", "Канал – Красный бархан", "Red Barkhan",
            "Красный бархан"),
        Alias(.operation, "Reflex", "Refleks", "Рефлекс"),
        Alias(.operation, "Substitution", "Substitute", "Podmena", "Подмена"),
        Alias(.operation, "Containment"), Alias(.operation, "Elena", "Елена"),
        Alias(.operation, "TARCET", "Targeted Anti-trafficking Regional Communication, Expertise and Training"),
        Alias(.operation, "Project Cohesion", "Cohesion", "Проект «Сплоченность»", "Сплоченность"),
        Alias(.operation, "Project Prism", "Prism", "Проект «Призма»", "Призма"),
        Alias(.operation, "Black Tulip", "Чёрный тюльпан"),
        Alias(
            .organisation, "CARICC", "ЦАРИКЦ", "Central Asian Regional Information and Coordination Centre",
            "Центральноазиатский региональный информационный координационный центр", "中亚区域信息和协调中心", "中亚区域信息与协调中心",
            "中亚区域信息协调中心"),
        Alias(.organisation, "CENcomm", "CENCOMM", "CENCOMM-2", "CENcomm 2"),
        Alias(.organisation, "ContainerComm", "Container Comm"),
        Alias(.organisation, "I-24/7", "I 24 7"),
        Alias(
            .organisation, "UNODC", "УНП ООН", "United Nations Office on Drugs and Crime",
            "Управление ООН по наркотикам и преступности", "联合国毒品和犯罪问题办公室"),
        Alias(.organisation, "INTERPOL", "Интерпол", "ICPO", "МОУП", "国际刑警组织"),
        Alias(.organisation, "Europol", "Европол", "欧洲刑警组织"),
        Alias(.organisation, "INCB", "МККН", "International Narcotics Control Board", "国际麻醉品管制局"),
        Alias(
            .organisation, "WCO", "ВТамО", "World Customs Organization", "Всемирная таможенная организация", "世界海关组织"),
        Alias(
            .organisation, "CSTO", "ОДКБ", "Collective Security Treaty Organization",
            "Организация Договора о коллективной безопасности", "集体安全条约组织"),
        Alias(
            .organisation, "SCO", "ШОС", "Shanghai Cooperation Organisation", "Шанхайская организация сотрудничества",
            "上海合作组织"),
        Alias(.organisation, "SELEC", "SECI", "СЕЛЕК"), Alias(.organisation, "GCIC", "GCIC Doha"),
        Alias(.organisation, "JPC", "Joint Planning Cell"),
        Alias(.organisation, "DEA", "Drug Enforcement Administration"),
        Alias(.organisation, "EAG", "ЕАГ", "Eurasian Group"), Alias(.organisation, "OSCE", "ОБСЕ"),
        Alias(
            .organisation, "DCA", "АКН", "Drug Control Agency", "Агентство по контролю за наркотиками",
            "DCA Tajikistan", "АКН Таджикистана"),
        Alias(
            .organisation, "FSKN", "ФСКН", "Federal Drug Control Service",
            "Федеральная служба по контролю за оборотом наркотиков"),
        Alias(.organisation, "GUNK", "ГУНК"),
        Alias(
            .organisation, "GKNB", "ГКНБ", "UKMK", "УКМК", "State Committee for National Security",
            "Государственный комитет национальной безопасности"),
        Alias(
            .organisation, "KNB", "КНБ", "ҰҚК", "NSC", "National Security Committee",
            "Комитет национальной безопасности"),
        Alias(.organisation, "FSB", "ФСБ", "Federal Security Service", "Федеральная служба безопасности"),
        Alias(.organisation, "MVD", "МВД", "ІІМ", "ИИМ", "Ministry of Internal Affairs", "Министерство внутренних дел"),
        Alias(.organisation, "SBNON", "СБНОН", "Служба по борьбе с незаконным оборотом наркотиков"),
        Alias(
            .organisation, "GSKN", "ГСКН", "State Drug Control Service", "Государственная служба по контролю наркотиков"
        ),
        Alias(.organisation, "BLO", "Border Liaison Office", "офис пограничного взаимодействия", "ОПВ", "边界联络处"),
        Alias(
            .organisation, "CCP", "Container Control Programme", "Программа контроля контейнеров", "集装箱管制方案", "集装箱控制方案"),
        Alias(.organisation, "AIRCOP", "Airport Communication Project"),
        Alias(.organisation, "MAOC-N", "MAOC"),
        Alias(.organisation, "PICS", "Precursors Incident Communication System"),
    ]
}

extension String {
    fileprivate func dropFirstWord(of words: [String]) -> String {
        for word in words where hasPrefix(word + " ") { return String(dropFirst(word.count + 1)) }
        return self
    }
}
