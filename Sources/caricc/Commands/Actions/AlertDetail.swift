import ArgumentParser
import EventLog
import Model
import Wording

struct AlertDetail: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "detail", abstract: "Write down what else is known of an alert.",
        discussion: """
            Numbers are recognised; those of living persons are kept beside the log, erasable by law. Example:

              caricc alert detail AL-2026-0193 --seized "heroin 6.3 kg; cash 15000 USD" --number "plate 01 A 123 BC"
            """)

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(help: ArgumentHelp("Things, parted by “;” (default: none).", valueName: "text"))
    var seized: String?

    @OptionGroup var details: DetailOptions
    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let items = seized.map { SeizedLine($0, keepsUnknown: true).items } ?? []
        return try details.save(items, about: alert, options, voice) { particulars, source in
            .alert(.detailed(AlertDetailed(particulars, source: source)))
        }
    }
}
