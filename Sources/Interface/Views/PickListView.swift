import Model
import Screen
import Wording

/// Where the parts of a pick list lie.
struct PickFrame {
    let whole: Rect
    let inside: Rect
    /// First row of the list, and how many it has.
    let top: Int
    let rows: Int
}

extension AppState {
    /// The box of a pick list: as high as the room, so that it does not jump while one types; a short list of few things
    /// leaves the board in sight.
    func pickFrame(_ pick: PickList) -> PickFrame {
        let box = layout.overlay
        let whole = Rect(
            row: 1, column: box.column, width: box.width,
            height: max(6, min(height - 3, pick.source.rows.map { $0 + 5 } ?? .max)))
        let inside = Rect(
            row: whole.row + 1, column: whole.column + 2, width: whole.width - 4, height: whole.height - 2)
        let above = pages(of: pick).isEmpty ? 1 : 2
        return PickFrame(
            whole: whole, inside: inside, top: inside.row + above, rows: max(1, inside.height - above - 2))
    }

    func draw(_ pick: PickList, on canvas: inout Canvas) {
        let frame = pickFrame(pick)
        let inside = self.frame(title(of: pick), in: frame.whole, on: &canvas)
        drawPages(of: pick, frame, on: &canvas)
        let (flipped, lines) = search(pick)
        let items = lines.compactMap(\.item)
        let chosen = items.firstIndex { $0.id == pick.list.anchor }
        drawQuery(of: pick, position: "\(chosen.map { $0 + 1 } ?? 0)/\(items.count)", frame, on: &canvas)
        for (place, line) in lines.enumerated().dropFirst(pick.list.offset).prefix(frame.rows) {
            draw(line, of: pick, row: frame.top + place - pick.list.offset, inside, on: &canvas)
        }
        if lines.isEmpty {
            canvas.put(text("nothing fits"), row: frame.top, column: inside.column + 2, role: .dim)
        }
        let item = chosen.map { items[$0] }
        drawHint(item, flipped, row: frame.top + frame.rows, inside, on: &canvas)
    }

    private func drawQuery(of pick: PickList, position: String, _ frame: PickFrame, on canvas: inout Canvas) {
        let (row, inside) = (frame.top - 1, frame.inside)
        let count = SafeText(position)
        let prompt = canvas.put(text("Search: "), row: row, column: inside.column, role: .label)
        let room = inside.width - prompt - count.width - 1
        let before = SafeText(pick.query.beforeCaret)
        let shift = max(0, before.width - room + 1)
        var strip = Canvas(width: room, height: 1)
        strip.fill(row: 0, column: 0, width: room, height: 1, role: .fieldFocus)
        strip.put(SafeText(pick.query.text), row: 0, column: -shift, role: .fieldFocus)
        canvas.place(strip, row: row, column: inside.column + prompt)
        canvas.put(count, row: row, column: inside.column + inside.width - count.width, role: .dim)
        canvas.cursor = Canvas.Position(row: row, column: inside.column + prompt + before.width - shift)
    }

    private func drawPages(of pick: PickList, _ frame: PickFrame, on canvas: inout Canvas) {
        for (place, column, title) in pagePlaces(of: pick) {
            let isOpen = place == pick.page && pick.query.isEmpty
            canvas.put(title, row: frame.inside.row, column: column, role: isOpen ? .selected : .keyLabel)
        }
    }

    /// Each page's number, the column of its name, and the name.
    private func pagePlaces(of pick: PickList) -> [(Int, Int, SafeText)] {
        var column = pickFrame(pick).inside.column
        return pages(of: pick).enumerated().map { place, message in
            let title = SafeText(" " + catalogue.text(message) + " ")
            defer { column += title.width + 1 }
            return (place, column, title)
        }
    }

    /// The page whose name is at the place of the mouse.
    func page(of pick: PickList, at event: MouseEvent) -> Int? {
        guard event.row == pickFrame(pick).inside.row else { return nil }
        return pagePlaces(of: pick).first { _, column, title in
            (column..<(column + title.width)).contains(event.column)
        }?.0
    }

    private func draw(_ line: PickLine, of pick: PickList, row: Int, _ inside: Rect, on canvas: inout Canvas) {
        switch line {
        case .heading(let message):
            canvas.put(text(message), row: row, column: inside.column, width: inside.width, role: .heading)
        case .item(let item):
            let isChosen = item.id == pick.list.anchor
            canvas.put(item.segments, row: row, column: inside.column + 2, width: inside.width - 2)
            if item.reason != nil { canvas.put("-", row: row, column: inside.column, role: .disabled) }
            if isChosen {
                canvas.put(">", row: row, column: inside.column, role: .key)
                canvas.paint(row: row, column: inside.column, width: inside.width, role: .selected)
            }
            let query = pick.query.text.trimmingBlanks
            let words = Highlighter(words: query.split(separator: " ").map(String.init).filter { $0.count > 1 })
            canvas.mark(words, row: row, column: inside.column + 2, width: inside.width - 2)
            guard let columns = item.nameColumns, !query.isEmpty else { return }
            canvas.mark(
                Highlighter(loose: [query]), row: row, column: inside.column + 2 + columns.lowerBound,
                width: columns.count)
        }
    }

    /// The sentence about the item under the cursor, in two lines; what does not fit ends in a mark.
    private func drawHint(
        _ item: PickItem?, _ flipped: ShownQuery?, row: Int, _ inside: Rect, on canvas: inout Canvas
    ) {
        if let flipped {
            canvas.put(text(flipped.message), row: row + 1, column: inside.column, width: inside.width, role: .info)
        }
        guard let item, let hint = item.hint else { return }
        let lines = text(hint).wrapped(to: inside.width)
        for (place, line) in lines.prefix(flipped == nil ? 2 : 1).enumerated() {
            let isCut = place == (flipped == nil ? 1 : 0) && lines.count > place + 1
            canvas.put(
                isCut ? line.padded(to: inside.width - 1).clipped(to: inside.width - 1) + "~" : line, row: row + place,
                column: inside.column, width: inside.width, role: item.reason == nil ? .dim : .warning)
        }
        guard lines.count == 1, flipped == nil else { return }
        let keys: Message = item.reason == nil ? "Enter does it, Esc closes" : "Not now; Esc closes"
        canvas.put(text(keys), row: row + 1, column: inside.column, width: inside.width, role: .dim)
    }
}
