/// What is drawn for a glyph on a terminal that has ASCII only.
extension Glyph {
    /// Whether this is a line, a block or a braille pattern, which some terminals lack, rather than a letter.
    package var isDrawing: Bool {
        guard let scalar = scalars.unicodeScalars.first else { return false }
        return (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
    }

    /// The nearest ASCII character, in one column; nothing where there is no likeness.
    ///
    /// Cyrillic letters become the Latin letter that a reader expects most, one for one so that columns stay: a crutch for
    /// reading, not a transliteration that could be turned back.
    package var asciiLikeness: String? {
        if scalars.utf8.count == 1 { return scalars }
        guard let scalar = scalars.unicodeScalars.first else { return nil }
        switch scalar.value {
        case 0x2500, 0x2501, 0x2550: return "-"
        case 0x2502, 0x2503, 0x2551: return "|"
        case 0x250C...0x254B, 0x2552...0x256C: return "+"
        case 0x2580...0x2588: return Self.blockLikeness(scalar.value - 0x2580)
        case 0x2800...0x28FF: return Self.brailleLikeness(UInt8(scalar.value - 0x2800))
        case 0x0400...0x04FF: return Self.latin[scalar]
        default: return Self.punctuation[scalar]
        }
    }

    /// The same rising ladder as the graph's own in ASCII.
    private static func blockLikeness(_ eighths: UInt32) -> String {
        let ladder = SymbolLadder.asciiLevels
        let level = eighths == 0 ? 4 : Int(eighths)
        return String(ladder[level * (ladder.count - 1) / 8])
    }

    private static func brailleLikeness(_ dots: UInt8) -> String {
        let ladder = SymbolLadder.asciiLevels
        return String(ladder[(dots.nonzeroBitCount * (ladder.count - 1) + 7) / 8])
    }

    private static let punctuation: [Unicode.Scalar: String] = [
        "\u{AB}": "\"", "\u{BB}": "\"", "\u{2013}": "-", "\u{2014}": "-", "\u{2018}": "'", "\u{2019}": "'",
        "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"", "\u{D7}": "x", "\u{23CE}": "$", "\u{2116}": "#",
    ]

    /// Cyrillic letters of the languages of the member States, small ones first, then the same in capitals.
    private static let latin: [Unicode.Scalar: String] = {
        let cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіңғүұқөһәўҳҷӣӯҹ"
        let near = "abvgdeejziiklmnoprstufhccss'y'euainguukohauhjiuj"
        var table: [Unicode.Scalar: String] = [:]
        for (letter, likeness) in zip(cyrillic, near) {
            for (from, to) in [(String(letter), String(likeness)), (letter.uppercased(), likeness.uppercased())] {
                if let scalar = from.unicodeScalars.first { table[scalar] = to }
            }
        }
        return table
    }()
}
