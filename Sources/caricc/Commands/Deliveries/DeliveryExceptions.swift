import ArgumentParser
import Model

struct DeliveryException: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "exception", abstract: "Write down that something is not as planned.",
        discussion: """
            Example:

              caricc delivery exception CD-2026-014 contact-lost "no signal since Guliston" --from "UZB desk"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What it is.", valueName: "code"))
    var kind: ExceptionKind

    @Argument(help: ArgumentHelp("What was said.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Who says so.", valueName: "text"))
    var from: String

    @Option(help: ArgumentHelp("On which leg (default: not said).", valueName: "leg"))
    var leg: Int?

    @Flag(help: "They were called back on the number that is filed.")
    var calledBack = false

    @OptionGroup var options: ActionOptions

    func validate() throws { try LegNumber.check(leg) }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .exceptionEntered(ExceptionEntered(kind, from: from, text: text, leg: leg, isCalledBack: calledBack))
    }
}

struct DeliveryStop: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Write down that a State says: stop.",
        discussion: """
            It is saved at once; where officers have keys, a second one signs it afterwards. Example:

              caricc delivery stop CD-2026-014 "stop at the next post" --from "UZB, Colonel Nazarov" --called-back
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What was said, word for word.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Who says so.", valueName: "text"))
    var from: String

    @Option(help: ArgumentHelp("On which leg (default: not said).", valueName: "leg"))
    var leg: Int?

    @Flag(help: "They were called back on the number that is filed.")
    var calledBack = false

    @OptionGroup var options: ActionOptions

    func validate() throws { try LegNumber.check(leg) }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .stopReported(StopReported(from: from, text: text, leg: leg, isCalledBack: calledBack))
    }
}

struct DeliveryExceptionEnd: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "exception-end", abstract: "Write down that it is as planned again.",
        discussion: "Example:\n\n  caricc delivery exception-end CD-2026-014 \"seen again at Guliston\" --entry 4711")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What came of it.", valueName: "text"))
    var text: String

    @OptionGroup var about: ExceptionOptions
    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .exceptionEnded(ExceptionEnded(entry: try pen.exception(about.entry, of: delivery), text: text))
    }
}

/// Which of several exceptions.
struct ExceptionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The record with which it began (default: the only one that is open).", valueName: "number"))
    var entry: EntryNumber?
}

struct DeliveryStepDone: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "step", abstract: "Write down that a step of what was agreed is done.",
        discussion: "Example:\n\n  caricc delivery step CD-2026-014 2 --note \"the lead answers\"")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("Which step, counted from 1.", valueName: "step"))
    var step: Int

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var about: ExceptionOptions
    @OptionGroup var options: ActionOptions

    func validate() throws { try StepNumber.check(step) }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .interventionStepDone(
            InterventionStepDone(entry: try pen.exception(about.entry, of: delivery), step: step, note: note))
    }
}

/// Steps have numbers from 1 to 99.
enum StepNumber {
    static func check(_ step: Int) throws {
        guard (1...99).contains(step) else { throw ValidationError("A step has a number from 1 to 99.") }
    }
}

struct DeliveryTold: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "told", abstract: "Write down that somebody was told of an exception.",
        discussion: "Example:\n\n  caricc delivery told CD-2026-014 \"KAZ desk\"")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("Who was told.", valueName: "text"))
    var party: String

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var about: ExceptionOptions
    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .partyTold(PartyTold(entry: try pen.exception(about.entry, of: delivery), party: party, note: note))
    }
}

struct DeliveryCall: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Write down an attempt to reach somebody.",
        discussion: "Example:\n\n  caricc delivery call CD-2026-014 \"UZB lead\" --outcome no-answer")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("Who was called.", valueName: "text"))
    var party: String

    @Option(help: ArgumentHelp("What came of it.", valueName: "code"))
    var outcome: CallOutcome

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .callTried(DeliveryCallTried(party: party, outcome: outcome, note: note))
    }
}

struct DeliveryDecide: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Write down a decision with its grounds.",
        discussion: """
            Example:

              caricc delivery decide CD-2026-014 "it waits at the post" --by "UZB, Prosecutor General" --reason "no cover after 05:00"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What was decided.", valueName: "text"))
    var text: String

    @Option(
        help: ArgumentHelp(
            "Who decided: a State with its authority, or the Centre for its own part.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("What else could have been done; may be repeated.", valueName: "text"))
    var option: [String] = []

    @Option(
        help: ArgumentHelp(
            "The last record that was known then (default: the delivery's last).", valueName: "number"))
    var knownTo: EntryNumber?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .decided(
            DeliveryDecided(
                text: text, reason: reason, options: option, decidedBy: by,
                knownTo: try knownTo?.index ?? pen.delivery(delivery).trail.last))
    }
}

struct DeliverySettle: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Write down why something did not match, and who found out.",
        discussion: """
            The entry stays; the doubt no longer needs anybody. Example:

              caricc delivery settle CD-2026-014 "the post read the old number" --from "UZB Customs"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What it was.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Who found out.", valueName: "text"))
    var from: String

    @Option(
        help: ArgumentHelp("The record that raised it (default: the only one that is open).", valueName: "number"))
    var entry: EntryNumber?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .doubtSettled(DoubtSettled(entry: try pen.doubt(entry, of: delivery), from: from, text: text))
    }
}
