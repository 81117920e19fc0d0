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
                asciiFrames: choice.usesASCIIFrames, mouse: state.isMouseOn,
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

    /// Copies a text to the file, and to the terminal where that is configured.
    func copy(_ text: String, to notebook: Notebook) {
        let fault = notebook.copy(text)
        let isOffered = config.keeper.preferences.clipboard == .osc52 ? terminal.offerToClipboard(text) : nil
        take(.copied(path: notebook.shownCopyPath, fault: fault, isOffered: isOffered))
    }

    func showTitle() {
        guard config.keeper.preferences.setsTitle else { return terminal.clearTitle() }
        terminal.setTitle("CARICC", count: titleCount)
    }
}
