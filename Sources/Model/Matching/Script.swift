/// The writing system of a letter, as far as names and plates of the region need it told.
package enum Script: String, CaseIterable, Sendable {
    case latin, cyrillic, greek, arabic, han, other

    /// Nil for what belongs to no script: digits, blanks, punctuation, combining marks.
    package init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: self = .latin
        case 0x00...0x7F: return nil
        case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F,
            0xFF21...0xFF3A, 0xFF41...0xFF5A:
            self = .latin
        case 0x400...0x481, 0x48A...0x52F, 0x1C80...0x1C8A, 0xA640...0xA69D: self = .cyrillic
        case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x37F, 0x386, 0x388...0x3FF, 0x1F00...0x1FFC: self = .greek
        case 0x620...0x64A, 0x671...0x6D3, 0x6FA...0x6FF, 0x750...0x77F: self = .arabic
        case 0x3400...0x4DBF, 0x4E00...0x9FFF: self = .han
        default:
            guard scalar.properties.isAlphabetic, scalar.properties.numericType == nil else { return nil }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .modifierLetter: return nil
            default: self = .other
            }
        }
    }
}

/// A letter that does not belong where it stands: of another script than the text, or read as one that it looks like.
package struct OddLetter: Hashable, Sendable {
    package let letter: Unicode.Scalar
    package let script: Script
    /// The letter that it looks like in the script of the text; nil where it looks like none.
    package let looksLike: Unicode.Scalar?
    /// Among the characters of the text, from 0.
    package let place: Int
}
