import ArgumentParser
import EventLog
import Exchange
import Model
import Wording

struct LogVerify: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that nothing in a log was changed, lost or added.",
        discussion: """
            Works on logs and on exports, without changing them. The answer is WHOLE (0), SHORT (10), DAMAGED (11), ALTERED \
            or FORKED (12), NOT A LOG (13); 4 when it was stopped. Only what is kept elsewhere, such as a control phrase, \
            tells a log that was rewritten with its own key. Examples:

              caricc log verify
              caricc log verify /mnt/usb/export --phrase "birch falcon grain bridge july jug 4417"
              caricc log verify --since-last --json
            """)

    @Argument(help: ArgumentHelp("A log or an export (default: the log of --log).", valueName: "path"))
    var path: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A control phrase that was written down; may be repeated.", valueName: "words"))
    var phrase: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A checkpoint that was kept elsewhere, as a file; may be repeated.", valueName: "file"))
    var checkpoint: [String] = []

    @Option(help: ArgumentHelp("The desk's key as it was written down: name+hash+key.", valueName: "vkey"))
    var key: VerifierKey?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A witness's key; may be repeated.", valueName: "vkey"))
    var witness: [WitnessKey] = []

    @Flag(help: "Begin where this machine's last sound check ended (default: at the first record).")
    var sinceLast = false

    @Flag(inversion: .prefixedNo, help: "Check every record's signature, which takes most of the time.")
    var signatures = true

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let place = path ?? log.path
        let phrases = try phrase.map { try read(phrase: $0) }
        var known = phrases.map { OutsideWord.phrase(PhraseCode(numbers: $0.numbers, digits: $0.digits), size: nil) }
        for file in checkpoint { known.append(.note(try read(file))) }
        let work = try StoppableWork(voice, title: "Verifying")
        defer { work.end() }
        let report = Verifier.verify(
            path: place, mode: sinceLast ? .sinceLastVerified : .full, known: known, witnesses: witness, deskKey: key,
            signatures: signatures
        ) { work.goesOn($0) }
        work.end()
        guard let report else {
            voice.warn("Stopped; nothing is known about the log")
            return .notSure
        }
        if json {
            try voice.json(report.json)
        } else {
            for line in report.lines(path: place, voice.catalogue.language) { try voice.say(line) }
            for phrase in phrases { try sayWhose(phrase, place, voice) }
        }
        return ExitStatus(rawValue: report.verdict.exitCode) ?? .notSure
    }

    /// A word that is in no list is named: most phrases are misheard or misspelt in one.
    private func read(phrase text: String) throws -> ControlPhrase {
        if let phrase = ControlPhrase(parsing: text) { return phrase }
        if let word = ControlPhrase.unknownWord(in: text) {
            throw CommandFault.misread("--phrase: “\(word)” is no word of a control phrase; look at its spelling")
        }
        throw CommandFault.misread("--phrase: a control phrase is six words and four digits; “\(text)” is not")
    }

    /// Which handover it certifies, and between whom.
    private func sayWhose(_ phrase: ControlPhrase, _ place: String, _ voice: Voice) throws {
        guard let store = try? LogStore(opening: place, access: .reading) else { return }
        defer { store.close() }
        let found = try? store.handovers { past in
            guard let relief = try? store.relief(of: past.name), let certificate = try? store.certificate(of: relief)
            else { return false }
            let code = Checkpoint(origin: certificate.origin, size: certificate.size, root: certificate.root).phrase
            return code.numbers == phrase.numbers && code.digits == phrase.digits
        }
        for past in found ?? [] {
            guard let relief = try store.relief(of: past.name) else { continue }
            try voice.say(
                "it certifies the handover of \(past.name.text), \(relief.outgoing.name) to \(relief.incoming.name), \(voice.face.stamp(relief.taken))"
            )
        }
    }

    private func read(_ file: String) throws -> [UInt8] {
        do {
            return try SafeFile.read(file, limitBytes: 1 << 20)
        } catch {
            throw CommandFault.file(error, path: file)
        }
    }
}

extension VerifierKey: ExpressibleByArgument {
    public init?(argument: String) {
        guard let key = try? VerifierKey(argument) else { return nil }
        self = key
    }
}

extension WitnessKey: ExpressibleByArgument {
    public init?(argument: String) {
        guard let key = try? WitnessKey(argument) else { return nil }
        self = key
    }
}
