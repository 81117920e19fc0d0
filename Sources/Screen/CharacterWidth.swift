/// What one Unicode scalar is to the screen: how many columns it takes, or why it may not be drawn as it is.
package enum ScalarClass: UInt8, Sendable {
    /// One column. Ambiguous width counts as one.
    case narrow
    /// Two columns: East Asian wide and full width, emoji presentation.
    case wide
    /// No column of its own: drawn on the character before it.
    case mark
    /// A Hangul vowel or final: no column of its own after a Hangul syllable.
    case jamo
    /// A skin tone, which terminals either join to the emoji before it or do not.
    case emojiModifier
    /// Unassigned, private or surrogate.
    case unassigned
    /// A format character or one that is ignored by default: bidirectional, zero width, tags.
    case format
    /// C0, delete and C1.
    case control
    /// A space other than U+0020.
    case space
    /// U+0085, U+2028 and U+2029.
    case separator
}

/// The one frozen table of widths that lays out, clips and tests; it never asks the C library or the terminal.
package enum CharacterWidth {
    /// The Unicode version that `table` was made from.
    package static let unicodeVersion = "17.0"

    /// The class of one scalar. Total: every scalar has one.
    package static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? .control : .narrow }
        if (0x0400..<0x0483).contains(value) { return .narrow }  // Cyrillic letters
        var low = 0
        var high = table.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if table[middle] >> 4 <= value { low = middle } else { high = middle }
        }
        return ScalarClass(rawValue: UInt8(table[low] & 0xF)) ?? .unassigned
    }

    /// Columns of one scalar drawn by itself: 0, 1 or 2; nothing for one that must be shown escaped.
    package static func columns(of scalar: Unicode.Scalar) -> Int? {
        switch classify(scalar) {
        case .narrow: 1
        case .wide: 2
        case .mark, .jamo: 0
        case .emojiModifier, .unassigned, .format, .control, .space, .separator: nil
        }
    }

    /// Whether a scalar lies in a block whose letters run from right to left.
    package static func runsRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            classify(scalar) == .narrow && !(0x0660...0x0669).contains(scalar.value)
                && !(0x06F0...0x06F9).contains(scalar.value)
        default: false
        }
    }

    /// Whether a scalar belongs to a script that is misspelt without zero-width joiners: Arabic, Syriac, the Indic
    /// scripts, Sinhala, Myanmar, Khmer, Mongolian.
    static func joinsByZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0620...0x077F, 0x08A0...0x08FF, 0x0900...0x0DFF, 0x1000...0x109F, 0x1780...0x17D3, 0x1820...0x18AA:
            switch classify(scalar) {
            case .narrow, .mark: true
            default: false
            }
        default: false
        }
    }

    /// Whether a Hangul vowel or final may follow this scalar in the same cell pair.
    static func takesJamo(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115E, 0xA960...0xA97C, 0xAC00...0xD7A3: true
        default: false
        }
    }
}
