/// A piece of a text in which amounts are looked for.
struct AmountToken {
    enum Kind {
        case number(WrittenNumber)
        /// Digits that are no number.
        case flawed(WrittenNumber.Fault)
        /// Folded letters and digits; of scripts without blanks, one character each.
        case word(String)
        case mark(Character)
    }

    let kind: Kind
    /// Places of characters in the text.
    let range: Range<Int>
    /// Something other than a blank stands directly before: "M40", "JWH-018".
    let isAttached: Bool
    let isHan: Bool

    var word: String? { if case .word(let word) = kind { word } else { nil } }
    var mark: Character? { if case .mark(let mark) = kind { mark } else { nil } }
    var number: WrittenNumber? { if case .number(let number) = kind { number } else { nil } }
}

/// Cuts a text into words, numbers and marks.
struct AmountScan {
    let characters: [Character]
    private(set) var tokens: [AmountToken] = []
    private var place = 0

    init(_ text: String) {
        characters = Array(text)
        while place < characters.count { step() }
    }

    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    private mutating func step() {
        let character = characters[place]
        if AmountScan.digit(character) != nil || isLeadingPoint {
            number()
        } else if AmountScan.isHan(character) {
            add(.word(AmountScan.folded(character)), to: place + 1, isHan: true)
        } else if AmountScan.isLetter(character) {
            word()
        } else if AmountScan.isBlank(character) {
            place += 1
        } else {
            add(.mark(AmountScan.plain(character)), to: place + 1)
        }
    }

    /// The point of ".5 g".
    private var isLeadingPoint: Bool {
        guard characters[place] == ".", run(from: place + 1) > 0 else { return false }
        guard place > 0 else { return true }
        return AmountScan.isBlank(characters[place - 1]) || "(~≈".contains(characters[place - 1])
    }

    private mutating func add(_ kind: AmountToken.Kind, to end: Int, isHan: Bool = false) {
        tokens.append(AmountToken(kind: kind, range: place..<end, isAttached: isAttached, isHan: isHan))
        place = end
    }

    /// A letter stands before, or a letter and a hyphen.
    private var isAttached: Bool {
        guard place > 0 else { return false }
        let before = characters[place - 1]
        if let unit = tokens.last?.word, tokens.count > 1, tokens[tokens.count - 2].number != nil,
            tokens[tokens.count - 2].range.upperBound == tokens[tokens.count - 1].range.lowerBound,
            UnitSpellings.units[unit] != nil, AmountScan.digit(characters[place]) != nil
        {
            return false
        }
        if AmountScan.isLetter(before) { return !AmountScan.isHan(before) }
        if before == "-", isAmountBehindName { return false }
        return before == "-" && place > 1 && AmountScan.isLetter(characters[place - 2])
            && !AmountScan.isHan(characters[place - 2])
    }

    /// "кокаин-2кг": a long name, a hyphen, and a weight with its unit; "M-40" and "JWH-018" are names.
    private var isAmountBehindName: Bool {
        var start = place - 1
        while start > 0, AmountScan.isLetter(characters[start - 1]) { start -= 1 }
        guard place - 1 - start >= 4 else { return false }
        var end = place
        while end < characters.count, AmountScan.digit(characters[end]) != nil || ",.".contains(characters[end]) {
            end += 1
        }
        if end < characters.count, characters[end] == " " { end += 1 }
        var unit = ""
        while end < characters.count, AmountScan.isLetter(characters[end]) {
            unit += AmountScan.folded(characters[end])
            end += 1
        }
        let dimension = UnitSpellings.units[unit]?.dimension
        return dimension == .mass || dimension == .volume
    }

