/// Money, denials and other cases in a running text.
extension SpokenReader {
    // MARK: Money

    /// Sums of money that are prices, values and fines are told; the others are cash.
    mutating func markMoney() {
        guard let first = money(from: 0) else { return }
        var sums = [first]
        while let next = money(from: sums[sums.count - 1].tokens.upperBound) { sums.append(next) }
        var before: (end: Int, isPrice: Bool)?
        for sum in sums {
            let isAgain = before.map { $0.isPrice && isSameAgain($0.end, sum.tokens.lowerBound) } ?? false
            let isPrice = isAgain || isValue(sum.tokens)
            before = (sum.tokens.upperBound, isPrice)
            // "the price of 1 kg is 40,000": the weight belongs to the price.
            var others: [Amount] = []
            for amount in amounts {
                let isPart = amount.tokens.overlaps(sum.tokens)
                guard isPart || isPrice && isPriced(amount.tokens, sum.tokens) else {
                    others.append(amount)
                    continue
                }
                if !isPart { account.leftOver.append(scan.words(amount.tokens)) }
                for token in amount.tokens { isPassedOver[token] = true }
            }
            amounts = others
            for token in sum.tokens { isPassedOver[token] = true }
            let isCash = !isPrice && isSeizing(sentence(sum.tokens.lowerBound), amongItems: true)
            if isCash, !isDenied(sum.tokens.lowerBound) {
                cash.append(sum)
            } else {
                account.leftOver.append(scan.words(sum.tokens))
            }
        }
    }

    /// The next sum of money from a token on.
    private func money(from place: Int) -> SeizedItemReader.Money? {
        SeizedItemReader.money(in: scan, from: place, where: mayBeMoney)
    }

    private func mayBeMoney(_ place: Int) -> Bool {
        isNumber[place] || isPassedOver[place] || scan.tokens[place].number != nil
    }

    private func isSameAgain(_ end: Int, _ start: Int) -> Bool {
        start - end <= 4
            && (end..<start).allSatisfy { place in
                SpokenWords.sameAgain.contains(spelled(place))
            } && start > end
    }

    func spelled(_ place: Int) -> String {
        word(place).isEmpty ? scan.tokens[place].mark.map { String($0) } ?? "0" : word(place)
    }

    private func isValue(_ tokens: Range<Int>) -> Bool {
        let number = sentence(tokens.lowerBound)
        if SpokenWords.valuePrepositions.contains(word(tokens.lowerBound - 1)) { return true }
        if SpokenWords.valueBehind.contains(word(tokens.upperBound)) { return true }
        if scan.tokens[safe: tokens.upperBound]?.mark == "/" { return true }
        var place = tokens.lowerBound - 1
        while place >= 0, sentence(place) == number, tokens.lowerBound - place <= 16 {
            if let mark = scan.tokens[place].mark, ",，".contains(mark) { return false }
            if isPassedOver[place], marks[place] == .price { return false }
            let word = word(place)
            if SpokenWords.values.occur(in: word) { return true }
            if scan.tokens[place].isHan, stands(SpokenReader.values, at: place) { return true }
            if GoodsWords.kind(word) == .cash { return false }
            place -= 1
        }
        // "30 миллионов рублей – стоимость", "2 million dollars in street value"
        for place in tokens.upperBound..<min(tokens.upperBound + 4, scan.tokens.count) where sentence(place) == number {
            if let mark = scan.tokens[place].mark, ",，".contains(mark) { return false }
            if SpokenWords.values.occur(in: word(place)) { return true }
        }
        return false
    }

    /// Whether a weight says of what the price is: "price of 1 kg is …", "40,000 dollars per 1 kg".
    private func isPriced(_ amount: Range<Int>, _ sum: Range<Int>) -> Bool {
        guard sentence(amount.lowerBound) == sentence(sum.lowerBound) else { return false }
        if amount.lowerBound >= sum.upperBound {
            return amount.lowerBound - sum.upperBound <= 1
                && SpokenWords.valueBehind.contains(word(sum.upperBound))
        }
        let between = amount.upperBound..<max(amount.upperBound, sum.lowerBound)
        if between.contains(where: { scan.tokens[$0].mark.map { ",，(".contains($0) } ?? false }) { return false }
        let start = max(0, amount.lowerBound - 4)
        let isBehindCue = (start..<amount.lowerBound).contains { place in
            sentence(place) == sentence(sum.lowerBound) && SpokenWords.values.occur(in: word(place))
        }
        return isBehindCue && !between.contains { place in names.contains { $0.tokens.contains(place) && $0.isKnown } }
    }

    /// Whether a sentence says that something was seized; a list of things needs no verb.
    func isSeizing(_ number: Int, amongItems: Bool) -> Bool {
        var hasAmount = false
        for place in scan.tokens.indices where sentences[place] == number {
            if SpokenWords.seized.occur(in: word(place)) || GoodsWords.kind(word(place)) == .cash { return true }
            if scan.tokens[place].isHan, stands(SpokenReader.seized, at: place) || scan.stands(["现", "金"], at: place) {
                return true
            }
        }
        for amount in amounts where sentence(amount.tokens.lowerBound) == number {
            hasAmount = hasAmount || amount.kind == .measured || amount.kind == .counted
        }
        return amongItems && hasAmount
    }

    // MARK: Denials

    /// Marks clauses that deny something, and sentences that take back what was said.
    mutating func markDenials() {
        for place in scan.tokens.indices where marks[place] == .none {
            if isRetraction(place) {
                let all = places(from: place) { _ in false }
                mark(all, .denied)
                account.denials.append(quoted(all))
            } else if isDenial(place) {
                let clause = places(from: place) { self.endsClause($0) }
                mark(clause, .denied)
                account.denials.append(quoted(clause))
            }
        }
    }

