/// What a running text says was seized, and what of its amounts is no such thing.
package struct SpokenAccount: Equatable, Sendable {
    /// In the order of the text. No sentence and nobody's name is part of them.
    package internal(set) var readings: [SeizedItemReader.Reading] = []
    /// Amounts of which nothing was made, as they are typed: prices, weights of other things.
    package internal(set) var leftOver: [String] = []
    /// Words that deny something: "heroin was not found".
    package internal(set) var denials: [String] = []
    /// Amounts of another case, or of a whole year: "earlier, 25 kg".
    package internal(set) var others: [String] = []
    /// The days that are named of this case.
    package internal(set) var days: [DateMention] = []
    /// All days of the text, and its numbers that are no amount: whoever reads on need not look for them again.
    package fileprivate(set) var allDays: [DateMention] = []
    package fileprivate(set) var unread: [UnreadNumber] = []
    /// Whether one of its amounts is said to be all of them together.
    package internal(set) var givesTotal = false
    /// It speaks of things that are expected rather than seized.
    package internal(set) var isPlanned = false
    /// Characters of numbers that something was made of, or that are told otherwise.
    fileprivate(set) var explained: [Range<Int>] = []

    package func explains(_ number: Range<Int>) -> Bool { explained.contains { $0.overlaps(number) } }
}

/// Reads running text as a person reads a report: sentence by sentence, each amount with the name that it stands with.
///
/// A name is never borrowed over the end of a sentence, and what is denied, valued, priced or fined is nothing that was
/// seized. What no name belongs to is told and not guessed.
struct SpokenReader {
    enum Class: Equatable {
        /// Of a substance.
        case measured
        /// Tablets, plants and the like.
        case counted
        case pieces
        case packaging
        case bare
        /// In a unit that nothing is computed of.
        case foreign
    }

    struct Amount {
        var tokens: Range<Int>
        var quantity: Quantity
        var kind: Class
        var ambiguity: AmountAmbiguity?
        /// What stands beside it in another unit: "388 tablets" of "388 tablets = 15.52 g".
        var packaging: [String] = []
        /// Tokens of a name within it: "388 methadone tablets".
        var inner: Range<Int>?
    }

    enum Mark: Equatable { case none, price, denied, other }

    let scan: AmountScan
    let found: AmountReader.Result
    let dates: [DateMention]
    /// Number of the sentence of each token.
    private(set) var sentences: [Int] = []
    /// Tokens that belong to days, prices, persons, vehicles: they stand between nothing.
    var isPassedOver: [Bool]
    /// Tokens that belong to numbers and units.
    var isNumber: [Bool]
    var marks: [Mark]
    var amounts: [Amount] = []
    var names: [SpokenName] = []
    var cash: [SeizedItemReader.Money] = []
    var account = SpokenAccount()
    /// What amounts come to that are said to be all together, in micrograms.
    private(set) var totals: [Int64] = []

    init(_ text: String, _ reader: AmountReader) {
        let cut = String(text.prefix(AmountReader.longest))
        scan = AmountScan(cut)
        found = reader.read(scan, of: cut)
        dates = DateMention.find(in: scan)
        isPassedOver = Array(repeating: false, count: scan.tokens.count)
        isNumber = isPassedOver
        marks = Array(repeating: .none, count: scan.tokens.count)
    }

    mutating func read() -> SpokenAccount {
        divide()
        for date in dates { for place in tokens(date.place) { isPassedOver[place] = true } }
        takeAmounts()
        takeNumbers()
        names = SpokenNames(scan: scan, isTaken: zip(isPassedOver, isNumber).map { $0 || $1 }).find()
        markMoney()
        markDenials()
        markOthers()
        (account.allDays, account.unread) = (dates, found.unread)
        account.givesTotal = found.amounts.contains { $0.total != nil }
        account.days = dates.filter { date in tokens(date.place).first.map { marks[$0] != .other } ?? true }
        account.explained = scan.tokens.indices.filter { isPassedOver[$0] || isNumber[$0] }
            .map { scan.tokens[$0].range }
        pair()
        account.isPlanned = account.readings.isEmpty ? false : isPlanned
        return account
    }

