import Model
import Wording

/// Where a typed word meets a command; the one place that knows what a command may be called.
enum CommandWord {
    /// The command that a word means: by its whole name, else by the only name that begins so.
    static func matching(_ word: String) -> Command? {
        if let command = Command.named(word) { return command }
        let folded = SearchFolding.fold(word)
        let beginning = Command.all.filter { SearchFolding.fold($0.name).starts(with: folded) }
        return beginning.count == 1 ? beginning[0] : nil
    }

    /// The sentence for a word that means no command.
    static func unknown(_ word: String) -> Message {
        guard let question = Spelling.question(about: word, among: Command.all.map(\.name)) else {
            return "There is no command “\(word)”; ? lists them all."
        }
        return "There is no command “\(word)”. \(question)"
    }

    /// What was typed, and what else it may have been meant to be; searches try them in this order.
    static func alternatives(of query: String) -> [String] { [query] }

    /// What a command is called in these languages, for search by first letters.
    static func labels(of command: Command, in catalogues: [Catalogue]) -> [String] {
        distinct(catalogues.map { $0.text(command.label) })
    }

    /// The sentences of a command in these languages, for search by whole words.
    static func sentences(of command: Command, in catalogues: [Catalogue]) -> [String] {
        distinct(catalogues.map { $0.text(command.help) })
    }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.enumerated().filter { place, text in texts.firstIndex(of: text) == place }.map(\.element)
    }
}
