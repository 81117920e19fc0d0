import ArgumentParser
import EventLog
import Model
import Wording

struct DeliveryDetail: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "detail", abstract: "Write down what else is known of a delivery.",
        discussion: """
            Numbers are recognised; those of living persons are kept beside the log, erasable by law. Example:

              caricc delivery detail CD-2026-014 --number "plate TJK 4821 AT 02" --hidden "under the floor"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @OptionGroup var details: DetailOptions
    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try details.save([], about: delivery, options, voice) { particulars, source in
            .delivery(.detailed(DeliveryDetailed(particulars, source: source)))
        }
    }
}
