extension Event {
    /// Under what this event is filed, without what lies in payloads (`SealedIdentifiers.marks`).
    ///
    /// - Parameters:
    ///   - at: when it happened, as far as somebody said.
    ///   - precision: how exactly; it changes nothing but for whoever reads the mark.
    package func marks(at: Instant, precision: Precision) -> [Mark] {
        switch self {
        case .seizure(.reported(let report)): report.marks(at: at)
        case .alert(.raised(let raised)): raised.marks(at: at)
        case .alert(.messageFiled(let message)): message.marks(at: at)
        case .alert(.detailed(let details)): details.particulars.marks(at: at, state: nil, load: [])
        case .delivery(let event): event.marks(at: at)
        case .link(let link): [Mark.link(to: link.other)]
        default: []
        }
    }

    /// The payloads that may hold identifiers of this event.
    package var payloadsWithIdentifiers: [Digest] {
        switch self {
        case .alert(.raised(let raised)): Event.payloads(raised.payloads, raised.particulars)
        case .alert(.messageFiled(let message)): Event.payloads(message.payloads, message.particulars)
        case .alert(.detailed(let details)): Event.payloads(details.payloads, details.particulars)
        case .delivery(.detailed(let details)): Event.payloads(details.payloads, details.particulars)
        default: []
        }
    }

    private static func payloads(_ named: [String], _ particulars: Particulars) -> [Digest] {
        var digests = named.compactMap { Digest(hex: $0) }
        for payload in particulars.identifiers.lazy.compactMap(\.payload) where !digests.contains(payload) {
            digests.append(payload)
        }
        return digests
    }
}

extension DeliveryEvent {
    func marks(at: Instant) -> [Mark] {
        var marks = identifiers.compactMap { Mark.identifier($0) }
        if let tracker, let mark = Mark.tracker(tracker) { marks.append(mark) }
        switch self {
        case .legPlanned(let leg):
            marks += Mark.places([leg.entry, leg.exit], in: leg.state)
            if let route = Mark.route(from: leg.entry, to: leg.exit) { marks.append(route) }
        case .reportReceived(let report): marks += Mark.places([report.place], in: nil)
        case .detailed(let details):
            // What is carried is no seizure, and may not be taken for one.
            var particulars = details.particulars
            particulars.items = []
            marks += particulars.marks(at: at, state: nil, load: [])
            marks += details.particulars.items.compactMap(\.logo).compactMap { Mark.logo($0) }
        default: break
        }
        var seen: Set<Mark> = []
        return marks.filter { seen.insert($0).inserted }
    }
}

extension DeliveryOpened {
    /// What goods and conveyance name. The conveyance is a vehicle, so that the rest of its words may be the plate alone:
    /// "truck TJK 4821 AT 02".
    var identifiers: [Identifier] {
        var found = [goods, conveyance ?? ""].flatMap { IdentifierFinder.find(in: $0).map(\.identifier) }
            .filter { !$0.kind.isPersonal }
        let words = (conveyance ?? "").split(separator: " ").suffix(6)
        for start in words.indices {
            let plate = Identifier(.plate, words[start...].joined(separator: " "))
            guard !plate.key.isEmpty, !plate.remarks.contains(.unusualForm) else { continue }
            if !found.contains(where: { $0.key == plate.key }) { found.append(plate) }
            break
        }
        return found
    }
}

extension LinkEvent {
    /// The subject that the event names beside its own.
    package var other: SubjectName {
        switch self {
        case .linked(let body): body.to
        case .unlinked(let body): body.from
        case .joined(let body): body.into
        case .parted(let body): body.from
        case .toldApart(let body): body.from
        }
    }
}

extension SealedIdentifiers {
    /// Under what the identifiers of an opened payload are filed.
    package var marks: [Mark] {
        rows.compactMap { Mark.identifier(Identifier($0.kind, $0.typed, state: $0.state)) }
    }
}

extension SeizureReported {
    /// Two at most: there may be millions of records.
    func marks(at: Instant) -> [Mark] {
        let state = StateKey.code(country) ?? country
        let words = PlaceWords(place)
        let load = Load(substance: SubstanceKey(name: drug), quantity: quantity)
        var marks = [load.mark(state: state, day: at.day, words: words.keys)]
        if let whole = words.whole { marks.append(Mark(.place, "\(state) \(whole)")) }
        return marks
    }
}

extension AlertRaised {
    func marks(at: Instant) -> [Mark] {
        var marks = head.marks(from: source)
        if let near { marks.append(.link(to: near)) }
        var particulars = particulars
        particulars.place = particulars.place ?? place
        // Whoever told us says nothing of where it was.
        return marks
            + particulars.marks(at: at, state: nil, load: Load.loads(particulars.items, substance, quantity))
    }
}