    private mutating func mark(_ places: Range<Int>, _ mark: Mark) { for place in places { marks[place] = mark } }

    func isDenied(_ place: Int) -> Bool { marks[safe: place] == .denied }

    private func quoted(_ places: Range<Int>) -> String {
        String(scan.words(places).split(whereSeparator: \.isNewline).joined(separator: " ").prefix(120))
    }

    private func endsClause(_ place: Int) -> Bool {
        if let mark = scan.tokens[place].mark { return ",，:：(".contains(mark) }
        return SpokenWords.turns.contains(word(place))
    }

    /// The tokens around one, up to where its sentence or `ends` says so.
    private func places(from place: Int, ends: (Int) -> Bool) -> Range<Int> {
        let number = sentences[place]
        var (start, end) = (place, place + 1)
        while start > 0, sentences[start - 1] == number, !ends(start - 1) { start -= 1 }
        while end < scan.tokens.count, sentences[end] == number, !ends(end) { end += 1 }
        return start..<end
    }

    private func isRetraction(_ place: Int) -> Bool {
        let word = word(place)
        if scan.tokens[place].isHan { return stands(SpokenReader.retractions, at: place) }
        if SpokenWords.retractions.occur(in: word) { return true }
        return (word == "false" || word.hasPrefix("ложн")) && SpokenWords.falseThings.occur(in: self.word(place + 1))
    }

    private func isDenial(_ place: Int) -> Bool {
        guard let word = scan.tokens[place].word else { return false }
        if scan.tokens[place].isHan { return stands(SpokenReader.denials, at: place) }
        switch word {
        case "не": return SpokenWords.notFound.occur(in: self.word(place + 1)) || self.word(place + 1) == "было"
        case "ни": return true
        case "нет", "отсутствуют", "отсутствует": return true
        case "no", "neither", "without", "без":
            guard !["less", "fewer", "more", "doubt"].contains(self.word(place + 1)) else { return false }
            return names.contains { $0.tokens.lowerBound > place && $0.tokens.lowerBound <= place + 3 }
                || word != "without" && word != "без"
                    && (place + 1..<place + 6).contains { SpokenWords.found.occur(in: self.word($0)) }
        default:
            guard SpokenWords.englishNot.contains(word) else { return false }
            return (place + 1..<place + 5).contains {
                sentence($0) == sentence(place) && SpokenWords.found.occur(in: self.word($0))
            }
        }
    }

    // MARK: Other cases

    /// Marks sentences about an older case or about a whole year, where another one tells of this.
    mutating func markOthers() {
        var others: Set<Int> = []
        for place in scan.tokens.indices where !others.contains(sentences[place]) && isEarlier(place) {
            others.insert(sentences[place])
        }
        // What somebody was sentenced for was seized long ago, whatever else is told.
        let convictions = Set(scan.tokens.indices.filter(isConviction).map { sentences[$0] })
            .filter { !isSeizing($0, amongItems: false) }
        for place in scan.tokens.indices where convictions.contains(sentences[place]) && marks[place] == .none {
            marks[place] = .other
        }
        guard !others.isEmpty else { return }
        let isElsewhere = amounts.contains { amount in
            !others.contains(sentence(amount.tokens.lowerBound)) && !isDenied(amount.tokens.lowerBound)
                && (amount.kind == .measured || amount.kind == .counted)
        }
        guard isElsewhere else { return }
        for place in scan.tokens.indices where others.contains(sentences[place]) && marks[place] == .none {
            marks[place] = .other
        }
    }

    private func isConviction(_ place: Int) -> Bool {
        scan.tokens[place].isHan
            ? stands(SpokenReader.convictions, at: place) : SpokenWords.convictions.occur(in: word(place))
    }

    private func isEarlier(_ place: Int) -> Bool {
        let word = word(place)
        guard !word.isEmpty else { return false }
        if scan.tokens[place].isHan { return stands(SpokenReader.earlier, at: place) }
        if SpokenWords.earlier.contains(word) {
            return !SpokenWords.notEarlier.occur(in: self.word(place + 1)) || self.word(place + 1) == "на"
        }
        return SpokenReader.earlierFirst.contains(word)
            && SpokenWords.earlierPhrases.contains { scan.stands($0, at: place) }
    }

    // MARK: Tables

    var isPlanned: Bool {
        scan.tokens.indices.contains { place in
            scan.tokens[place].isHan
                ? stands(SpokenReader.planned, at: place) : SpokenWords.planned.occur(in: word(place))
        }
    }

    /// Whether one of the phrases stands there; they are kept by their first letter.
    func stands(_ phrases: [String: [[String]]], at place: Int) -> Bool {
        phrases[word(place)]?.contains { scan.stands($0, at: place) } ?? false
    }

    private static func table(_ phrases: [String]) -> [String: [[String]]] {
        Dictionary(grouping: phrases.map { $0.map { String($0) } }) { $0[0] }
    }

    private static let values = table(SpokenWords.valuesUnspaced)
    private static let denials = table(SpokenWords.denialsUnspaced)
    private static let retractions = table(SpokenWords.retractionsUnspaced)
    private static let earlier = table(SpokenWords.earlierUnspaced)
    private static let convictions = table(SpokenWords.convictionsUnspaced)
    static let seized = table(SpokenWords.seizedUnspaced)
    private static let planned = table(SpokenWords.plannedUnspaced)
    private static let earlierFirst = Set(SpokenWords.earlierPhrases.map { $0[0] })
}
