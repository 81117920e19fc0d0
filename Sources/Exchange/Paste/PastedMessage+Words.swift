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
        let account = takeItems(spoken: words)
        takeIdentifiers(in: cut)
        days = Array(account.days.prefix(10))
        if source.isEmpty { source = PastedMessage.state(in: body.first ?? "") ?? "" }
        takeReferences(cut)
        notUnderstood.removeAll(where: isAccountedFor)
        takeScene(words, account.allDays, places)
        particulars.operation = Alias.operation(in: words)
        for number in account.unread.prefix(20)
        where !isAccountedFor(number.typed) && !account.explains(number.place) {
            notUnderstood.append(number.typed)
        }
        let isLoad = particulars.items.contains { [.drug, .precursor].contains($0.kind) && $0.quantity != nil }
        if kind == .information, isLoad, !account.isPlanned { kind = .seizureReport }
        // What was denied is no seizure, whatever its verb.
        if kind == .seizureReport, particulars.items.isEmpty, !account.denials.isEmpty { kind = .information }
        if kind == .seizureReport {
            priority = particulars.items.compactMap(\.quantity).map(SeizureTable.priority).min() ?? 3
        }
        let first = body.first { !PastedMessage.isGreeting($0) && !isPersonal($0) }
        headline = shortened(first ?? ownHeadline)
    }

    /// Where it happened, from where to where it went and how it was hidden, as the words say it.
    private mutating func takeScene(_ text: String, _ days: [DateMention], _ places: Gazetteer) {
        particulars.concealment = HidingPlace.words(in: text)
        let mentions = particulars.takeScene(
            in: DateMention.blanked(days, in: text), places, source: source.utf8.count == 3 ? source : nil)
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
    static func kind(of text: String) -> MessageKind {
        let folded = text.lowercased()
        let stems: [(MessageKind, [String])] = [
            (.cancellation, ["cancel", "отменя", "отмена", "撤销"]),
            (.lookout, ["lookout", "ориентировк", "协查通报"]),
            (.feedback, ["feedback", "по результатам проверки", "反馈"]),
            (
                .seizureReport,
                [
                    "seized", "seizure", "confiscat", "изъят", "изъял", "обнаружен", "задержан", "缉获", "查获", "缴获", "收缴",
                    "起获", "截获",
                ]
            ),
            (.request, ["request", "please inform", "запрос", "просим", "прошу", "请求", "请提供"]),
            (.warning, ["warning", "предупрежд", "预警"]),
        ]
        return stems.first { $0.1.contains { folded.contains($0) } }?.0 ?? .information
    }
}
