/// Which amount is of what.
extension SpokenReader {
    /// What stands in a sentence, in its order.
    private enum Element {
        case amount(Int)
        case name(Int)
    }

    /// An item in the making.
    struct Pair {
        var amount: Int?
        var names: [Int]
        var packaging: [String] = []
        var start: Int
        var end: Int
    }

    /// What an amount costs that no name is found for, and a name without an amount.
    private static let lost = 4.5
    private static let passed = 0.2

    mutating func pair() {
        var pairs: [Pair] = []
        var (amountsAt, namesAt): ([Int: [Int]], [Int: [Int]]) = ([:], [:])
        for (place, amount) in amounts.enumerated() {
            switch marks[amount.tokens.lowerBound] {
            case .none, .price: amountsAt[sentence(amount.tokens.lowerBound), default: []].append(place)
            case .denied: account.leftOver.append(told(amount))
            case .other: account.others.append(told(amount))
            }
        }
        for (place, name) in names.enumerated() where marks[name.tokens.lowerBound] == .none {
            namesAt[sentence(name.tokens.lowerBound), default: []].append(place)
        }
        var lastNames: [Int] = []
        for number in Set(amountsAt.keys).union(namesAt.keys).sorted() {
            let (amounts, names) = (amountsAt[number] ?? [], namesAt[number] ?? [])
            pairs += self.pairs(amounts, names, lastNames, pairs.isEmpty ? nil : pairs.count - 1, &pairs)
            if !names.isEmpty { lastNames = names.filter { self.names[$0].isKnown } }
        }
        dropDoubtful(&pairs)
        if totals.count == 1 {
            let parts = pairs.filter { pair in pair.names.contains { !names[$0].isGoods } }.compactMap(\.amount)
            if takeOtherReadings(parts, totals[0]) { account.givesTotal = false }
        }
        finish(pairs)
    }

    private mutating func pairs(
        _ amounts: [Int], _ names: [Int], _ before: [Int], _ last: Int?, _ earlier: inout [Pair]
    ) -> [Pair] {
        var pairs: [Pair] = []
        // "388 methadone tablets"
        var free = Set(amounts)
        var unnamed = Set(names)
        for amount in amounts {
            guard let inner = self.amounts[amount].inner,
                let name = names.first(where: { inner.overlaps(self.names[$0].tokens) })
            else { continue }
            pairs.append(pair(amount, name))
            free.remove(amount)
            unnamed.remove(name)
        }
        for (amount, name) in aligned(amounts.filter(free.contains), names.filter(unnamed.contains)) {
            pairs.append(pair(amount, name))
            free.remove(amount)
            unnamed.remove(name)
        }
        for amount in amounts where free.contains(amount) {
            if let name = shared(amount, pairs) {
                pairs.append(
                    Pair(
                        amount: amount, names: [name], start: self.amounts[amount].tokens.lowerBound,
                        end: self.amounts[amount].tokens.upperBound))
                pairs.sort { $0.start < $1.start }
            } else if settle(amount, names.filter(unnamed.contains), &pairs, before, &earlier, last, names.isEmpty) {
                unnamed.subtract(pairs.flatMap(\.names))
            } else {
                account.leftOver.append(told(self.amounts[amount]))
            }
        }
        pairs.sort { $0.start < $1.start }
        joinNames(&pairs, &unnamed)
        takeUncounted(names.filter(unnamed.contains), &pairs)
        return pairs
    }

    private func pair(_ amount: Int, _ name: Int) -> Pair {
        let (one, other) = (amounts[amount].tokens, names[name].tokens)
        return Pair(
            amount: amount, names: [name], packaging: amounts[amount].packaging,
            start: min(one.lowerBound, other.lowerBound), end: max(one.upperBound, other.upperBound))
    }

    // MARK: The cheapest reading of a sentence

