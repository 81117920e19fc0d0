import ArgumentParser
import Model

struct DeliveryRolling: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "rolling", abstract: "Open a delivery that is on the road already, and write down who said so.",
        discussion: """
            One leg is planned in the State where it is, and without a consent it is without cover at once. Example:

              caricc delivery rolling "heroin 38 kg" --state UZB --from "UZB desk" --place Chinoz --at 0406
            """)

    @Argument(help: ArgumentHelp("What is carried and how much, as it was told.", valueName: "goods"))
    var goods: String

    @Option(
        help: ArgumentHelp("The State where it is now, in three letters.", valueName: "state"),
        transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("Who told (default: the desk of the State where it is).", valueName: "text"))
    var from: String?

    @Option(help: ArgumentHelp("Where it is (default: not said).", valueName: "text"))
    var place: String?

    @Option(
        help: ArgumentHelp(
            "The State that asks for it, in three letters (default: the one where it is).", valueName: "state"),
        transform: StateCode.typed)
    var initiator: StateCode?

    @Option(help: ArgumentHelp("What it travels in (default: not known).", valueName: "text"))
    var conveyance: String?

    @Option(help: ArgumentHelp("The crossing where it came in (default: where it is).", valueName: "place"))
    var entry: String?

    @Option(help: ArgumentHelp("The crossing where it leaves (default: not known).", valueName: "place"))
    var exit: String?

    @Option(help: ArgumentHelp("When it should leave that State (default: in 12 hours).", valueName: "time"))
    var exitEstimate: String?

    @Option(help: ArgumentHelp("How often the desk reports, in minutes.", valueName: "minutes"))
    var every = 30

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard !goods.trimmingBlanks.isEmpty else { throw ValidationError("The goods are missing.") }
        guard (1...10_080).contains(every) else { throw ValidationError("--every goes from 1 to 10,080 minutes.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let crossings = try KnownCrossings(pen)
        try crossings.check(entry, in: state.text, option: "--entry")
        try crossings.check(exit, in: state.text, option: "--exit")
        let began = try options.at.map { try pen.time($0, option: "--at", .past) } ?? pen.now
        var rolling = RollingDelivery(goods: goods, state: state.text, began: began)
        rolling.from = from
        rolling.place = place
        rolling.initiator = initiator?.text
        rolling.conveyance = conveyance
        rolling.entry = entry
        rolling.exit = exit
        rolling.leaves = try pen.optionalDeadline(exitEstimate, option: "--exit-estimate")
        rolling.every = every
        guard !rolling.leavesBeforeTheReport else {
            throw CommandFault.misread("--exit-estimate: this lies before the report")
        }
        var acts = rolling.events.enumerated().map { place, event in
            Pen.Act(place == 0 ? .new(.deliveries) : .sameAs(0), .delivery(event))
        }
        // Opened and planned is now; only what was told happened then.
        for place in acts.indices.dropLast() { acts[place].at = pen.now }
        return try pen.save(acts)
    }
}