extension MessageFiled {
    func marks(at: Instant) -> [Mark] {
        head.marks(from: direction == .received ? party : "")
            + particulars.marks(at: at, state: nil, load: Load.loads(particulars.items, nil, nil))
    }
}

extension MessageHead {
    /// - Parameter party: who gave it `theirNumber`.
    func marks(from party: String) -> [Mark] {
        var marks: [Mark] = []
        if let identity { marks.append(.message(identity: identity)) }
        if let name { marks.append(.message(identity: name)) }
        if let theirNumber { marks.append(.message(from: party, number: theirNumber)) }
        if let ourNumber { marks.append(.message(ourNumber: ourNumber)) }
        return marks
    }
}

extension Particulars {
    /// - Parameters:
    ///   - state: where it happened, unless the particulars say it.
    ///   - load: what was seized; nothing where the event reports no seizure.
    func marks(at: Instant, state: String?, load: [Load]) -> [Mark] {
        let state = self.state ?? state
        var marks = identifiers.compactMap { mention in
            mention.typed.flatMap { Mark.identifier(Identifier(mention.kind, $0, state: mention.state)) }
        }
        if !items.isEmpty || !load.isEmpty {
            let words = PlaceWords(place).keys
            let loads = load.isEmpty ? Load.loads(items, nil, nil) : load
            marks += loads.map { $0.mark(state: state, day: at.day, words: words) }
        }
        marks += Mark.places([place], in: state)
        if let route = Mark.route(from: departure, to: destination) { marks.append(route) }
        marks += Concealment.found(in: [concealment]).lazy.filter { !$0.isCommon }.map { Mark(.method, $0.rawValue) }
        marks += items.lazy.compactMap(\.logo).compactMap { Mark.logo($0) }
        if let operation { marks.append(Mark(.operation, operation)) }
        return Array(Set(marks)).sorted { $0.value < $1.value }
    }
}

extension Mark {
    /// Each name as a whole and, for what has several words, each word.
    static func places(_ places: [String?], in state: String?) -> [Mark] {
        var marks: [Mark] = []
        for place in places {
            let words = PlaceWords(place)
            guard let whole = words.whole else { continue }
            marks.append(Mark(.place, "\(state ?? "") \(whole)"))
            guard words.keys.count > 1 else { continue }
            for key in words.keys { marks.append(Mark(.place, "\(state ?? "") \(Mark.hash(key))")) }
        }
        return marks
    }

    /// From where to where; nil where either end is not known.
    static func route(from departure: String?, to destination: String?) -> Mark? {
        guard let start = Mark.end(departure), let end = Mark.end(destination) else { return nil }
        return Mark(.route, "\(start) \(end)")
    }

    private static func end(_ place: String?) -> String? {
        if let state = StateKey.code(place) { return state }
        return PlaceWords(place).whole.map { String($0) }
    }

    static func tracker(_ name: String) -> Mark? {
        let key = SearchFolding.fold(name).filter { $0 != " " && $0 != "-" }
        return key.isEmpty ? nil : Mark(.tracker, String(String.UnicodeScalarView(key)))
    }

    static func logo(_ text: String) -> Mark? {
        let words = PlaceWords(text)
        return words.whole.map { Mark(.logo, String($0)) }
    }
}

extension Instant {
    /// The day in UTC, counted from 1970-01-01.
    var day: Int { Int(milliseconds.quotientFloored(by: 86_400_000)) }
}

/// How much of one substance, or of one family of substances.
struct Load: Equatable {
    let substance: SubstanceKey
    let micrograms: Int64?

    init(substance: SubstanceKey, quantity: Quantity?) {
        self.substance = substance
        micrograms = quantity?.micrograms
    }

    private init(_ substance: SubstanceKey, _ micrograms: Int64?) {
        self.substance = substance
        self.micrograms = micrograms
    }

    func mark(state: String?, day: Int, words: [UInt64]) -> Mark {
        .seizure(
            state: state, family: substance.family, day: day, sketch: Sketch(micrograms: micrograms, words: words))
    }

    /// One for each family; where no item is named, what the message says as a whole.
    static func loads(_ items: [SeizedItem], _ substance: String?, _ quantity: Quantity?) -> [Load] {
        var sums: [SubstanceFamily: Load] = [:]
        for item in items where item.kind == .drug || item.kind == .precursor {
            let key = SubstanceKey(code: item.substance, name: item.name)
            let more = item.quantity?.micrograms
            guard let sum = sums[key.family] else {
                sums[key.family] = Load(key, more)
                continue
            }
            let (total, overflow) = (sum.micrograms ?? 0).addingReportingOverflow(more ?? 0)
            sums[key.family] = Load(
                sum.substance, overflow || sum.micrograms == nil && more == nil ? nil : total)
        }
        if sums.isEmpty, substance != nil || quantity != nil {
            let key = SubstanceKey(name: substance)
            sums[key.family] = Load(key, quantity?.micrograms)
        }
        return sums.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
    }
}
