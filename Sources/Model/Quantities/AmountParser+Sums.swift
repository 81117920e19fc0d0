/// Amounts that say again what others say: sums of what follows, and the same weighed in another way.
extension AmountParser {
    /// Run once, over all that was found.
    mutating func markSums() {
        for place in drafts.indices { markOtherBasis(at: place) }
        for place in drafts.indices where !drafts[place].restates { markSum(at: place) }
    }

    /// "12 kg heroin (gross 13.1 kg)", "12 kg net, 13.1 kg gross".
    private mutating func markOtherBasis(at place: Int) {
        guard place > 0, !drafts[place].restates, let basis = drafts[place].basis, basis != .bulk,
            basis != .estimated, basis != drafts[place - 1].basis, drafts[place].unit?.dimension == .mass,
            drafts[place - 1].unit?.dimension == .mass, !drafts[place - 1].isEach
        else { return }
        let between = drafts[place - 1].tokens.upperBound..<drafts[place].tokens.lowerBound
        let isOneThing = !between.contains { place in
            tokens[place].mark.map { ";\n.。；".contains($0) } ?? false
        }
        guard isOneThing, drafts[place - 1].basis != nil || between.contains(where: { tokens[$0].mark == "(" }),
            name(behind: drafts[place].tokens.upperBound) == nil
        else { return }
        drafts[place].restates = true
    }

    /// The known substance that a text names directly behind an amount.
    private func name(behind place: Int) -> String? {
        let first = tokens[safe: place]?.word == "of" ? place + 1 : place
        guard let word = tokens[safe: first]?.word, word.count >= 3, !AmountPhrases.namesOfAnything.contains(word),
            SubstanceFinder.find(word).substance != nil
        else {
            return nil
        }
        return word
    }

    /// "A total of 13.3 kg of drugs: …", "more than 30 kg of drugs, including …", "…, 12 kg in total".
    private mutating func markSum(at place: Int) {
        let draft = drafts[place]
        guard draft.unit?.dimension == .mass, !draft.isEach, name(behind: draft.tokens.upperBound) == nil else {
            return
        }
        var start = draft.tokens.lowerBound
        let floor = place > 0 ? drafts[place - 1].tokens.upperBound : 0
        let words = AmountPhrases.totals.first { words in
            start - words.count >= floor && zip(start - words.count..<start, words).allSatisfy { tokens[$0].word == $1 }
        }
        if let words { start -= words.count }
        var end = draft.tokens.upperBound
        // What belongs to the number may have been taken for its second half: "13 kg: 9 kg 880 g".
        let next = place + 1 < drafts.count ? drafts[place + 1].tokens.lowerBound : tokens.count
        var namesAnything = false
        while end < next, let word = tokens[end].word, AmountPhrases.sumsOfAnything.contains(word) {
            namesAnything = namesAnything || AmountPhrases.namesOfAnything.contains(word)
            end += 1
        }
        guard words != nil || namesAnything else { return }
        let others = drafts.indices.filter { $0 != place && !drafts[$0].restates && !drafts[$0].isEach }
        let behind = others.filter { $0 > place && isNear($0, end) }
        let isOpening = !behind.isEmpty && opens(end)
        let isClosing = words != nil && others.count(where: { $0 < place }) > 1
        guard isOpening || isClosing || words != nil && namesAnything && !behind.isEmpty else { return }
        // "10 packages, 5 kg in total of heroin": what is counted is no part.
        guard others.contains(where: { drafts[$0].unit.map { $0.rule != .none } == true }) else { return }
        drafts[place].totalTokens = start..<end
    }

    /// In the same sentence or the lines below.
    private func isNear(_ other: Int, _ end: Int) -> Bool { drafts[other].tokens.lowerBound - end < 200 }

    /// Whether a list begins behind a sum: a colon, a dash, "including", "namely", brackets, or a comma before an amount.
    private func opens(_ end: Int) -> Bool {
        for place in end..<min(end + 6, tokens.count) {
            if let mark = tokens[place].mark, ":-(–—：\n".contains(mark) { return true }
            if let mark = tokens[place].mark, mark == "," || mark == "，" { continue }
            let word = tokens[place].word ?? ""
            if [
                "including", "incl", "namely", "comprising", "в", "том", "числе", "включая", "из", "них", "其", "包",
                "of",
            ]
            .contains(word) {
                if word != "в", word != "of", word != "том" { return true }
                continue
            }
            if ["were", "was", "seized", "found", "изъято", "обнаружено", "confiscated"].contains(word) { continue }
            return false
        }
        return false
    }
}
