extension SeizedItemReader {
    /// The things that a running text says were seized: names of substances and goods, and amounts. Sentences around them are
    /// no part of them: they may speak of people, and lie with the text.
    package func spoken(_ text: String) -> [Reading] {
        // Without a number nothing was seized: most lines of a message are read no further.
        read(text, hasNumber).compactMap { reading in
            let item = reading.item
            let isWeighed = item.quantity?.rule == .mass || item.quantity?.rule == .kilogramPerLitre
            guard item.quantity != nil, item.kind != .other || isWeighed else { return nil }
            let reduced = reading.reduced
            // "2 bags" of nothing at all is an amount of something said elsewhere.
            return reduced.item.name == nil && item.kind != .cash && !isWeighed ? nil : reduced
        }
    }

    private func hasNumber(_ line: String) -> Bool {
        let tokens = AmountScan(line).tokens
        let numbers = NumberParser(tokens)
        return tokens.indices.contains { numbers.number(at: $0, evenAttached: true) != nil }
    }
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
