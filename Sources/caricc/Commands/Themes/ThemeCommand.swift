import ArgumentParser

/// The themes.
struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "The colours of the screen.",
        discussion: """
            Your own themes are files NAME.toml in caricc/themes of the folder that XDG_CONFIG_HOME names, or ~/.config. Example:

              caricc theme list
            """,
        subcommands: [ThemeList.self, ThemeCheck.self, ThemeShow.self])
}
