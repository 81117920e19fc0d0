import ArgumentParser
import EventLog
import Model

struct AlertLaboratory: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "laboratory", abstract: "Write down what a laboratory found, beside the first report.",
        discussion: """
            Nothing of the first report is replaced; both stand on the page. Example:

              caricc alert laboratory AL-2026-0193 heroin --net "6.1 kg" --purity 62.4 --by "Tashkent forensic centre"
            """)

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Argument(help: ArgumentHelp("The substance, as the laboratory names it.", valueName: "substance"))
    var found: String

    @Option(help: ArgumentHelp("The net weight with its unit (default: not known).", valueName: "amount"))
    var net: String?

    @Option(help: ArgumentHelp("Per cent of the pure substance (default: not known).", valueName: "percent"))
    var purity: String?

    @Option(help: ArgumentHelp("Which laboratory (default: not said).", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("How it was found: GC-MS, a field kit (default: not said).", valueName: "text"))
    var method: String?

    @Option(
        help: ArgumentHelp(
            "Which of the seized things, where there are several (default: the only one).", valueName: "thing"))
    var item: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard LaboratoryResult(substance: found, purity: purity).isPurityPlausible else {
            throw ValidationError("The purity is a number from 0 to 100, such as 62.4.")
        }
        guard net == nil || weight?.knownUnit != nil else {
            throw ValidationError("The net weight is a number and a unit, such as 6.1 kg.")
        }
    }

    private var weight: Quantity? { net.flatMap { AmountReader().read($0).amounts.first?.quantity } }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let result = LaboratoryResult(
            substance: found, substanceCode: SubstanceFinder.find(found).substance?.code, purity: purity,
            netWeight: weight, laboratory: by, method: method)
        return try Pen(options, voice).save(
            .existing(alert), .alert(.laboratory(LaboratoryReported(result, item: item))))
    }
}
