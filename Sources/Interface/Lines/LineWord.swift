import Wording

/// The words that only the plain mode has; everything else is in the table of commands.
enum LineWord: String, CaseIterable, Sendable {
    case now, next, more, read, `where`, again, quiet, talk, help

    /// The word in the language of the screen.
    var message: Message {
        switch self {
        case .now: "now"
        case .next: "next"
        case .more: "more"
        case .read: "read"
        case .where: "where"
        case .again: "again"
        case .quiet: "quiet"
        case .talk: "talk"
        case .help: "help"
        }
    }

    /// One sentence of help.
    var help: Message {
        switch self {
        case .now: "What needs you now; from the past, back to the present first"
        case .next: "What is due next, in order of time"
        case .more: "Go on with the list that was read last"
        case .read: "The whole row, or the whole page, field by field"
        case .where: "Which screen this is, and which row is the current one"
        case .again: "The last answer once more"
        case .quiet: "Announce nothing between prompts"
        case .talk: "Announce again what is urgent"
        case .help: "All words; with a word after it, what that word does"
        }
    }
}

/// What a first word means.
enum LineMeaning: Equatable {
    case word(LineWord)
    case command(String)
    case row(Int)
    /// Several words begin so.
    case several([String])
    case unknown(nearest: String?)
}

extension AppState {
    /// What a first word means: the words of this mode and the names of the commands, in English or as the screen says them,
    /// in full or by a beginning that fits only one.
    func meaning(of word: String) -> LineMeaning {
        let typed = word.lowercased()
        if typed.count <= 3, let number = Int(typed), number > 0, typed.first != "0" { return .row(number) }
        var names: [(spelling: String, meaning: LineMeaning)] = []
        for own in LineWord.allCases {
            for spelling in [own.rawValue, catalogue.text(own.message)] { names.append((spelling, .word(own))) }
        }
        for command in Command.all where LineWord(rawValue: command.name) == nil {
            let label = catalogue.text(command.label).split(separator: " ").joined(separator: "-")
            for spelling in [command.name, label] { names.append((spelling, .command(command.name))) }
        }
        names = names.map { ($0.spelling.lowercased(), $0.meaning) }
        if let exact = names.first(where: { $0.spelling == typed }) { return exact.meaning }
        var fitting: [(spelling: String, meaning: LineMeaning)] = []
        for name in names
        where name.spelling.hasPrefix(typed) && !fitting.contains(where: { $0.meaning == name.meaning }) {
            fitting.append(name)
        }
        if fitting.count == 1 { return fitting[0].meaning }
        if fitting.count > 1 { return .several(fitting.map(\.spelling)) }
        let nearest = names.map { ($0.spelling, $0.spelling.distance(to: typed)) }.min { $0.1 < $1.1 }
        return .unknown(nearest: nearest.flatMap { $0.1 <= max(1, typed.count / 2) ? $0.0 : nil })
    }
}

extension String {
    /// How many characters must be typed, left out, changed or swapped with a neighbour to make one of the other.
    func distance(to other: String) -> Int {
        let (from, to) = (Array(self), Array(other))
        var older: [Int] = []
        var last = Array(0...to.count)
        for row in from.indices {
            var line = [row + 1]
            for column in to.indices {
                let isSame = from[row] == to[column]
                var best = Swift.min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
                    best = Swift.min(best, older[column - 1] + 1)
                }
                line.append(best)
            }
            (older, last) = (last, line)
        }
        return last[to.count]
    }
}
