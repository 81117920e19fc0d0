import Model
import Screen
import Wording

/// What is new to this officer since they last saw each panel.
extension AppState {
    /// Marks are of what is here now and as it is: a past board, or one behind the veil, has none.
    private var showsNews: Bool { seen != nil && !isVisitor && !isReviewing && !conceals }

    // MARK: What is new

    /// With which mark a panel's rows are compared; nil for panels that only arrange what stands elsewhere.
    private func markPanel(of panel: PanelID) -> PanelID? {
        if panel == .shelved { return .alerts }
        guard panel == .timeline else { return Seen.panels.contains(panel) ? panel : nil }
        guard case .subject(let name) = screen else { return nil }
        return AppState.list(of: name.area)
    }

    private static func list(of area: Area) -> PanelID? {
        switch area {
        case .alerts: .alerts
        case .deliveries: .deliveries
        case .shifts: .watchLog
        default: nil
        }
    }

    /// The newest record that a row stands for, where somebody else wrote it.
    private func news(in item: PanelItem) -> Int64? {
        switch item {
        case .alert(let alert): foreign(alert.trail.last, alert.trail.lastActor)
        case .fold(let fold):
            fold.all.compactMap { board.alerts[$0] }.compactMap { foreign($0.trail.last, $0.trail.lastActor) }.max()
        case .delivery(let delivery): foreign(delivery.trail.last, delivery.trail.lastActor)
        case .entry(let entry, _, _): entry.subject.area.isNews ? foreign(entry.index, entry.actor) : nil
        case .run(let run): foreign(run.last.index, run.last.actor)
        case .agenda, .fact, .officer, .line: nil
        }
    }

    private func foreign(_ index: Int64, _ actor: String) -> Int64? {
        actor == officer || ownEntries.contains(index) ? nil : index
    }

    /// The record that makes a row new; nil for a row that was seen.
    func newRecord(_ item: PanelItem, in panel: PanelID) -> Int64? {
        guard showsNews, let seen, let mark = markPanel(of: panel), let index = news(in: item),
            !seen.has(index, in: mark)
        else { return nil }
        return index
    }

    /// How many rows of a panel are new, filtered out or not.
    func newCount(in panel: PanelID) -> Int {
        guard showsNews, let seen, let mark = markPanel(of: panel) else { return 0 }
        guard seen.marks[mark].map({ $0.upTo < board.size - 1 }) ?? false else { return 0 }
        return candidates(of: panel).count { newRecord($0, in: panel) != nil }
    }

    /// The rows of a panel in any order.
    private func candidates(of panel: PanelID) -> [PanelItem] {
        switch panel {
        case .alerts: board.alerts.values.map { .alert($0) }
        case .deliveries: board.deliveries.values.map { .delivery($0) }
        default: allItems(of: panel)
        }
    }

    /// Records of others that no panel has shown, oldest first: neither themselves nor in the row of their subject.
    package var unseenEntries: [Entry] {
        guard showsNews, let seen else { return [] }
        return recent.filter { entry in
            guard entry.subject.area.isNews, foreign(entry.index, entry.actor) != nil, entry.index >= seen.oldest,
                !seen.has(entry.index, in: .latest), !seen.has(entry.index, in: .records)
            else { return false }
            guard let list = AppState.list(of: entry.subject.area) else { return true }
            guard list != .watchLog, let trail = board.subject(entry.subject)?.trail else {
                return !seen.has(entry.index, in: list)
            }
            return foreign(trail.last, trail.lastActor).map { !seen.has($0, in: list) } ?? false
        }
    }

    /// For the line of figures, once nobody has been there for a while and until all of it was seen.
    var newsWord: Message? {
        guard showsNews, let seen else { return nil }
        let isAway = seen.lastKey.map { real - $0 > Attention.absence } ?? true
        guard let since = attention.awaySince ?? (isAway ? seen.lastKeyOnBoard : nil) else { return nil }
        let count = unseenEntries.count
        guard count > 0 else { return nil }
        return "\(count) new since \(face.moment(since, now: now))"
    }

    // MARK: Looking

    /// Notes which new rows stand on the screen. Called after each input, when the lists are in line.
    mutating func noteRows(_ visible: [Attention.Row]) {
        guard seen != nil else { return }
        attention.see(mode == .live && !isVisitor && !conceals ? Set(visible) : [], at: real)
    }

    /// The new rows of a panel that stand on the screen.
    func visibleNews(_ items: [PanelItem], in panel: PanelID, rows: Int) -> [Attention.Row] {
        guard showsNews, let mark = markPanel(of: panel) else { return [] }
        return items.dropFirst(lists[panel]?.offset ?? 0).prefix(rows).compactMap { item in
            newRecord(item, in: panel).map { Attention.Row(panel: mark, index: $0) }
        }
    }

