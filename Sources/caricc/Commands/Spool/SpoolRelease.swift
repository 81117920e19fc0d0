import ArgumentParser
import EventLog
import Exchange
import Interface
import Model
import Settings
import Wording

struct SpoolRelease: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Take a held message in after all: as an alert, or on the thread of one.",
        discussion: """
            What can be read of it is taken over; what cannot, you say. Examples:

              caricc spool release IN-2026-0001 --as-alert --headline "Heroin 6 kg at Yallama" --note "read by eye"
              caricc spool release IN-2026-0002 --to AL-2026-0193 --note "the answer of last night"
            """)

    @Argument(help: ArgumentHelp("The held message.", valueName: "name"))
    var message: SubjectName

    @Flag(help: "Raise a new alert of it.")
    var asAlert = false

    @Option(help: ArgumentHelp("File it on the thread of this alert.", valueName: "name"))
    var to: SubjectName?

    @Option(help: ArgumentHelp("Why, and how it was read.", valueName: "text"))
    var note: String

    @Option(
        help: ArgumentHelp("What sort of message it is (default: as it says, else information).", valueName: "code"))
    var kind: MessageKind?

    @Option(
        help: ArgumentHelp("One line that says it all (default: as it says, else its first line).", valueName: "text"))
    var headline: String?

    @Option(help: ArgumentHelp("1 wakes people, 4 is for information (default: as it says, else 3).", valueName: "1-4"))
    var priority: Int?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard asAlert != (to != nil) else { throw ValidationError("Say either --as-alert or --to.") }
        if let priority, !(1...4).contains(priority) { throw ValidationError("--priority goes from 1 to 4.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let held = try pen.store.heldMessage(message)
        if held.outcome != nil || note.trimmingBlanks.isEmpty {
            // The model says why.
            return try pen.save(.existing(message), .intake(.released(HeldReleased(note: note))))
        }
        guard let bytes = try pen.store.bytes(of: held) else {
            throw CommandFault.said(
                "Nothing of \(message.text) is kept; type it in with “caricc alert raise”, and discard it with the reason"
            )
        }
        let reading = try HeldReading(held, bytes, spool: SpoolFolder.usual(forLog: options.log.path))
        if let to {
            _ = try pen.subject(to, .alerts)
            let filed = reading.filed(kind: kind, headline: headline, priority: priority)
            return try pen.save([
                Pen.Act(.existing(to), .alert(.messageFiled(filed)), payloads: reading.payloads),
                Pen.Act(.existing(message), .intake(.released(HeldReleased(to: to, note: note)))),
            ])
        }
        let key = try pen.signOn?.openKey()
        let raised = reading.raised(kind: kind, headline: headline, priority: priority)
        let begun = try pen.write(
            [Pen.Act(.new(.alerts), .alert(.raised(raised)), payloads: reading.payloads)], key: key)
        for (saved, act) in begun { try pen.tell(saved, act) }
        guard let name = begun.first?.0.subject else { return .done }
        let release = Pen.Act(.existing(message), .intake(.released(HeldReleased(to: name, note: note))))
        for (saved, act) in try pen.write([release], key: key) { try pen.tell(saved, act) }
        return .done
    }
}

/// A held message as a person takes it in: what can be read of it, else its bytes as text.
struct HeldReading {
    private let draft: MessageDraft?
    private let message: IncomingMessage?
    private let partner: PartnerFacts
    private let text: String
    private let held: MessageHeld
    let payloads: [Payload]
    private let sealed: Digest?

    init(_ held: HeldMessage, _ bytes: [UInt8], spool: String) throws {
        self.held = held.held
        let partner = HeldReading.partner(held.held.partner, spool)
        self.partner = partner
        var settings = partner.settings
        settings.formats = MessageFormat.allCases.map(\.rawValue)
        let answer = try SpoolParser().read(bytes, for: PartnerFacts(name: partner.name, settings: settings))
        if case .message(let message) = answer {
            self.message = message
        } else {
            message = CAPGlimpse(bytes).map { $0.message(held: held.since) }
        }
        let raw = SpoolDigest.of(bytes).hex
        let channel = partner.channel
        draft = message.map { MessageDraft($0, channel: channel, raw: raw, places: PlaceLookup.gazetteer) }
        let words = MessageDraft.cut(String(decoding: bytes, as: UTF8.self), MessageDraft.textLimit)
        // What speaks of people stays in the bytes, which can be erased.
        text = PersonalWords.occur(in: words) ? "" : words
        let payload = Payload(data: bytes)
        if let personal = draft?.personal {
            let second = Payload(data: personal.bytes)
            payloads = [payload, second]
            sealed = second.hash
        } else {
            payloads = [payload]
            sealed = nil
        }
    }

