import Model
import Screen
import Wording

extension AppState {
    func drawRaw(on canvas: inout Canvas) {
        guard let raw = log.raw else {
            let inside = frame("loading", rows: 1, on: &canvas)
            canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
            return
        }
        let lines = rawLines
        let end = verdictLines(raw.isSound)
        let held = heldShown.flatMap { heldMessage($0) }.flatMap { $0.trail.first == raw.index ? $0 : nil }
        let title: Message =
            held.map { "\($0.name.text): \($0.held.file), and below it its record" } ?? rawTitle(of: raw)
        let inside = frame(title, rows: lines.count + end.count, on: &canvas)
        let rows = max(1, inside.height - end.count)
        let first = min(log.rawFirst, max(0, lines.count - rows))
        for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
            canvas.put(
                line.text, row: inside.row + row, column: inside.column, width: inside.width, role: line.role)
        }
        if lines.count > rows {
            let place = text("lines \(first + 1)–\(first + rows) of \(lines.count)")
            canvas.put(
                " " + place + " ", row: inside.row + inside.height, column: inside.column, width: inside.width - 1,
                role: .dim)
            canvas.scrollBar(
                row: inside.row, column: inside.column + inside.width, height: rows, first: first, total: lines.count)
        }
        for (line, piece) in end.enumerated() where rows + line < inside.height {
            canvas.put(
                piece, row: inside.row + rows + line, column: inside.column, width: inside.width,
                role: raw.isSound ? .good : .error)
        }
        canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
    }

    func rawTitle(of raw: LogWindow.RawRecord) -> Message {
        raw.words == nil
            ? "Record #\(Int(raw.index)), as it was signed"
            : "#\(Int(raw.index)): the message word for word, and below it its record"
    }

    private typealias RawLine = (text: SafeText, role: Role)

    /// What came with the record first, because that is what one looks for, then what was signed.
    private var rawLines: [RawLine] {
        guard let raw = log.raw else { return [] }
        let width = layout.overlay.width - 4
        func folded(_ text: String) -> [RawLine] {
            text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [RawLine] in
                SafeText(String(line)).folded(to: width).map { RawLine(text: $0, role: .text) }
            }
        }
        guard let words = raw.words else { return folded(raw.text) }
        let remarks = self.remarks(on: words).flatMap { remark -> [RawLine] in
            text(remark).wrapped(to: width).map { RawLine(text: $0, role: .warning) }
        }
        let title = text("Record #\(Int(raw.index)), as it was signed")
        let between = [RawLine(text: SafeText(), role: .text), RawLine(text: title, role: .title)]
        return folded(words.text ?? "") + remarks + between + folded(raw.text)
    }

    /// What is to be known of the words beside them.
    func remarks(on words: MessageWords) -> [Message] {
        if words.text == nil { return ["The message itself was erased; what is left is its record."] }
        return words.isCut ? ["Only its beginning. All of it: caricc log payload \(words.hash)"] : []
    }

    /// Scrolls the raw record, or closes it.
    mutating func takeOverRaw(_ key: Key) -> [Effect] {
        let page = max(1, layout.overlayRows - 2)
        let key = listKey(key, own: [.character("q"), .character("r"), .character(" ")])
        var step = key.rows(page: page, count: rawLines.count, wheel: 3)
        switch key {
        case .escape, .enter, .character("q"), .character("r"):
            overlay = nil
            return []
        case .character(" "), .control("d"), .control("f"): step = page
        case .control("u"), .control("b"): step = -page
        default: break
        }
        guard let step else { return [] }
        log.rawFirst = min(max(0, log.rawFirst + step), max(0, rawLines.count - rawRows))
        return []
    }

    private func verdictLines(_ isSound: Bool) -> [SafeText] {
        let verdict: Message =
            isSound
            ? "The bytes hash to their leaf. Esc closes" : "DAMAGED: the bytes do not hash to their leaf. Esc closes"
        return text(verdict).wrapped(to: layout.overlay.width - 4)
    }

    /// Lines of a long raw record that are in sight at once.
    private var rawRows: Int { max(1, height - 6 - verdictLines(log.raw?.isSound ?? true).count) }
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
