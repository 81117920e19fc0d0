import Model
import Wording

extension Command {
    /// What finds, marks and takes along.
    static let finding: [Command] = [
        Command(
            "find", "Find", "Show only rows that fit: words, field:value, ! for not; Tab marks them instead",
            group: .look, argument: .filter
        ) { state, argument in
            state.startFilter(argument)
        },
        Command(
            "next-match", "Next match", "Go to the next row that fits the search", group: .look,
            unless: Obstacles.search
        ) {
            state, _ in
            state.moveToMatch(by: 1)
        },
        Command(
            "previous-match", "Previous match", "Go to the row before that fits the search", group: .look,
            unless: Obstacles.search
        ) { state, _ in
            state.moveToMatch(by: -1)
        },
        Command(
            "mark", "Mark", "Mark the row, to find it again; once more takes the mark away", group: .look,
            unless: Obstacles.row
        ) {
            state, _ in
            state.toggleMark()
        },
        Command("next-mark", "Next mark", "Go to the next marked row", group: .look, unless: Obstacles.marks) {
            state, _ in
            state.moveToMark()
        },
        Command("unmark-all", "Unmark", "Take all marks away", group: .look, unless: Obstacles.marks) { state, _ in
            state.unmarkAll()
        },
        Command(
            "copy", "Copy", "Copy what the row says: ^Y puts it into a field, and it stands in a file", group: .look,
            unless: Obstacles.row
        ) { state, _ in
            state.copyRow()
        },
        Command("mouse", "Mouse", "Let the mouse select rows, or leave it to the terminal", group: .look) { state, _ in
            state.toggleMouse()
        },
    ]
}
