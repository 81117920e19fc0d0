/// What a word looks like in the other script under the systems that are in use, for searching in plain text.
///
/// Facts from the tables of iuliia (MIT License, Copyright (c) 2020 Anton Zhiyanov), the BGN tables of the Unicode CLDR
/// (Unicode License v3) and the Latin alphabets of Azerbaijan, Turkmenistan and Uzbekistan.
package enum Transliteration {
    /// The systems from Cyrillic to Latin.
    package enum System: Int, CaseIterable, Sendable {
        case icao9303, iso9, bgn, gost52535, mvd782, uzbek, kazakhBGN, kyrgyzBGN, turkmen, azerbaijani
    }

    /// One letter a line: the letter, and what each system makes of it in the order of `System`. `-` is nothing.
    private static let rows = """
        а a a a a a a a a a a
        б b b b b b b b b b b
        в v v v v v v v v w v
        г g g g g g g g g g q
        ғ g g gh g g gʻ gh gh g ğ
        д d d d d d d d d d d
        е e e e e e e e e e e
        ё e ë yë e yo yo yo yo ýo yo
        ж zh ž zh zh zh j zh j ž j
        җ zh ž j zh j j j j j c
        ҷ j j j j j j j j j c
        ҹ j j j j j j j j j c
        з z z z z z z z z z z
        и i i i i i i i i i i
        і i i i i i i i i i i
        й i j y i y y y y ý y
        ј i j y i y y y y ý y
        к k k k k k k k k k k
        қ k k q k k q q q k q
        ҝ k k g k k g g g g g
        л l l l l l l l l l l
        м m m m m m m m m m m
        н n n n n n n n n n n
        ң n n ng n n ng ng ng ň n
        о o o o o o o o o o o
        ө o o ö o o oʻ ö ö ö ö
        п p p p p p p p p p p
        р r r r r r r r r r r
        с s s s s s s s s s s
        т t t t t t t t t t t
        у u u u u u u u u u u
        ұ u u u u u u u u u u
        ү u u ü u u u ü ü ü ü
        ў u u ŭ u u oʻ oʻ oʻ ü u
        ӯ u u ū u u oʻ oʻ oʻ ü u
        ф f f f f f f f f f f
        х kh h kh kh kh x kh kh h x
        ҳ kh h h kh h h h h h h
        һ kh h h kh h h h h h h
        ц ts c ts tc ts s ts ts s s
        ч ch č ch ch ch ch ch ch ç ç
        ш sh š sh sh sh sh sh sh ş ş
        щ shch šč shch shch shch sh shch shch ş ş
        ъ ie ʺ - - - ʼ - - - -
        ы y y y y y i y y y ı
        ь - - - - - - - - - -
        э e ė e e e e e e e e
        ә a a ä a a a ä ä ä ə
        ю iu ju yu iu yu yu yu yu ýu yu
        я ia ja ya ia ya ya ya ya ýa ya
        """

    private static let table: [Unicode.Scalar: [String]] = {
        var table: [Unicode.Scalar: [String]] = [:]
        for row in rows.split(separator: "\n") {
            let cells = row.split(separator: " ")
            guard let letter = cells.first?.unicodeScalars.first else { continue }
            table[letter] = cells.dropFirst().map { $0 == "-" ? "" : String($0) }
        }
        return table
    }()

    /// A word in Latin letters; small letters, and what is not Cyrillic as it is.
    package static func latin(_ word: String, _ system: System) -> String {
        var latin = ""
        var isAfterConsonant = false
        for scalar in word.unicodeScalars {
            let letter = SoundTable.lower(scalar)
            guard let cells = table[letter], cells.indices.contains(system.rawValue) else {
                latin.unicodeScalars.append(letter)
                isAfterConsonant = false
                continue
            }
            // BGN and the MVD write ye for е at the beginning of a word, after vowels and after signs.
            let isOpen = letter == "е" && !isAfterConsonant && [.bgn, .mvd782, .turkmen].contains(system)
            latin += isOpen ? (system == .turkmen ? "ýe" : "ye") : cells[system.rawValue]
            isAfterConsonant = !"аеёиоуыэюяәөүұўӯіьъ".unicodeScalars.contains(letter)
        }
        return latin
    }

    /// What else to look for where a word was typed: its forms in the other script as search folds them, as UTF-8. At most
    /// eight; none for words of fewer than four letters, which would be found in too many others.
    package static func searchForms(of word: String) -> [[UInt8]] {
        let scripts = Set(word.unicodeScalars.compactMap { Script($0) })
        guard word.count >= 4, scripts.count == 1, let script = scripts.first else { return [] }
        var forms: [String]
        switch script {
        case .cyrillic:
            forms = System.allCases.map { latin(word, $0) }
            // English writers put j for дж, and h for х.
            let plain = word.lowercased().replacingPairs([("дж", "җ")])
            if plain != word.lowercased() { forms += [latin(plain, .mvd782), latin(plain, .turkmen)] }
        case .latin: forms = cyrillic(word)
        default: return []
        }
        let own = SearchFolding.bytes(word)
        var bytes: [[UInt8]] = []
        for form in forms.map({ SearchFolding.bytes($0) }) where form != own && form.count >= 4 && !bytes.contains(form)
        {
            bytes.append(form)
        }
        return Array(bytes.prefix(8))
    }

    /// The Cyrillic spellings that a word in Latin letters most likely has: j as ж, дж and й, o as о and, in Uzbek, а, h as х
    /// and г.
    private static func cyrillic(_ word: String) -> [String] {
        let readings: [[(String, String)]] = [
            [("j", "ж"), ("h", "х"), ("c", "ц"), ("x", "х")], [("j", "дж"), ("h", "х"), ("c", "дж"), ("x", "х")],
            [("j", "ж"), ("h", "х"), ("c", "ц"), ("x", "х"), ("o", "а")],
            [("j", "дж"), ("h", "г"), ("c", "к"), ("x", "кс")],
            [("ju", "ю"), ("ja", "я"), ("je", "е"), ("j", "й"), ("h", "х"), ("c", "ц"), ("x", "кс")],
        ]
        let plain = word.unicodeScalars.map { SoundTable.lower($0) }.reduce(into: "") { $0.unicodeScalars.append($1) }
        return readings.map { plain.replacingPairs($0 + common) }
    }

    /// Longer groups first.
    private static let common: [(String, String)] = [
        ("shch", "щ"), ("dzh", "дж"), ("kh", "х"), ("gh", "г"), ("zh", "ж"), ("ch", "ч"), ("sh", "ш"), ("ts", "ц"),
        ("yu", "ю"), ("ya", "я"), ("yo", "е"), ("ye", "е"), ("iu", "ю"), ("ia", "я"), ("iy", "ий"), ("yy", "ый"),
        ("ay", "ай"), ("ey", "ей"), ("oy", "ой"), ("uy", "уй"), ("ai", "ай"), ("ei", "ей"), ("oi", "ой"), ("o‘", "у"),
        ("oʻ", "у"), ("o'", "у"), ("g‘", "г"), ("gʻ", "г"), ("g'", "г"), ("ç", "ч"), ("č", "ч"), ("ş", "ш"), ("š", "ш"),
        ("ž", "ж"), ("ğ", "г"), ("ý", "й"), ("ə", "а"), ("ä", "а"), ("ı", "ы"), ("ö", "о"), ("ü", "у"), ("ň", "н"),
        ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"),
        ("k", "к"), ("q", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"),
        ("t", "т"), ("u", "у"), ("f", "ф"), ("y", "ы"),
    ]
}

extension String {
    /// Each place taken by the longest pair that fits there; of two as long ones the first.
    fileprivate func replacingPairs(_ pairs: [(String, String)]) -> String {
        var result = ""
        var rest = self[...]
        while let character = rest.first {
            var best: (length: Int, text: String) = (0, "")
            for (from, to) in pairs where from.count > best.length && rest.hasPrefix(from) { best = (from.count, to) }
            if best.length == 0 {
                result.append(character)
                rest = rest.dropFirst()
            } else {
                result += best.text
                rest = rest.dropFirst(best.length)
            }
        }
        return result
    }
}
