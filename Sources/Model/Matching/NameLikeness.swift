/// How alike two names or numbers are, why, and which letters differ.
package struct NameLikeness: Hashable, Sendable {
    /// What is behind the score.
    package enum Reason: String, CaseIterable, Sendable {
        /// The same letters, but for case, accents and blanks.
        case same
        /// Letters that only look alike were typed for each other.
        case lookAlike = "look_alike"
        /// The same sounds in another script.
        case otherScript = "other_script"
        /// Another transliteration of the same sounds.
        case transliteration
        /// The same words in another order.
        case wordOrder = "word_order"
        /// Written in one word here and in two there.
        case joined
        /// A first letter stands for a whole word.
        case initial
        case missingPatronymic = "missing_patronymic"
        case missingWord = "missing_word"
        case oneLetter = "one_letter"
        case severalLetters = "several_letters"
        /// Digits and letters that are misread for each other, such as 0 and O, 8 and B.
        case misread
        /// Two names of one operation or organisation.
        case alias
        /// Two names of one place, as tables of places have them.
        case onePlace = "one_place"
        /// A country sign stands in one of the plates.
        case countrySign = "country_sign"
        case different
    }

    /// 0 for nothing in common, 1000 for the same text.
    package let score: Int
    /// The most telling one first.
    package let reasons: [Reason]
    /// What differs, among the characters of the first text.
    package let left: [Range<Int>]
    /// What differs, among the characters of the second text.
    package let right: [Range<Int>]

    /// From here on two names are taken for two spellings of one.
    package static let sameFrom = 850
    /// From here on a person ought to look at them.
    package static let likelyFrom = 700

    package var isSame: Bool { score >= NameLikeness.sameFrom }

    init(score: Int, reasons: [Reason], left: [Range<Int>] = [], right: [Range<Int>] = []) {
        self.score = max(0, min(1000, score))
        self.reasons = reasons
        self.left = NameLikeness.merged(left)
        self.right = NameLikeness.merged(right)
    }

    /// Compares names of persons, places and organisations; what has two digits or more is compared sign by sign.
    package init(_ a: String, _ b: String) {
        if NumberLikeness.isNumber(a), NumberLikeness.isNumber(b) {
            self = NumberLikeness.compare(a, b)
            return
        }
        self = NamePair(a, b).likeness
        if !isSame, let alias = Alias.find(a), alias == Alias.find(b) { self.init(score: 990, reasons: [.alias]) }
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}

/// Two names on their way to a `NameLikeness`.
struct NamePair {
    struct Word {
        let text: String
        let reading: SoundReading
        let script: Script?
        /// Among the characters of the name.
        let start: Int
        var count: Int { text.count }
        var isInitial: Bool { text.count == 1 }
    }

    private let a: String
    private let b: String

    init(_ a: String, _ b: String) {
        self.a = a
        self.b = b
    }

    var likeness: NameLikeness {
        let (words, others) = (Self.words(a), Self.words(b))
        guard !words.isEmpty, !others.isEmpty else {
            let isSame = SearchFolding.fold(a) == SearchFolding.fold(b)
            return NameLikeness(score: isSame ? 1000 : 0, reasons: [isSame ? .same : .different])
        }
        let plain = { (words: [Word]) in words.map { SearchFolding.fold($0.text) } }
        if plain(words) == plain(others) { return NameLikeness(score: 1000, reasons: [.same]) }
        if let likeness = lookAlike(words, others) { return likeness }
        let paired = pair(words, others)
        guard words.count != others.count || a.contains("-") != b.contains("-") else { return paired }
        let joined = join(words, others)
        return joined.score > paired.score ? joined : paired
    }

    static func words(_ name: String) -> [Word] {
        var words: [Word] = []
        var text = ""
        var start = 0
        func close() {
            if text.contains(where: { $0.isLetter || $0.isNumber }) {
                let script = text.unicodeScalars.lazy.compactMap { Script($0) }.first
                words.append(Word(text: text, reading: SoundReading(text), script: script, start: start))
            }
            text = ""
        }
        for (place, character) in name.enumerated() {
            let scalar = character.unicodeScalars.first ?? " "
            if Script(scalar) != nil || ("0"..."9").contains(scalar) || SoundTable.isApostrophe(scalar) {
                if text.isEmpty { start = place }
                text.append(character)
            } else {
                close()
            }
        }
        close()
        return words
    }

    // MARK: Look-alikes

    /// The same letters once each is taken for its Latin double.
    private func lookAlike(_ words: [Word], _ others: [Word]) -> NameLikeness? {
        guard words.count == others.count else { return nil }
        var (left, right): ([Range<Int>], [Range<Int>]) = ([], [])
        for (word, other) in zip(words, others) {
            let (x, y) = (Array(word.text.uppercased()), Array(other.text.uppercased()))
            guard x.count == y.count else { return nil }
            for place in x.indices where x[place] != y[place] {
                guard let first = x[place].unicodeScalars.first, let second = y[place].unicodeScalars.first,
                    x[place].unicodeScalars.count == 1, y[place].unicodeScalars.count == 1,
                    (LookAlike.latin(first) ?? first) == (LookAlike.latin(second) ?? second)
                else { return nil }
                left.append(word.start + place..<word.start + place + 1)
                right.append(other.start + place..<other.start + place + 1)
            }
        }
        return NameLikeness(score: 970, reasons: [.lookAlike], left: left, right: right)
    }

    // MARK: Words

    private struct Match {
        let row: Int
        let column: Int
        let alignment: WordAlignment?
        let cost: Int
    }

    private func match(_ word: Word, _ other: Word, _ row: Int, _ column: Int) -> Match {
        if word.isInitial || other.isInitial {
            let first = { (word: Word) in
                word.reading.heard.first.map {
                    $0.sound == .glide ? word.reading.heard.dropFirst().first?.sound ?? .glide : $0.sound
                }
            }
            let isSame = first(word) == first(other)
            let cost = word.isInitial && other.isInitial ? (isSame ? 0 : 700) : isSame ? 50 : 700
            return Match(row: row, column: column, alignment: nil, cost: cost)
        }
        let crosses = word.script != other.script
        var alignment = WordAlignment(word.reading, other.reading, crosses: crosses)
        if let family = GivenName.family(of: word.text), family == GivenName.family(of: other.text) {
            alignment.countAsSpelling()
        }
        let shorter = min(word.reading.heard.count, other.reading.heard.count)
        // In a short word one letter is more of it.
        let cost = alignment.otherLetters > 0 && shorter < 5 ? alignment.cost * (9 - shorter) / 4 : alignment.cost
        return Match(row: row, column: column, alignment: alignment, cost: cost)
    }

    private func pair(_ words: [Word], _ others: [Word]) -> NameLikeness {
        var open: [Match] = []
        for (row, word) in words.enumerated().prefix(8) {
            for (column, other) in others.enumerated().prefix(8) { open.append(match(word, other, row, column)) }
        }
        open.sort { ($0.cost, abs($0.row - $0.column), $0.row) < ($1.cost, abs($1.row - $1.column), $1.row) }
        var matches: [Match] = []
        for match in open
        where match.cost < 700 && !matches.contains(where: { $0.row == match.row || $0.column == match.column }) {
            matches.append(match)
        }
        return judge(matches, words, others)
    }

    private func judge(_ matches: [Match], _ words: [Word], _ others: [Word]) -> NameLikeness {
        var cost = 0
        var reasons: [NameLikeness.Reason] = []
        var (left, right): ([Range<Int>], [Range<Int>]) = ([], [])
        var otherLetters = 0
        for match in matches {
            cost += match.cost
            let (word, other) = (words[match.row], others[match.column])
            guard let alignment = match.alignment else {
                if word.count != other.count {
                    reasons.append(.initial)
                    if word.count > 1 { left.append(word.start + 1..<word.start + word.count) }
                    if other.count > 1 { right.append(other.start + 1..<other.start + other.count) }
                }
                continue
            }
            otherLetters += alignment.otherLetters
            left += alignment.left.map { $0.lowerBound + word.start..<$0.upperBound + word.start }
            right += alignment.right.map { $0.lowerBound + other.start..<$0.upperBound + other.start }
            if word.script != other.script {
                reasons.append(.otherScript)
                cost += 2
            } else if SearchFolding.fold(word.text) != SearchFolding.fold(other.text), alignment.otherLetters == 0 {
                reasons.append(.transliteration)
                cost += 2
            }
        }
        cost += missing(words, matches.map(\.row), isShort: words.count < others.count, &left, &reasons)
        cost += missing(others, matches.map(\.column), isShort: others.count < words.count, &right, &reasons)
        if matches.count < min(words.count, others.count) {
            // Two patronymics or initials that do not fit each other are two persons.
            cost += 200
            otherLetters += 2
        }
        if matches.sorted(by: { $0.row < $1.row }).map(\.column) != matches.map(\.column).sorted() {
            reasons.append(.wordOrder)
            cost += 10
        }
        if otherLetters > 0 { reasons.insert(otherLetters == 1 ? .oneLetter : .severalLetters, at: 0) }
        if 1000 - cost < 400 {
            return NameLikeness(score: 1000 - cost, reasons: [.different], left: left, right: right)
        }
        var once: [NameLikeness.Reason] = []
        for reason in reasons where !once.contains(reason) { once.append(reason) }
        if once.isEmpty { once = [cost == 0 ? .same : .transliteration] }
        return NameLikeness(score: 1000 - cost, reasons: once, left: left, right: right)
    }

    /// What the words cost that have no partner.
    private func missing(
        _ words: [Word], _ found: [Int], isShort: Bool, _ ranges: inout [Range<Int>],
        _ reasons: inout [NameLikeness.Reason]
    ) -> Int {
        var cost = 0
        for (place, word) in words.enumerated() where !found.contains(place) {
            ranges.append(word.start..<word.start + word.count)
            let isBeforeParticle = place + 1 < words.count && Patronymic.isParticle(words[place + 1].text)
            if found.count > 1, isBeforeParticle || Patronymic.isOne(word.text) || Patronymic.isParticle(word.text) {
                reasons.append(.missingPatronymic)
                cost += Patronymic.isParticle(word.text) ? 20 : 50
            } else if found.count > 1, word.isInitial {
                reasons.append(.missingPatronymic)
                cost += 50
            } else {
                reasons.append(.missingWord)
                cost += found.isEmpty ? 500 : 250
            }
        }
        return cost
    }

    /// Both names without the blanks and hyphens between their words.
    private func join(_ words: [Word], _ others: [Word]) -> NameLikeness {
        let text = { (words: [Word]) in words.map(\.text).joined() }
        let (one, other) = (SoundReading(text(words)), SoundReading(text(others)))
        let alignment = WordAlignment(one, other, crosses: words[0].script != others[0].script)
        var reasons: [NameLikeness.Reason] = [.joined]
        if alignment.otherLetters > 0 {
            reasons.insert(alignment.otherLetters == 1 ? .oneLetter : .severalLetters, at: 0)
        }
        let score = 1000 - alignment.cost - 20
        guard score >= 400 else { return NameLikeness(score: 0, reasons: [.different]) }
        let place = { (range: Range<Int>, words: [Word]) in
            var rest = range
            for word in words {
                if rest.lowerBound < word.count {
                    return rest.lowerBound + word.start..<min(rest.upperBound, word.count) + word.start
                }
                rest = rest.lowerBound - word.count..<rest.upperBound - word.count
            }
            return 0..<0
        }
        return NameLikeness(
            score: score, reasons: reasons, left: alignment.left.map { place($0, words) },
            right: alignment.right.map { place($0, others) })
    }
}

/// Names made of the father's, which messages often leave out.
enum Patronymic {
    private static let endings = [
        "ович", "евич", "овна", "евна", "ична", "ильич", "ovich", "evich", "ovna", "evna", "ichna", "ovic", "evic",
        "owich",
        "ewich", "yevich", "oglu", "oğlu", "ogly", "ogli", "оглы", "оглу", "оғлу", "угли", "ўғли", "o'g'li", "oʻgʻli",
        "o‘g‘li",
        "qızı", "qizi", "kyzy", "кызы", "қизи", "қызы", "гызы", "gyzy", "гызы", "uulu", "уулу", "ұлы", "uly", "улы",
        "tegin",
        "тегин", "зода", "zoda",
    ]

    private static let particles: Set<String> = [
        "ogly", "oglu", "oğlu", "ogli", "o'g'li", "oʻgʻli", "o‘g‘li", "оглы", "оглу", "оғлу", "угли", "ўғли", "uulu",
        "уулу",
        "kyzy", "qizi", "qızı", "кызы", "қызы", "қизи", "гызы", "gyzy", "uly", "ұлы", "улы", "tegin", "тегин", "ibn",
        "ибн",
    ]

    static func isOne(_ word: String) -> Bool {
        let word = word.lowercased()
        return word.count > 4 && endings.contains { word.hasSuffix($0) }
    }

    static func isParticle(_ word: String) -> Bool { particles.contains(word.lowercased()) }
}
