/// Finds the places of amounts among the tokens of a text.
struct AmountParser {
    private let scan: AmountScan
    var drafts: [AmountDraft] = []
    private var notAmounts: [(tokens: Range<Int>, reason: UnreadNumber.Reason)] = []
    let numbers: NumberParser

    var tokens: [AmountToken] { scan.tokens }

    init(_ scan: AmountScan) {
        self.scan = scan
        numbers = NumberParser(scan.tokens)
    }

    mutating func parse() {
        var place = 0
        while place < tokens.count {
            if var draft = amount(at: place, isFirst: true) {
                dress(&draft)
                place = max(draft.tokens.upperBound, place + 1)
                drafts.append(draft)
            } else {
                note(place)
                place += 1
            }
        }
        if drafts.isEmpty { takeBareNumber() }
    }

    /// Whether only blanks or one joining word stand between two amounts.
    func areAdjacent(_ first: Int, _ second: Int) -> Bool {
        let between = drafts[first].tokens.upperBound..<drafts[second].tokens.lowerBound
        let words = between.filter { tokens[$0].mark != "." }
        guard let only = words.first else { return true }
        let word = tokens[only].word ?? tokens[only].mark.map { String($0) } ?? ""
        return words.count == 1 && AmountPhrases.joiners.contains(word)
    }

    mutating func giveUp(_ draft: AmountDraft) { notAmounts.append((draft.numberTokens, .tooLong)) }

    func unread(_ scan: AmountScan) -> [UnreadNumber] {
        notAmounts.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.compactMap { item in
            guard let last = item.tokens.last else { return nil }
            let place = tokens[item.tokens.lowerBound].range.lowerBound..<tokens[last].range.upperBound
            return UnreadNumber(place: place, typed: scan.text(place), reason: item.reason)
        }
    }

    // MARK: One amount

    private func amount(at place: Int, isFirst: Bool) -> AmountDraft? {
        if let half = halfOfUnit(at: place) { return half }
        guard let low = numbers.number(at: place, evenAttached: !isFirst) else { return nil }
        var end = low.tokens.upperBound
        var high: AmountDraft.Number?
        var unit = numbers.unit(at: end)
        if let more = upperEnd(from: end, of: low, place) {
            high = more.number
            end = more.number.tokens.upperBound
            unit = numbers.unit(at: end) ?? unit
        } else if let found = unit, let more = upperEnd(from: found.tokens.upperBound, of: low, place),
            let again = numbers.unit(at: more.number.tokens.upperBound), again.unit == found.unit
        {
            high = more.number
            end = more.number.tokens.upperBound
            unit = again
        }
        let numberTokens = low.tokens.lowerBound..<end
        let inner = unit == nil ? innerUnit(from: end, of: low) : nil
        guard let unit = unit ?? inner, !isYear(low, unit, high) else { return nil }
        var draft = AmountDraft(
            low: low, high: high, unit: unit.unit, numberTokens: numberTokens, unitTokens: unit.tokens,
            tokens: low.tokens.lowerBound..<unit.tokens.upperBound)
        if inner != nil { draft.innerTokens = end..<unit.tokens.lowerBound }
        // "a kilo and a half"
        if high == nil, draft.low.extra == nil, unit.unit.dimension == .mass || unit.unit.dimension == .volume,
            let half = numbers.andHalf(at: unit.tokens.upperBound)
        {
            draft.low.extra = ExactDecimal(5, scale: 1)
            draft.tokens = draft.tokens.lowerBound..<half
        }
        // "三公斤半"
        if high == nil, let behind = tokens[safe: unit.tokens.upperBound], behind.word == "半", draft.low.extra == nil {
            draft.low.extra = ExactDecimal(5, scale: 1)
            draft.tokens = draft.tokens.lowerBound..<(unit.tokens.upperBound + 1)
        }
        return draft
    }

