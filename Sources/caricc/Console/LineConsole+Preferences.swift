import Interface
import Settings
import Wording

extension LineConsole {
    /// Takes a changed configuration over without a restart, and says what changed or what is wrong.
    func adopt(_ outcome: PreferencesKeeper.Outcome) throws {
        let preferences = config.keeper.preferences
        if outcome.keys.contains(.language) { try changeLanguage(preferences.language.rawValue) }
        if !outcome.keys.isEmpty {
            try carryOut(session.take(.preferences(preferences)))
            worker.speak(session.state.face)
        }
        guard let news = outcome.news else { return }
        try carryOut(session.take(outcome.isFault ? .failed(news) : .told(news)))
    }
}
