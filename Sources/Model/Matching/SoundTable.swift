/// From letters to sounds.
///
/// Facts from: ICAO Doc 9303, ISO/R 9:1968, BGN/PCGN, UNGEGN 1987, GOST R 52535.1, MVD 782 and the Uzbek table as
/// collected by iuliia (MIT License, Copyright (c) 2020 Anton Zhiyanov); the BGN tables for Azerbaijani, Kazakh, Kyrgyz,
/// Turkmen and Uzbek of the Unicode CLDR (Unicode License v3); the Latin alphabets of Azerbaijan, Turkmenistan and
/// Uzbekistan.
enum SoundTable {
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(scalar.value + 0x20) ?? scalar
        case 0x00...0x7F, 0x430...0x44F: scalar
        case 0x400...0x40F: Unicode.Scalar(scalar.value + 0x50) ?? scalar
        case 0x460...0x52F:
            scalar.value != 0x4C0 && scalar.value % 2 == 0 ? Unicode.Scalar(scalar.value + 1) ?? scalar : scalar
        case 0x130: "i"
        default: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        }
    }

    /// A letter with a combining mark, for the marks that change the sound.
    static func joined(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar {
        switch (letter, mark.value) {
        case ("c", 0x327), ("c", 0x30C): "ç"
        case ("s", 0x327), ("s", 0x30C), ("s", 0x326): "ş"
        case ("z", 0x30C): "ž"
        case ("g", 0x306), ("g", 0x30C): "ğ"
        case ("n", 0x303), ("n", 0x30C): "ñ"
        case ("a", 0x308): "ä"
        case ("y", 0x301): "ý"
        case ("и", 0x306): "й"
        case ("у", 0x306), ("у", 0x304): "ў"
        case ("е", 0x308): "ё"
        case ("ж", 0x306): "ж"
        default: letter
        }
    }

    /// The sounds that the letters at a place stand for, and how many letters they are.
    static func sounds(
        _ letters: [Unicode.Scalar], at place: Int, after last: Sound
    ) -> (length: Int, first: Sound, second: Sound) {
        let letter = letters[place]
        if letter.value < 0x80 { return latin(letters, place, last) }
        let next: Unicode.Scalar = place + 1 < letters.count ? letters[place + 1] : " "
        if (0x400..<0x530).contains(letter.value) {
            switch (letter, next) {
            case ("д", "ж"), ("д", "җ"): return (2, .j, .none)
            case ("т", "с"), ("т", "ц"): return (2, .ts, .none)
            case ("с", "х"), ("с", "ҳ"), ("с", "һ"): return (2, .skh, .none)
            case ("к", "с"), ("қ", "с"): return (2, .ks, .none)
            case ("к", "х"): return (2, .h, .none)
            case ("ш", "ч"): return (2, .shch, .none)
            case ("н", "г"), ("н", "ғ"), ("н", "қ"): return (2, .ng, .none)
            case ("ң", "г"), ("ң", "ғ"): return (2, .ng, .none)
            case ("г", "х"): return (2, .gh, .none)
            case ("ю", _): return (1, .glide, .u)
            case ("я", _): return (1, .glide, .a)
            case ("ї", _): return (1, .glide, .i)
            default:
                let sound = Sound(rawValue: cyrillic[Int(letter.value - 0x400)]) ?? .other
                return (1, sound, .none)
            }
        }
        if letter == "š", next == "č" { return (2, .shch, .none) }
        if let sound = marked[letter] { return (1, sound, .none) }
        if isApostrophe(letter) { return (1, .none, .none) }
        guard let folded = SearchFolding.fold(letter) else { return (1, .none, .none) }
        if folded.value < 0x80 {
            let sound = Sound(rawValue: ascii[Int(folded.value)]) ?? .other
            return (1, sound, .none)
        }
        if let double = LookAlike.latin(letter), Script(letter) == .greek {
            return (1, Sound(rawValue: ascii[Int(double.value)]) ?? .other, .none)
        }
        return (1, Script(letter) == nil ? .none : .other, .none)
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2BB...0x2BD, 0x2B9, 0x2BA, 0x2018...0x201F, 0x2032, 0x2033: true
        default: false
        }
    }

    private static func latin(
        _ letters: [Unicode.Scalar], _ place: Int, _ last: Sound
    ) -> (length: Int, first: Sound, second: Sound) {
        let letter = letters[place]
        func at(_ offset: Int) -> Unicode.Scalar { place + offset < letters.count ? letters[place + offset] : " " }
        switch letter {
        case "s":
            if at(1) == "h" { return at(2) == "c" && at(3) == "h" ? (4, .shch, .none) : (2, .sh, .none) }
            if at(1) == "c", at(2) == "h" { return (3, .shch, .none) }
            if at(1) == "k", at(2) == "h" { return (3, .skh, .none) }
            if at(1) == "x" || isApostrophe(at(1)) && at(2) == "h" { return (at(1) == "x" ? 2 : 3, .skh, .none) }
        case "ş", "š":
            return (1, .sh, .none)
        case "c":
            if at(1) == "h" { return (2, .c, .none) }
            if at(1) == "k" { return (2, .k, .none) }
        case "k":
            if at(1) == "h" { return (2, .h, .none) }
            if at(1) == "s", at(2) != "h" { return (2, .ks, .none) }
        case "q" where at(1) == "s" && at(2) != "h": return (2, .ks, .none)
        case "z" where at(1) == "h": return (2, .j, .none)
        case "g":
            if at(1) == "h" { return (2, .gh, .none) }
            if isApostrophe(at(1)) { return (2, .gh, .none) }
        case "p" where at(1) == "h": return (2, .f, .none)
        case "t":
            if at(1) == "c", at(2) == "h" { return (3, .c, .none) }
            if at(1) == "s" && at(2) != "h" || at(1) == "z" || at(1) == "c" { return (2, .ts, .none) }
            if at(1) == "h" { return (2, .t, .none) }
        case "d":
            if at(1) == "z", at(2) == "h" { return (3, .j, .none) }
            if at(1) == "j" || at(1).value == 0x17E { return (2, .j, .none) }
        case "n" where at(1) == "g":
            return (at(2) == "h" ? 3 : 2, .ng, .none)
        case "n" where at(1) == "q": return (2, .ng, .none)
        case "i" where place == 0 && "aeou".unicodeScalars.contains(at(1)): return (1, .glide, .none)
        case "o" where isApostrophe(at(1)): return (2, .ou, .none)
        case "y":
            if at(1) == "o", !isApostrophe(at(2)) { return (2, .yo, .none) }
            let isBeforeVowel = "aeiouäöüëёəāūōīı".unicodeScalars.contains(at(1))
            return (1, isBeforeVowel || last.isVowel ? .glide : .y, .none)
        default: break
        }
        return (1, Sound(rawValue: ascii[Int(letter.value)]) ?? .none, .none)
    }

    /// Letters of the Latin alphabets that are not just a base letter with a mark.
    private static let marked: [Unicode.Scalar: Sound] = [
        "ç": .c, "č": .c, "ć": .c, "ş": .sh, "š": .sh, "ș": .sh, "ž": .j, "ğ": .gh, "ǧ": .gh, "ġ": .gh, "ñ": .ng,
        "ň": .ng, "ŋ": .ng, "ä": .ae, "ə": .ae, "ǝ": .ae, "ı": .y, "ý": .glide, "ŭ": .ou, "ё": .yo, "ț": .ts, "ë": .yo,
        "ẏ": .glide, "ĭ": .glide, "ḩ": .h, "ḥ": .h, "ẖ": .h, "ẕ": .z, "ẓ": .z, "ṣ": .s, "ṭ": .t, "ḍ": .d, "ḏ": .d,
    ]

    private static func table(_ rows: [(String, Sound)], from first: UInt32, count: Int) -> [UInt8] {
        var table = [UInt8](repeating: Sound.none.rawValue, count: count)
        for (letters, sound) in rows {
            for letter in letters.unicodeScalars { table[Int(letter.value - first)] = sound.rawValue }
        }
        return table
    }

    private static let ascii = table(
        [
            ("a", .a), ("b", .b), ("c", .latinC), ("d", .d), ("e", .e), ("f", .f), ("g", .g), ("h", .h), ("i", .i),
            ("j", .latinJ), ("k", .k), ("l", .l), ("m", .m), ("n", .n), ("o", .o), ("p", .p), ("q", .q), ("r", .r),
            ("s", .s), ("t", .t), ("u", .u), ("v", .v), ("w", .v), ("x", .latinX), ("y", .y), ("z", .z), ("0", .zero),
            ("1", .one), ("2", .two), ("3", .three), ("4", .four), ("5", .five), ("6", .six), ("7", .seven),
            ("8", .eight), ("9", .nine),
        ], from: 0, count: 0x80)

    private static let cyrillic: [UInt8] = {
        var sounds = table(
            [
                ("а", .a), ("бԁ", .b), ("в", .v), ("гґ", .g), ("ғ", .gh), ("д", .d), ("еэѐє", .e), ("ё", .yo),
                ("жҗҷҹӂ", .j), ("з", .z), ("иіӣѝ", .i), ("йј", .glide), ("к", .k), ("қҡҝҟ", .q), ("л", .l), ("м", .m),
                ("н", .n), ("ңҥ", .ng), ("оө", .o), ("п", .p), ("р", .r), ("с", .s), ("т", .t), ("уүұ", .u),
                ("ўӯ", .ou),
                ("ф", .f), ("хҳһ", .h), ("ц", .ts), ("ч", .c), ("ш", .sh), ("щ", .shch), ("ы", .y), ("әӑ", .ae),
            ], from: 0x400, count: 0x130)
        // ҝ is g in Azerbaijani.
        sounds[Int(("ҝ" as Unicode.Scalar).value - 0x400)] = Sound.g.rawValue
        return sounds
    }()
}
