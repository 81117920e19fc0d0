import ArgumentParser
import EventLog
import Exchange
import Model
import Places
import Wording

struct AlertPaste: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "paste", abstract: "Take in a message as text: labelled, CAP, or mere words.",
        discussion: """
            Reads standard input, says what was understood, and saves it: as a message of a known thread where it refers to \
            one, else as a new alert. The text is kept word for word beside the log. Examples:

              caricc alert paste < message.txt
              caricc alert paste --preview --source KGZ < mail.txt
            """)

    @Option(help: ArgumentHelp("Who told us, where the text does not say (default: what it says).", valueName: "state"))
    var source: String?

    @Option(help: ArgumentHelp("1 wakes people, 4 is for information (default: what it says).", valueName: "1-4"))
    var priority: Int?

    @Option(help: ArgumentHelp("The alert whose thread it belongs to (default: what it refers to).", valueName: "name"))
    var thread: SubjectName?

    @Flag(help: "Say what was understood, and save nothing.")
    var preview = false

    @Flag(help: "Take amounts that may be two numbers, such as 1,250 kg, by their other reading.")
    var other = false

    @Flag(help: "Save it although the log has it already, letter for letter.")
    var again = false

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        if let priority, !(1...4).contains(priority) { throw ValidationError("--priority goes from 1 to 4.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let bytes: [UInt8]
        do {
            bytes = try SafeFile.read("-", limitBytes: PasteReader.keptLimit)
        } catch {
            throw CommandFault.file(error, path: "-")
        }
        let store = try options.log.open(voice, indexed: true)
        var message = PasteReader.read(
            String(decoding: bytes, as: UTF8.self), inExercise: store.identity.isExercise,
            places: PlaceLookup.gazetteer, takesOther: other)
        guard !message.raw.allSatisfy(\.isWhitespace) else { throw CommandFault.misread("Nothing was pasted") }
        if let source {
            message.source = source
            message.doubts.removeAll { $0 == .noSource }
        }
        if let priority { message.priority = priority }
        let now = store.clock.time(at: MachineMoment.now().wall)
        message.settle(before: now) { voice.zone.offset(at: $0) }
        let board = try store.board()
        message.hash = Hashing.plain(Array(message.raw.utf8)).hex
        message.compare(with: board)
        let thread = thread ?? message.thread(in: board)
        for line in message.lines(thread: thread, voice.face, now: now) {
            if preview { try voice.say(line) } else { voice.warn(line) }
        }
        if preview { return .done }
        if let fatal = message.doubts.first(where: { [.otherRealm, .notForUse, .noSource].contains($0) }) {
            throw CommandFault.misread(fatal.message)
        }
        if !again, case .sameWords(let name)? = message.doubts.first {
            throw CommandFault.misread(
                "\(name.text) has this message already, letter for letter; say --again if it is meant")
        }
        let payloads = message.parts.map { Payload(data: $0.bytes) }
        var event = message.event(in: thread)
        for (part, payload) in zip(message.parts, payloads) {
            event = event.keeping(part, as: payload.hash, plain: Hashing.plain(payload.data))
        }
        let target: Proposal.Target = thread.map { .existing($0) } ?? .new(.alerts)
        var act = Pen.Act(target, event, payloads: payloads)
        // What the officer says of the time stands above what the text does.
        if options.at == nil, let happened = message.happened {
            (act.at, act.precision) = (happened, message.happenedPrecision)
        }
        return try Pen(options, voice).save([act])
    }
}

/// Places by name, from the tables that are shipped; none where they cannot be read.
enum PlaceLookup {
    /// Read once, when it is asked for first.
    static let gazetteer: Gazetteer = (try? Gazetteer.load()) ?? .empty

    /// How far apart two places are; nil for all where the tables cannot be read.
    static var kilometres: Kilometres { gazetteer.kilometres }
}
