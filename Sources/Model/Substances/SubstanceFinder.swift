/// Finds a substance by any of its names, in English, Russian or Chinese.
///
/// Names are compared folded (``SearchFolding``), without blanks and marks; then without grammatical endings and what is
/// said of strength and salt ("methadone M-40"); then with one letter wrong. What is not found is kept as it was typed.
package enum SubstanceFinder {
    package enum Match: Equatable, Sendable {
        case known(Substance, Likeness)
        /// The text names several: "opium+heroin".
        case several([Substance])
        case unknown(asTyped: String)

        package var substance: Substance? { if case .known(let substance, _) = self { substance } else { nil } }
    }

    /// How the name was recognised.
    package enum Likeness: String, CaseIterable, Sendable {
        /// The usual name of a language.
        case name
        case synonym
        /// With another ending, or with words about strength or salt.
        case form
        /// With one letter wrong, left out or too many: to be confirmed.
        case misspelt
        /// A CAS registry number.
        case cas
    }

    package static func find(_ name: String) -> Match {
        let typed = name.trimmingBlanks
        guard !typed.isEmpty, typed.utf8.count <= 400 else { return .unknown(asTyped: typed) }
        if let found = one(typed) { return found }
        let parts = typed.split { "+/,;&".contains($0) }.map { String($0).trimmingBlanks }
        if parts.count > 1 {
            let found = parts.compactMap { one($0)?.substance }
            if found.count == parts.count {
                let distinct = found.enumerated().filter { place, item in !found[..<place].contains(item) }.map(\.1)
                return distinct.count == 1 ? .known(distinct[0], .form) : .several(distinct)
            }
        }
        return misspelt(typed) ?? .unknown(asTyped: typed)
    }

    /// The substances of a number of the Harmonized System, with or without its dots; of a national number of eight or ten
    /// digits the first six count. Asked on its own, since in a text such a number may be an amount.
    package static func find(tariff typed: String) -> [Substance] {
        let digits = typed.filter(\.isNumber)
        guard [6, 8, 10].contains(digits.count), typed.allSatisfy({ $0.isNumber || $0 == "." || $0 == " " }) else {
            return []
        }
        return SubstanceRegistry.all.filter { $0.hs?.filter(\.isNumber).prefix(6) == digits.prefix(6) }
    }

    /// The first substance that a text names among other words: its words, and the rest of the text.
    package static func locate(in text: String) -> (name: String, rest: String, match: Match)? {
        let whole = find(text)
        if case .unknown = whole {} else { return (text.trimmingBlanks, "", whole) }
        let words = text.split(separator: " ").prefix(40).map(String.init)
        let forms = words.map { Forms($0) }
        for start in words.indices {
            for end in (start + 1...min(start + 4, words.count)).reversed() {
                guard let match = one(Forms(forms[start..<end])) else { continue }
                let name = words[start..<end].joined(separator: " ")
                return (name, (words[..<start] + words[end...]).joined(separator: " "), match)
            }
            guard words[start].mayHaveHan, words[start].contains(where: { AmountScan.isHan($0) }),
                let name = unspaced(words[start])
            else {
                continue
            }
            let rest = words[start].split(separator: name, maxSplits: 1).map(String.init)
            return (name, (words[..<start] + rest + words[(start + 1)...]).joined(separator: " "), find(name))
        }
        return nil
    }

    /// The first and longest name in a word of a script without blanks.
    private static func unspaced(_ word: String) -> String? {
        let characters = Array(word.prefix(80))
        for start in characters.indices {
            for end in (start + 1...min(start + 10, characters.count)).reversed() where end - start >= 2 {
                let name = String(characters[start..<end])
                if names[key(name)] != nil { return name }
            }
        }
        return nil
    }

    static func one(_ typed: String) -> Match? { one(Forms(typed)) }

    private static func one(_ forms: Forms) -> Match? {
        if let entry = names[forms.words.joined()] {
            return .known(entry.substance, entry.isUsual ? .name : .synonym)
        }
        if forms.hasDigits, CASNumber(forms.typed) != nil, let substance = byCAS[forms.typed] {
            return .known(substance, .cas)
        }
        // "STP ("DOM")", "Alprazolam (Xanax)", "героин (диацетилморфин)"
        if forms.hasBrackets {
            let pieces = forms.typed.split(whereSeparator: isBracket).map { String($0).trimmingBlanks }
                .filter { !$0.isEmpty }
            let found = pieces.compactMap { names[key($0)]?.substance }
            if pieces.count > 1, let first = found.first, found.count == pieces.count,
                found.allSatisfy({ $0 == first })
            {
                return .known(first, .form)
            }
        }
        if let entry = stems[forms.stems.joined()] { return .known(entry, .form) }
        let bare = forms.words.indices.filter { forms.isBare[$0] }
        if bare.isEmpty || bare.count == forms.words.count { return nil }
        if let entry = names[bare.map { forms.words[$0] }.joined()] { return .known(entry.substance, .form) }
        return stems[bare.map { forms.stems[$0] }.joined()].map { .known($0, .form) }
    }

    private static func isBracket(_ character: Character) -> Bool { "()\"«»“”[]".contains(character) }

    /// What a name is looked up by. Of running words each is folded once, and not once for each run that it is in.
    private struct Forms {
        let typed: String
        let words: [String]
        let stems: [String]
        /// Which words say more than a salt, a form or a strength.
        let isBare: [Bool]
        let hasDigits: Bool
        let hasBrackets: Bool

        init(_ typed: String) {
            self.typed = typed
            words = folded(typed)
            stems = words.map { stem($0) }
            isBare = words.map { SubstanceFinder.isBare($0) }
            hasDigits = typed.utf8.contains { (0x30...0x39).contains($0) }
            hasBrackets = typed.contains(where: isBracket)
        }

        init(_ parts: ArraySlice<Forms>) {
            hasDigits = parts.contains(where: \.hasDigits)
            hasBrackets = parts.contains(where: \.hasBrackets)
            typed = hasDigits || hasBrackets ? parts.map(\.typed).joined(separator: " ") : ""
            words = parts.flatMap(\.words)
            stems = parts.flatMap(\.stems)
            isBare = parts.flatMap(\.isBare)
        }
    }

    // MARK: Forms

    /// Folded letters and digits only: "N-Acetyl anthranilic  acid" and "n-acetylanthranilic acid" are one.
    static func key(_ text: String) -> String { folded(text).joined() }

    private static func folded(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in SearchFolding.fold(text) {
            if scalar.isLetterQuickly || isNumeric(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        return word.isEmpty ? words : words + [String(word)]
    }

    private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
    }

    private static func stemmed(_ text: String) -> String { folded(text).map { stem($0) }.joined() }

    /// Without what Russian cases and English plurals add; short words stay whole.
    static func stem(_ word: String) -> String {
        guard let length = endings.first(in: word, leaving: 3...Int.max) else { return word }
        return String(word.unicodeScalars.dropLast(length))
    }

    /// Each with its length.
    private static let endings = WordEdges<Int>(
        .ending,
        [
            "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ией", "иям", "иях", "ией", "ов", "ев", "ей", "ам",
            "ям", "ах",
            "ях", "ом", "ем", "ой", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю", "ия", "ию",
            "ии", "а",
            "я", "у", "ю", "ы", "и", "е", "о", "ь", "й", "s",
        ].map { ($0, $0.unicodeScalars.count) })

    /// Without words about salts, forms and strengths: "methadone M-40", "Cocaine HCL", "Ritalin tablets".
    private static func bare(_ text: String) -> [String] { folded(text).filter(isBare) }

    private static func isBare(_ word: String) -> Bool {
        word.unicodeScalars.contains { $0.isLetterQuickly } && !additions.contains(word) && !word.isStrength
    }

    private static let additions: Set<String> = [
        "hcl", "hydrochloride", "hydrobromide", "sulphate", "sulfate", "base", "salt", "tablet", "tablets", "pill",
        "pills", "powder", "capsules", "ampoules", "mg", "m", "м", "мг", "гидрохлорид", "гидрохлорида", "таблетки",
        "таблеток",
        "порошок", "порошка", "порошке", "основание", "sorts", "drug", "drugs", "narcotic", "наркотик", "наркотика",
        "наркотическое", "средство", "вещество", "вещества", "dried", "сушеный", "сушеная", "liquid", "жидкий",
    ]

    // MARK: Misspellings

    /// One letter apart from exactly one substance; only of words long enough to tell.
    private static func misspelt(_ typed: String) -> Match? {
        for candidate in [key(typed), bare(typed).joined()] {
            let letters = Array(candidate.unicodeScalars)
            guard (6...longest + 1).contains(letters.count) else { continue }
            var found: Substance?
            for length in letters.count - 1...letters.count + 1 {
                for name in long[length] ?? [] where isOneApart(name.letters, letters) {
                    if let found, found != name.substance { return nil }
                    found = name.substance
                }
            }
            if let found { return .known(found, .misspelt) }
        }
        return nil
    }

    private static func isOneApart(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        let head = zip(short, long).prefix { $0 == $1 }.count
        if head >= short.count { return true }
        // Digits tell substances apart; no digit is a slip.
        guard !isNumeric(short[head]), !isNumeric(long[head]) else { return false }
        let rest = long[(head + 1)...]
        return short.count == long.count ? short[(head + 1)...] == rest : short[head...] == rest
    }

    // MARK: Tables

    struct Entry {
        let substance: Substance
        let isUsual: Bool
    }

    static let names: [String: Entry] = {
        var table: [String: Entry] = [:]
        for substance in SubstanceRegistry.all {
            for language in TextLanguage.allCases {
                for (place, name) in (substance.names[language] ?? []).enumerated() {
                    let key = key(name)
                    if table[key]?.isUsual != true { table[key] = Entry(substance: substance, isUsual: place == 0) }
                }
            }
            table[key(substance.code)] = table[key(substance.code)] ?? Entry(substance: substance, isUsual: true)
        }
        return table
    }()

    private static let stems: [String: Substance] = {
        var table: [String: Substance] = [:]
        for substance in SubstanceRegistry.all {
            for name in substance.names.values.joined() {
                let stem = stemmed(name)
                table[stem] = table[stem] ?? substance
            }
        }
        return table
    }()

    /// Names that are long enough to be told apart although a letter is wrong.
    private struct LongName {
        let letters: [Unicode.Scalar]
        let substance: Substance
    }

    /// By their length.
    private static let long = Dictionary(
        grouping: names.lazy.map { LongName(letters: Array($0.key.unicodeScalars), substance: $0.value.substance) }
            .filter { $0.letters.count >= 6 }
    ) { $0.letters.count }
    private static let longest = long.keys.max() ?? 0

    private static let byCAS: [String: Substance] = Dictionary(
        SubstanceRegistry.all.compactMap { substance in substance.cas.map { ($0, substance) } }
    ) { first, _ in first }
}

extension String {
    /// "m40", "м40", "40mg": a strength.
    fileprivate var isStrength: Bool {
        guard unicodeScalars.contains(where: { $0.properties.numericType != nil }) else { return false }
        let digits = filter(\.isNumber)
        let letters = filter(\.isLetter)
        return !digits.isEmpty && ["m", "м", "mg", "мг"].contains(letters)
    }
}
