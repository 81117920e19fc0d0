import Model
import Wording

extension Command {
    /// What others wrote while this officer did not look.
    static let news: [Command] = [
        Command(
            "unseen", "Unseen", "Go to the next row that is new since you last saw its panel", group: .move,
            unless: Obstacles.news
        ) { state, _ in state.moveToUnseen() },
        Command(
            "news", "News", "List what others wrote while you did not look, oldest first", group: .show,
            unless: Obstacles.news
        ) { state, _ in
            let unseen = state.unseenEntries
            guard !unseen.isEmpty else { return state.moveToUnseen() }
            return state.open(PickList(.news(unseen.map(\.index))))
        },
        Command(
            "all-seen", "All seen", "Count everything as seen that is new now", group: .look, unless: Obstacles.news
        ) { state, _ in state.seeEverything() },
    ]
}

extension Obstacles {
    static func news(_ state: AppState) -> Message? {
        if state.isReviewing { return "The past has no news. Esc goes back to now." }
        return state.seen == nil ? "This console does not keep what you have seen." : nil
    }
}
