import ArgumentParser
import Model

struct DeliveryFormal: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "formal", abstract: "Write down a request of one State to another in due form.",
        discussion: """
            Example:

              caricc delivery formal CD-2026-014 evidence --from KAZ --to TJK --number 17-3/881 --due "30 Nov 18:00"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What is asked.", valueName: "code"))
    var matter: FormalMatter

    @Option(
        help: ArgumentHelp("The State that asks, in three letters.", valueName: "state"), transform: StateCode.typed)
    var from: StateCode

    @Option(
        help: ArgumentHelp("The State that is asked, in three letters.", valueName: "state"), transform: StateCode.typed
    )
    var to: StateCode

    @Option(help: ArgumentHelp("Its number.", valueName: "text"))
    var number: String

    @Option(help: ArgumentHelp("By when an answer is due (default: not said).", valueName: "time"))
    var due: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .formalRequestSent(
            FormalRequestSent(
                matter: matter, from: from.text, to: to.text, number: number,
                due: try pen.optionalDeadline(due, option: "--due")))
    }
}

struct DeliveryFormalAnswer: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "formal-answer", abstract: "Write down the answer to a request in due form.",
        discussion: "Example:\n\n  caricc delivery formal-answer CD-2026-014 17-3/881 \"two volumes sent\"")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The number of the request.", valueName: "number"))
    var number: String

    @Argument(help: ArgumentHelp("The answer.", valueName: "text"))
    var text: String

    @Flag(help: "It is refused (default: it is granted).")
    var refused = false

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .formalRequestAnswered(FormalRequestAnswered(number: number, isGranted: !refused, text: text))
    }
}

struct DeliveryInvestigation: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "investigation", abstract: "Write down another inquiry that belongs to it.",
        discussion: "Example:\n\n  caricc delivery investigation CD-2026-014 back-tracking --state TJK --by \"TJK DCA\""
    )

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("Of what sort.", valueName: "code"))
    var sort: InvestigationNoted.Sort

    @Option(help: ArgumentHelp("In which State, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("Whose it is (default: not said).", valueName: "text"))
    var by: String?

    @Option(help: ArgumentHelp("Its number (default: not said).", valueName: "text"))
    var number: String?

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .investigationNoted(
            InvestigationNoted(sort: sort, state: state.text, authority: by, number: number, text: note))
    }
}

struct DeliveryDebrief: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "debrief", abstract: "Write down the de-brief and what is to be done otherwise next time.",
        discussion: """
            Example:

              caricc delivery debrief CD-2026-014 "held in Almaty" --lesson "ask for two hours more at each border"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What was said.", valueName: "text"))
    var text: String

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A lesson, and whose task it is; may be repeated.", valueName: "text"))
    var lesson: [String] = []

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .debriefHeld(DebriefHeld(text: text, lessons: lesson))
    }
}
