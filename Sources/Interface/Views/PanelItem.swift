import Model

/// What a row of a list is about, before it is put into words: enough to count the rows and to find the cursor's.
enum PanelItem {
    case delivery(Delivery)
    case alert(Alert)
    case agenda(AgendaItem)
    /// An entry, with its subject where the list has several, and struck through where it was withdrawn.
    case entry(Entry, withSubject: Bool, isStruck: Bool)

    /// Stays the same while the row is there, wherever it moves.
    var id: String {
        switch self {
        case .delivery(let delivery): delivery.name.text
        case .alert(let alert): alert.name.text
        case .agenda(let item): "\(item.subject.text) \(item.instant.milliseconds) \(item.matter.message.key)"
        case .entry(let entry, _, _): "#\(entry.index)"
        }
    }

    /// The entry that a row's id names; nil for a row that is about a subject.
    static func entryNumber(of id: String) -> Int64? { id.hasPrefix("#") ? Int64(id.dropFirst()) : nil }
}

extension AppState {
    /// The items of a panel after the filter, in the order in which they are shown.
    func items(of panel: PanelID) -> [PanelItem] {
        let items = allItems(of: panel)
        guard let filter = rowFilter(of: panel) else { return items }
        return items.filter { fits($0, filter) }
    }

    /// How many rows a panel has after the filter.
    func rowCount(of panel: PanelID) -> Int {
        guard rowFilter(of: panel) == nil else { return items(of: panel).count }
        switch panel {
        case .deliveries: return board.deliveries.count
        case .alerts where screen == .alerts: return board.alerts.count
        case .alerts:
            return board.alerts.values.count { if case .shelved = $0.status(at: now) { false } else { true } }
        default: return allItems(of: panel).count
        }
    }

    /// The log screen's filter is a search of its own over the whole log.
    private func rowFilter(of panel: PanelID) -> EntryFilter? {
        // NEXT is never thinned out: what is due is due.
        guard ![.records, .agenda].contains(panel), filters[screen]?.isEmpty == false else { return nil }
        let filter = self.filter
        return filter.isEmpty ? nil : filter
    }

    func allItems(of panel: PanelID) -> [PanelItem] {
        switch panel {
        case .deliveries: board.deliveriesInOrder(at: now).map { .delivery($0) }
        case .alerts:
            (board.alertsInOrder(at: now) + (screen == .alerts ? board.shelvedAlerts(at: now) : [])).map { .alert($0) }
        case .agenda: board.agenda(at: now).map { .agenda($0) }
        case .latest:
            recent.reversed().filter { $0.subject.area != .exercises }.map {
                .entry($0, withSubject: true, isStruck: false)
            }
        case .watchLog: board.watch.map { timeline(of: $0.name) } ?? []
        case .timeline: if case .subject(let name) = screen { timeline(of: name) } else { [] }
        case .records: log.entries.map { .entry($0, withSubject: true, isStruck: false) }
        }
    }

    private func timeline(of name: SubjectName) -> [PanelItem] {
        guard let history = histories[name] else { return [] }
        return history.entries.reversed().map {
            .entry($0, withSubject: false, isStruck: history.withdrawn.contains($0.index))
        }
    }
}
