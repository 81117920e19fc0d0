/// An amount whose number is not decided yet: what the comma of one number means may show in another.
struct AmountDraft {
    /// A written number with what multiplies it and what is added: "2 thousand", "two and a half".
    struct Number {
        var written: WrittenNumber
        var factor: Int64 = 1
        /// Of the product.
        var extra: ExactDecimal?
        var tokens: Range<Int>

        /// Nil beyond the digits that are kept.
        func value(_ chosen: ExactDecimal?) -> ExactDecimal? {
            guard let chosen, let product = chosen.times(factor) else { return nil }
            guard let sum = extra.map({ product.plus($0) }) ?? product, sum.isWritable else { return nil }
            return sum
        }
    }

    var low: Number
    var high: Number?
    var unit: QuantityUnit?
    /// Of the number alone, of the unit alone, and of the amount with the words around it; all in tokens.
    var numberTokens: Range<Int>
    var unitTokens: Range<Int>?
    var tokens: Range<Int>
    var bound: Quantity.Bound?
    var basis: Quantity.Basis?
    var basisTokens: Range<Int>?
    var restates = false
    var isEach = false
    /// Words that stand between the number and its unit: "388 methadone tablets".
    var innerTokens: Range<Int>?
    /// Of the words that call it a sum, and of itself.
    var totalTokens: Range<Int>?
}

/// What the certain numbers of a text say about its marks.
struct MarkEvidence: Sendable {
    private var meanings: [Character: Set<AmountAmbiguity.Mark>] = [:]

    /// What the numbers around a piece of text say counts for the piece, too.
    init(_ drafts: [AmountDraft], within context: MarkEvidence? = nil) {
        meanings = context?.meanings ?? [:]
        for draft in drafts {
            for number in [draft.low.written, draft.high?.written].compactMap(\.self) {
                if let mark = number.decimalMark {
                    meanings[mark, default: []].insert(.decimal)
                    // One text has one decimal mark; the other one is then for thousands.
                    if mark == "." { meanings[",", default: []].insert(.thousands) }
                    if mark == "," { meanings[".", default: []].insert(.thousands) }
                }
                if let mark = number.groupMark { meanings[mark, default: []].insert(.thousands) }
            }
        }
    }

    /// What the mark is; nil where nothing or contradicting things are known.
    func meaning(of mark: Character) -> AmountAmbiguity.Mark? {
        guard let known = meanings[mark], known.count == 1 else { return nil }
        return known.first
    }
}
