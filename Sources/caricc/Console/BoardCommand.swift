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

            Example:

              caricc --log /srv/caricc/log
              caricc --plain board --size 120x40
              caricc --plain AL-2026-0001 --at 2026-10-17T02:14+05:00
            """)

    @OptionGroup var log: LogOptions
    @OptionGroup var console: ConsoleOptions

    var speech: SpeechOptions { log.speech }

    func validate() throws {
        try console.look.validateTheme()
        _ = try console.plainScreen()
        _ = try console.canvasSize()
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let session = ConsoleSession(options: console, log: log.settings, voice: voice)
        let store = try LogStore(opening: log.path)
        store.places = ShippedPlaces.whenAsked
        try session.run(store, voice: voice)
        return .done
    }
}
