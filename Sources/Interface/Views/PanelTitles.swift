import Model
import Screen
import Wording

extension AppState {
    /// The band title of a panel, and the remark at its right end: always the age of its data.
    func title(of panel: PanelID) -> PanelTitle {
        var title = words(of: panel)
        if panel == .facts, case .subject(let name) = screen {
            let standing = standingWord(name)
            title.remarks = standing.forms.map { .verbatim($0) }
            title.role = standing.role
            return title
        }
        if plan == .two, screen == .board, panel == looks.second {
            let other = tabName(of: panel == .alerts ? .agenda : .alerts)
            title.leads = title.leads.map { "\($0) (Tab: \(other))" }
        }
        let new = newCount(in: panel)
        // Shorter words for the rest, before how many are new is left out.
        if new > 0 { title.leads = title.leads.map { "\($0), \(new) new" } + title.leads }
        if let obstacleSince {
            title.remarks = ["STALE for \(face.age(max(real - obstacleSince, .zero)))"]
            title.role = .warning
        } else if isOld(panel) {
            title.role = .warning
        }
        return title
    }

    private func words(of panel: PanelID) -> PanelTitle {
        switch panel {
        case .deliveries:
            let count: Message =
                filtered(panel, board.tally.open(.deliveries)) ?? "DELIVERIES \(board.tally.open(.deliveries))"
            return PanelTitle(
                leads: leads(count, orderText(of: panel) ?? "most urgent first", panel), newestAge(.deliveries))
        case .alerts: return alertsTitle
        case .agenda:
            let order: Message = orderText(of: panel) ?? "in order of time"
            return PanelTitle(leads: leads("NEXT", order, panel), "all times \(face.offsetText(now))")
        case .latest:
            let newest = board.newest.map { age($0.learnt) } ?? Convention.noData
            return PanelTitle(
                leads: ["LATEST RECORDS"], "newest \(newest) old, times \(face.offsetText(now))", "newest \(newest) old"
            )
        case .watchLog:
            guard let watch = board.watch else {
                guard case .shift(let last) = board.newestWatch else {
                    return PanelTitle(leads: ["LOG OF THE WATCH"], "nobody has the watch")
                }
                return PanelTitle(
                    leads: ["LOG OF THE LAST WATCH, of \(last.started.officer)", "LOG OF THE LAST WATCH"],
                    "nobody has the watch")
            }
            let newest: Message = "newest \(age(watch.trail.lastLearnt)) old"
            return PanelTitle(
                leads: ["LOG OF THE WATCH of \(watch.started.officer)", "LOG OF THE WATCH"],
                "\(watch.noteCount, one: "%1 note", other: "%1 notes"), \(newest)", newest)
        case .timeline:
            guard case .subject(let name) = screen, let history = histories[name] else {
                return PanelTitle(leads: ["TIMELINE"], "loading")
            }
            let newest: Message = "newest \(history.entries.last.map { age($0.learnt) } ?? Convention.noData) old"
            return PanelTitle(
                leads: leads("TIMELINE", "newest first", panel),
                "\(history.entries.count, one: "%1 entry", other: "%1 entries"), \(newest)", newest)
        case .shelved:
            return PanelTitle(leads: ["SHELVED \(board.shelvedAlertCount(at: now))"], "the first to return first")
        case .preview:
            guard let alert = previewed else { return PanelTitle(leads: [""], .verbatim("")) }
            let standing = standingWord(alert.name)
            var title = PanelTitle(leads: [.verbatim(alert.name.text)])
            title.remarks = standing.forms.map { .verbatim($0) }
            title.role = standing.role
            return title
        case .state: return stateTitle
        case .handover: return handoverTitle
        case .health:
            return PanelTitle(leads: ["ALARM HEALTH"], health.map { "until \(time($0.until))" } ?? "loading")
        case .pastPage:
            let past = pastPage?.past
            return PanelTitle(
                leads: [past.map { "HANDOVER OF \($0.name.text)" } ?? "HANDOVER"],
                past.map { "ended \(time($0.endedAt))" } ?? "loading")
        case .figures:
            return PanelTitle(leads: ["FIGURES"], figures.map { "until \(time($0.until))" } ?? "loading")
        case .facts:
            guard case .subject(let name) = screen else { return PanelTitle(leads: [], .verbatim("")) }
            return PanelTitle(leads: [.verbatim(name.text)], .verbatim(""))
        case .records: return logTitle
        case .officers:
            let active = knownOfficers.count { $0.isActive }
            let on = knownOfficers.count { !$0.sessions.isEmpty }
            return PanelTitle(leads: ["OFFICERS \(active)"], "\(on) signed on")
        case .duty, .onCall, .inForce, .orders: return watchTitle(of: panel)
        case .states, .stateEntries, .lacking, .entryFacts: return directoryTitle(of: panel)
        default: return deliveryTitle(of: panel)
        }
    }

