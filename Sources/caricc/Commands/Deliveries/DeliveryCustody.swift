import ArgumentParser
import Model

struct DeliveryRelease: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Write down that a side lets the load go.",
        discussion: """
            From then on nobody holds it, until the other side has taken it over (“accept”). Example:

              caricc delivery release CD-2026-014 --by "TJK Customs" --place Oybek --seal "TJ 004417" --gross "31,460 kg"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @OptionGroup var side: HandoverOptions
    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        try KnownCrossings(pen).tellOffTheRoad(side.place, try pen.delivery(delivery).legs, voice)
        return .released(
            CustodyReleased(
                party: side.by, place: side.place, seal: side.seal,
                grossGrams: try TypedWeight.grams(side.gross, option: "--gross", voice), officer: side.person,
                note: side.note))
    }
}

struct DeliveryAccept: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Write down that a side takes the load over.",
        discussion: """
            The first one is the beginning of the chain. Example:

              caricc delivery accept CD-2026-014 --by "UZB Customs" --place Oybek --seal "TJ 004417" --gross "31,440 kg"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @OptionGroup var side: HandoverOptions
    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        let crossings = try KnownCrossings(pen)
        crossings.tellOffTheRoad(side.place, try pen.delivery(delivery).legs, voice)
        return .accepted(
            CustodyAccepted(
                party: side.by, place: side.place, seal: side.seal,
                grossGrams: try TypedWeight.grams(side.gross, option: "--gross", voice), officer: side.person,
                note: side.note))
    }
}

/// What both sides of a handover say.
struct HandoverOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Which side: “TJK Customs”.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("Where.", valueName: "place"))
    var place: String

    @Option(help: ArgumentHelp("The number of the seal (default: not said).", valueName: "text"))
    var seal: String?

    @Option(
        help: ArgumentHelp("The gross weight with its unit: “31,440 kg” (default: not said).", valueName: "weight"))
    var gross: String?

    @Option(help: ArgumentHelp("Who signed there (default: not said).", valueName: "text"))
    var person: String?

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?
}

struct DeliveryLimit: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "limit", abstract: "Write down how long nobody may hold the load at one border.",
        discussion: "Without it, it is 30 minutes. Example:\n\n  caricc delivery limit CD-2026-014 20")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("1 to 1,440.", valueName: "minutes"))
    var minutes: Int

    @OptionGroup var options: ActionOptions

    func validate() throws {
        guard (1...1_440).contains(minutes) else { throw ValidationError("The limit goes from 1 to 1,440 minutes.") }
    }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .limitAgreed(CustodyLimitAgreed(minutes: minutes))
    }
}

struct DeliveryEyes: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "eyes", abstract: "Write down who has the load in sight.",
        discussion: "Example:\n\n  caricc delivery eyes CD-2026-014 --by \"UZB team 2\" --place \"M39, km 412\"")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("Who sees it.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("Where (default: not said).", valueName: "place"))
    var place: String?

    @Flag(help: "It is a tracker, and no person.")
    var tracker = false

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .eyesOn(EyesOn(party: by, place: place, isTracker: tracker))
    }
}

struct DeliveryEyesLost: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "eyes-lost", abstract: "Write down that somebody no longer sees the load.",
        discussion: "Example:\n\n  caricc delivery eyes-lost CD-2026-014 --by \"UZB team 2\" --reason fog")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("Who saw it.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("Why not any more.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .eyesLost(EyesLost(party: by, reason: reason))
    }
}
