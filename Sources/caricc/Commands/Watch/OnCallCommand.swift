import ArgumentParser
import EventLog
import Model
import Wording

extension OnCallDuty: ExpressibleByArgument {}

/// Who can be called.
struct OnCallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "on-call", abstract: "Who can be called for what, and for what they may be woken.",
        discussion: "Example:\n\n  caricc shift on-call list --priority 1",
        subcommands: [OnCallList.self, OnCallAdd.self, OnCallEnd.self])
}

struct OnCallList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List who is on call now.",
        discussion: """
            How to reach them is personal data: it stands beside the log, and is printed only with --contacts. Example:

              caricc shift on-call list --priority 1 --contacts
            """)

    @Option(help: ArgumentHelp("Only those who may be woken for this priority (default: all).", valueName: "1-4"))
    var priority: Int?

    @Flag(help: "Also how to reach them.")
    var contacts = false

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard priority.map({ (1...4).contains($0) }) ?? true else {
            throw ValidationError("--priority goes from 1 to 4.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, board, now) = try options.board(voice)
        let people = priority.map { board.whoToWake(for: $0, at: now) } ?? board.onCall(at: now)
        for person in people {
            let contact = try contacts ? person.contact.map { try store.contact($0) ?? voice.text("erased") } : nil
            if options.json {
                try voice.json(person.json(contact: contact))
            } else {
                try voice.say(person.row(contact: contact, voice.face))
            }
        }
        if people.isEmpty, !options.json {
            try voice.say(priority == nil ? "Nobody is on call" : "Nobody may be woken for this priority")
        }
        return .done
    }
}

struct OnCallAdd: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Put somebody on call, or change for what.",
        discussion: """
            The same person with the same duty and State is changed, not added. --contact is kept beside the log, erasable \
            by law; “-” reads it from standard input. Example:

              caricc shift on-call set "Ermekov N.T." leader --wake 1 --until "2026-10-24 08:00" --contact "+7 000 000-01-07"
            """)

    @Argument(help: ArgumentHelp("The name as it is to be shown.", valueName: "name"))
    var person: String

    @Argument(help: ArgumentHelp("What they are called for.", valueName: "duty"))
    var duty: OnCallDuty

    @Option(help: ArgumentHelp("The least urgent priority they may be woken for; 0 for none.", valueName: "0-4"))
    var wake: Int

    @Option(help: ArgumentHelp("The State of a liaison officer.", valueName: "state"))
    var state: String?

    @Option(help: ArgumentHelp("From when (default: now).", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Until when (default: until further notice).", valueName: "time"))
    var until: String?

    @Option(
        name: .customLong("speaks"), parsing: .singleValue,
        help: ArgumentHelp("A language they speak: ru, en, uz; may be repeated.", valueName: "code"))
    var languages: [String] = []

    @Option(
        name: .customLong("lives-in"), help: ArgumentHelp("Their zone (default: the Centre's).", valueName: "zone"))
    var home: String?

    @Option(help: ArgumentHelp("How to reach them (default: unchanged, or not known).", valueName: "text"))
    var contact: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard (0...4).contains(wake) else { throw ValidationError("--wake goes from 0 to 4.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        if let home, Zone.named(home) == nil {
            throw CommandFault.misread("--lives-in: “\(home)” is not a zone; try Almaty, UTC or +05")
        }
        let known = try pen.store.board().onCall.values.filter {
            $0.terms.person == person && $0.terms.duty == duty && $0.terms.state == state?.uppercased()
        }.min { $0.name < $1.name }
        let typed = contact == "-" ? readLine() : contact
        let payload = typed.map { Payload(data: Array($0.trimmingBlanks.utf8)) }
        let terms = OnCallSet(
            person: person, duty: duty, state: state?.uppercased(),
            from: try from.map { try pen.time($0, option: "--from", .nearest) } ?? pen.now,
            until: try pen.optionalDeadline(until, option: "--until"), wakeFor: wake, languages: languages,
            zone: home.flatMap { Zone.named($0)?.name },
            payloads: payload.map { [$0.hash.hex] } ?? known?.terms.payloads ?? [])
        return try pen.save(
            known.map { .existing($0.name) } ?? .new(.onCall), .onCall(.set(terms)),
            payloads: payload.map { [$0] } ?? [])
    }
}

struct OnCallEnd: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Take somebody off call.",
        discussion: "Example:\n\n  caricc shift on-call end OC-2026-002 --note \"on leave\"")

    @Argument(help: ArgumentHelp("The name in the list.", valueName: "name"))
    var name: SubjectName

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.subject(name, .onCall)
        return try pen.save(.existing(name), .onCall(.ended(OnCallEnded(note: note))))
    }
}

extension LogStore {
    /// How to reach somebody; nil when it was erased.
    func contact(_ hash: Digest) throws -> String? {
        try payload(hash).map { String(decoding: $0, as: UTF8.self) }
    }
}
