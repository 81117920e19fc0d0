/// How well a few typed letters fit a name, and which letters of it they are.
///
/// Blanks separate words that must all be found. Better is: the whole name, its beginning, the beginning of a word in it,
/// the first letters of its words, a part of it, and last its letters in order with others between.
package struct FuzzyMatch: Equatable, Sendable {
    package enum Kind: Int, Comparable, Sendable {
        case whole, prefix, wordStart, initials, part, scattered

        package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    package let kind: Kind
    /// Places of the matched characters in the text, rising.
    package let places: [Int]
    /// Characters between the first and the last matched one that do not belong to the match.
    private let gaps: Int
    private let length: Int

    /// Nil where the letters do not fit. Nothing typed fits everything.
    ///
    /// - Parameter isLoose: whether letters with others between count, too; for names yes, for sentences no.
    package init?(_ query: String, in text: String, isLoose: Bool = true) {
        self.init(query, in: FoldedText(text), isLoose: isLoose)
    }

    package init?(_ query: String, in text: FoldedText, isLoose: Bool = true) {
        var kind = Kind.whole
        var found: Set<Int> = []
        var gaps = 0
        for word in SearchFolding.fold(query).split(separator: " ").map(Array.init) {
            guard let (wordKind, scalars) = FuzzyMatch.find(word, in: text.scalars, isLoose: isLoose) else {
                return nil
            }
            kind = max(kind, wordKind)
            found.formUnion(scalars.map { text.places[$0] })
            if let first = scalars.first, let last = scalars.last { gaps += last - first + 1 - scalars.count }
        }
        self.kind = kind
        self.gaps = gaps
        places = found.sorted()
        length = text.scalars.count
    }

    /// Whether this one belongs before another in a list; equal ones keep the order they had.
    package func isBetter(than other: FuzzyMatch) -> Bool {
        (kind.rawValue, gaps, places.first ?? 0, length)
            < (other.kind.rawValue, other.gaps, other.places.first ?? 0, other.length)
    }

    private static func find(
        _ word: [Unicode.Scalar], in text: [Unicode.Scalar], isLoose: Bool
    ) -> (Kind, [Int])? {
        let starts = text.indices.filter { isWordStart($0, in: text) }
        let holds = { (start: Int) in
            start + word.count <= text.count && text[start..<(start + word.count)].elementsEqual(word)
        }
        if let start = [0].first(where: holds) ?? starts.first(where: holds) {
            let kind: Kind = start > 0 ? .wordStart : word.count == text.count ? .whole : .prefix
            return (kind, Array(start..<(start + word.count)))
        }
        // One letter alone is in nearly everything.
        guard word.count > 1 else { return nil }
        if isLoose, let places = scatter(word, over: starts, of: text) { return (.initials, places) }
        if let start = text.indices.first(where: holds) { return (.part, Array(start..<(start + word.count))) }
        guard isLoose else { return nil }
        return scatter(word, over: Array(text.indices), of: text).map { (.scattered, $0) }
    }

    /// The letters in order over some of the text's places, as near to each other as the last possible one allows.
    private static func scatter(_ word: [Unicode.Scalar], over places: [Int], of text: [Unicode.Scalar]) -> [Int]? {
        var next = 0
        var end: Int?
        for (turn, place) in places.enumerated() where next < word.count && text[place] == word[next] {
            next += 1
            end = turn
        }
        guard next == word.count, var turn = end else { return nil }
        var found: [Int] = []
        for letter in word.reversed() {
            while text[places[turn]] != letter { turn -= 1 }
            found.append(places[turn])
            turn -= 1
        }
        return found.reversed()
    }

    private static func isWordStart(_ place: Int, in text: [Unicode.Scalar]) -> Bool {
        guard place > 0 else { return true }
        let (here, before) = (Sort(text[place]), Sort(text[place - 1]))
        return (here == .letter) != (before == .letter) && here != .other || before == .other && text[place] != " "
    }

    private enum Sort {
        case letter, number, other

        /// Most text is plain, and the properties of a scalar are dear.
        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x61...0x7A, 0x41...0x5A, 0x430...0x44F: self = .letter
            case 0x30...0x39: self = .number
            case 0..<0x80: self = .other
            default:
                let properties = scalar.properties
                self = properties.isAlphabetic ? .letter : properties.numericType != nil ? .number : .other
            }
        }
    }
}
