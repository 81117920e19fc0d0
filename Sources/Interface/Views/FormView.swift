import Model
import Screen
import Wording

extension AppState {
    func draw(_ form: Form, on canvas: inout Canvas) {
        let inside = frame(form.title, rows: form.fields.count + 3, on: &canvas)
        let labelWidth = min(18, inside.width / 3)
        let (first, visible) = visibleFields(of: form, rows: inside.height)
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
        } else if let read = typedTime(in: form.fields[form.focus]), let layout = read.layout {
            let time = face.moment(read.instant, now: now)
            canvas.put(
                text("\(layout.code.uppercased()) layout: read as \(time). Enter takes it, Esc does not."),
                row: end - 1,
                column: inside.column, width: inside.width, role: .warning)
        } else if let hint = form.fields[form.focus].hint {
            canvas.put(text(hint), row: end - 1, column: inside.column, width: inside.width, role: .dim)
        }
        let keys: Message =
            form.isSaving ? "saving..." : "Enter goes on and saves at the end, ^S saves now, Esc leaves it for later"
        canvas.put(
            text(keys), row: end, column: inside.column, width: inside.width, role: form.isSaving ? .warning : .dim)
    }

    /// The first field in sight and how many there are, for the rows inside the frame.
    private func visibleFields(of form: Form, rows: Int) -> (first: Int, count: Int) {
        let visible = max(1, rows - 3)
        return (max(0, min(form.focus - visible + 1, form.fields.count - visible)), visible)
    }

    /// The field at a place of the screen, for the mouse.
    func field(of form: Form, at event: MouseEvent) -> Int? {
        let rect = frameRect(rows: form.fields.count + 3)
        let (first, count) = visibleFields(of: form, rows: rect.height - 2)
        let place = event.row - rect.row - 1
        guard rect.contains(row: event.row, column: event.column), (0..<count).contains(place),
            form.fields.indices.contains(first + place)
        else { return nil }
        return first + place
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
}
