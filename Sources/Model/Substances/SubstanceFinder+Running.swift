/// Names of substances in running text, token by token.
///
/// A page has hundreds of words and few names: a word that begins no name is passed over by one look into a table.
extension SubstanceFinder {
    /// The longest name that begins at a token, where it ends, and whether it is an everyday word, too.
    static func name(in scan: AmountScan, at place: Int, isTaken: [Bool]) -> (Int, Match, isSlang: Bool)? {
        guard let word = scan.tokens[place].word, firstWords.contains(word) || firstWords.contains(stem(word)) else {
            return nil
        }
        var ends: [Int] = []
        var end = place
        var words = 0
        while words < 5, let token = scan.tokens[safe: end], !isTaken[end] || token.isAttached {
            if token.word != nil || token.number != nil {
                guard !token.isHan else { break }
                end += 1
                words += 1
                ends.append(end)
            } else if let mark = token.mark, "-,'’()".contains(mark), let next = scan.tokens[safe: end + 1],
                next.range.lowerBound == token.range.upperBound, end > place
            {
                end += 1
            } else {
                break
            }
        }
        for end in ends.reversed() {
            guard let match = one(scan.words(place..<end)) else { continue }
            var isSlang = false
            if case .known(_, let likeness) = match, end == place + 1 {
                isSlang = likeness != .name && word.unicodeScalars.count <= 5
            }
            return (end, match, isSlang)
        }
        return nil
    }

    /// The same in a script without blanks.
    static func unspacedName(in scan: AmountScan, at place: Int, isTaken: [Bool]) -> (Int, Match)? {
        guard let first = scan.tokens[place].word, firstHan.contains(first) else { return nil }
        var text = ""
        var longest: (Int, Match)?
        for end in place..<min(place + 12, scan.tokens.count) {
            guard let word = scan.tokens[end].word, scan.tokens[end].isHan, !isTaken[end] else { break }
            text += word
            if end > place, let match = unspacedExact(text) { longest = (end + 1, match) }
        }
        return longest
    }

    private static func unspacedExact(_ text: String) -> Match? {
        names[key(text)].map { .known($0.substance, $0.isUsual ? .name : .synonym) }
    }

    private static let firstWords: Set<String> = {
        var words: Set<String> = []
        for name in SubstanceRegistry.all.flatMap({ $0.names.values.joined() + [$0.code] }) {
            guard let first = AmountScan(name).tokens.first?.word else { continue }
            words.insert(first)
            words.insert(stem(first))
        }
        return words
    }()

    private static let firstHan: Set<String> = Set(
        SubstanceRegistry.all.flatMap { $0.names[.zh] ?? [] }.compactMap { AmountScan($0).tokens.first?.word })
}
