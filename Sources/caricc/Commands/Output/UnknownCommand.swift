import ArgumentParser
import Wording

/// A word on the command line that stands where a command should, and is none.
struct UnknownCommand: Equatable {
    /// The commands before it, with the program's name.
    let path: [String]
    let word: String
    let nearest: String?
    let known: [String]

    /// Finds it in arguments that the parser refused; nil where the fault is another.
    init?(in arguments: [String], of root: CommandInfo) {
        var command = root
        var path = [root.commandName]
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" { return nil }
            if word.hasPrefix("-"), word != "-" {
                // What follows an unknown option may be its value: the parser speaks of the option.
                let name = word.prefix { $0 != "=" }
                guard let option = command.option(String(name)) else { return nil }
                if option.takesValue, !word.contains("=") { rest = rest.dropFirst() }
                continue
            }
            let below = command.subcommands ?? []
            if let next = below.first(where: { $0.commandName == word || $0.aliases?.contains(word) == true }) {
                command = next
                path.append(next.commandName)
                continue
            }
            guard !command.commands.isEmpty, !command.optionsOfDefault.contains(where: \.isPositional) else {
                return nil
            }
            self.path = path
            self.word = word
            known = command.commands.map(\.commandName)
            nearest = Spelling.nearest(
                to: word, among: command.commands.flatMap { [$0.commandName] + ($0.aliases ?? []) })
            return
        }
        return nil
    }

    var message: Message {
        let before = path.joined(separator: " ")
        if let nearest { return "“\(before)” has no command “\(word)”. \(Spelling.question(nearest))" }
        return "“\(before)” has no command “\(word)”; there are \(known.joined(separator: ", "))"
    }
}

extension CommandInfo {
    fileprivate func option(_ typed: String) -> Argument? {
        optionsOfDefault.first { $0.names?.contains { $0.typed == typed } ?? false }
    }

    /// What may stand here: the command's own arguments, and those of the command that it is without a word.
    fileprivate var optionsOfDefault: [Argument] {
        let standing = (subcommands ?? []).first { $0.commandName == defaultSubcommand }
        return (arguments ?? []) + (standing?.arguments ?? [])
    }
}
