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
    /// in full or by a beginning that fits only one, and then as another keyboard layout would have typed it.
    func meaning(of word: String) -> LineMeaning {
        let typed = word.lowercased()
        if typed.count <= 3, let number = Int(typed), number > 0, typed.first != "0" { return .row(number) }
        let names = lineNames
        if let exact = names.first(where: { $0.spelling == typed }) { return exact.meaning }
        var fitting: [LineName] = []
        for name in names where name.spelling.hasPrefix(typed) {
            if !fitting.contains(where: { $0.meaning == name.meaning }) { fitting.append(name) }
        }
        if fitting.count == 1 { return fitting[0].meaning }
        if fitting.count > 1 { return .several(fitting.map(\.spelling)) }
        if case .command(let name) = reading(ofCommand: word) { return .command(name) }
        return .unknown(nearest: Spelling.nearest(to: typed, among: names.map(\.spelling)))
    }

    private typealias LineName = (spelling: String, meaning: LineMeaning)

    /// Every word that may begin a line, in small letters.
    private var lineNames: [LineName] {
        var names: [LineName] = []
        for own in LineWord.allCases {
            for spelling in [own.rawValue, catalogue.text(own.message)] { names.append((spelling, .word(own))) }
        }
        for command in Command.all where LineWord(rawValue: command.name) == nil {
            let label = catalogue.text(command.label).split(separator: " ").joined(separator: "-")
            for spelling in [command.name, vocabulary.word(for: command) ?? label, label] {
                names.append((spelling, .command(command.name)))
            }
        }
        return names.map { ($0.spelling.lowercased(), $0.meaning) }
    }

    /// A command's name; in another language its word, and the name after it.
    func spelling(of command: Command) -> String {
        vocabulary.word(for: command).map { "\($0) (\(command.name))" } ?? command.name
    }
}
