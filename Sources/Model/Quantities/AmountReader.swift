/// Finds amounts in text as people type and paste it, in English, Russian and Chinese.
///
/// It decides nothing silently: where a comma may be a decimal mark or one between thousands, the result has both
/// readings. What it takes is only a default: a mark as another number of the text must have it; else as the language of
/// the text uses it (Russian: decimal comma; English and Chinese: thousands); of things that are counted, whole numbers.
package struct AmountReader: Sendable {
    /// For text that does not show its language, such as "5,065 kg".
    package let language: TextLanguage

    /// What the numbers of a longer text say, of which a piece is read.
    private let context: MarkEvidence?

    package init(language: TextLanguage = .en) {
        self.language = language
        context = nil
    }

    /// - Parameter context: the whole text that the pieces come from: how it writes decimals holds for each of them.
    package init(language: TextLanguage = .en, context: String) {
        let cut = String(context.prefix(AmountReader.longest))
        var parser = AmountParser(AmountScan(cut))
        parser.parse()
        self.language = TextLanguage.guess(cut) ?? language
        self.context = MarkEvidence(parser.drafts)
    }

    /// What was found, in the order of the text.
    package struct Result: Equatable, Sendable {
        package let amounts: [ReadAmount]
        package let unread: [UnreadNumber]
        /// The text went on, and only the first ``AmountReader/longest`` characters were read.
        package let isCut: Bool
    }

    /// Longer texts are read up to here, in characters.
    package static let longest = 20_000

    package func read(_ text: String) -> Result {
        let cut = text.prefix(AmountReader.longest)
        return read(AmountScan(String(cut)), of: cut, isCut: cut.endIndex < text.endIndex)
    }

    /// The same of a text that is cut into words already.
    func read(_ scan: AmountScan, of cut: some StringProtocol, isCut: Bool = false) -> Result {
        var parser = AmountParser(scan)
        parser.parse()
        parser.markSums()
        let choice = AmountChoice(
            scan: scan, language: TextLanguage.guess(cut) ?? language,
            evidence: MarkEvidence(parser.drafts, within: context))
        var amounts: [ReadAmount] = []
        var place = 0
        while place < parser.drafts.count {
            let first = parser.drafts[place]
            if place + 1 < parser.drafts.count, parser.areAdjacent(place, place + 1),
                let joined = choice.joined(first, parser.drafts[place + 1])
            {
                amounts.append(joined)
                place += 2
            } else {
                if let amount = choice.amount(first) { amounts.append(amount) } else { parser.giveUp(first) }
                place += 1
            }
        }
        return Result(amounts: amounts, unread: parser.unread(scan), isCut: isCut)
    }
}

/// Decides between the readings of written numbers.
struct AmountChoice {
    let scan: AmountScan
    let language: TextLanguage
    let evidence: MarkEvidence

    func amount(_ draft: AmountDraft) -> ReadAmount? { amount(draft, value: nil, to: draft.tokens.upperBound, draft) }

    /// "3 kg and 250 grams": a whole number, then less than one of it in a smaller unit of the same dimension.
    func joined(_ first: AmountDraft, _ second: AmountDraft) -> ReadAmount? {
        guard let unit = first.unit, let smaller = second.unit, unit.dimension == smaller.dimension,
            smaller.power < unit.power, unit.dimension == .mass || unit.dimension == .volume, first.high == nil,
            second.high == nil, second.bound == nil, !second.restates, !second.isEach, !first.isEach,
            first.basis == nil || second.basis == nil,
            let (whole, doubt) = value(first.low, isCounted: false), doubt == nil, whole.isWhole,
            let (part, otherDoubt) = value(second.low, isCounted: false), otherDoubt == nil
        else { return nil }
        let fraction = part.timesTen(to: smaller.power - unit.power)
        guard fraction < ExactDecimal(1), let sum = whole.plus(fraction)?.normalised, sum.isWritable else { return nil }
        var draft = first
        draft.totalTokens = first.totalTokens ?? second.totalTokens
        draft.basis = first.basis ?? second.basis
        draft.basisTokens = first.basisTokens ?? second.basisTokens
        return amount(draft, value: sum, to: second.tokens.upperBound, second)
    }

    private func amount(_ draft: AmountDraft, value: ExactDecimal?, to end: Int, _ last: AmountDraft) -> ReadAmount? {
        guard let (low, ambiguity) = self.value(draft.low, isCounted: draft.unit?.isCounted ?? false) else {
            return nil
        }
        var high: ExactDecimal?
        if let number = draft.high {
            let certain = self.value(number, isCounted: draft.unit?.isCounted ?? false, as: ambiguity?.taken)
            guard let certain, low < certain.0 else { return nil }
            high = certain.0
        }
        let typed = text(draft.tokens.lowerBound..<end)
        let isOne = value == nil
        return ReadAmount(
            place: place(draft.tokens.lowerBound..<end), typed: typed,
            amountTyped: isOne ? text(draft.numberTokens) : typed,
            unitTyped: draft.unitTokens.map { text($0) } ?? "", value: value ?? low, high: high, unit: draft.unit,
            bound: high == nil ? draft.bound : .between, basis: draft.basis,
            basisTyped: draft.basisTokens.map { text($0) }, ambiguity: isOne ? ambiguity : nil,
            restates: draft.restates, isEach: draft.isEach || last.isEach, inner: draft.innerTokens.map { place($0) },
            total: draft.totalTokens.map {
                place(min($0.lowerBound, draft.tokens.lowerBound)..<max($0.upperBound, end))
            })
    }

    /// The number that is taken, and that it may be another one. Nil beyond the digits that are kept.
    func value(
        _ number: AmountDraft.Number, isCounted: Bool, as fixed: AmountAmbiguity.Mark? = nil
    ) -> (ExactDecimal, AmountAmbiguity?)? {
        let decimal = number.value(number.written.asDecimal)
        let grouped = number.value(number.written.asGrouped)
        guard let mark = number.written.mark, let decimal, let grouped else {
            return (decimal ?? grouped).map { ($0, nil) }
        }
        // Nobody has 1.680 pills, and nobody writes 2.000 of them for two.
        if isCounted, number.factor == 1 { return (grouped, nil) }
        // An English or Chinese point before three digits is a decimal mark.
        let known = fixed ?? evidence.meaning(of: mark)
        if mark == ".", language != .ru, known != .thousands { return (decimal, nil) }
        let taken = known ?? language.meaning(of: mark)
        return (
            taken == .decimal ? decimal : grouped,
            AmountAmbiguity(
                taken: taken, reason: known == nil ? .language : .sameText, other: taken == .decimal ? grouped : decimal
            )
        )
    }

    private func place(_ tokens: Range<Int>) -> Range<Int> {
        guard let last = tokens.last else { return 0..<0 }
        return scan.tokens[tokens.lowerBound].range.lowerBound..<scan.tokens[last].range.upperBound
    }

    private func text(_ tokens: Range<Int>) -> String { scan.text(place(tokens)) }
}