    /// Neighbours belong together; of several ways to say so, the one with the fewest and smallest gaps.
    private func aligned(_ amounts: [Int], _ names: [Int]) -> [(Int, Int)] {
        guard !amounts.isEmpty, !names.isEmpty else { return [] }
        let elements: [Element] =
            (amounts.filter { ![.packaging].contains(self.amounts[$0].kind) }.map {
                (Element.amount($0), self.amounts[$0].tokens.lowerBound)
            } + names.map { (Element.name($0), self.names[$0].tokens.lowerBound) }).sorted { $0.1 < $1.1 }.map(\.0)
        var best = [Double](repeating: .infinity, count: elements.count + 1)
        var choice = [(from: Int, pair: (Int, Int)?)](repeating: (0, nil), count: elements.count + 1)
        best[0] = 0
        func skip(_ element: Element) -> Double {
            guard case .amount(let amount) = element else { return SpokenReader.passed }
            return self.amounts[amount].kind == .bare ? 1.2 : SpokenReader.lost
        }
        for place in elements.indices {
            let alone = best[place] + skip(elements[place])
            if alone < best[place + 1] { (best[place + 1], choice[place + 1]) = (alone, (place, nil)) }
            var between = 0.0
            for next in place + 1..<min(place + 3, elements.count) {
                if let (amount, name, cost) = cost(elements[place], elements[next]),
                    best[place] + cost + between < best[next + 1]
                {
                    best[next + 1] = best[place] + cost + between
                    choice[next + 1] = (place, (amount, name))
                }
                between += skip(elements[next])
            }
        }
        var pairs: [(Int, Int)] = []
        var end = elements.count
        while end > 0 {
            if let pair = choice[end].pair { pairs.append(pair) }
            end = choice[end].from
        }
        return pairs.reversed()
    }

    private func cost(_ first: Element, _ second: Element) -> (Int, Int, Double)? {
        switch (first, second) {
        case (.amount(let amount), .name(let name)):
            guard fits(amount, name) else { return nil }
            let gap = gap(amounts[amount].tokens.upperBound, names[name].tokens.lowerBound, isBehind: true)
            let limit = names[name].isSlang ? 0.4 : names[name].isGoods || isBare(amount) ? 1.6 : SpokenReader.lost
            // "3 heroin couriers" are no heroin.
            if isBare(amount), !names[name].isGoods, !endsItem(names[name].tokens.upperBound) { return nil }
            return gap <= limit ? (amount, name, gap) : nil
        case (.name(let name), .amount(let amount)):
            guard fits(amount, name) else { return nil }
            var gap = 0.5 + gap(names[name].tokens.upperBound, amounts[amount].tokens.lowerBound, isBehind: false)
            if !endsItem(amounts[amount].tokens.upperBound) { gap += isBare(amount) ? 3 : 1.5 }
            let limit = names[name].isSlang ? 0.9 : names[name].isGoods || isBare(amount) ? 1.6 : SpokenReader.lost
            return gap <= limit ? (amount, name, gap) : nil
        default: return nil
        }
    }

    private func isBare(_ amount: Int) -> Bool { amounts[amount].kind == .bare }

    private func fits(_ amount: Int, _ name: Int) -> Bool {
        let kind = amounts[amount].kind
        switch names[name].what {
        case .goods(let goods):
            if kind == .counted { return scan.tokens[amounts[amount].tokens.upperBound - 1].isHan }
            return goods != .vehicle && (kind == .bare || kind == .pieces)
        case .unnamed: return kind != .bare && kind != .pieces
        case .substance: return true
        }
    }

    /// How far apart two things stand; infinite over the end of a sentence.
    private func gap(_ end: Int, _ start: Int, isBehind: Bool) -> Double {
        guard end <= start else { return 0 }
        var cost = 0.0
        for place in end..<start {
            if isPassedOver[place] || isNumber[place] { continue }
            if let mark = scan.tokens[place].mark {
                switch mark {
                case ",", "，", "、": cost += isPassedOver[safe: place - 1] == true ? 0.3 : 2
                case "\n": cost += 2.5
                case "(", ")", "（", "）": cost += isBehind ? 0.6 : 0.2
                case "/", "+": cost += 1
                case ".": cost += 0.3
                default: cost += 0.2
                }
            } else {
                let word = word(place)
                if SpokenWords.turns.contains(word) || marks[place] == .denied { return .infinity }
                if SpokenWords.joiners.contains(word) {
                    cost += 2
                } else if SpokenWords.fillers.contains(word) || SpokenWords.weighing.occur(in: word) {
                    cost += 0.15
                } else {
                    cost += scan.tokens[place].isHan ? 0.4 : 0.7
                }
            }
        }
        return cost
    }

