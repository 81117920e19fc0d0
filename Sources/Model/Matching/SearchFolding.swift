/// How search compares letters: without case, without accents, in any script, and the same in every locale.
///
/// `ё` is `е`, `ç` is `c`, `қ` is `к`, a full-width `：` is `:`. Letters that a State's keyboard may lack are searched by
/// their nearest neighbour; `й` stays a letter of its own. Each scalar becomes one scalar or none.
package enum SearchFolding {
    /// The folded scalar; nil for what search does not see: combining marks and characters without width.
    package static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
        case 0x00...0x7F: scalar
        case 0x0300...0x036F, 0x00AD, 0x200B...0x200F, 0x2060, 0xFEFF: nil
        case 0x0410...0x042F: Unicode.Scalar(scalar.value + 0x20)
        case 0x0430...0x044F, 0x3001...0xFEFE: scalar
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x3000: " "
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).flatMap { fold($0) }
        default: neighbours[scalar] ?? lowered(scalar)
        }
    }

    /// The folded scalars of a text.
    package static func fold(_ text: String) -> [Unicode.Scalar] {
        var folded: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars { append(scalar, to: &folded) }
        return folded
    }

    /// The folded text as UTF-8, for the search over many entries.
    package static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            guard byte < 0x80 else { return slowBytes(text) }
            bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
        }
        return bytes
    }

    static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
        if let next = fold(scalar) {
            folded.append(next)
        } else if scalar.value == 0x0306, folded.last == "и" {
            folded[folded.count - 1] = "й"
        }
    }

    private static func slowBytes(_ text: String) -> [UInt8] {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: fold(text))
        return Array(String(view).utf8)
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        return neighbours[lower] ?? lower
    }

    /// Each letter with those that are looked up as this one.
    private static let families: [(Unicode.Scalar, String)] = [
        ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěə"), ("g", "ĝğġģǧ"), ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőǒɵ"),
        ("r", "ŕŗř"), ("s", "śŝşšșß"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżžƶ"),
        ("а", "әӑӓ"), ("г", "ғґ"), ("е", "ёєѐ"), ("ж", "җӂ"), ("и", "іїӣѝ"), ("к", "қҡҝќ"), ("н", "ңҥ"), ("о", "өӧ"),
        ("у", "ұүўӯӱӳ"), ("х", "һҳ"), ("ч", "ҷҹ"), ("'", "ʻʼ’‘ʹ`´"), ("\"", "“”„«»"), ("-", "‐‑–—−"),
    ]

    private static let neighbours: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, others) in families {
            for other in others.unicodeScalars {
                table[other] = letter
                if let upper = other.properties.uppercaseMapping.unicodeScalars.first, upper.value > 0x7F {
                    table[upper] = letter
                }
            }
        }
        return table
    }()
}

/// A text as search compares it, with the way back to the characters that are shown.
package struct FoldedText: Equatable, Sendable {
    package private(set) var scalars: [Unicode.Scalar] = []
    /// For each scalar, the place of the character that it came from.
    package private(set) var places: [Int] = []

    /// - Parameter characters: what is shown, one piece for each place: characters, or cells.
    package init(_ characters: some Sequence<String>) {
        for (place, character) in characters.enumerated() {
            for scalar in character.unicodeScalars {
                SearchFolding.append(scalar, to: &scalars)
                if places.count < scalars.count { places.append(place) }
            }
        }
    }

    package init(_ text: String) { self.init(text.lazy.map { String($0) }) }
}
