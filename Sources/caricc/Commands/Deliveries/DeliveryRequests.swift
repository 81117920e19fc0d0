import ArgumentParser
import Model

struct DeliveryCheck: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Write down what was looked at before anything is asked.",
        discussion: """
            Is it somebody else's operation, and is there time? Example:

              caricc delivery check CD-2026-014 "no other operation on this plate"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What was looked at, and what was found.", valueName: "text"))
    var text: String

    @Flag(help: "Something stands against it (default: nothing does).")
    var against = false

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .checked(DeliveryChecked(text: text, isClear: !against))
    }
}

struct DeliveryRequest: DeliveryWriting {
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

    @Option(
        help: ArgumentHelp("Which State is asked, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("How it goes out: CENcomm, I-24/7, mail, telephone.", valueName: "text"))
    var channel: String

    @Option(help: ArgumentHelp("Our outgoing number (default: none).", valueName: "text"))
    var number: String?

    @Option(help: ArgumentHelp("Which version it is, 1 to 999 (default: not said).", valueName: "version"))
    var edition: Int?

    @Option(
        help: ArgumentHelp("Our number of the request that it takes the place of (default: none).", valueName: "text"))
    var supersedes: String?

    @Option(help: ArgumentHelp("Their number, where it answers theirs (default: none).", valueName: "text"))
    var theirNumber: String?

    @Option(help: ArgumentHelp("Its language, in two letters (default: not said).", valueName: "code"))
    var inLanguage: String?

    @Option(
        help: ArgumentHelp("By when they are to confirm that they have it (default: an hour).", valueName: "time"))
    var confirmBy: String?

    @Option(help: ArgumentHelp("By when an answer is asked for (default: not said).", valueName: "time"))
    var answerBy: String?

    @Option(
        help: ArgumentHelp("The file that was sent; its hash is kept (default: none).", valueName: "file"),
        completion: .file())
    var file: String?

    @OptionGroup var options: ActionOptions

    func validate() throws {
        if let edition, !(1...999).contains(edition) { throw ValidationError("--edition goes from 1 to 999.") }
    }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .requestSent(
            RequestSent(
                state: state.text, channel: channel, number: number, text: text, version: edition,
                supersedes: supersedes, theirNumber: theirNumber, language: inLanguage?.lowercased(),
                confirmBy: try pen.optionalDeadline(confirmBy, option: "--confirm-by"),
                answerBy: try pen.optionalDeadline(answerBy, option: "--answer-by"), raw: try NamedFile.hash(file)))
    }
}

struct DeliveryConfirm: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Write down that a State confirms that it has our request.",
        discussion: """
            Example:

              caricc delivery confirm CD-2026-014 --state UZB --by "Major Yusupov, UZB desk" --number 1187
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("The State, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("Who confirmed it.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("Their incoming number (default: not said).", valueName: "text"))
    var number: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .requestAcknowledged(RequestAcknowledged(state: state.text, by: by, number: number))
    }
}
