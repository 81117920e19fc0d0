import ArgumentParser
import Model
import Wording

extension HandoverSeverity: ExpressibleByArgument {}

/// What the officer who has the watch says of one line.
struct HandoverSet: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Say of a line what the log cannot know; what is not named stays as it is.",
        discussion: """
            A line is named by its number in “caricc handover show”, or by its key. --if and --then go together and may be \
            repeated; they replace those that were there. Example:

              caricc handover set "CD-2026-014 consent UZB" --severity critical --if "no paper by 12:00" --then "call the prosecutor"
            """)

    @Argument(help: ArgumentHelp("The line: its number or its key.", valueName: "line"))
    var line: String

    @Option(help: ArgumentHelp("How much it wants the next officer (default: unchanged).", valueName: "severity"))
    var severity: HandoverSeverity?

    @Option(help: ArgumentHelp("What the log does not say; empty to take it away.", valueName: "text"))
    var note: String?

    @Option(
        name: .customLong("if"), parsing: .singleValue,
        help: ArgumentHelp("If this happens; may be repeated, each with its --then.", valueName: "text"))
    var conditions: [String] = []

    @Option(
        name: .customLong("then"), parsing: .singleValue, help: ArgumentHelp("do this.", valueName: "text"))
    var actions: [String] = []

    @Option(help: ArgumentHelp("Where it stands among those of its severity.", valueName: "number"))
    var place: Int?

    @Option(help: ArgumentHelp("Why it is deliberately not handed over.", valueName: "reason"))
    var leaveOut: String?

    @Flag(help: "Hand it over after all.")
    var putBack = false

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard conditions.count == actions.count else { throw ValidationError("Each --if needs its --then.") }
        guard leaveOut == nil || !putBack else { throw ValidationError("Either --leave-out or --put-back.") }
        guard place.map({ (1...9_999).contains($0) }) ?? true else {
            throw ValidationError("--place goes from 1 to 9999.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let watch = try pen.watch()
        let board = try pen.store.wholeBoard()
        let key = try pen.picture().key(line)
        // The last word on a line stands as a whole, so what was said before is said again.
        let standing = HandoverDraft(board, for: watch, at: pen.now)[key]
        let before = watch.handover.edits[key.text] ?? standing?.item.oldKey.flatMap { watch.handover.edits[$0] }
        let usual = key.isOwn ? standing?.severity : nil
        var set = HandoverItemSet(
            item: key, severity: severity ?? before?.severity ?? usual, note: note ?? before?.note ?? standing?.note,
            ifThen: before?.ifThen ?? standing?.ifThen ?? [], place: place ?? before?.place,
            leftOut: leaveOut ?? before?.leftOut)
        if note?.trimmingBlanks.isEmpty ?? false { set.note = nil }
        if !conditions.isEmpty { set.ifThen = zip(conditions, actions).map { IfThen(condition: $0, action: $1) } }
        if putBack { set.leftOut = nil }
        return try pen.save(.existing(watch.name), .shift(.itemSet(set)))
    }
}

struct HandoverAdd: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a line of your own, of what no record says.",
        discussion: "Example:\n\n  caricc handover add \"ContainerComm is down; mail of Khorgos is read every 30 min\"")

    @Argument(help: ArgumentHelp("The line.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("How much it wants the next officer (default: watch).", valueName: "severity"))
    var severity: HandoverSeverity?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let watch = try pen.watch()
        let set = HandoverItemSet(item: HandoverDraft.nextOwn(of: watch), severity: severity, note: text)
        return try pen.save(.existing(watch.name), .shift(.itemSet(set)))
    }
}

struct HandoverOffer: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer", abstract: "Offer the watch, with the handover as it stands now.",
        discussion: """
            From then on the handover stands still. In a dangerous moment it needs a second person, or a reason. Example:

              caricc handover offer b.orazov --reason "no one else is awake; the crossing cannot wait"
            """)

    @Argument(help: ArgumentHelp("The officer's id, or the name as the plan of turns has it.", valueName: "officer"))
    var to: String

    @Option(help: ArgumentHelp("Who else is there, where the moment is dangerous.", valueName: "name"))
    var second: String?

    @Option(help: ArgumentHelp("Why it goes on without a second person.", valueName: "text"))
    var reason: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try Pen(options, voice).offer(to: to, second: second, reason: reason)
    }
}

// MARK: The one who is to take it

