import Model
import Screen
import Wording

extension AppState {
    /// What is still missing, then what it says in the reader's language; or the text as it would leave.
    func requestLines(of sheet: RequestSheet, width: Int) -> [[Segment]] {
        func broken(_ text: String, _ role: Role) -> [[Segment]] {
            SafeText(text, multiline: true).plain.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
                SafeText(String($0)).wrapped(to: width).map { [Segment($0.plain, role)] }
            }
        }
        if let composed = sheet.composed { return broken(composed.text, .text) }
        guard let document = document(of: sheet) else {
            return broken(catalogue.text("A time cannot be read yet."), .dim)
        }
        return broken(missingWords(of: document), document.isComplete ? .good : .warning)
            + ruleLines(of: document, width: width) + broken(prose(of: document), .text)
    }

    private func missingWords(of document: RequestDocument) -> String {
        // What only a person can look at stands with the rules below, and so does that nothing is filed.
        let gaps = document.gaps.filter { gap in
            switch gap {
            case .field, .rule: true
            case .toBeLookedAt, .nothingFiled: false
            }
        }
        if gaps.isEmpty { return catalogue.text("Nothing that is known to be needed is missing.") }
        return catalogue.text("STILL MISSING: \(gaps.map { catalogue.text($0.message) }.joined(separator: ", "))")
    }

    /// What the State's rules ask for, and whether it is in there.
    private func ruleLines(of document: RequestDocument, width: Int) -> [[Segment]] {
        guard !document.asked.isEmpty else {
            let words: Message = "What \(document.wishes.state) requires is not in the directory: UNVERIFIED."
            return text(words).wrapped(to: width).map { [Segment($0.plain, .dim)] }
        }
        return document.asked.flatMap { asked -> [[Segment]] in
            let age = asked.requirement.verified.map { face.age(max(now - $0.at, .zero)) }
            let checked: Message = age.map { "checked \($0) ago" } ?? "UNVERIFIED"
            let (word, role): (Message, Role) =
                switch asked.standing {
                case .stated: ("stated", .good)
                case .missing: ("MISSING", .warning)
                case .toBeLookedAt: ("look", .text)
                }
            let line = "\(asked.requirement.text): \(catalogue.text(word)) (\(catalogue.text(checked)))"
            return SafeText(line).wrapped(to: width).map { [Segment($0.plain, role)] }
        }
    }

    func draw(_ sheet: RequestSheet, on canvas: inout Canvas) {
        let width = layout.overlay.width - 4
        let lines = requestLines(of: sheet, width: width)
        let foot = requestFoot(of: sheet, width: width)
        let version = document(of: sheet)?.version ?? 1
        let title: Message =
            sheet.composed == nil
            ? "Request \(version) to \(sheet.state) about \(sheet.delivery.text): NOT SENT"
            : "Request \(version) to \(sheet.state) as it would leave"
        let wanted = sheet.composed == nil ? sheet.fields.count : 0
        let inside = frame(title, rows: wanted + lines.count + foot.count, on: &canvas)
        // In a low window the text keeps half of the rows.
        let shown = min(wanted, max(1, inside.height - foot.count - max(3, inside.height / 2)))
        let widest = sheet.fields.map { text($0.label).width }.max() ?? 0
        let labelWidth = min(max(10, widest), inside.width / 3)
        let top = max(0, min(sheet.focus - shown + 1, sheet.fields.count - shown))
        for (place, field) in sheet.fields.enumerated().dropFirst(top).prefix(shown) {
            let row = inside.row + place - top
            let isFocused = place == sheet.focus
            if isFocused { canvas.put(">", row: row, column: inside.column - 1, role: .key) }
            canvas.put(
                text(field.label), row: row, column: inside.column, width: labelWidth, role: isFocused ? .title : .label
            )
            draw(
                field, isFocused: isFocused, row: row, column: inside.column + labelWidth + 1,
                width: inside.width - labelWidth - 1, on: &canvas)
        }
        let rows = max(0, inside.height - shown - foot.count)
        let first = min(sheet.first, max(0, lines.count - rows))
        for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
            canvas.put(line, row: inside.row + shown + row, column: inside.column, width: inside.width)
        }
        canvas.scrollBar(
            row: inside.row + shown, column: inside.column + inside.width + 1, height: rows, first: first,
            total: lines.count)
        for (line, piece) in foot.enumerated() where shown + rows + line < inside.height {
            canvas.put(
                piece.text, row: inside.row + shown + rows + line, column: inside.column, width: inside.width,
                role: piece.role)
        }
        if sheet.composed != nil { canvas.cursor = Canvas.Position(row: inside.row, column: inside.column) }
    }

    private func requestFoot(of sheet: RequestSheet, width: Int) -> [(text: SafeText, role: Role)] {
        func lines(_ message: Message, _ role: Role) -> [(text: SafeText, role: Role)] {
            text(message).wrapped(to: width).prefix(2).map { ($0, role) }
        }
        let keys: Message =
            if sheet.isWorking {
                "working..."
            } else if sheet.composed != nil {
                "y copies, w writes the file, F8 writes down that it was sent, Esc goes back"
            } else {
                "^S shows it as it would leave, PgDn goes on in the text, Esc leaves"
            }
        let said = sheet.fault.map { lines($0, .error) } ?? []
        let hint =
            sheet.composed == nil && said.isEmpty
            ? sheet.fields[sheet.focus].hint.map { lines($0, .dim) } ?? [] : []
        let second =
            sheet.composed == nil ? [] : secondPersonHint(for: RequestSent.kind).map { lines($0, .warning) } ?? []
        return said + hint + second + lines(keys, .dim)
    }
}
