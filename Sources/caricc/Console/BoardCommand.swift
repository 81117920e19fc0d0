import ArgumentParser
import EventLog
import Model
import Wording

/// The live board.
struct BoardCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "The live board: deliveries, alerts, what is due next.",
        discussion: """
            Without a subcommand, “caricc” opens the board of the log that --log, CARICC_HOME or the XDG data folder names.

            Example: caricc --log /srv/caricc/log
            Example: caricc --plain board --size 120x40
            Example: caricc --plain AL-2026-0001 --at 2026-10-17T02:14+05:00
            """)

    @OptionGroup var log: LogOptions
    @OptionGroup var console: ConsoleOptions

    var speech: SpeechOptions { log.speech }

    func validate() throws {
        _ = try console.plainScreen()
        _ = try console.canvasSize()
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let session = ConsoleSession(
            options: console, catalogue: voice.catalogue, zone: voice.zone, officer: Officer.name(console.officer))
        try session.run(try LogStore(opening: log.path), voice: voice)
        return .done
    }
}
