import Model
import Screen
import Wording

extension AppState {
    /// The band title of a panel, and the remark at its right end: always the age of its data.
    func title(of panel: PanelID) -> PanelTitle {
        let (lead, remark) = words(of: panel)
        if panel == .facts, case .subject(let name) = screen {
            let standing = standingWord(name)
            return PanelTitle(lead: lead, remark: .verbatim(standing.longest), role: standing.role)
        }
        if let obstacleSince {
            return PanelTitle(lead: lead, remark: "STALE for \(face.age(max(real - obstacleSince, .zero)))", role: .warning)
        }
        return PanelTitle(lead: lead, remark: remark, role: isOld(panel) ? .warning : .dim)
    }

    private func words(of panel: PanelID) -> (Message, Message) {
        switch panel {
        case .deliveries:
            let order = orderText(of: panel) ?? "most urgent first"
            return (
                filtered(.deliveries, board.tally.open(.deliveries))
                    ?? "DELIVERIES \(board.tally.open(.deliveries)), \(order)", newestAge(.deliveries)
            )
        case .alerts: return alertsTitle
        case .agenda:
            return (orderText(of: panel).map { "NEXT, \($0)" } ?? "NEXT, in order of time", "all times \(face.offsetText(now))")
        case .latest:
            let newest = board.newest.map { age($0.learnt) } ?? Convention.noData
            return ("LATEST RECORDS", "newest \(newest) old, times \(face.offsetText(now))")
        case .watchLog:
            guard let watch = board.watch else { return ("LOG OF THE WATCH", "nobody has the watch") }
            return (
                "LOG OF THE WATCH of \(watch.started.officer)",
                "\(watch.noteCount, one: "%1 note", other: "%1 notes"), newest \(age(watch.trail.lastLearnt)) old"
            )
        case .timeline:
            guard case .subject(let name) = screen, let history = histories[name] else {
                return ("TIMELINE", "loading")
            }
            let newest = history.entries.last.map { age($0.learnt) } ?? Convention.noData
            return (
                "TIMELINE, newest first",
                "\(history.entries.count, one: "%1 entry", other: "%1 entries"), newest \(newest) old"
            )
        case .facts: if case .subject(let name) = screen { return (.verbatim(name.text), "") } else { return ("", "") }
        case .records: return logTitle
        }
    }

    private var alertsTitle: (Message, Message) {
        let shelved = board.shelvedAlerts(at: now)
        let open = board.openAlertCount(at: now)
        let plain: Message = "ALERTS \(open) open"
        let title = filtered(.alerts, open) ?? orderText(of: .alerts).map { "\(plain), \($0)" } ?? plain
        guard let first = shelved.first, case .shelved(let until) = first.status(at: now) else {
            return (title, newestAge(.alerts))
        }
        return (
            title,
            "\(board.shelvedAlertCount(at: now)) shelved, first back \(face.clockTime(until)); \(newestAge(.alerts))"
        )
    }

    /// The name of a panel that is not drawn, with what it holds.
    func tabName(of panel: PanelID) -> Message {
        switch panel {
        case .deliveries: "DELIVERIES \(board.tally.open(.deliveries))"
        case .alerts: "ALERTS \(board.openAlertCount(at: now))"
        case .agenda: "NEXT \(rowCount(of: .agenda))"
        case .latest: "LATEST"
        case .watchLog: "WATCH"
        case .timeline, .facts, .records: .verbatim("")
        }
    }

    /// Whether nobody has told anything for so long that it must be said: an hour, while a delivery is on the road.
    private func isOld(_ panel: PanelID) -> Bool {
        guard panel == .deliveries, let newest = board.deliveries.values.map(\.trail.lastLearnt).max() else { return false }
        let isSomeUnderWay = board.deliveries.values.contains { $0.phase(at: now) == .underWay }
        return isSomeUnderWay && now - newest > .hours(1)
    }

    /// While a filter or a view is on, the title says how many of how many are shown.
    private func filtered(_ panel: PanelID, _ all: Int) -> Message? {
        guard looks.subset != nil || !(filters[screen] ?? "").isEmpty else { return nil }
        let shown = rowCount(of: panel)
        let title: Message = panel == .alerts ? "ALERTS \(shown) of \(all)" : "DELIVERIES \(shown) of \(all)"
        return orderText(of: panel).map { "\(title), \($0)" } ?? title
    }

    private var logTitle: (Message, Message) {
        let count: Message = "LOG, \(grouped: board.size) entries"
        if !filter.isEmpty {
            let reach: Message =
                log.isSearchOver
                ? "searched whole" : log.searchedTo.map { "searched back to #\(Int($0))" } ?? "searching"
            return ("\(count), \(log.entries.count) found", reach)
        }
        guard let last = log.entries.last else { return (count, "loading") }
        return (
            count, log.isFollowing ? "following, newest \(age(last.learnt)) old" : "newest here \(age(last.learnt)) old"
        )
    }

    private func newestAge(_ area: Area) -> Message {
        let newest: Instant? =
            switch area {
            case .deliveries: board.deliveries.values.map(\.trail.lastLearnt).max()
            default: board.alerts.values.map(\.trail.lastLearnt).max()
            }
        return newest.map { "newest word \(age($0)) old" } ?? "no word yet"
    }

    private func age(_ instant: Instant) -> String { face.age(max(now - instant, .zero)) }

    /// What an empty panel says, so that it is never mistaken for one that has not loaded.
    func emptyText(of panel: PanelID) -> Message {
        if let text = filters[screen], !text.isEmpty, panel != .records {
            return "nothing fits “\(text)”; Esc shows all"
        }
        if looks.subset != nil, [.deliveries, .alerts].contains(panel) { return "nothing fits this view; Esc shows all" }
        switch panel {
        case .deliveries: return "no delivery is running"
        case .alerts: return "no alert is open"
        case .agenda: return "nothing is due"
        case .latest: return "no records since this console was opened"
        case .watchLog: return board.watch == nil ? "nobody has the watch; :take-watch takes it" : "loading"
        case .timeline, .facts: return "loading"
        case .records: return log.isLoading || log.entries.isEmpty && filter.isEmpty ? "loading" : "nothing fits"
        }
    }
}

/// The words in the band above a panel.
struct PanelTitle {
    let lead: Message
    let remark: Message
    let role: Role
}
