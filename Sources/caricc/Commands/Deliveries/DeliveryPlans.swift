import ArgumentParser
import Model

struct DeliveryAgreePlan: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Write down that the States agreed the joint plan.",
        discussion:
            "Example:\n\n  caricc delivery plan CD-2026-014 \"by road, seizure in Shymkent\" --state TJK --state KAZ")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The plan in a sentence.", valueName: "text"))
    var text: String

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A State that agreed, in three letters; repeated.", valueName: "state"),
        transform: StateCode.typed)
    var state: [StateCode]

    @Option(help: ArgumentHelp("Which version of the plan, 1 to 999.", valueName: "version"))
    var edition = 1

    @OptionGroup var options: ActionOptions

    func validate() throws {
        guard (1...999).contains(edition) else { throw ValidationError("--edition goes from 1 to 999.") }
    }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .planAgreed(PlanAgreed(states: state.map(\.text), version: edition, text: text))
    }
}

struct DeliveryStart: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Write down that a State decided that it goes, or that it does not.",
        discussion: "Example:\n\n  caricc delivery start CD-2026-014 --by \"TJK, Prosecutor General\" --number 12/26")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("Whose decision it is.", valueName: "text"))
    var by: String

    @Flag(help: "It does not go (default: it goes).")
    var not = false

    @Option(help: ArgumentHelp("The number of the decision (default: none).", valueName: "text"))
    var number: String?

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .startDecided(StartDecided(goes: !not, decidedBy: by, number: number, text: note))
    }
}

struct DeliveryAnnounce: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "announce", abstract: "Write down that every State on the road was told that it begins.",
        discussion: """
            It is refused while a State has not consented, unless it is said on whose word. Example:

              caricc delivery announce CD-2026-014
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A State that was told; may be repeated (default: all of the plan).", valueName: "state"),
        transform: StateCode.typed)
    var state: [StateCode] = []

    @Option(help: ArgumentHelp("Why although not all is covered, and on whose word.", valueName: "text"))
    var reason: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        var states = state.map(\.text)
        if states.isEmpty {
            for leg in try pen.delivery(delivery).legs where !states.contains(leg.state) { states.append(leg.state) }
        }
        return .startAnnounced(StartAnnounced(states: states, reason: reason))
    }
}

struct DeliveryPrepare: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: "Write down that it was inspected, weighed, sealed and made ready.",
        discussion: """
            Example:

              caricc delivery prepare CD-2026-014 "two samples taken" --by "TJK DCA" --seal "TJ 004417" --gross "31,460 kg"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What was left in, what was taken out, where it is kept.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Who did it.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("What travels (default: as it was opened).", valueName: "code"))
    var method: DeliveryMethod?

    @Option(help: ArgumentHelp("Where (default: not said).", valueName: "place"))
    var place: String?

    @Option(help: ArgumentHelp("The number of the seal (default: not said).", valueName: "text"))
    var seal: String?

    @Option(
        help: ArgumentHelp("The gross weight with its unit: “31,460 kg” (default: not said).", valueName: "weight"))
    var gross: String?

    @Option(help: ArgumentHelp("The name of a tracker (default: none).", valueName: "text"))
    var tracker: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .prepared(
            DeliveryPrepared(
                by: by, place: place, method: try method ?? pen.delivery(delivery).opened.method, text: text,
                seal: seal, grossGrams: try TypedWeight.grams(gross, option: "--gross", voice), tracker: tracker))
    }
}

struct DeliveryAgree: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "agree", abstract: "Write down what was agreed for a situation before it comes.",
        discussion: """
            The State on whose soil it happens decides. Example:

              caricc delivery agree CD-2026-014 contact-lost --decides UZB --step "call the lead" --step "look at the tracker"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The situation.", valueName: "code"))
    var situation: ExceptionKind

    @Option(help: ArgumentHelp("Whose decision it is.", valueName: "text"))
    var decides: String

    @Option(
        parsing: .singleValue, help: ArgumentHelp("What is done; repeated, in order.", valueName: "text"))
    var step: [String]

    @Option(
        parsing: .singleValue, help: ArgumentHelp("Who is told; may be repeated.", valueName: "text"))
    var tell: [String] = []

    @Option(help: ArgumentHelp("On which leg (default: on every one).", valueName: "leg"))
    var leg: Int?

    @OptionGroup var options: ActionOptions

    func validate() throws { try LegNumber.check(leg) }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .interventionAgreed(
            InterventionAgreed(leg: leg, situation: situation, decides: decides, steps: step, tell: tell))
    }
}

/// Legs have numbers from 1 to 99.
enum LegNumber {
    static func check(_ leg: Int?) throws {
        if let leg, !(1...99).contains(leg) { throw ValidationError("A leg has a number from 1 to 99.") }
    }
}
