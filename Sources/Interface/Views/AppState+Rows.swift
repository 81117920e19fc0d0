import Model
import Screen
import Wording

extension AppState {
    /// The rows of a panel after the filter, in the order in which they are shown.
    func rows(of panel: PanelID) -> [PanelRow] { items(of: panel).map { row($0) } }

    /// What a filter looks at, and what the cursor stands on.
    func row(_ item: PanelItem) -> PanelRow {
        switch item {
        case .delivery(let delivery):
            PanelRow(id: item.id, subject: delivery.name, text: text(of: item, in: .deliveries))
        case .alert(let alert): PanelRow(id: item.id, subject: alert.name, text: text(of: item, in: .alerts))
        case .fold(let fold): PanelRow(id: item.id, subject: fold.first.name, text: text(of: item, in: .alerts))
        case .agenda(let agenda): PanelRow(id: item.id, subject: agenda.subject, text: text(of: item, in: .agenda))
        case .entry(let entry, _, _):
            PanelRow(id: item.id, subject: entry.subject, entry: entry.index, text: text(of: item, in: .log))
        case .run(let run):
            PanelRow(id: item.id, subject: run.first.subject, entry: run.first.index, text: text(of: item, in: .log))
        case .officer(let officer):
            PanelRow(id: item.id, subject: officer.name, text: text(of: item, in: .officers))
        case .line(let line):
            PanelRow(
                id: item.id, subject: line.subject, text: line.cells.map(\.longest).joined(separator: " "))
        case .fact(_, let segments): PanelRow(id: item.id, text: segments.map(\.text).joined(separator: " "))
        }
    }

    private func text(of item: PanelItem, in list: ListKind) -> String {
        list.columns.map { cell($0, of: item).longest }.joined(separator: " ")
    }

    /// The columns of a list that are shown, in the order in which they stand.
    func chosenColumns(of list: ListKind) -> [Column] {
        if conceals { return list.columns.filter { list.openColumns.contains($0.id) } }
        guard let chosen = looks.columns[list] else { return list.columns.filter(\.isStandard) }
        return chosen.compactMap { list.column($0) }
    }

    /// The visible rows in words, so wide as the panel is; the column headings count where they are drawn.
    func table(of items: [PanelItem], in list: ListKind, width: Int, hasHeadings: Bool) -> PanelTable {
        let columns = chosenColumns(of: list)
        let cells = items.map { item in columns.map { cell($0, of: item) } }
        let headings = columns.map { column in
            CellText([column.heading, column.shortHeading ?? column.heading].map { catalogue.text($0) }, .label)
        }
        let needs = columns.indices.map { place in
            need(of: columns[place], heading: hasHeadings ? headings[place] : .empty, cells: cells.map { $0[place] })
        }
        let widths = ColumnFit.widths(of: needs, in: width)
        let shown = columns.indices.filter { (widths[$0] ?? 0) > 0 }
        return PanelTable(
            headings: shown.map { place in
                let width = widths[place] ?? 0
                return Segment(
                    headings[place].fitted(to: width).plain, .label, width: width, isRight: columns[place].isRight)
            },
            rows: cells.map { row in segments(row, columns, shown, widths) })
    }

    /// The cells of a row; the text that says what the row is about takes the room of empty cells beside it.
    private func segments(_ row: [CellText], _ columns: [Column], _ shown: [Int], _ widths: [Int?]) -> PanelTable.Row {
        var segments: [Segment] = []
        var flexible: Int?
        var place = 0
        while place < shown.count {
            var width = widths[shown[place]] ?? 0
            if columns[shown[place]].isCollapsible, row[shown[place]].longest.isEmpty, place + 1 < shown.count,
                columns[shown[place + 1]].share > 0
            {
                place += 1
                width += 1 + (widths[shown[place]] ?? 0)
            }
            let column = columns[shown[place]]
            let cell = row[shown[place]]
            while column.share > 0, place + 1 < shown.count, row[shown[place + 1]].longest.isEmpty {
                place += 1
                width += 1 + (widths[shown[place]] ?? 0)
            }
            if column.id == "what" { flexible = segments.count }
            segments.append(Segment(cell.fitted(to: width).plain, cell.role, width: width, isRight: column.isRight))
            place += 1
        }
        return PanelTable.Row(segments: segments, flexible: flexible)
    }

    private func need(of column: Column, heading: CellText, cells: [CellText]) -> ColumnFit.Need {
        let all = cells + column.samples(self)
        let words = all.map { SafeText($0.longest).width }.max() ?? 0
        let shortest = all.map { SafeText($0.shortest).width }.max() ?? 0
        if column.isCollapsible, words == 0 { return ColumnFit.Need(place: .spare(99), least: 0, ideal: 0, most: 0) }
        guard column.share == 0 else {
            let ideal = min(column.most, max(column.least, words))
            return ColumnFit.Need(
                place: column.place, least: column.least, ideal: ideal, most: column.most, share: column.share)
        }
        // These are measured, so that their words stay whole; a heading may widen its column a little.
        let least = max(column.least, min(shortest, column.most))
        let most = max(least, min(words, column.most))
        let label = [heading.longest, heading.shortest].map { SafeText($0).width }.first { $0 <= most + 4 } ?? 0
        return ColumnFit.Need(place: column.place, least: least, ideal: max(most, label), most: max(most, label))
    }
}

/// Rows of one panel in words.
struct PanelTable {
    struct Row {
        var segments: [Segment]
        /// The place of the segment that says what the row is about.
        var flexible: Int?
    }

    let headings: [Segment]
    let rows: [Row]
}

extension Role {
    static func priority(_ priority: Int) -> Role {
        switch priority {
        case 1: .priority1
        case 2: .priority2
        case 3: .priority3
        default: .priority4
        }
    }
}
