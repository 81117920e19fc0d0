import Model
import Screen
import Wording

extension AppState {
    var layout: Layout { Layout(width: width, height: height) }

    /// How the board is divided; a zoomed panel has it alone.
    var plan: Plan { conceals ? .bands : isZoomed ? .one : Plan(looks.arrangement, layout) }

    /// The panels of the screen in the order of the Tab key.
    package var panels: [PanelID] {
        switch screen {
        case .board: boardPanels
        case .alerts: alertPanels
        case .health: [.health]
        case .pastHandover: [.pastPage]
        case .figures: [.figures]
        case .state: [.state]
        case .deliveries: [.deliveries]
        case .subject: shownDelivery == nil ? [.timeline, .facts] : PanelID.ofDelivery
        case .log: [.records]
        case .watch:
            layout.isWide
                ? [.duty, .watchLog, .onCall, .inForce, .orders] : [.duty, .onCall, .inForce, .orders, .watchLog]
        case .officers: [.officers]
        case .handover: [.handover]
        case .directory: [.states]
        case .directoryState: [.stateEntries, .lacking]
        case .directoryEntry: [.entryFacts]
        }
    }

    private var boardPanels: [PanelID] {
        guard showsInForce else { return plan.panels }
        return plan.panels.flatMap { $0 == .watchLog ? [.inForce, .watchLog] : [$0] }
    }

    /// Whether the board has a panel of what holds for a while: where there is room, and something holds.
    var showsInForce: Bool { plan.mayShowInForce && !board.arrangements.isEmpty }

    /// The panels below NEXT, where there are two columns.
    private var besideTheLatest: [PanelID] { showsInForce ? [.agenda, .inForce, .watchLog] : [.agenda, .watchLog] }

    /// Whether the screen of the watch has room for one panel, beside the names of the others.
    var isWatchSmall: Bool { screen == .watch && !isZoomed && height < 22 }

    /// Where each visible panel of the screen lies.
    var frames: [(panel: PanelID, rect: Rect)] {
        let body = layout.body
        guard screen == .board else { return isZoomed ? [(focusedPanel, body)] : screenFrames(body) }
        let below = Rect(row: body.row + 1, column: 0, width: body.width, height: max(0, body.height - 1))
        switch plan {
        case .one: return [(focusedPanel, below)]
        case .two: return halves(body, .deliveries, looks.second)
        case .bands: return bands(body, [.deliveries, .alerts, .agenda])
        case .four:
            guard layout.isWide else { return bands(body, plan.panels) }
            let (top, bottom) = body.cut(at: body.height / 2)
            return halves(top, .deliveries, .alerts) + halves(bottom, .agenda, .latest)
        case .columns: return columnsBoard(body)
        case .wall: return wallBoard(body.cut(at: body.height - figuresRows).0)
        }
    }

    /// Panels that are not drawn but named in a line: each with the place of its name.
    var tabs: (rect: Rect, panels: [PanelID])? {
        let body = layout.body
        if isWatchSmall { return (Rect(row: body.row, column: 0, width: body.width, height: 1), panels) }
        if shownDelivery != nil {
            return (Rect(row: body.row, column: 0, width: body.width, height: showsDeliveryTabs ? 1 : 0), panels)
        }
        guard screen == .board else { return nil }
        switch plan {
        case .one: return (Rect(row: body.row, column: 0, width: body.width, height: 1), plan.panels)
        default: return nil
        }
    }

    private func screenFrames(_ body: Rect) -> [(PanelID, Rect)] {
        if screen == .watch { return watchFrames(body) }
        if screen == .alerts { return alertFrames(body) }
        // Beside each other only where numbers and ages stay whole.
        if case .directoryState = screen, width < 160 { return bands(body, panels) }
        if case .directoryState = screen { return halves(body, .stateEntries, .lacking) }
        guard case .subject = screen else { return [(focusedPanel, body)] }
        if shownDelivery != nil { return deliveryFrames(body) }
        let needed = factLines.count + 1
        if layout.isWide, width >= 140 {
            let (left, right) = body.split(at: min(body.width * 11 / 20, 100))
            return [(.facts, left), (.timeline, right)]
        }
        // The timeline keeps three rows, and no more than it has.
        let kept = min(4, max(2, items(of: .timeline).count + 1))
        let (facts, timeline) = body.cut(at: min(needed, max(2, body.height - kept)))
        return [(.facts, facts), (.timeline, timeline)]
    }

