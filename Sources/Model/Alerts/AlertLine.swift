/// An alert as it is typed in one line while somebody is on the telephone: "UZB 6,3 кг героин Малик P1".
///
/// It only proposes: what it takes for the State, the priority, the kind and the things that were seized is shown before
/// anything is saved, and the line stays the headline as it was typed, without the mark of the priority. An identifier of a
/// living person is kept apart, so that it can be erased; in the headline the word for its kind stands in its place.
package struct AlertLine: Equatable, Sendable {
    /// The line without the mark of its priority and without personal identifiers.
    package private(set) var headline: String
    /// ISO 3166-1 alpha-3 code of the State that tells, or the service.
    package private(set) var source: String?
    /// 1 to 4, from "P1", "п1" or "!1".
    package private(set) var priority: Int?
    package private(set) var kind: MessageKind?
    package private(set) var items: [SeizedItem] = []
    /// What is left behind the things that were seized, where nothing else explains it.
    package private(set) var place: String?
    package private(set) var identifiers: [Identifier] = []

    /// - Parameter kinds: words for the kinds in the languages that are typed, folded, each with its kind
    package init(_ text: String, kinds: [String: MessageKind] = [:]) {
        var words: [String] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init) {
            if priority == nil, let typed = AlertLine.priority(word) { priority = typed } else { words.append(word) }
        }
        let whole = words.joined(separator: " ")
        headline = PersonalWords.masked(whole)
        if let first = words.first {
            source = AlertLine.source(first)
            if source != nil { words.removeFirst() }
        }
        kind = words.lazy.compactMap { kinds[AlertLine.folded($0)] }.first
        words.removeAll { kinds[AlertLine.folded($0)] != nil }
        let rest = words.joined(separator: " ")
        let found = IdentifierFinder.find(in: rest).filter {
            $0.confidence > .possible || $0.identifier.kind.isPersonal
        }
        identifiers = found.map(\.identifier)
        let line = SeizedLine(found.isEmpty ? rest : AlertLine.without(found.map(\.range), in: rest))
        items = line.items
        // "TJK heroin 6,3 kg Fotehobod AK-47": things of another sort behind the place.
        if !items.isEmpty, !items.contains(where: { [.weapon, .ammunition].contains($0.kind) }) {
            let spoken = SeizedItemReader(language: TextLanguage.guess(rest) ?? .en).spoken(rest).map(\.item)
            items += spoken.filter { [.weapon, .ammunition].contains($0.kind) }
        }
        place = items.isEmpty ? nil : line.rest.map { AlertLine.place(in: $0) }
        if kind == nil, !items.isEmpty { kind = .seizureReport }
    }

    private static func priority(_ word: String) -> Int? {
        let word = word.lowercased()
        guard word.count == 2, let mark = word.first, "pп!р".contains(mark), let digit = word.last?.wholeNumberValue,
            (1...4).contains(digit)
        else { return nil }
        return digit
    }

    /// A State's three letters in Latin capitals or small ones, or one of the services.
    private static func source(_ word: String) -> String? {
        let bare = word.trimmingMarks
        let upper = bare.uppercased()
        if states.contains(upper) { return upper }
        if let state = cyrillic[upper] { return state }
        return services.first { $0.lowercased() == bare.lowercased() }
    }

    /// The members, their neighbours and partners; other codes are taken where they are typed in capitals.
    private static let states: Set<String> = [
        "AZE", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UZB", "AFG", "IRN", "PAK", "CHN", "TUR", "MNG", "GEO", "ARM", "BLR",
        "UKR", "IND", "DEU", "NLD", "BEL", "FRA", "ITA", "ESP", "GBR", "POL", "LVA", "LTU", "EST", "USA", "ARE",
    ]
    /// As telephone calls and registers in Russian have them.
    private static let cyrillic: [String: String] = [
        "АЗЕ": "AZE", "КАЗ": "KAZ", "КЗХ": "KAZ", "КГЗ": "KGZ", "КЫР": "KGZ", "КРГ": "KGZ", "РОС": "RUS", "РФ": "RUS",
        "ТЖК": "TJK", "ТАД": "TJK", "ТКМ": "TKM", "ТРК": "TKM", "УЗБ": "UZB", "АФГ": "AFG", "ИРН": "IRN", "КИТ": "CHN",
    ]
    private static let services = ["ContainerComm", "CENcomm", "INTERPOL", "RILO", "INCB", "Europol", "UNODC", "WCO"]

    static func folded(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: SearchFolding.fold(text.trimmingMarks))
        return String(view)
    }

    /// Without what carried the goods and without what is counted behind it: "truck Bor-Dobo 2 men held" is Bor-Dobo. Where
    /// nothing would be left, the words as they stand.
    private static func place(in words: String) -> String {
        let all = words.split(separator: " ").map(String.init)
        let carriers: Set = ["авто", "а/м", "truck", "car", "lorry", "van", "by", "with"]
        func isCarrier(_ word: String) -> Bool {
            let folded = folded(word)
            return carriers.contains(folded) || GoodsWords.kind(folded) == .vehicle
        }
        let named = all.drop { isCarrier($0) }
        var place: [String] = []
        for word in named {
            let isSmall = word.first?.isLowercase ?? true
            if isCarrier(word) || word.contains(where: \.isNumber) { break }
            if isSmall, place.first?.first?.isUppercase == true { break }
            place.append(word)
        }
        return place.isEmpty ? words : place.joined(separator: " ")
    }

    private static func without(_ ranges: [Range<String.Index>], in text: String) -> String {
        var rest = ""
        var at = text.startIndex
        for range in ranges {
            rest += text[at..<range.lowerBound]
            at = range.upperBound
        }
        return rest + text[at...]
    }
}

