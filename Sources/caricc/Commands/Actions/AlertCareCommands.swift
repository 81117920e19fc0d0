import ArgumentParser
import EventLog
import Interface
import Model

struct AlertPriority: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "priority", abstract: "Change how urgent an alert is.",
        discussion: "Example:\n\n  caricc alert priority AL-2026-0193 1 --reason \"children in the truck\"")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Argument(help: ArgumentHelp("1 wakes people, 4 is for information.", valueName: "1-4"))
    var priority: Int

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard (1...4).contains(priority) else { throw ValidationError("The priority goes from 1 to 4.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let set = AlertPrioritySet(priority: priority, reason: reason)
        return try Pen(options, voice).save(.existing(alert), .alert(.prioritySet(set)))
    }
}

struct AlertTake: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Be the officer in charge of an alert, on an offer or of your own accord.",
        discussion: "Example:\n\n  caricc alert take AL-2026-0193")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try Pen(options, voice).save(.existing(alert), .alert(.taken(AlertTaken())))
    }
}

struct AlertOffer: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer", abstract: "Ask another officer to be in charge of an alert.",
        discussion:
            "Who has it keeps it until the other one takes it. Example:\n\n  caricc alert offer AL-2026-0193 --to d.orazov"
    )

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(help: ArgumentHelp("The officer's id.", valueName: "officer"))
    var to: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try Pen(options, voice).save(.existing(alert), .alert(.offered(AlertOffered(to: to))))
    }
}

struct AlertDecline: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Do not take the alert that was offered to you.",
        discussion: "Example:\n\n  caricc alert decline AL-2026-0193 --reason \"off at eight\"")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(help: ArgumentHelp("Why not.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try Pen(options, voice).save(.existing(alert), .alert(.declined(AlertDeclined(reason: reason))))
    }
}

struct AlertFollowUp: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: "Set an hour to look at an alert again.",
        discussion: "Example:\n\n  caricc alert follow-up AL-2026-0193 --due 0800 \"ask the laboratory\"")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Argument(help: ArgumentHelp("What to look at then.", valueName: "text"))
    var text: String

    @Option(name: .customLong("due"), help: ArgumentHelp("When: a time or a length.", valueName: "time"))
    var due: String

    @Flag(help: "Only for your own console (default: for whoever has the watch).")
    var own = false

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let set = AlertFollowUpSet(at: try pen.deadline(due, option: "--due"), text: text, isOwn: own)
        return try pen.save(.existing(alert), .alert(.followUpSet(set)))
    }
}

struct AlertDone: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: "What was to be looked at again is done.",
        discussion: "Without --entry it is the one that is due first. Example:\n\n  caricc alert done AL-2026-0193")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(help: ArgumentHelp("The record that set it (default: the one due first).", valueName: "number"))
    var entry: EntryNumber?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let first = try pen.alert(alert).followUps(for: pen.officer).first?.entry
        let done = AlertFollowUpDone(entry: entry?.index ?? first ?? 0)
        return try pen.save(.existing(alert), .alert(.followUpDone(done)))
    }
}

struct AlertCallCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Write down an attempt to reach somebody about an alert.",
        discussion: "Example:\n\n  caricc alert call AL-2026-0193 --whom \"UZB desk\" --outcome no-answer")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(help: ArgumentHelp("Who was called.", valueName: "party"))
    var whom: String

    @Option(help: ArgumentHelp("What came of it.", valueName: "code"))
    var outcome: CallOutcome

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let tried = AlertCallTried(party: whom, outcome: outcome, note: note)
        return try Pen(options, voice).save(.existing(alert), .alert(.callTried(tried)))
    }
}
