import ArgumentParser
import Model
import Wording

/// Standing orders to the Centre's own officers.
struct StandingOrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standing-order",
        abstract: "Orders that stand until they are ended, read and signed by each officer.",
        discussion: "Example:\n\n  caricc shift standing-order list",
        subcommands: [
            StandingOrderList.self, StandingOrderShow.self, StandingOrderIssue.self, StandingOrderSign.self,
            StandingOrderEnd.self,
        ])
}

struct StandingOrderList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the orders in force, and who has not signed them.",
        discussion: "Example:\n\n  caricc shift standing-order list")

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (_, board, now) = try options.board(voice)
        let orders = board.ordersInForce(at: now)
        for order in orders {
            if options.json {
                try voice.json(order.json(on: board))
            } else {
                try voice.say(order.row(on: board, voice.face))
            }
        }
        if orders.isEmpty, !options.json { try voice.say("No standing order is in force") }
        return .done
    }
}

struct StandingOrderShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one order, its text and its records.",
        discussion: "Example:\n\n  caricc shift standing-order show SO-2026-001")

    @Argument(help: ArgumentHelp("The order.", valueName: "name"))
    var name: SubjectName

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (_, board, _) = try options.board(voice)
        try options.show(name, .orders, voice) { subject, _, _ in
            guard case .order(let order) = subject else { return }
            if options.json { return try voice.json(order.json(on: board)) }
            try voice.say(order.row(on: board, voice.face))
            try voice.line(order.issued.text)
        }
        return .done
    }
}

struct StandingOrderIssue: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Issue a standing order, or put a new one in the place of an old one.",
        discussion: """
            Example:

              caricc shift standing-order issue "Calls" "Call back on the filed number before you act" --replaces SO-2026-001
            """)

    @Argument(help: ArgumentHelp("A few words for lists.", valueName: "title"))
    var title: String

    @Argument(help: ArgumentHelp("The order.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("From when (default: now).", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Until when (default: until further notice).", valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp("The order that ends with this (default: none).", valueName: "name"))
    var replaces: SubjectName?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let issued = StandingOrderIssued(
            title: title, text: text, from: try from.map { try pen.time($0, option: "--from", .nearest) } ?? pen.now,
            until: try pen.optionalDeadline(until, option: "--until"), replaces: replaces)
        var acts = [Pen.Act(.new(.orders), .order(.issued(issued)))]
        if let replaces {
            _ = try pen.subject(replaces, .orders)
            let ended = StandingOrderEnded(reason: "\(voice.text("replaced by")) \(title)")
            acts.insert(Pen.Act(.existing(replaces), .order(.ended(ended))), at: 0)
        }
        return try pen.save(acts)
    }
}

struct StandingOrderSign: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign that you have read an order.",
        discussion: "Example:\n\n  caricc shift standing-order sign SO-2026-001")

    @Argument(help: ArgumentHelp("The order.", valueName: "name"))
    var name: SubjectName

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.subject(name, .orders)
        return try pen.save(.existing(name), .order(.read(StandingOrderRead())))
    }
}

struct StandingOrderEnd: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End a standing order.",
        discussion: "Example:\n\n  caricc shift standing-order end SO-2026-001 --reason \"the filter is back\"")

    @Argument(help: ArgumentHelp("The order.", valueName: "name"))
    var name: SubjectName

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.subject(name, .orders)
        return try pen.save(.existing(name), .order(.ended(StandingOrderEnded(reason: reason))))
    }
}
