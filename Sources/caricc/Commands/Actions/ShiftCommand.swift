import ArgumentParser
import Model
import Wording

/// The actions of the shift screen.
struct ShiftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shift", abstract: "Begin, note and end the watch.",
        discussion: """
            One officer has the watch. Example:

              caricc shift start "A. Sagynbaeva" --until 0800 --relief "B. Orazov"
            """,
        subcommands: [ShiftStart.self, ShiftNote.self, ShiftEnd.self, ShiftShow.self])
}

struct ShiftStart: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Begin a watch.",
        discussion: "Example:\n\n  caricc shift start \"A. Sagynbaeva\" --until 0800 --relief \"B. Orazov\"")

    @Argument(
        help: ArgumentHelp("The officer's name as it is to be shown (default: the officer's id).", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Until when it is planned: a time or a length.", valueName: "time"))
    var until: String

    @Option(help: ArgumentHelp("Who comes next (default: not known).", valueName: "name"))
    var relief: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let until = try pen.deadline(until, option: "--until")
        let started = ShiftStarted(officer: name ?? pen.officer, until: until, relief: relief)
        return try pen.save(.new(.shifts), .shift(.started(started)))
    }
}

struct ShiftNote: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Add a line to the log of the watch.",
        discussion: "Example:\n\n  caricc shift note \"line to Dushanbe restored\" --at 0340")

    @Argument(help: ArgumentHelp("The note.", valueName: "text"))
    var text: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        return try pen.save(.existing(pen.watch().name), .shift(.noted(ShiftNoted(text: text))))
    }
}

struct ShiftEnd: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End the watch.",
        discussion: "Example:\n\n  caricc shift end --note \"handed over to B. Orazov\"")

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        return try pen.save(.existing(pen.watch().name), .shift(.ended(ShiftEnded(note: note))))
    }
}

extension Pen {
    /// The watch that runs now.
    func watch() throws -> Shift {
        guard let watch = try store.board().watch else { throw CommandFault.nobodyHasTheWatch }
        return watch
    }
}
