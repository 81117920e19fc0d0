import ArgumentParser
import EventLog
import Interface
import Model
import Wording

struct DeliveryList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the running deliveries, silent ones first.",
        discussion: "Example:\n\n  caricc delivery list --json")

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (board, now) = try options.wholeBoard(voice)
        let deliveries = board.deliveriesInOrder(at: now)
        for delivery in deliveries {
            // Nobody is known here by a key; also the words that visitors see would say what travels.
            if let handling = delivery.trail.handling, handling.hides(from: nil) {
                if options.json {
                    try voice.json(delivery.withheldJSON(handling))
                } else {
                    try voice.say(delivery.withheldRow(handling))
                }
            } else if options.json {
                try voice.json(delivery.json(at: now))
            } else {
                try voice.say(delivery.row(at: now, voice.face))
            }
        }
        if deliveries.isEmpty, !options.json { try voice.say("No delivery is running") }
        if !board.isComplete {
            try options.tellRest(shown: deliveries.count, of: board.tally.open(.deliveries), voice)
        }
        return .done
    }
}

struct DeliveryShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one delivery: road and cover, who holds it, requests, exceptions, exhibits, records.",
        discussion: "Example:\n\n  caricc delivery show CD-2026-014")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try options.show(delivery, .deliveries, voice) { subject, now, store in
            guard case .delivery(var delivery) = subject else { return }
            delivery.take(try store.board().directory)
            if options.json { return try voice.json(delivery.wholeJSON(at: now)) }
            for line in delivery.page(at: now, voice.face) + delivery.state(at: now, voice.face) {
                try voice.say(line)
            }
            guard !options.visitor else { return }
            for line in try beside(delivery.name, store, voice) { try voice.say(line) }
        }
        return .done
    }

    /// The same numbers elsewhere, and seizures near the road; of what is protected the field and whom to call.
    private func beside(_ name: SubjectName, _ store: LogStore, _ voice: Voice) throws -> [Message] {
        let found = try store.matches(for: name)
        var lines = found?.pointers(for: nil).map(\.message) ?? []
        for match in found?.list ?? [] where match.handling?.hides(from: nil) != true && match.standing == .none {
            guard match.isProposed || !match.pointers.isEmpty else { continue }
            lines.append("MATCH \(match.name.text): \(match.reasons(in: voice.catalogue))")
        }
        let board = try store.board()
        for question in board.roadQuestions(about: name, PlaceLookup.kilometres)
        where board.subject(question.alert)?.trail.handling?.hides(from: nil) != true {
            lines.append(
                "OUR LOAD? \(question.alert.text), \(question.distance): caricc delivery ours \(name.text) \(question.alert.text)"
            )
        }
        return lines
    }
}
