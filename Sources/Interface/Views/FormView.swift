import Model
import Screen
import Wording

extension AppState {
    func draw(_ form: Form, on canvas: inout Canvas) {
        let foot = footLines(of: form)
        let inside = frame(form.title, rows: form.fields.count + foot.count, on: &canvas)
        let (first, visible) = visibleFields(of: form, rows: inside.height, foot: foot.count)
        drawFields(form.fields, focus: form.focus, first: first, count: visible, leastLabel: 12, inside, on: &canvas)
        canvas.scrollBar(
            row: inside.row, column: inside.column + inside.width + 1, height: visible, first: first,
            total: form.fields.count)
        for (line, piece) in foot.enumerated() where visible + line < inside.height {
            canvas.put(
                piece.text, row: inside.row + visible + line, column: inside.column, width: inside.width,
                role: piece.role)
        }
    }

    /// Labels and what was typed, a row each.
    func drawFields(
        _ fields: [Form.Field], focus: Int, first: Int, count: Int, leastLabel: Int, _ inside: Rect,
        on canvas: inout Canvas
    ) {
        let widest = fields.map { text($0.label).width }.max() ?? 0
        let labelWidth = min(max(leastLabel, widest), inside.width / 3)
        for (place, field) in fields.enumerated().dropFirst(first).prefix(count) {
            let row = inside.row + place - first
            let isFocused = place == focus
            if isFocused { canvas.put(">", row: row, column: inside.column - 1, role: .key) }
            canvas.put(
                text(field.label), row: row, column: inside.column, width: labelWidth, role: isFocused ? .title : .label
            )
            draw(
                field, isFocused: isFocused, row: row, column: inside.column + labelWidth + 1,
                width: inside.width - labelWidth - 1, on: &canvas)
        }
    }

    /// What can be done with calls that were typed before and not saved.
    private func draftOffer(for form: Form) -> Message? {
        let next = nextDraft(for: form)
        guard isKeptDraft(form) else {
            return next == nil ? nil : "\(wayToEarlier) brings back what you typed before and did not save"
        }
        return next == nil
            ? "F8 throws away what was brought back" : "F3 brings back an older one, F8 throws this one away"
    }

    /// What is wrong or wanted, and the keys, in as many lines as they need; the first ones win in a low window.
    private func footLines(of form: Form) -> [(text: SafeText, role: Role)] {
        let width = layout.overlay.width - 4
        func lines(_ message: Message, _ role: Role, most: Int) -> [(text: SafeText, role: Role)] {
            let lines = text(message).wrapped(to: width)
            let kept = lines.count > most ? lines.prefix(most - 1) + [lines[most - 1] + "~"] : lines[...]
            return kept.map { ($0, role) }
        }
        let most = max(1, layout.overlayRows / 3)
        let idle: Message =
            form.isPhone
            ? "Enter saves, Tab goes on, F4 opens the full form, Esc keeps the line for later"
            : form.savesAtOnce
                ? "Enter saves, Tab goes on, Esc leaves it for later"
                : "Enter goes on and saves at the end, ^S saves now, Esc leaves it for later"
        let keys: Message = form.isSaving ? "saving..." : idle
        let second = secondPersonHint(for: form.kind).map { lines($0, .warning, most: most) } ?? []
        let moved = form.isSaving ? nil : movedLine(of: form).map { lines($0, .warning, most: most) }
        let end = (moved ?? []) + second + lines(keys, form.isSaving ? .warning : .dim, most: most)
        if let fault = form.fault { return lines(fault, .error, most: most) + end }
        if let question = unusualAmount(in: form) ?? doubts(in: form) {
            return lines(question, .warning, most: most) + end
        }
        if let offer = draftOffer(for: form) { return lines(offer, .info, most: most) + end }
        if let read = phoneLines(of: form) ?? paperLines(of: form) {
            return read.flatMap { lines($0, .info, most: 2) } + end
        }
        let hint = lines(form.fields[form.focus].shownHint ?? .verbatim(""), .dim, most: most)
        // The frame grows to this many rows inside.
        let rows = height - 6 - form.fields.count - hint.count - end.count
        let told = handoverFoot(of: form, width: width, rows: rows)
        if let read = typedTime(in: form.fields[form.focus]), let layout = read.layout {
            let time = face.moment(read.instant, now: now)
            let words: Message = "\(layout.code.uppercased()) layout: read as \(time). Enter takes it, Esc does not."
            return lines(words, .warning, most: most) + told + end
        }
        if form.focus == 0 || form.focus == form.fields.count - 1, let words = understoodWords(of: form) {
            return lines(words, .info, most: most) + end
        }
        if let words = windowWords(of: form) { return lines(words, .info, most: most) + end }
        if let words = placeHint(for: form.fields[form.focus], in: form) { return lines(words, .dim, most: most) + end }
        return hint + told + end
    }

    /// The first field in sight and how many there are, for the rows inside the frame.
    private func visibleFields(of form: Form, rows: Int, foot: Int) -> (first: Int, count: Int) {
        let visible = max(1, rows - foot)
        return (max(0, min(form.focus - visible + 1, form.fields.count - visible)), visible)
    }

    /// The field at a place of the screen, for the mouse.
    func field(of form: Form, at event: MouseEvent) -> Int? {
        let foot = footLines(of: form).count
        let rect = frameRect(rows: form.fields.count + foot)
        let (first, count) = visibleFields(of: form, rows: rect.height - 2, foot: foot)
        let place = event.row - rect.row - 1
        guard rect.contains(row: event.row, column: event.column), (0..<count).contains(place),
            form.fields.indices.contains(first + place)
        else { return nil }
        return first + place
    }

    func draw(_ field: Form.Field, isFocused: Bool, row: Int, column: Int, width: Int, on canvas: inout Canvas) {
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