    /// A title with its order, and without it, where nobody chose the order.
    private func leads(_ count: Message, _ order: Message, _ panel: PanelID) -> [Message] {
        orderText(of: panel) == nil ? ["\(count), \(order)", count] : ["\(count), \(order)"]
    }

    private func watchTitle(of panel: PanelID) -> PanelTitle {
        func newest(_ instants: [Instant]) -> Message {
            instants.max().map { "newest word \(age($0)) old" } ?? "no word yet"
        }
        switch panel {
        case .onCall:
            let people = board.onCall(at: now)
            let wakeable = board.whoToWake(for: 1, at: now).count
            return PanelTitle(
                leads: ["WHOM TO CALL \(people.count)"],
                "\(wakeable) may be woken for priority 1, \(newest(people.map(\.trail.lastLearnt)))",
                newest(people.map(\.trail.lastLearnt)))
        case .inForce:
            let all = board.arrangementsInForce(at: now)
            let overdue = all.count { $0.isOverdue(at: now) }
            let age = newest(all.map(\.trail.lastLearnt))
            var title = PanelTitle(
                leads: ["IN FORCE FOR A WHILE \(all.count)", "IN FORCE \(all.count)"],
                overdue > 0 ? "\(overdue) OVERDUE, \(age)" : age, overdue > 0 ? "\(overdue) OVERDUE" : age)
            if overdue > 0 { title.role = .warning }
            return title
        case .orders:
            let all = board.ordersInForce(at: now)
            let own = board.ordersToRead(by: officer, at: now).count
            let age = newest(all.map(\.trail.lastLearnt))
            var title = PanelTitle(
                leads: ["STANDING ORDERS \(all.count)", "ORDERS \(all.count)"],
                own > 0 ? "\(own) NOT SIGNED by you, \(age)" : age, own > 0 ? "\(own) NOT SIGNED" : age)
            if own > 0 { title.role = .warning }
            return title
        default:
            let next: Message? = board.nextOnWatch(at: now).map {
                "next \($0.officer) \(face.moment($0.at, now: now))"
            }
            let times: Message = "times \(face.offsetText(now))"
            return PanelTitle(
                leads: ["WHO HAS THE WATCH", "WATCH"], next.map { "\($0), \(times)" } ?? times, next ?? times)
        }
    }

    private var alertsTitle: PanelTitle {
        let open = board.openAlertCount(at: now)
        if let since = board.alarmRate.floodSince(at: now), !conceals {
            let flood: Message =
                "FLOOD since \(face.moment(since, now: now)): \(board.alarmRate.count(at: now)) in 10 min, repeats folded"
            var title = PanelTitle(
                leads: ["ALERTS \(open) open"], flood, "FLOOD since \(face.moment(since, now: now))", "FLOOD")
            title.role = .warning
            return title
        }
        let all = open
        let plain: Message = filtered(.alerts, all) ?? "ALERTS \(open) open"
        let lead = orderText(of: .alerts).map { "\(plain), \($0)" } ?? plain
        let shelved = board.shelvedAlertCount(at: now)
        let newest = newestAge(.alerts)
        guard screen != .alerts || conceals, let first = board.shelvedAlerts(at: now).first,
            case .shelved(let until) = first.status(at: now)
        else {
            return PanelTitle(leads: [lead], newest)
        }
        let back = face.moment(until, now: now)
        return PanelTitle(
            leads: [lead], "\(shelved) shelved, first back \(back); \(newest)", "\(shelved) shelved; \(newest)", newest)
    }

