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

    /// The command whose name is nearest to a word that names none; nil when none is near.
    static func nearest(to word: String) -> String? {
        let near = all.map { ($0.name, distance($0.name, word.foldingCase)) }.min { $0.1 < $1.1 }
        return near.flatMap { $0.1 <= max(1, word.count / 3) ? $0.0 : nil }
    }

    /// How many letters have to be put in, taken out, changed or swapped with the next one.
    private static func distance(_ one: String, _ other: String) -> Int {
        let one = Array(one)
        let other = Array(other)
        var rows = [Array(0...other.count)]
        for i in 0..<one.count {
            var row = [i + 1]
            for j in 0..<other.count {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
