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
    /// When what is known here came before the watch: on the board, and among the latest records.
    private var arrivalTimes: [Instant] {
        let board = liveBoard ?? self.board
        var times: [Int64: Instant] = [:]
        for entry in recent where entry.learnt > now - .hours(24) {
            let isArrival =
                entry.kind == AlertRaised.kind
                || entry.kind == MessageFiled.kind
                    && entry.body["direction"]?.string == MessageDirection.received.rawValue
            if isArrival { times[entry.index] = entry.learnt }
        }
        for alert in board.alerts.values where alert.trail.lastLearnt > now - .hours(24) {
            for message in alert.thread.messages where message.direction == .received {
                times[message.entry] = message.learnt
            }
        }
        return Array(times.values)
    }

    /// How many came in the last ten minutes, and since when that is a flood; nil where it is none.
    var alarmRate: (lastTenMinutes: Int, floodSince: Instant?) {
        let times = arrivalTimes
        let last = times.count { $0 > now - AlarmFlood.window && $0 <= now }
        return (last, times.count > AlarmFlood.begins ? AlarmFlood.since(times, at: now) : nil)
    }

    /// The alerts of the queue with repeats in one row each while a flood goes on.
    func folded(_ alerts: [Alert]) -> [PanelItem] {
        guard !conceals, alerts.count > 1, alarmRate.floodSince != nil else { return alerts.map { .alert($0) } }
        let likenesses = alerts.map { withholds($0.name) ? $0.name.text : $0.likeness }
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
