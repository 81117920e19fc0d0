/// Reads numbers, in digits and in words, and units among tokens.
struct NumberParser {
    let tokens: [AmountToken]

    init(_ tokens: [AmountToken]) { self.tokens = tokens }

    struct Unit {
        let unit: QuantityUnit
        let tokens: Range<Int>
    }

    /// The longest spelling of a unit that begins at a token; "of" may stand before it.
    func unit(at place: Int) -> Unit? {
        var place = place
        if tokens[safe: place]?.word == "of" { place += 1 }
        if let behind = tokens[safe: place]?.word, behind == "余" || behind == "多" { place += 1 }
        var key = ""
        var found: Unit?
        var end = place
        var words = 0
        while words < UnitSpellings.mostWords, let token = tokens[safe: end] {
            if token.mark == ".", words > 0 {
                end += 1
                continue
            }
            guard let word = token.word else { break }
            key += key.isEmpty || token.isHan ? word : " \(word)"
            end += 1
            words += 1
            if let unit = UnitSpellings.units[key] { found = Unit(unit: unit, tokens: place..<end) }
        }
        return found
    }

    /// A number that begins at a token.
    ///
    /// - Parameter evenAttached: also "2" in "1kg-2kg"; never in "M-40", where it is part of a name.
    func number(at place: Int, evenAttached: Bool) -> AmountDraft.Number? {
        guard let token = tokens[safe: place] else { return nil }
        if let written = token.number {
            guard !token.isAttached || evenAttached else { return nil }
            return multiplied(AmountDraft.Number(written: written, tokens: place..<(place + 1)))
        }
        guard token.word != nil, !token.isAttached || token.isHan else { return nil }
        return inWords(at: place)
    }

    /// "2 thousand", "2,5 тыс.", "2 с половиной".
    private func multiplied(_ number: AmountDraft.Number) -> AmountDraft.Number {
        var number = number
        var end = number.tokens.upperBound
        if let half = andHalf(at: end), let written = number.written.asDecimal, number.written.mark == nil,
            let sum = written.plus(ExactDecimal(5, scale: 1))
        {
            number.written = WrittenNumber(sum)
            end = half
        }
        while case .times(let factor)? = tokens[safe: end]?.word.flatMap({ NumberWords.word($0) }), !isUnit(at: end) {
            let (product, overflow) = number.factor.multipliedReportingOverflow(by: factor)
            guard !overflow else { break }
            number.factor = product
            end += 1
            if tokens[safe: end]?.mark == "." { end += 1 }
        }
        // "1 млн 200 тыс."
        if number.factor >= 1_000_000, number.extra == nil, let rest = tokens[safe: end], !rest.isAttached,
            let more = rest.number?.asDecimal, rest.number?.mark == nil, more.isWhole,
            case .times(1000)? = tokens[safe: end + 1]?.word.flatMap({ NumberWords.word($0) }),
            let thousands = more.times(1000), thousands < ExactDecimal(number.factor)
        {
            number.extra = thousands
            end += 2
            if tokens[safe: end]?.mark == "." { end += 1 }
        }
        // "2 thousand 500"
        if number.factor >= 1000, number.factor < 10_000_000, let rest = tokens[safe: end], !rest.isAttached,
            let more = rest.number?.asDecimal, rest.number?.mark == nil, more.isWhole,
            more < ExactDecimal(number.factor),
            rest.range.lowerBound > tokens[end - 1].range.upperBound
        {
            number.extra = more
            end += 1
        }
        number.tokens = number.tokens.lowerBound..<end
        return number
    }

    /// "千" of "千克" is a unit's.
    private func isUnit(at place: Int) -> Bool { tokens[place].isHan && unit(at: place) != nil }

    /// The end of "and a half", "с половиной".
    func andHalf(at place: Int) -> Int? {
        let words = (place..<(place + 3)).map { tokens[safe: $0]?.word ?? "" }
        if words == ["and", "a", "half"] { return place + 3 }
        return Array(words.prefix(2)) == ["с", "половиной"] ? place + 2 : nil
    }

