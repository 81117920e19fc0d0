import Model
import Screen
import Wording

extension AppState {
    func draw(_ help: HelpList, on canvas: inout Canvas) {
        let inside = frame("Help: what can be done here and now", rows: layout.overlayRows + 2, on: &canvas)
        let prompt = canvas.put(text("Search: "), row: inside.row, column: inside.column, role: .label)
        let query = SafeText(help.query.text)
        canvas.put(
            query.padded(to: inside.width - prompt), row: inside.row, column: inside.column + prompt, role: .fieldFocus)
        canvas.cursor = Canvas.Position(
            row: inside.row, column: inside.column + prompt + SafeText(help.query.beforeCaret).width)
        let commands = helpCommands(help)
        let rows = max(1, inside.height - 2)
        let offset = min(help.list.offset, max(0, commands.count - rows))
        for (line, command) in commands.dropFirst(offset).prefix(rows).enumerated() {
            draw(
                command, isChosen: command.name == (help.list.anchor ?? commands.first?.name),
                row: inside.row + 1 + line, inside, on: &canvas)
        }
        let chosen = commands.first { $0.name == (help.list.anchor ?? commands.first?.name) }
        let reason = chosen.flatMap { $0.unavailable(in: self) }
        let flipped = fittingCommands(help).flipped?.message
        let hint = text(flipped ?? reason ?? "Enter does it, Esc closes; \(commands.count) of \(Command.all.count)")
        canvas.put(hint, row: inside.row + inside.height - 1, column: inside.column, width: inside.width, role: .dim)
    }

    private func draw(_ command: Command, isChosen: Bool, row: Int, _ inside: Rect, on canvas: inout Canvas) {
        let reason = command.unavailable(in: self)
        let keys = keyNames(of: command.name).joined(separator: " ")
        let word = vocabulary.word(for: command)
        let names = word.map { "\($0) :\(command.name)" } ?? command.name
        let segments = [
            Segment(isChosen ? ">" : reason == nil ? " " : "-", .key, width: 1),
            Segment(keys, reason == nil ? .key : .disabled, width: 12),
            Segment(":\(names)", reason == nil ? .text : .disabled, width: word == nil ? 14 : 22),
            Segment(catalogue.text(command.help), reason == nil ? .text : .disabled),
        ]
        canvas.put(segments, row: row, column: inside.column, width: inside.width)
        if isChosen { canvas.paint(row: row, column: inside.column, width: inside.width, role: .selected) }
    }
}
