import Model
import Screen
import Wording

/// An entry together with what it is about, so that a filter can ask for the state of it.
private struct EntryOnBoard: Filterable {
    let entry: Entry
    let alert: Alert?
    let delivery: Delivery?

    var searchText: String { entry.searchText }
    var filterPriority: Int? { entry.filterPriority ?? alert?.priority ?? delivery?.filterPriority }
    var records: ClosedRange<Int64> { entry.records }
    var learnt: Instant { entry.learnt }

    func values(of field: String) -> [String] {
        let own = entry.values(of: field)
        guard own.isEmpty else { return own }
        return (alert?.values(of: field) ?? []) + (delivery?.values(of: field) ?? [])
    }

    func holds(_ condition: EntryFilter.Condition, at now: Instant, officer: String) -> Bool {
        if condition.isOfEntries { return entry.holds(condition, at: now, officer: officer) }
        return alert?.holds(condition, at: now, officer: officer)
            ?? delivery?.holds(condition, at: now, officer: officer) ?? false
    }
}

extension AppState {
    /// Whether a row fits a search, by its own words and by those in which it is shown.
    func fits(_ item: PanelItem, _ search: EntryFilter) -> Bool {
        let row = row(item)
        // A row that is found by a word would say that the word stands in it.
        if let name = row.subject, withholds(name) { return search.matches(text: row.text) }
        let shown = "\(row.text) \(row.subject?.text ?? "")"
        switch item {
        case .delivery(let delivery):
            return search.matches(delivery, at: now, text: "\(shown) \(delivery.searchText)")
        case .fold(let fold): return search.matches(fold.first, at: now, text: "\(shown) \(fold.first.searchText)")
        case .alert(let alert): return search.matches(alert, at: now, text: "\(shown) \(alert.searchText)")
        case .entry(let entry, _, _):
            let whole = EntryOnBoard(entry: entry, alert: alert(entry.subject), delivery: delivery(entry.subject))
            return search.matches(whole, at: now, text: "\(shown) \(entry.searchText)")
        case .fact, .officer, .line: return search.matches(text: shown)
        case .run(let run): return search.matches(run.first, at: now, text: "\(shown) \(run.first.searchText)")
        case .agenda(let item):
            if let alert = alert(item.subject) { return search.matches(alert, at: now, text: shown) }
            if let delivery = delivery(item.subject) { return search.matches(delivery, at: now, text: shown) }
            return search.matches(text: shown)
        }
    }

    /// Of a page of facts those that fit, each with all of its lines, under their headings.
    func facts(_ items: [PanelItem], fitting search: EntryFilter) -> [PanelItem] {
        var found: [PanelItem] = []
        var heading: PanelItem?
        var fact: [PanelItem] = []
        func close() {
            let words = fact.map { row($0).text }.joined(separator: " ")
            guard !fact.isEmpty, search.matches(text: words) else { return }
            found += [heading].compactMap { $0 } + fact
            heading = nil
        }
        for item in items {
            guard case .fact(_, let segments) = item else { continue }
            // A line without a label goes on with the one above.
            if segments.count == 2, segments[0].text.isEmpty {
                fact.append(item)
                continue
            }
            close()
            fact = segments.count == 1 ? [] : [item]
            if segments.count == 1 { heading = item }
        }
        close()
        return found
    }

    /// What the rows are searched for, for showing it in them.
    var highlighter: Highlighter {
        guard filters[screen]?.isEmpty == false else { return Highlighter() }
        let searched = search.searched
        return Highlighter(words: searched.words, like: searched.loose)
    }

    /// Goes to the next row that fits the search, or the one before; from panel to panel, and around.
    mutating func moveToMatch(by step: Int) -> [Effect] {
        if focusedPanel == .records { return moveToRecordMatch(by: step) }
        let search = self.search
        let rows = frames.map(\.panel).flatMap { panel in items(of: panel).map { (panel: panel, item: $0) } }
        let panel = focusedPanel
        let here = rows.firstIndex { $0.panel == panel && $0.item.id == lists[panel]?.anchor } ?? 0
        let matches = rows.indices.filter { fits(rows[$0].item, search) }
        guard !matches.isEmpty else {
            notice = Notice(message: "No row here fits “\(search.text)”.", isError: false)
            return []
        }
        let next = step > 0 ? matches.first { $0 > here } : matches.last { $0 < here }
        let target = next ?? (step > 0 ? matches[0] : matches[matches.count - 1])
        select(rows[target].item.id, in: rows[target].panel)
        let number = (matches.firstIndex(of: target) ?? 0) + 1
        let round: Message = next == nil ? "; begun anew" : .verbatim("")
        notice = Notice(message: "Match \(number) of \(matches.count)\(round)", isError: false)
        return []
    }

    mutating func select(_ id: String, in panel: PanelID) {
        focus[screen] = panel
        lists[panel, default: ListState()].select(id, of: items(of: panel).map(\.id), height: listHeight(of: panel))
    }

    /// In the log beyond what is loaded: the log itself is searched from here on.
    private mutating func moveToRecordMatch(by step: Int) -> [Effect] {
        let search = self.search
        log.isFollowing = false
        guard let here = selectedEntry else { return [] }
        let known =
            step > 0
            ? log.entries.first { $0.index > here && search.matches($0) }
            : log.entries.last { $0.index < here && search.matches($0) }
        if let known {
            select("#\(known.index)", in: .records)
            return []
        }
        guard filter.isEmpty, let first = log.entries.first?.index, let last = log.entries.last?.index else {
            return []
        }
        let from = step > 0 ? last + 1 : first - 1
        guard (0..<board.size).contains(from) else {
            notice = Notice(message: "No further record fits “\(search.text)”.", isError: false)
            return []
        }
        log.generation += 1
        notice = Notice(message: "searching", isError: false)
        return [.findRecord(search, from: from, isForward: step > 0, generation: log.generation)]
    }

    /// The answer to `findRecord`.
    mutating func foundRecord(_ index: Int64?, generation: Int) -> [Effect] {
        guard generation == log.generation, screen == .log else { return [] }
        guard let index else {
            notice = Notice(message: "No further record fits “\(search.text)”.", isError: false)
            return []
        }
        notice = nil
        return showRecord(index)
    }
}
