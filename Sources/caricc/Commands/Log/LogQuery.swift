import ArgumentParser
import EventLog
import Model
import Wording

struct LogQuery: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Print the records that a filter matches.",
        discussion: """
            The filter is the one of the screens: words, "several words", ~word with a slip, field:value, #4700..4720, and \
            ! for “not”; all must hold. Fields are state, priority, who, kind, from, place, is (mine, late), after, \
            before, subject, desk, id and every key of a body. Examples:

              caricc log query kind:alertRaised heroin
              caricc log query state:UZB after:02:00 '!who:orazov'
              caricc log query --json kind:seizureReported country:uzbekistan --limit 5
            """)

    @Argument(help: ArgumentHelp("The filter's terms.", valueName: "filter"))
    var terms: [String]

    @Option(help: ArgumentHelp("Begin with this record.", valueName: "number"))
    var from = EntryNumber.first

    @Option(help: ArgumentHelp("At most this many records (default: all).", valueName: "count"))
    var limit: Int?

    @Flag(help: "JSON Lines.")
    var json = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice)
        let times = TimeEntry(zone: voice.zone, now: MachineMoment.now().wall)
        let filter = EntryFilter(
            terms.joined(separator: " "), officer: Officer.name(nil), instant: { try? times.instant($0, .past) },
            otherNames: PlaceLookup.gazetteer.otherNames)
        if let fault = filter.fault { throw CommandFault.misread(fault.message) }
        if let condition = filter.subjectCondition {
            throw CommandFault.misread(
                "The log knows is:mine and is:late; “\(condition.rawValue)” is asked of alerts and deliveries.")
        }
        var printer = RecordPrinter(voice, json: json)
        var left = limit ?? .max
        var found = 0
        _ = try store.forEachStored(from: from.index) { stored in
            guard left > 0 else { return false }
            guard !stored.isSound || stored.entry.map(filter.matches) ?? true else { return true }
            try printer.print(stored)
            left -= 1
            found += 1
            return true
        }
        if found == 0 { voice.warn("Nothing matches “\(filter.text)”") }
        return printer.status
    }
}

extension EntryNumber {
    static let first = EntryNumber(index: 0)

    private init(index: Int64) { self.index = index }

    var defaultValueDescription: String { "\(index)" }
}
