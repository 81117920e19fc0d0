/// The things that amounts and names come to.
extension SpokenReader {
    mutating func finish(_ pairs: [Pair]) {
        var items: [(start: Int, reading: SeizedItemReader.Reading)] = pairs.map { ($0.start, reading($0)) }
        for money in cash {
            let item = SeizedItem(kind: .cash, quantity: money.quantity, currency: money.currency?.rawValue)
            items.append(
                (
                    money.tokens.lowerBound,
                    SeizedItemReader.Reading(
                        item: item, typed: scan.words(money.tokens), ambiguity: nil, match: nil, prompt: nil)
                ))
        }
        account.readings = items.sorted { $0.start < $1.start }.map(\.reading)
    }

    private func reading(_ pair: Pair) -> SeizedItemReader.Reading {
        let amount = pair.amount.map { amounts[$0] }
        var match: SubstanceFinder.Match?
        var item = SeizedItem(kind: .drug, quantity: amount?.quantity)
        if let first = pair.names.first, let last = pair.names.last {
            var end = names[last].tokens.upperBound
            // The closing mark of «ТТ».
            if scan.tokens[names[first].tokens.lowerBound..<end].contains(where: { $0.mark == "«" }),
                scan.tokens[safe: end]?.mark == "»"
            {
                end += 1
            }
            let typed = scan.words(names[first].tokens.lowerBound..<end)
            item.name = typed.split(whereSeparator: \.isNewline).joined(separator: " ")
            switch names[first].what {
            case .goods(let kind): item.kind = kind
            case .unnamed(let kind):
                item.kind = kind
                match = .unknown(asTyped: typed)
            case .substance(let one):
                match = pair.names.count == 1 ? one : several(pair.names)
                item.substance = match?.substance?.code
                item.kind = one.substance?.isPrecursor == true ? .precursor : .drug
            }
        } else {
            match = .unknown(asTyped: amount?.quantity.typed ?? "")
        }
        if !pair.packaging.isEmpty { item.packaging = pair.packaging.joined(separator: "; ") }
        let prompt =
            item.kind == .drug || item.kind == .precursor
            ? item.quantity.flatMap { UsualAmount.prompt(for: $0, of: match?.substance) } : nil
        return SeizedItemReader.Reading(
            item: item, typed: scan.words(pair.start..<pair.end), ambiguity: amount?.ambiguity, match: match,
            prompt: prompt)
    }

    private func several(_ places: [Int]) -> SubstanceFinder.Match {
        let substances = places.compactMap { place -> Substance? in
            if case .substance(let match) = names[place].what { match.substance } else { nil }
        }
        let distinct = substances.enumerated().filter { place, one in !substances[..<place].contains(one) }.map(\.1)
        return distinct.count == 1 ? .known(distinct[0], .form) : .several(distinct)
    }

    // MARK: What is no thing

    /// What is a thing only by a word of every day, or by none: road salt, ice on a deck, a powder that was flour.
    mutating func dropDoubtful(_ pairs: inout [Pair]) {
        func isEveryday(_ name: Int) -> Bool {
            names[name].tokens.count == 1 && SpokenWords.everyday.contains(word(names[name].tokens.lowerBound))
        }
        let isSure = pairs.contains { pair in pair.names.contains { names[$0].isKnown && !isEveryday($0) } }
        pairs.removeAll { pair in
            guard let name = pair.names.first, let amount = pair.amount else { return false }
            let number = sentence(names[name].tokens.lowerBound)
            let isDenied =
                names[name].isUnnamed
                && scan.tokens.indices.contains { sentences[$0] == number && marks[$0] == .denied }
            let isNone = isEveryday(name) && !isSure && !isSeizing(number, amongItems: false)
            guard isDenied || isNone else { return false }
            account.leftOver.append(told(amounts[amount]))
            return true
        }
    }

    /// Where the marks of the parts may be meant otherwise, and only so they come to what there is in all: "7,7 kg: 2,149 grams
    /// and 5,551 grams".
    mutating func takeOtherReadings(_ parts: [Int], _ whole: Int64) -> Bool {
        let others = parts.map { part -> Quantity in
            let taken = amounts[part].quantity
            guard let ambiguity = amounts[part].ambiguity else { return taken }
            return Quantity(
                amount: ambiguity.other.normalised.text, unit: taken.unit, bound: taken.bound, basis: taken.basis,
                basisTyped: taken.basisTyped, typed: taken.typed)
        }
        let sum = others.compactMap(\.micrograms).reduce(0) { $0 &+ $1 }
        guard sum == whole, parts.compactMap({ amounts[$0].quantity.micrograms }).reduce(0, &+) != whole else {
            return false
        }
        for (part, other) in zip(parts, others) where amounts[part].ambiguity != nil {
            (amounts[part].quantity, amounts[part].ambiguity) = (other, nil)
        }
        return true
    }
}
