import ArgumentParser
import EventLog
import Model
import Wording

struct OfficerApprovals: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "approvals", abstract: "Show what waits for a second person, word for word.",
        discussion: "Example:\n\n  caricc officer approvals --json")

    @OptionGroup var options: AnswerOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, now) = try options.open(voice)
        let roll = try store.roll()
        let waiting = try Waiting.all(in: store)
        for one in waiting {
            if options.json {
                try voice.json(one.json)
            } else {
                for line in one.page(roll, voice.face, now: now) { try voice.say(line) }
            }
        }
        if waiting.isEmpty, !options.json { try voice.say("Nothing waits for a second person") }
        return .done
    }
}

struct OfficerApprove: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Agree to what somebody else proposed; it takes effect at once.",
        discussion: """
            Everything that will be done is shown before the passphrase is asked for, and exactly that is signed. The one who \
            proposed it may write down an approval that was given by telephone, where the rules allow it; who gave it then \
            countersigns. Examples:

              caricc officer approve 4711
              caricc officer approve 4711 --told-by b.umarov --told-at 0350 --number "+7 000 000-01-07"
            """)

    @Argument(help: ArgumentHelp("The proposal.", valueName: "number"))
    var number: EntryNumber

    @Option(help: ArgumentHelp("Who approved it by telephone (default: you, now).", valueName: "id"))
    var toldBy: OfficerID?

    @Option(help: ArgumentHelp("When they said so.", valueName: "time"))
    var toldAt: String?

    @Option(
        name: .customLong("number"), help: ArgumentHelp("The telephone number (default: not noted).", valueName: "text")
    )
    var telephone: String?

    @Option(
        help: ArgumentHelp(
            "Refuse if the proposal has not this hash (default: what is shown counts).", valueName: "hash"))
    var hash: Digest?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        if (toldBy == nil) != (toldAt == nil) { throw ValidationError("--told-by and --told-at belong together.") }
        if telephone != nil, toldBy == nil { throw ValidationError("--number goes with --told-by.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let roll = try pen.store.governedRoll()
        let waiting = try Waiting.proposal(number.index, in: pen.store)
        try pen.show(waiting, hash: hash)
        guard case .proposal(let action) = waiting.matter else { return .done }
        if toldBy == nil, action.by == pen.officer {
            throw LogFault.refused(.ownProposal(number.index), position: 0)
        }
        var approved = ActionApproved(entry: number.index, proposal: waiting.leaf)
        if let toldBy, let toldAt {
            approved.telephone = ActionApproved.Telephone(
                by: toldBy.text, at: try pen.time(toldAt, option: "--told-at", .past), number: telephone)
        }
        let fitting =
            toldBy == nil
            ? Set(roll.rules.rule(for: action.event.kind)?.approvers ?? [.supervisor])
            : Permission.writers(of: action.event.kind)
        let act = Pen.Act(.existing(waiting.subject), .fourEyes(.approved(approved)))
        for (saved, _) in try pen.write([act], fitting: fitting) {
            if pen.isJSON || saved.wasThere {
                try voice.tell(saved, json: pen.isJSON)
            } else if let toldBy {
                try voice.say(
                    "approved #\(number.index) as #\(saved.index); \(toldBy.text) signs it with “caricc officer countersign \(saved.index)”"
                )
            } else {
                try voice.say("approved #\(number.index) as #\(saved.index); it is done: \(waiting.subject.text)")
            }
        }
        return .done
    }
}

struct OfficerDecline: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Do not agree to a proposal; it is over.",
        discussion: "Example:\n\n  caricc officer decline 4711 --reason \"ask the State first\"")

    @Argument(help: ArgumentHelp("The proposal.", valueName: "number"))
    var number: EntryNumber

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let roll = try pen.store.governedRoll()
        let waiting = try Waiting.proposal(number.index, in: pen.store)
        guard case .proposal(let action) = waiting.matter else { return .done }
        let fitting = Set(roll.rules.rule(for: action.event.kind)?.approvers ?? [.supervisor])
        let declined = ActionDeclined(entry: number.index, reason: reason)
        let act = Pen.Act(.existing(waiting.subject), .fourEyes(.declined(declined)))
        for (saved, act) in try pen.write([act], fitting: fitting) { try pen.tell(saved, act) }
        return .done
    }
}

struct OfficerCountersign: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "countersign", abstract: "Put the second signature under a record that owes it.",
        discussion: "Example:\n\n  caricc officer countersign 4711")

    @Argument(help: ArgumentHelp("The record.", valueName: "number"))
    var number: EntryNumber

    @Option(
        help: ArgumentHelp("Refuse if the record has not this hash (default: what is shown counts).", valueName: "hash")
    )
    var hash: Digest?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let roll = try pen.store.governedRoll()
        let waiting = try Waiting.signature(number.index, in: pen.store)
        try pen.show(waiting, hash: hash)
        let signed = EntryCountersigned(entry: number.index, leaf: waiting.leaf)
        return try pen.save(waiting, .countersigned(signed), roll)
    }
}

struct OfficerRefuse: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Say that you do not stand for a record that owes a second signature.",
        discussion:
            "The record stays, with this beside it. Example:\n\n  caricc officer refuse 4711 --reason \"I was not asked\""
    )

    @Argument(help: ArgumentHelp("The record.", valueName: "number"))
    var number: EntryNumber

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let roll = try pen.store.governedRoll()
        let waiting = try Waiting.signature(number.index, in: pen.store)
        try pen.show(waiting, hash: nil)
        let refused = CountersignatureRefused(entry: number.index, reason: reason)
        return try pen.save(waiting, .countersignatureRefused(refused), roll)
    }
}

extension Pen {
    /// Shows exactly what is going to be signed. In JSON the answer stays one line, and this goes nowhere.
    func show(_ waiting: Waiting, hash: Digest?) throws {
        if !isJSON {
            for line in waiting.page(try store.roll(), voice.face, now: now) { try voice.say(line) }
            // Before the question, which does not go through this stream.
            try voice.output.flush()
        }
        if let hash, hash != waiting.leaf { throw LogFault.refused(.entryDiffers(waiting.entry.index), position: 0) }
    }

    fileprivate func save(_ waiting: Waiting, _ event: FourEyesEvent, _ roll: Roll) throws -> ExitStatus {
        guard case .signature(let owed) = waiting.matter else { return .done }
        let fitting = owed.from == nil ? Set(roll.rules.rule(for: owed.of)?.approvers ?? [.supervisor]) : nil
        let act = Act(.existing(waiting.subject), .fourEyes(event))
        for (saved, act) in try write([act], fitting: fitting) { try tell(saved, act) }
        return .done
    }
}
