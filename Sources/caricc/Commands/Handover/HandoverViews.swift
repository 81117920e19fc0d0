import ArgumentParser
import EventLog
import Interface
import Model
import Wording

/// Which of the watches that are over.
struct PastOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Ended at this time or later (default: 30 days ago).", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Ended at this time or earlier (default: now).", valueName: "time"))
    var to: String?

    @Option(
        help: ArgumentHelp("Given or taken by this officer, by id or by name (default: by all).", valueName: "officer"))
    var officer: String?

    @OptionGroup var view: ViewOptions

    /// The log as it may be read here; visitors are shown no handover, because all of it is words.
    func store(_ voice: Voice) throws -> (store: LogStore, board: Board, now: Instant) {
        if view.visitor { throw CommandFault.misread("A handover is not for visitors; leave --visitor out") }
        return try view.board(voice)
    }

    func period(_ voice: Voice, _ now: Instant, default length: Span?) throws -> (from: Instant?, until: Instant) {
        let entry = TimeEntry(zone: voice.zone, now: now)
        func instant(_ text: String, _ option: String) throws -> Instant {
            do {
                return try (try? entry.instant("\(text) 00:00", .past)) ?? entry.instant(text, .past)
            } catch let fault as TimeEntryFault {
                throw CommandFault.time(fault, option: option)
            }
        }
        let from = try from.map { try instant($0, "--from") } ?? length.map { now - $0 }
        // A day that is named as the end is meant with all of its hours.
        let until = try to.map { try entry.endOfDay($0) ?? instant($0, "--to") } ?? now
        return (from, until)
    }
}

struct HandoverListCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the handovers that were, the last one first.",
        discussion: """
            --search looks in what officers wrote (notes, what was said back, questions, reservations, names) and in the lines \
            as they were shown then. Example:

              caricc handover list --search "consent UZB" --from 2026-10-01
            """)

    @Option(help: ArgumentHelp("Only those in which all these words occur (default: all).", valueName: "words"))
    var search: String?

    @OptionGroup var options: PastOptions
    var speech: SpeechOptions { options.view.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, _, now) = try options.store(voice)
        // Who looks for words looks in all there is.
        let (from, until) = try options.period(voice, now, default: search == nil ? .days(30) : nil)
        let found = try store.handovers(from: from, until: until) { past in
            (options.officer.map { past.concerns($0) } ?? true)
                && store.fits(search ?? "", past, in: voice.zone, [voice.catalogue])
        }
        for past in found {
            if options.view.json {
                try voice.json(past.json)
            } else {
                try voice.say(past.message(voice.face, now: now))
            }
        }
        if found.isEmpty, !options.view.json { try voice.say("No handover fits.") }
        return .done
    }
}

struct HandoverPastCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "past", abstract: "Show one handover as it was, and what it did not say.",
        discussion: "Example:\n\n  caricc handover past SH-2026-011")

    @Argument(help: ArgumentHelp("The watch that ended.", valueName: "watch"))
    var watch: SubjectName

    @OptionGroup var view: ViewOptions
    var speech: SpeechOptions { view.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        if view.visitor { throw CommandFault.misread("A handover is not for visitors; leave --visitor out") }
        let (store, board, now) = try view.board(voice)
        guard watch.area == .shifts, !(try store.history(of: watch).entries.isEmpty) else {
            throw CommandFault.noSuchSubject(watch, wanted: .shifts)
        }
        guard let past = try store.handover(of: watch) else {
            throw CommandFault.said("\(watch.text) has not ended; its handover is still to come")
        }
        let page = try store.pastPage(of: past)
        if view.json {
            try voice.json(page.json(voice))
            return .done
        }
        var state = AppState(
            board: board, now: now, real: now, width: 1_000_000, height: 60, officer: "", catalogue: voice.catalogue,
            zone: voice.zone, isReadOnly: true)
        _ = state.handle(.past(page))
        for line in state.pastSentences { try voice.say(line) }
        return .done
    }
}

extension HandoverPast {
    var json: JSONObject {
        var object = JSONObject()
        object["watch"] = .string(name.text)
        object["officer"] = .string(watch.officerID)
        object["name"] = .string(watch.started.officer)
        object["from"] = .string(ISO8601.text(watch.from))
        object["until"] = .string(ISO8601.text(endedAt))
        object["way"] = .string(way.rawValue)
        if let to = ended.relievedBy { object["taken_by"] = .string(to) }
        if let reservation = ended.reservation { object["reservation"] = .string(reservation) }
        if let takenBecause { object["taken_because"] = .string(takenBecause) }
        if let offeredElsewhere { object["offered_to"] = .string(offeredElsewhere) }
        if let written {
            object["lines"] = .integer(Int64(written.lines.count + written.rest))
            object["critical"] = .integer(Int64(critical))
            object["said_back"] = .integer(Int64(saidBack))
        }
        return object
    }
}

extension PastHandoverPage {
    func json(_ voice: Voice) -> JSONObject {
        var object = past.json
        if let written = past.written { object["handover"] = .object(written.object) }
        func items(_ items: [HandoverItem]) -> JSON { .array(items.map { .string($0.key.text) }) }
        object["omitted"] = items(hindsight.omitted)
        object["came_up"] = items(hindsight.cameUp)
        object["learnt_later"] = .array(hindsight.learntLater.map { .integer($0.index) })
        return object
    }
}
