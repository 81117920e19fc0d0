import Model
import Screen
import Wording

extension AppState {
    /// Draws the whole screen. A pure function of the state: it reads and changes nothing.
    package func render() -> Canvas {
        var canvas = Canvas(width: width, height: height)
        guard !layout.isTooSmall else {
            drawTooSmall(on: &canvas)
            return canvas
        }
        drawHeader(on: &canvas)
        if case .subject = screen, !isZoomed { drawFacts(on: &canvas) }
        for (panel, rect) in frames { draw(panel, in: rect, on: &canvas) }
        if layout.isWide, screen == .board, !isZoomed { drawDivider(on: &canvas) }
        drawFooter(on: &canvas)
        drawOverlay(on: &canvas)
        return canvas
    }

    private func drawTooSmall(on canvas: inout Canvas) {
        let sentence = text(
            "The window is \(width)x\(height); this program needs \(Layout.smallestWidth)x\(Layout.smallestHeight).")
        for (row, line) in sentence.wrapped(to: max(1, width)).enumerated() {
            canvas.put(line, row: row, column: 0, role: .warning)
        }
        canvas.cursor = Canvas.Position(row: 0, column: 0)
    }

    private func drawDivider(on canvas: inout Canvas) {
        guard let right = frames.first(where: { $0.panel == .agenda })?.rect else { return }
        canvas.vertical(
            row: right.row, column: right.column - 1, height: layout.body.row + layout.body.height - right.row)
    }

    private func draw(_ panel: PanelID, in rect: Rect, on canvas: inout Canvas) {
        guard rect.height > 0 else { return }
        let items = items(of: panel)
        let isFocused = panel == focusedPanel
        drawTitle(
            of: panel, hidden: items.count - max(0, rect.height - titleRows(of: panel)), isFocused: isFocused, in: rect,
            on: &canvas)
        var top = rect.row + 1
        if titleRows(of: panel) == 2 {
            canvas.put(deliveryHeadings, row: top, column: rect.column + 2, width: rect.width - 2)
            top += 1
        }
        let height = rect.row + rect.height - top
        guard !items.isEmpty else {
            if height > 0 {
                canvas.put(
                    text(emptyText(of: panel)), row: top, column: rect.column + 2, width: rect.width - 2, role: .dim)
            }
            return
        }
        let list = lists[panel] ?? ListState()
        let highlighter = highlighter
        let search = search
        let isMarking = marking.contains(screen) && !search.isEmpty
        let visible = items.indices.dropFirst(list.offset).prefix(max(0, height))
        for place in visible {
            let row = top + place - list.offset
            canvas.put(self.row(items[place]).segments, row: row, column: rect.column + 2, width: rect.width - 2)
            if marks.contains(items[place].id) {
                canvas.put("*", row: row, column: rect.column + 1, role: .key)
            } else if isMarking, fits(items[place], search) {
                // The word that fits may be one that the row has no room for.
                canvas.put("/", row: row, column: rect.column + 1, role: .match)
            }
            if isFocused, place == list.cursor {
                canvas.put(">", row: row, column: rect.column, role: .key)
                canvas.paint(row: row, column: rect.column, width: rect.width, role: .selected)
                if overlay == nil { canvas.cursor = Canvas.Position(row: row, column: rect.column) }
            }
            canvas.mark(highlighter, row: row, column: rect.column + 2, width: rect.width - 2)
        }
    }

    /// The band title. Rows that do not fit are counted in it, so that nothing is hidden without a word.
    private func drawTitle(of panel: PanelID, hidden: Int, isFocused: Bool, in rect: Rect, on canvas: inout Canvas) {
        let (title, age) = title(of: panel)
        let trailing = panel == .agenda ? age : flipped[screen]?.message ?? age
        let lead = text(title)
        var remark = text(trailing)
        let count = hidden > 0 ? text("+\(hidden) more") : SafeText()
        if !count.isEmpty, lead.width + count.width + remark.width + 6 > rect.width { remark = SafeText() }
        canvas.rule(
            row: rect.row, column: rect.column, width: rect.width, title: lead, trailing: remark,
            titleRole: isFocused ? .title : .heading)
        guard !count.isEmpty else { return }
        canvas.put(
            " " + count + " ", row: rect.row, column: rect.column + lead.width + 2, width: rect.width - lead.width - 2,
            role: .warning)
    }
}
