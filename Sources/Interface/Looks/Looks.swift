import Model
import Wording

/// How the lists and panels are shown, as one person chose it.
package struct Looks: Equatable, Sendable {
    package internal(set) var arrangement = Arrangement.auto
    /// What stands beside the deliveries where there are two panels.
    var second = PanelID.alerts
    /// The ids of the columns that were chosen, in their order; standard ones where nothing was.
    package internal(set) var columns: [ListKind: [String]] = [:]
    package internal(set) var orders: [ListKind: ChosenOrder] = [:]
    package internal(set) var subset: Subset?
    /// The views that this person keeps.
    package internal(set) var views: [SavedView] = []
    /// Why the file of views cannot be used; it is left as it is until somebody mends it.
    package internal(set) var viewsFault: ViewsFault?
    /// The view that was opened last, while nothing of it was changed.
    package internal(set) var viewName: String?
}

/// An order of rows that somebody asked for.
package struct ChosenOrder: Equatable, Sendable {
    package let column: String
    package let isReversed: Bool
}

/// A part of what is open that officers ask for again and again. NEXT stays whole in all of them.
package enum Subset: String, CaseIterable, Equatable, Sendable {
    /// What is late, silent, over its window or not acknowledged.
    case overdue
    /// What this officer took over or wrote about first.
    case mine
    /// What came or is due within the watch.
    case tonight

    package var message: Message {
        switch self {
        case .overdue: "only what is late, silent or not acknowledged"
        case .mine: "only what I have taken over"
        case .tonight: "only what came or is due in this watch"
        }
    }
}

extension AppState {
    func isWanted(_ delivery: Delivery) -> Bool {
        switch looks.subset {
        case nil: return true
        case .overdue: return delivery.isTroubled(at: now)
        // Nobody takes a delivery over: each is everybody's on watch.
        case .mine: return true
        case .tonight:
            return delivery.trail.lastLearnt >= watchBegan || (delivery.reportDue ?? .distantFuture) <= watchEnds
                || (delivery.currentLeg?.until ?? .distantFuture) <= watchEnds
        }
    }

    func isWanted(_ alert: Alert) -> Bool {
        switch looks.subset {
        case nil: return true
        case .overdue:
            if case .shelved = alert.status(at: now) { return false }
            return alert.status(at: now) == .unacknowledged || (alert.due ?? .distantFuture) < now
        case .mine:
            return alert.inCharge == officer || alert.acknowledgement?.by == officer || alert.shelf?.by == officer
                || alert.offer?.to == officer
        case .tonight: return alert.trail.lastLearnt >= watchBegan || (alert.due ?? .distantFuture) <= watchEnds
        }
    }

    private var watchBegan: Instant { board.watch?.from ?? now - .hours(12) }
    private var watchEnds: Instant { board.watch.map { max($0.started.until, now) } ?? now + .hours(12) }

    // MARK: Order

    /// The items in the order that was asked for. What is urgent now stays on top: alerts of priority 1 that nobody has
    /// acknowledged, and deliveries of priority 1 in trouble.
    func inChosenOrder(_ items: [PanelItem], _ panel: PanelID) -> [PanelItem] {
        guard let list = panel.list, list != .log, let order = looks.orders[list],
            let key = list.column(order.column)?.order
        else { return items }
        let keys = items.map { key(self, $0) }
        let top = items.map { isAtTheTop($0) }
        return items.indices.sorted { a, b in
            if top[a] != top[b] { return top[a] }
            if keys[a] == keys[b] || top[a] { return a < b }
            // What has no key stays last either way.
            if keys[a] == .none || keys[b] == .none { return keys[b] == .none }
            return order.isReversed ? keys[a] > keys[b] : keys[a] < keys[b]
        }.map { items[$0] }
    }

    private func isAtTheTop(_ item: PanelItem) -> Bool {
        switch item {
        case .fold(let fold): fold.first.priority == 1 && fold.first.isPressing(at: now)
        case .alert(let alert): alert.priority == 1 && alert.isPressing(at: now)
        case .delivery(let delivery): delivery.opened.priority == 1 && delivery.isTroubled(at: now)
        default: false
        }
    }

    /// By what a list is sorted, when not by urgency.
    func orderText(of panel: PanelID) -> Message? {
        guard let list = panel.list, let order = looks.orders[list], let column = list.column(order.column) else {
            return nil
        }
        let name = column.heading
        return order.isReversed ? "by “\(name)” reversed, priority 1 first" : "by “\(name)”, priority 1 first"
    }

    mutating func sort(_ argument: String) -> [Effect] {
        let words = argument.split(separator: " ").map { $0.lowercased() }
        guard let list = focusedPanel.list, list != .log else {
            return say("Records stay in the order of the log.", isError: true)
        }
        guard let first = words.first else {
            looks.orders[list] = nil
            return say("Most urgent first again.")
        }
        guard let column = list.column(first), column.order != nil else {
            let known = list.columns.filter { $0.order != nil }.map(\.id).joined(separator: ", ")
            return say("There is no column “\(first)” to sort by here; there are: \(known).", isError: true)
        }
        guard words.count == 1 || words.count == 2 && words[1] == "reverse" else {
            return say("After the column only “reverse” can follow.", isError: true)
        }
        looks.orders[list] = ChosenOrder(column: column.id, isReversed: words.count == 2)
        looks.viewName = nil
        return []
    }

    // MARK: Layout

    mutating func arrange(_ argument: String) -> [Effect] {
        let all = Arrangement.allCases
        let next = all[((all.firstIndex(of: looks.arrangement) ?? 0) + 1) % all.count]
        guard let chosen = argument.isEmpty ? next : Arrangement(rawValue: argument.lowercased()) else {
            return say(
                "There is no layout “\(argument)”; there are: \(all.map(\.rawValue).joined(separator: ", ")).",
                isError: true)
        }
        looks.arrangement = chosen
        looks.viewName = nil
        isZoomed = false
        if chosen == .wall, Plan(.wall, layout) != .wall {
            return loads()
                + say("The wall needs a window of 132x40; this one has \(width)x\(height) and shows what fits.")
        }
        return loads() + say("Layout of the board: \(chosen.rawValue), \(chosen.message).")
    }

    /// Sets the layout from outside, as the configuration wants it.
    package mutating func arrange(_ arrangement: Arrangement) {
        looks.arrangement = arrangement
        settleLists()
    }

    mutating func say(_ message: Message, isError: Bool = false) -> [Effect] {
        notice = Notice(message: message, isError: isError)
        return []
    }

    var selectedRun: SeizureRun? {
        guard focusedPanel == .latest, let anchor = lists[.latest]?.anchor else { return nil }
        for case .run(let run) in latestItems where PanelItem.run(run).id == anchor { return run }
        return nil
    }

    /// What completes the words of the commands of this file.
    func looksWords(for argument: Command.ArgumentKind) -> [String] {
        switch argument {
        case .layout: Arrangement.allCases.map(\.rawValue)
        case .sort: (focusedPanel.list.map(\.columns) ?? []).filter { $0.order != nil }.map(\.id) + ["reverse"]
        case .columns: ListKind.allCases.map(\.rawValue)
        case .view: allViews.map(\.name)
        case .ownView: looks.views.map(\.name)
        default: []
        }
    }
}
