import ArgumentParser
import EventLog
import Interface
import Model
import Wording

struct AlertRelated: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "related",
        abstract: "List what may be the same seizure, and what has something in common with it.",
        discussion: """
            Proposals come first, with a score of up to 1000 and why; a person decides with join or apart. What bears a \
            handling code from H2 on is only named by its originator. Examples:

              caricc alert related AL-2026-0193
              caricc alert related AL-2026-0193 --json
            """)

    @Argument(help: ArgumentHelp("The alert, delivery or seizure record.", valueName: "name"))
    var alert: SubjectName

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try options.log.open(voice, indexed: true)
        guard let found = try store.matches(for: alert, places: ShippedPlaces.knowledge) else {
            throw CommandFault.noSuchSubject(alert, wanted: .alerts)
        }
        for pointer in found.pointers(for: nil) {
            if options.json {
                try voice.json(pointer.json(beside: alert))
            } else {
                try voice.say(pointer.message)
            }
        }
        for match in found.list where match.handling?.hides(from: nil) != true {
            if options.json {
                try voice.json(match.json(beside: alert, voice))
            } else {
                try voice.say(match.line(voice))
            }
        }
        if found.list.isEmpty, !options.json { try voice.say("Nothing in the log has anything in common with it") }
        return .done
    }
}

/// What the five commands share: one subject, another one, and why.
protocol BondCommand: SpokenCommand {
    static var bonding: Bonding { get }
    var alert: SubjectName { get }
    var other: SubjectName { get }
    var because: String { get }
    var options: ActionOptions { get }
}

extension BondCommand {
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        guard try pen.store.history(of: other).subject != nil else {
            throw CommandFault.noSuchSubject(other, wanted: other.area)
        }
        let links = try pen.store.history(of: alert).subject?.trail.links
        var (from, to) = (alert, other)
        switch Self.bonding {
        case .join: (from, to) = Bonding.joining(alert, other)
        case .part where links?.joined?.name != other: (from, to) = (other, alert)
        case .unlink where links?.linked.contains(where: { $0.name == other }) != true: (from, to) = (other, alert)
        default: break
        }
        return try pen.save(.existing(from), .link(Self.bonding.event(to, because: because)))
    }
}

struct AlertLink: BondCommand {
    static let bonding = Bonding.link
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Write down that two subjects have to do with each other.",
        discussion: "Example:\n\n  caricc alert link AL-2026-0193 CD-2026-014 --because \"the same lorry\"")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName
    @Argument(help: ArgumentHelp("The other one.", valueName: "name"))
    var other: SubjectName
    @Option(help: ArgumentHelp("What they share.", valueName: "text"))
    var because: String
    @OptionGroup var options: ActionOptions
}

struct AlertUnlink: BondCommand {
    static let bonding = Bonding.unlink
    static let configuration = CommandConfiguration(
        commandName: "unlink", abstract: "Take a link back.",
        discussion: "Example:\n\n  caricc alert unlink AL-2026-0193 CD-2026-014 --because \"another lorry\"")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName
    @Argument(help: ArgumentHelp("The other one.", valueName: "name"))
    var other: SubjectName
    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var because: String
    @OptionGroup var options: ActionOptions
}

struct AlertJoin: BondCommand {
    static let bonding = Bonding.join
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "Write down that two reports are of one seizure.",
        discussion: """
            The older alert goes on for both, and the younger one leaves the queue; part brings it back. Example:

              caricc alert join AL-2026-0193 AL-2026-0188 --because "the same bag at the same post"
            """)

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName
    @Argument(help: ArgumentHelp("The other one.", valueName: "name"))
    var other: SubjectName
    @Option(help: ArgumentHelp("Why it is one seizure.", valueName: "text"))
    var because: String
    @OptionGroup var options: ActionOptions
}

