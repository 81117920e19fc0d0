import ArgumentParser
import Model
import Wording

/// The actions of the watch.
struct ShiftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shift", abstract: "The watch: who has it, its turns, its log, and what holds for a while.",
        discussion: """
            One officer has the watch. Example:

              caricc shift start "A. Sagynbaeva" --until 0800 --relief "B. Orazov"
            """,
        subcommands: [
            ShiftShow.self, ShiftStart.self, ShiftOffer.self, ShiftTake.self, ShiftConfirm.self, ShiftEnd.self,
            ShiftNote.self, ShiftDecide.self, ShiftOrder.self, ShiftArrange.self, ShiftExtend.self,
            ShiftEndArrangement.self, RosterCommand.self, OnCallCommand.self, StandingOrderCommand.self,
        ])
}

struct ShiftStart: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Begin a watch while nobody has it.",
        discussion: "Example:\n\n  caricc shift start \"A. Sagynbaeva\" --until 0800 --relief \"B. Orazov\"")

    @Argument(
        help: ArgumentHelp("The officer's name as it is to be shown (default: the officer's id).", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Until when it is planned: a time or a length.", valueName: "time"))
    var until: String

    @Option(help: ArgumentHelp("Who comes next (default: as the plan of turns says).", valueName: "name"))
    var relief: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let until = try pen.deadline(until, option: "--until")
        let started = ShiftStarted(
            officer: try name ?? pen.shownName(), officerID: pen.officer, until: until, relief: relief)
        return try pen.save(.new(.shifts), .shift(.started(started)))
    }
}

struct ShiftOffer: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer", abstract: "Offer the watch to the officer who is to take it.",
        discussion: "Nothing changes until that officer takes it. Example:\n\n  caricc shift offer b.orazov")

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

struct ShiftTake: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Take the watch over from the one who has it, in one step.",
        discussion: """
            The old watch ends and the new one begins in the same append, so that there is never a moment with two officers \
            on watch or with none. What was not offered needs a reason, and stays a need on every console until somebody \
            else confirms it. Example:

              caricc shift take "B. Orazov" --until 0800 --reason "not offered: the officer was taken to hospital"
            """)

    @Argument(
        help: ArgumentHelp(
            "Your name as it is to be shown (default: as it is enrolled, or your id).", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Until when it is planned: a time or a length.", valueName: "time"))
    var until: String

    @Option(help: ArgumentHelp("Who comes next (default: as the plan of turns says).", valueName: "name"))
    var relief: String?

    @Option(help: ArgumentHelp("Why it is taken although it was not offered.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("A word about the old watch (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let until = try pen.deadline(until, option: "--until")
        let shown = try name ?? pen.shownName()
        guard let watch = try pen.store.board().watch else {
            let started = ShiftStarted(officer: shown, officerID: pen.officer, until: until, relief: relief)
            return try pen.save(.new(.shifts), .shift(.started(started)))
        }
        if watch.officerID == pen.officer {
            throw CommandFault.forbidden("You have the watch yourself (\(watch.name.text))")
        }
        if !watch.isOffered(to: pen.officer, named: shown), (reason ?? "").trimmingBlanks.isEmpty {
            throw CommandFault.misread(
                "\(watch.started.officer) has not offered you the watch; say why you take it with --reason")
        }
        return try pen.relieve(
            WatchRelief(
                of: watch, by: pen.officer, named: shown, until: until, next: relief, reason: reason, note: note))
    }
}

struct ShiftConfirm: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Confirm that you know the watch was taken without an offer.",
        discussion: "Example:\n\n  caricc shift confirm --note \"I sent the officer home\"")

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        return try pen.save(.existing(pen.watch().name), .shift(.takingSeen(ShiftTakingSeen(note: note))))
    }
}

struct ShiftEnd: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End the watch without relief.",
        discussion: """
            From then on nobody has the watch, and every console says so; to hand it over, let the next officer take it. \
            Example:

              caricc shift end --note "the desk is closed for the holiday" --asked "Umarov B., by telephone"
            """)

    @Option(help: ArgumentHelp("Why nobody has the watch then.", valueName: "text"))
    var note: String

    @Option(help: ArgumentHelp("Who is asked to take it, and knows.", valueName: "name"))
    var asked: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        return try pen.save(.existing(pen.watch().name), .shift(.ended(ShiftEnded(note: note, asked: asked))))
    }
}

extension Pen {
    /// The watch that runs now.
    func watch() throws -> Shift {
        guard let watch = try store.board().watch else { throw CommandFault.nobodyHasTheWatch }
        return watch
    }

    /// The name of the one who writes, as it is enrolled; the id where nobody is.
    func shownName() throws -> String { try store.board().officers[officer]?.shownName ?? officer }
}
