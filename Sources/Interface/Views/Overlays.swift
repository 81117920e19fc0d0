import Model
import Screen
import Wording

extension AppState {
    func drawOverlay(on canvas: inout Canvas) {
        switch overlay {
        case .help(let help): draw(help, on: &canvas)
        case .form(let form): draw(form, on: &canvas)
        case .commandLine(let line): draw(line, on: &canvas)
        case .raw: drawRaw(on: &canvas)
        case .filter, nil: break
        }
    }

    private func frame(_ title: Message, rows: Int, on canvas: inout Canvas) -> Rect {
        let whole = layout.overlay
        let height = min(rows + 2, height - 4)
        let rect = Rect(
            row: max(1, (self.height - height) / 2 - 1), column: whole.column, width: whole.width, height: height)
        canvas.fill(row: rect.row, column: rect.column, width: rect.width, height: rect.height)
        canvas.box(
            row: rect.row, column: rect.column, width: rect.width, height: rect.height, title: text(title), role: .title
        )
        return Rect(row: rect.row + 1, column: rect.column + 2, width: rect.width - 4, height: rect.height - 2)
    }

    private func draw(_ help: HelpList, on canvas: inout Canvas) {
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
        let hint = text(reason ?? "Enter does it, Esc closes; \(commands.count) of \(Command.all.count)")
        canvas.put(hint, row: inside.row + inside.height - 1, column: inside.column, width: inside.width, role: .dim)
    }

    private func draw(_ command: Command, isChosen: Bool, row: Int, _ inside: Rect, on canvas: inout Canvas) {
        let reason = command.unavailable(in: self)
        let keys = Keymap.standard.names(of: command.name).joined(separator: " ")
        let segments = [
            Segment(isChosen ? ">" : " ", .key, width: 1), Segment(keys, reason == nil ? .key : .disabled, width: 12),
            Segment(":\(command.name)", reason == nil ? .text : .disabled, width: 14),
            Segment(catalogue.text(command.help), reason == nil ? .text : .disabled),
        ]
        canvas.put(segments, row: row, column: inside.column, width: inside.width)
        if isChosen { canvas.paint(row: row, column: inside.column, width: inside.width, role: .selected) }
    }

    private func draw(_ form: Form, on canvas: inout Canvas) {
        let inside = frame(form.title, rows: form.fields.count + 3, on: &canvas)
        let labelWidth = min(18, inside.width / 3)
        let visible = max(1, inside.height - 3)
        let first = max(0, min(form.focus - visible + 1, form.fields.count - visible))
        for (place, field) in form.fields.enumerated().dropFirst(first).prefix(visible) {
            let row = inside.row + place - first
            let isFocused = place == form.focus
            canvas.put(
                text(field.label), row: row, column: inside.column, width: labelWidth, role: isFocused ? .title : .label
            )
            draw(
                field, isFocused: isFocused, row: row, column: inside.column + labelWidth + 1,
                width: inside.width - labelWidth - 1, on: &canvas)
        }
        let end = inside.row + inside.height - 1
        if let fault = form.fault {
            for (line, piece) in text(fault).wrapped(to: inside.width).prefix(2).enumerated() {
                canvas.put(piece, row: end - 2 + line, column: inside.column, width: inside.width, role: .error)
            }
        } else if let hint = form.fields[form.focus].hint {
            canvas.put(text(hint), row: end - 1, column: inside.column, width: inside.width, role: .dim)
        }
        let keys: Message =
            form.isSaving ? "saving..." : "Enter goes on and saves at the end, ^S saves now, Esc leaves it for later"
        canvas.put(
            text(keys), row: end, column: inside.column, width: inside.width, role: form.isSaving ? .warning : .dim)
    }

    private func draw(_ field: Form.Field, isFocused: Bool, row: Int, column: Int, width: Int, on canvas: inout Canvas)
    {
        if case .choice(let choices, let selected) = field.kind {
            let shown = text("< \(choices[selected]) >  \(selected + 1)/\(choices.count)")
            canvas.put(
                shown.padded(to: width), row: row, column: column, width: width, role: isFocused ? .fieldFocus : .field)
            if isFocused { canvas.cursor = Canvas.Position(row: row, column: column) }
            return
        }
        let before = SafeText(field.input.beforeCaret)
        let shift = max(0, before.width - width + 1)
        canvas.fill(row: row, column: column, width: width, height: 1, role: isFocused ? .fieldFocus : .field)
        var strip = Canvas(width: width, height: 1)
        strip.fill(row: 0, column: 0, width: width, height: 1, role: isFocused ? .fieldFocus : .field)
        strip.put(SafeText(field.input.text), row: 0, column: -shift, role: isFocused ? .fieldFocus : .field)
        canvas.place(strip, row: row, column: column)
        if isFocused { canvas.cursor = Canvas.Position(row: row, column: column + before.width - shift) }
    }

    private func draw(_ line: CommandLine, on canvas: inout Canvas) {
        let choices = line.completions.prefix(max(1, min(10, height - 8)))
        guard !choices.isEmpty else { return }
        let top = height - 2 - choices.count
        for (place, choice) in choices.enumerated() {
            canvas.fill(row: top + place, column: 0, width: width, height: 1, role: .field)
            let command = line.isFirstWord || Command.named(choice) != nil ? Command.named(choice) : nil
            let reason = command?.unavailable(in: self)
            let segments = [
                Segment(place == line.chosen ? ">" : " ", .key, width: 1),
                Segment(choice, reason == nil ? .field : .disabled, width: 16),
                Segment(command.map { catalogue.text(reason ?? $0.help) } ?? "", reason == nil ? .dim : .disabled),
            ]
            canvas.put(segments, row: top + place, column: 0, width: width)
            if place == line.chosen { canvas.paint(row: top + place, column: 0, width: width, role: .selected) }
        }
    }

    private func drawRaw(on canvas: inout Canvas) {
        guard let raw = log.raw else {
            _ = frame("loading", rows: 1, on: &canvas)
            return
        }
        let width = layout.overlay.width - 4
        let lines = raw.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            SafeText(String($0)).folded(to: width)
        }
        let inside = frame("Record #\(Int(raw.index)), as it was signed", rows: lines.count + 1, on: &canvas)
        for (row, line) in lines.prefix(inside.height - 1).enumerated() {
            canvas.put(line, row: inside.row + row, column: inside.column, width: inside.width)
        }
        let verdict: Message =
            raw.isSound
            ? "The bytes hash to their leaf. Esc closes" : "DAMAGED: the bytes do not hash to their leaf. Esc closes"
        canvas.put(
            text(verdict), row: inside.row + inside.height - 1, column: inside.column, width: inside.width,
            role: raw.isSound ? .good : .error)
        canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
    }
}

extension SafeText {
    /// Cuts after every `columns` columns, wherever that is; for text in which every character counts.
    func folded(to columns: Int) -> [SafeText] {
        var lines: [SafeText] = []
        var rest = plain[...]
        while !rest.isEmpty {
            var piece = ""
            var used = 0
            while let character = rest.first {
                let width = SafeText(String(character)).width
                guard used + width <= columns else { break }
                piece.append(character)
                used += width
                rest = rest.dropFirst()
            }
            guard !piece.isEmpty else { break }
            lines.append(SafeText(piece))
        }
        return lines.isEmpty ? [SafeText()] : lines
    }
}
