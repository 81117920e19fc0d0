import Screen

/// What a key does to a passphrase that is being typed, so that whoever keeps the passphrase changes it, and everybody else
/// learns only how many characters there are.
package enum SecretTyping: Hashable, Sendable {
    case append(Character)
    /// A paste, or typing that arrived in one burst, without line ends at its end; nothing of it where one part is refused.
    case appendAll(String)
    case removeLast
    case clear
    case finish
    case cancel
    /// A paste of several lines, or with control characters: it is not what it was meant to be.
    case refused

    /// Nil for keys that do nothing here: arrows and function keys neither move in what cannot be seen nor leave it.
    package init?(_ key: Key) {
        switch key {
        case .character(let character): self = .append(character)
        case .backspace, .delete, .control("h"): self = .removeLast
        case .control("u"): self = .clear
        case .enter: self = .finish
        case .escape: self = .cancel
        case .pasted(let text):
            let line = text.unicodeScalars.reversed().drop { $0 == "\n" || $0 == "\r" }.reversed()
            let isPlain = line.allSatisfy { $0.properties.generalCategory != .control }
            guard isPlain else {
                self = .refused
                return
            }
            guard !line.isEmpty else { return nil }
            self = .appendAll(String(String.UnicodeScalarView(line)))
        default: return nil
        }
    }
}
