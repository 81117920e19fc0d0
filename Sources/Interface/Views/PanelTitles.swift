import Model
import Screen
import Wording

extension AppState {
    /// The band title of a panel, and the remark at its right end: always the age of its data.
    func title(of panel: PanelID) -> (Message, Message) {
        switch panel {
        case .deliveries:
            return (
                filtered(.deliveries, board.tally.open(.deliveries))
                    ?? "DELIVERIES \(board.tally.open(.deliveries)), most urgent first", newestAge(.deliveries)
            )
        case .alerts:
            let shelved = board.shelvedAlerts(at: now)
            let open = board.openAlertCount(at: now)
            let title = filtered(.alerts, open) ?? "ALERTS \(open) open"
            guard let first = shelved.first, case .shelved(let until) = first.status(at: now) else {
                return (title, newestAge(.alerts))
            }
            return (
                title,
                "\(board.shelvedAlertCount(at: now)) shelved, first back \(face.clockTime(until)); \(newestAge(.alerts))"
            )
        case .agenda: return ("NEXT, in order of time", "all times \(face.offsetText(now))")
        case .latest: return ("LATEST RECORDS", "learnt (happened), times \(face.offsetText(now))")
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
        case .records: return logTitle
        }
    }

    /// While a filter is on, the title says how many of how many are shown.
    private func filtered(_ panel: PanelID, _ all: Int) -> Message? {
        guard !filter.isEmpty else { return nil }
        let shown = rowCount(of: panel)
        return panel == .alerts ? "ALERTS \(shown) of \(all)" : "DELIVERIES \(shown) of \(all)"
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
        if !filter.isEmpty, panel != .records {
            return "nothing fits “\(filter.text)”; Esc shows all"
        }
        switch panel {
        case .deliveries: return "no delivery is running"
        case .alerts: return "no alert is open"
        case .agenda: return "nothing is due"
        case .latest: return "no records since this console was opened"
        case .watchLog: return board.watch == nil ? "nobody has the watch; :take-watch takes it" : "loading"
        case .timeline: return "loading"
        case .records: return log.isLoading || log.entries.isEmpty && filter.isEmpty ? "loading" : "nothing fits"
        }
    }

    /// Column headings, for panels that have them.
    var deliveryHeadings: [Segment] {
        var segments = [Segment("P", .label, width: 1), Segment(catalogue.text("No"), .label, width: 3)]
        if width >= 110 {
            segments.append(Segment(catalogue.text("Goods"), .label, width: min(34, width / 5)))
            segments.append(Segment(catalogue.text("In"), .label, width: min(26, width / 7)))
        }
        segments.append(Segment(catalogue.text("Where now"), .label))
        segments.append(Segment("", .label, width: 3))
        segments.append(Segment(catalogue.text("Last heard"), .label, width: 14))
        segments.append(Segment(catalogue.text("Next due"), .label, width: 15))
        segments.append(Segment(catalogue.text("Standing"), .label, width: 15))
        return segments
    }
}