    /// The name of a panel that is not drawn, with what it holds.
    func tabName(of panel: PanelID) -> Message {
        switch panel {
        case .deliveries: "DELIVERIES \(board.tally.open(.deliveries))"
        case .alerts: "ALERTS \(board.openAlertCount(at: now))"
        case .agenda: "NEXT \(rowCount(of: .agenda))"
        case .latest: "LATEST"
        case .watchLog: screen == .watch ? "LOG" : "WATCH"
        case .duty: "TURNS"
        case .onCall: "CALL \(board.onCall(at: now).count)"
        case .inForce: "IN FORCE \(board.arrangements.count)"
        case .orders: "ORDERS \(board.ordersInForce(at: now).count)"
        case .shelved: "SHELVED \(board.shelvedAlertCount(at: now))"
        case .facts, .records, .officers, .preview, .health, .pastPage, .figures, .states, .stateEntries, .lacking,
            .entryFacts, .state, .handover:
            .verbatim("")
        default: panel.tab
        }
    }

    /// Whether nobody has told anything for so long that it must be said: an hour, while a delivery is on the road.
    private func isOld(_ panel: PanelID) -> Bool {
        guard panel == .deliveries, let newest = board.deliveries.values.map(\.trail.lastLearnt).max() else {
            return false
        }
        let isSomeUnderWay = board.deliveries.values.contains { $0.phase(at: now) == .underWay }
        return isSomeUnderWay && now - newest > .hours(1)
    }

    /// While a filter or a view is on, the title says how many of how many are shown.
    private func filtered(_ panel: PanelID, _ all: Int) -> Message? {
        guard looks.subset != nil || !filter.isEmpty else { return nil }
        let shown = rowCount(of: panel)
        return panel == .alerts ? "ALERTS \(shown) of \(all)" : "DELIVERIES \(shown) of \(all)"
    }

    private var logTitle: PanelTitle {
        let count: Message = "LOG, \(grouped: board.size) entries"
        if !filter.isEmpty {
            let reach: Message =
                log.isSearchOver
                ? "searched whole" : log.searchedTo.map { "searched back to #\(Int($0))" } ?? "searching"
            return PanelTitle(leads: ["\(count), \(log.entries.count) found", "\(log.entries.count) found"], reach)
        }
        guard let last = log.entries.last else { return PanelTitle(leads: [count], "loading") }
        let newest = age(last.learnt)
        return PanelTitle(
            leads: [count], log.isFollowing ? "following, newest \(newest) old" : "newest here \(newest) old")
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
        if looks.subset != nil, [.deliveries, .alerts].contains(panel) {
            return "nothing fits this view; Esc shows all"
        }
        switch panel {
        case .deliveries: return "no delivery is running"
        case .alerts: return "no alert is open"
        case .agenda: return "nothing is due"
        case .officers: return "no officer is enrolled; the desk signs for everybody"
        case .latest: return "no records since this console was opened"
        case .watchLog: return shownWatch == nil ? "nobody has the watch; :take-watch takes it" : "loading"
        case .duty: return "nobody has the watch; :take-watch takes it"
        case .onCall: return "nobody is on call; :on-call puts somebody on the list"
        case .inForce: return "nothing holds for a while; :order and :arrange write it down"
        case .orders: return "no standing order is in force"
        case .handover: return handoverEmptyText
        case .shelved: return "nothing is on the shelf"
        case .preview: return "no alert is open"
        case .stateEntries: return "nothing is entered; :new-entry begins an entry"
        case .lacking: return "nothing is lacking"
        case .timeline, .facts, .health, .pastPage, .figures, .states, .entryFacts, .state: return "loading"
        case .records: return log.isLoading || log.entries.isEmpty && filter.isEmpty ? "loading" : "nothing fits"
        default: return "nothing is known yet"
        }
    }
}

/// The words in the band above a panel, each in forms from the longest to the shortest.
struct PanelTitle {
    var leads: [Message]
    var remarks: [Message]
    var role = Role.dim

    init(leads: [Message], _ remarks: Message...) {
        self.leads = leads
        self.remarks = remarks
    }
}
