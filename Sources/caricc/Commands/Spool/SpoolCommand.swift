import ArgumentParser
import EventLog
import Exchange
import Model
import Settings
import Wording

/// Messages that partners put into folders.
struct SpoolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spool", abstract: "Take in the messages that partners put into folders.",
        discussion: """
            Each partner has a folder with new, done and held in it. Writers put a file elsewhere on the same file system and \
            rename it into new. What is taken in moves to done; what is not, to held, with a record that says why. Example:

              caricc spool init uzb --party UZB
              caricc spool run
            """,
        subcommands: [
            SpoolRun.self, SpoolStatusCommand.self, SpoolInit.self, SpoolHeld.self, SpoolShow.self, SpoolRelease.self,
            SpoolDiscard.self, SpoolRetry.self,
        ])
}

/// Which spool, of which log.
struct SpoolOptions: ParsableArguments {
    @Option(
        name: .customLong("spool"),
        help: ArgumentHelp("The spool's folder (default: spool in the folder of the log).", valueName: "dir"),
        completion: .directory)
    var folder: String?

    @OptionGroup var log: LogOptions

    var path: String { folder ?? SpoolFolder.usual(forLog: log.path) }
}

struct SpoolInit: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make the folders of a partner.",
        discussion: """
            The folders belong to you alone; give the partner's account the right to write into new. Example:

              caricc spool init uzb --party UZB
            """)

    @Argument(help: ArgumentHelp("What the folder is called.", valueName: "partner"))
    var partner: String

    @Option(
        help: ArgumentHelp("The State's three letters, or the service (default: the folder's name).", valueName: "name")
    )
    var party: String?

    @Flag(help: "For the log of an exercise (default: the live log).")
    var exercise = false

    @OptionGroup var options: SpoolOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let realm: PartnerSettings.Realm = exercise ? .exercise : .live
        let folder = try SpoolFolder.make(partner, party: party ?? partner, realm: realm, in: options.path)
        try voice.say("\(folder) is there, with new, done and held; its rules are in \(SpoolFolder.settingsName)")
        return .done
    }
}

struct SpoolStatusCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what waits in the folders, of which partner, and whether somebody reads it.",
        discussion: "Example:\n\n  caricc spool status --json")

    @Flag(help: "Answer in JSON, one object for each partner.")
    var json = false

    @OptionGroup var options: SpoolOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let spool = try SpoolFolder(opening: options.path)
        let now = MachineMoment.now().wall
        let last = spool.lastStatus
        var findings = false
        for name in try spool.names() {
            let partner: SpoolPartner
            do {
                partner = try SpoolPartner(opening: name, in: spool)
                try partner.list()
            } catch {
                findings = true
                voice.warn(CommandFault(error).message(voice.face))
                continue
            }
            let known = last?.partners.first { $0.name == partner.name }
            if json { try voice.json(partner.json(known)) } else { try voice.say(partner.row(known, now, voice.face)) }
        }
        guard !json else { return findings ? .findings : .done }
        try voice.say(SpoolStatusCommand.runner(last, now))
        return findings ? .findings : .done
    }

    private static func runner(_ last: SpoolStatus?, _ now: Instant) -> Message {
        guard let last else { return "Nobody has read this spool yet; start “caricc spool run”" }
        if !last.isRunning { return "Nobody reads it now; it was read last \(now - last.at) ago" }
        if last.isStale(at: now) {
            return "STALE: process \(Int(last.process)) said something last \(now - last.at) ago; see whether it runs"
        }
        if let trouble = last.trouble { return "Process \(Int(last.process)) cannot write: \(trouble)" }
        return "Process \(Int(last.process)) reads it"
    }
}

extension SpoolFolder {
    /// What the runner said last; nil where none ever did.
    var lastStatus: SpoolStatus? {
        guard let name = FileName(SpoolFolder.statusName),
            let contents = try? handle.read(name, limitBytes: SpoolStatus.limitBytes)
        else { return nil }
        return SpoolStatus(bytes: contents.bytes)
    }
}

extension SpoolPartner {
    fileprivate func json(_ known: SpoolStatus.Partner?) -> JSONObject {
        var object = JSONObject()
        object["partner"] = .string(name)
        object["party"] = .string(settings.party)
        object["backlog"] = .integer(Int64(backlog))
        object["bytes"] = .integer(backlogBytes)
        if let oldest { object["oldest"] = .integer(oldest.milliseconds) }
        object["today"] = .integer(Int64(known?.today ?? 0))
        object["held_today"] = .integer(Int64(known?.heldToday ?? 0))
        object["over_quota"] = .bool(known?.isOverQuota ?? false)
        object["per_minute"] = .integer(Int64(settings.perMinute))
        object["per_day"] = .integer(Int64(settings.perDay))
        return object
    }

    fileprivate func row(_ known: SpoolStatus.Partner?, _ now: Instant, _ face: ClockFace) -> Message {
        let today = known?.today ?? 0
        let limit = settings.perDay
        var row: Message =
            "\(name) (\(settings.party)): \(grouped: backlog) wait, \(grouped: today) of \(grouped: limit) today"
        if let oldest, backlog > 0 { row = "\(row), the oldest for \(max(now - oldest, .seconds(0)))" }
        if known?.isOverQuota == true { row = "\(row), OVER QUOTA" }
        if let stuck = known?.stuck, stuck > 0 {
            row = "\(row), \(stuck, one: "%1 file cannot be moved", other: "%1 files cannot be moved")"
        }
        return row
    }
}
