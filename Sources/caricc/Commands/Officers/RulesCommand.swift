import ArgumentParser
import EventLog
import Exchange
import Interface
import Model
import Settings
import Wording

/// What needs two persons, and for how long a console trusts that nobody else sits at it.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Show the rules on two persons, or propose others.",
        discussion: """
            Examples:

              caricc officer rules show --toml > rules.toml
              caricc officer rules set rules.toml --reason "as decided on 20 November"
            """,
        subcommands: [RulesShow.self, RulesSetCommand.self])
}

struct RulesShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show which actions need a second person, and when.",
        discussion: "Example:\n\n  caricc officer rules show")

    @Flag(help: "As a file that “caricc officer rules set” reads.")
    var toml = false

    @OptionGroup var options: AnswerOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        if toml, options.json { throw ValidationError("Use --toml or --json, not both.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try options.log.open(voice, indexed: true)
        let roll = try store.governedRoll()
        let rules = roll.rules
        if options.json {
            try voice.json(RulesSet(rules: rules, reason: "").object)
        } else if toml {
            for line in RulesFile.lines(of: rules) { try voice.line(line) }
        } else {
            for (kind, rule) in rules.actions.sorted(by: { $0.key < $1.key }) {
                try voice.say("\(Message.action(kind)) (\(kind)): \(rule.message)")
            }
            try voice.say(
                "A signature asks for the passphrase again after \(rules.signAgainMinutes) min without a key, and a console locks after \(rules.lockMinutes) min"
            )
            if roll.isSingle {
                try voice.say("One person acts alone here: nobody approves, until a second supervisor is enrolled")
            }
        }
        return .done
    }
}

struct RulesSetCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Propose rules; who appoints, revokes and sets rules is always two persons.",
        discussion: """
            The file is TOML as “caricc officer rules show --toml” prints it, or the JSON body of a rulesSet record. What is \
            not named in it is as this program has it by itself. Example:

              caricc officer rules set rules.toml --reason "as decided on 20 November"
            """)

    @Argument(help: ArgumentHelp("A file; - is standard input.", valueName: "file"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.store.governedRoll()
        let rules = try RulesFile.read(file)
        if let refusal = rules.refusal { throw LogFault.refused(refusal, position: 0) }
        let set = Event.rules(.set(RulesSet(rules: rules, reason: reason)))
        let book = try pen.store.rulesSubject()
        return try pen.save(book.map { .existing($0) } ?? .new(.rules), set)
    }
}

extension ActionRule {
    var message: Message {
        let who = approvers.message
        switch mode {
        case .alone: return "one person"
        case .before where byTelephone:
            return "approved first by another (\(who)), also by telephone, within \(Span.minutes(Int64(minutes)))"
        case .before: return "approved first by another (\(who)) within \(Span.minutes(Int64(minutes)))"
        case .after: return "saved at once, signed by another (\(who)) within \(Span.minutes(Int64(minutes)))"
        }
    }
}

/// The rules as a file that people edit.
enum RulesFile {
    /// In bytes.
    private static let limit = 1 << 16

    static func lines(of rules: Rules) -> [String] {
        var lines = [
            "# What needs a second person. mode: alone, before (approved first), after (signed later).",
            "# approvers: duty_officer, supervisor, trainer, observer. minutes: how long a proposal stands, or by when to sign.",
            "sign_again_minutes = \(rules.signAgainMinutes)", "lock_minutes = \(rules.lockMinutes)",
        ]
        for (kind, rule) in rules.actions.sorted(by: { $0.key < $1.key }) {
            let approvers = rule.approvers.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            lines += [
                "", "[action.\(kind)]", "mode = \"\(rule.mode.rawValue)\"", "approvers = [\(approvers)]",
                "minutes = \(rule.minutes)", "telephone = \(rule.byTelephone)",
            ]
        }
        return lines
    }

    static func read(_ path: String) throws -> Rules {
        let bytes: [UInt8]
        do {
            bytes = try SafeFile.read(path, limitBytes: limit)
        } catch {
            throw CommandFault.file(error, path: path)
        }
        let first = bytes.first { !$0.isBlank }
        return try first == UInt8(ascii: "{") ? json(bytes, path) : toml(bytes, path)
    }

    private static func json(_ bytes: [UInt8], _ path: String) throws -> Rules {
        let value: JSON
        do {
            value = try JSONReader.read(bytes)
        } catch {
            throw CommandFault.misread("\(path), byte \(error.offset): \(error.reason.rawValue)")
        }
        guard var object = value.object else { throw CommandFault.misread("\(path): this is no JSON object") }
        // Why they are set stands on the command line.
        object["reason"] = .string("")
        return try body(object, path)
    }

    private static func body(_ object: JSONObject, _ path: String) throws(CommandFault) -> Rules {
        do {
            return try RulesSet(reading: BodyReader(object)).rules
        } catch {
            throw .misread("\(path): \(error.message)")
        }
    }

    private static func toml(_ bytes: [UInt8], _ path: String) throws -> Rules {
        let file: NamedTables
        do {
            file = try NamedTables(of: "action", reading: bytes, file: path)
        } catch {
            throw CommandFault.misread(error.message())
        }
        var rules = Rules.standard
        for entry in file.strays {
            guard case .number(let minutes)? = entry.value, (1...1_440).contains(minutes) else {
                throw wrong(entry, path)
            }
            switch entry.key {
            case "sign_again_minutes": rules.signAgainMinutes = minutes
            case "lock_minutes": rules.lockMinutes = minutes
            default: throw wrong(entry, path)
            }
        }
        for table in file.tables { rules.actions[table.name] = try rule(table, path, rules.actions[table.name]) }
        return rules
    }

    private static func rule(_ table: NamedTables.Table, _ path: String, _ known: ActionRule?) throws -> ActionRule {
        var rule = known ?? ActionRule(.before, approvers: [.supervisor], minutes: 720)
        for entry in table.entries {
            switch (entry.key, entry.value) {
            case ("mode", .word(let word)?):
                guard let mode = ActionRule.Mode(rawValue: word) else { throw wrong(entry, path) }
                rule.mode = mode
            case ("approvers", .list(let words)?):
                let roles = words.compactMap { OfficerRole(argument: $0) }
                guard !roles.isEmpty, roles.count == words.count, Set(roles).count == roles.count else {
                    throw wrong(entry, path)
                }
                rule.approvers = roles
            case ("minutes", .number(let minutes)?) where (1...100_000).contains(minutes): rule.minutes = minutes
            case ("telephone", .flag(let isOn)?): rule.byTelephone = isOn
            default: throw wrong(entry, path)
            }
        }
        return rule
    }

    private static func wrong(_ entry: NamedTables.Entry, _ path: String) -> CommandFault {
        .misread(
            "\(path), line \(entry.line): “\(entry.key)” is not known here or has no such value; look at “caricc officer rules show --toml”"
        )
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}
