import ArgumentParser
import EventLog
import Interface
import Model
import Wording

struct HandoverFiguresCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "Show how well watches were kept and given on, by turn and by officer.",
        discussion: """
            How much of what was open was handed over, how long it took, what was missing, how fast alerts were \
            acknowledged, what was overdue, how much was written late. Example:

              caricc handover figures --from 2026-10-01 --to 2026-10-31 --csv
            """)

    @Flag(help: "Answer in CSV: one row for each turn, lengths of time in seconds.")
    var csv = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who asks, in a log whose officers have keys: a supervisor (default: whose key is at hand).",
            valueName: "id"))
    var asking: String?

    @OptionGroup var signing: SigningOptions
    @OptionGroup var options: PastOptions
    var speech: SpeechOptions { options.view.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, board, now) = try options.store(voice)
        try allowFigures(store, voice)
        let (from, until) = try options.period(voice, now, default: .days(30))
        // Figures are about the one who gave the watch on.
        let wanted = options.officer.map { SearchFolding.fold($0) }
        let found = try store.handovers(from: from, until: until) { past in
            wanted.map { id in
                [past.watch.officerID, past.watch.started.officer].contains { SearchFolding.fold($0) == id }
            } ?? true
        }
        let turns = try found.map { try store.figures(of: $0) }
        if csv {
            try voice.line(HandoverFigures.columns.map(\.name).joined(separator: ","))
            for turn in turns { try voice.line(turn.csv) }
        } else if options.view.json {
            for turn in turns { try voice.json(turn.json) }
        } else {
            var state = AppState(
                board: board, now: now, real: now, width: 1_000_000, height: 60, officer: "",
                catalogue: voice.catalogue, zone: voice.zone, isReadOnly: true)
            _ = state.handle(.handoverFigures(turns, from: from ?? now, until: until))
            for line in state.figuresSentences { try voice.say(line) }
        }
        return .done
    }
}

extension HandoverFiguresCommand {
    /// Figures of officers are for supervisors; where officers have no keys nobody has a role.
    private func allowFigures(_ store: LogStore, _ voice: Voice) throws {
        let roll = try store.roll()
        guard roll.isGoverned else { return }
        let signOn = try SignOn(store, roll, named: asking, options: signing, voice: voice)
        guard signOn.officer.roles(at: MachineMoment.now().wall).contains(.supervisor) else {
            throw CommandFault.forbidden("The figures of officers are for supervisors; ask one of them")
        }
        // Whoever names a supervisor proves to be one.
        try signOn.openKey().drop()
    }
}

extension HandoverFigures {
    struct Column {
        let name: String
        let value: (HandoverFigures) -> JSON?
    }

    private static func count(_ name: String, _ value: @escaping (HandoverFigures) -> Int?) -> Column {
        Column(name: name) { turn in value(turn).map { .integer(Int64($0)) } }
    }

    private static func seconds(_ name: String, _ value: @escaping (HandoverFigures) -> Span?) -> Column {
        Column(name: name) { turn in value(turn).map { .integer($0.milliseconds / 1_000) } }
    }

    private static func word(_ name: String, _ value: @escaping (HandoverFigures) -> String?) -> Column {
        Column(name: name) { turn in value(turn).map { .string($0) } }
    }

    /// For programs: the same names in CSV and in JSON; what is not known is left out.
    static var columns: [Column] {
        [
            word("watch", \.watch.text), word("officer", \.officerID), word("name", \.officer),
            word("taken_by", \.takenBy), word("from") { ISO8601.text($0.from) },
            word("until") { ISO8601.text($0.until) },
            word("way", \.way.rawValue), count("open", \.open), count("mentioned", \.mentioned),
            count("found_in_time", \.foundInTime), count("omitted", \.omitted), count("learnt_later", \.learntLater),
            seconds("drafting_s", \.drafting), seconds("answering_s", \.answering), count("critical", \.critical),
            count("said_back", \.saidBack), count("questions", \.questions), count("answered", \.answered),
            count("alerts", \.alerts), count("acknowledged", \.acknowledged.count), seconds("ack_median_s", \.median),
            seconds("ack_p90_s", \.ninetieth), count("overdue", \.overdue), count("entries", \.entries),
            count("late", \.late), count("break_glass", \.breakGlass),
        ]
    }

    var json: JSONObject {
        var object = JSONObject()
        for column in HandoverFigures.columns { object[column.name] = column.value(self) }
        return object
    }

    var csv: String {
        HandoverFigures.columns.map { column in
            switch column.value(self) {
            case .integer(let number)?: String(number)
            case .string(let text)?: HandoverFigures.quoted(text)
            default: ""
            }
        }.joined(separator: ",")
    }

    /// RFC 4180; what a spreadsheet would take for a formula is kept from being one.
    private static func quoted(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t".contains($0) } ?? false ? "'\(text)" : text
        guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