    /// The log of the watch takes what the lists leave; where there are two columns, those one calls stand beside it.
    private func watchFrames(_ body: Rect) -> [(PanelID, Rect)] {
        if isWatchSmall { return [(focusedPanel, body.cut(at: 1).1)] }
        guard layout.isWide else { return bands(body, panels) }
        let (left, right) = body.split(at: body.width - min(96, max(60, body.width * 9 / 20)) - 1)
        return bands(left, [.duty, .watchLog]) + bands(right, [.onCall, .inForce, .orders])
    }

    private func halves(_ rect: Rect, _ first: PanelID, _ second: PanelID) -> [(PanelID, Rect)] {
        guard layout.isWide else { return bands(rect, [first, second]) }
        let (left, right) = rect.split(at: rect.width * 11 / 20)
        return [(first, left), (second, right)]
    }

    /// Full-width bands, as high as their rows, as near as can be.
    func bands(_ rect: Rect, _ panels: [PanelID]) -> [(PanelID, Rect)] {
        let titles = panels.map { titleRows(of: $0) }
        let needs = panels.map { panel in
            let rows = max(1, rowCount(of: panel)) * rowHeight(of: panel)
            // The first ones are enough where others need the room; the rest is counted in the title.
            return isCrowded(panel) ? min(3, rows) : rows
        }
        let shares = Layout.share(rect.height - titles.reduce(0, +), needs: needs)
        var row = rect.row
        let end = rect.row + rect.height
        return panels.indices.map { place in
            let height = min(titles[place] + shares[place], max(0, end - row))
            defer { row += height }
            return (panels[place], Rect(row: row, column: rect.column, width: rect.width, height: height))
        }
    }

    private func columnsBoard(_ body: Rect) -> [(PanelID, Rect)] {
        let (deliveries, lower) = body.cut(at: deliveriesRows(in: body))
        // NEXT is the plan of the night: its sentences stay whole before anything else gets more.
        let (left, right) = lower.split(at: lower.width - min(76, max(54, lower.width / 2)) - 1)
        return [(.deliveries, deliveries)] + bands(left, [.alerts, .latest]) + bands(right, besideTheLatest)
    }

    private func wallBoard(_ body: Rect) -> [(PanelID, Rect)] {
        let (deliveries, lower) = body.cut(at: deliveriesRows(in: body))
        let (left, right) = lower.split(at: lower.width * 11 / 20)
        return [(.deliveries, deliveries)] + bands(left, [.alerts, .latest]) + bands(right, besideTheLatest)
    }

    private func isCrowded(_ panel: PanelID) -> Bool {
        switch screen {
        case .board: panel == .inForce
        case .alerts: panel == .shelved
        case .directoryState: panel == .lacking
        default: !layout.isWide && panel != .watchLog
        }
    }

    private func deliveriesRows(in body: Rect) -> Int {
        min(
            titleRows(of: .deliveries) + max(1, rowCount(of: .deliveries)) * rowHeight(of: .deliveries), body.height / 3
        )
    }

    /// Title and column headings.
    func titleRows(of panel: PanelID) -> Int {
        switch panel {
        case .deliveries: width >= 80 ? 2 : 1
        case .alerts, .records, .officers: layout.hasHeadings || width >= 80 && screen != .board ? 2 : 1
        default: 1
        }
    }

    /// Lines of one row: a second one tells more where everything fits.
    func rowHeight(of panel: PanelID) -> Int {
        if screen == .watch, !isZoomed, layout.isWide, [.inForce, .orders].contains(panel) {
            // Their words are sentences to be read whole.
            return rowCount(of: panel) * 2 <= layout.body.height / 3 ? 2 : 1
        }
        if panel == .shelved { return 1 }
        if screen == .alerts, !isZoomed, panel == .alerts {
            let shelved = board.shelvedAlertCount(at: now)
            let room = layout.body.height - 2 - (shelved > 0 ? min(shelved, 3) + 1 : 0)
            return !showsPreview && rowCount(of: panel) * 2 <= room ? 2 : 1
        }
        guard screen == .board, !isZoomed else {
            let isAlone = [.alerts, .deliveries].contains(panel)
            return isAlone && rowCount(of: panel) * 2 <= layout.body.height - 3 ? 2 : 1
        }
        switch (panel, plan) {
        case (.deliveries, .wall), (.deliveries, .columns), (.alerts, .wall), (.alerts, .columns):
            return rowCount(of: panel) * 2 <= height / 3 - 4 ? 2 : 1
        default: return 1
        }
    }

