extension KeyboardLayout {
    /// `text` as it would stand there had it been typed on another of the layouts: `ghbdtn` gives `привет`, `фсл` gives
    /// `ack`. Best first, each once, without the text itself; empty when no layout types such a text.
    ///
    /// A text all in capitals is tried in small letters, too, because Caps Lock leaves out keys that are letters on
    /// one layout only.
    package static func flips(of text: String, among layouts: [KeyboardLayout]) -> [String] {
        var found: [String] = []
        // Commands and codes are in Latin letters, whatever layouts a person has.
        let layouts = layouts + all.filter { $0.code == "us" && !layouts.contains($0) }
        let small = text.foldingCase
        let spellings = small != text && text.allSatisfy({ !$0.isLowercase }) ? [text, small] : [text]
        for spelling in spellings {
            for typed in layouts {
                for meant in layouts where meant != typed {
                    guard let flip = typed.flip(spelling, to: meant), !found.contains(flip), flip != text,
                        flip != small
                    else { continue }
                    found.append(flip)
                }
            }
        }
        return found
    }

    /// Nil when this layout cannot have typed the text. What the keypad types is on every keyboard, and so are blanks.
    package func flip(_ text: String, to other: KeyboardLayout) -> String? {
        var flip = ""
        for character in text {
            if let position = position(of: character) {
                guard let meant = other.character(at: position) else { return nil }
                flip.append(meant)
            } else {
                guard character.isOnKeypad || character == " " else { return nil }
                flip.append(character)
            }
        }
        return flip
    }

    /// `text` with each letter of a digit row as the digit of its key: `қңқ,` of the Kazakh layout is `0406`. Nil when
    /// there is no such letter, or no layout has them all on its digit row.
    package static func digits(in text: String, on layouts: [KeyboardLayout]) -> (text: String, layout: KeyboardLayout)?
    {
        for layout in layouts {
            var count = 0
            var digits = ""
            for character in text {
                guard !character.isASCIIDigit, let position = layout.position(of: character), position.isASCIIDigit
                else {
                    digits.append(character)
                    continue
                }
                digits.append(position)
                count += 1
            }
            if count > 0 { return (digits, layout) }
        }
        return nil
    }
}

extension Character {
    package var isASCIIDigit: Bool { ("0"..."9").contains(self) }

    /// What the keypad types on every layout alike; its point differs.
    fileprivate var isOnKeypad: Bool { isASCIIDigit || "+-*/".contains(self) }
}

extension StringProtocol {
    /// Small letters, the same in every locale; the dotted and the dotless i of Turkic languages are one letter here,
    /// and so are ё and е, which most people type as one.
    package var foldingCase: String {
        var folded = String.UnicodeScalarView()
        for character in self {
            switch character {
            case "İ", "ı", "I": folded.append("i")
            case "ё", "Ё": folded.append("е")
            default: folded.append(contentsOf: character.lowercased().unicodeScalars)
            }
        }
        return String(folded)
    }
}
