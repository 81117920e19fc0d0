import ArgumentParser
import Exchange
import Model
import Wording

/// The plan of turns.
struct RosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "The plan of turns: who has the watch in the coming weeks.",
        discussion: "Example:\n\n  caricc shift roster show",
        subcommands: [
            RosterShow.self, RosterSetPattern.self, RosterPlan.self, RosterReplace.self, RosterSwap.self,
            RosterCancel.self,
        ])
}

struct RosterSetPattern: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set the pattern: how long a turn is, when the first one begins, how long the rest.",
        discussion: "Example:\n\n  caricc shift roster set --turn 12h --begins \"2026-10-17 08:00\" --rest 24h")

    @Option(help: ArgumentHelp("How long a turn is: 12h, 24h, any length from 1h to 7d.", valueName: "length"))
    var turn: String

    @Option(help: ArgumentHelp("When the first turn begins.", valueName: "time"))
    var begins: String

    @Option(help: ArgumentHelp("How long an officer rests between two turns.", valueName: "length"))
    var rest = "12h"

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let begins = try pen.time(begins, option: "--begins", .nearest)
        let pattern = RosterSet(
            turn: try pen.minutes(turn, option: "--turn", in: 60...10_080), begins: begins, zone: voice.zone.name,
            offset: voice.zone.offset(at: begins) / 60, rest: try pen.minutes(rest, option: "--rest", in: 0...20_160))
        let target = try pen.store.board().roster.map { Proposal.Target.existing($0.name) } ?? .new(.roster)
        return try pen.save(target, .roster(.set(pattern)))
    }
}

struct RosterPlan: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plan turns, from a file or from the command line.",
        discussion: """
            One turn a line: from; until; officer; standby. The end may stay empty, and is then one turn later; the standby \
            may be left out. A turn that begins when a planned one begins takes its place. Examples:

              caricc shift roster plan october.csv
              caricc shift roster plan --turn "2026-10-17 08:00; ; Sagynbaeva A.K." --turn "2026-10-17 20:00; ; Orazov D.M."
            """)

    @Argument(
        help: ArgumentHelp("The file; “-” for standard input.", valueName: "file"), completion: .file())
    var file: String?

    @Option(
        name: .customLong("turn"), parsing: .singleValue,
        help: ArgumentHelp("A turn, as a line of the file; may be repeated.", valueName: "line"))
    var lines: [String] = []

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard (file == nil) != lines.isEmpty else { throw ValidationError("Name a file, or turns with --turn.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let roster = try pen.roster()
        let path = file ?? "--turn"
        let text = try file.map { try RosterPlan.text($0) } ?? lines.joined(separator: "\n")
        let turns: [PlannedTurn]
        do throws(TurnTable.Fault<TimeEntryFault>) {
            let entry = TimeEntry(zone: voice.zone, now: pen.now)
            turns = try TurnTable.turns(text, turn: .minutes(Int64(roster.pattern.turn))) {
                (typed) throws(TimeEntryFault) in try entry.instant(typed, .nearest)
            }
        } catch {
            throw CommandFault.misread(error.message(path: path))
        }
        guard !turns.isEmpty else { throw CommandFault.misread("\(path) names no turn; nothing was saved") }
        var acts: [Pen.Act] = []
        for start in stride(from: 0, to: turns.count, by: TurnsPlanned.most) {
            let some = Array(turns[start..<min(start + TurnsPlanned.most, turns.count)])
            acts.append(Pen.Act(.existing(roster.name), .roster(.planned(TurnsPlanned(turns: some)))))
        }
        return try pen.save(acts)
    }

    private static func text(_ path: String) throws -> String {
        let bytes: [UInt8]
        do {
            bytes = try SafeFile.read(path, limitBytes: 1 << 20)
        } catch {
            throw CommandFault.file(error, path: path)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFault.misread("\(path) is not UTF-8; save it as UTF-8 and try again")
        }
        return text
    }
}

