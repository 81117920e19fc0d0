import ArgumentParser
import Model

struct DeliveryClose: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close the Centre's file on a delivery that has ended.",
        discussion: """
            Where officers have keys, two persons close a file. Example:

              caricc delivery close CD-2026-014 "seized in Shymkent, three arrests, evidence with KAZ"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What came of it.", valueName: "text"))
    var summary: String

    @Option(help: ArgumentHelp("Why, although something of it is missing (default: nothing is).", valueName: "text"))
    var reason: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let closed = DeliveryClosed(summary: summary, reason: reason)
        return try Pen(options, voice).save(.existing(delivery), .delivery(.closed(closed)))
    }
}
