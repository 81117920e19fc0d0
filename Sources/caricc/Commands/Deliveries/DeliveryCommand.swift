import ArgumentParser
import Model
import Wording

/// The actions of the delivery screen.
struct DeliveryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery", abstract: "Open, plan and follow controlled deliveries.",
        discussion: """
            The State decides; this writes down what was decided and what was heard. Example:

              caricc delivery checkin CD-2026-014 "passed the post" --place Yallama
            """,
        subcommands: [
            DeliveryOpen.self, DeliveryRolling.self, DeliveryCheck.self, DeliveryLeg.self, DeliveryRequest.self,
            DeliveryConfirm.self,
            DeliveryConsent.self, DeliveryRefuse.self, DeliveryWithdrawConsent.self, DeliveryPaper.self,
            DeliveryAgreePlan.self, DeliveryAgree.self, DeliveryLimit.self, DeliveryChecklist.self, DeliveryTick.self,
            DeliveryStart.self, DeliveryPrepare.self, DeliveryAnnounce.self, DeliveryCheckin.self, DeliveryNote.self,
            DeliveryRelease.self, DeliveryAccept.self, DeliveryEyes.self, DeliveryEyesLost.self,
            DeliveryException.self, DeliveryStop.self, DeliveryStepDone.self, DeliveryTold.self, DeliveryCall.self,
            DeliveryExceptionEnd.self, DeliveryDecide.self, DeliverySettle.self, DeliveryEnd.self,
            DeliveryExhibit.self, DeliveryWeigh.self, DeliveryReseal.self, DeliveryRecord.self, DeliveryEvidence.self,
            DeliveryFormal.self, DeliveryFormalAnswer.self, DeliveryInvestigation.self, DeliveryDebrief.self,
            DeliveryClose.self, DeliveryDetail.self, DeliveryDraft.self, DeliveryOurs.self, DeliveryList.self,
            DeliveryShow.self,
        ])
}

struct DeliveryOpen: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a controlled delivery.",
        discussion: """
            Example:

              caricc delivery open "heroin 38.4 kg gross" --initiator TJK --conveyance "truck TJK 4821 AT 02"
            """)

    @Argument(help: ArgumentHelp("What is carried and how much, as it was told.", valueName: "goods"))
    var goods: String

    @Option(
        help: ArgumentHelp("The State that asks for it, in three letters.", valueName: "state"),
        transform: StateCode.typed)
    var initiator: StateCode

    @Option(help: ArgumentHelp("What travels (1988 Convention, art. 11).", valueName: "code"))
    var method = DeliveryMethod.intact

    @Option(help: ArgumentHelp("What it travels in (default: not known).", valueName: "text"))
    var conveyance: String?

    @Option(help: ArgumentHelp("1 to 4.", valueName: "1-4"))
    var priority = 1

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard (1...4).contains(priority) else { throw ValidationError("--priority goes from 1 to 4.") }
        guard !goods.trimmingBlanks.isEmpty else { throw ValidationError("The goods are missing.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let opened = DeliveryOpened(
            priority: priority, goods: goods, method: method, conveyance: conveyance,
            initiator: initiator.text)
        let status = try Pen(options, voice).save(.new(.deliveries), .delivery(.opened(opened)))
        voice.warn(PlateDoubt.find(in: conveyance ?? ""))
        return status
    }
}

extension Voice {
    /// A sentence for each plate that may not be the one on the vehicle; it is kept as typed all the same.
    func warn(_ plates: [PlateDoubt]) {
        for doubt in plates { warn(doubt.message) }
    }

    /// A check digit may be wrong and a letter misread: what a number is read as is shown.
    func tell(_ identifiers: [Identifier]) throws {
        for found in identifiers {
            if found.kind == .plate {
                warn([PlateDoubt(found)].compactMap { $0 })
                continue
            }
            guard !found.remarks.isEmpty else { continue }
            try say("\(found.kind.message): “\(found.typed)”, that is \(found.normal)")
            for remark in found.remarks { try line("  " + catalogue.text(remark.message)) }
        }
    }
}

