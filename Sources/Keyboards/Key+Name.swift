import Screen

/// What is pressed for a command: one key, or two after each other such as `g g`.
package struct KeyStroke: Hashable, Sendable {
    package var first: Key
    package var second: Key?

    package init(_ first: Key, then second: Key? = nil) {
        self.first = first
        self.second = second
    }

    /// Reads what `name` prints, and the usual other spellings of it; nil for anything else.
    package init?(named text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard (1...2).contains(words.count), let first = Key(named: words[0]) else { return nil }
        self.first = first
        if words.count == 2 {
            guard let second = Key(named: words[1]) else { return nil }
            self.second = second
        }
    }

    package var name: String { second.map { "\(first.name) \($0.name)" } ?? first.name }
}

extension Key {
    /// The key as it is printed in help, footer and key file. Empty for what is no key.
    package var name: String {
        switch self {
        case .character(let character): character == " " ? "Space" : String(character)
        case .control(let character): "^\(character.uppercased())"
        case .alt(let character): character == " " ? "Alt+Space" : "Alt+\(character)"
        case .function(let number): "F\(number)"
        case .pasted, .mouse, .resized, .redraw: ""
        default: Key.names.first { $0.key == self }?.name ?? ""
        }
    }

    /// Reads what `name` prints. The names of keys may be in capitals or small letters; a letter is taken as it stands.
    package init?(named text: String) {
        let text = text.count == 1 ? text : Key.withoutModifierSpelling(text)
        let small = text.foldingCase
        if text.count == 1, let character = text.first {
            self = .character(character)
        } else if let named = Key.names.first(where: { $0.name.foldingCase == small }) ?? Key.aliases[small] {
            self = named.key
        } else if small == "space" {
            self = .character(" ")
        } else if small.hasPrefix("f"), let number = Int(small.dropFirst()), (1...24).contains(number) {
            self = .function(number)
        } else if small.hasPrefix("alt+"), let character = Key.one(text.dropFirst(4)) {
            self = .alt(character)
        } else if small.hasPrefix("^"), let character = Key.one(small.dropFirst()), character.isASCII {
            self = .control(character)
        } else {
            return nil
        }
    }

    private static func one(_ text: some StringProtocol) -> Character? {
        text.foldingCase == "space" ? " " : text.count == 1 ? text.first : nil
    }

    /// `Ctrl+d`, `Ctrl-d` and `C-d` are `^d`; `Alt-x` and `M-x` are `Alt+x`.
    private static func withoutModifierSpelling(_ text: String) -> String {
        let small = text.foldingCase
        for prefix in ["ctrl+", "ctrl-", "c-"] where small.hasPrefix(prefix) {
            return "^" + text.dropFirst(prefix.count)
        }
        for prefix in ["alt-", "m-"] where small.hasPrefix(prefix) { return "Alt+" + text.dropFirst(prefix.count) }
        return text
    }

    private typealias Named = (key: Key, name: String)

    private static let names: [Named] = [
        (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift+Tab"), (.backspace, "Backspace"),
        (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
        (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    ]

    private static let aliases: [String: Named] = [
        "insert": (.insert, ""), "delete": (.delete, ""), "escape": (.escape, ""), "return": (.enter, ""),
        "pageup": (.pageUp, ""), "pagedown": (.pageDown, ""),
    ]
}
