/// What else is known of a delivery: plates, containers, telephones, accounts, seals, people, places, how it is hidden.
package struct DeliveryDetailed: EventBody {
    package static let kind = "deliveryDetailed"
    package var particulars: Particulars
    /// Who says so, or how it is known.
    package var source: String?
    /// Where the identifiers of living persons lie.
    package var payloads: [String]

    package init(_ particulars: Particulars, source: String? = nil, payloads: [String] = []) {
        self.particulars = particulars
        self.source = source
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        particulars = try Particulars(reading: body)
        source = try body.optionalText("source")
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        particulars.write(to: &body)
        body.text("source", source)
        body.texts("payloads", payloads)
    }
}

extension DeliveryEvent {
    /// The things, vehicles and numbers that it names in the open.
    var identifiers: [Identifier] {
        switch self {
        case .opened(let body): body.identifiers
        case .detailed(let body):
            body.particulars.identifiers.compactMap { mention in
                mention.typed.map { Identifier(mention.kind, $0, state: mention.state) }
            }
        case .reportReceived(let body):
            IdentifierFinder.find(in: body.text).map(\.identifier).filter { !$0.kind.isPersonal }
        case .prepared(let body): DeliveryEvent.seal(body.seal)
        case .released(let body): DeliveryEvent.seal(body.seal)
        case .accepted(let body): DeliveryEvent.seal(body.seal)
        case .exhibitRegistered(let body): DeliveryEvent.seal(body.seal)
        default: []
        }
    }

    /// The name of a tracker; those of two operations may have been mixed up.
    var tracker: String? { if case .prepared(let body) = self { body.tracker } else { nil } }

    private static func seal(_ text: String?) -> [Identifier] { text.map { [Identifier(.seal, $0)] } ?? [] }
}

extension Identifier {
    /// What a person typed as identifiers: those that are recognised, else the kind and the words behind it, such as
    /// `seal TJ 004417` or `person` and a name. Empty where neither is there.
    package static func typed(_ text: String) -> [Identifier] {
        let found = IdentifierFinder.find(in: text).map(\.identifier)
        guard found.isEmpty else { return found }
        let text = text.trimmingBlanks
        let word = text.prefix { $0 != " " && $0 != ":" }
        let rest = String(text.dropFirst(word.count)).drop { $0 == " " || $0 == ":" }
        guard !rest.isEmpty, let kind = kinds[word.lowercased()] ?? IdentifierKind(rawValue: word.lowercased()) else {
            // A plate that mixes scripts fits no form, and is kept all the same.
            return PlateDoubt.find(in: text).map { Identifier(.plate, $0.typed) }
        }
        return [Identifier(kind, String(rest))]
    }

    private static let kinds: [String: IdentifierKind] = [
        "пломба": .seal, "封志": .seal, "лицо": .person, "人员": .person, "счет": .account, "счёт": .account,
        "账户": .account,
    ]
}
