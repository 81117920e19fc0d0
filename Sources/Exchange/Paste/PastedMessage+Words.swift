import Model
import Places

/// What free words say: mail, a chat, a note that somebody dictated.
extension PastedMessage {
    mutating func takeWords(_ text: String, _ places: Gazetteer) {
        let cut = String(text.prefix(PasteReader.readLimit))
        let lines = LabelledText.lines(of: cut).map { LabelledText.trimmed($0) }.filter { !$0.isEmpty }
        let body = takeMailHeader(lines)
        kind = PastedMessage.kind(of: cut)
        let words = body.prefix(400).joined(separator: "\n")
        takeItems(spoken: words)
        takeIdentifiers(in: cut)
        days = Array(DateMention.find(in: words).prefix(10))
        if source.isEmpty { source = PastedMessage.state(in: body.first ?? "") ?? "" }
        takeReferences(cut)
        takeScene(DateMention.blanked(in: words), places)
        if kind == .information, particulars.items.contains(where: { $0.substance != nil && $0.quantity != nil }) {
            kind = .seizureReport
        }
        if let denial = PastedMessage.denial(in: words) { doubts.append(.denied(denial)) }
        takeLeftAmounts(words)
        let read = DateMention.find(in: cut).map(\.place)
        for number in AmountReader(language: TextLanguage.guess(cut) ?? .en).read(cut).unread.prefix(20)
        where !isAccountedFor(number.typed) && !read.contains(where: { $0.overlaps(number.place) }) {
            notUnderstood.append(number.typed)
        }
        if kind == .seizureReport {
            priority = particulars.items.compactMap(\.quantity).map(SeizureTable.priority).min() ?? 3
        }
        let first = body.first { !PastedMessage.isGreeting($0) && !isPersonal($0) }
        headline = shortened(first ?? ownHeadline)
    }

    /// Amounts of the text that went into no thing are named, so that none is lost without a word.
    private mutating func takeLeftAmounts(_ text: String) {
        let said = particulars.items.flatMap { item in
            [item.quantity?.typed, item.quantity?.plain, item.packaging, item.note].compactMap(\.self)
        }.flatMap { $0.split(separator: ";").map { String($0).trimmingBlanks } }
        let reader = AmountReader(language: TextLanguage.guess(text) ?? .en, context: text)
        let open = SeizedItemReader(language: .en).withoutPrices(DateMention.blanked(in: text))
        for amount in reader.read(open).amounts where amount.unit != nil && !amount.isSaidTwice && !amount.isEach {
            let words = [amount.typed, amount.quantity.plain, amount.otherQuantity?.plain].compactMap(\.self)
            let isSaid = said.contains { said in words.contains { said == $0 || said.hasPrefix("\($0) ") } }
            guard !isSaid else { continue }
            notUnderstood.append(amount.typed)
        }
    }

    /// The words by which a text says that nothing was found, or that it is not so; nil where it does not.
    private static func denial(in text: String) -> String? {
        let folded = text.lowercased()
        let stems = [
            "no drugs", "no narcotic", "nothing was found", "not confirmed", "unconfirmed", "by mistake", "false alarm",
            "were not found", "was not found", "не обнаружен", "не найден", "не подтверд", "не выявлен", "ошибочн",
            "未发现", "没有发现", "未查获", "未缴获", "未证实", "误报",
        ]
        return stems.first { folded.contains($0) }.flatMap { stem in
            guard let found = folded.firstRange(of: stem) else { return nil }
            let rest = folded[found.upperBound...].prefix { $0.isLetter }.prefix(12)
            return TextLanguage.guess(stem) == .zh ? stem : stem + rest
        }
    }

