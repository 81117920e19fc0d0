import ArgumentParser
import Interface
import Model
import Wording

struct AlertList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the open alerts, what waits for somebody first.",
        discussion: """
            Example:

              caricc alert list --shelved
              caricc alert list --filter "Kuryk p:1..2"
            """)

    @Flag(help: "Also those on the shelf (default: without them).")
    var shelved = false

    @Option(help: ArgumentHelp("Only those that fit, as behind “/” on the board (default: all).", valueName: "words"))
    var filter: String?

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (board, now) = try options.wholeBoard(voice)
        var alerts = board.alertsInOrder(at: now) + (shelved ? board.shelvedAlerts(at: now) : [])
        if let filter {
            let times = TimeEntry(zone: voice.zone, now: now)
            let search = EntryFilter(
                filter, officer: Officer.name(nil), instant: { try? times.instant($0, .past) },
                otherNames: PlaceLookup.gazetteer.otherNames)
            if let fault = search.fault { throw CommandFault.misread(fault.message) }
            alerts = alerts.filter { search.matches($0, at: now) }
        }
        for alert in alerts {
            // Nobody is known here by a key: of what is protected, that there is one, how urgent, and whom to ask.
            if let handling = alert.trail.handling, handling.hides(from: nil) {
                let (code, call) = (handling.current.code.rawValue, handling.call)
                if options.json {
                    var object = JSONObject()
                    object["priority"] = .integer(Int64(alert.priority))
                    object["withheld"] = .string(code)
                    object["call"] = .string(call.code)
                    try voice.json(object)
                } else {
                    try voice.say("P\(alert.priority)  \(code): withheld. Call: \(call.message)")
                }
            } else if options.json {
                try voice.json(alert.json(at: now))
            } else {
                try voice.say(alert.row(at: now, voice.face))
            }
        }
        if let filter {
            if alerts.isEmpty { voice.warn("Nothing matches “\(filter)”") }
            return .done
        }
        if alerts.isEmpty, !options.json { try voice.say("No alert is open") }
        let all = board.openAlertCount(at: now) + (shelved ? board.shelvedAlertCount(at: now) : 0)
        try options.tellRest(shown: alerts.count, of: all, voice)
        return .done
    }
}

struct AlertShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one alert and its records.",
        discussion: "Example:\n\n  caricc alert show AL-2026-0193")

    @Argument(help: ArgumentHelp("The alert.", valueName: "name"))
    var alert: SubjectName

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try options.show(alert, .alerts, voice) { subject, now, store in
            guard case .alert(let alert) = subject else { return }
            if options.json { return try voice.json(alert.json(at: now)) }
            try voice.say(alert.row(at: now, voice.face))
            // The words are those of the page on the screen.
            var state = AppState(
                board: try store.board(), now: now, real: now, width: 100, height: 40, officer: "",
                catalogue: voice.catalogue, zone: voice.zone, isVisitor: options.visitor)
            if let found = try store.matches(for: alert.name, places: ShippedPlaces.knowledge) {
                _ = state.handle(.matches(alert.name, found))
            }
            for line in state.alertSentences(of: alert) { try voice.line(line) }
        }
        return .done
    }
}
