/// Exhibits, from the roadside to the court. Each weighing is a fact of its own; none replaces another.

/// What a weight was taken of (UNODC reporting practice; all four are kept).
package enum Weighing: String, CaseIterable, Sendable {
    /// With its packing and what it was hidden in, at the roadside.
    case roadsideGross = "roadside_gross"
    case unpackedGross = "unpacked_gross"
    /// Without packing, in the laboratory.
    case laboratoryNet = "laboratory_net"
    /// The pure substance, in the laboratory.
    case pure
}

package struct ExhibitRegistered: EventBody {
    /// What a line says an exhibit is. Where the reading does not have every word of it, the line is kept beside it as typed.
    package static func item(typed line: String) -> SeizedItem {
        let items = SeizedLine(line, keepsUnknown: true).items
        guard items.count == 1, var item = items.first else {
            return SeizedItem(kind: items.first?.kind ?? .other, name: line)
        }
        let typed = line.lowercased()
        if let name = item.name, !typed.contains(name.lowercased()) { item.name = line }
        let read = [item.name, item.quantity?.typed].compactMap { $0?.lowercased() }.joined(separator: " ")
        let words = typed.split { !$0.isLetter }.filter { $0.count > 2 }
        if words.contains(where: { !read.contains($0) }) { item.note = line }
        return item
    }

    package static let kind = "exhibitRegistered"
    /// As its label says: "UZB-88/3".
    package var exhibit: String
    package var item: SeizedItem
    package var state: String
    package var place: String?
    package var seal: String?
    /// Officer, attesting witnesses (понятые), interpreter, as the record names them; a payload where they are persons.
    package var payloads: [String]

    package init(
        exhibit: String, item: SeizedItem, state: String, place: String? = nil, seal: String? = nil,
        payloads: [String] = []
    ) {
        self.exhibit = exhibit
        self.item = item
        self.state = state
        self.place = place
        self.seal = seal
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        exhibit = try body.text("exhibit")
        guard let object = try body.optionalObject("object") else { throw .missing(key: "object") }
        item = try SeizedItem(reading: BodyReader(object))
        state = try body.text("state")
        place = try body.optionalText("place")
        seal = try body.optionalText("seal")
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        body.text("exhibit", exhibit)
        body.object("object", item.object)
        body.text("state", state)
        body.text("place", place)
        body.text("seal", seal)
        body.texts("payloads", payloads)
    }
}

package struct ExhibitWeighed: EventBody {
    package static let kind = "exhibitWeighed"
    package var exhibit: String
    package var weighing: Weighing
    package var quantity: Quantity
    /// The scale or the laboratory.
    package var by: String
    package var note: String?

    package init(exhibit: String, weighing: Weighing, quantity: Quantity, by: String, note: String? = nil) {
        self.exhibit = exhibit
        self.weighing = weighing
        self.quantity = quantity
        self.by = by
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        exhibit = try body.text("exhibit")
        weighing = try body.code("weighing", Weighing.self)
        quantity = try Quantity(reading: BodyReader(try body.optionalObject("quantity") ?? JSONObject()))
        by = try body.text("weighed_by")
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("exhibit", exhibit)
        body.text("weighing", weighing.rawValue)
        body.object("quantity", quantity.object)
        body.text("weighed_by", by)
        body.text("note", note)
    }
}

/// An old seal was broken and a new one put on; the old one is kept with the exhibit.
package struct ExhibitResealed: EventBody {
    package static let kind = "exhibitResealed"
    package var exhibit: String
    package var oldSeal: String
    package var newSeal: String
    package var reason: String

    package init(exhibit: String, oldSeal: String, newSeal: String, reason: String) {
        self.exhibit = exhibit
        self.oldSeal = oldSeal
        self.newSeal = newSeal
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        exhibit = try body.text("exhibit")
        oldSeal = try body.text("old_seal")
        newSeal = try body.text("new_seal")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("exhibit", exhibit)
        body.text("old_seal", oldSeal)
        body.text("new_seal", newSeal)
        body.text("reason", reason)
    }
}

/// A sample was taken, a test made, a photograph filed.
package struct ExhibitRecorded: EventBody {
    package static let kind = "exhibitRecorded"
    package enum Sort: String, CaseIterable, Sendable {
        case sample
        case test
        case photograph
        case storage
        case destruction
    }

    package var exhibit: String
    package var sort: Sort
    /// The number of the sample, the name of the test, the file of the photograph.
    package var reference: String
    package var result: String?
    /// SHA-256 of the file, in hexadecimal.
    package var raw: String?

    package init(exhibit: String, sort: Sort, reference: String, result: String? = nil, raw: String? = nil) {
        self.exhibit = exhibit
        self.sort = sort
        self.reference = reference
        self.result = result
        self.raw = raw
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        exhibit = try body.text("exhibit")
        sort = try body.code("sort", Sort.self)
        reference = try body.text("reference")
        result = try body.optionalText("result")
        raw = try body.optionalText("raw")
    }

    package func write(to body: inout BodyWriter) {
        body.text("exhibit", exhibit)
        body.text("sort", sort.rawValue)
        body.text("reference", reference)
        body.text("result", result)
        body.text("raw", raw)
    }
}