    /// "388 methadone tablets", "20 small white packages": one or two words, then what is counted.
    private func innerUnit(from place: Int, of low: AmountDraft.Number) -> NumberParser.Unit? {
        let before = low.tokens.lowerBound > 0 ? tokens[low.tokens.lowerBound - 1].word ?? "" : ""
        if low.tokens.count == 1, let value = low.written.asDecimal, value.scale == 0,
            (1900...2099).contains(value.significand), ["in", "of", "since", "в", "с"].contains(before)
        {
            return nil
        }
        for end in place..<(place + 3) {
            guard let token = tokens[safe: end], let word = token.word, !token.isHan else { return nil }
            if end > place, let unit = numbers.unit(at: end), unit.unit.isCounted, unit.unit != .unit,
                unit.tokens.lowerBound == end
            {
                return unit
            }
            guard end < place + 2, NumberWords.word(word) == nil, UnitSpellings.units[word] == nil,
                GoodsWords.kind(word) == nil, !AmountPhrases.notBeforeUnits.contains(word),
                !AmountParser.months.contains(where: { word.hasPrefix($0) }),
                !AmountParser.englishMonths.contains(where: { word.hasPrefix($0) })
            else { return nil }
        }
        return nil
    }

    /// "полкило", "поллитра".
    private func halfOfUnit(at place: Int) -> AmountDraft? {
        guard let word = tokens[safe: place]?.word, word.hasPrefix("пол"),
            let unit = UnitSpellings.units[String(word.dropFirst(3))],
            unit.dimension == .mass || unit.dimension == .volume
        else { return nil }
        let half = AmountDraft.Number(
            written: WrittenNumber(ExactDecimal(5, scale: 1)), tokens: place..<(place + 1))
        return AmountDraft(
            low: half, unit: unit, numberTokens: place..<(place + 1), unitTokens: place..<(place + 1),
            tokens: place..<(place + 1))
    }

    /// "–2", "to 2", "до 2" behind a number; "and" only after "between", a Russian "до" only after "от".
    private func upperEnd(from place: Int, of low: AmountDraft.Number, _ start: Int) -> (
        number: AmountDraft.Number, Int
    )? {
        guard let token = tokens[safe: place] else { return nil }
        let before = start > 0 ? tokens[start - 1].word ?? "" : ""
        let isOpened = AmountPhrases.betweenWords.contains(before)
        let isConnector =
            switch token.kind {
            case .mark(let mark): mark == "-" || mark == "~"
            case .word("and"), .word("и"): isOpened
            case .word("до"): isOpened
            case .word(let word): AmountPhrases.rangeWords.contains(word)
            default: false
            }
        guard isConnector, let number = numbers.number(at: place + 1, evenAttached: true) else { return nil }
        return (number, place)
    }

    /// "2022 г.", "в 2022 г": a number that is a year rather than grams.
    private func isYear(_ low: AmountDraft.Number, _ unit: NumberParser.Unit, _ high: AmountDraft.Number?) -> Bool {
        guard unit.tokens.count == 1, tokens[unit.tokens.lowerBound].word == "г", low.tokens.count == 1,
            let value = low.written.asDecimal, value.scale == 0, (1900...2099).contains(value.significand)
        else { return false }
        let before = low.tokens.lowerBound > 0 ? tokens[low.tokens.lowerBound - 1] : nil
        let isDated =
            ["в", "с", "до", "по", "от", "на", "конце", "начале"].contains(before?.word ?? "")
            || AmountParser.months.contains { before?.word?.hasPrefix($0) ?? false } || before?.mark == "."
        if isDated { return true }
        guard tokens[safe: unit.tokens.upperBound]?.mark == "." else { return false }
        // "2000 г. героина"
        let behind = tokens[safe: unit.tokens.upperBound + 1]?.word ?? ""
        return SubstanceFinder.find(behind) == .unknown(asTyped: behind)
    }

