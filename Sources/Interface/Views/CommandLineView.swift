import Model
import Screen
import Wording

extension AppState {
    /// The completions above the line, the best one at the top; what does not fit is counted in the last row.
    func draw(_ line: CommandLine, on canvas: inout Canvas) {
        let completions = completions(for: line)
        let shown = completions.dropFirst(line.offset).prefix(paletteRows)
        guard !shown.isEmpty else { return }
        let top = height - 2 - shown.count
        let query = line.isFirstWord ? line.word : line.argument
        let words = Highlighter(words: query.split(separator: " ").map(String.init).filter { $0.count > 1 })
        for (place, completion) in shown.enumerated() {
            let row = top + place
            let isChosen = line.offset + place == line.chosen
            canvas.fill(row: row, column: 0, width: width, height: 1, role: .field)
            canvas.put(completion.item.segments, row: row, column: 2, width: width - 2)
            if completion.item.reason != nil { canvas.put("-", row: row, column: 0, role: .disabled) }
            if isChosen {
                canvas.put(">", row: row, column: 0, role: .key)
                canvas.paint(row: row, column: 0, width: width, role: .selected)
            }
            canvas.mark(words, row: row, column: 2, width: width - 2)
            if let columns = completion.item.nameColumns, !query.isEmpty {
                canvas.mark(
                    Highlighter(loose: [line.word]), row: row, column: 2 + columns.lowerBound, width: columns.count)
            }
        }
        guard completions.count > shown.count else { return }
        let position = SafeText(" \((line.chosen ?? line.offset) + 1)/\(completions.count) ")
        canvas.put(position, row: height - 2, column: width - position.width, role: .dim)
    }

    /// The row under the command line: what is wrong, or what the line would do, or how to go on.
    func hint(for line: CommandLine) -> (Message, Role) {
        if let fault = line.fault { return (fault, .error) }
        let name = String(line.field.text.prefix { $0 != " " })
        if let command = command(meantBy: name) {
            if let reason = command.unavailable(in: self), !command.takesSubject { return (reason, .warning) }
            return (command.help, .dim)
        }
        return ("Tab completes, Up goes back to lines of before, Enter does it, Esc closes", .dim)
    }
}
