/// A name of something in a text: of a substance, of any drug at all, or of other goods.
struct SpokenName {
    enum What: Equatable {
        case substance(SubstanceFinder.Match)
        /// "Drugs", "white powder": no substance that anybody could look up.
        case unnamed(SeizedItem.Kind)
        case goods(SeizedItem.Kind)
    }

    var tokens: Range<Int>
    var what: What
    /// A word of every day that is slang for a drug, too: it counts only directly at an amount.
    var isSlang = false
    /// It says what it is and not only of what sort: "AK-47", "pistol", but not "weapons".
    var isDefinite = true

    var isGoods: Bool { if case .goods = what { true } else { false } }
    var isUnnamed: Bool { if case .unnamed = what { true } else { false } }
    var isKnown: Bool { if case .substance = what { true } else { false } }
}

/// Finds names among the tokens of a text.
struct SpokenNames {
    let scan: AmountScan
    /// Tokens that belong to numbers, units and days.
    let isTaken: [Bool]

    func find() -> [SpokenName] {
        var names: [SpokenName] = []
        var place = 0
        while place < scan.tokens.count {
            guard let word = scan.tokens[place].word, !isTaken[place] else {
                place += 1
                continue
            }
            if let name = scan.tokens[place].isHan ? unspaced(at: place) : spaced(at: place, word) {
                names.append(name)
                place = name.tokens.upperBound
            } else {
                place += 1
            }
        }
        return merged(names)
    }

    // MARK: With blanks

    private func spaced(at place: Int, _ word: String) -> SpokenName? {
        if let (end, match, isSlang) = SubstanceFinder.name(in: scan, at: place, isTaken: isTaken) {
            return SpokenName(tokens: place..<end, what: .substance(match), isSlang: isSlang)
        }
        if let next = scan.tokens[safe: place + 1], next.isHan, !isTaken[place + 1],
            case .known(let substance, let likeness) = SubstanceFinder.find(scan.words(place..<(place + 2))),
            likeness == .name || likeness == .synonym
        {
            // "K粉"
            return SpokenName(tokens: place..<(place + 2), what: .substance(.known(substance, likeness)))
        }
        if let kind = GoodsWords.kind(word), !isOtherName(word, at: place) {
            let isDefinite = kind == .weapon && !SpokenNames.broad.occur(in: word)
            return SpokenName(tokens: place..<behindModel(place + 1), what: .goods(kind), isDefinite: isDefinite)
        }
        if SpokenNames.anyDrug.occur(in: word, leaving: 0...4) {
            return SpokenName(tokens: place..<(place + 1), what: .unnamed(.drug))
        }
        if SpokenNames.anyPrecursor.occur(in: word, leaving: 0...4) {
            return SpokenName(tokens: place..<(place + 1), what: .unnamed(.precursor))
        }
        return unnamed(at: place, word)
    }

    /// "Ak-Jol" is a crossing, and "11 pm" an hour.
    private func isOtherName(_ word: String, at place: Int) -> Bool {
        guard word.unicodeScalars.count <= 3, let next = scan.tokens[safe: place + 1] else { return word == "pm" }
        if word == "pm" { return true }
        guard next.mark == "-", next.range.lowerBound == scan.tokens[place].range.upperBound else { return false }
        return scan.tokens[safe: place + 2]?.word != nil
    }

    /// "unknown white powder", "порошкообразное вещество".
    private func unnamed(at place: Int, _ word: String) -> SpokenName? {
        var end = place
        while end < place + 4, let word = scan.tokens[safe: end]?.word, !isTaken[end] {
            if GoodsWords.isUnnamedNoun(word) {
                return SpokenName(tokens: place..<(end + 1), what: .unnamed(.drug))
            }
            guard GoodsWords.isUnnamedAdjective(word) else { return nil }
            end += 1
        }
        return nil
    }

    /// "-47" and "-1" behind "АК" and "Ф", which belong to the name.
    private func behindModel(_ place: Int) -> Int {
        var end = place
        while let token = scan.tokens[safe: end], token.mark == "-", let next = scan.tokens[safe: end + 1],
            next.isAttached || next.word.map({ $0.utf8.count <= 4 }) ?? false, next.number != nil || next.word != nil,
            token.range.upperBound == next.range.lowerBound
        { end += 2 }
        return end
    }

