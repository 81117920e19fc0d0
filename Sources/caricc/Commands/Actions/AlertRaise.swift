import ArgumentParser
import EventLog
import Interface
import Model
import Places
import Wording

struct AlertRaise: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: "Raise an alert from a message or a call.",
        discussion: """
            Personal data does not go into the headline: --personal keeps it beside the log, erasable by law, and the \
            record holds only its hash. Example:

              caricc alert raise "Heroin 6.3 kg at Yallama" --source UZB --priority 2 --amount "6.3 kg" --at 0406
            """)

    @Argument(help: ArgumentHelp("One line that says it all.", valueName: "headline"))
    var headline: String

    @Option(help: ArgumentHelp("1 wakes people, 4 is for information.", valueName: "1-4"))
    var priority = 3

    @Option(help: ArgumentHelp("What sort of message it was.", valueName: "code"))
    var message = MessageKind.information

    @Option(help: ArgumentHelp("Who told us: a State's three letters, or a service.", valueName: "state"))
    var source: String

    @Option(help: ArgumentHelp("Where (default: not known).", valueName: "text"))
    var place: String?

    @Option(help: ArgumentHelp("Which substance (default: not known).", valueName: "text"))
    var substance: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How much, with its unit: “38.4 kg”, “3 kg and 250 grams”; “--” is asked and not known, 0 is nothing (default: not asked).",
            valueName: "quantity"))
    var amount: Quantity?

    @Flag(help: "Save it although it is far more than usual, or may be another number.")
    var sure = false

    @Flag(help: "Take an amount that may be two numbers, such as 1,250 kg, by its other reading.")
    var other = false

    @Option(help: ArgumentHelp("By when an answer is owed: a time or a length (default: none is).", valueName: "time"))
    var due: String?

    @Option(help: ArgumentHelp("Another subject that it is about (default: none).", valueName: "name"))
    var near: SubjectName?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Names, telephone numbers, documents; may be repeated.", valueName: "text"))
    var personal: [String] = []

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard (1...4).contains(priority) else { throw ValidationError("--priority goes from 1 to 4.") }
        guard !headline.trimmingBlanks.isEmpty else { throw ValidationError("The headline is empty.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let payloads = personal.map { Payload(data: Array($0.utf8)) }
        let line = AlertLine(headline)
        let people = line.identifiers.filter(\.kind.isPersonal)
        let particulars = particulars(line.identifiers)
        let raised = AlertRaised(
            priority: priority, message: message, headline: people.isEmpty ? headline : line.headline, source: source,
            place: particulars.place, substance: substance, quantity: chosen,
            due: try pen.optionalDeadline(due, option: "--due"), near: near, payloads: payloads.map(\.hash.hex),
            particulars: particulars)
        if !people.isEmpty {
            let typed = people.map(\.typed).joined(separator: ", ")
            voice.warn("LOOK: kept apart from the headline, because it is of a person: \(typed)")
        }
        let questions = questions(QuantityWords(voice.catalogue))
        for question in questions { voice.warn("LOOK: \(question)") }
        if !questions.isEmpty, !sure, !(other && reading?.other != nil && prompts.isEmpty) {
            guard let reading, let second = reading.other, !other else {
                throw CommandFault.misread("Nothing was saved. Write the amount so that it is certain, or say --sure")
            }
            throw CommandFault.misread(
                "Nothing was saved. Say --sure for \(reading.quantity.plain), or --other for \(second.plain)")
        }
        var event = Event.alert(.raised(raised))
        let rows = people.compactMap { SealedIdentifiers.Row($0.kind, typed: $0.typed) }
        guard !rows.isEmpty else { return try pen.save(.new(.alerts), event, payloads: payloads) }
        let part = SealedPart.identifiers(rows)
        let kept = Payload(data: part.bytes)
        event = event.keeping(part, as: kept.hash, plain: Hashing.plain(kept.data))
        return try pen.save(.new(.alerts), event, payloads: payloads + [kept])
    }

    /// The amount with its other reading.
    private var reading: Quantity.Typed? { amount?.typed.flatMap { Quantity.typed($0) } }

    /// What is saved of the two; a blank is not asked.
    private var chosen: Quantity? {
        guard let amount, amount.answer != .notAsked else { return nil }
        return other ? reading?.other ?? amount : amount
    }

    /// What the headline says, as of every other message: numbers, and what was seized where no option says it.
    private func particulars(_ identifiers: [Identifier]) -> Particulars {
        var particulars = Particulars()
        if substance == nil, amount == nil {
            let reader = SeizedItemReader(language: TextLanguage.guess(headline) ?? .en)
            particulars.items = reader.spoken(headline).prefix(40).map(\.item)
        }
        particulars.identifiers = identifiers.filter { !$0.kind.isPersonal }.prefix(40)
            .compactMap { IdentifierMention($0.kind, typed: $0.typed) }
        particulars.place = place
        particulars.takeScene(in: DateMention.blanked(in: headline), PlaceLookup.gazetteer, source: source)
        particulars.operation = Alias.operation(in: headline)
        return particulars
    }

    private func questions(_ words: QuantityWords) -> [Message] {
        let doubt = reading.flatMap { reading in
            reading.other.map { other -> Message in
                "“\(reading.quantity.typed ?? "")” is read as \(reading.quantity.plain), and may be \(other.plain)."
            }
        }
        return prompts.map { words.prompt($0) } + [doubt].compactMap(\.self)
    }

    /// What is far more than usual.
    private var prompts: [UsualAmount.Prompt] {
        guard let chosen else { return AlertLine(headline).items.compactMap { UsualAmount.prompt(for: $0) } }
        let found =
            SubstanceFinder.find(substance ?? "").substance ?? SubstanceFinder.locate(in: headline)?.match.substance
        return UsualAmount.prompt(for: chosen, of: found).map { [$0] } ?? []
    }
}

extension Quantity: ExpressibleByArgument {
    /// As amounts are read everywhere; see `Quantity.typed`.
    public init?(argument: String) {
        guard let typed = Quantity.typed(argument) else { return nil }
        self = typed.quantity
    }
}
