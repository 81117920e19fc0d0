import Model
import Screen
import Wording

extension Command {
    static let movements: [Command] = [
        Command("down", "Down", "Go to the next row", group: .move) { state, _ in state.moveCursor(by: 1) },
        Command("up", "Up", "Go to the row before", group: .move) { state, _ in state.moveCursor(by: -1) },
        Command("page-down", "Page down", "Go down by a page", group: .move) { state, _ in
            state.moveCursor(by: state.pageRows)
        },
        Command("page-up", "Page up", "Go up by a page", group: .move) { state, _ in
            state.moveCursor(by: -state.pageRows)
        },
        Command("top", "Top", "Go to the first row", group: .move) { state, _ in state.moveCursor(by: -1_000_000_000) },
        Command("bottom", "Bottom", "Go to the last row", group: .move) { state, _ in
            state.moveCursor(by: 1_000_000_000)
        },
        Command("panel", "Panel", "Go to the next panel", group: .move) { state, _ in state.moveFocus(by: 1) },
        Command("panel-back", "Panel back", "Go to the panel before", group: .move) { state, _ in
            state.moveFocus(by: -1)
        },
        Command(
            "open", "Open", "Open what is under the cursor", group: .move, argument: .subject,
            unless: Obstacles.openable
        ) { state, argument in
            argument.isEmpty ? state.openSelection() : state.openNamed(argument)
        },
        Command("back", "Back", "Go back to the screen before", group: .move) { state, _ in state.goBack() },
    ]

    static let screens: [Command] = [
        Command("board", "Board", "The board: what needs you now", group: .show) { state, _ in state.home() },
        Command("alerts", "Alerts", "All open alerts, by priority and age", group: .show) { state, _ in
            state.open(.alerts)
        },
        Command(
            "health", "Health",
            "How the alerts of the last day served the watch, or those of a day: rates, floods, repeats",
            group: .show, argument: .text
        ) { state, argument in
            state.health = nil
            return state.openHealth(argument)
        },
        Command("deliveries", "Deliveries", "All running deliveries, most urgent first", group: .show) { state, _ in
            state.open(.deliveries)
        },
        directory,
        Command("watch", "Watch", "The log of the watch", group: .show) { state, _ in state.open(.watch) },
        handover,
        Command("log", "Log", "Every record of the log", group: .show) { state, _ in state.open(.log) },
        Command(
            "raw", "Raw", "The record itself, as it was signed", group: .show,
            unless: Obstacles.entry
        ) { state, _ in state.openRaw() },
        Command(
            "received", "As it came", "The message word for word, as it came or left, and below it its record",
            group: .show, unless: Obstacles.received
        ) { state, _ in state.openReceived() },
        Command(
            "need", "Needs you", "Open what needs you most, as the top of the screen says; again, what comes after it",
            group: .show, unless: Obstacles.need
        ) { state, _ in state.openNeed() },
    ]

    static let views: [Command] = [
        Command("zoom", "Zoom", "Give the panel the whole screen, or give it back", group: .look) { state, _ in
            state.isZoomed.toggle()
            return []
        },
        Command(
            "freeze", "Freeze", "Hold the picture of this moment, or let it run again", group: .look,
            unless: Obstacles.present
        ) { state, _ in state.toggleFreeze() },
        Command(
            "follow", "Follow", "Keep the newest record in sight", group: .look,
            unless: Obstacles.onLog
        ) { state, _ in state.toggleFollow() },
        Command(
            "zone", "Zone", "Show times in another zone: the Centre, UTC, then the States", group: .look,
            argument: .zone
        ) { state, argument in
            state.cycleZone(argument)
        },
        Command("at", "At", "Show any screen as it was known at an instant", group: .look, argument: .text) {
            state, argument in
            state.startReview(argument)
        },
        Command(
            "now", "Now", "Come back from the past to the live board", group: .look,
            unless: Obstacles.past
        ) { state, _ in [.endReview] },
        Command("theme", "Theme", "Choose the colours; the screen shows each at once", group: .look, argument: .theme) {
            state, argument in
            state.changeTheme(argument)
        },
        Command("language", "Language", "Change the language of the screen", group: .look, argument: .language) {
            state, argument in
            state.changeLanguage(argument)
        },
    ]

    static let program: [Command] = [
        Command("help", "Help", "What can be done here and now; type to search, Enter does it", group: .program) {
            state, _ in
            state.open(PickList(.help))
        },
        Command("menu", "Menu", "All commands in groups, with their keys", group: .program) { state, _ in
            state.open(PickList(.menu))
        },
        Command("command", "Command", "Type a command by its name", group: .program) { state, _ in
            state.overlay = .commandLine(CommandLine())
            return state.wantedWords()
        },
        Command(
            "visitor", "Visitors", "Hide names and words while visitors look on, or show them again",
            group: .program
        ) { state, _ in state.toggleVisitors() },
        Command("repaint", "Repaint", "Draw the whole screen again", group: .program) { _, _ in [.repaint] },
        Command("suspend", "Suspend", "Stop the program and go back to the shell; fg brings it back", group: .program) {
            _, _ in
            [.suspend]
        },
        Command("quit", "Quit", "Leave the program; everything saved stays saved", group: .program) { _, _ in [.quit] },
    ]
}
