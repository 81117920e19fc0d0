import Interface
import Settings
import Terminal
import Themes
import Wording

extension Console {
    /// Takes a changed configuration over without a restart, and says what changed or what is wrong.
    func adopt(_ outcome: PreferencesKeeper.Outcome) {
        let preferences = config.keeper.preferences
        if !outcome.themes.isEmpty { take(.themes(config.keeper.shelf.cards(at: terminal.depth))) }
        if outcome.keys.contains(.theme) {
            changeTheme(preferences.theme)
        } else if !outcome.themes.isEmpty {
            changeTheme(state.themeName)
        }
        if outcome.keys.contains(.language) { changeLanguage(preferences.language.rawValue) }
        if !outcome.keys.isEmpty {
            take(.preferences(preferences))
            worker.speak(state.face)
            let choice = TerminalChoice(preferences)
            terminal.adopt(
                asciiFrames: choice.usesASCIIFrames, mouse: preferences.usesMouse,
                escapeDelayMilliseconds: preferences.escapeDelayMilliseconds)
            take(.symbols(terminal.asciiOnly ? .ascii : choice.symbols))
            if outcome.keys.contains(.glyphs) { repaint() }
            showTitle()
        }
        if outcome.hasNewKeymap { take(.keymap(config.keeper.keymap)) }
        if outcome.hasNewViews { readViews() }
        guard let news = outcome.news else { return }
        take(outcome.isFault ? .failed(news) : .told(news))
    }

    func showTitle() {
        guard config.keeper.preferences.setsTitle else { return terminal.clearTitle() }
        terminal.setTitle("CARICC", count: titleCount)
    }
}
