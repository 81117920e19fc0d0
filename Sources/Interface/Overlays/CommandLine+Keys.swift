import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key, in line: CommandLine) -> [Effect] {
        var line = line
        switch key {
        case .escape:
            overlay = nil
            return []
        case .enter: return runLine(line)
        case .tab, .backTab:
            guard !line.completions.isEmpty else { return [] }
            let count = line.completions.count
            line.chosen = ((line.chosen ?? (key == .tab ? -1 : 0)) + (key == .tab ? 1 : count - 1)) % count
            let word = line.completions[line.chosen ?? 0]
            let kept = String(line.field.beforeCaret.dropLast(line.word.count))
            line.field = TextField(kept + word + (count == 1 ? " " : ""))
            if count == 1 { line.completions = completions(for: line) }
        case .up, .down:
            let place = line.historyPlace.map { $0 + (key == .up ? 1 : -1) } ?? (key == .up ? 0 : -1)
            guard place >= 0, place < commandHistory.count else { break }
            line.historyPlace = place
            line.field = TextField(commandHistory[commandHistory.count - 1 - place])
        default:
            guard line.field.take(key) else { return [] }
            line.chosen = nil
            line.historyPlace = nil
            line.fault = nil
            line.completions = completions(for: line)
        }
        overlay = .commandLine(line)
        return []
    }

    private mutating func runLine(_ line: CommandLine) -> [Effect] {
        let text = line.field.text.trimmingBlanks
        overlay = nil
        guard !text.isEmpty else { return [] }
        if commandHistory.last != text { commandHistory.append(text) }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let argument = parts.count > 1 ? parts[1] : ""
        notice = nil
        switch reading(ofCommand: parts[0]) {
        case .command(let name): return run(name, argument)
        case .unknown: return run(parts[0], argument)
        case .ambiguous(let words):
            notice = Notice(
                message: "“\(parts[0])” may be \(words.joined(separator: ", ")); type more of it.", isError: true)
            return []
        }
    }
}
