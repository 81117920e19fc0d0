import Model

/// What a row of a list is about, before it is put into words: enough to count the rows and to find the cursor's.
enum PanelItem {
    case delivery(Delivery)
    case alert(Alert)
    /// Alerts that say the same, in one row.
    case fold(AlertFold)
    case agenda(AgendaItem)
    /// An entry, with its subject where the list has several, and struck through where it was withdrawn.
    case entry(Entry, withSubject: Bool, isStruck: Bool)
    /// Records of one import, shown as one line.
    case run(SeizureRun)
    /// A row of a panel about the watch.
    case line(WatchLine)
    /// A line of the facts of a subject's page.
    case fact(Int, [Segment])
    case officer(Officer)

    /// Stays the same while the row is there, wherever it moves.
    var id: String {
        switch self {
        case .delivery(let delivery): delivery.name.text
        case .alert(let alert): alert.name.text
        case .fold(let fold): fold.first.name.text + PanelItem.foldMark
        case .agenda(let item): item.id
        case .entry(let entry, _, _): "#\(entry.index)"
        case .run(let run): "#\(run.first.index)"
        case .line(let line): line.id
        case .fact(let line, _): "fact \(line)"
        case .officer(let officer): officer.name.text
        }
    }

    /// What the id of a row that stands for several ends with.
    static let foldMark = " fold"

    /// The entry that a row's id names; nil for a row that is about a subject.
    static func entryNumber(of id: String) -> Int64? { id.hasPrefix("#") ? Int64(id.dropFirst()) : nil }
}

extension PanelItem {
    /// The alert that a row is about: of several, the most urgent.
    var alert: Alert? {
        switch self {
        case .alert(let alert): alert
        case .fold(let fold): fold.first
        default: nil
        }
    }
}

extension AppState {
    /// The items of a panel after the filter, in the order in which they are shown.
    func items(of panel: PanelID) -> [PanelItem] {
        let items = inChosenOrder(allItems(of: panel), panel)
        guard let filter = rowFilter(of: panel) else { return items }
        if [.pastPage, .figures].contains(panel) { return facts(items, fitting: filter) }
        return items.filter { fits($0, filter) }
    }

    /// How many rows a panel has after the filter.
    func rowCount(of panel: PanelID) -> Int {
        guard rowFilter(of: panel) == nil, looks.subset == nil else { return items(of: panel).count }
        switch panel {
        case .deliveries: return board.deliveries.count
        case .alerts: return allItems(of: panel).count
        default: return allItems(of: panel).count
        }
    }

    /// How many rows there are in all, loaded or not: the log screen holds one page of a log of any length.
    func totalCount(of panel: PanelID, loaded: Int) -> Int {
        panel == .records && filter.isEmpty ? max(loaded, Int(board.size)) : loaded
    }

    /// The log screen's filter is a search of its own over the whole log.
    private func rowFilter(of panel: PanelID) -> EntryFilter? {
        // NEXT is never thinned out: what is due is due.
        guard
            ![.records, .agenda, .facts, .preview, .health, .entryFacts, .state, .handover]
                .contains(panel),
            !panel.isOfDelivery, filters[screen]?.isEmpty == false
        else {
            return nil
        }
        let filter = self.filter
        return filter.isEmpty ? nil : filter
    }

    func allItems(of panel: PanelID) -> [PanelItem] {
        switch panel {
        case .deliveries:
            return board.deliveriesInOrder(at: now).filter { isWanted($0) }.map { .delivery($0) }
        case .alerts:
            return folded(board.alertsInOrder(at: now).filter { isWanted($0) })
        case .shelved: return board.shelvedAlerts(at: now).filter { isWanted($0) }.map { .alert($0) }
        case .preview: return previewLines.enumerated().map { .fact($0.offset, $0.element) }
        case .state: return stateLines.enumerated().map { .fact($0.offset, $0.element) }
        case .health: return healthLines.enumerated().map { .fact($0.offset, $0.element) }
        case .pastPage: return pastLines.enumerated().map { .fact($0.offset, $0.element) }
        case .figures: return figuresLines.enumerated().map { .fact($0.offset, $0.element) }
        case .agenda:
            // Of what is withheld not even an hour is said.
            return board.agenda(at: now, for: ownOfficer).filter { !withholds($0.subject) }.map { .agenda($0) }
        case .latest: return latestItems
        case .watchLog: return shownWatch.map { timeline(of: $0) } ?? []
        case .duty: return dutyItems
        case .onCall: return onCallItems
        case .inForce: return inForceItems
        case .orders: return orderItems
        case .handover: return handoverItems
        case .timeline: if case .subject(let name) = screen { return timeline(of: name) } else { return [] }
        case .records: return log.entries.map { .entry($0, withSubject: true, isStruck: withdrawn.contains($0.index)) }
        case .officers: return knownOfficers.map { .officer($0) }
        case .states: return stateItems
        case .stateEntries: return entryItems
        case .lacking: return lackingItems
        case .entryFacts: return entryLines.enumerated().map { .fact($0.offset, $0.element) }
        case .facts: return factLines.enumerated().map { .fact($0.offset, $0.element) }
        default: return deliveryItems(panel)
        }
    }

    /// The entries of a subject with what was decided about it elsewhere, newest first.
    func timeline(of name: SubjectName) -> [PanelItem] {
        guard let history = histories[name] else { return [] }
        var entries = history.entries
        var withdrawn = history.withdrawn
        // A decision of this watch stands on the page of what it is about, too.
        if name != shownWatch, let watch = shownWatch.flatMap({ histories[$0] }) {
            entries += watch.entries.filter { $0.isDecision(about: name) }
            withdrawn.formUnion(watch.withdrawn)
            entries.sort { $0.index < $1.index }
        }
        let joined = joinedEntries(of: name)
        if !joined.isEmpty {
            entries = (entries + joined).sorted { $0.index < $1.index }
            return entries.reversed().map { .entry($0, withSubject: true, isStruck: withdrawn.contains($0.index)) }
        }
        return entries.reversed().map { .entry($0, withSubject: false, isStruck: withdrawn.contains($0.index)) }
    }
}

extension Entry {
    fileprivate func isDecision(about name: SubjectName) -> Bool {
        if case .shift(.decided(let decision)) = event { decision.about == name } else { false }
    }
}