extension String {
    fileprivate var trimmingMarks: String {
        let marks = Set(":,;.-–—()")
        guard let start = firstIndex(where: { !marks.contains($0) }),
            let end = lastIndex(where: { !marks.contains($0) })
        else { return "" }
        return String(self[start...end])
    }
}

/// What was seized, as it is typed in one line: "heroin 6.3 kg; 2 AK; cash 15000 USD". Things are parted by `;`.
package struct SeizedLine: Equatable, Sendable {
    package let items: [SeizedItem]
    /// The words that belong to no thing: behind the name of a known substance, before nothing else. Nil where there are none.
    package let rest: String?

    /// - Parameter keepsUnknown: whether words that are neither a substance nor an amount are a thing all the same
    package init(_ text: String, keepsUnknown: Bool = false) {
        var items: [SeizedItem] = []
        var left: [String] = []
        for part in text.split(separator: ";").map({ String($0).trimmingBlanks }) where !part.isEmpty {
            if let (item, words) = SeizedLine.item(part) {
                items.append(item)
                if let words { left.append(words) }
            } else if let cash = SeizedLine.cash(part) {
                items.append(cash)
            } else if keepsUnknown {
                items.append(SeizedItem(kind: .other, name: part))
            }
        }
        self.items = items
        rest = left.isEmpty ? nil : left.joined(separator: ", ")
    }

    /// "cash 15000 USD", "15 000 долл. US": a number beside the code of a currency.
    private static func cash(_ text: String) -> SeizedItem? {
        let words = text.words
        guard let place = words.firstIndex(where: { currencies.contains($0.uppercased()) }) else { return nil }
        let number = words[..<place].reversed().prefix { $0.allSatisfy { $0.isNumber || $0 == "." || $0 == "'" } }
        let amount = number.reversed().joined()
        guard ExactDecimal(amount) != nil else { return nil }
        let name = words[..<(place - number.count)].joined(separator: " ")
        return SeizedItem(
            kind: .cash, name: name.isEmpty ? nil : name, quantity: Quantity(amount: amount, unit: words[place]),
            currency: words[place].uppercased())
    }

    private static let currencies: Set<String> = [
        "USD", "EUR", "RUB", "KZT", "KGS", "TJS", "UZS", "TMT", "AZN", "CNY", "AFN", "IRR", "TRY", "GBP", "AED", "PKR",
    ]

    private static func item(_ text: String) -> (SeizedItem, rest: String?)? {
        let amounts = AmountReader().read(text).amounts.filter { $0.unit != nil && !$0.isSaidTwice }
        guard let amount = amounts.first else {
            let isUnknown = Quantity.saysNoData(text)
            guard let (substance, name, rest) = substance(in: isUnknown ? text.words.dropLast() : text.words) else {
                return nil
            }
            let quantity = isUnknown ? Quantity.noData : nil
            return (
                SeizedItem(kind: substance.itemKind, name: name, substance: substance.code, quantity: quantity), rest
            )
        }
        let letters = Array(text)
        let before = String(letters[..<amount.place.lowerBound]).words.filter { !joining.contains($0.lowercased()) }
        let inner = amount.inner.map { String(letters[$0]) + " " } ?? ""
        let after = (inner + String(letters[amount.place.upperBound...])).words.filter {
            !joining.contains($0.lowercased())
        }
        if let (substance, name, rest) = substance(in: after) {
            let rest = (before + (rest.map { [$0] } ?? [])).joined(separator: " ")
            let item = SeizedItem(
                kind: substance.itemKind, name: name, substance: substance.code, quantity: amount.quantity)
            return (item, rest.isEmpty ? nil : rest)
        }
        if let (substance, name, rest) = substance(in: before) {
            let rest = ((rest.map { [$0] } ?? []) + after).joined(separator: " ")
            let item = SeizedItem(
                kind: substance.itemKind, name: name, substance: substance.code, quantity: amount.quantity)
            return (item, rest.isEmpty ? nil : rest)
        }
        // A name that nobody knows stays as it was typed; where it ends and a place begins, nobody can tell.
        let words = after.isEmpty ? before : after
        let rest = after.isEmpty ? [] : before
        let kind: SeizedItem.Kind = amount.unit?.dimension == .mass || amount.unit?.isCounted == true ? .drug : .other
        let name = words.joined(separator: " ")
        return (
            SeizedItem(kind: kind, name: name.isEmpty ? nil : name, quantity: amount.quantity),
            rest.isEmpty ? nil : rest.joined(separator: " ")
        )
    }

    /// The longest run of words at one end that names a substance, up to four; and the others.
    private static func substance(
        in words: [String]
    ) -> (Substance, name: String, rest: String?)? {
        for start in words.indices {
            for count in stride(from: min(4, words.count - start), to: 0, by: -1) {
                let run = words[start..<(start + count)]
                let name = run.joined(separator: " ").trimmingMarks
                guard name.count >= 3, case .known(let substance, let likeness) = SubstanceFinder.find(name),
                    likeness != .misspelt
                else { continue }
                let others = words[..<start] + words[(start + count)...]
                let rest = others.joined(separator: " ").trimmingMarks
                return (substance, name, rest.isEmpty ? nil : rest)
            }
        }
        return nil
    }

    /// Words between a thing and where it was.
    private static let joining: Set<String> = [
        "of", "at", "in", "near", "seized", "в", "на", "у", "изъято", "изъят", "изъял",
    ]
}

extension String {
    fileprivate var words: [String] { split { $0 == " " || $0 == "," }.map(String.init) }
}

extension Substance {
    var itemKind: SeizedItem.Kind {
        if group == .precursor { return .precursor }
        if case .precursor = control { return .precursor }
        return .drug
    }
}