    private static let englishMonths = [
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let months = [
        "янв", "фев", "март", "апр", "мая", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
    ]

    // MARK: What stands around it

    private func dress(_ draft: inout AmountDraft) {
        let floor = drafts.last?.tokens.upperBound ?? 0
        takeBoundsBehind(&draft)
        takeBasisBehind(&draft)
        var start = draft.tokens.lowerBound
        if draft.high != nil, start > floor, AmountPhrases.betweenWords.contains(tokens[start - 1].word ?? "") {
            start -= 1
        }
        for (words, bound) in AmountPhrases.bounds where start - words.count >= floor {
            let phrase = (start - words.count..<start).map {
                tokens[$0].word ?? tokens[$0].mark.map { String($0) } ?? ""
            }
            guard phrase == words else { continue }
            draft.bound = draft.bound ?? bound
            start -= words.count
            break
        }
        draft.tokens = start..<draft.tokens.upperBound
        if draft.basis == nil { takeBasisBefore(&draft, floor) }
        let before = start > floor ? spelled(start - 1) : ""
        draft.isEach = draft.isEach || AmountPhrases.eachBefore.contains(before)
        let between = (floor..<start).map { spelled($0) }
        draft.restates =
            !drafts.isEmpty && (between.first == "=" || between.first == "(")
            && between.allSatisfy { AmountPhrases.restating.contains($0) || $0 == "." }
    }

    private func spelled(_ place: Int) -> String {
        tokens[place].word ?? tokens[place].mark.map { String($0) } ?? "0"
    }

    private func takeBoundsBehind(_ draft: inout AmountDraft) {
        for (words, bound) in AmountPhrases.boundsBehind {
            let end = draft.tokens.upperBound + words.count
            guard end <= tokens.count, (draft.tokens.upperBound..<end).map({ spelled($0) }) == words else { continue }
            draft.bound = bound
            draft.tokens = draft.tokens.lowerBound..<end
            return
        }
        if let number = draft.unitTokens, number.lowerBound > draft.numberTokens.upperBound,
            ["余", "多"].contains(spelled(draft.numberTokens.upperBound))
        {
            draft.bound = .atLeast
        }
    }

    /// "5 kg gross", "5 кг (вес брутто)", "500 g each".
    private func takeBasisBehind(_ draft: inout AmountDraft) {
        var place = draft.tokens.upperBound
        let last = min(place + 4, tokens.count)
        while place < last {
            let word = spelled(place)
            if let basis = AmountPhrases.basis(word) {
                (draft.basis, draft.basisTokens) = (basis, place..<(place + 1))
                let isBracketed = (draft.tokens.upperBound..<place).contains { tokens[$0].mark == "(" }
                let end = isBracketed && tokens[safe: place + 1]?.mark == ")" ? place + 2 : place + 1
                draft.tokens = draft.tokens.lowerBound..<end
                return
            }
            if AmountPhrases.eachBehind.contains(word) {
                draft.isEach = true
                draft.tokens = draft.tokens.lowerBound..<(place + 1)
                return
            }
            guard AmountPhrases.fillers.contains(word), word != "," else { return }
            place += 1
        }
    }

    /// "gross weight: 5 kg", "вес нетто 5 кг".
    private func takeBasisBefore(_ draft: inout AmountDraft, _ floor: Int) {
        var place = draft.tokens.lowerBound
        let last = max(floor, place - 4)
        while place > last {
            place -= 1
            let word = spelled(place)
            if let basis = AmountPhrases.basis(word) {
                (draft.basis, draft.basisTokens) = (basis, place..<(place + 1))
                draft.tokens = place..<draft.tokens.upperBound
                return
            }
            guard AmountPhrases.fillers.contains(word), word != "," else { return }
        }
    }

    // MARK: What is none

    private mutating func note(_ place: Int) {
        switch tokens[place].kind {
        case .number where !tokens[place].isAttached:
            let isYear = numbers.unit(at: place + 1)?.unit == .gram
            notAmounts.append((place..<(place + 1), isYear ? .year : .noUnit))
        case .flawed(let fault): notAmounts.append((place..<(place + 1), fault == .marks ? .marks : .tooLong))
        default: break
        }
    }

    /// A text that is a number and nothing else is an amount whose unit nobody wrote.
    private mutating func takeBareNumber() {
        for place in tokens.indices {
            guard let number = numbers.number(at: place, evenAttached: false) else { continue }
            var draft = AmountDraft(low: number, numberTokens: number.tokens, tokens: number.tokens)
            if let more = upperEnd(from: number.tokens.upperBound, of: number, place) {
                draft.high = more.number
                draft.numberTokens = number.tokens.lowerBound..<more.number.tokens.upperBound
                draft.tokens = draft.numberTokens
            }
            dress(&draft)
            guard draft.tokens.lowerBound == 0, draft.tokens.upperBound == tokens.count else { return }
            drafts = [draft]
            notAmounts = []
            return
        }
    }
}

extension Array {
    subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
