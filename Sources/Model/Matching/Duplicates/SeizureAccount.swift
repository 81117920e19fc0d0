/// What one source says of a seizure or a shipment, in the form in which two such are compared.
package struct SeizureAccount: Equatable, Sendable {
    package struct Item: Equatable, Sendable {
        package let substance: SubstanceKey
        /// As it was typed; empty where nothing was.
        package let name: String
        package let quantity: Quantity?

        package init(substance: SubstanceKey, name: String, quantity: Quantity?) {
            self.substance = substance
            self.name = name
            self.quantity = quantity
        }
    }

    package let name: SubjectName
    /// When it happened, as far as the source says.
    package var at: Instant
    package var precision: Precision
    /// ISO 3166-1 alpha-3 code, or a State's name where it has none here; nil where nobody said. Whoever told us says nothing
    /// of it: partners report each other's seizures.
    package var state: String?
    package var place: String?
    /// What tables of places know of `place`; empty until `settle`.
    package private(set) var known: [KnownPlace] = []
    package var items: [Item]
    /// In the open and from opened payloads.
    package var identifiers: [Identifier]
    package var departure: String?
    package var destination: String?
    package var methods: [Concealment]
    /// How it was hidden, in the words of the source.
    package var hiding: String?
    package var logos: [String]
    /// The names of devices that tell where it is.
    package var trackers: [String] = []
    /// The operation that it is part of, by the name that its aliases share.
    package var operation: String?
    /// Messages that it is or refers to.
    package var messages: [Mark]
    /// The subject that its first event names beside its own.
    package var near: SubjectName?
    /// The entry of the row of a table that it was made of; two of one row are one by birth.
    package var row: EventID?

    package init(
        name: SubjectName, at: Instant, precision: Precision = .day, state: String? = nil, place: String? = nil,
        items: [Item] = [], identifiers: [Identifier] = [], departure: String? = nil, destination: String? = nil,
        methods: [Concealment] = [], logos: [String] = [], messages: [Mark] = [], near: SubjectName? = nil
    ) {
        self.name = name
        self.at = at
        self.precision = precision
        self.state = state
        self.place = place
        self.items = items
        self.identifiers = identifiers
        self.departure = departure
        self.destination = destination
        self.methods = methods
        self.logos = logos
        self.messages = messages
        self.near = near
    }

    /// Looks the place up: as a whole, else each part of it.
    package mutating func settle(_ knowledge: PlaceKnowledge) {
        guard let place else { return }
        known = knowledge(place)
        guard known.isEmpty else { return }
        for part in Evidence.parts(place) where part != place { known += knowledge(part) }
    }

    /// In which States it may have been: the one that was said, else those of the place; empty where nobody knows.
    var states: [String] {
        if let state { return [state] }
        return Set(known.flatMap(\.states)).sorted()
    }

    /// Whether two such could be one seizure at all: something was seized here.
    package var isSeizure: Bool { !items.isEmpty }
}

extension SeizureAccount {
    /// What a subject adds up to; nil for subjects that are about no seizure, shipment or delivery.
    ///
    /// - Parameters:
    ///   - history: all of its entries.
    ///   - opened: the identifiers of the payloads that are still there.
    package init?(_ history: SubjectHistory, opened: [SealedIdentifiers] = []) {
        guard let subject = history.subject, let first = history.entries.first else { return nil }
        switch subject {
        case .alert(let alert): self.init(alert, first)
        case .seizure(let record):
            self.init(record)
            row = first.id
        case .delivery(let delivery): self.init(delivery, history)
        default: return nil
        }
        let sealed = opened.flatMap { $0.rows.map { Identifier($0.kind, $0.typed, state: $0.state) } }
        identifiers += sealed.filter { !identifiers.contains($0) }
    }

    private init(_ alert: Alert, _ first: Entry) {
        let particulars = alert.particulars
        self.init(name: alert.name, at: alert.raisedAt, precision: first.precision)
        state = particulars.state
        place = alert.place
        items = particulars.items.lazy.filter { $0.kind == .drug || $0.kind == .precursor }.map {
            Item(
                substance: SubstanceKey(code: $0.substance, name: $0.name), name: $0.name ?? $0.substance ?? "",
                quantity: $0.quantity)
        }
        if items.isEmpty, alert.raised.substance != nil || alert.raised.quantity != nil {
            items = [
                Item(
                    substance: SubstanceKey(name: alert.raised.substance), name: alert.raised.substance ?? "",
                    quantity: alert.raised.quantity)
            ]
        }
        identifiers = SeizureAccount.identifiers(particulars.identifiers)
        departure = particulars.departure
        destination = particulars.destination
        methods = Concealment.found(in: [particulars.concealment])
        hiding = particulars.concealment
        logos = particulars.items.compactMap(\.logo)
        operation = particulars.operation
        near = alert.raised.near
        row = alert.raised.row
        for message in alert.thread.messages {
            messages += message.head.marks(from: message.direction == .received ? message.party : "")
            messages += message.head.refersTo.flatMap { Mark.messages(referredToAs: $0, by: message.party) }
        }
    }

    private init(_ record: SeizureRecord) {
        let report = record.report
        self.init(name: record.name, at: record.date, precision: record.precision)
        state = StateKey.code(report.country) ?? report.country.nonBlank
        place = report.place.nonBlank
        items = [Item(substance: SubstanceKey(name: report.drug), name: report.drug, quantity: report.quantity)]
        departure = report.departureCountry.nonBlank
        destination = report.destinationCountry.nonBlank
        methods = Concealment.found(in: [report.hidingPlace, report.installation])
        hiding = report.hidingPlace.nonBlank
    }

    private init(_ delivery: Delivery, _ history: SubjectHistory) {
        self.init(name: delivery.name, at: delivery.trail.opened, precision: .millisecond)
        for entry in history.entries where !history.withdrawn.contains(entry.index) {
            guard case .delivery(let event) = entry.event else { continue }
            identifiers += event.identifiers.filter { !identifiers.contains($0) }
            if let tracker = event.tracker, !trackers.contains(tracker) { trackers.append(tracker) }
        }
        let particulars = delivery.particulars
        departure = particulars.departure ?? delivery.legs.first?.entry
        destination = particulars.destination ?? delivery.legs.last?.exit
        methods = Concealment.found(in: [particulars.concealment])
        hiding = particulars.concealment
        logos = particulars.items.compactMap(\.logo)
        operation = particulars.operation
    }

    private static func identifiers(_ mentions: [IdentifierMention]) -> [Identifier] {
        mentions.compactMap { mention in mention.typed.map { Identifier(mention.kind, $0, state: mention.state) } }
    }
}

extension String {
    fileprivate var nonBlank: String? { trimmingBlanks.isEmpty ? nil : self }
}

extension Mark {
    /// What a reference to an earlier message may mean: its identity, the sender's number, or ours.
    package static func messages(referredToAs text: String, by party: String) -> [Mark] {
        [.message(identity: text), .message(from: party, number: text), .message(ourNumber: text)]
    }
}
