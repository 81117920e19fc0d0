extension SeizedItemReader {
    /// An amount of money in a text.
    struct Money {
        let quantity: Quantity
        /// Nil where the word may be of two States.
        let currency: Currency?
        let tokens: Range<Int>
        /// In characters of the text.
        let place: Range<Int>
    }

    /// "15 000 USD", "$15,000", "500 тыс. сомов". Amounts of money have no three decimals.
    ///
    /// - Parameters:
    ///   - start: the token from which on it is looked for
    ///   - mayBegin: whether a number may stand at a token, where somebody has looked already
    static func money(in scan: AmountScan, from start: Int = 0, where mayBegin: (Int) -> Bool = { _ in true })
        -> Money?
    {
        let numbers = NumberParser(scan.tokens)
        var place = start
        while place < scan.tokens.count {
            guard mayBegin(place), let number = numbers.number(at: place, evenAttached: true) else {
                place += 1
                continue
            }
            let behind = currency(in: scan, at: number.tokens.upperBound)
            let before = place > 0 ? currency(in: scan, at: place - 1) : nil
            guard let found = behind ?? before.flatMap({ $0.tokens.upperBound == place ? $0 : nil }),
                let value = number.value(number.written.asGrouped ?? number.written.asDecimal)
            else {
                place = max(number.tokens.upperBound, place + 1)
                continue
            }
            let tokens = min(found.tokens.lowerBound, place)..<max(found.tokens.upperBound, number.tokens.upperBound)
            let (unit, typed) = (scan.words(found.tokens), scan.words(tokens))
            let amount = value.normalised.text
            return Money(
                quantity: Quantity(amount: amount, unit: unit, typed: typed == "\(amount) \(unit)" ? nil : typed),
                currency: found.currency, tokens: tokens, place: scan.span(tokens))
        }
        return nil
    }

    /// An amount of money with nothing else around it, "20,000 USD"; nil for anything else.
    package static func money(_ text: String, _ language: TextLanguage) -> (quantity: Quantity, currency: Currency?)? {
        let text = text.trimmingBlanks
        let read = money(in: AmountScan(text))
        return read.map { ($0.quantity, $0.currency) }
    }

    func cash(_ money: Money, _ typed: String) -> Reading {
        var item = SeizedItem(kind: .cash, quantity: money.quantity, currency: money.currency?.rawValue)
        let rest = name(in: typed, without: [money.place])
        item.name = rest.isEmpty ? nil : rest
        return Reading(item: item, typed: typed, ambiguity: nil, match: nil, prompt: nil)
    }

    static func currency(in scan: AmountScan, at place: Int) -> (currency: Currency?, tokens: Range<Int>)? {
        var key = ""
        var found: (Currency?, Range<Int>)?
        for end in place..<min(place + Currency.mostWords, scan.tokens.count) {
            let token = scan.tokens[end]
            guard let word = token.word ?? token.mark.map({ String($0) }) else { break }
            key += key.isEmpty || token.isHan ? word : " \(word)"
            if let currency = Currency(spelled: key) { found = (currency, place..<(end + 1)) }
            if Currency.undecided.contains(key) { found = (nil, place..<(end + 1)) }
        }
        return found
    }
}
