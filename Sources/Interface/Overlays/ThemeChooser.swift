import Model
import Screen
import Wording

/// The list of themes. The screen behind it is drawn in the theme under the cursor.
package struct ThemeChooser: Equatable, Sendable {
    package internal(set) var query = TextField()
    package internal(set) var list = ListState()
    /// The theme to go back to.
    package let former: String
}

extension AppState {
    /// With a name, changes the colours at once; without one, opens the list of themes.
    mutating func changeTheme(_ argument: String) -> [Effect] {
        guard !argument.isEmpty else { return openThemes() }
        guard let card = themes.first(where: { $0.name == argument }) else {
            let known = themeNames.joined(separator: ", ")
            let guess = Spelling.question(about: argument, among: themeNames) ?? .verbatim("")
            notice = Notice(message: "There is no theme “\(argument)”; there are: \(known). \(guess)", isError: true)
            return []
        }
        guard card.isUsable else {
            notice = Notice(message: card.purpose, isError: true)
            return []
        }
        return [.setTheme(argument)]
    }

    private mutating func openThemes() -> [Effect] {
        var chooser = ThemeChooser(former: themeName)
        let names = fittingThemes(chooser).map(\.name)
        chooser.list.settle(names, height: themeRows)
        chooser.list.select(themeName, of: names, height: themeRows)
        overlay = .themes(chooser)
        return []
    }

    /// The themes whose name or purpose fits what was typed.
    func fittingThemes(_ chooser: ThemeChooser) -> [ThemeCard] {
        let filter = EntryFilter(chooser.query.text)
        return themes.filter { filter.matches(text: "\($0.name) \(catalogue.text($0.purpose))") }
    }

    /// Rows of the list: about half of the screen stays free, because it is the sample.
    var themeRows: Int { max(2, min(themes.count, (height - 6) / 2 - 2)) }

    mutating func take(_ key: Key, in chooser: ThemeChooser) -> [Effect] {
        var chooser = chooser
        let ids = fittingThemes(chooser).map(\.name)
        switch key {
        case .escape:
            overlay = nil
            return themeName == chooser.former ? [] : [.setTheme(chooser.former)]
        case .enter: return keepTheme(chooser)
        case .tab: chooser.list.move(by: 1, of: ids, height: themeRows)
        case .backTab: chooser.list.move(by: -1, of: ids, height: themeRows)
        default:
            let isTyping = !chooser.query.isEmpty
            if let rows = key.rows(page: themeRows, count: ids.count, isTyping: isTyping) {
                chooser.list.move(by: rows, of: ids, height: themeRows)
                break
            }
            guard chooser.query.take(key) else { return [] }
            chooser.list.settle(fittingThemes(chooser).map(\.name), height: themeRows)
        }
        overlay = .themes(chooser)
        return preview(chooser)
    }

    /// Shows the theme under the cursor, and the former one where that cannot be used.
    private func preview(_ chooser: ThemeChooser) -> [Effect] {
        let card = themes.first { $0.name == chooser.list.anchor && $0.isUsable }
        let name = card?.name ?? chooser.former
        return name == themeName ? [] : [.setTheme(name)]
    }

    private mutating func keepTheme(_ chooser: ThemeChooser) -> [Effect] {
        guard let card = themes.first(where: { $0.name == chooser.list.anchor }), card.isUsable else { return [] }
        overlay = nil
        notice = Notice(
            message: "Theme \(card.name) until you leave; --theme \(card.name) begins with it.", isError: false)
        return card.name == themeName ? [] : [.setTheme(card.name)]
    }
}