    /// A key was pressed: somebody is there, or is back.
    mutating func noteKey() {
        guard let before = seen else { return }
        if before.lastKey.map({ real - $0 > Attention.absence }) ?? true {
            if attention.awaySince == nil { attention.awaySince = before.lastKeyOnBoard }
            attention.shown = attention.shown.mapValues { _ in real }
        }
        seen?.lastKey = real
        seen?.lastKeyOnBoard = liveNow
    }

    /// What has stood on the screen long enough was seen, by the key of a command that does not itself look for news.
    mutating func noteSeen(pressing command: String?) {
        guard seen != nil, showsNews, mode == .live, !Command.looksForNews.contains(command ?? "") else { return }
        let rows = attention.shown.filter { real - $0.value >= Attention.look }.keys
        guard !rows.isEmpty else { return }
        for row in rows {
            seen?.insert(row.index, in: row.panel)
            attention.shown[row] = nil
        }
        settleSeen()
    }

    /// Panels with nothing new are seen as far as the log goes.
    mutating func settleSeen() {
        guard let before = seen else { return }
        for panel in Seen.panels where before.marks[panel].map({ $0.upTo < board.size - 1 }) ?? false {
            // Of the log only a page is here.
            let isHere =
                panel != .records
                || filter.isEmpty && log.entries.last?.index == board.size - 1
                    && log.entries.first.map { $0.index <= (before.marks[panel]?.upTo ?? 0) + 1 } ?? false
            let isLoaded = panel != .watchLog || board.watch.map { histories[$0.name] != nil } ?? true
            if isHere, isLoaded, newCount(in: panel) == 0 { seen?.raise(panel, to: board.size) }
        }
        if unseenEntries.isEmpty { attention.awaySince = nil }
    }

    mutating func seeEverything() -> [Effect] {
        let count = unseenEntries.count
        markAllSeen()
        notice = Notice(
            message: .plural(count, one: "%1 record counts as seen.", other: "%1 records count as seen."),
            isError: false)
        return keepSeen(atOnce: true)
    }

    mutating func markAllSeen() {
        for panel in Seen.panels { seen?.raise(panel, to: board.size) }
        attention.awaySince = nil
        attention.shown = [:]
    }

    // MARK: Going there

    /// To the next row that is new, from panel to panel and around; else to the oldest unseen record, in the log.
    mutating func moveToUnseen() -> [Effect] {
        let rows = panels.flatMap { panel in items(of: panel).map { (panel: panel, item: $0) } }
        let panel = focusedPanel
        let here = rows.firstIndex { $0.panel == panel && $0.item.id == lists[panel]?.anchor } ?? 0
        let new = rows.indices.filter { newRecord(rows[$0].item, in: rows[$0].panel) != nil }
        if let next = new.first(where: { $0 > here }) ?? new.first {
            if let from = attention.awaySince, next <= here || !new.contains(here) {
                notice = Notice(message: "New since \(face.moment(from, now: now)).", isError: false)
            }
            select(rows[next].item.id, in: rows[next].panel)
            return []
        }
        if let oldest = unseenEntries.first { return openLog(at: oldest.index) }
        notice = Notice(message: "Nothing is new: you have seen every record of others.", isError: false)
        return []
    }

    // MARK: Keeping

    /// Takes over what was kept; without it everything there is counts as seen.
    mutating func takeSeen(_ text: String?, size: Int64) {
        let kept = text.flatMap { Seen($0, size: size) }
        var seen = kept ?? Seen(size: size)
        if seen.lastKey == nil {
            // Whoever begins here begins by looking.
            seen.lastKey = real
            seen.lastKeyOnBoard = liveNow
        }
        self.seen = seen
        attention = Attention()
        attention.kept = kept
        attention.keptAt = real
        if kept != nil, !unseenEntries.isEmpty { attention.awaySince = kept?.lastKeyOnBoard }
    }

    /// What is to be kept now: changed marks, at most once a minute.
    mutating func keepSeen(atOnce: Bool = false) -> [Effect] {
        if atOnce || attention.keptAt.map({ real - $0 >= .minutes(1) }) ?? true { settleSeen() }
        guard let seen, seen != attention.kept, atOnce || attention.keptAt.map({ real - $0 >= .minutes(1) }) ?? true
        else { return [] }
        attention.kept = seen
        attention.keptAt = real
        return [.keepSeen(seen)]
    }
}

extension Command {
    /// Commands by which somebody finds out what is new, or turns to others; their keys do not say that it was seen.
    static let looksForNews: Set<String> = ["unseen", "news", "command", "help", "menu", "visitor"]
}
