import ArgumentParser
import Model
import Wording

extension ArrangementType: CodedArgument {}

struct ShiftOrder: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "order",
        abstract: "Write down an order that was given by word of mouth; it stays open until carried out.",
        discussion:
            "Example:\n\n  caricc shift order \"wake me at once if 014 falls silent\" --by \"Ermekov\" --until 0800")

    @Argument(help: ArgumentHelp("The order.", valueName: "text"))
    var text: String

    @Option(name: .customLong("by"), help: ArgumentHelp("Who gave it.", valueName: "name"))
    var orderedBy: String

    @Option(
        help: ArgumentHelp("By when it is to be carried out: a time or a length (default: open).", valueName: "time"))
    var until: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let made = ArrangementMade(
            type: .verbalOrder, text: text, orderedBy: orderedBy,
            until: try pen.optionalDeadline(until, option: "--until"))
        return try pen.save(.new(.arrangements), .arrangement(.made(made)))
    }
}

struct ShiftArrange: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "arrange",
        abstract: "Write down what holds for a while: a phone forwarded, a filter off, a channel down.",
        discussion:
            "Example:\n\n  caricc shift arrange channel-down \"ContainerComm: read the mail by hand\" --until 0900")

    @Argument(help: ArgumentHelp("What sort it is.", valueName: "kind"))
    var type: ArrangementType

    @Argument(help: ArgumentHelp("What holds, and what to do meanwhile.", valueName: "text"))
    var text: String

    @Option(name: .customLong("by"), help: ArgumentHelp("Who ordered or told it (default: you).", valueName: "name"))
    var orderedBy: String?

    @Option(
        help: ArgumentHelp("By when it is to be ended: a time or a length (default: open).", valueName: "time"))
    var until: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let made = ArrangementMade(
            type: type, text: text, orderedBy: try orderedBy ?? pen.shownName(),
            until: try pen.optionalDeadline(until, option: "--until"))
        return try pen.save(.new(.arrangements), .arrangement(.made(made)))
    }
}

struct ShiftExtend: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend", abstract: "Give an arrangement or a verbal order more time.",
        discussion: "Example:\n\n  caricc shift extend TA-2026-003 --until 1200 --reason \"not mended yet\"")

    @Argument(help: ArgumentHelp("The arrangement.", valueName: "name"))
    var arrangement: SubjectName

    @Option(help: ArgumentHelp("Until when: a time or a length.", valueName: "time"))
    var until: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.subject(arrangement, .arrangements)
        let extended = ArrangementExtended(until: try pen.deadline(until, option: "--until"), reason: reason)
        return try pen.save(.existing(arrangement), .arrangement(.extended(extended)))
    }
}

struct ShiftEndArrangement: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-arrangement", abstract: "End an arrangement, or write that an order was carried out.",
        discussion: "Example:\n\n  caricc shift end-arrangement TA-2026-003 --note \"the channel is up\"")

    @Argument(help: ArgumentHelp("The arrangement.", valueName: "name"))
    var arrangement: SubjectName

    @Flag(help: "It was carried out (default: it no longer holds).")
    var carriedOut = false

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.subject(arrangement, .arrangements)
        let ended = ArrangementEnded(isCarriedOut: carriedOut, note: note)
        return try pen.save(.existing(arrangement), .arrangement(.ended(ended)))
    }
}