    private mutating func word() {
        var end = place
        var folded: [Unicode.Scalar] = []
        if let unit = attachedUnit { return add(.word(unit.folded), to: unit.end) }
        while end < characters.count, AmountScan.isLetter(characters[end]) || AmountScan.digit(characters[end]) != nil,
            !AmountScan.isHan(characters[end])
        {
            for scalar in characters[end].unicodeScalars { SearchFolding.append(scalar, to: &folded) }
            end += 1
        }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: folded)
        add(.word(String(word)), to: end)
    }

    /// The unit in "2kg500g", where another number follows without a blank.
    private var attachedUnit: (folded: String, end: Int)? {
        guard let last = tokens.last, last.number != nil, last.range.upperBound == place else { return nil }
        var (folded, end) = ("", place)
        while end < characters.count, AmountScan.isLetter(characters[end]), !AmountScan.isHan(characters[end]) {
            folded += AmountScan.folded(characters[end])
            end += 1
        }
        guard end < characters.count, AmountScan.digit(characters[end]) != nil, characters[end] != "²",
            UnitSpellings.units[folded] != nil
        else { return nil }
        return (folded, end)
    }

    private mutating func number() {
        if let value = AmountScan.fractions[characters[place]] {
            return add(.number(WrittenNumber(value)), to: place + 1)
        }
        var written = characters[place] == "." ? "0" : ""
        var end = place
        var firstGroup: Int?
        let mayGroup = !isAttached
        digits(&end, &written)
        while end < characters.count {
            let mark: Character = "．·٫".contains(characters[end]) ? "." : characters[end]
            let next = run(from: end + 1)
            if mark == "," || mark == ".", next > 0 {
                written.append(mark)
            } else if let group = AmountScan.group(mark), mayGroup, next == 3, (firstGroup ?? written.count) <= 3,
                written.first != "0", !written.contains(where: { $0 == "," || $0 == "." })
            {
                firstGroup = firstGroup ?? written.count
                written.append(group)
            } else {
                break
            }
            end += 1
            digits(&end, &written)
        }
        if end < characters.count, let fraction = AmountScan.fractions[characters[end]],
            let whole = ExactDecimal(written), let sum = whole.plus(fraction)
        {
            return add(.number(WrittenNumber(sum)), to: end + 1)
        }
        if let fraction = slashed(written, end) { return add(.number(WrittenNumber(fraction.value)), to: fraction.end) }
        if let found = mixed(written, end) ?? multiple(written, end) {
            return add(.number(WrittenNumber(found.value)), to: found.end)
        }
        if end < characters.count, "OОoоlI".contains(characters[end]), !isAttached,
            end + 1 == characters.count || !AmountScan.isLetter(characters[end + 1])
        {
            // "1O kg": nobody knows whether a nought was meant.
            return add(.flawed(.marks), to: end + 1)
        }
        do throws(WrittenNumber.Fault) {
            add(.number(try WrittenNumber(written)), to: end)
        } catch {
            add(.flawed(error), to: end)
        }
    }

    /// "1/2", "3/4"; nothing else, which would be a number of a paper.
    private func slashed(_ written: String, _ end: Int) -> (value: ExactDecimal, end: Int)? {
        guard end + 1 < characters.count, characters[end] == "/" || characters[end] == "⁄", run(from: end + 1) == 1,
            let below = AmountScan.digit(characters[end + 1])
        else { return nil }
        let values = ["1/2": ExactDecimal(5, scale: 1), "1/4": .init(25, scale: 2), "3/4": .init(75, scale: 2)]
        return values["\(written)/\(below)"].map { ($0, end + 2) }
    }

    /// "1 1/2": a whole number and a part of one.
    private func mixed(_ written: String, _ end: Int) -> (value: ExactDecimal, end: Int)? {
        guard end + 1 < characters.count, AmountScan.isBlank(characters[end]), run(from: end + 1) == 1,
            let above = AmountScan.digit(characters[end + 1]), let part = slashed("\(above)", end + 2),
            let whole = ExactDecimal(written), whole.scale == 0, let sum = whole.plus(part.value)
        else { return nil }
        return (sum, part.end)
    }

    /// "1e3", "3k", "1.2M" and "2x500": a number and what multiplies it, without a blank.
    private func multiple(_ written: String, _ end: Int) -> (value: ExactDecimal, end: Int)? {
        guard end < characters.count, !isAttached, let value = ExactDecimal(written.replacing(",", with: ".")) else {
            return nil
        }
        let isLast = end + 1 == characters.count || !AmountScan.isLetter(characters[end + 1]) && run(from: end + 1) == 0
        switch characters[end] {
        case let sign where "kKк".contains(sign):
            guard isLast, isCounted(from: end + 1) else { return nil }
            return value.times(1_000).map { ($0.normalised, end + 1) }
        case "M":
            guard isLast, isCounted(from: end + 1) else { return nil }
            return value.times(1_000_000).map { ($0.normalised, end + 1) }
        case "e", "E":
            let count = run(from: end + 1)
            guard (1...2).contains(count),
                end + 1 + count == characters.count
                    || !AmountScan.isLetter(characters[end + 1 + count]),
                let found = ExactDecimal(written + "e" + String(characters[(end + 1)..<(end + 1 + count)]))
            else { return nil }
            return (found, end + 1 + count)
        case "x", "X", "х", "Х", "×", "*":
            guard value.isWhole, let factor = value.rounded(timesTenTo: 0), (1...10_000).contains(factor) else {
                return nil
            }
            var (rest, next) = (end + 1, "")
            digits(&rest, &next)
            if rest < characters.count, ".,".contains(characters[rest]), run(from: rest + 1) > 0,
                run(from: rest + 1) != 3
            {
                next += "."
                rest += 1
                digits(&rest, &next)
            }
            guard !next.isEmpty, let each = ExactDecimal(next), isWeight(from: rest) else { return nil }
            return each.times(factor).map { ($0.normalised, rest) }
        default: return nil
        }
    }

    private func unit(from start: Int) -> QuantityUnit? {
        var end = start
        if end < characters.count, AmountScan.isBlank(characters[end]) { end += 1 }
        var word = ""
        while end < characters.count, AmountScan.isLetter(characters[end]) {
            word += AmountScan.folded(characters[end])
            end += 1
        }
        return UnitSpellings.units[word]
    }

    private func isWeight(from place: Int) -> Bool {
        unit(from: place).map { $0.dimension == .mass || $0.dimension == .volume } ?? false
    }

    /// Whether what is counted comes next, or a word before it: "3k tablets", "1.2M captagon pills".
    private func isCounted(from place: Int) -> Bool {
        guard place < characters.count, AmountScan.isBlank(characters[place]) else { return false }
        if unit(from: place)?.isCounted ?? false { return true }
        var end = place + 1
        while end < characters.count, AmountScan.isLetter(characters[end]) { end += 1 }
        return unit(from: end)?.isCounted ?? false
    }

    private func digits(_ end: inout Int, _ written: inout String) {
        while end < characters.count, let digit = AmountScan.digit(characters[end]) {
            guard AmountScan.fractions[characters[end]] == nil else { return }
            written += String(digit)
            end += 1
        }
    }

    /// How many digits stand there.
    private func run(from start: Int) -> Int {
        var end = start
        while end < characters.count, AmountScan.digit(characters[end]) != nil,
            AmountScan.fractions[characters[end]] == nil
        { end += 1 }
        return end - start
    }
}

