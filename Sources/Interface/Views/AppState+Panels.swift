import Model
import Screen
import Wording

extension AppState {
    var layout: Layout { Layout(width: width, height: height) }

    /// Where each visible panel of the screen lies.
    var frames: [(panel: PanelID, rect: Rect)] {
        let body = layout.body
        if isZoomed { return [(focusedPanel, body)] }
        switch screen {
        case .board: return layout.isWide ? wideBoard(body) : bands(body, [.deliveries, .alerts, .agenda])
        case .alerts: return [(.alerts, body)]
        case .deliveries: return [(.deliveries, body)]
        case .log: return [(.records, body)]
        case .watch: return [(.watchLog, body)]
        case .subject:
            let facts = min(factLines.count + 1, body.height - 4)
            return [(.timeline, Rect(row: body.row + facts, column: 0, width: width, height: body.height - facts))]
        }
    }

    private func bands(_ body: Rect, _ panels: [PanelID]) -> [(PanelID, Rect)] {
        let titles = panels.map { titleRows(of: $0) }
        let needs = panels.map { max(1, rowCount(of: $0)) }
        let shares = Layout.share(body.height - titles.reduce(0, +), needs: needs)
        var row = body.row
        return panels.indices.map { place in
            let rect = Rect(row: row, column: body.column, width: body.width, height: titles[place] + shares[place])
            row += rect.height
            return (panels[place], rect)
        }
    }

    private func wideBoard(_ body: Rect) -> [(PanelID, Rect)] {
        let deliveries = min(titleRows(of: .deliveries) + max(1, rowCount(of: .deliveries)), body.height / 3)
        let leftWidth = body.width * 11 / 20
        let lower = Rect(row: body.row + deliveries, column: 0, width: leftWidth, height: body.height - deliveries)
        let right = Rect(row: lower.row, column: leftWidth + 1, width: body.width - leftWidth - 1, height: lower.height)
        return [(.deliveries, Rect(row: body.row, column: 0, width: body.width, height: deliveries))]
            + bands(lower, [.alerts, .latest]) + bands(right, [.agenda, .watchLog])
    }

    func titleRows(of panel: PanelID) -> Int { panel == .deliveries && width >= 80 ? 2 : 1 }

    func listHeight(of panel: PanelID) -> Int {
        guard let rect = frames.first(where: { $0.panel == panel })?.rect else { return 1 }
        return max(1, rect.height - titleRows(of: panel))
    }

    /// Keeps every visible list in line with its rows. Called after each input, so that drawing only reads.
    mutating func settleLists() {
        for (panel, rect) in frames {
            let ids = items(of: panel).map(\.id)
            lists[panel, default: ListState()].settle(ids, height: max(1, rect.height - titleRows(of: panel)))
        }
    }

    var pageRows: Int { max(1, listHeight(of: focusedPanel) - 1) }

    mutating func moveCursor(by rows: Int) -> [Effect] {
        let panel = focusedPanel
        let ids = items(of: panel).map(\.id)
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
        let place = row - rect.row - titleRows(of: panel) + (lists[panel]?.offset ?? 0)
        let items = items(of: panel)
        guard row >= rect.row + titleRows(of: panel), items.indices.contains(place) else { return nil }
        return (panel, items[place].id)
    }
}
