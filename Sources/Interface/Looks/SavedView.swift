import Model
import Wording

/// A screen as somebody wants to see it again: what is on it, in which columns and order, and how it is laid out.
package struct SavedView: Equatable, Sendable {
    package let name: String
    package var screen = ScreenID.board
    var panel: PanelID?
    var arrangement = Arrangement.auto
    var isZoomed = false
    var filter = ""
    var subset: Subset?
    var columns: [ListKind: [String]] = [:]
    var orders: [ListKind: ChosenOrder] = [:]

    package init(_ name: String) { self.name = name }

    /// The screens that a view can be of, by their names in the file.
    static let screens: [(word: String, screen: ScreenID)] = [
        ("board", .board), ("alerts", .alerts), ("deliveries", .deliveries), ("watch", .watch), ("log", .log),
        ("directory", .directory),
    ]

    /// Views that every officer has.
    package static let shipped: [SavedView] = {
        var overdue = SavedView("overdue")
        overdue.subset = .overdue
        var mine = SavedView("mine")
        mine.screen = .alerts
        mine.subset = .mine
        var tonight = SavedView("tonight")
        tonight.subset = .tonight
        var next = SavedView("next")
        next.panel = .agenda
        next.isZoomed = true
        var wall = SavedView("wall")
        wall.arrangement = .wall
        return [overdue, mine, tonight, next, wall]
    }()

    /// What a list of views says about it.
    var explanation: Message {
        if let subset { return subset.message }
        if !filter.isEmpty { return "only rows with “\(filter)”" }
        if isZoomed, panel == .agenda { return "NEXT alone, over the whole screen" }
        if arrangement != .auto { return arrangement.message }
        return .verbatim("")
    }

    /// Up to 32 letters, digits, `-` and `_` in any script, so that it can be typed after `:view`.
    static func isName(_ name: String) -> Bool {
        (1...32).contains(name.count) && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
}

extension AppState {
    /// The views of this person, then those that everybody has and that have no namesake.
    var allViews: [SavedView] {
        looks.views + SavedView.shipped.filter { shipped in !looks.views.contains { $0.name == shipped.name } }
    }

    mutating func openView(_ name: String) -> [Effect] {
        guard !name.isEmpty else {
            overlay = .choices(viewChoices)
            return []
        }
        guard let view = allViews.first(where: { $0.name == name }) else {
            return say("There is no view “\(name)”; v lists them.", isError: true)
        }
        looks.arrangement = view.arrangement
        looks.subset = view.subset
        looks.columns = view.columns
        looks.orders = view.orders
        looks.viewName = view.name
        screens = view.screen == .board ? [.board] : [.board, view.screen]
        focus[view.screen] = view.panel
        isZoomed = view.isZoomed
        let searches = setFilter(view.filter)
        return view.screen == .log && !view.filter.isEmpty ? searches : loads()
    }

    mutating func saveView(_ name: String) -> [Effect] {
        guard SavedView.isName(name) else {
            return say("A view needs a name of up to 32 letters and digits, such as :save-view night.", isError: true)
        }
        guard SavedView.screens.contains(where: { $0.screen == screen }) else {
            return say("The page of one subject cannot be kept as a view; open a list first.", isError: true)
        }
        if let fault = looks.viewsFault { return say(fault.message(), isError: true) }
        var view = SavedView(name)
        view.screen = screen
        view.panel = focusedPanel
        view.arrangement = looks.arrangement
        view.isZoomed = isZoomed
        view.filter = filters[screen] ?? ""
        view.subset = looks.subset
        view.columns = looks.columns
        view.orders = looks.orders
        looks.views.removeAll { $0.name == name }
        looks.views.append(view)
        looks.viewName = name
        _ = say("View “\(name)” is kept; v lists them.")
        return [.saveViews(ViewsText.text(of: looks.views))]
    }

    mutating func forgetView(_ name: String) -> [Effect] {
        if let fault = looks.viewsFault { return say(fault.message(), isError: true) }
        guard looks.views.contains(where: { $0.name == name }) else {
            return SavedView.shipped.contains { $0.name == name }
                ? say("“\(name)” comes with the program and stays.", isError: true)
                : say("There is no view “\(name)”; v lists them.", isError: true)
        }
        looks.views.removeAll { $0.name == name }
        _ = say("View “\(name)” is forgotten.")
        return [.saveViews(ViewsText.text(of: looks.views))]
    }

    /// Takes the file of views as it was read; of a file with a fault nothing is used, and nothing overwrites it.
    mutating func takeViews(_ bytes: [UInt8]) {
        let (views, faults) = ViewsText.read(bytes)
        looks.viewsFault = faults.first
        if let fault = faults.first {
            notice = Notice(message: fault.message(), isError: true)
        } else {
            looks.views = views
        }
    }
}
