extension SeizedItemReader {
    /// The things that a running text says were seized: names of substances and goods, and amounts. Sentences around them are
    /// no part of them: they may speak of people, and lie with the text.
    package func spoken(_ text: String) -> [Reading] { account(text).readings }

    /// The same with what was not taken: prices, what is denied, what belongs to an older case.
    package func account(_ text: String) -> SpokenAccount {
        var reader = SpokenReader(text, amounts)
        return reader.read()
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