extension AmountScan {
    static let fractions: [Character: ExactDecimal] = [
        "½": ExactDecimal(5, scale: 1), "¼": ExactDecimal(25, scale: 2), "¾": ExactDecimal(75, scale: 2),
    ]

    /// The value of a decimal digit of any script; a fraction counts as one, so that a number begins there.
    static func digit(_ character: Character) -> Int? {
        guard let scalar = character.unicodeScalars.first else { return nil }
        switch scalar.value {
        case 0x30...0x39: return character.unicodeScalars.count == 1 ? Int(scalar.value - 0x30) : nil
        case 0x00...0x7F, 0x400...0x52F, 0x4E00...0x9FFF: return nil
        default: break
        }
        guard character.unicodeScalars.count == 1 else { return nil }
        if scalar.properties.numericType == .decimal { return character.wholeNumberValue }
        return fractions[character] == nil ? nil : 0
    }

    static func isLetter(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return scalar.isLetterQuickly || scalar == "_" || scalar == "µ" || scalar == "²"
    }

    static func isHan(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return (0x3400...0x4DBF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
            || scalar.value == 0x3007
    }

    static func isBlank(_ character: Character) -> Bool { character.isWhitespace && !character.isNewline }

    static func folded(_ character: Character) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: SearchFolding.fold(String(character)))
        return String(view)
    }

    static func plain(_ character: Character) -> Character {
        character.isNewline ? "\n" : folded(character).first ?? character
    }

    /// The mark between groups that it stands for: an apostrophe, or a blank of any width.
    private static func group(_ character: Character) -> Character? {
        switch character {
        case "'", "’", "ʼ", "`": "'"
        case " ", "\u{A0}", "\u{2009}", "\u{202F}", "\u{2007}", "\u{2008}", "\u{2005}": " "
        default: nil
        }
    }
}
