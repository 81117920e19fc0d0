import ArgumentParser
import EventLog
import Exchange
import Model
import Wording

struct AlertSend: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Tell somebody about an alert: first what would go and what stays, then the message.",
        discussion: """
            Only what is on the list of the recipient and the purpose goes; who told us never does. With --preview nothing is \
            written. Otherwise the message is written to the file, or to standard output, and the log keeps to whom it went, \
            when, under which number of ours, and which fields. Examples:

              caricc alert send AL-2026-0193 --to KAZ --preview
              caricc alert send AL-2026-0193 --to KAZ --format text --language ru > message.txt
              caricc alert send AL-2026-0193 --to INTERPOL --format cap --file message.xml --channel i24-7
            """)

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @Option(name: .customLong("to"), help: ArgumentHelp("A State's three letters, or a service.", valueName: "state"))
    var recipient: String

    @Option(help: ArgumentHelp("What for.", valueName: "code"))
    var purpose = ReleasePurpose.operational

    @Option(help: ArgumentHelp("In which form.", valueName: "code"))
    var format = ExportFormat.text

    @Option(help: ArgumentHelp("Of the labels: en, ru or zh (default: the language in use).", valueName: "code"))
    var labels: String?

    @Option(
        help: ArgumentHelp("Words of your own, in front of those of the record (default: none).", valueName: "text"))
    var words: String?

    @Option(help: ArgumentHelp("Why, for what bears H1 (default: none).", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("By which way it goes (default: not said).", valueName: "code"))
    var channel: Channel?

    @Option(help: ArgumentHelp("What sort of message (default: what is owed, else information).", valueName: "code"))
    var message: MessageKind?

    @Option(help: ArgumentHelp("A file that is not there yet (default: standard output).", valueName: "file"))
    var file = "-"

    @Flag(help: "Replace the file if it is there (default: refuse).")
    var replace = false

    @Flag(help: "Say what would go and what stays, and write nothing.")
    var preview = false

    @Flag(help: "The recipient is unusual, and is meant (default: refuse).")
    var unusual = false

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        if recipient.trimmingBlanks.isEmpty { throw ValidationError("--to is empty.") }
        if let labels, MessageLabel.Language(rawValue: labels) == nil {
            throw ValidationError("--labels is one of en, ru, zh.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        if preview {
            let store = try options.log.open(voice, indexed: true)
            try voice.tell(try shown(store, reader: nil))
            return .done
        }
        let pen = try Pen(options, voice)
        let shown = try shown(pen.store, reader: try ReleaseReader.reader(pen))
        for warning in shown.warnings { voice.warn(warning.message) }
        for line in shown.toBeRewritten { voice.warn(line.rewriting) }
        guard shown.warnings.isEmpty || unusual else {
            throw CommandFault.misread("The recipient is unusual; look at --preview, and say --unusual if it is meant")
        }
        guard !shown.isBare else {
            throw CommandFault.misread(
                "Nothing of \(alert.text) may go to \(recipient); see --preview, or write --words")
        }
        if shown.needsReason, reason?.trimmingBlanks.isEmpty ?? true {
            throw CommandFault.misread("\(alert.text) is H1: say why it is given out, with --reason")
        }
        return try send(shown, pen, voice)
    }

    private func shown(_ store: LogStore, reader: Reader?) throws -> ReleasePreview {
        let history = try store.history(of: alert)
        let release = Release(to: ReleaseRecipient(recipient), for: purpose, by: reader, ownWords: words)
        guard case .alert? = history.subject,
            let preview = release.preview(of: history, persons: try store.personalWords(of: history))
        else {
            throw CommandFault.noSuchSubject(alert, wanted: .alerts)
        }
        return preview
    }

    private func send(_ shown: ReleasePreview, _ pen: Pen, _ voice: Voice) throws -> ExitStatus {
        guard case .alert(let alert) = try pen.subject(alert, .alerts) else { return .done }
        let language = labels ?? voice.catalogue.language.rawValue
        let course = alert.course(to: shown.recipient.name, as: message)
        guard !course.lacksMessage else { throw CommandFault.misread(course.lack(shown.recipient.name)) }
        let head = OutgoingHead(
            sender: pen.store.identity.centre, number: alert.nextNumber, sent: pen.now,
            offsetSeconds: voice.zone.offset(at: pen.now), recipients: [shown.recipient.name],
            course: course)
        let composed = try Composition(
            [shown.record], as: format, head, language: MessageLabel.Language(rawValue: language) ?? .en)
        let draft = try ReleaseFiles.prepare(composed.bytes, file, pen.store, replacing: replace)
        let payload = Payload(data: composed.bytes)
        var filed = shown.filed(
            as: course, number: alert.nextNumber, channel: channel,
            format: format, sent: pen.now)
        filed.payloads = [payload.hash.hex]
        filed.head.raw = Hashing.plain(composed.bytes).hex
        var acts = [Pen.Act(.existing(alert.name), .alert(.messageFiled(filed)), payloads: [payload])]
        if shown.needsReason, let signOn = pen.signOn, let code = alert.trail.handling?.current.code {
            let body = RecordConsulted(record: alert.name, code: code, action: .export, reason: reason)
            acts.append(Pen.Act(.existing(signOn.officer.name), .officer(.consulted(body))))
        }
        do {
            let written = try pen.write(acts)
            guard !written.contains(where: { $0.1.event.isProposal }) else {
                draft?.discard()
                for (saved, act) in written { try pen.tell(saved, act) }
                return .done
            }
            for (saved, _) in written { voice.warn("saved #\(saved.index) \(saved.subject.text)") }
        } catch {
            draft?.discard()
            throw error
        }
        try draft?.publish()
        if let draft { voice.warn("The message is in \(draft.path)") } else { try voice.bytes(composed.bytes) }
        return .done
    }
}

