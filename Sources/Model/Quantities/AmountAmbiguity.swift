/// Two readings of one written amount, which one was taken, and why. It has to be asked; no rule makes it certain.
package struct AmountAmbiguity: Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        /// The language of the text writes decimals so.
        case language
        /// Another number of the same text can only be read so.
        case sameText = "same_text"
    }

    package enum Mark: String, CaseIterable, Sendable {
        case decimal
        case thousands
    }

    /// What the comma or point was taken for.
    package let taken: Mark
    package let reason: Reason
    /// The amount by the other reading, in the same unit.
    package let other: ExactDecimal
}

/// In which language an amount is written; it decides what a comma most likely is.
package enum TextLanguage: String, CaseIterable, Sendable {
    case en
    case ru
    case zh

    /// By the scripts of the letters; nil where neither Cyrillic nor Chinese characters occur.
    package static func guess(_ text: some StringProtocol) -> TextLanguage? {
        var han = 0
        var cyrillic = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0400...0x052F: cyrillic += 1
            case 0x3400...0x4DBF, 0x4E00...0x9FFF: han += 1
            default: break
            }
        }
        if han == 0, cyrillic == 0 { return nil }
        return han > cyrillic ? .zh : .ru
    }

    /// What `mark` most likely is before exactly three digits.
    func meaning(of mark: Character) -> AmountAmbiguity.Mark { mark == "," && self != .ru ? .thousands : .decimal }
}
