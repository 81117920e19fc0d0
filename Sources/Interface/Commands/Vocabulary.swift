import Keyboards
import Wording

/// The words for commands in one language, as people type them behind `:`.
///
/// They are catalogue entries with the context `command`; a command without one has only its English name.
package struct Vocabulary: Sendable {
    package let language: Language
    /// By the command's name.
    private let words: [String: String]

    package init(_ catalogue: Catalogue) {
        language = catalogue.language
        words = Dictionary(
            uniqueKeysWithValues: Command.all.map {
                ($0.name, catalogue.text(Message(key: $0.name, context: "command")))
            })
    }

    /// The language's own word for a command; nil where it is the English name.
    package func word(for command: Command) -> String? {
        words[command.name].flatMap { $0 == command.name ? nil : $0 }
    }
}

extension AppState {
    /// What a word behind `:` may be.
    enum CommandReading: Equatable {
        case command(String)
        /// The beginning of several words, which are named.
        case ambiguous([String])
        case unknown
    }

    /// The words of the language that is shown.
    var vocabulary: Vocabulary { vocabularies[0] }

    /// The command that a whole word names, in English or in a language that was shown since the start.
    func command(called word: String) -> Command? {
        if let command = Command.named(word) { return command }
        let folded = word.foldingCase
        return Command.all.first { command in
            vocabularies.contains { $0.word(for: command)?.foldingCase == folded }
        }
    }

    /// A word as it stands, then its beginning, then both as another layout would have typed it.
    func reading(ofCommand word: String) -> CommandReading {
        for spelling in alternatives(of: word) {
            if let command = command(called: spelling) { return .command(command.name) }
            let begun = commands(beginning: spelling)
            if let shortest = AppState.shortest(of: begun) { return .command(shortest.name) }
            if let habit = AppState.habits[spelling.foldingCase],
                let command = begun.first(where: { $0.command.name == habit })
            {
                return .command(command.command.name)
            }
            if !begun.isEmpty { return .ambiguous(begun.map(\.word)) }
        }
        return .unknown
    }

    /// Beginnings that fingers know from before there was another word with them.
    private static let habits = ["ac": "ack"]

    /// The one that begins so, or of several the one whose word is how all the others begin: `ac` is `ack`, although there is
    /// `ack-until`.
    private static func shortest(of begun: [(command: Command, word: String)]) -> Command? {
        let shortest = begun.min { $0.word.count < $1.word.count }
        guard let shortest else { return nil }
        let stem = shortest.word.foldingCase
        return begun.allSatisfy { $0.word.foldingCase.hasPrefix(stem) } ? shortest.command : nil
    }

    /// The words that complete what was typed: English names, and for the others the word of the language shown; before
    /// anything is typed that word goes first.
    func commandWords(beginning word: String) -> [String] {
        if word.isEmpty { return Command.all.map { vocabulary.word(for: $0) ?? $0.name } }
        for spelling in alternatives(of: word) {
            let begun = commands(beginning: spelling)
            if !begun.isEmpty { return begun.map(\.word) }
        }
        return []
    }

    /// Each command once whose English name or whose word in the language shown begins so.
    private func commands(beginning word: String) -> [(command: Command, word: String)] {
        let folded = word.foldingCase
        return Command.all.compactMap { command in
            let words = [command.name] + (vocabulary.word(for: command).map { [$0] } ?? [])
            return words.first { $0.foldingCase.hasPrefix(folded) }.map { (command, $0) }
        }
    }
}
