import Wording

extension Command {
    /// How things are shown: layout, columns, order and views.
    static let looks: [Command] = [
        Command(
            "layout", "Layout", "One panel, two, four or the wall, or as the size of the window allows", group: .look,
            argument: .layout
        ) { state, argument in state.arrange(argument) },
        Command(
            "columns", "Columns", "Choose the columns of a list and their order", group: .look, argument: .columns
        ) { state, argument in state.chooseColumns(argument) },
        Command(
            "sort", "Sort", "Sort the list by a column; alone, most urgent first again", group: .look, argument: .sort
        ) { state, argument in state.sort(argument) },
        Command("view", "Views", "Open a kept view; alone, it lists them", group: .look, argument: .view) {
            state, argument in state.openView(argument)
        },
        Command(
            "save-view", "Keep view", "Keep this screen with its filter, columns, order and layout as a view",
            group: .look,
            argument: .ownView
        ) { state, argument in state.saveView(argument) },
        Command("forget-view", "Forget view", "Forget a view that you kept", group: .look, argument: .ownView) {
            state, argument in state.forgetView(argument)
        },
    ]
}
