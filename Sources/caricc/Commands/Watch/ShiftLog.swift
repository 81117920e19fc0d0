import ArgumentParser
import EventLog
import Model
import Wording

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
        return try pen.saveNote(.existing(pen.watch().name), .shift(.noted(ShiftNoted(text: text))))
    }
}

struct ShiftDecide: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Write a decision into the log of the watch, with its reason.",
        discussion: """
            What was known then is kept by itself: the number of the last record. A State decides on its soil; name it with \
            --by. Example:

              caricc shift decide "keep the interval of 30 min" --reason "two cars see the truck" --option "15 min" --about CD-2026-014
            """)

    @Argument(help: ArgumentHelp("What was decided.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("Who decided: a person, or a State and its authority (default: you).", valueName: "name"))
    var decidedBy: String?

    @Option(
        name: .customLong("option"), parsing: .singleValue,
        help: ArgumentHelp("What else could have been done; may be repeated.", valueName: "text"))
    var alternatives: [String] = []

    @Option(help: ArgumentHelp("The subject that it is about (default: the watch).", valueName: "name"))
    var about: SubjectName?

    @Option(help: ArgumentHelp("What speaks against it (default: nothing).", valueName: "text"))
    var concerns: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let watch = try pen.watch()
        if let about, try pen.store.history(of: about).entries.isEmpty {
            throw CommandFault.noSuchSubject(about, wanted: nil)
        }
        let decision = DecisionRecorded(
            text: text, reason: reason, options: alternatives, decidedBy: try decidedBy ?? pen.shownName(),
            about: about, knownTo: try pen.store.size() - 1, concerns: concerns)
        return try pen.save(.existing(watch.name), .shift(.decided(decision)))
    }
}

struct CorrectCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Put a new text in the place of a note of your own.",
        discussion: """
            The old note stays in the log and is shown struck through; only its author corrects it. Example:

              caricc correct 4711 "weight 38.4 kg, not 83.4"
            """)

    @Argument(help: ArgumentHelp("The note's number.", valueName: "number"))
    var entry: EntryNumber

    @Argument(help: ArgumentHelp("The new text.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("Why (default: “corrected”).", valueName: "text"))
    var reason: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        guard let found = try pen.store.entry(entry.index) else { throw LogFault.noSuchEntry(entry.index) }
        guard let corrected = found.event.corrected(to: text, at: entry.index) else {
            throw CommandFault.said(
                "#\(Int(entry.index)) is not a note; withdraw it with “caricc withdraw”, and write it anew")
        }
        let withdrawn = EntryWithdrawn(index: entry.index, reason: reason ?? voice.catalogue.text("corrected"))
        return try pen.save([
            Pen.Act(.existing(found.subject), .logKeeping(.withdrawn(withdrawn))),
            Pen.Act(.existing(found.subject), corrected),
        ])
    }
}
