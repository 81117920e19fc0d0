/// The names of persons that the payloads of a subject hold, so that no text gives them away.
///
/// A payload of personal data is free text, such as "Rustam K., +998 90 123 45 67". What is written with a capital, or in a script
/// without capitals, counts as a name, unless the record names it as a place. A name is known by its sounds, so that "Рустам" is
/// found, too, and by how it begins, so that its endings are.
package struct SealedNames: Equatable, Sendable {
    private var words: Set<String> = []
    private var sounds: Set<UInt64> = []

    package init() {}

    package var isEmpty: Bool { words.isEmpty }

    /// - Parameter bytes: of a payload. A message as it came is none of personal data: it is told by holding `headline`.
    package mutating func add(payload bytes: [UInt8], besides record: OutgoingRecord) {
        if let sealed = SealedIdentifiers(bytes: bytes) {
            for row in sealed.rows where row.kind == .person { add(row.typed, besides: record) }
            return
        }
        guard bytes.count <= SealedNames.limit, let text = String(validating: bytes, as: UTF8.self) else { return }
        if let headline = record.headline, headline.count > 12, text.contains(headline) { return }
        add(text, besides: record)
    }

    /// In bytes; what is longer is a message as it came.
    private static let limit = 4_000

    private mutating func add(_ text: String, besides record: OutgoingRecord) {
        let particulars = record.particulars
        let open =
            [particulars.place, particulars.state, particulars.departure, particulars.destination].compactMap { $0 }
            + particulars.transit + particulars.items.flatMap { [$0.name, $0.substance].compactMap { $0 } }
        let known = Set(open.flatMap { TellingWords.words($0) })
        for word: Substring in text.split(whereSeparator: { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }) {
            guard let first = word.first, first.isUppercase || !first.isCased else { continue }
            let isHan = word.unicodeScalars.allSatisfy { Script($0) == .han }
            guard word.count >= (isHan ? 2 : 3), !isHan || word.count <= 4 else { continue }
            for folded in TellingWords.words(String(word)) where !known.contains(folded) && folded.count >= 2 {
                guard !TellingWords.isGeneral(folded), !SealedNames.roles.contains(folded) else { continue }
                words.insert(folded)
                guard !isHan, folded.count >= 4 else { continue }
                ScriptKey.forEach(of: [word]) { if let key = $0?.first { sounds.insert(key) } }
            }
        }
    }

    /// What begins such a note and names nobody.
    private static let roles: Set<String> = [
        "driver", "passenger", "name", "passport", "phone", "tel", "telephone", "born", "mr", "mrs", "citizen",
        "suspect",
        "informant", "owner", "receiver", "courier", "водитель", "пассажир", "имя", "фамилия", "паспорт", "телефон",
        "тел", "гражданин", "гражданка", "подозреваемый", "информатор", "владелец", "получатель", "курьер", "姓名", "护照",
        "电话", "司机", "线人",
    ]

    /// Whether a text names one of these persons.
    package func areNamed(in text: String) -> Bool {
        guard !words.isEmpty else { return false }
        let padded = " " + TellingWords.words(text).joined(separator: " ") + " "
        let isNamed = words.contains { word in
            let isHan = word.unicodeScalars.allSatisfy { Script($0) == .han }
            // A short name is a word of its own; a longer one may have an ending.
            return padded.contains(isHan ? word : word.count < 4 ? " \(word) " : " \(word)")
        }
        if isNamed { return true }
        let all: [Substring] = text.split { !$0.isLetter }.filter { $0.count >= 4 && $0.first?.isUppercase == true }
        var isHeard = false
        ScriptKey.forEach(of: all) { keys in
            if let key = keys?.first, sounds.contains(key) { isHeard = true }
        }
        return isHeard
    }
}

/// Words by which a text says that a person told us. They tell no name, and yet that there is somebody to be looked for.
enum SourceWords {
    static func speak(in text: String) -> Bool {
        let words = TellingWords.words(text)
        let padded = " " + words.joined(separator: " ") + " "
        if han.contains(where: padded.contains) { return true }
        if beginnings.contains(where: { padded.contains(" " + $0) }) { return true }
        // "The source of the heroin" is a country; "the source says" is a person, and so is "our source".
        for (place, word) in words.enumerated() where sources.contains(where: word.hasPrefix) {
            let before = place > 0 ? words[place - 1] : ""
            let after = place + 1 < words.count ? words[place + 1] : ""
            if open.contains(where: before.hasPrefix) || origins.contains(after) { continue }
            return true
        }
        return false
    }

    private static let beginnings = [
        "informant", "informer", "tipster", "whistleblow", "undercover", "mole ", "agent says", "agent reports",
        "our agent", "our man", "информатор", "осведомител", "агентурн", "негласн", "внедренн", "наш человек",
        "доверенн", "стукач",
    ]
    private static let sources = ["source", "источник"]
    private static let open: [String] = ["open", "public", "press", "energy", "power", "light", "открыт", "официальн"]
    private static let origins: Set<String> = [
        "of", "country", "countries", "state", "states", "region", "происхождения", "питания", "сырья", "наркотиков",
    ]
    private static let han = ["线人", "線人", "情报员", "卧底", "内线", "举报人", "告密", "消息来源", "消息人士", "密报", "特情"]
}