extension OutgoingCourse {
    /// What there would have to be.
    func lack(_ recipient: String) -> Message {
        kind == .cancellation
            ? "Nothing went to \(recipient) that could be taken back; say another --message"
            : "\(recipient) sent no message here that this could answer; say another --message"
    }
}

extension Event {
    fileprivate var isProposal: Bool { if case .fourEyes(.proposed) = self { true } else { false } }
}

extension ReleasePreview.Line {
    fileprivate var rewriting: Message {
        "\(field.message) does not go as it is: it speaks of a person or of who told us; write it anew with --words"
    }
}

/// Who gives out, for the rules of handling.
enum ReleaseReader {
    static func reader(_ pen: Pen) throws -> Reader? {
        guard let signOn = pen.signOn else { return nil }
        let role = signOn.role(among: [.dutyOfficer, .supervisor], at: pen.now)
        let hasTheWatch = try pen.store.board().watch?.officerID == pen.officer
        return Reader(officer: pen.officer, role: role, hasTheWatch: hasTheWatch)
    }
}

/// Files of what leaves.
enum ReleaseFiles {
    /// Nil for standard output.
    static func prepare(
        _ bytes: [UInt8], _ path: String, _ store: LogStore, replacing: Bool
    ) throws -> ExportDraft? {
        if path == "-" { return nil }
        return try ExportFile.prepare(
            bytes, for: path, isExercise: store.identity.isExercise, replacing: replacing, logFolder: store.folder.path)
    }
}

extension Voice {
    /// What would go and what stays, a line for each field.
    func tell(_ preview: ReleasePreview) throws {
        try say(
            "\(preview.subject.text) to \(preview.recipient.name), \(preview.purpose.message): \(preview.gone.count) go, \(preview.kept.count) stay"
        )
        for line in preview.gone { try say("goes   \(line.field.message): \(words(of: line))") }
        for line in preview.kept {
            guard let reason = line.reason else { continue }
            let key = line.key.map { " \($0)" } ?? ""
            try say("stays  \(line.field.message)\(key): \(reason.message)")
        }
        for warning in preview.warnings { try say("LOOK   \(warning.message)") }
        for line in preview.toBeRewritten { try say("LOOK   \(line.rewriting)") }
    }

    private func words(of line: ReleasePreview.Line) -> String {
        switch line.field {
        case .date, .answerBy, .validUntil:
            line.texts.compactMap { Int64($0) }.map { face.stamp(Instant(milliseconds: $0)) }.joined(separator: ", ")
        case .kind: line.texts.map { MessageKind(rawValue: $0).map { text($0.message) } ?? $0 }.joined()
        default: String(line.texts.joined(separator: ", ").prefix(200))
        }
    }
}

extension ExportFile.Fault {
    var message: Message {
        switch self {
        case .name(let path): "“\(path)” is no name for a file"
        case .exists(let path): "\(path) is there already; say --replace, or another name"
        case .notAFile(let path): "\(path) is no file that could be replaced; say another name"
        case .insideTheLog(let path): "\(path) lies where the log is; nothing else is put there"
        case .system(let path, let code): "\(path) cannot be written: \(ExportFile.text(code))"
        case .folder(let path, let fault): fault.message(path: path)
        }
    }
}
