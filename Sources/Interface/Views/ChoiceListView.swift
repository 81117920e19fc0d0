import Model
import Screen
import Wording

extension AppState {
    func draw(_ choices: ChoiceList, on canvas: inout Canvas) {
        let inside = frame(choices.title, rows: choiceRows(choices) + 2, on: &canvas)
        let isSeveral = choices.rows.contains { $0.isChosen != nil }
        let keys: Message =
            isSeveral
            ? "Space takes or leaves, = always stays, J K move it, Enter keeps, Esc leaves all as it was"
            : "Enter opens, Del forgets your own, Esc closes"
        let hint = text(keys).wrapped(to: inside.width)
        let rows = max(1, inside.height - hint.count)
        let labelWidth = min(32, max(8, choices.rows.map { text($0.label).width }.max() ?? 8))
        drawList(count: choices.rows.count, list: choices.list, rows: rows, in: inside, on: &canvas) { place in
            let row = choices.rows[place]
            let box = row.isChosen.map { row.isFixed ? "[=]" : $0 ? "[x]" : "[ ]" }
            return (box.map { [Segment($0, row.isFixed ? .dim : .key, width: 3)] } ?? [])
                + [Segment(catalogue.text(row.label), width: labelWidth), Segment(catalogue.text(row.remark), .dim)]
        }
        for (line, piece) in hint.enumerated() where rows + line < inside.height {
            canvas.put(
                piece, row: inside.row + rows + line, column: inside.column, width: inside.width, role: .dim)
        }
    }

    /// The visible part of a list in an overlay, with its cursor, and a bar that says which part it is.
    func drawList(
        count: Int, list: ListState, rows: Int, in inside: Rect, on canvas: inout Canvas,
        segments: (Int) -> [Segment]
    ) {
        let offset = min(max(list.offset, list.cursor - rows + 1), list.cursor)
        for line in 0..<max(0, min(rows, count - offset)) {
            let row = inside.row + line
            let isChosen = offset + line == list.cursor
            canvas.put(isChosen ? ">" : " ", row: row, column: inside.column, role: .key)
            canvas.put(segments(offset + line), row: row, column: inside.column + 2, width: inside.width - 4)
            guard isChosen else { continue }
            canvas.paint(row: row, column: inside.column, width: inside.width - 1, role: .selected)
            canvas.cursor = Canvas.Position(row: row, column: inside.column)
        }
        canvas.scrollBar(
            row: inside.row, column: inside.column + inside.width - 1, height: rows, first: offset, total: count)
    }
}
