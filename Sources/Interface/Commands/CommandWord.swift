import Wording

/// What a command is called, for those who look for it.
extension Command {
    /// The sentence for a word that means no command.
    static func unknown(_ word: String) -> Message {
        guard let question = Spelling.question(about: word, among: all.map(\.name)) else {
            return "There is no command “\(word)”; ? lists them all."
        }
        return "There is no command “\(word)”. \(question)"
    }

    /// Its name, and its words in these languages: what is searched by first letters.
    func names(in catalogues: [Catalogue]) -> [String] {
        let typed = catalogues.map { $0.text(Message(key: name, context: "command")) }
        return Command.distinct([name] + typed + catalogues.map { $0.text(label) })
    }

    /// Its sentences in these languages: what is searched by whole words.
    func sentences(in catalogues: [Catalogue]) -> [String] { Command.distinct(catalogues.map { $0.text(help) }) }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.enumerated().filter { place, text in texts.firstIndex(of: text) == place }.map(\.element)
    }
}

extension AppState {
    /// The command that a typed word means, where it means one alone.
    func command(meantBy word: String) -> Command? {
        guard !word.isEmpty, case .command(let name) = reading(ofCommand: word) else { return nil }
        return Command.named(name)
    }
}
