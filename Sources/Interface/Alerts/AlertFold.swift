import Model

/// In a flood, alerts that say the same are one row; it stands for all of them and opens to all of them.
struct AlertFold {
    /// The most urgent of them.
    let first: Alert
    let all: [SubjectName]
    /// What they have in common.
    let likeness: String
}

extension AppState {
    /// The alerts of the queue with repeats in one row each while a flood goes on.
    func folded(_ alerts: [Alert]) -> [PanelItem] {
        guard !conceals, alerts.count > 1, board.alarmRate.floodSince(at: now) != nil else {
            return alerts.map { .alert($0) }
        }
        let likenesses = alerts.map { withholds($0.name) ? $0.name.text : $0.foldKey ?? $0.name.text }
        var places: [String: [Int]] = [:]
        for (place, likeness) in likenesses.enumerated() { places[likeness, default: []].append(place) }
        return alerts.indices.compactMap { place -> PanelItem? in
            let likeness = likenesses[place]
            guard let group = places[likeness], group.count > 1, !unfolded.contains(likeness) else {
                return .alert(alerts[place])
            }
            guard group.first == place else { return nil }
            return .fold(AlertFold(first: alerts[place], all: group.map { alerts[$0].name }, likeness: likeness))
        }
    }

    /// The row under the cursor where it stands for several.
    var foldUnderCursor: AlertFold? {
        guard focusedPanel == .alerts, let anchor = lists[.alerts]?.anchor, anchor.hasSuffix(PanelItem.foldMark) else {
            return nil
        }
        for case .fold(let fold) in items(of: .alerts) where anchor.hasPrefix(fold.first.name.text) { return fold }
        return nil
    }

    mutating func toggleFold() -> [Effect] {
        if let fold = foldUnderCursor {
            unfolded.insert(fold.likeness)
            let ids = items(of: .alerts).map(\.id)
            lists[.alerts, default: ListState()].select(
                fold.first.name.text, of: ids, height: listHeight(of: .alerts))
        } else {
            unfolded = []
        }
        return []
    }
}
