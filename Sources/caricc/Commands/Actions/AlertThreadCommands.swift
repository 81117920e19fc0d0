import ArgumentParser
import EventLog
import Interface
import Model

/// What a message of a thread is written with.
struct MessageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("By which way (default: not said).", valueName: "code"))
    var channel: Channel?

    @Option(
        help: ArgumentHelp(
            "The number that the Centre gives it (default: the next one of the thread).", valueName: "number"))
    var number: String?

    /// What is said by word of mouth has no number.
    func head(_ alert: Alert, refersTo: [String] = []) -> MessageHead {
        let isSpoken = channel == .phone || channel == .inPerson
        return MessageHead(
            channel: channel, ourNumber: number ?? (isSpoken ? nil : alert.nextNumber), refersTo: refersTo)
    }
}

extension Pen {
    func alert(_ name: SubjectName) throws -> Alert {
        guard case .alert(let alert) = try subject(name, .alerts) else {
            throw CommandFault.noSuchSubject(name, wanted: .alerts)
        }
        return alert
    }
}

struct AlertReply: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Write to whoever sent an alert what was done, or the answer.",
        discussion: """
            This pays what is owed to them. Example:

              caricc alert reply AL-2026-0193 "container opened, nothing found" --channel containercomm
            """, aliases: ["feedback", "answer"])

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Argument(help: ArgumentHelp("What they are told.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("To whom (default: whoever sent it).", valueName: "party"))
    var to: String?

    @Option(help: ArgumentHelp("What it is (default: what pays the debt).", valueName: "code"))
    var kind: MessageKind?

    @OptionGroup var message: MessageOptions
    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let thread = try pen.alert(alert)
        let head = thread.raised.head
        let usual: MessageKind = thread.thread.debt == .answer ? .answer : .feedback
        let filed = MessageFiled(
            .sent, kind ?? usual, party: to ?? thread.thread.originator, text: text,
            head: message.head(thread, refersTo: [head.identity ?? head.theirNumber].compactMap { $0 }))
        return try pen.save(.existing(alert), .alert(.messageFiled(filed)))
    }
}

struct AlertTell: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell", abstract: "Write down who was told about an alert, and what.",
        discussion: "Example:\n\n  caricc alert tell AL-2026-0193 --to KAZ \"the truck is on the M39\" --channel phone")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Argument(help: ArgumentHelp("What they were told.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Who was told.", valueName: "party"))
    var to: String

    @OptionGroup var message: MessageOptions
    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let filed = MessageFiled(
            .sent, .information, party: to, text: text, head: message.head(try pen.alert(alert)))
        return try pen.save(.existing(alert), .alert(.messageFiled(filed)))
    }
}

struct AlertAsk: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Ask a State or a service about an alert.",
        discussion: "Example:\n\n  caricc alert ask AL-2026-0193 --of KGZ \"whose plate is it?\" --by 2h")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Argument(help: ArgumentHelp("What is asked.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Who is asked.", valueName: "party"))
    var of: String

    @Option(help: ArgumentHelp("By when they answer: a time or a length (default: not said).", valueName: "time"))
    var by: String?

    @OptionGroup var message: MessageOptions
    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let filed = MessageFiled(
            .sent, .request, party: of, text: text, head: message.head(try pen.alert(alert)),
            due: try pen.optionalDeadline(by, option: "--by"))
        return try pen.save(.existing(alert), .alert(.messageFiled(filed)))
    }
}

struct AlertFile: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "Put any message into the thread of an alert.",
        discussion: """
            Example:

              caricc alert file AL-2026-0193 --from KGZ --kind answer "not known here" --their-number 17/4
            """)

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Argument(help: ArgumentHelp("The message, as it was said or written.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Who sent it to us.", valueName: "party"))
    var from: String?

    @Option(help: ArgumentHelp("To whom we sent it.", valueName: "party"))
    var to: String?

    @Option(help: ArgumentHelp("What sort of message it is.", valueName: "code"))
    var kind: MessageKind

    @Option(help: ArgumentHelp("The number that the other side gave it (default: none).", valueName: "number"))
    var theirNumber: String?

    @Option(help: ArgumentHelp("By when the other side answers (default: not said).", valueName: "time"))
    var by: String?

    @OptionGroup var message: MessageOptions
    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard (from == nil) != (to == nil) else { throw ValidationError("Use either --from or --to.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        var head = message.head(try pen.alert(alert))
        head.theirNumber = theirNumber
        if from != nil { head.ourNumber = message.number }
        let filed = MessageFiled(
            from == nil ? .sent : .received, kind, party: from ?? to ?? "", text: text, head: head,
            due: try pen.optionalDeadline(by, option: "--by"))
        return try pen.save(.existing(alert), .alert(.messageFiled(filed)))
    }
}
