import Keyboards
import Screen

/// Which key does what. Every essential has a letter and a function key; nothing that writes without asking sits on a bare key
/// but what is said a hundred times a night and taken back with one key: seen, and heard.
package struct Keymap: Equatable, Sendable {
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

        package var stroke: KeyStroke { KeyStroke(key, then: second) }
    }

    package let bindings: [Binding]
    init(bindings: [Binding]) { self.bindings = bindings }

    /// Whether a command's keys are not the shipped ones.
    package func isRebound(_ command: String) -> Bool {
        Set(names(of: command)) != Set(Keymap.standard.names(of: command))
    }

    package static let standard = Keymap(bindings: [
        Binding(.function(1), "help"), Binding(.character("?"), "help"), Binding(.function(10), "menu"),
        Binding(.function(3), "open"), Binding(.enter, "open"),
        Binding(.function(5), "ack"), Binding(.character("a"), "ack"),
        Binding(.character("s"), "shelve"), Binding(.character("S"), "unshelve"),
        Binding(.character("C"), "close"), Binding(.function(8), "close"),
        Binding(.function(7), "heard"), Binding(.character("x"), "heard"),
        Binding(.function(4), "note"), Binding(.character("e"), "note"),
        Binding(.character("w"), "watch-note"), Binding(.character("d"), "decide"),
        Binding(.character("o"), "order"), Binding(.character("t"), "arrange"),
        Binding(.character("X"), "end-arrangement"), Binding(.character("E"), "correct"),
        Binding(.character("R"), "sign-order"), Binding(.character("O"), "offer-watch"),
        Binding(.character("B"), "answer-question"), Binding(.character("+"), "sooner"),
        Binding(.character("-"), "later"),
        Binding(.function(6), "charge"), Binding(.character("A"), "ack-until"), Binding(.character("p"), "priority"),
        Binding(.character("b"), "reply"), Binding(.character("Q"), "ask"), Binding(.character("c"), "call"),
        Binding(.character("D"), "done"), Binding(.character("H"), "health"), Binding(.character("F"), "unfold"),
        Binding(.insert, "new"), Binding(.character("P"), "paste"), Binding(.character("i"), "phone"),
        Binding(.character("!"), "stop"),
        Binding(.character("u"), "withdraw"), Binding(.character("M"), "related"),
        Binding(.function(9), "command"), Binding(.character(":"), "command"),
        Binding(.character("/"), "find"), Binding(.alt("/"), "find"), Binding(.character("n"), "next-match"),
        Binding(.character("N"), "previous-match"), Binding(.character("m"), "mark"),
        Binding(.character("'"), "next-mark"), Binding(.character("y"), "copy"),
        Binding(.character("W"), "layout"), Binding(.character("v"), "view"),
        Binding(.character("z"), "zoom"), Binding(.character("="), "freeze"), Binding(.character("f"), "follow"),
        Binding(.character("T"), "zone"), Binding(.character("r"), "raw"),
        Binding(.character("1"), "board"), Binding(.function(2), "board"), Binding(.character("2"), "alerts"),
        Binding(.character("3"), "deliveries"), Binding(.character("5"), "watch"),
        Binding(.character("6"), "directory"), Binding(.character("7"), "log"), Binding(.character("0"), "need"),
        Binding(.character("j"), "down"), Binding(.down, "down"), Binding(.character("k"), "up"), Binding(.up, "up"),
        Binding(.pageDown, "page-down"), Binding(.control("d"), "page-down"), Binding(.control("f"), "page-down"),
        Binding(.pageUp, "page-up"), Binding(.control("u"), "page-up"), Binding(.control("b"), "page-up"),
        Binding(.character("g"), "top", then: .character("g")), Binding(.home, "top"),
        Binding(.character("g"), "unseen", then: .character("u")), Binding(.character("U"), "unseen"),
        Binding(.character("G"), "bottom"), Binding(.end, "bottom"),
        Binding(.character("g"), "state", then: .character("s")),
        Binding(.character("g"), "draft", then: .character("d")),
        Binding(.character("g"), "ours", then: .character("o")),
        Binding(.character("g"), "received", then: .character("r")),
        Binding(.tab, "panel"), Binding(.character("l"), "panel"), Binding(.right, "panel"),
        Binding(.backTab, "panel-back"), Binding(.character("h"), "panel-back"), Binding(.left, "panel-back"),
        Binding(.escape, "back"), Binding(.character("q"), "back"),
        Binding(.character("L"), "lock"), Binding(.function(11), "lock"),
        Binding(.character("V"), "visitor"), Binding(.function(12), "visitor"),
        Binding(.control("l"), "repaint"), Binding(.alt("l"), "repaint"),
        Binding(.control("z"), "suspend"), Binding(.alt("z"), "suspend"),
    ])

    /// Each command that has a key, once, in the order of the keys.
    var commands: [String] {
        var seen: Set<String> = []
        return bindings.map(\.command).filter { seen.insert($0).inserted }
    }

    /// The command of a key, after a first key of a sequence.
    func command(for key: Key, after prefix: Key?) -> String? {
        bindings.first { binding in
            prefix == nil ? binding.key == key && binding.second == nil : binding.key == prefix && binding.second == key
        }?.command
    }

    /// A key that opens the command line.
    package var commandKey: Key {
        bindings.first { $0.command == "command" && $0.second == nil }?.key ?? .character(":")
    }

    func startsSequence(_ key: Key) -> Bool { bindings.contains { $0.key == key && $0.second != nil } }

    /// The keys of a command as they are printed in help and footer, function keys first.
    package func names(of command: String) -> [String] {
        bindings.filter { $0.command == command }.map(\.stroke.name)
    }
}
