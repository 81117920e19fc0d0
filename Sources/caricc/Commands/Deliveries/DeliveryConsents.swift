import ArgumentParser
import Model

struct DeliveryConsent: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "consent", abstract: "Write down that a State consents to the passage.",
        discussion: """
            It holds for its hours, and where they are named for its crossings and its method only. Examples:

              caricc delivery consent CD-2026-014 --state UZB --by "Prosecutor General" --number 88/26 --from 0200 --until 0900
              caricc delivery consent CD-2026-014 --state KAZ --by "KNB, Astana" --oral --paper-by 1200 --from 0800 --until 2000
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("The State, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("Who gave it: a prosecutor, a court, the head of an agency.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("Its number (default: none).", valueName: "text"))
    var number: String?

    @Flag(help: "By word of mouth, with the paper to follow (default: in writing).")
    var oral = false

    @Option(help: ArgumentHelp("From when it holds.", valueName: "time"))
    var from: String

    @Option(help: ArgumentHelp("Until when it holds: a time, or a length from now.", valueName: "time"))
    var until: String

    @Option(help: ArgumentHelp("The crossing where it may come in (default: any).", valueName: "place"))
    var entry: String?

    @Option(help: ArgumentHelp("The crossing where it may go out (default: any).", valueName: "place"))
    var exit: String?

    @Option(help: ArgumentHelp("What may travel (default: any method).", valueName: "code"))
    var method: DeliveryMethod?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("What it depends on; may be repeated.", valueName: "text"))
    var condition: [String] = []

    @Option(help: ArgumentHelp("By when the paper is promised (default: not said).", valueName: "time"))
    var paperBy: String?

    @Option(
        help: ArgumentHelp("The number of the consent that it takes the place of (default: none).", valueName: "text"))
    var replaces: String?

    @OptionGroup var options: ActionOptions

    func validate() throws {
        guard oral || paperBy == nil else {
            throw ValidationError("--paper-by is for a consent by word of mouth; add --oral, or leave it out.")
        }
    }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        if entry != nil || exit != nil {
            let crossings = try KnownCrossings(pen)
            try crossings.check(entry, in: state.text, option: "--entry")
            try crossings.check(exit, in: state.text, option: "--exit")
            crossings.tellUnknown([entry, exit], voice)
        }
        if try pen.delivery(delivery).hasNoLeg(in: state.text) {
            voice.warn(
                "No leg of \(delivery.text) goes through \(state.text): the consent is kept, and covers nothing")
        }
        let hours = try pen.window(from, until, planned: false)
        return .consentGiven(
            ConsentGiven(
                state: state.text, authority: by, number: number, form: oral ? .oral : .written,
                from: hours.from, until: hours.until, entry: entry, exit: exit, method: method,
                conditions: condition, paperBy: try pen.optionalDeadline(paperBy, option: "--paper-by"),
                replaces: replaces))
    }
}

struct DeliveryRefuse: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Write down that a State does not consent.",
        discussion:
            "Example:\n\n  caricc delivery refuse CD-2026-014 --state KAZ --by \"a court\" --reason \"no officers\"")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("The State, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("Who decided.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("The number of the decision (default: none).", valueName: "text"))
    var number: String?

    @Option(help: ArgumentHelp("Why (default: not said).", valueName: "text"))
    var reason: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .consentRefused(ConsentRefused(state: state.text, authority: by, number: number, reason: reason))
    }
}

struct DeliveryWithdrawConsent: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "withdraw-consent", abstract: "Write down that a State takes its consent back.",
        discussion: """
            Example:

              caricc delivery withdraw-consent CD-2026-014 --state UZB --by "Prosecutor General" --number 88/26 --from 0500
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("The State, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("Who decided.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("Which consent (default: all of this State).", valueName: "text"))
    var number: String?

    @Option(help: ArgumentHelp("From when on (default: now).", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Why (default: not said).", valueName: "text"))
    var reason: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .consentWithdrawn(
            ConsentWithdrawn(
                state: state.text, authority: by, number: number,
                from: try from.map { try pen.time($0, option: "--from", .nearest) } ?? pen.now, reason: reason))
    }
}

struct DeliveryPaper: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Write down that the paper of an oral consent is in.",
        discussion: "Example:\n\n  caricc delivery paper CD-2026-014 --state KAZ --number 41/26 --file consent.pdf")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("The State, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("The number on the paper.", valueName: "text"))
    var number: String

    @Option(
        help: ArgumentHelp("The file; its hash is kept (default: none).", valueName: "file"), completion: .file())
    var file: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .paperReceived(ConsentPaperReceived(state: state.text, number: number, raw: try NamedFile.hash(file)))
    }
}