struct HandoverSayBack: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "say-back", abstract: "Say in your own words what you understood of a line.",
        discussion: """
            Each critical line is said back before the watch can be accepted. Example:

              caricc handover say-back 1 "08:20 report of the KAZ post; no UZB paper by 12:00: call the prosecutor"
            """)

    @Argument(help: ArgumentHelp("The line: its number or its key.", valueName: "line"))
    var line: String

    @Argument(help: ArgumentHelp("What you do first, and what if.", valueName: "text"))
    var text: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let watch = try pen.watch()
        let said = HandoverSaidBack(item: try pen.picture().key(line), text: text)
        return try pen.save(.existing(watch.name), .shift(.saidBack(said)))
    }
}

struct HandoverAsk: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Ask the officer on watch before you take it.",
        discussion: "Example:\n\n  caricc handover ask \"Who called the prosecutor, and when?\" --line 1")

    @Argument(help: ArgumentHelp("The question.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("The line it is about (default: the whole handover).", valueName: "line"))
    var line: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let watch = try pen.watch()
        let key = try line.map { try pen.picture().key($0) }
        return try pen.save(.existing(watch.name), .shift(.asked(HandoverAsked(item: key, text: text))))
    }
}

struct HandoverAnswer: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer a question about the handover.",
        discussion: "Example:\n\n  caricc handover answer \"I did, at 07:40; he answers by 10:00\"")

    @Argument(help: ArgumentHelp("The answer.", valueName: "text"))
    var text: String

    @Option(
        help: ArgumentHelp("The number of the record that asks (default: the oldest open one).", valueName: "number"))
    var question: EntryNumber?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let watch = try pen.watch()
        guard let asked = question?.index ?? watch.handover.openQuestions.first?.entry else {
            throw CommandFault.forbidden("No question about the handover is open")
        }
        return try pen.save(
            .existing(watch.name), .shift(.answered(HandoverAnswered(question: asked, text: text))))
    }
}

struct HandoverAccept: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept the watch that was offered to you, and certify the handover.",
        discussion: """
            Refused until every critical line was said back and every question answered. What was not offered is taken with \
            “caricc shift take --reason”. Example:

              caricc handover accept --until 2000 --reservation "not for 016: the request of 03:12 was not shown to me"
            """)

    @Argument(
        help: ArgumentHelp(
            "Your name as it is to be shown (default: as it is enrolled, or your id).", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp("Until when: a time or a length (default: as the plan of turns says).", valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp("Who comes next (default: as the plan of turns says).", valueName: "name"))
    var next: String?

    @Option(help: ArgumentHelp("What you do not answer for (default: nothing).", valueName: "text"))
    var reservation: String?

    @Option(help: ArgumentHelp("A word about the old watch (default: none).", valueName: "text"))
    var note: String?

    @Option(
        help: ArgumentHelp("Who else is there, where it became dangerous after the offer.", valueName: "name"))
    var second: String?

    @Option(help: ArgumentHelp("Why it goes on without a second person then.", valueName: "text"))
    var reason: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let board = try pen.store.wholeBoard()
        guard let watch = board.watch else { throw CommandFault.nobodyHasTheWatch }
        let shown = try name ?? pen.shownName()
        if watch.officerID == pen.officer {
            throw CommandFault.forbidden("You have the watch yourself (\(watch.name.text))")
        }
        guard watch.isOffered(to: pen.officer, named: shown) else {
            throw CommandFault.forbidden(
                "\(watch.started.officer) has not offered you the watch; what was not offered is taken with “caricc shift take --reason”"
            )
        }
        let picture = try pen.picture()
        if let first = picture.unsaid.first {
            let words = voice.text(picture.words(of: first, voice.face))
            throw CommandFault.forbidden(
                "Say back first what is critical: \(words) (\(picture.unsaid.count) in all)")
        }
        let planned = board.roster?.turn(at: pen.now)?.until
        guard let end = try until.map({ try pen.deadline($0, option: "--until") }) ?? planned else {
            throw CommandFault.misread("No turn is planned now; say until when with --until")
        }
        let risks = board.risksSinceOffer(
            of: watch, at: pen.now, offsetSeconds: Zone.centre(of: board).offset(at: pen.now))
        if second == nil, reason == nil {
            for risk in risks { voice.warn("RISK since the offer: \(risk.message(voice.face, now: pen.now))") }
        }
        return try pen.relieve(
            WatchRelief(
                of: watch, by: pen.officer, named: shown, until: end, next: next, note: note,
                reservation: reservation, risks: risks, second: risks.isEmpty ? nil : second,
                alone: risks.isEmpty ? nil : reason))
    }
}

struct HandoverRefuse: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Refuse the watch that was offered; it stays where it is.",
        discussion: "Example:\n\n  caricc handover refuse \"014 has no consent of UZB, and nobody can say why\"")

    @Argument(help: ArgumentHelp("Why.", valueName: "reason"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        return try pen.save(
            .existing(pen.watch().name), .shift(.refused(HandoverRefused(reason: reason))))
    }
}
