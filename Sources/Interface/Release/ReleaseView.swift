import Model
import Screen
import Wording

extension AppState {
    /// The table of what goes and what stays, or the text as it would leave.
    func releaseLines(of sheet: ReleaseSheet, width: Int) -> [[Segment]] {
        if let composed = sheet.composed {
            let warnings = looks(at: composed.preview)
            let words = SafeText(composed.text, multiline: true).plain.split(
                separator: "\n", omittingEmptySubsequences: false)
            return warnings.flatMap { $0.wrapped(to: width).map { [Segment($0.plain, .urgent)] } }
                + words.flatMap { line in SafeText(String(line)).wrapped(to: width).map { [Segment($0.plain, .text)] } }
        }
        guard let preview = releasePreview(of: sheet) else {
            let words: Message = sheet.recipient.isEmpty ? "Say to whom, and see here what would go." : "loading"
            return text(words).wrapped(to: width).map { [Segment($0.plain, .dim)] }
        }
        let (goes, stays) = (text("goes"), text("stays"))
        let mark = max(goes.width, stays.width) + 1
        let name = min(preview.lines.map { text($0.field.message).width }.max() ?? 12, max(8, width / 3)) + 1
        let rest = max(8, width - mark - name)
        var lines = looks(at: preview).flatMap { $0.wrapped(to: width).map { [Segment($0.plain, .urgent)] } }
        for line in preview.lines {
            let words = line.reason.map { text($0.message) } ?? SafeText(releaseWords(of: line))
            let role: Role = line.goes ? .text : .dim
            let field = line.key.map { SafeText($0) } ?? text(line.field.message)
            for (place, piece) in words.wrapped(to: rest).prefix(3).enumerated() {
                lines.append([
                    Segment(
                        place == 0 ? (line.goes ? goes : stays).plain : "", line.goes ? .warning : .label, width: mark),
                    Segment(place == 0 ? field.clipped(to: name - 1).plain : "", .label, width: name),
                    Segment(piece.plain, role),
                ])
            }
        }
        return lines
    }

    private func looks(at preview: ReleasePreview) -> [SafeText] {
        preview.warnings.map { text("LOOK: \($0.message)") }
            + preview.toBeRewritten.map { line in
                text(
                    "LOOK: \(line.field.message) stays, for it speaks of a person or of who told us; use your own words"
                )
            }
    }

    private func releaseWords(of line: ReleasePreview.Line) -> String {
        switch line.field {
        case .date, .answerBy, .validUntil:
            line.texts.compactMap { Int64($0) }.map { face.stamp(Instant(milliseconds: $0)) }.joined(separator: ", ")
        case .kind: line.texts.map { MessageKind(rawValue: $0).map { catalogue.text($0.message) } ?? $0 }.joined()
        default: line.texts.joined(separator: ", ")
        }
    }

    func draw(_ sheet: ReleaseSheet, on canvas: inout Canvas) {
        let width = layout.overlay.width - 4
        let lines = releaseLines(of: sheet, width: width)
        let foot = releaseFoot(of: sheet, width: width)
        let title: Message =
            sheet.composed == nil ? "Give out \(sheet.subject.text)" : "\(sheet.subject.text) as it would leave"
        let wanted = sheet.composed == nil ? sheet.fields.count : 0
        let inside = frame(title, rows: wanted + lines.count + foot.count, on: &canvas)
        // In a low window the table keeps a third of the rows.
        let shown = min(wanted, max(1, inside.height - foot.count - max(2, inside.height / 3)))
        if wanted > 0 { drawFields(of: sheet, count: shown, inside, on: &canvas) }
        let top = inside.row + shown
        let rows = max(0, inside.height - shown - foot.count)
        let first = min(sheet.first, max(0, lines.count - rows))
        for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
            canvas.put(line, row: top + row, column: inside.column, width: inside.width)
        }
        canvas.scrollBar(
            row: top, column: inside.column + inside.width + 1, height: rows, first: first, total: lines.count)
        for (line, piece) in foot.enumerated() where shown + rows + line < inside.height {
            canvas.put(piece.text, row: top + rows + line, column: inside.column, width: inside.width, role: piece.role)
        }
        if sheet.composed != nil { canvas.cursor = Canvas.Position(row: inside.row, column: inside.column) }
    }

    private func drawFields(of sheet: ReleaseSheet, count: Int, _ inside: Rect, on canvas: inout Canvas) {
        let widest = sheet.fields.map { text($0.label).width }.max() ?? 0
        let labelWidth = min(max(10, widest), inside.width / 3)
        let first = max(0, min(sheet.focus - count + 1, sheet.fields.count - count))
        for (place, field) in sheet.fields.enumerated().dropFirst(first).prefix(count) {
            let row = inside.row + place - first
            let isFocused = place == sheet.focus
            if isFocused { canvas.put(">", row: row, column: inside.column - 1, role: .key) }
            canvas.put(
                text(field.label), row: row, column: inside.column, width: labelWidth, role: isFocused ? .title : .label
            )
            draw(
                field, isFocused: isFocused, row: row, column: inside.column + labelWidth + 1,
                width: inside.width - labelWidth - 1, on: &canvas)
        }
    }

    private func releaseFoot(of sheet: ReleaseSheet, width: Int) -> [(text: SafeText, role: Role)] {
        func lines(_ message: Message, _ role: Role) -> [(text: SafeText, role: Role)] {
            text(message).wrapped(to: width).prefix(2).map { ($0, role) }
        }
        let keys: Message =
            if sheet.isWorking {
                "working..."
            } else if sheet.composed != nil {
                "Enter gives it out and writes it down, Esc goes back"
            } else {
                "^S shows it as it would leave, PgDn goes on in the list, Esc leaves"
            }
        let said = sheet.fault.map { lines($0, .error) } ?? []
        let hint =
            sheet.composed == nil && said.isEmpty
            ? sheet.fields[sheet.focus].hint.map { lines($0, .dim) } ?? [] : []
        let second = secondPersonHint(for: MessageFiled.kind).map { lines($0, .warning) } ?? []
        return said + hint + second + lines(keys, .dim)
    }
}
