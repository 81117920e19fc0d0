/// A fact in the log, in the past tense, never changed.
package enum Event: Equatable, Sendable {
    case logKeeping(LogKeepingEvent)
    case seizure(SeizureEvent)
    case alert(AlertEvent)
    case delivery(DeliveryEvent)
    case shift(ShiftEvent)
    case exercise(ExerciseEvent)
    case officer(OfficerEvent)
    case rules(RulesEvent)
    case roster(RosterEvent)
    case onCall(OnCallEvent)
    case order(StandingOrderEvent)
    case arrangement(ArrangementEvent)
    case handling(HandlingEvent)
    case link(LinkEvent)
    case intake(IntakeEvent)
    case directory(DirectoryEvent)
    indirect case fourEyes(FourEyesEvent)
    /// A kind that this program does not know: kept, counted and shown as it is.
    case unknown(UnknownEvent)

    package var kind: String {
        switch self {
        case .unknown(let event): event.kind
        default: Swift.type(of: known).kind
        }
    }

    package var body: JSONObject {
        if case .unknown(let event) = self { event.body } else { known.object }
    }

    private var known: any EventBody {
        switch self {
        case .logKeeping(let event): event.body
        case .seizure(let event): event.body
        case .alert(let event): event.body
        case .delivery(let event): event.body
        case .shift(let event): event.body
        case .exercise(let event): event.body
        case .officer(let event): event.body
        case .rules(let event): event.body
        case .roster(let event): event.body
        case .onCall(let event): event.body
        case .order(let event): event.body
        case .arrangement(let event): event.body
        case .handling(let event): event.body
        case .link(let event): event.body
        case .intake(let event): event.body
        case .directory(let event): event.body
        case .fourEyes(let event): event.body
        case .unknown: preconditionFailure("an unknown event has no typed body")
        }
    }

    /// Reads an event; a kind or version that is not known here becomes `.unknown`, with its body untouched.
    package init(kind: String, version: Int64, body: JSONObject) throws(BodyFault) {
        guard version == Event.version, let reader = Event.readers[kind] else {
            self = .unknown(UnknownEvent(kind: kind, version: version, body: body))
            return
        }
        self = try reader.read(BodyReader(body)).get()
    }

    /// The version that this program writes and understands for every kind it knows.
    package static let version: Int64 = 1

    package static func isKnown(kind: String) -> Bool { readers[kind] != nil }

    package static var knownKinds: [String] { readers.keys.sorted() }

    /// What visitors see of the texts of a kind; nil for a kind that is not known here.
    package static func openness(ofKind kind: String) -> [String: Openness]? { readers[kind]?.openness }

    private struct Reader: Sendable {
        let openness: [String: Openness]
        let read: @Sendable (BodyReader) -> Result<Event, BodyFault>
    }

    private static let readers: [String: Reader] = {
        var table: [String: Reader] = [:]
        func add<Area: AreaEvent>(_ kinds: [EventKind<Area>], _ wrap: @escaping @Sendable (Area) -> Event) {
            for kind in kinds {
                precondition(table[kind.name] == nil, "two events of the kind \(kind.name)")
                let read = kind.read
                table[kind.name] = Reader(openness: kind.openness) { reader in read(reader).map(wrap) }
            }
        }
        add(LogKeepingEvent.kinds) { .logKeeping($0) }
        add(SeizureEvent.kinds) { .seizure($0) }
        add(AlertEvent.kinds) { .alert($0) }
        add(DeliveryEvent.kinds) { .delivery($0) }
        add(ShiftEvent.kinds) { .shift($0) }
        add(ExerciseEvent.kinds) { .exercise($0) }
        add(OfficerEvent.kinds) { .officer($0) }
        add(RulesEvent.kinds) { .rules($0) }
        add(RosterEvent.kinds) { .roster($0) }
        add(OnCallEvent.kinds) { .onCall($0) }
        add(StandingOrderEvent.kinds) { .order($0) }
        add(ArrangementEvent.kinds) { .arrangement($0) }
        add(HandlingEvent.kinds) { .handling($0) }
        add(LinkEvent.kinds) { .link($0) }
        add(IntakeEvent.kinds) { .intake($0) }
        add(DirectoryEvent.kinds) { .directory($0) }
        add(FourEyesEvent.kinds) { .fourEyes($0) }
        return table
    }()
}

package struct UnknownEvent: Equatable, Sendable {
    package let kind: String
    package let version: Int64
    package let body: JSONObject

    package init(kind: String, version: Int64, body: JSONObject) {
        self.kind = kind
        self.version = version
        self.body = body
    }
}
