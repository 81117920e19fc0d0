extension SeizedItemReader {
    /// The things that a running text says were seized: names of substances and goods, and amounts. Sentences around them are
    /// no part of them: they may speak of people, and lie with the text.
    package func spoken(_ text: String) -> [Reading] {
        // Most lines of a message are read no further: without a number nothing was seized, but for a weapon.
        read(withoutPrices(DateMention.blanked(in: text)), saysAnything).compactMap { reading in
            let item = reading.item
            let isWeighed = item.quantity?.rule == .mass || item.quantity?.rule == .kilogramPerLitre
            // A weapon is one, also where nobody says how many there were.
            let isArms = item.kind == .weapon || item.kind == .ammunition
            guard item.quantity != nil || isArms, item.kind != .other || isWeighed else { return nil }
            let reduced = reading.reduced
            // "2 bags" of nothing at all is an amount of something said elsewhere.
            return reduced.item.name == nil && item.kind != .cash && !isWeighed ? nil : reduced
        }
    }

    private func saysAnything(_ line: String) -> Bool {
        let tokens = AmountScan(line).tokens
        let numbers = NumberParser(tokens)
        return tokens.indices.contains { numbers.number(at: $0, evenAttached: true) != nil } || kind(of: line) != nil
    }
}

extension SeizedItemReader {
    /// What something is worth, what it costs and what somebody has to pay was not seized: blanks stand in the place of such sums.
    package func withoutPrices(_ text: String) -> String {
        var characters = Array(String(text.prefix(AmountReader.longest)))
        var start = 0
        while start < characters.count {
            let rest = String(characters[start...])
            let scan = AmountScan(rest)
            guard let money = money(in: scan) else { break }
            let place = (money.place.lowerBound + start)..<(money.place.upperBound + start)
            let before = String(characters[max(0, place.lowerBound - 40)..<place.lowerBound]).lowercased()
            let behind = String(characters[place.upperBound..<min(characters.count, place.upperBound + 4)]).lowercased()
            // Only words of the same clause speak of it.
            let clause = before.split(whereSeparator: { ".;!?。；\n".contains($0) }).last.map(String.init) ?? ""
            let own = before.last.map { ".;!?。；\n".contains($0) } == true ? "" : clause
            if SeizedItemReader.prices.contains(where: { own.contains($0) }) || behind.hasPrefix(" per") {
                for place in place where !characters[place].isNewline { characters[place] = " " }
            }
            start = max(place.upperBound, start + 1)
        }
        return String(characters)
    }

    private static let prices = [
        "valued", "value of", "worth", "price", "cost", "fine of", "fined", "estimated at", "стоимост", "на сумму",
        "ценой",
        "цена", "цене", "оценива", "оценен", "штраф", "价值", "市值", "价格", "售价", "罚款", "估值",
    ]
}

extension SeizedItemReader.Reading {
    /// Without sentences and without anybody's name: what the names of substances and the words for goods and powders say.
    package var reduced: Self {
        var reduced = self
        switch match {
        case .known?, .several?: break
        case .unknown?, nil:
            let name = item.name ?? ""
            let goods = item.kind == .drug ? "" : GoodsWords.names(in: name)
            reduced.item.name = goods.isEmpty ? GoodsWords.unnamed(in: name) : goods
        }
        if item.kind == .cash { reduced.item.name = nil }
        reduced.item.note = nil
        return reduced
    }
}