struct AlertPart: BondCommand {
    static let bonding = Bonding.part
    static let configuration = CommandConfiguration(
        commandName: "part", abstract: "Part what was joined: it was not one seizure.",
        discussion: "Example:\n\n  caricc alert part AL-2026-0193 AL-2026-0188 --because \"two bags\"")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName
    @Argument(help: ArgumentHelp("The other one.", valueName: "name"))
    var other: SubjectName
    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var because: String
    @OptionGroup var options: ActionOptions
}

struct AlertApart: BondCommand {
    static let bonding = Bonding.apart
    static let configuration = CommandConfiguration(
        commandName: "apart", abstract: "Tell two apart, so that they are not proposed again.",
        discussion: "Example:\n\n  caricc alert apart AL-2026-0193 AL-2026-0188")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName
    @Argument(help: ArgumentHelp("The other one.", valueName: "name"))
    var other: SubjectName
    @Option(help: ArgumentHelp("Why (default: none).", valueName: "text"))
    var because = ""
    @OptionGroup var options: ActionOptions
}

/// Lists over the whole log what may be one seizure and was not decided.
struct DuplicatesCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "List the alerts that may be of one seizure with something else.",
        discussion: """
            Proposals are computed, never stored, and nothing is joined without a person: caricc alert join, or \
            caricc alert apart. Examples:

              caricc duplicates --since 24h
              caricc duplicates --json
            """)

    @Option(
        help: ArgumentHelp(
            "Only alerts that were learnt since: a time, or a length such as 24h (default: all).", valueName: "time"))
    var since: String?

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try options.log.open(voice, indexed: true)
        let now = store.clock.time(at: MachineMoment.now().wall)
        let start = try since.map { text in
            let entry = TimeEntry(zone: voice.zone, now: now)
            if let span = try? entry.span(text) { return now - span }
            do throws(TimeEntryFault) {
                return try entry.instant(text, .past)
            } catch {
                throw CommandFault.time(error, option: "--since")
            }
        }
        var told: Set<Set<SubjectName>> = []
        for name in try store.subjects(raisedSince: start ?? .distantPast) {
            let own = try store.history(of: name).subject?.trail.handling
            let found = try store.matches(for: name, places: ShippedPlaces.knowledge)
            for match in found?.proposals ?? [] where told.insert([name, match.name]).inserted {
                // Nothing of a protected one: neither its own name nor what was found beside it.
                if own?.hides(from: nil) == true || match.handling?.hides(from: nil) == true { continue }
                if options.json {
                    try voice.json(match.json(beside: name, voice))
                } else {
                    try voice.say(.verbatim("\(name.text): \(voice.catalogue.text(match.line(voice)))"))
                }
            }
        }
        if told.isEmpty, !options.json { try voice.say("Nothing is proposed") }
        return .done
    }
}

extension Match {
    fileprivate func line(_ voice: Voice) -> Message {
        let words = reasons(in: voice.catalogue)
        let standing = standing.message.map { voice.catalogue.text($0) } ?? ""
        let score = isProposed ? " (\(likeness?.score ?? 0))" : ""
        return .verbatim("\(name.text)\(score): \([standing, words].filter { !$0.isEmpty }.joined(separator: ": "))")
    }

    fileprivate func json(beside other: SubjectName, _ voice: Voice) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(other.text)
        object["other"] = .string(name.text)
        object["proposed"] = .bool(isProposed)
        object["standing"] = .string(standing.rawValue)
        if let likeness { object["score"] = .integer(Int64(likeness.score)) }
        let messages = isProposed ? likeness?.reasons.map(\.message) ?? [] : ties.map(\.message)
        object["reasons"] = .array(messages.map { .string(voice.catalogue.text($0)) })
        return object
    }
}

extension Pointer {
    /// The field and whom to call; nothing of the other operation.
    fileprivate func json(beside subject: SubjectName) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(subject.text)
        object["pointer"] = .string(field.code)
        object["call"] = .string(call.code)
        return object
    }
}
