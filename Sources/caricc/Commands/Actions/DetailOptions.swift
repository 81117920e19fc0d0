import ArgumentParser
import EventLog
import Model
import Wording

/// What else is known of an alert or a delivery, as options of the shell.
struct DetailOptions: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A plate, container, telephone and so on; may be repeated.", valueName: "text"))
    var number: [String] = []

    @Option(help: ArgumentHelp("Where (default: not known).", valueName: "text"))
    var place: String?

    @Option(help: ArgumentHelp("Where it came from (default: not known).", valueName: "text"))
    var departure: String?

    @Option(help: ArgumentHelp("Where it was or is to go (default: not known).", valueName: "text"))
    var destination: String?

    @Option(help: ArgumentHelp("How it is hidden (default: not known).", valueName: "text"))
    var hidden: String?

    @Option(help: ArgumentHelp("Truck, train, flight (default: not known).", valueName: "text"))
    var transport: String?

    @Option(help: ArgumentHelp("Anything else, as it was said (default: nothing).", valueName: "text"))
    var text: String?

    @Option(help: ArgumentHelp("Who says so (default: not said).", valueName: "text"))
    var source: String?

    /// Saves it; what identifies a living person goes into a payload.
    func save(
        _ items: [SeizedItem], about subject: SubjectName, _ options: ActionOptions, _ voice: Voice,
        as event: (Particulars, String?) -> Event
    ) throws -> ExitStatus {
        let found = try identifiers()
        let particulars = Particulars(
            items: items,
            identifiers: found.compactMap { IdentifierMention($0.kind, typed: $0.typed, state: $0.state) },
            place: place, departure: departure, destination: destination, concealment: hidden, transport: transport,
            text: text)
        voice.warn(PlateDoubt.find(in: transport ?? ""))
        var said = event(particulars, source)
        let rows = found.compactMap { found in
            found.kind.isPersonal ? SealedIdentifiers.Row(found.kind, typed: found.typed, state: found.state) : nil
        }
        var payloads: [Payload] = []
        if !rows.isEmpty, let payload = SealedIdentifiers(rows).map({ Payload(data: $0.bytes) }) {
            said = said.keeping(.identifiers(rows), as: payload.hash, plain: Hashing.plain(payload.data))
            payloads = [payload]
        }
        let status = try Pen(options, voice).save(.existing(subject), said, payloads: payloads)
        if !options.json { try voice.tell(found) }
        return status
    }

    private func identifiers() throws -> [Identifier] {
        try number.flatMap { typed in
            let found = Identifier.typed(typed)
            guard !found.isEmpty else {
                throw CommandFault.misread(
                    "“\(typed)”: no plate, container, telephone or other number is recognised; say what it is, such as “plate 01 A 123 BC”, or put it under --text."
                )
            }
            return found
        }
    }
}
