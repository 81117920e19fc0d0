import Model
import Wording

extension Command {
    static let directory = Command(
        "directory", "Directory", "Whom to call, where to cross, what each State asks; with the age of each entry",
        group: .show, argument: .text
    ) { state, argument in state.openDirectory(argument) }

    static let directoryActs: [Command] = [
        Command(
            "verify-entry", "Verify", "Write that you asked, and the entry of the directory is right", group: .act,
            unless: Obstacles.directoryEntry
        ) { state, _ in
            state.selectedItem.map { state.ask(.verifyEntry($0, by: state.ownName), answers: []) } ?? []
        },
        Command(
            "set-entry", "Edit", "Change what the entry of the directory says", group: .act,
            unless: Obstacles.directoryEntry
        ) { state, _ in state.selectedItem.map { state.ask(.setEntry($0), answers: []) } ?? [] },
        Command(
            "new-entry", "New", "Begin an entry of the directory", group: .act, argument: .text,
            unless: Obstacles.reading
        ) { state, argument in
            let sort = DirectorySort(rawValue: argument.headAndRest.0)
            return state.ask(.beginEntry(state.directory, state: state.selectedState, sort: sort), answers: [])
        },
        Command(
            "standing", "Standing", "Write that a crossing is open or closed, or an officer on call, and who says so",
            group: .act, unless: Obstacles.standing
        ) { state, _ in state.selectedItem.map { state.ask(.reportStanding($0), answers: []) } ?? [] },
        Command(
            "retire-entry", "Retire", "Take the entry out of the directory; what it said stays in the log",
            group: .act, unless: Obstacles.directoryEntry
        ) { state, _ in state.selectedItem.map { state.ask(.retireEntry($0), answers: []) } ?? [] },
    ]
}

extension AppState {
    /// In the directory some keys do what an entry needs in place of what they do elsewhere.
    static let onDirectory: [String: String] = [
        "ack": "verify-entry", "note": "set-entry", "new": "new-entry", "arrange": "standing", "close": "retire-entry",
    ]

    /// The entry that a command acts on.
    var selectedItem: DirectoryItem? {
        guard focusedPanel != .states else { return nil }
        return selectedEntryKey.flatMap { directory[$0] }
    }
}

extension Obstacles {
    static func directoryEntry(_ state: AppState) -> Message? {
        reading(state)
            ?? (state.selectedItem == nil
                ? "No entry of the directory is selected; open a State in the directory, and choose one." : nil)
    }

    static func standing(_ state: AppState) -> Message? {
        if let reason = directoryEntry(state) { return reason }
        return state.selectedItem?.key.sort.standings.isEmpty == false
            ? nil
            : "Nothing is open or closed about this entry; choose a crossing, an office, a unit or a liaison officer."
    }
}
