import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key, in help: HelpList) -> [Effect] {
        var help = help
        let commands = helpCommands(help)
        let ids = commands.map(\.name)
        let height = Layout(width: width, height: height).overlayRows
        switch key {
        case .escape, .function(1):
            overlay = nil
            return []
        case .enter:
            overlay = nil
            guard let name = help.list.anchor else { return [] }
            return run(name)
        case .up: help.list.move(by: -1, of: ids, height: height)
        case .down: help.list.move(by: 1, of: ids, height: height)
        case .pageUp: help.list.move(by: -height, of: ids, height: height)
        case .pageDown: help.list.move(by: height, of: ids, height: height)
        default:
            guard help.query.take(key) else { return [] }
        }
        help.list.settle(helpCommands(help).map(\.name), height: height)
        overlay = .help(help)
        return []
    }

    /// The commands that the help shows: those that fit what was typed, those that can run first.
    package func helpCommands(_ help: HelpList) -> [Command] {
        let fitting = fittingCommands(help).found
        return fitting.filter { $0.unavailable(in: self) == nil } + fitting.filter { $0.unavailable(in: self) != nil }
    }

    /// In the order of the table, with what was searched where the query fits none.
    func fittingCommands(_ help: HelpList) -> (flipped: ShownQuery?, found: [Command]) {
        firstThatFits(help.query.text) { query in
            let filter = EntryFilter(query)
            return Command.all.filter { filter.matches(text: searchText(of: $0)) }
        }
    }

    private func searchText(of command: Command) -> String {
        let keys = keymap.names(of: command.name) + keyNames(of: command.name)
        let words = [command.name, vocabulary.word(for: command) ?? ""] + keys
        return words.joined(separator: " ") + " \(catalogue.text(command.label)) \(catalogue.text(command.help))"
    }
}
