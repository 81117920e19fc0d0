/// Reads what was seized from one line of text: "heroin 6,3 kg; 2 AK; 15 000 USD".
///
/// Items are divided by semicolons and line ends, and by commas and "and" where both sides say what they are. What was not
/// understood stays: as the name of an item of the kind `other`, or in the note of the item that it stood with.
package struct SeizedItemReader: Sendable {
    let amounts: AmountReader

    package init(language: TextLanguage = .en) { amounts = AmountReader(language: language) }

    /// - Parameter context: the whole text that the lines come from: how it writes decimals holds for each line.
    package init(language: TextLanguage = .en, context: String) {
        amounts = AmountReader(language: language, context: context)
    }

    /// An item with what has to be asked about it.
    package struct Reading: Equatable, Sendable {
        package internal(set) var item: SeizedItem
        /// The item's own words.
        package let typed: String
        /// Its amount has two readings.
        package internal(set) var ambiguity: AmountAmbiguity?
        /// How its name was recognised; nil for goods that are no substances.
        package let match: SubstanceFinder.Match?
        /// It is far more than usual.
        package internal(set) var prompt: UsualAmount.Prompt?

        /// The same by the other reading of its amount; nil where there is only one.
        package var other: Reading? {
            guard let ambiguity, let taken = item.quantity, let value = ExactDecimal(taken.amount) else { return nil }
            var other = self
            let quantity = Quantity(
                amount: ambiguity.other.normalised.text, unit: taken.unit, bound: taken.bound, basis: taken.basis,
                basisTyped: taken.basisTyped, typed: taken.typed ?? typed)
            other.item.quantity = quantity
            other.ambiguity = AmountAmbiguity(
                taken: ambiguity.taken == .decimal ? .thousands : .decimal, reason: ambiguity.reason, other: value)
            other.prompt = prompt == nil && other.item.kind == .other ? nil : UsualAmount.prompt(for: other.item)
            return other
        }
    }

    package func items(_ text: String) -> [SeizedItem] { read(text).map(\.item) }

    package func read(_ text: String) -> [Reading] {
        let cut = String(text.prefix(AmountReader.longest))
        let reader = AmountReader(language: amounts.language, context: cut)
        return SeizedItemReader(reader).withoutSums(cut).split { $0 == ";" || $0 == "；" || $0.isNewline }
            .flatMap { line -> [Reading] in
                let line = String(line)
                let reader = SeizedItemReader(reader)
                return SeizedItemReader.joined(reader.pieces(line).compactMap { reader.read(piece: $0) })
            }
    }

    /// "cash, USD 12,500" is one sum of money, and the word for it.
    private static func joined(_ readings: [Reading]) -> [Reading] {
        readings.enumerated().filter { place, reading in
            let next = readings[safe: place + 1]?.item
            return
                !(reading.item.kind == .cash && reading.item.quantity == nil && next?.kind == .cash
                && next?.quantity != nil)
        }.map(\.element)
    }

    private init(_ amounts: AmountReader) { self.amounts = amounts }

    /// A sum that a text gives, and what its parts come to. Sums are no items of their own.
    package struct Sum: Equatable, Sendable {
        package let printed: ReadAmount
        package let parts: QuantityTotal
        package let comparison: TotalComparison
    }

    /// The first sum that a text gives; nil where it gives none.
    package func sum(_ text: String) -> Sum? {
        let all = AmountReader(language: amounts.language, context: text).read(text).amounts
        guard let printed = all.first(where: { $0.total != nil }) else { return nil }
        let parts = QuantityTotal(all)
        return Sum(
            printed: printed, parts: parts, comparison: TotalComparison(printed: printed.quantity, items: parts))
    }

    /// The text with blanks in place of the sums that it gives.
    private func withoutSums(_ text: String) -> String {
        let sums = amounts.read(text).amounts.compactMap(\.total)
        guard !sums.isEmpty else { return text }
        var characters = Array(text)
        for sum in sums { for place in sum where !characters[place].isNewline { characters[place] = " " } }
        return String(characters)
    }

    // MARK: Pieces

    /// Divides a line where a comma, "and" or a sentence ends an item: what follows has to say an amount and a name of
    /// its own. "3 kg and 250 grams" is one amount and is divided only where both halves have names.
    private func pieces(_ line: String) -> [String] {
        let scan = AmountScan(line)
        let whole = amounts.read(line).amounts.map(\.place)
        let cuts = scan.tokens.filter { token in
            if let mark = token.mark { return ",、.。".contains(mark) }
            return token.word == "and" || token.word == "и" || token.word == "和"
        }.map(\.range)
        func isInside(_ cut: Range<Int>) -> Bool {
            whole.contains { $0.lowerBound < cut.lowerBound && $0.contains(cut.lowerBound) }
        }
        var pieces: [String] = []
        var start = 0
        for (place, cut) in cuts.enumerated() {
            let later = cuts[(place + 1)...].first { !isInside($0) }
            let next = later?.lowerBound ?? scan.characters.count
            guard next > cut.upperBound else { continue }
            let before = scan.text(start..<cut.lowerBound)
            let behind = scan.text(cut.upperBound..<next)
            guard saysAll(behind), saysAll(before) else { continue }
            pieces.append(before)
            start = cut.upperBound
        }
        return pieces + [scan.text(start..<scan.characters.count)]
    }

    /// Whether a text has a number and a name of something.
    private func saysAll(_ text: String) -> Bool {
        let scan = AmountScan(text)
        if SeizedItemReader.money(in: scan) != nil { return true }
        let found = amounts.read(text).amounts
        let rest = name(in: text, without: found.flatMap(\.places))
        guard !found.isEmpty || scan.tokens.contains(where: { $0.number != nil }) else {
            // "a car" is an item; "hidden in the tank of a car" is none.
            return rest.split(separator: " ").count <= 2 && kind(of: rest) != nil
        }
        return !rest.isEmpty
            && (kind(of: rest) != nil || SubstanceFinder.locate(in: rest) != nil
                || !found.isEmpty && GoodsWords.unnamed(in: rest) != nil)
    }

    // MARK: One item

    private func read(piece: String) -> Reading? {
        let typed = piece.trimmingBlanks
        guard typed.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let scan = AmountScan(typed)
        if let money = SeizedItemReader.money(in: scan) { return cash(money, typed) }
        let found = amounts.read(typed).amounts
        let each = found.firstIndex { $0.isEach }.flatMap { ($0 > 0 ? product(found[$0 - 1], found[$0], typed) : nil) }
        let usual = found.firstIndex { !$0.isEach && $0.unit.map { $0.rule != .none } == true }
        // What was weighed counts by its weight, not by a rule.
        let amount =
            usual.map { found.weight(of: $0) ?? found[$0] } ?? found.first { !$0.isEach }
        let rest = name(in: typed, without: found.flatMap(\.places))
        let counted = amount == nil ? count(in: scan) : nil
        let words = counted.map { self.name(in: typed, without: [$0.place]) } ?? rest
        let name = words == "--" ? "" : words
        // What is weighed is no vehicle: "5 kg in the tank of a car".
        let isWeighed = amount?.unit.map { $0.rule != .none } == true
        let goods = isWeighed ? nil : kind(of: name)
        let place = goods == nil ? SubstanceFinder.locate(in: name) : nil
        let match = place?.match ?? (name.isEmpty || goods != nil ? nil : .unknown(asTyped: name))
        var item = SeizedItem(
            kind: goods ?? kind(match, amount),
            name: name.isEmpty ? nil : (place?.name ?? name).trimmed(of: SeizedItemReader.edges))
        item.substance = match?.substance?.code
        item.quantity =
            each ?? amount?.quantity ?? counted?.quantity ?? (Quantity.saysNoData(typed) ? Quantity.noData : nil)
        if each == nil {
            let others = found.filter { $0 != amount }
            let packaging = others.filter {
                [.package, .parcel, .bag, .sack, .briquette, .bottle].contains($0.unit)
                    || $0.unit == .tablet && amount?.restates == true
            }
            if !packaging.isEmpty { item.packaging = packaging.map(\.typed).joined(separator: "; ") }
            let left = others.filter { !packaging.contains($0) }
            if !left.isEmpty { item.note = left.map(\.typed).joined(separator: "; ") }
        }
        if let rest = place?.rest.trimmed(of: SeizedItemReader.edges), !rest.isEmpty {
            item.note = [rest, item.note].compactMap(\.self).joined(separator: "; ")
        }
        if item.quantity == nil, found.isEmpty, item.kind == .other { item.name = typed }
        let prompt = item.quantity.flatMap { quantity in
            item.kind == .drug || item.kind == .precursor
                ? UsualAmount.prompt(for: quantity, of: match?.substance) : nil
        }
        return Reading(item: item, typed: typed, ambiguity: amount?.ambiguity, match: match, prompt: prompt)
    }

    /// "10 packages of 500 g each": what there is in all, beside the words.
    private func product(_ count: ReadAmount, _ each: ReadAmount, _ typed: String) -> Quantity? {
        guard count.ambiguity == nil, each.ambiguity == nil, count.high == nil, each.high == nil, count.value.isWhole,
            let factor = count.value.rounded(timesTenTo: 0), let total = each.value.times(factor), total.isWritable
        else { return nil }
        let words = String(Array(typed)[count.place.lowerBound..<each.place.upperBound])
        return Quantity(
            amount: total.text, unit: each.unitTyped, bound: count.bound ?? each.bound, basis: each.basis,
            basisTyped: each.basisTyped, typed: words)
    }

    /// A weight of something unknown is a drug nobody has named yet; without one it is just words.
    private func kind(_ match: SubstanceFinder.Match?, _ amount: ReadAmount?) -> SeizedItem.Kind {
        switch match {
        case .known(let substance, _)?: return substance.isPrecursor ? .precursor : .drug
        case .several?: return .drug
        case .unknown?, nil:
            let isDrugUnit = amount?.unit.map {
                $0.rule != .none || $0 == .capsule || $0 == .ampoule || $0 == .matchbox
            }
            return isDrugUnit == true ? .drug : .other
        }
    }

    func kind(of name: String) -> SeizedItem.Kind? {
        let words = AmountScan(name).tokens.compactMap { $0.isHan ? nil : $0.word }
        for word in words { if let kind = GoodsWords.kind(word) { return kind } }
        return GoodsWords.unspacedKind(name)
    }

    /// "2 AK": a number that stands first and has no unit.
    private func count(in scan: AmountScan) -> (quantity: Quantity, place: Range<Int>)? {
        let numbers = NumberParser(scan.tokens)
        guard let first = scan.tokens.indices.first(where: { numbers.number(at: $0, evenAttached: false) != nil }),
            let number = numbers.number(at: first, evenAttached: false), first == 0 || first == scan.tokens.count - 1,
            let value = number.value(number.written.asGrouped ?? number.written.asDecimal), value.isWhole,
            let last = number.tokens.last
        else { return nil }
        let place = scan.tokens[first].range.lowerBound..<scan.tokens[last].range.upperBound
        let typed = scan.text(place)
        let amount = value.normalised.text
        return (Quantity(amount: amount, unit: "", typed: amount == typed ? nil : typed), place)
    }

    /// What is left of a text without its amounts and without the words that only join.
    func name(in text: String, without places: [Range<Int>]) -> String {
        let characters = Array(text)
        var left = ""
        for (place, character) in characters.enumerated() {
            if places.contains(where: { $0.contains(place) }) {
                if left.last != " " { left.append(" ") }
            } else {
                left.append(character)
            }
        }
        var words = left.split(separator: " ").map(String.init)
        let joining: Set<String> = [
            "of", "and", "и", "-", "–", "—", ":", "=", ",", ".", "(", ")", "()", "with", "x", "х", "по", "seized",
            "found", "confiscated", "изъято", "изъят", "изъяты", "изъята", "обнаружено", "обнаружен", "обнаружены", "a",
            "an",
        ]
        while let first = words.first, joining.contains(first.lowercased()) { words.removeFirst() }
        while let last = words.last, joining.contains(last.lowercased()) { words.removeLast() }
        return words.joined(separator: " ").trimmed(of: SeizedItemReader.edges)
    }

    private static let edges: Set<Character> = [
        " ", ",", ":", ".", "-", "–", "—", "=", "(", "，", "。", "：", "、", "*",
    ]
}

extension String {
    func trimmed(of edges: Set<Character>) -> String {
        guard let start = firstIndex(where: { !edges.contains($0) }),
            let end = lastIndex(where: { !edges.contains($0) })
        else { return "" }
        return String(self[start...end])
    }
}
