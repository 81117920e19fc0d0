import ArgumentParser

/// The watch as it is given from one officer to the next.
struct HandoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Handovers of the watch: rows of paper, those that were, and how well they went.",
        discussion: """
            Example:

              caricc handover past SH-2026-011
            """,
        subcommands: [
            HandoverPaper.self, HandoverListCommand.self, HandoverPastCommand.self, HandoverFiguresCommand.self,
        ])
}
