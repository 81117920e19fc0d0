import Model
import Wording

/// Why a file of views cannot be used.
package struct ViewsFault: Error, Equatable, Sendable {
    package enum Problem: Equatable, Sendable {
        case notUnderstood
        case outsideAView
        case unknownKey
        case repeated
        case badName
        case badValue(known: [String])
    }

    /// Counted from 1.
    package let line: Int
    /// The key, the name of the view, or the line itself.
    package let key: String
    package let problem: Problem

    package var message: Message {
        switch problem {
        case .notUnderstood: "views.toml, line \(line): “\(key)” is not understood; mend it, then start again"
        case .outsideAView: "views.toml, line \(line): “\(key)” stands before the first [view.NAME]"
        case .unknownKey: "views.toml, line \(line): “\(key)” is not a key of a view"
        case .repeated: "views.toml, line \(line): “\(key)” stands a second time"
        case .badName: "views.toml, line \(line): “\(key)” cannot be the name of a view"
        case .badValue(let known):
            "views.toml, line \(line), \(key): the value cannot be used; it can be \(known.joined(separator: ", "))"
        }
    }
}

/// The file of saved views: a table `[view.NAME]` for each, with strings, lists of strings, `true` and `false`.
///
/// It reads that part of TOML which it writes, so that each fault can be told with its line and its key.
enum ViewsText {
    // MARK: Writing

    static func text(of views: [SavedView]) -> String {
        var written = ["# Views of the console; kept by :save-view, opened by :view."]
        for view in views {
            written += ["", "[view.\(quoted(view.name))]"]
            let screen = SavedView.screens.first { $0.screen == view.screen }?.word ?? "board"
            written.append("screen = \(quoted(screen))")
            if let panel = view.panel { written.append("panel = \(quoted(panel.rawValue))") }
            written.append("layout = \(quoted(view.arrangement.rawValue))")
            if view.isZoomed { written.append("zoom = true") }
            if !view.filter.isEmpty { written.append("filter = \(quoted(view.filter))") }
            if let subset = view.subset { written.append("only = \(quoted(subset.rawValue))") }
            for list in ListKind.allCases {
                if let columns = view.columns[list] {
                    written.append("columns-\(list.rawValue) = [\(columns.map(quoted).joined(separator: ", "))]")
                }
                if let order = view.orders[list] {
                    let words = order.isReversed ? [order.column, "reverse"] : [order.column]
                    written.append("sort-\(list.rawValue) = [\(words.map(quoted).joined(separator: ", "))]")
                }
            }
        }
        return written.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    // MARK: Reading

    static func views(in text: String) -> Result<[SavedView], ViewsFault> {
        var views: [SavedView] = []
        var seen: Set<String> = []
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = String(raw).trimmingBlanks
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            func fault(_ key: String, _ problem: ViewsFault.Problem) -> Result<[SavedView], ViewsFault> {
                .failure(ViewsFault(line: index + 1, key: key, problem: problem))
            }
            if line.hasPrefix("[") {
                guard let name = tableName(line) else { return fault(line, .notUnderstood) }
                guard SavedView.isName(name) else { return fault(name, .badName) }
                guard !views.contains(where: { $0.name == name }) else { return fault(name, .repeated) }
                views.append(SavedView(name))
                seen = []
                continue
            }
            guard let equals = line.firstIndex(of: "="),
                let value = TomlValue(String(line[line.index(after: equals)...]).trimmingBlanks)
            else { return fault(line, .notUnderstood) }
            let key = String(line[..<equals]).trimmingBlanks
            guard !views.isEmpty else { return fault(key, .outsideAView) }
            guard seen.insert(key).inserted else { return fault(key, .repeated) }
            if let problem = views[views.count - 1].take(value, for: key) { return fault(key, problem) }
        }
        return .success(views)
    }

    private static func tableName(_ line: String) -> String? {
        guard let end = line.lastIndex(of: "]"), TomlValue.isRemark(line[line.index(after: end)...]) else { return nil }
        let path = line[line.index(after: line.startIndex)..<end]
        guard path.hasPrefix("view.") else { return nil }
        let name = String(path.dropFirst(5)).trimmingBlanks
        guard name.hasPrefix("\"") else { return name }
        if case .text(let text)? = TomlValue(name) { return text }
        return nil
    }
}

extension SavedView {
    /// Takes one value of the file; says what is wrong with it.
    fileprivate mutating func take(_ value: TomlValue, for key: String) -> ViewsFault.Problem? {
        if let list = ListKind(rawValue: String(key.drop { $0 != "-" }.dropFirst())) {
            if key.hasPrefix("columns-") { return take(columns: value, of: list) }
            if key.hasPrefix("sort-") { return take(order: value, of: list) }
        }
        switch (key, value) {
        case ("screen", .text(let word)):
            guard let found = SavedView.screens.first(where: { $0.word == word }) else {
                return .badValue(known: SavedView.screens.map(\.word))
            }
            screen = found.screen
        case ("panel", .text(let word)):
            guard let panel = PanelID(rawValue: word) else { return .badValue(known: Plan.wall.panels.map(\.rawValue)) }
            self.panel = panel
        case ("layout", .text(let word)):
            guard let arrangement = Arrangement(rawValue: word) else {
                return .badValue(known: Arrangement.allCases.map(\.rawValue))
            }
            self.arrangement = arrangement
        case ("zoom", .flag(let flag)): isZoomed = flag
        case ("filter", .text(let text)): filter = text
        case ("only", .text(let word)):
            guard let subset = Subset(rawValue: word) else { return .badValue(known: Subset.allCases.map(\.rawValue)) }
            self.subset = subset
        case ("zoom", _): return .badValue(known: ["true", "false"])
        case ("screen", _), ("panel", _), ("layout", _), ("filter", _), ("only", _):
            return .badValue(known: ["\"text\""])
        default: return .unknownKey
        }
        return nil
    }

    private mutating func take(columns value: TomlValue, of list: ListKind) -> ViewsFault.Problem? {
        guard case .list(let ids) = value, !ids.isEmpty, Set(ids).count == ids.count,
            ids.allSatisfy({ list.column($0) != nil })
        else { return .badValue(known: list.columns.map(\.id)) }
        columns[list] = ids
        return nil
    }

    private mutating func take(order value: TomlValue, of list: ListKind) -> ViewsFault.Problem? {
        guard case .list(let words) = value, let id = words.first, list.column(id)?.order != nil,
            words.count == 1 || words.dropFirst() == ["reverse"]
        else { return .badValue(known: list.columns.filter { $0.order != nil }.map(\.id) + ["reverse"]) }
        orders[list] = ChosenOrder(column: id, isReversed: words.count == 2)
        return nil
    }
}
