import ArgumentParser
import EventLog
import Interface
import Model
import Wording

/// Handling codes on records, and who read what bears one.
struct HandlingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handling", abstract: "Say how information may be handled, read what is protected, see who did.",
        discussion: """
            H0 has no limits, H1 is not for courts, H2 is not to be passed on, H3 is for named readers. Example:

              caricc handling set AL-2026-0193 --code H2 --originator KGZ
            """,
        subcommands: [HandlingSetCommand.self, HandlingRead.self, HandlingReaders.self])
}

extension HandlingCode: ExpressibleByArgument {
    package init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

struct HandlingSetCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Set the handling code of an alert, a delivery or a seizure.",
        discussion: """
            A less strict code needs the originator's permission. Example:

              caricc handling set AL-2026-0193 --code H3 --originator KGZ --readers a.orazov,b.umarov
            """)

    @Argument(help: ArgumentHelp("The record.", valueName: "name"))
    var record: SubjectName

    @Option(help: ArgumentHelp("H0, H1, H2 or H3 (Europol handling codes).", valueName: "code"))
    var code: HandlingCode

    @Option(help: ArgumentHelp("Whose information it is.", valueName: "who"))
    var originator: String

    @Option(help: ArgumentHelp("What else was asked (default: nothing).", valueName: "text"))
    var conditions: String?

    @Option(help: ArgumentHelp("Officer ids with commas between, for H3 (default: nobody).", valueName: "ids"))
    var readers: String?

    @Option(help: ArgumentHelp("Who permitted a less strict code, when and how (default: nobody).", valueName: "text"))
    var permission: String?

    @Option(
        help: ArgumentHelp(
            "Source A B C X and information 1 to 4, such as B2 (4x4 system; default: not graded).", valueName: "grade"))
    var grade: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard let grade else { return }
        guard grade.count == 2, SourceGrade(rawValue: String(grade.prefix(1)).uppercased()) != nil,
            InformationGrade(rawValue: String(grade.suffix(1))) != nil
        else { throw ValidationError("“\(grade)” is not a grade; give a letter A B C X and a digit 1 to 4.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        guard try pen.store.history(of: record).subject != nil else {
            throw CommandFault(LogFault.refused(.noSuchSubject(record), position: 0))
        }
        let set = HandlingSet(
            code: code, originator: originator, conditions: conditions,
            readers: readers?.split(separator: ",").map { String($0).trimmingBlanks } ?? [], permission: permission,
            source: grade.flatMap { SourceGrade(rawValue: String($0.prefix(1)).uppercased()) },
            information: grade.flatMap { InformationGrade(rawValue: String($0.suffix(1))) })
        return try pen.save(.existing(record), .handling(.set(set)))
    }
}

struct HandlingRead: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read a protected record; your reading is written down first.",
        discussion: """
            Who has the watch gives no reason, everybody else does. Example:

              caricc handling read AL-2026-0193 --reason "the prosecutor called"
            """)

    @Argument(help: ArgumentHelp("The record.", valueName: "name"))
    var record: SubjectName

    @Option(help: ArgumentHelp("Why you read it (default: none, for who has the watch).", valueName: "text"))
    var reason: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let history = try pen.store.history(of: record)
        guard let subject = history.subject else {
            throw CommandFault(LogFault.refused(.noSuchSubject(record), position: 0))
        }
        if let signOn = pen.signOn, let handling = subject.trail.handling, handling.isProtected {
            let role = signOn.role(among: Permission.writers(of: RecordConsulted.kind), at: pen.now)
            let hasTheWatch = try pen.store.board().watch?.officerID == pen.officer
            let reader = Reader(officer: pen.officer, role: role, hasTheWatch: hasTheWatch)
            switch reader.leave(for: .open, handling) {
            case .no:
                throw CommandFault(
                    LogFault.refused(.notForThisReader(record, handling.current.code), position: 0))
            case .withReason where reason?.trimmingBlanks.isEmpty ?? true:
                throw CommandFault.misread(
                    "\(record.text) is \(handling.current.code.rawValue): say why, with --reason")
            case .yes, .logged, .withReason: break
            }
            let body = RecordConsulted(record: record, code: handling.current.code, reason: reason)
            _ = try pen.write([Pen.Act(.existing(signOn.officer.name), .officer(.consulted(body)))])
        }
        let printer = RecordPrinter(voice, json: options.json)
        for entry in history.entries { try printer.print(entry, isWithdrawn: history.withdrawn.contains(entry.index)) }
        return .done
    }
}

struct HandlingReaders: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "readers", abstract: "Who read a protected record, when, and why.",
        discussion: "Example:\n\n  caricc handling readers AL-2026-0193")

    @Argument(help: ArgumentHelp("The record.", valueName: "name"))
    var record: SubjectName

    @OptionGroup var options: AnswerOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, _) = try options.open(voice)
        let printer = RecordPrinter(voice, json: options.json)
        var count = 0
        for officer in try store.roll().officers.values.sorted(by: { $0.id < $1.id }) {
            for entry in try store.history(of: officer.name).entries {
                guard case .officer(.consulted(let body)) = entry.event, body.record == record else { continue }
                try printer.print(entry, isWithdrawn: false)
                count += 1
            }
        }
        if count == 0, !options.json { try voice.say("Nobody's reading of \(record.text) is written down") }
        return .done
    }
}
