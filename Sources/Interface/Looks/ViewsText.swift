import Settings
import Wording

/// The file of saved views: a table `[view.NAME]` for each, with strings, lists of strings, `true` and `false`.
package enum ViewsText {
    static let file = "views.toml"

    // MARK: Writing

    static func text(of views: [SavedView]) -> String {
        var written = ["# Views of the console; kept by :save-view, opened by :view."]
        for view in views {
            written += ["", "[view.\(SettingValue.word(view.name).toml)]"]
            let screen = SavedView.screens.first { $0.screen == view.screen }?.word ?? "board"
            written.append("screen = \(SettingValue.word(screen).toml)")
            if let panel = view.panel { written.append("panel = \(SettingValue.word(panel.rawValue).toml)") }
            written.append("layout = \(SettingValue.word(view.arrangement.rawValue).toml)")
            if view.isZoomed { written.append("zoom = true") }
            if !view.filter.isEmpty { written.append("filter = \(SettingValue.word(view.filter).toml)") }
            if let subset = view.subset { written.append("only = \(SettingValue.word(subset.rawValue).toml)") }
            for list in ListKind.allCases {
                if let columns = view.columns[list] {
                    written.append("columns-\(list.rawValue) = \(SettingValue.list(columns).toml)")
                }
                if let order = view.orders[list] {
                    let words = order.isReversed ? [order.column, "reverse"] : [order.column]
                    written.append("sort-\(list.rawValue) = \(SettingValue.list(words).toml)")
                }
            }
        }
        return written.joined(separator: "\n") + "\n"
    }

    // MARK: Reading

    /// The views of a file, and everything that is wrong in it, in the order of the lines.
    static func read(_ bytes: [UInt8]) -> (views: [SavedView], faults: [ViewsFault]) {
        do throws(SettingsFault) {
            let tables = try NamedTables(of: "view", reading: bytes, file: file)
            return read(tables)
        } catch {
            return ([], [.file(error)])
        }
    }

    /// What is wrong in a file of views, in the order of the lines.
    package static func faults(in bytes: [UInt8]) -> [ViewsFault] { read(bytes).faults }

    private static func read(_ tables: NamedTables) -> (views: [SavedView], faults: [ViewsFault]) {
        var views: [SavedView] = []
        var faults = tables.strays.map { ($0.line, $0.key, ViewsFault.Problem.outsideAView) }
        for table in tables.tables {
            let path = "view.\(table.name)"
            if !SavedView.isName(table.name) { faults.append((table.line, path, .badName)) }
            var view = SavedView(table.name)
            for entry in table.entries {
                guard let problem = view.take(entry.value, for: entry.key) else { continue }
                faults.append((entry.line, "\(path).\(entry.key)", problem))
            }
            views.append(view)
        }
        faults.sort { ($0.0, $0.1) < ($1.0, $1.1) }
        return (views, faults.map { .entry($1, line: $0, $2) })
    }
}

extension SavedView {
    private static let keys =
        ["screen", "panel", "layout", "zoom", "filter", "only"]
        + ["columns", "sort"].flatMap { word in ListKind.allCases.map { "\(word)-\($0.rawValue)" } }

    /// Takes one value of the file; says what is wrong with it.
    fileprivate mutating func take(_ value: SettingValue?, for key: String) -> ViewsFault.Problem? {
        if let list = ListKind(rawValue: String(key.drop { $0 != "-" }.dropFirst())) {
            if key.hasPrefix("columns-") { return take(columns: value, of: list) }
            if key.hasPrefix("sort-") { return take(order: value, of: list) }
        }
        switch (key, value) {
        case ("screen", .word(let word)):
            guard let found = SavedView.screens.first(where: { $0.word == word }) else {
                return .badValue(known: SavedView.screens.map(\.word))
            }
            screen = found.screen
        case ("panel", .word(let word)):
            guard let panel = PanelID(rawValue: word) else { return .badValue(known: Plan.wall.panels.map(\.rawValue)) }
            self.panel = panel
        case ("layout", .word(let word)):
            guard let arrangement = Arrangement(rawValue: word) else {
                return .badValue(known: Arrangement.allCases.map(\.rawValue))
            }
            self.arrangement = arrangement
        case ("zoom", .flag(let flag)): isZoomed = flag
        case ("filter", .word(let text)): filter = text
        case ("only", .word(let word)):
            guard let subset = Subset(rawValue: word) else { return .badValue(known: Subset.allCases.map(\.rawValue)) }
            self.subset = subset
        case ("zoom", _): return .badValue(known: ["true", "false"])
        case ("screen", _), ("panel", _), ("layout", _), ("filter", _), ("only", _):
            return .badValue(known: ["\"text\""])
        default: return .unknownKey(nearest: Spelling.nearest(to: key, among: SavedView.keys))
        }
        return nil
    }

    private mutating func take(columns value: SettingValue?, of list: ListKind) -> ViewsFault.Problem? {
        guard case .list(let ids) = value, !ids.isEmpty, Set(ids).count == ids.count,
            ids.allSatisfy({ list.column($0) != nil })
        else { return .badValue(known: list.columns.map(\.id)) }
        columns[list] = ids
        return nil
    }

    private mutating func take(order value: SettingValue?, of list: ListKind) -> ViewsFault.Problem? {
        guard case .list(let words) = value, let id = words.first, list.column(id)?.order != nil,
            words.count == 1 || words.dropFirst() == ["reverse"]
        else { return .badValue(known: list.columns.filter { $0.order != nil }.map(\.id) + ["reverse"]) }
        orders[list] = ChosenOrder(column: id, isReversed: words.count == 2)
        return nil
    }
}
