import ArgumentParser
import EventLog
import Glibc
import Model
import Wording

struct BatchCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: "Run many commands, one on a line, with the key opened once.",
        discussion: """
            A line is a command without the word caricc, with quotation marks as in a shell; what follows # is a comment. It \
            ends at the first line that is refused, which is told with its number; what was saved before stays. Options of \
            the batch for the officer, the role and the log hold for every line that does not say otherwise. Examples:

              caricc batch night.txt --officer a.orazov
              caricc batch - --keep-going
            """)

    @Argument(help: ArgumentHelp("A file; - is standard input.", valueName: "file"), completion: .file())
    var file: String

    @Flag(help: "Go on behind a line that is refused (default: stop there).")
    var keepGoing = false

    @Option(help: ArgumentHelp("Who signs (default: whose key is at hand).", valueName: "id"))
    var officer: String?

    @OptionGroup var signing: SigningOptions
    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func validate() throws {
        // One would be taken for the other.
        if file == "-", signing.passphrase.descriptors.contains(0) {
            throw ValidationError("The commands come from standard input; give the passphrase another descriptor.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        if StandingLog.isHeld { throw CommandFault.notInABatch("batch") }
        var lines: LineStream
        do {
            lines = try LineStream(path: file)
        } catch {
            throw CommandFault.stream(error, path: file)
        }
        defer { lines.close() }
        try hold(voice)
        defer {
            StandingKey.drop()
            StandingLog.drop()
        }
        var worst = ExitStatus.done
        while let line = try next(&lines) {
            let status = try BatchLine(line, log: log, voice: voice).run()
            try voice.output.flush()
            worst = max(worst, status)
            if status != .done, status != .findings, !keepGoing {
                voice.warn("Stopped at line \(line.number); what was saved before it stays")
                break
            }
        }
        return worst
    }

    private func next(_ lines: inout LineStream) throws -> LineStream.Line? {
        do {
            return try lines.next()
        } catch {
            throw CommandFault.stream(error, path: file)
        }
    }

    /// Opens the log and the key, for all lines.
    private func hold(_ voice: Voice) throws {
        guard let store = try? log.open(voice, indexed: true) else { return StandingLog.hold(nil) }
        StandingLog.hold(store)
        let roll = try store.roll()
        guard roll.isGoverned else { return }
        let signOn = try SignOn(store, roll, named: officer, options: signing, voice: voice)
        StandingKey.hold(
            StandingKey(officer: signOn.officer.id, role: signing.role, key: try signOn.openKey()))
    }
}

extension ExitStatus: Comparable {
    static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}

/// One command of a batch.
struct BatchLine {
    private let line: LineStream.Line
    private let log: LogOptions
    private let voice: Voice

    /// What asks a person, or never ends.
    private static let excluded: [any ParsableCommand.Type] = [
        BatchCommand.self, BoardCommand.self, DemoCommand.self, SelftestCommand.self, LogTail.self,
    ]

    init(_ line: LineStream.Line, log: LogOptions, voice: Voice) {
        self.line = line
        self.log = log
        self.voice = voice
    }

    func run() throws -> ExitStatus {
        if line.isTooLong { return refuse("the line is longer than \(grouped: LineStream.longestLine) bytes", .usage) }
        let words: [String]
        do {
            words = try BatchWords.split(line.text)
        } catch {
            return refuse(error.message, .usage)
        }
        guard let first = words.first else { return .done }
        if words.contains(where: { $0.lowercased().hasPrefix("--pass") }) {
            return refuse("no passphrase stands in a batch; the key is opened once, at its beginning", .usage)
        }
        let (type, rest) = BatchLine.command(words)
        guard type != Caricc.self else { return refuse("there is no command “\(first)”", .usage) }
        return try run(type, rest, words)
    }

    /// The command that the words begin with, and what stands behind it. Found without the parser, which takes ten times as long
    /// when it begins at the root.
    private static func command(_ words: [String]) -> (any ParsableCommand.Type, rest: [String]) {
        var type: any ParsableCommand.Type = Caricc.self
        var rest = words[...]
        while let word = rest.first,
            let below = type.configuration.subcommands.first(where: {
                $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
            })
        {
            type = below
            rest.removeFirst()
        }
        return (type, Array(rest))
    }

    private func run(_ type: any ParsableCommand.Type, _ rest: [String], _ words: [String]) throws -> ExitStatus {
        let command: any ParsableCommand
        do {
            command = try type.parseAsRoot(TypedArguments.joined(rest))
        } catch {
            return refuse(.verbatim(type.message(for: error)), .usage)
        }
        guard let spoken = command as? any SpokenCommand,
            !BatchLine.excluded.contains(where: { $0 == Swift.type(of: command) })
        else { return refuse("“\(words[0])” cannot be part of a batch; run it by itself", .usage) }
        do {
            return try spoken.perform(voice)
        } catch TextStream.Fault.readerGone {
            throw TextStream.Fault.readerGone
        } catch {
            let told = CommandFault(error)
            return refuse(told.message(voice.face), told.status)
        }
    }

    private func refuse(_ why: Message, _ status: ExitStatus) -> ExitStatus {
        try? voice.output.flush()
        voice.warn("line \(line.number): \(why)")
        return status
    }
}
