import ArgumentParser
import Model
import Wording

struct AlertList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the open alerts, what waits for somebody first.",
        discussion: "Example:\n\n  caricc alert list --shelved")

    @Flag(help: "Also those on the shelf (default: without them).")
    var shelved = false

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (_, board, now) = try options.board(voice)
        let alerts = board.alertsInOrder(at: now) + (shelved ? board.shelvedAlerts(at: now) : [])
        for alert in alerts {
            if options.json {
                try voice.json(alert.json(at: now))
            } else {
                try voice.say(alert.row(at: now, voice.face))
            }
        }
        if !options.json {
            if alerts.isEmpty { try voice.say("No alert is open") }
            let more = board.openAlertCount(at: now) - board.alertsInOrder(at: now).count
            if !board.isComplete, more > 0 { try voice.say("and \(grouped: more) more, less urgent") }
        }
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
        try options.show(alert, .alerts, voice) { subject, now in
            guard case .alert(let alert) = subject else { return }
            if options.json { return try voice.json(alert.json(at: now)) }
            for line in alert.page(at: now, voice.face) { try voice.say(line) }
        }
        return .done
    }
}
