extension SeizedItemReader {
    /// An amount of money in a text.
    struct Money {
        let quantity: Quantity
        /// Nil where the word may be of two States.
        let currency: Currency?
        let place: Range<Int>
    }

    /// "15 000 USD", "$15,000", "500 тыс. сомов". Amounts of money have no three decimals.
    func money(in scan: AmountScan) -> Money? {
        let numbers = NumberParser(scan.tokens)
        var place = 0
        while place < scan.tokens.count {
            guard let number = numbers.number(at: place, evenAttached: true) else {
                place += 1
                continue
            }
            let behind = SeizedItemReader.currency(in: scan, at: number.tokens.upperBound)
            let before = place > 0 ? SeizedItemReader.currency(in: scan, at: place - 1) : nil
            guard let found = behind ?? before.flatMap({ $0.tokens.upperBound == place ? $0 : nil }),
                let value = number.value(number.written.asGrouped ?? number.written.asDecimal)
            else {
                place = max(number.tokens.upperBound, place + 1)
                continue
            }
            let tokens = min(found.tokens.lowerBound, place)..<max(found.tokens.upperBound, number.tokens.upperBound)
            let whole = span(of: tokens, in: scan)
            let unit = scan.text(span(of: found.tokens, in: scan))
            let amount = value.normalised.text
            let typed = scan.text(whole)
            return Money(
                quantity: Quantity(amount: amount, unit: unit, typed: typed == "\(amount) \(unit)" ? nil : typed),
                currency: found.currency, place: whole)
        }
        return nil
    }

    /// An amount of money with nothing else around it, "20,000 USD"; nil for anything else.
    package static func money(_ text: String, _ language: TextLanguage) -> (quantity: Quantity, currency: Currency?)? {
        let text = text.trimmingBlanks
        let read = SeizedItemReader(language: language).money(in: AmountScan(text))
        return read.map { ($0.quantity, $0.currency) }
    }

    func cash(_ money: Money, _ typed: String) -> Reading {
        var item = SeizedItem(kind: .cash, quantity: money.quantity, currency: money.currency?.rawValue)
        let rest = name(in: typed, without: [money.place])
        item.name = rest.isEmpty ? nil : rest
        return Reading(item: item, typed: typed, ambiguity: nil, match: nil, prompt: nil)
    }

    private func span(of tokens: Range<Int>, in scan: AmountScan) -> Range<Int> {
        guard let last = tokens.last else { return 0..<0 }
        return scan.tokens[tokens.lowerBound].range.lowerBound..<scan.tokens[last].range.upperBound
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
