import Screen

/// Which key does what. Every essential has a letter and a function key; nothing that writes without asking sits on a bare key.
package struct Keymap: Sendable {
    package struct Binding: Sendable, Equatable {
        package let key: Key
        /// For two-key sequences such as `g g`.
        package let second: Key?
        package let command: String

        init(_ key: Key, _ command: String, then second: Key? = nil) {
            self.key = key
            self.second = second
            self.command = command
        }
    }

    package let bindings: [Binding]

    package static let standard = Keymap(bindings: [
        Binding(.function(1), "help"), Binding(.character("?"), "help"), Binding(.function(10), "menu"),
        Binding(.function(3), "open"), Binding(.enter, "open"),
        Binding(.function(5), "ack"), Binding(.character("a"), "ack"),
        Binding(.character("s"), "shelve"), Binding(.character("S"), "unshelve"),
        Binding(.character("C"), "close"), Binding(.function(8), "close"),
        Binding(.function(7), "heard"), Binding(.character("x"), "heard"),
        Binding(.function(4), "note"), Binding(.character("e"), "note"),
        Binding(.character("w"), "watch-note"),
        Binding(.insert, "new"), Binding(.character("i"), "new"),
        Binding(.character("u"), "withdraw"),
        Binding(.function(9), "command"), Binding(.character(":"), "command"),
        Binding(.character("/"), "find"), Binding(.character("n"), "next-match"),
        Binding(.character("N"), "previous-match"), Binding(.character("m"), "mark"),
        Binding(.character("'"), "next-mark"), Binding(.character("y"), "copy"),
        Binding(.character("z"), "zoom"), Binding(.character("="), "freeze"), Binding(.character("f"), "follow"),
        Binding(.character("T"), "zone"), Binding(.character("r"), "raw"),
        Binding(.character("1"), "board"), Binding(.function(2), "board"), Binding(.character("2"), "alerts"),
        Binding(.character("3"), "deliveries"), Binding(.character("5"), "watch"), Binding(.character("7"), "log"),
        Binding(.character("j"), "down"), Binding(.down, "down"), Binding(.character("k"), "up"), Binding(.up, "up"),
        Binding(.pageDown, "page-down"), Binding(.control("d"), "page-down"), Binding(.control("f"), "page-down"),
        Binding(.pageUp, "page-up"), Binding(.control("u"), "page-up"), Binding(.control("b"), "page-up"),
        Binding(.character("g"), "top", then: .character("g")), Binding(.home, "top"),
        Binding(.character("G"), "bottom"), Binding(.end, "bottom"),
        Binding(.tab, "panel"), Binding(.character("l"), "panel"), Binding(.right, "panel"),
        Binding(.backTab, "panel-back"), Binding(.character("h"), "panel-back"), Binding(.left, "panel-back"),
        Binding(.escape, "back"), Binding(.character("q"), "back"),
        Binding(.control("l"), "repaint"), Binding(.control("z"), "suspend"),
    ])

    /// The command of a key, after a first key of a sequence.
    func command(for key: Key, after prefix: Key?) -> String? {
        bindings.first { binding in
            prefix == nil ? binding.key == key && binding.second == nil : binding.key == prefix && binding.second == key
        }?.command
    }

    func startsSequence(_ key: Key) -> Bool { bindings.contains { $0.key == key && $0.second != nil } }

    /// The keys of a command as they are printed in help and footer, function keys first.
    package func names(of command: String) -> [String] {
        bindings.filter { $0.command == command }.map { binding in
            binding.key.name + (binding.second.map { " " + $0.name } ?? "")
        }
    }
}

extension Key {
    /// What is engraved on the key.
    package var name: String {
        switch self {
        case .character(let character): character == " " ? "Space" : String(character)
        case .control(let character): "^\(character.uppercased())"
        case .alt(let character): "Alt+\(character)"
        case .function(let number): "F\(number)"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift+Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .pasted, .mouse, .resized, .redraw: ""
        }
    }
}