/// An exhibit as its events add up.
package struct Exhibit: Equatable, Sendable {
    package struct Weight: Equatable, Sendable {
        package let quantity: Quantity
        package let by: String
        package let at: Instant
        package let entry: Int64
    }

    package struct Transfer: Equatable, Sendable {
        package let transferred: EvidenceTransferred
        package let at: Instant
        package let entry: Int64
    }

    /// What a court would ask about.
    package enum Doubt: Equatable, Sendable {
        /// Given on by somebody who did not have it.
        case notTheHolder(from: String, holder: String, entry: Int64)
        case seal(before: String, after: String, entry: Int64)
        /// The same thing came out heavier than with its packing, or its pure part than all of it.
        case heavierUnpacked(gross: Int64, net: Int64, entry: Int64)
        /// Two weighings of the same sort say different things, in micrograms.
        case weighedAgain(before: Int64, now: Int64, entry: Int64)

        package var entry: Int64 {
            switch self {
            case .notTheHolder(_, _, let entry), .seal(_, _, let entry), .heavierUnpacked(_, _, let entry),
                .weighedAgain(_, _, let entry):
                entry
            }
        }
    }

    package let registered: ExhibitRegistered
    package let at: Instant
    /// By what was weighed, the newest last.
    package private(set) var weights: [Weighing: [Weight]] = [:]
    package private(set) var seals: [String]
    package private(set) var transfers: [Transfer] = []
    package private(set) var records: [ExhibitRecorded] = []
    package private(set) var holder: String
    package private(set) var doubts: [Doubt] = []

    init(_ registered: ExhibitRegistered, _ entry: Entry) {
        self.registered = registered
        at = entry.at
        seals = registered.seal.map { [$0] } ?? []
        holder = registered.state
    }

    mutating func weigh(_ body: ExhibitWeighed, _ entry: Entry) {
        weights[body.weighing, default: []].append(
            Weight(quantity: body.quantity, by: body.by, at: entry.at, entry: entry.index))
        guard let own = body.quantity.micrograms else { return }
        doubts += doubts(about: body.weighing, own, entry.index)
    }

    /// What is within another thing cannot be heavier: pure in net, net in gross, unpacked in what was weighed at the
    /// roadside. Each weighing is held against the last ones of the others; what was doubted stays until it is explained.
    private func doubts(about weighing: Weighing, _ own: Int64, _ entry: Int64) -> [Doubt] {
        let order: [Weighing] = [.pure, .laboratoryNet, .unpackedGross, .roadsideGross]
        guard let place = order.firstIndex(of: weighing) else { return [] }
        func last(_ weighing: Weighing) -> Int64? { weights[weighing]?.last?.quantity.micrograms }
        if let outer = order[(place + 1)...].lazy.compactMap({ last($0) }).first, own > outer {
            return [.heavierUnpacked(gross: outer, net: own, entry: entry)]
        }
        if let inner = order[..<place].reversed().lazy.compactMap({ last($0) }).first, inner > own {
            return [.heavierUnpacked(gross: own, net: inner, entry: entry)]
        }
        // Two laboratories that differ by more than a hundredth have not weighed the same thing.
        let before = weights[weighing]?.dropLast().last?.quantity.micrograms
        if weighing == .laboratoryNet, let before, abs(own - before) > max(own, before) / 100 {
            return [.weighedAgain(before: before, now: own, entry: entry)]
        }
        return []
    }

    mutating func reseal(_ body: ExhibitResealed, _ entry: Entry) {
        if let last = seals.last, last != body.oldSeal {
            doubts.append(.seal(before: last, after: body.oldSeal, entry: entry.index))
        }
        seals.append(body.newSeal)
    }

    mutating func transfer(_ body: EvidenceTransferred, _ entry: Entry) {
        // At first somebody of the State that registered it has it, whoever that is.
        let hadIt = transfers.isEmpty ? isOfState(body.from) : body.from == holder
        if !hadIt { doubts.append(.notTheHolder(from: body.from, holder: holder, entry: entry.index)) }
        if let seal = body.seal, let last = seals.last, seal != last {
            doubts.append(.seal(before: last, after: seal, entry: entry.index))
        }
        transfers.append(Transfer(transferred: body, at: entry.at, entry: entry.index))
        holder = body.to
    }

    private func isOfState(_ party: String) -> Bool {
        party == registered.state || OpenWords.state(in: party) == OpenWords.state(in: registered.state)
    }

    mutating func record(_ body: ExhibitRecorded) { records.append(body) }
}