    // MARK: Words

    private func inWords(at place: Int) -> AmountDraft.Number? {
        var sum = WordSum()
        var end = place
        if let article = tokens[place].word, article == "a" || article == "an" {
            guard let next = tokens[safe: place + 1]?.word else { return nil }
            switch NumberWords.word(next) {
            case .times?, .half?, .quarter?: break
            default:
                let unit = unit(at: place + 1)?.unit.dimension
                guard unit == .mass || unit == .volume else { return nil }
                return AmountDraft.Number(written: WrittenNumber(ExactDecimal(1)), tokens: place..<(place + 1))
            }
            end += 1
        }
        while let word = tokens[safe: end]?.word, let value = NumberWords.word(word), !isUnit(at: end) {
            guard sum.add(value) else { return nil }
            end += 1
            end = joint(at: end)
        }
        guard var value = sum.value else { return nil }
        if let half = andHalf(at: end), let more = value.plus(ExactDecimal(5, scale: 1)) {
            value = more
            end = half
        }
        // "half of a kilogram", "пол-литра"
        while let token = tokens[safe: end], sum.isPart {
            guard ["of", "a", "an"].contains(token.word ?? "") || token.mark == "-" else { break }
            end += 1
        }
        return AmountDraft.Number(written: WrittenNumber(value), tokens: place..<end)
    }

    /// Behind "twenty-" and "two hundred and", where a number goes on; elsewhere the place itself.
    private func joint(at place: Int) -> Int {
        guard let token = tokens[safe: place], let next = tokens[safe: place + 1]?.word else { return place }
        // "half a million"
        if token.word == "a", case .times? = NumberWords.word(next) { return place + 1 }
        guard case .value? = NumberWords.word(next) else { return place }
        if token.mark == "-", !tokens[place + 1].isHan { return place + 1 }
        if token.word == "and", tokens[safe: place - 1]?.word == "hundred" { return place + 1 }
        return place
    }

    /// Adds up the words of one number: digits, then what multiplies them.
    private struct WordSum {
        private var total: Int64 = 0
        private var section: Int64 = 0
        private var pending: Int64 = 0
        private var part: ExactDecimal?
        private var isEmpty = true
        private(set) var isPart = false

        /// False where the number grows too large.
        mutating func add(_ word: NumberWords.Word) -> Bool {
            isEmpty = false
            switch word {
            case .value(let value): return grow(&pending, by: value)
            case .times(let factor) where factor < 1000:
                let group = max(pending, 1)
                pending = 0
                return grow(&section, by: group * factor)
            case .times(let factor):
                guard section < 1_000_000_000, pending < 1_000_000_000, total < 1_000_000_000 else { return false }
                let group = section + pending
                (section, pending) = (0, 0)
                if let half = part?.times(factor), half.isWhole, let whole = half.rounded(timesTenTo: 0) {
                    part = nil
                    return grow(&total, by: group * factor + whole)
                }
                if factor >= 10_000, total > 0 {
                    total = (total + group) * factor
                    return true
                }
                return grow(&total, by: max(group, 1) * factor)
            case .half: part = ExactDecimal(5, scale: 1)
            case .quarter: part = ExactDecimal(25, scale: 2)
            case .oneAndHalf: part = ExactDecimal(15, scale: 1)
            }
            isPart = true
            return true
        }

        private func grow(_ sum: inout Int64, by value: Int64) -> Bool {
            let (more, overflow) = sum.addingReportingOverflow(value)
            sum = more
            return !overflow && more <= 100_000_000_000_000
        }

        var value: ExactDecimal? {
            guard !isEmpty else { return nil }
            let whole = ExactDecimal(total + section + pending)
            guard let part else { return whole }
            return whole.plus(part)
        }
    }
}