    private static func partner(_ name: String, _ spool: String) -> PartnerFacts {
        if let folder = try? SpoolFolder(opening: spool), let fileName = FileName(name),
            let partner = try? SpoolPartner(opening: fileName, in: folder)
        {
            return partner.facts
        }
        return PartnerFacts(name: name, settings: PartnerSettings(party: name))
    }

    private var firstLine: String {
        let line = text.split(whereSeparator: \.isNewline).first { !String($0).trimmingBlanks.isEmpty } ?? "?"
        return MessageDraft.cut(String(line).trimmingBlanks, MessageDraft.headlineLimit)
    }

    private var head: MessageHead { draft?.head ?? MessageHead(channel: partner.channel, raw: held.raw) }

    private var particulars: Particulars {
        draft?.particulars(sealedIn: sealed) ?? Particulars(text: text.isEmpty ? nil : text)
    }

    private func kind(_ said: MessageKind?) -> MessageKind {
        said ?? message?.kind.flatMap { MessageKind(rawValue: $0) } ?? .information
    }

    private var saidPriority: Int? {
        guard let message, message.priority != nil || message.urgency != nil || message.severity != nil else {
            return nil
        }
        return message.effectivePriority
    }

    func raised(kind: MessageKind?, headline: String?, priority: Int?) -> AlertRaised {
        AlertRaised(
            priority: priority ?? saidPriority ?? partner.settings.priority, message: self.kind(kind),
            headline: headline ?? draft?.headline ?? firstLine, source: partner.settings.party,
            place: particulars.place, substance: draft?.substance, quantity: draft?.quantity, due: draft?.due,
            payloads: payloads.map(\.hash.hex), head: head, particulars: particulars)
    }

    /// For a form: the message lies in the log already, so that its payloads are those of the held message.
    var heldDraft: HeldDraft {
        var raised = raised(kind: nil, headline: nil, priority: nil)
        raised.payloads = held.payloads
        raised.particulars = draft?.particulars(sealedIn: nil) ?? particulars
        return HeldDraft(raised, personal: draft?.personal?.rows ?? [])
    }

    func filed(kind: MessageKind?, headline: String?, priority: Int?) -> MessageFiled {
        let words = draft?.text ?? text
        return MessageFiled(
            .received, self.kind(kind), party: partner.settings.party,
            text: words.trimmingBlanks.isEmpty ? firstLine : words, head: head, due: draft?.due, headline: headline,
            priority: priority, particulars: particulars, payloads: payloads.map(\.hash.hex))
    }
}

struct SpoolDiscard: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Put a held message aside: nothing is to be done with it. Its bytes stay.",
        discussion: "Example:\n\n  caricc spool discard IN-2026-0001 --reason \"an advertisement\"")

    @Argument(help: ArgumentHelp("The held message.", valueName: "name"))
    var message: SubjectName

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.store.heldMessage(message)
        return try pen.save(.existing(message), .intake(.discarded(HeldDiscarded(reason: reason))))
    }
}

struct SpoolRetry: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Try held messages again, after partner.toml or the program was changed.",
        discussion: "Example:\n\n  caricc spool retry IN-2026-0001 IN-2026-0002")

    @Argument(help: ArgumentHelp("The held messages; none for all.", valueName: "name"))
    var messages: [SubjectName] = []

    @OptionGroup var options: SpoolOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try options.log.open(voice, indexed: true)
        let spool = try SpoolFolder(opening: options.path)
        let partners = try spool.partners(isExerciseLog: store.identity.isExercise)
        for name in messages { _ = try store.heldMessage(name) }
        let intake = try SpoolIntake(store, partners: partners.map(\.facts))
        var released = 0
        for name in messages.isEmpty ? try store.openSubjects(in: .intake) : messages
        where try intake.release(name, note: "tried again") {
            released += 1
            try voice.say("\(name.text) is taken in")
        }
        if released == 0 { try voice.say("Their reasons still hold; nothing was taken in") }
        return .done
    }
}
