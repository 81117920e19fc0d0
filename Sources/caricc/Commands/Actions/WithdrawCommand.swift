import ArgumentParser
import EventLog
import Model

/// The one correction: a record no longer counts, and stays readable.
struct WithdrawCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Withdraw a record that was written in error.",
        discussion: """
            The record stays in the log and is shown struck through; only its author can withdraw it. Withdrawing a \
            withdrawal brings the record back. Example:

              caricc withdraw 4711 --reason "wrong delivery"
            """)

    @Argument(help: ArgumentHelp("The record's number.", valueName: "number"))
    var entry: EntryNumber

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        guard let found = try pen.store.entry(entry.index) else { throw LogFault.noSuchEntry(entry.index) }
        let withdrawn = EntryWithdrawn(index: entry.index, reason: reason)
        return try pen.save(.existing(found.subject), .logKeeping(.withdrawn(withdrawn)))
    }
}
