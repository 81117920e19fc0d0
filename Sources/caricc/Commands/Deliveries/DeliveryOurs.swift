import ArgumentParser
import EventLog
import Model
import Wording

struct DeliveryOurs: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "ours", abstract: "Answer whether a seizure near the road is the load of a delivery.",
        discussion: """
            Without an answer it lists the seizures that wait for one, with what speaks for and against each. When nobody is \
            sure, caricc delivery draft asks the State. Examples:

              caricc delivery ours CD-2026-014
              caricc delivery ours CD-2026-014 AL-2026-0412 --yes
              caricc delivery ours CD-2026-014 AL-2026-0412 --no --because "another plate"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The seizure (default: list them).", valueName: "alert"))
    var alert: SubjectName?

    @Flag(help: "It is the load: seized early.")
    var yes = false

    @Flag(name: .customLong("no"), help: "It is another load.")
    var other = false

    @Option(help: ArgumentHelp("Why (default: what was found).", valueName: "text"))
    var because: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        if yes, other { throw ValidationError("--yes and --no are two answers; give one.") }
        if yes || other, alert == nil { throw ValidationError("Say which seizure is meant.") }
        if alert != nil, !yes, !other { throw ValidationError("Answer with --yes or --no.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        guard case .delivery(let found) = try pen.subject(delivery, .deliveries) else {
            throw CommandFault.noSuchSubject(delivery, wanted: .deliveries)
        }
        guard let name = alert else { return try list(pen, voice) }
        guard case .alert(let alert) = try pen.subject(name, .alerts) else {
            throw CommandFault.noSuchSubject(name, wanted: .alerts)
        }
        guard yes else {
            let apart = SubjectToldApart(from: name, reason: because ?? voice.catalogue.text("another load"))
            return try pen.save(.existing(delivery), .link(.toldApart(apart)))
        }
        let why = because ?? voice.catalogue.text("our load, seized early")
        let entered = ExceptionEntered(
            .seizedEarly, from: alert.raised.source, text: alert.headline, leg: found.currentLegNumber)
        return try pen.save([
            Pen.Act(.existing(delivery), .link(.linked(SubjectLinked(to: name, why: why)))),
            Pen.Act(.existing(delivery), .delivery(.exceptionEntered(entered))),
        ])
    }

    private func list(_ pen: Pen, _ voice: Voice) throws -> ExitStatus {
        let board = try pen.store.board()
        let questions = board.roadQuestions(about: delivery, PlaceLookup.kilometres).filter { question in
            board.subject(question.alert)?.trail.handling?.hides(from: nil) != true
        }
        for question in questions {
            func signs(_ signs: [RoadQuestion.Sign]) -> String {
                signs.map { voice.catalogue.text($0.message) }.joined(separator: "; ")
            }
            try voice.say("\(question.alert.text): \(question.distance)")
            try voice.say("  same: \(signs(question.same))")
            try voice.say("  not same: \(signs(question.notSame))")
        }
        if questions.isEmpty { try voice.say("No seizure near its road waits for an answer") }
        return .done
    }
}
