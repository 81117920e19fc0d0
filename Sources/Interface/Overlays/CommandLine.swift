import Model
import Wording

/// The line behind `:`, with completion and history.
package struct CommandLine: Equatable, Sendable {
    package internal(set) var field = TextField()
    /// Completions of what stands before the caret; the chosen one is shown in the line's list.
    package internal(set) var completions: [String] = []
    package internal(set) var chosen: Int?
    package internal(set) var fault: Message?
    /// How far back in the history the line is; nil while the person types.
    var historyPlace: Int?

    /// The word being typed.
    var word: String {
        field.beforeCaret.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
    var isFirstWord: Bool { !field.beforeCaret.contains(" ") }
}

extension AppState {
    /// What may stand at the caret: command names first, then what the command takes.
    func completions(for line: CommandLine) -> [String] {
        let word = line.word.lowercased()
        guard !line.isFirstWord else { return commandWords(beginning: line.word) }
        let name = String(line.field.text.prefix { $0 != " " })
        guard let command = command(called: name) else { return [] }
        let candidates: [String]
        switch command.argument {
        case .none, .text: candidates = []
        case .subject:
            candidates =
                (board.alerts.keys.map(\.text) + board.deliveries.keys.map(\.text) + board.shifts.keys.map(\.text))
                .sorted()
        case .zone: candidates = Zone.all.map(\.name)
        case .theme: candidates = themeNames
        case .language: candidates = languages.map(\.rawValue)
        case .disposition: candidates = Disposition.allCases.map(\.rawValue)
        case .layout, .sort, .columns, .view, .ownView: candidates = looksWords(for: command.argument)
        }
        return firstThatFits(word) { word in candidates.filter { $0.lowercased().hasPrefix(word) } }.found
    }
}
