import Model
import Screen
import Wording

extension AppState {
    /// Draws the whole screen. A pure function of the state: it reads and changes nothing.
    package func render() -> Canvas { conceals ? concealed.draw() : draw() }

    private func draw() -> Canvas {
        var canvas = Canvas(width: width, height: height)
        guard !layout.isTooSmall else {
            drawTooSmall(on: &canvas)
            return canvas
        }
        guard !isVeiling else {
            drawVeiling(on: &canvas)
            return canvas
        }
        drawHeader(on: &canvas)
        let frames = self.frames
        if let tabs, tabs.rect.height > 0 { draw(tabs.panels, in: tabs.rect, on: &canvas) }
        for (panel, rect) in frames { draw(panel, in: rect, on: &canvas) }
        // A line between panels that stand side by side.
        for (_, rect) in frames where rect.column > 0 {
            canvas.vertical(row: rect.row, column: rect.column - 1, height: rect.height)
        }
        if figuresRows > 0 { drawFigures(in: layout.body.cut(at: layout.body.height - figuresRows).1, on: &canvas) }
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

    /// The names of panels that share one place; the one that is drawn stands out.
    private func draw(_ panels: [PanelID], in rect: Rect, on canvas: inout Canvas) {
        if shownDelivery != nil { return drawDeliveryTabs(in: rect, on: &canvas) }
        var column = rect.column
        let names = panels.map { text(tabName(of: $0)) }
        let room = max(4, rect.width / max(1, panels.count) - 2)
        for (panel, name) in zip(panels, names) where column < rect.width - 3 {
            let isOpen = panel == focusedPanel
            let width = min(
                names.reduce(0) { $0 + $1.width + 3 } <= rect.width ? name.width : room, rect.width - column - 2)
            let shown = "[" + name.clipped(to: width) + "]"
            column +=
                canvas.put(
                    isOpen ? shown : " " + name.clipped(to: width) + " ", row: rect.row, column: column,
                    role: isOpen ? .title : .heading) + 1
        }
    }

    private func draw(_ panel: PanelID, in rect: Rect, on canvas: inout Canvas) {
        guard rect.height > 0 else { return }
        let items = items(of: panel)
        let isFocused = panel == focusedPanel
        let lines = rowHeight(of: panel)
        let rows = max(0, rect.height - titleRows(of: panel)) / lines
        drawTitle(
            of: panel, hidden: panel == .now ? hiddenNowLines : totalCount(of: panel, loaded: items.count) - rows,
            isFocused: isFocused, in: rect,
            on: &canvas)
        let top = rect.row + titleRows(of: panel)
        guard !items.isEmpty else {
            let height = rect.row + rect.height - top
            if isFocused { focusEmpty(row: height > 0 ? top : rect.row, rect, on: &canvas) }
            for (line, piece) in text(emptyText(of: panel)).wrapped(to: rect.width - 2).prefix(max(0, height))
                .enumerated()
            {
                canvas.put(piece, row: top + line, column: rect.column + 2, width: rect.width - 2, role: .dim)
            }
            if titleRows(of: panel) == 2 { drawRows([], of: panel, rect, isFocused: isFocused, on: &canvas) }
            return
        }
        drawRows(items, of: panel, rect, isFocused: isFocused, on: &canvas)
    }

    private func drawRows(
        _ items: [PanelItem], of panel: PanelID, _ rect: Rect, isFocused: Bool, on canvas: inout Canvas
    ) {
        let lines = rowHeight(of: panel)
        let top = rect.row + titleRows(of: panel)
        let list = lists[panel] ?? ListState()
        let highlighter = highlighter
        let search = search
        let isMarking = marking.contains(screen) && !search.isEmpty
        let rows = max(0, rect.row + rect.height - top) / lines
        let visible = Array(items.dropFirst(list.offset).prefix(rows))
        // A blank before the line between two panels.
        let isBeside = rect.column + rect.width < self.width
        let (column, width) = (rect.column + 2, rect.width - (isBeside ? 3 : 2))
        let table = table(of: visible, panel, width: width, hasHeadings: titleRows(of: panel) == 2)
        if titleRows(of: panel) == 2, rect.height > 1 {
            canvas.put(table.headings, row: rect.row + 1, column: column, width: width)
        }
        for (place, drawn) in table.rows.enumerated() {
            let row = top + place * lines
            var segments = drawn.segments.map { aged($0) }
            if lines == 2 {
                let second = secondLine(of: visible[place], below: &segments, at: drawn.flexible)
                canvas.put(second, row: row + 1, column: column, width: width)
                canvas.mark(highlighter, row: row + 1, column: column, width: width)
            }
            canvas.put(segments, row: row, column: column, width: width)
            if marks.contains(visible[place].id) {
                canvas.put("*", row: row, column: rect.column + 1, role: .key)
            } else if newRecord(visible[place], in: panel) != nil {
                // A rule before the rows that are new; a sign before a time would be read as part of it.
                canvas.put("|", row: row, column: rect.column + 1, role: .key)
            } else if isMarking, fits(visible[place], search) {
                // The word that fits may be one that the row has no room for.
                canvas.put("/", row: row, column: rect.column + 1, role: .match)
            }
            if isFocused, list.offset + place == list.cursor {
                canvas.put(">", row: row, column: rect.column, role: .key)
                canvas.paint(row: row, column: rect.column, width: rect.width, role: .selected)
                if overlay == nil { canvas.cursor = Canvas.Position(row: row, column: rect.column) }
            }
            canvas.mark(highlighter, row: row, column: column, width: width)
        }
    }

    /// The mark and the terminal's cursor stand in an empty panel, too, so that the focus can be found without colours.
    private func focusEmpty(row: Int, _ rect: Rect, on canvas: inout Canvas) {
        if row > rect.row { canvas.put(">", row: row, column: rect.column, role: .key) }
        if overlay == nil { canvas.cursor = Canvas.Position(row: row, column: rect.column) }
    }

    private func table(of items: [PanelItem], _ panel: PanelID, width: Int, hasHeadings: Bool) -> PanelTable {
        if let list = panel.list { return table(of: items, in: list, width: width, hasHeadings: hasHeadings) }
        if panel == .handover { return handoverTable(items) }
        if panel.watchColumns != nil { return watchTable(items, of: panel, width: width) }
        return PanelTable(headings: [], rows: factRows(items, of: panel).map { PanelTable.Row(segments: $0) })
    }

    /// The visible facts; one that goes on below the edge carries the mark of a cut.
    private func factRows(_ items: [PanelItem], of panel: PanelID) -> [[Segment]] {
        var rows: [[Segment]] = items.map { if case .fact(_, let segments) = $0 { segments } else { [] } }
        if panel == .now {
            if case .fact(let line, _)? = items.last, goesOnOnThePage(after: line) {
                rows[rows.count - 1] = Segment.cut(rows[rows.count - 1])
            }
            return rows
        }
        let all =
            panel.isOfDelivery
            ? deliveryLines(panel)
            : panel == .preview
                ? previewLines
                : panel == .state
                    ? stateLines
                    : panel == .health
                        ? healthLines
                        : panel == .pastPage
                            ? pastLines
                            : panel == .figures ? figuresLines : panel == .entryFacts ? entryLines : factLines
        guard case .fact(let line, _)? = items.last, all.indices.contains(line + 1), let value = rows.last?.last,
            all[line + 1].count == 2, all[line + 1][0].text.isEmpty
        else { return rows }
        rows[rows.count - 1].removeLast()
        rows[rows.count - 1].append(Segment(value.text + "~", value.role))
        return rows
    }

    /// What cannot be brought up to date is dim, whatever it says; what is urgent stays legible as such.
    private func aged(_ segment: Segment) -> Segment {
        guard obstacle != nil, segment.role == .text || segment.role == .good || segment.role == .info else {
            return segment
        }
        return Segment(segment.text, .dim, width: segment.width, isRight: segment.isRight)
    }

    /// The band title. Rows that do not fit are counted in it, so that nothing is hidden without a word.
    private func drawTitle(of panel: PanelID, hidden: Int, isFocused: Bool, in rect: Rect, on canvas: inout Canvas) {
        var title = title(of: panel)
        if let flipped = flipped[screen]?.message, panel != .agenda, panel != .facts { title.remarks = [flipped] }
        let count = hidden > 0 ? text("+\(grouped: hidden) more") : SafeText()
        let between = count.isEmpty ? 4 : count.width + 6
        // The longest words that leave room for each other; the count is never left out.
        let leads = title.leads.map { text($0) }
        let remarks = title.remarks.map { text($0) }
        let pairs = leads.flatMap { lead in remarks.map { (lead, $0) } }
        var (lead, remark) =
            pairs.first { $0.width + $1.width + between <= rect.width } ?? (
                leads.last ?? SafeText(), remarks.last ?? SafeText()
            )
        if lead.width + remark.width + between > rect.width, !count.isEmpty { remark = SafeText() }
        lead = lead.clipped(to: max(4, rect.width - (count.isEmpty ? 0 : count.width + 3)))
        canvas.rule(
            row: rect.row, column: rect.column, width: rect.width, title: lead, trailing: remark,
            titleRole: isFocused ? .title : .heading, trailingRole: title.role)
        guard !count.isEmpty else { return }
        canvas.put(
            " " + count + " ", row: rect.row, column: rect.column + lead.width + 2, width: rect.width - lead.width - 2,
            role: .warning)
    }
}