    /// Rows of a panel that are drawn at once.
    func listHeight(of panel: PanelID) -> Int {
        guard let rect = frames.first(where: { $0.panel == panel })?.rect else { return 1 }
        return listHeight(of: panel, in: rect)
    }

    func listHeight(of panel: PanelID, in rect: Rect) -> Int {
        max(1, (rect.height - titleRows(of: panel)) / rowHeight(of: panel))
    }

    /// Keeps every visible list in line with its rows. Called after each input, so that drawing only reads.
    mutating func settleLists() {
        settleHandover()
        if screen == .board, [.alerts, .agenda].contains(focusedPanel) { looks.second = focusedPanel }
        if [.alerts, .shelved].contains(focusedPanel) { previewedList = focusedPanel }
        var news: [Attention.Row] = []
        for (panel, rect) in frames {
            let items = items(of: panel)
            let height = listHeight(of: panel, in: rect)
            lists[panel, default: ListState()].settle(items.lazy.map(\.id), height: height)
            news += visibleNews(items, in: panel, rows: height)
        }
        noteRows(news)
    }

    var pageRows: Int { max(1, listHeight(of: focusedPanel) - 1) }

    mutating func moveCursor(by rows: Int) -> [Effect] {
        let panel = focusedPanel
        if panel == .handover, abs(rows) == 1 { return moveAlongHandover(by: rows) }
        let ids = items(of: panel).lazy.map(\.id)
        let height = listHeight(of: panel)
        if panel == .records, rows < 0 { log.isFollowing = false }
        if panel == .records, filter.isEmpty, let jump = logJump(rows) { return jump }
        lists[panel, default: ListState()].move(by: rows, of: ids, height: height)
        return []
    }

    /// To the very first or last record, which may lie outside the page that is loaded.
    private mutating func logJump(_ rows: Int) -> [Effect]? {
        if rows <= -1_000_000, let first = log.entries.first, first.index > 0 { return openLog(at: 0) }
        if rows >= 1_000_000, let last = log.entries.last, last.index < board.size - 1 {
            log.isFollowing = true
            return logLoads()
        }
        return nil
    }

    mutating func moveFocus(by steps: Int) -> [Effect] {
        let panels = self.panels
        guard let place = panels.firstIndex(of: focusedPanel), panels.count > 1 else { return [] }
        focus[screen] = panels[(place + steps + panels.count) % panels.count]
        return []
    }

    /// The row at a place of the screen, for the mouse.
    func row(at row: Int, column: Int) -> (PanelID, String)? {
        guard let (panel, rect) = frames.first(where: { $0.rect.contains(row: row, column: column) }) else {
            return nil
        }
        let line = row - rect.row - titleRows(of: panel)
        let place = line / rowHeight(of: panel) + (lists[panel]?.offset ?? 0)
        let items = items(of: panel)
        guard line >= 0, items.indices.contains(place) else { return nil }
        return (panel, items[place].id)
    }
}

extension Rect {
    /// The upper part of so many rows, and the rest.
    func cut(at rows: Int) -> (Rect, Rect) {
        let rows = min(max(0, rows), height)
        return (
            Rect(row: row, column: column, width: width, height: rows),
            Rect(row: row + rows, column: column, width: width, height: height - rows)
        )
    }

    /// The left part of so many columns, and the rest behind one column for a line between them.
    func split(at columns: Int) -> (Rect, Rect) {
        let columns = min(max(0, columns), max(0, width - 1))
        return (
            Rect(row: row, column: column, width: columns, height: height),
            Rect(row: row, column: column + columns + 1, width: width - columns - 1, height: height)
        )
    }
}