    /// Whether nothing directly behind says that the words before are of something else: "3 кг муки".
    private func endsItem(_ place: Int) -> Bool {
        guard let token = scan.tokens[safe: place], let word = token.word else { return true }
        if isPassedOver[place] || isNumber[place] || SpokenWords.seized.occur(in: word) { return true }
        return SpokenWords.fillers.contains(word) || SpokenWords.joiners.contains(word)
            || SpokenReader.prepositions.contains(word) || names.contains { $0.tokens.contains(place) }
            || stands(SpokenReader.seized, at: place)
    }

    private static let prepositions: Set<String> = [
        "in", "at", "on", "from", "by", "to", "near", "hidden", "for", "at", "inside", "under", "into", "across",
        "during", "have", "has", "had", "were", "was", "been", "в", "на", "у", "из", "от", "при", "под", "для", "к",
        "за", "было", "был", "была", "были", "спрятан", "藏", "在", "从", "被",
    ]

    // MARK: What is left

    /// Amounts of packets and doses, weights of what was counted, and weights whose name stands in the sentence before.
    private mutating func settle(
        _ amount: Int, _ names: [Int], _ pairs: inout [Pair], _ before: [Int], _ earlier: inout [Pair], _ last: Int?,
        _ isNameless: Bool
    ) -> Bool {
        let one = amounts[amount]
        switch one.kind {
        case .packaging:
            // "14 packets with hashish" where nothing weighs them.
            let free = names.first { name in
                self.names[name].isKnown
                    && (gap(one.tokens.upperBound, self.names[name].tokens.lowerBound, isBehind: true) <= 1.6
                        && one.tokens.upperBound <= self.names[name].tokens.lowerBound
                        || self.names[name].tokens.upperBound <= one.tokens.lowerBound
                            && gap(self.names[name].tokens.upperBound, one.tokens.lowerBound, isBehind: false) <= 1)
            }
            if let free {
                pairs.append(pair(amount, free))
                return true
            }
            guard let near = nearest(one.tokens, pairs) else { return false }
            pairs[near].packaging.append(scan.words(one.tokens))
            return true
        case .bare, .pieces: return isPassedOver[one.tokens.lowerBound]
        case .measured:
            if let near = nearest(one.tokens, pairs), let counted = pairs[near].amount, weighs(amount, pairs[near]) {
                pairs[near].packaging.insert(scan.words(amounts[counted].tokens), at: 0)
                pairs[near].amount = amount
                return true
            }
            if isNameless, let name = before.last, Set(before.map { self.names[$0].what.code }).count == 1,
                isWeighing(one.tokens)
            {
                if let last, earlier[last].names.contains(name), let counted = earlier[last].amount,
                    amounts[counted].kind == .packaging
                {
                    earlier[last].packaging.insert(scan.words(amounts[counted].tokens), at: 0)
                    earlier[last].amount = amount
                    return true
                }
                if let last, earlier[last].names.contains(name) { return false }
                pairs.append(pair(amount, name))
                return true
            }
            guard isAlone(one.tokens) else { return false }
            pairs.append(Pair(amount: amount, names: [], start: one.tokens.lowerBound, end: one.tokens.upperBound))
            return true
        case .counted, .foreign: return false
        }
    }

    /// Of what a weight is that stands with another one: "41 kg and 38 kg of marijuana", "0.48 g of heroin, and another 112 g".
    private func shared(_ amount: Int, _ pairs: [Pair]) -> Int? {
        let one = amounts[amount]
        guard one.kind == .measured || one.kind == .counted, endsItem(one.tokens.upperBound) else { return nil }
        let named = pairs.filter { $0.names.count == 1 && names[$0.names[0]].isKnown }
        if SpokenWords.more.contains(word(one.tokens.lowerBound - 1)) {
            let before = named.filter { $0.end <= one.tokens.lowerBound }
            guard Set(before.map { names[$0.names[0]].what.code }).count == 1 else { return nil }
            return before.last?.names.first
        }
        guard SpokenWords.joiners.contains(word(one.tokens.upperBound)), one.kind == .measured else { return nil }
        return named.first { pair in
            pair.amount.map {
                amounts[$0].kind == .measured && amounts[$0].tokens.lowerBound == one.tokens.upperBound + 1
            }
                ?? false
        }?.names.first
    }

    private func nearest(_ tokens: Range<Int>, _ pairs: [Pair]) -> Int? {
        pairs.indices.filter { pairs[$0].names.contains { !names[$0].isGoods } }.min { first, second in
            func distance(_ pair: Pair) -> Int {
                tokens.lowerBound >= pair.end ? tokens.lowerBound - pair.end : max(0, pair.start - tokens.upperBound)
            }
            return distance(pairs[first]) < distance(pairs[second])
        }
    }

