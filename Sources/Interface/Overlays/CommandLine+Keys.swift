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
        case .tab: choose(by: 1, in: &line)
        case .backTab: choose(by: -1, in: &line)
        case .down where line.historyPlace == nil: choose(by: 1, in: &line)
        case .pageDown: choose(by: paletteRows, in: &line)
        case .pageUp: choose(by: -paletteRows, in: &line)
        case .up, .down: recall(key == .up ? 1 : -1, in: &line)
        case .mouse(let event): return take(event, in: line)
        default:
            guard line.field.take(key) else { return [] }
            line.retype()
        }
        overlay = .commandLine(line)
        return []
    }

    /// Rows of completions that there is room for above the line.
    var paletteRows: Int { max(1, min(12, height - 9)) }

    /// Puts a completion into the line, further down or up the list, in a circle.
    private func choose(by steps: Int, in line: inout CommandLine) {
        let completions = completions(for: line)
        guard !completions.isEmpty else { return }
        let count = completions.count
        let next: Int
        if let chosen = line.chosen {
            next = abs(steps) == 1 ? (chosen + steps + count) % count : min(max(0, chosen + steps), count - 1)
        } else {
            next = steps > 0 ? 0 : count - 1
        }
        put(completions[next], number: next, into: &line)
        if count == 1 { line.retype() }
    }

    private func put(_ completion: Completion, number: Int, into line: inout CommandLine) {
        let head = String(line.typed.prefix { $0 != " " })
        let stem = completion.isWholeArgument ? head + " " : line.stem
        let goesOn =
            line.isFirstWord
            ? command(meantBy: completion.text).map { $0.argument != .none } ?? false
            : completion.isWholeArgument && command(meantBy: head).map { $0.takesSubject && $0.name != "ack" } ?? false
        line.field = TextField(stem + completion.text + (goesOn ? " " : ""))
        line.chosen = number
        line.historyPlace = nil
        line.fault = nil
        line.offset = min(max(line.offset, number - paletteRows + 1), number)
    }

    /// Goes through the lines of before that begin with what was typed.
    private func recall(_ steps: Int, in line: inout CommandLine) {
        let lines = (isVisitor ? [] : commandHistory).reversed().filter { $0.hasPrefix(line.typed) && $0 != line.typed }
        let place = (line.historyPlace ?? -1) + steps
        guard place < lines.count else { return }
        line.chosen = nil
        line.historyPlace = place < 0 ? nil : place
        line.field = TextField(place < 0 ? line.typed : lines[place])
    }

    private mutating func take(_ event: MouseEvent, in line: CommandLine) -> [Effect] {
        var line = line
        let completions = completions(for: line)
        let shown = completions.dropFirst(line.offset).prefix(paletteRows).count
        switch event.kind {
        case .wheelUp: line.offset = max(0, line.offset - 3)
        case .wheelDown: line.offset = min(max(0, completions.count - paletteRows), line.offset + 3)
        case .press, .doublePress:
            let place = event.row - (height - 2 - shown)
            guard (0..<shown).contains(place) else { return [] }
            put(completions[line.offset + place], number: line.offset + place, into: &line)
            if event.kind == .doublePress { return runLine(line) }
        case .release: return []
        }
        overlay = .commandLine(line)
        return []
    }

    private mutating func runLine(_ line: CommandLine) -> [Effect] {
        var line = line
        let text = line.field.text.trimmingBlanks
        guard !text.isEmpty else {
            overlay = nil
            return []
        }
        let kept = remember(text, in: \.commandHistory, mark: ":")
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let argument = parts.count > 1 ? parts[1] : ""
        switch reading(ofCommand: parts[0]) {
        case .command(let name):
            overlay = nil
            notice = nil
            return run(name, argument) + kept
        case .unknown: line.fault = Command.unknown(parts[0])
        case .ambiguous(let words):
            line.fault = "“\(parts[0])” may be \(words.joined(separator: ", ")); type more of it."
        }
        // The line stays, so that a slip is mended and not typed anew.
        overlay = .commandLine(line)
        return kept
    }

    /// Keeps a typed line for the Up key, here and for the next session; the newest is the last, none stands twice.
    mutating func remember(_ text: String, in history: WritableKeyPath<AppState, [String]>, mark: Character) -> [Effect]
    {
        guard self[keyPath: history].last != text else { return [] }
        self[keyPath: history].removeAll { $0 == text }
        self[keyPath: history].append(text)
        self[keyPath: history] = self[keyPath: history].suffix(AppState.historyLimit)
        return [.saveHistory("\(mark)\(text)")]
    }

    /// How many lines are remembered, of each kind.
    package static let historyLimit = 500
}