    // MARK: Without blanks

    private func unspaced(at place: Int) -> SpokenName? {
        if let (end, match) = SubstanceFinder.unspacedName(in: scan, at: place, isTaken: isTaken) {
            return SpokenName(tokens: place..<end, what: .substance(match))
        }
        for (phrase, what) in SpokenNames.han[scan.tokens[place].word ?? ""] ?? [] where scan.stands(phrase, at: place)
        {
            let isDefinite = what == .goods(.weapon) && phrase != ["枪", "支"] && phrase != ["武", "器"]
            return SpokenName(tokens: place..<(place + phrase.count), what: what, isDefinite: isDefinite)
        }
        return nil
    }

    private static let han: [String: [([String], SpokenName.What)]] = {
        var table: [String: [([String], SpokenName.What)]] = [:]
        let goods = GoodsWords.unspaced.map { ($0.0, SpokenName.What.goods($0.1)) }
        let drugs = (GoodsWords.unnamedUnspaced + ["毒品"]).map { ($0, SpokenName.What.unnamed(.drug)) }
        let precursors = ["制毒物品", "易制毒化学品", "前体"].map { ($0, SpokenName.What.unnamed(.precursor)) }
        for (phrase, what) in goods + drugs + precursors {
            let words = phrase.map { String($0) }
            table[words[0], default: []].append((words, what))
        }
        return table.mapValues { $0.sorted { $0.0.count > $1.0.count } }
    }()

    // MARK: Both

    /// "автомат АК-74", "AK-47 rifle" and "наркотическое средство героин" are one thing each.
    private func merged(_ names: [SpokenName]) -> [SpokenName] {
        var merged: [SpokenName] = []
        for name in names {
            guard let last = merged.last else {
                merged.append(name)
                continue
            }
            let between = last.tokens.upperBound..<name.tokens.lowerBound
            let isNear =
                between.count <= 2
                && between.allSatisfy { place in
                    guard !isTaken[place] else { return false }
                    if let mark = scan.tokens[place].mark { return "-–—\"«»(".contains(mark) }
                    return SpokenNames.between.contains(scan.tokens[place].word ?? "")
                }
            switch (last.what, name.what) {
            case (.goods(let kind), .goods(let other)) where kind == other && isNear:
                merged[merged.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
                merged[merged.count - 1].isDefinite = last.isDefinite || name.isDefinite
            case (.unnamed, .substance) where isNear:
                merged[merged.count - 1] = name
                // «наркотическое вещество "чарс"»: here slang is a name.
                merged[merged.count - 1].isSlang = false
            case (.substance(let match), .substance(let other))
            where isNear && match.substance == other.substance
                && match.substance != nil:
                merged[merged.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
            default: merged.append(name)
            }
        }
        return merged
    }

    private static let between: Set<String> = [
        "brand", "system", "марки", "системы", "калибра", "model", "of", "called", "средство", "средства", "вещество",
        "вещества",
    ]
    private static let broad = WordEdges(.beginning, ["weapon", "firearm", "arms", "gun", "оружи", "обрез", "автомат"])
    private static let anyDrug = WordEdges(.beginning, ["drug", "narcotic", "наркот", "зель"])
    private static let anyPrecursor = WordEdges(.beginning, ["precursor", "прекурсор"])
}

extension AmountScan {
    /// Whether these words stand there, one token each.
    func stands(_ words: [String], at place: Int) -> Bool {
        guard place + words.count <= tokens.count else { return false }
        for (offset, word) in words.enumerated() where tokens[place + offset].word != word { return false }
        return true
    }

    /// The typed words of some tokens.
    func words(_ places: Range<Int>) -> String {
        text(span(places))
    }

    /// The characters of some tokens.
    func span(_ places: Range<Int>) -> Range<Int> {
        guard let last = places.last else { return 0..<0 }
        return tokens[places.lowerBound].range.lowerBound..<tokens[last].range.upperBound
    }
}