    /// The tokens of a range of characters.
    func tokens(_ characters: Range<Int>) -> Range<Int> {
        func first(_ place: Int) -> Int {
            var (low, high) = (0, scan.tokens.count)
            while low < high {
                let middle = (low + high) / 2
                if scan.tokens[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let start = first(characters.lowerBound)
        return start..<max(start, first(characters.upperBound))
    }

    func word(_ place: Int) -> String { scan.tokens[safe: place]?.word ?? "" }

    func sentence(_ place: Int) -> Int { sentences[safe: place] ?? -1 }

    // MARK: Sentences

    private mutating func divide() {
        var number = 0
        sentences.reserveCapacity(scan.tokens.count)
        for place in scan.tokens.indices {
            sentences.append(number)
            if endsSentence(place) { number += 1 }
        }
    }

    private func endsSentence(_ place: Int) -> Bool {
        guard let mark = scan.tokens[place].mark else { return false }
        switch mark {
        case ";", "；", "。", "!", "?", "！", "？": return true
        case "\n":
            guard let next = scan.tokens[safe: place + 1] else { return true }
            // A line that goes on below: "12 kg of / heroin".
            let first = scan.characters[next.range.lowerBound]
            return first.isUppercase || scan.tokens[safe: place - 1]?.mark != nil || next.mark == "\n"
        case ".":
            guard let next = scan.tokens[safe: place + 1] else { return true }
            guard next.range.lowerBound > scan.tokens[place].range.upperBound else { return false }
            let first = scan.characters[next.range.lowerBound]
            guard first.isUppercase || next.number != nil || next.mark == "\n" || "«\"“".contains(first) else {
                return false
            }
            let before = word(place - 1)
            if SpokenWords.abbreviations.contains(before) { return false }
            // "г. Ош" is a town, "200 г. Также" an amount.
            return before != "г" || scan.tokens[safe: place - 2]?.number != nil
        default: return false
        }
    }

    // MARK: Amounts

    private mutating func takeAmounts() {
        var place = 0
        let all = found.amounts
        while place < all.count {
            let one = all[place]
            let range = tokens(one.place)
            if let total = one.total {
                for place in tokens(total) { isPassedOver[place] = true }
                totals.append(one.quantity.micrograms ?? 0)
                place += 1
                continue
            }
            var amount = Amount(
                tokens: range, quantity: one.quantity, kind: SpokenReader.kind(of: one), ambiguity: one.ambiguity,
                inner: one.inner.map { tokens($0) })
            for place in one.places { for token in tokens(place) { isNumber[token] = true } }
            let next = all[safe: place + 1]
            if let next, next.isEach || isEachBehind(next), isClose(range.upperBound, tokens(next.place).lowerBound),
                let product = product(one, next)
            {
                amount.quantity = product
                amount.kind = SpokenReader.kind(of: next)
                take(next, into: &amount)
                place += 1
            } else if let next, let net = net(of: one, next) {
                // "gross 14.2 kg, net 12.4 kg": the weight of the thing itself, and the other one beside it.
                amount.quantity = net.quantity
                amount.ambiguity = net.ambiguity
                amount.packaging = [scan.words(tokens(net == one ? next.place : one.place))]
                take(next, into: &amount)
                place += 1
            } else if let next, next.restates, next.total == nil, sentence(range.lowerBound) >= 0,
                sentence(range.lowerBound) == sentence(tokens(next.place).lowerBound)
            {
                let isWeighed = all.weight(of: place) != nil
                amount.packaging = [isWeighed ? one.typed : next.typed]
                if next.unit?.dimension == one.unit?.dimension { amount.packaging = [] }
                if isWeighed {
                    amount.quantity = next.quantity
                    amount.kind = .measured
                    amount.ambiguity = next.ambiguity
                }
                take(next, into: &amount)
                place += 1
            }
            amounts.append(amount)
            place += 1
        }
    }

    private mutating func take(_ next: ReadAmount, into amount: inout Amount) {
        let range = tokens(next.place)
        for token in amount.tokens.upperBound..<range.upperBound where token < isNumber.count { isNumber[token] = true }
        amount.tokens = amount.tokens.lowerBound..<max(amount.tokens.upperBound, range.upperBound)
    }

    /// "40 g of cocaine each": the word stands behind the name.
    private func isEachBehind(_ amount: ReadAmount) -> Bool {
        let end = tokens(amount.place).upperBound
        for place in end..<min(end + 5, scan.tokens.count) {
            guard let word = scan.tokens[place].word else { return false }
            if SpokenWords.each.contains(word) { return true }
        }
        return false
    }

    private func net(of one: ReadAmount, _ next: ReadAmount) -> ReadAmount? {
        let (first, second) = (tokens(one.place), tokens(next.place))
        guard one.total == nil, next.total == nil, one.unit?.dimension == .mass, next.unit?.dimension == .mass,
            second.lowerBound - first.upperBound <= 3, sentence(first.lowerBound) == sentence(second.lowerBound)
        else { return nil }
        switch (one.basis, next.basis) {
        case (.gross, .net): return next
        case (.net, .gross): return one
        default: return nil
        }
    }

    /// Whether a few words at most stand between.
    private func isClose(_ end: Int, _ start: Int) -> Bool {
        start >= end && start - end <= 4 && sentence(end - 1) == sentence(start)
            && !(end..<start).contains { scan.tokens[$0].mark == "," }
    }

    /// "10 packages of 500 g each": what there is in all, beside the words.
    private func product(_ count: ReadAmount, _ each: ReadAmount) -> Quantity? {
        guard count.ambiguity == nil, each.ambiguity == nil, count.high == nil, each.high == nil, count.value.isWhole,
            let factor = count.value.rounded(timesTenTo: 0), let total = each.value.times(factor), total.isWritable
        else { return nil }
        return Quantity(
            amount: total.text, unit: each.unitTyped, bound: count.bound ?? each.bound, basis: each.basis,
            basisTyped: each.basisTyped, typed: scan.text(count.place.lowerBound..<each.place.upperBound))
    }

    private static func kind(of amount: ReadAmount) -> Class {
        switch amount.unit {
        case nil: .bare
        case .package, .parcel, .bag, .sack, .briquette, .bottle: .packaging
        case .unit: .pieces
        case let unit?: unit.rule == .mass || unit.rule == .kilogramPerLitre ? .measured : .counted
        }
    }

    // MARK: Numbers without a unit

    /// "2 pistols", "120 патронов", "12 pounds". Ages, persons, vehicles, hours and years are none.
    private mutating func takeNumbers() {
        let numbers = NumberParser(scan.tokens)
        var place = 0
        while place < scan.tokens.count {
            guard !isNumber[place], !isPassedOver[place],
                let number = numbers.number(at: place, evenAttached: false), let last = number.tokens.last,
                !number.tokens.contains(where: { isNumber[$0] || isPassedOver[$0] })
            else {
                place += 1
                continue
            }
            let end = last + 1
            if countsNoGoods(number, end) {
                for token in number.tokens { isPassedOver[token] = true }
                if scan.tokens[safe: end]?.isHan == true || word(end) == "year" || word(end) == "лет" {
                    isPassedOver[end] = true
                }
            } else if let value = number.value(number.written.asGrouped ?? number.written.asDecimal) {
                take(number, value, end)
            }
            place = end
        }
        amounts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private mutating func take(_ number: AmountDraft.Number, _ value: ExactDecimal, _ end: Int) {
        let typed = scan.words(number.tokens)
        let amount = value.normalised.text
        if SpokenWords.foreignUnits.contains(word(end)) {
            let last = word(end) == "盎" ? end + 2 : end + 1
            let unit = scan.words(end..<min(last, scan.tokens.count))
            for token in number.tokens.lowerBound..<min(last, scan.tokens.count) { isNumber[token] = true }
            amounts.append(
                Amount(
                    tokens: number.tokens.lowerBound..<min(last, scan.tokens.count),
                    quantity: Quantity(amount: amount, unit: unit), kind: .foreign))
            return
        }
        guard value.isWhole, number.written.decimalMark == nil else { return }
        var tokens = number.tokens
        for token in tokens { isNumber[token] = true }
        if ["发", "把", "枚", "挺", "门"].contains(word(end)) {
            isNumber[end] = true
            tokens = tokens.lowerBound..<(end + 1)
        }
        amounts.append(
            Amount(
                tokens: tokens, quantity: Quantity(amount: amount, unit: "", typed: amount == typed ? nil : typed),
                kind: .bare))
    }

    private func countsNoGoods(_ number: AmountDraft.Number, _ end: Int) -> Bool {
        let next = scan.tokens[safe: end]
        let behind = next?.word ?? ""
        let start = number.tokens.lowerBound
        let isWord = scan.tokens[start].number == nil
        if let mark = next?.mark {
            if mark == ":", scan.tokens[safe: end + 1]?.number != nil, isTouching(end) { return true }
            if mark == "%" || mark == "°" || mark == "/" { return true }
            if mark == "-", isTouching(end) {
                return SpokenWords.people.occur(in: word(end + 1)) || word(end + 1).utf8.count <= 4
            }
        }
        if start > 0, let mark = scan.tokens[start - 1].mark, ":/№#+".contains(mark), isTouching(start) { return true }
        if isWord, behind.isEmpty || ["of", "из"].contains(behind) { return true }
        // Telephones, documents and cards have more digits than things are counted with.
        if !isWord, number.tokens.count == 1, number.factor == 1, number.written.mark == nil,
            let value = number.written.asDecimal, value.scale == 0, value.significand >= 1_000_000,
            scan.tokens[start].range.count >= 7, !scan.text(scan.tokens[start].range).contains(" ")
        {
            return true
        }
        if SpokenWords.serials.contains(word(start - 1)) { return true }
        if ["aged", "age", "article", "ст", "статья", "статьи", "статье", "no", "number", "номер"].contains(
            word(start - 1))
        {
            return true
        }
        if SpokenWords.measures.contains(behind) || SpokenWords.peopleHan.contains(behind)
            || SpokenWords.vehicleHan.contains(behind)
        {
            return true
        }
        // "1988", "2026 года"
        if !isWord, number.tokens.count == 1, number.factor == 1, let value = number.written.asDecimal,
            value.scale == 0, (1900...2099).contains(value.significand), GoodsWords.kind(behind) == nil
        {
            return true
        }
        // "3 Tajik citizens", "2 автомобиля", "two foreign trucks"
        for offset in 0..<3 {
            let word = word(end + offset)
            guard !word.isEmpty else { return false }
            if SpokenWords.people.occur(in: word) || GoodsWords.kind(word) == .vehicle { return true }
            if GoodsWords.kind(word) != nil { return false }
        }
        return false
    }

    private func isTouching(_ place: Int) -> Bool {
        place > 0 && scan.tokens[safe: place]?.range.lowerBound == scan.tokens[place - 1].range.upperBound
    }
}
