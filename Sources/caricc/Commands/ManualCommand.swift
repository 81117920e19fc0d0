import ArgumentParser
import Wording

/// The manual page, made from the declaration of the commands.
struct ManualCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page, for man.",
        discussion: """
            Example:

              caricc manual > caricc.1
            """)

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        guard let tool = CommandInfo.describing(Caricc.self) else {
            throw CommandFault.said(
                "No manual can be made: the argument parser describes its commands in an unknown form")
        }
        try voice.bytes(
            Array(ManualPage(of: tool, version: Caricc.configuration.version, date: Caricc.versionDate).text.utf8))
        return .done
    }
}
