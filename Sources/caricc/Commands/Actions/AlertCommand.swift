import ArgumentParser
import Model

/// The actions of the alert screen.
struct AlertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "Raise, acknowledge, shelve and close alerts.",
        discussion: """
            An alert is a message that somebody has to look at. Example:

              caricc alert raise "Heroin 6.3 kg at Yallama" --source UZB --priority 2
              caricc alert ack AL-2026-0193
            """,
        subcommands: [
            AlertRaise.self, AlertAck.self, AlertShelve.self, AlertUnshelve.self, AlertPriority.self, AlertTake.self,
            AlertOffer.self, AlertDecline.self, AlertDetail.self, AlertLaboratory.self, AlertReply.self, AlertTell.self,
            AlertAsk.self,
            AlertFile.self, AlertCallCommand.self, AlertFollowUp.self, AlertDone.self, AlertClose.self,
            AlertNote.self, AlertRelated.self, AlertLink.self, AlertUnlink.self, AlertJoin.self, AlertPart.self,
            AlertApart.self, AlertList.self, AlertShow.self, AlertSend.self, AlertPaste.self, AlertHealth.self,
        ])
}

struct AlertAck: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack", abstract: "Acknowledge an alert: somebody has seen it.",
        discussion: "Example:\n\n  caricc alert ack AL-2026-0193 --until 90m")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(
        help: ArgumentHelp(
            "When it asks again: a time or a length (default: 30 min, 2 h or 12 h for priority 1 to 3, else never).",
            valueName: "time"))
    var until: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let typed = try pen.optionalDeadline(until, option: "--until")
        let usual = try pen.alert(alert).triage.acknowledgementLasts
        let until = typed ?? usual.map { pen.now + $0 }
        return try pen.save(.existing(alert), .alert(.acknowledged(AlertAcknowledged(until: until))))
    }
}

struct AlertShelve: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "shelve", abstract: "Put an alert aside until a time; it comes back by itself.",
        discussion: "Example:\n\n  caricc alert shelve AL-2026-0193 --until 0800 --reason \"the laboratory opens at 8\""
    )

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(
        name: [.long, .customLong("for")], help: ArgumentHelp("A time, or a length such as 90m.", valueName: "time"))
    var until: String

    @Option(help: ArgumentHelp("Why it can wait.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let until = try pen.deadline(until, option: "--until")
        return try pen.save(.existing(alert), .alert(.shelved(AlertShelved(until: until, reason: reason))))
    }
}

struct AlertUnshelve: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "unshelve", abstract: "Take an alert off the shelf before its time.",
        discussion: "Example:\n\n  caricc alert unshelve AL-2026-0193")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try Pen(options, voice).save(.existing(alert), .alert(.unshelved(AlertUnshelved())))
    }
}

struct AlertClose: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close an alert that needs nothing more.",
        discussion:
            "Example:\n\n  caricc alert close AL-2026-0193 --disposition passed-on --note \"to the Tashkent desk\"")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(help: ArgumentHelp("What became of it.", valueName: "code"))
    var disposition: Disposition

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @Option(
        help: ArgumentHelp("What whoever sent it was told; pays what is owed (default: nothing).", valueName: "text"))
    var result: String?

    @Option(
        help: ArgumentHelp("Why they are told nothing, where something is owed (default: not said).", valueName: "text")
    )
    var noResult: String?

    @OptionGroup var message: MessageOptions
    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        if result != nil, noResult != nil { throw ValidationError("Use --result or --no-result, not both.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let closed = AlertClosed(disposition: disposition, note: note, noResult: noResult)
        let end = Pen.Act(.existing(alert), .alert(.closed(closed)))
        guard let result else { return try pen.save([end]) }
        let thread = try pen.alert(alert)
        let filed = MessageFiled(
            .sent, thread.thread.debt == .answer ? .answer : .feedback, party: thread.thread.originator, text: result,
            head: message.head(thread))
        return try pen.save([Pen.Act(.existing(alert), .alert(.messageFiled(filed))), end])
    }
}

struct AlertNote: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Add a note to an alert, open or closed.",
        discussion: "Example:\n\n  caricc alert note AL-2026-0193 \"called back, the plate is TJK 4821 AT 02\"")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Argument(help: ArgumentHelp("The note.", valueName: "text"))
    var text: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try Pen(options, voice).saveNote(.existing(alert), .alert(.noted(AlertNoted(text: text))))
    }
}
