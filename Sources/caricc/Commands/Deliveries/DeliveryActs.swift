import ArgumentParser
import Model

struct DeliveryRequest: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "request", abstract: "Write down that a request goes out to a State.",
        discussion: """
            Where officers have keys, two persons send a request: this proposes it, word for word. Example:

              caricc delivery request CD-2026-014 "please hold the truck at Yallama" --state UZB --channel CENcomm
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What is asked, word for word.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Which State is asked, in three letters.", valueName: "state"))
    var state: String

    @Option(help: ArgumentHelp("How it goes out: CENcomm, I-24/7, mail, telephone.", valueName: "text"))
    var channel: String

    @Option(help: ArgumentHelp("Our outgoing number (default: none).", valueName: "text"))
    var number: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let sent = RequestSent(state: state, channel: channel, number: number, text: text)
        return try Pen(options, voice).save(.existing(delivery), .delivery(.requestSent(sent)))
    }
}

struct DeliveryEvidence: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Write down that an exhibit changes hands.",
        discussion: """
            Where officers have keys, two persons do it. Example:

              caricc delivery evidence CD-2026-014 "sample 3" --from "UZB Customs" --to "KAZ laboratory" --seal A-0412
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("Which exhibit.", valueName: "text"))
    var exhibit: String

    @Option(help: ArgumentHelp("Who hands it over.", valueName: "text"))
    var from: String

    @Option(help: ArgumentHelp("Who takes it.", valueName: "text"))
    var to: String

    @Option(help: ArgumentHelp("The number of the seal (default: not noted).", valueName: "text"))
    var seal: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let transferred = EvidenceTransferred(exhibit: exhibit, from: from, to: to, seal: seal)
        return try Pen(options, voice).save(.existing(delivery), .delivery(.evidenceTransferred(transferred)))
    }
}

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

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let closed = DeliveryClosed(summary: summary)
        return try Pen(options, voice).save(.existing(delivery), .delivery(.closed(closed)))
    }
}
