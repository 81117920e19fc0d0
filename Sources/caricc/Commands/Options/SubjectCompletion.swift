import ArgumentParser
import EventLog
import Model

/// The names of what is open in the log, for the completion of a shell.
enum SubjectCompletion {
    /// - Parameter words: The command line so far, which may name the log.
    @Sendable static func names(_ words: [String], _: Int, _: String) -> [String] {
        // A log that has to be read first would make the shell wait.
        guard let store = try? LogStore(opening: log(in: words)), store.isIndexCurrent,
            let board = try? store.board()
        else { return [] }
        defer { store.close() }
        let names: [SubjectName] =
            if words.contains("alert") {
                Array(board.alerts.keys)
            } else if words.contains("delivery") {
                Array(board.deliveries.keys)
            } else {
                Array(board.alerts.keys) + Array(board.deliveries.keys) + Array(board.shifts.keys)
            }
        return names.map(\.text).sorted()
    }

    static func log(in words: [String]) -> String {
        if let place = words.firstIndex(of: "--log"), place + 1 < words.count {
            return StartingConfig.expanded(words[place + 1])
        }
        if let word = words.first(where: { $0.hasPrefix("--log=") }) { return String(word.dropFirst(6)) }
        return StartingConfig.expanded(StartingConfig.settle().preferences.log)
    }
}
