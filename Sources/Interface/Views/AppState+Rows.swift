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
        case .agenda(let agenda): PanelRow(id: item.id, subject: agenda.subject, text: text(of: item, in: .agenda))
        case .entry(let entry, _, _):
            PanelRow(id: item.id, subject: entry.subject, entry: entry.index, text: text(of: item, in: .log))
        case .run(let run):
            PanelRow(id: item.id, subject: run.first.subject, entry: run.first.index, text: text(of: item, in: .log))
        case .fact(_, let segments): PanelRow(id: item.id, text: segments.map(\.text).joined(separator: " "))
        }
    }

    private func text(of item: PanelItem, in list: ListKind) -> String {
        list.columns.map { $0.cell(self, item).longest }.joined(separator: " ")
    }

    /// The columns of a list that are shown, in the order in which they stand.
    func chosenColumns(of list: ListKind) -> [Column] {
        guard let chosen = looks.columns[list] else { return list.columns.filter(\.isStandard) }
        return chosen.compactMap { list.column($0) }
    }

    /// The visible rows in words, with the column headings, so wide as the panel is.
    func table(of items: [PanelItem], in list: ListKind, width: Int) -> PanelTable {
        let columns = chosenColumns(of: list)
        let cells = items.map { item in columns.map { $0.cell(self, item) } }
        let headings = columns.map { text($0.heading) }
        let needs = columns.indices.map { place in
            need(of: columns[place], heading: headings[place].width, cells: cells.map { $0[place] })
        }
        let widths = ColumnFit.widths(of: needs, in: width)
        let shown = columns.indices.filter { widths[$0] != nil }
        return PanelTable(
            headings: shown.map {
                Segment(catalogue.text(columns[$0].heading), .label, width: widths[$0], isRight: columns[$0].isRight)
            },
            rows: cells.map { row in
                shown.map { place in
                    let width = widths[place] ?? 0
                    return Segment(
                        row[place].fitted(to: width).plain, row[place].role, width: width, isRight: columns[place].isRight)
                }
            })
    }

    private func need(of column: Column, heading: Int, cells: [CellText]) -> ColumnFit.Need {
        let all = cells + column.samples(self)
        let words = all.map { SafeText($0.longest).width }.max() ?? 0
        let shortest = all.map { SafeText($0.shortest).width }.max() ?? 0
        if column.isCollapsible, words == 0 { return ColumnFit.Need(place: .spare(99), least: 0, ideal: 0, most: 0) }
        let most = column.share > 0 ? column.most : max(column.least, min(words, column.most))
        // A cell that takes a share may be cut; the others are measured, so that their words stay whole.
        let least = column.share > 0 ? column.least : max(column.least, min(shortest, column.most))
        let ideal = column.share > 0 ? min(column.most, max(column.least, words)) : max(most, min(heading, most + 4))
        return ColumnFit.Need(
            place: column.place, least: least, ideal: ideal, most: max(most, ideal), share: column.share)
    }
}

/// Rows of one panel in words.
struct PanelTable {
    let headings: [Segment]
    let rows: [[Segment]]
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