    /// "5000 tablets of ecstasy weighing 1.5 kg"
    private func weighs(_ amount: Int, _ pair: Pair) -> Bool {
        guard let counted = pair.amount, [.counted, .packaging, .pieces].contains(amounts[counted].kind) else {
            return false
        }
        let start = amounts[amount].tokens.lowerBound
        return start >= pair.end && gap(pair.end, start, isBehind: true) <= 2.4
    }

    private func isWeighing(_ tokens: Range<Int>) -> Bool {
        (max(0, tokens.lowerBound - 5)..<tokens.lowerBound).contains { place in
            sentence(place) == sentence(tokens.lowerBound)
                && (SpokenWords.weighing.occur(in: word(place)) || word(place) == "重" || word(place) == "计")
        }
    }

    /// A weight in a list of seized things whose name is missing: "5 kg of heroin, 1,145 kg, 805 g of opium".
    private func isAlone(_ tokens: Range<Int>) -> Bool {
        func isEdge(_ place: Int) -> Bool {
            guard let token = scan.tokens[safe: place], sentence(place) == sentence(tokens.lowerBound) else {
                return true
            }
            if let mark = token.mark { return ",，、:：\n.-–—".contains(mark) }
            return SpokenWords.joiners.contains(word(place)) || SpokenWords.seized.occur(in: word(place))
        }
        return isEdge(tokens.lowerBound - 1) && isEdge(tokens.upperBound)
            && (isSeizing(sentence(tokens.lowerBound), amongItems: false)
                || names.contains { sentence($0.tokens.lowerBound) == sentence(tokens.lowerBound) })
            && !values(around: tokens)
    }

    private func values(around tokens: Range<Int>) -> Bool {
        (max(0, tokens.lowerBound - 4)..<tokens.lowerBound).contains {
            sentence($0) == sentence(tokens.lowerBound) && SpokenWords.values.occur(in: word($0))
        }
    }

    /// "37.9 kg of opium, heroin and marijuana" is one amount of several.
    private func joinNames(_ pairs: inout [Pair], _ unnamed: inout Set<Int>) {
        for place in pairs.indices {
            guard let first = pairs[place].names.first, names[first].isKnown, let amount = pairs[place].amount,
                amounts[amount].kind != .bare
            else { continue }
            for (next, step) in [(first + 1, 1), (first - 1, -1)] {
                var next = next
                while unnamed.contains(next), names[next].isKnown, !names[next].isSlang {
                    let (one, other) = (min(next, next - step), max(next, next - step))
                    let between = names[one].tokens.upperBound..<names[other].tokens.lowerBound
                    let isJoined =
                        !between.isEmpty && between.count <= 2
                        && between.allSatisfy { place in
                            SpokenWords.joiners.contains(spelled(place)) || "+/,、，".contains(spelled(place))
                        }
                    guard isJoined else { break }
                    pairs[place].names = (pairs[place].names + [next]).sorted()
                    pairs[place].start = min(pairs[place].start, names[next].tokens.lowerBound)
                    pairs[place].end = max(pairs[place].end, names[next].tokens.upperBound)
                    unnamed.remove(next)
                    next += step
                }
            }
        }
    }

    /// Weapons and ammunition of which no number is told.
    private func takeUncounted(_ names: [Int], _ pairs: inout [Pair]) {
        for name in names {
            guard case .goods(let kind) = self.names[name].what, kind == .weapon, self.names[name].isDefinite,
                isSeizing(sentence(self.names[name].tokens.lowerBound), amongItems: true)
            else { continue }
            let tokens = self.names[name].tokens
            pairs.append(Pair(amount: nil, names: [name], start: tokens.lowerBound, end: tokens.upperBound))
        }
    }

    /// An amount with the word behind it, which says of what it is.
    func told(_ amount: Amount) -> String {
        let end = amount.tokens.upperBound
        let isNamed = !word(end).isEmpty && sentence(end) == sentence(end - 1) && !scan.tokens[end].isHan
        return scan.words(amount.tokens.lowerBound..<(isNamed ? end + 1 : end))
    }
}

extension SpokenName.What {
    fileprivate var code: String {
        if case .substance(let match) = self { match.substance?.code ?? "" } else { "" }
    }
}
