import ArgumentParser
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
            if options.json {
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
        try options.show(delivery, .deliveries, voice) { subject, now, _ in
            guard case .delivery(let delivery) = subject else { return }
            if options.json { return try voice.json(delivery.wholeJSON(at: now)) }
            for line in delivery.page(at: now, voice.face) + delivery.state(at: now, voice.face) {
                try voice.say(line)
            }
        }
        return .done
    }
}