    /// Where it happened, from where to where it went and how it was hidden, as the words say it.
    private mutating func takeScene(_ text: String, _ places: Gazetteer) {
        particulars.concealment = HidingPlace.words(in: text)
        let mentions = places.mentions(in: text, state: source.utf8.count == 3 ? source : nil)
        if let scene = mentions.scene {
            particulars.place = scene.name
            if let place = scene.place {
                (particulars.placeID, particulars.state) = (place.id, place.state)
                particulars.position = place.position.map {
                    Position(latitude: Int64($0.latitude), longitude: Int64($0.longitude))
                }
            }
        }
        particulars.departure = mentions.departure?.name
        particulars.destination = mentions.destination?.name
        particulars.transit = mentions.transit.map(\.name)
    }

    /// Takes what mail programs put in front, and gives back the rest.
    private mutating func takeMailHeader(_ lines: [String]) -> [String] {
        var rest = lines[...]
        while let line = rest.first, let (name, value) = PastedMessage.headerField(line) {
            rest = rest.dropFirst()
            switch name {
            case "from", "от", "发件人", "отправитель":
                source = OpenWords.state(in: value) ?? (isPersonal(value) ? "" : String(value.prefix(80)))
            case "subject", "тема", "主题": if headline.isEmpty { headline = value }
            default: break
            }
        }
        let subject = headline.isEmpty ? [] : [headline]
        return subject + Array(rest)
    }

    private static let headerNames: Set<String> = [
        "from", "to", "cc", "date", "sent", "subject", "от", "кому", "копия", "дата", "отправлено", "тема",
        "отправитель",
        "发件人", "收件人", "日期", "主题",
    ]

    private static func headerField(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.prefix(20).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let name = line[..<colon].lowercased()
        guard headerNames.contains(name) else { return nil }
        return (name, LabelledText.trimmed(line[line.index(after: colon)...]))
    }

    private static func isGreeting(_ line: String) -> Bool {
        let folded = line.lowercased()
        return line.count < 60
            && ["dear", "hello", "good ", "уважаем", "здравствуйте", "добрый", "доброе", "您好", "尊敬"].contains {
                folded.hasPrefix($0)
            }
    }

    /// The first word that is a State's code or a State in the spelling of returns.
    private static func state(in line: String) -> String? {
        for word in line.split(whereSeparator: { !$0.isLetter }) where word.count == 3 {
            if let code = OpenWords.state(in: String(word)) { return code }
        }
        return nil
    }

    /// "our ref 14/2026", "исх. № 14/2026": what follows the word, up to a blank.
    private mutating func takeReferences(_ text: String) {
        let scan = text.lowercased()
        for sign in ["your ref", "your no", "ваш №", "на №", "на ваш исх", "贵方编号"] {
            guard let found = scan.firstRange(of: sign) else { continue }
            let rest = scan[found.upperBound...].drop { !$0.isNumber && !$0.isNewline }
            let number = rest.prefix { $0.isNumber || $0 == "/" || $0 == "-" || $0.isLetter }
            if (1...40).contains(number.count) { refersTo.append(String(number)) }
        }
    }

    private func isAccountedFor(_ number: String) -> Bool {
        let typed = particulars.identifiers.compactMap(\.typed) + personal.map(\.typed) + refersTo
        return typed.contains { $0.contains(number) }
    }

    /// The sort of message, by the stems of its words; the first that occurs in this order.
    private static func kind(of text: String) -> MessageKind {
        let folded = text.lowercased()
        let stems: [(MessageKind, [String])] = [
            (.cancellation, ["cancel", "отменя", "отмена", "撤销"]),
            (.lookout, ["lookout", "ориентировк", "协查通报"]),
            (.feedback, ["feedback", "по результатам проверки", "反馈"]),
            (
                .seizureReport,
                ["seized", "seizure", "изъят", "изъял", "обнаружен", "задержан", "缉获", "查获", "缴获", "收缴", "起获", "截获"]
            ),
            (.request, ["request", "please inform", "запрос", "просим", "прошу", "请求", "请提供"]),
            (.warning, ["warning", "предупрежд", "预警"]),
        ]
        return stems.first { $0.1.contains { folded.contains($0) } }?.0 ?? .information
    }
}
