import ArgumentParser
import EventLog
import Model
import Wording

struct DeliveryDetail: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "detail", abstract: "Write down what else is known of a delivery.",
        discussion: """
            Numbers are recognised; those of living persons are kept beside the log, erasable by law. Example:

              caricc delivery detail CD-2026-014 --number "plate TJK 4821 AT 02" --hidden "under the floor"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A plate, container, telephone and so on; may be repeated.", valueName: "text"))
    var number: [String] = []

    @Option(help: ArgumentHelp("Where (default: not known).", valueName: "text"))
    var place: String?

    @Option(help: ArgumentHelp("Where it came from (default: not known).", valueName: "text"))
    var departure: String?

    @Option(help: ArgumentHelp("Where it is to go (default: not known).", valueName: "text"))
    var destination: String?

    @Option(help: ArgumentHelp("How it is hidden (default: not known).", valueName: "text"))
    var hidden: String?

    @Option(help: ArgumentHelp("Truck, train, flight (default: not known).", valueName: "text"))
    var transport: String?

    @Option(help: ArgumentHelp("Anything else, as it was said (default: nothing).", valueName: "text"))
    var text: String?

    @Option(help: ArgumentHelp("Who says so (default: not said).", valueName: "text"))
    var source: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let found = number.flatMap { Identifier.typed($0) }
        if let unread = number.first(where: { Identifier.typed($0).isEmpty }) {
            throw CommandFault.misread(
                "“\(unread)”: no plate, container, telephone or other number is recognised; say what it is, such as “plate 01 A 123 BC”, or put it under --text."
            )
        }
        let particulars = Particulars(
            identifiers: found.compactMap { IdentifierMention($0.kind, typed: $0.typed, state: $0.state) },
            place: place, departure: departure, destination: destination, concealment: hidden, transport: transport,
            text: text)
        let rows = found.compactMap { found in
            found.kind.isPersonal ? SealedIdentifiers.Row(found.kind, typed: found.typed, state: found.state) : nil
        }
        voice.warn(PlateDoubt.find(in: transport ?? ""))
        let event = Event.delivery(.detailed(DeliveryDetailed(particulars, source: source)))
        guard !rows.isEmpty, let payload = SealedIdentifiers(rows).map({ Payload(data: $0.bytes) }) else {
            let status = try Pen(options, voice).save(.existing(delivery), event)
            if !options.json { try voice.tell(found) }
            return status
        }
        let named = event.keeping(.identifiers(rows), as: payload.hash, plain: Hashing.plain(payload.data))
        let status = try Pen(options, voice).save(.existing(delivery), named, payloads: [payload])
        if !options.json { try voice.tell(found) }
        return status
    }
}
