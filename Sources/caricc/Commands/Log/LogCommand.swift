import ArgumentParser

/// Everything about a log as a whole.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Make, read, verify and keep a log.",
        discussion: """
            A log is a folder; see --log for where it is looked for. Examples:

              caricc log create /srv/caricc/log --centre CARICC --desk ALMATY-1
              caricc log verify
            """,
        subcommands: [
            LogCreate.self, LogShow.self, LogTail.self, LogQuery.self, LogAppend.self, LogStatusCommand.self,
            LogVerify.self, LogCheckpoint.self, LogProve.self, LogExport.self, LogBackup.self, LogReindex.self,
            LogPayload.self, LogErase.self,
        ])
}
