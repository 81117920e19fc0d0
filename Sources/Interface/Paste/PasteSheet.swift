import Model
import Screen
import Wording

/// A message that is pasted: what was understood of it so far, and who told us where it does not say.
package struct PasteSheet: Equatable, Sendable {
    package internal(set) var text = ""
    /// Nil while nothing was pasted, or while it is read.
    package internal(set) var message: PastedMessage?
    package internal(set) var source = TextField()
    /// The first line in sight.
    var first = 0
    package internal(set) var isSaving = false
    package internal(set) var fault: Message?
    /// Which reading is awaited; earlier ones are of less text.
    var generation = 0
}

extension AppState {
    mutating func startPaste(_ source: String) -> [Effect] {
        var sheet = PasteSheet()
        sheet.source = TextField(source)
        overlay = .paste(sheet)
        return []
    }

    mutating func take(_ key: Key, in sheet: PasteSheet) -> [Effect] {
        var sheet = sheet
        guard !sheet.isSaving || key == .escape else { return [] }
        let rows = max(1, layout.overlayRows - 3)
        if let step = key.rows(page: rows, count: 10_000, wheel: 3, isTyping: true) {
            let count = pasteLines(of: sheet, width: layout.overlay.width - 4).count
            sheet.first = min(max(0, sheet.first + step), max(0, count - rows))
            overlay = .paste(sheet)
            return []
        }
        sheet.fault = nil
        switch key {
        case .escape:
            overlay = nil
            if !sheet.text.isEmpty { return say("Nothing was saved; the text is not kept.", isError: false) }
            return []
        case .enter, .control("s"), .function(10): return save(sheet)
        case .control("u") where sheet.source.isEmpty: sheet = PasteSheet()
        case .function(6) where sheet.message?.hasOtherReading == true:
            let takesOther = sheet.message?.takesOther == false
            sheet.generation += 1
            overlay = .paste(sheet)
            return [.readPaste(sheet.text, generation: sheet.generation, takesOther: takesOther)]
        case .pasted(let piece):
            // A text that comes in pieces is one text.
            sheet.text += piece
            sheet.message = nil
            sheet.generation += 1
            overlay = .paste(sheet)
            return [.readPaste(sheet.text, generation: sheet.generation)]
        default: _ = sheet.source.take(key)
        }
        overlay = .paste(sheet)
        return []
    }

    /// The answer to `readPaste`.
    mutating func takePaste(_ message: PastedMessage, generation: Int) {
        guard case .paste(var sheet) = overlay, sheet.generation == generation else { return }
        var message = message
        message.settle(before: now) { zone.offset(at: $0) }
        message.compare(with: board)
        sheet.message = message
        overlay = .paste(sheet)
    }

    /// The message with what the officer typed.
    private func completed(_ sheet: PasteSheet) -> PastedMessage? {
        guard var message = sheet.message else { return nil }
        let source = sheet.source.text.trimmingBlanks
        if !source.isEmpty {
            message.source = source
            message.doubts.removeAll { $0 == .noSource }
        }
        return message
    }

    private mutating func save(_ sheet: PasteSheet) -> [Effect] {
        var sheet = sheet
        guard let message = completed(sheet) else {
            sheet.fault = sheet.text.isEmpty ? "Nothing was pasted yet." : "It is still being read."
            overlay = .paste(sheet)
            return []
        }
        let fatal = message.doubts.first { [.otherRealm, .notForUse, .noSource].contains($0) }
        if let fatal {
            sheet.fault = fatal.message
            overlay = .paste(sheet)
            return []
        }
        sheet.isSaving = true
        overlay = .paste(sheet)
        let thread = message.thread(in: board)
        var draft = Draft(
            thread.map { .existing($0) } ?? .new(.alerts), message.event(in: thread), at: message.happened)
        draft.parts = message.parts
        draft.precision = message.happenedPrecision
        return append(draft)
    }

    // MARK: Drawing

    /// What was understood, line by line.
    func pasteLines(of sheet: PasteSheet, width: Int) -> [(text: SafeText, role: Role)] {
        guard let message = completed(sheet) else {
            let words: Message =
                sheet.text.isEmpty
                ? "Paste the message now. What is pasted is read and never run." : "reading"
            return text(words).wrapped(to: width).map { ($0, .dim) }
        }
        return message.lines(thread: message.thread(in: board), face, now: now).flatMap { line in
            let words = text(line)
            let role: Role = message.doubts.contains { line == "LOOK: \($0.message)" } ? .warning : .text
            return words.wrapped(to: width).map { ($0, role) }
        }
    }

    func draw(_ sheet: PasteSheet, on canvas: inout Canvas) {
        let width = layout.overlay.width - 4
        let lines = pasteLines(of: sheet, width: width)
        let keys: Message =
            sheet.isSaving
            ? "saving..."
            : sheet.message?.hasOtherReading == true
                ? "Enter saves it, F6 takes the other reading, ^U clears, PgDn goes on, Esc leaves without saving"
                : "Enter saves it, ^U clears, PgDn goes on, Esc leaves without saving"
        let foot =
            (sheet.fault.map { text($0).wrapped(to: width).map { ($0, Role.error) } } ?? [])
            + text(keys).wrapped(to: width).map { ($0, Role.dim) }
        let inside = frame("Paste a message", rows: lines.count + 1 + foot.count, on: &canvas)
        let label = text("Who told us")
        canvas.put(label, row: inside.row, column: inside.column, role: .title)
        let field = inside.column + label.width + 1
        let fieldWidth = max(1, inside.width - label.width - 1)
        canvas.fill(row: inside.row, column: field, width: fieldWidth, height: 1, role: .fieldFocus)
        let typed = SafeText(sheet.source.text)
        let shown = typed.isEmpty ? SafeText(sheet.message?.source ?? "") : typed
        canvas.put(
            shown, row: inside.row, column: field, width: fieldWidth, role: typed.isEmpty ? .dim : .fieldFocus)
        let rows = max(0, inside.height - 1 - foot.count)
        let first = min(sheet.first, max(0, lines.count - rows))
        for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
            canvas.put(
                line.text, row: inside.row + 1 + row, column: inside.column, width: inside.width, role: line.role)
        }
        canvas.scrollBar(
            row: inside.row + 1, column: inside.column + inside.width + 1, height: rows, first: first,
            total: lines.count)
        for (line, piece) in foot.enumerated() where 1 + rows + line < inside.height {
            canvas.put(
                piece.0, row: inside.row + 1 + rows + line, column: inside.column, width: inside.width, role: piece.1)
        }
        let caret = SafeText(sheet.source.beforeCaret).width
        canvas.cursor = Canvas.Position(row: inside.row, column: field + min(caret, fieldWidth - 1))
    }
}

extension Command {
    /// What takes messages in and gives them out.
    static let exchange: [Command] = [
        Command(
            "paste", "Paste", "Paste a message: see what was understood, and save it", group: .act, argument: .text,
            unless: Obstacles.reading
        ) { state, argument in
            state.startPaste(argument)
        },
        Command(
            "send", "Give out", "Tell somebody about the alert: see what goes, what stays and why, then give it out",
            group: .act, argument: .text, unless: Obstacles.released
        ) { state, argument in
            state.startRelease(argument)
        },
    ]
}

extension Obstacles {
    static func released(_ state: AppState) -> Message? {
        if let reason = reading(state) { return reason }
        guard let alert = state.selectedAlert else { return "Choose an alert first." }
        return state.withholdsRecords(of: alert.name) ? state.withheldWords(of: alert.name) : nil
    }
}