struct DeliveryLeg: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "leg", abstract: "Plan one State's part of the road, or plan it again.",
        discussion: """
            Example:

              caricc delivery leg CD-2026-014 2 --state UZB --entry Oybek --exit Yallama --from 0200 --until 0900 --every 60
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("Which leg, 1 to 99.", valueName: "leg"))
    var number: Int

    @Option(help: ArgumentHelp("The State, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("The crossing where it comes in.", valueName: "place"))
    var entry: String

    @Option(help: ArgumentHelp("The crossing where it leaves.", valueName: "place"))
    var exit: String

    @Option(help: ArgumentHelp("When the window begins.", valueName: "time"))
    var from: String

    @Option(help: ArgumentHelp("When it ends: a time, or a length from now.", valueName: "time"))
    var until: String

    @Option(help: ArgumentHelp("How often the desk reports, in minutes (default: no interval).", valueName: "minutes"))
    var every: Int?

    @Option(help: ArgumentHelp("Until when silence is agreed (default: it is not).", valueName: "time"))
    var quietUntil: String?

    @Option(help: ArgumentHelp("Who leads there (default: not known).", valueName: "text"))
    var lead: String?

    @Option(
        help: ArgumentHelp(
            "How long before the end of its consent this State wants to be asked for more (default: not said).",
            valueName: "length"))
    var notice: String?

    @Option(help: ArgumentHelp("What travels on this leg (default: as on the others).", valueName: "code"))
    var method: DeliveryMethod?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard (1...99).contains(number) else { throw ValidationError("A leg has a number from 1 to 99.") }
        if let every, !(1...10_080).contains(every) { throw ValidationError("--every goes from 1 to 10,080 minutes.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let crossings = try KnownCrossings(pen)
        try crossings.check(entry, in: state.text, option: "--entry")
        try crossings.check(exit, in: state.text, option: "--exit")
        let hours = try pen.window(from, until, planned: true)
        let leg = LegPlanned(
            number: number, state: state.text, entry: entry, exit: exit,
            from: hours.from, until: hours.until,
            reportEvery: every, quietUntil: try pen.optionalDeadline(quietUntil, option: "--quiet-until"), lead: lead,
            notice: try notice.map { try pen.span($0, option: "--notice") }, method: method)
        let status = try pen.save(.existing(delivery), .delivery(.legPlanned(leg)))
        crossings.tellUnknown([entry, exit], voice)
        crossings.tellApart(try pen.delivery(delivery).legs, around: number, voice)
        return status
    }
}

struct DeliveryCheckin: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkin", abstract: "Write down that a delivery was heard of.",
        discussion: "Example:\n\n  caricc delivery checkin CD-2026-014 \"all quiet\" --from \"UZB desk\" --at 0406",
        aliases: ["report"])

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("What was said.", valueName: "text"))
    var text = ReportReceived.alone

    @Option(help: ArgumentHelp("Who told (default: the desk of the State where it is).", valueName: "text"))
    var from: String?

    @Option(help: ArgumentHelp("Where it is (default: not said).", valueName: "text"))
    var place: String?

    @Option(help: ArgumentHelp("Which leg it is on now (default: unchanged).", valueName: "leg"))
    var leg: Int?

    @Option(help: ArgumentHelp("When it should leave that leg (default: not said).", valueName: "time"))
    var exitEstimate: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        if let leg, !(1...99).contains(leg) { throw ValidationError("A leg has a number from 1 to 99.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let report = ReportReceived(
            from: try from ?? pen.delivery(delivery).caller(on: leg).text, text: text, place: place, leg: leg,
            exitEstimate: try pen.optionalDeadline(exitEstimate, option: "--exit-estimate"))
        let status = try pen.save(.existing(delivery), .delivery(.reportReceived(report)))
        voice.warn(PlateDoubt.find(in: text))
        return status
    }
}

struct DeliveryNote: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Add a note to a delivery.",
        discussion: "Example:\n\n  caricc delivery note CD-2026-014 \"Tashkent asks for the waybill\"")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The note.", valueName: "text"))
    var text: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try Pen(options, voice).saveNote(.existing(delivery), .delivery(.noted(DeliveryNoted(text: text))))
    }
}

struct DeliveryEnd: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Write down how a delivery ended.",
        discussion: "Example:\n\n  caricc delivery end CD-2026-014 --outcome seizure --place Shymkent")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("How it ended.", valueName: "code"))
    var outcome: DeliveryOutcome

    @Option(help: ArgumentHelp("Where (default: not said).", valueName: "text"))
    var place: String?

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let ended = DeliveryEnded(outcome: outcome, place: place, note: note)
        return try Pen(options, voice).save(.existing(delivery), .delivery(.ended(ended)))
    }
}
