import Keyboards
import Screen

extension Command {
    /// Commands that must have a key: without them nobody finds the others, or answers an alert in time.
    package static let essential = [
        "help", "command", "open", "back", "up", "down", "panel", "find", "ack", "new", "heard", "note",
    ]

    /// Whether pressing these keys by accident would do what cannot be called back by the next key.
    ///
    /// What leaves the program never sits on a key without a modifier, except a function key. What writes never sits
    /// on a Ctrl chord: those are readline's, vim's and tmux's, and fingers press them in every program.
    func isTooEasy(on stroke: KeyStroke) -> Bool {
        switch (stroke.first, leaves, group) {
        case (.control, false, .act): true
        case (.function, _, _), (.alt, _, _): false
        case (.control(let letter), true, _): name != "suspend" || letter != "z"
        case (_, true, _): stroke.second == nil
        default: false
        }
    }

    /// Whether the program is gone from the screen afterwards.
    private var leaves: Bool { name == "quit" || name == "suspend" }
}