struct RosterReplace: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "replace", abstract: "Give a planned turn to somebody else.",
        discussion:
            "Example:\n\n  caricc shift roster replace \"2026-10-18 08:00\" --to \"Orazov D.M.\" --reason ill")

    @Argument(help: ArgumentHelp("When the turn begins.", valueName: "time"))
    var turn: String

    @Option(name: .customLong("to"), help: ArgumentHelp("Who has it now.", valueName: "name"))
    var to: String

    @Option(help: ArgumentHelp("Who steps in (default: as before).", valueName: "name"))
    var standby: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let roster = try pen.roster()
        let replaced = TurnReplaced(
            turn: try pen.turn(turn, option: "turn"), officer: to, standby: standby, reason: reason)
        return try pen.save(.existing(roster.name), .roster(.replaced(replaced)))
    }
}

struct RosterSwap: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "swap", abstract: "Let two officers have each other's turn.",
        discussion:
            "Example:\n\n  caricc shift roster swap \"2026-10-18 08:00\" \"2026-10-19 08:00\" --reason \"asked for it\""
    )

    @Argument(help: ArgumentHelp("When the one turn begins.", valueName: "time"))
    var turn: String

    @Argument(help: ArgumentHelp("When the other one begins.", valueName: "time"))
    var with: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let roster = try pen.roster()
        let swapped = TurnsSwapped(
            turn: try pen.turn(turn, option: "turn"), with: try pen.turn(with, option: "with"), reason: reason)
        return try pen.save(.existing(roster.name), .roster(.swapped(swapped)))
    }
}

struct RosterCancel: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Take a turn out of the plan.",
        discussion: "Example:\n\n  caricc shift roster cancel \"2026-10-18 08:00\" --reason holiday")

    @Argument(help: ArgumentHelp("When the turn begins.", valueName: "time"))
    var turn: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let roster = try pen.roster()
        let cancelled = TurnCancelled(turn: try pen.turn(turn, option: "turn"), reason: reason)
        return try pen.save(.existing(roster.name), .roster(.cancelled(cancelled)))
    }
}

struct RosterShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the turns of the coming weeks, and what is wrong with the plan.",
        discussion: "Example:\n\n  caricc shift roster show --days 14")

    @Option(help: ArgumentHelp("How many days ahead.", valueName: "number"))
    var days = 21

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard (1...366).contains(days) else { throw ValidationError("--days goes from 1 to 366.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (_, board, now) = try options.board(voice)
        guard let roster = board.roster else {
            if !options.json { try voice.say("No turns are planned; set the pattern with “caricc shift roster set”") }
            return .done
        }
        let end = now + .days(Int64(days))
        if options.json {
            for turn in roster.turns where turn.until > now && turn.from < end { try voice.json(roster.json(turn)) }
            for remark in roster.remarks(from: now, until: end) { try voice.json(remark.json()) }
            return .done
        }
        try voice.say(roster.pattern.message(voice.face))
        for turn in roster.turns where turn.until > now && turn.from < end {
            try voice.say(roster.row(turn, at: now, voice.face))
        }
        for remark in roster.remarks(from: now, until: end) { try voice.say(remark.message(voice.face, now: now)) }
        return .done
    }
}

extension Pen {
    func roster() throws -> Roster {
        guard let roster = try store.board().roster else {
            throw CommandFault.said("There is no plan of turns yet; set its pattern with “caricc shift roster set”")
        }
        return roster
    }

    func turn(_ text: String, option: String) throws -> Instant { try time(text, option: option, .nearest) }

    /// A length of time in whole minutes.
    func minutes(_ text: String, option: String, in range: ClosedRange<Int>) throws -> Int {
        let minutes: Int
        do {
            minutes = Int(try TimeEntry(zone: voice.zone, now: now).span(text).wholeMinutes)
        } catch {
            throw CommandFault.time(error, option: option)
        }
        guard range.contains(minutes) else {
            throw CommandFault.misread(
                "\(option): \(text) is too short or too long; from \(decimal: range.lowerBound.hoursText) h to \(decimal: range.upperBound.hoursText) h are taken"
            )
        }
        return minutes
    }
}
