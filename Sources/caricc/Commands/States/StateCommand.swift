import ArgumentParser
import EventLog
import Interface
import Model
import Wording

struct StateCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "state", abstract: "Show everything that is open with one State, both ways.",
        discussion: """
            What we wait for, what is to be asked now, what they wait for, what they have to be told. What bears H2 or more is \
            left out, because the shell knows nobody's role. Examples:

              caricc state UZB
              caricc state UZB --json
            """)

    @Argument(help: ArgumentHelp("The State, in three letters.", valueName: "state"))
    var state: String

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard StateKey.code(state.uppercased()) != nil else {
            throw ValidationError("“\(state)” is no State; give three letters such as UZB.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (_, board, now) = try options.board(voice)
        let code = StateKey.code(state.uppercased()) ?? state.uppercased()
        let view = StateView(
            board, code, at: now, PlaceLookup.kilometres,
            hides: { board.subject($0)?.trail.handling?.hides(from: nil) == true })
        guard !options.json else {
            try voice.json(view.json)
            return .done
        }
        let page = AppState(
            board: board, now: now, real: now, width: 1_000_000, height: 60, officer: "", catalogue: voice.catalogue,
            zone: voice.zone, isReadOnly: true)
        for line in page.sentences(of: view) { try voice.say(line) }
        return .done
    }
}

extension StateView {
    /// For programs: instants as ISO 8601.
    var json: JSONObject {
        var object = JSONObject()
        object["state"] = .string(state)
        if let lastSpoke { object["last_spoke"] = .string(ISO8601.text(lastSpoke)) }
        object["we_wait"] = StateView.array(weWait) { $0.code }
        object["ask_now"] = StateView.array(askNow) { $0.code }
        object["they_wait"] = StateView.array(theyWait) { $0.code }
        object["tell_them"] = StateView.array(tellThem) { $0.code }
        return object
    }

    private static func array<Matter>(_ items: [Item<Matter>], _ code: (Matter) -> String) -> JSON {
        .array(
            items.map { item in
                var object = JSONObject()
                object["subject"] = .string(item.subject.text)
                object["matter"] = .string(code(item.matter))
                if let due = item.due { object["due"] = .string(ISO8601.text(due)) }
                if let since = item.since { object["since"] = .string(ISO8601.text(since)) }
                return .object(object)
            })
    }
}

extension StateView.Awaited {
    fileprivate var code: String {
        switch self {
        case .consent: "consent"
        case .report: "report"
        case .paper: "paper"
        case .formal(let matter, _): matter.rawValue
        case .reply(let kind): "reply_to_\(kind.rawValue)"
        }
    }
}

extension StateView.Question {
    fileprivate var code: String {
        switch self {
        case .moreTime: "more_time"
        case .consent: "consent"
        case .confirmation: "confirmation"
        case .report: "report"
        case .ourLoad(let alert): "our_load \(alert.text)"
        case .exception(let kind, _): kind.rawValue
        case .seal: "seal"
        case .weight: "weight"
        case .whoHolds: "holder"
        }
    }
}

extension StateView.Owed {
    fileprivate var code: String {
        switch self {
        case .debt(let debt, _): debt.rawValue
        }
    }
}

extension StateView.News {
    fileprivate var code: String {
        switch self {
        case .exception(let kind, _): kind.rawValue
        case .later: "later"
        case .start: "start"
        }
    }
}
