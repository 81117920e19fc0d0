/// Who holds the load. Letting it go and taking it over are two events of two sides; between them nobody holds it.

/// A side lets the load go.
package struct CustodyReleased: EventBody {
    package static let kind = "custodyReleased"
    /// "TJK Customs".
    package var party: String
    package var place: String
    package var seal: String?
    /// Gross weight of the vehicle or package in grams.
    package var grossGrams: Int64?
    package var officer: String?
    package var note: String?

    package init(
        party: String, place: String, seal: String? = nil, grossGrams: Int64? = nil, officer: String? = nil,
        note: String? = nil
    ) {
        self.party = party
        self.place = place
        self.seal = seal
        self.grossGrams = grossGrams
        self.officer = officer
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        party = try body.text("party")
        place = try body.text("place")
        seal = try body.optionalText("seal")
        grossGrams = try body.optionalInteger("gross_grams", in: 0...JSON.largestInteger)
        officer = try body.optionalText("officer")
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("party", party)
        body.text("place", place)
        body.text("seal", seal)
        body.integer("gross_grams", grossGrams)
        body.text("officer", officer)
        body.text("note", note)
    }
}

/// A side takes the load over. The first one is the beginning of the chain.
package struct CustodyAccepted: EventBody {
    package static let kind = "custodyAccepted"
    package var party: String
    package var place: String
    package var seal: String?
    package var grossGrams: Int64?
    package var officer: String?
    package var note: String?

    package init(
        party: String, place: String, seal: String? = nil, grossGrams: Int64? = nil, officer: String? = nil,
        note: String? = nil
    ) {
        self.party = party
        self.place = place
        self.seal = seal
        self.grossGrams = grossGrams
        self.officer = officer
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        let released = try CustodyReleased(reading: body)
        self.init(
            party: released.party, place: released.place, seal: released.seal, grossGrams: released.grossGrams,
            officer: released.officer, note: released.note)
    }

    package func write(to body: inout BodyWriter) {
        CustodyReleased(
            party: party, place: place, seal: seal, grossGrams: grossGrams, officer: officer, note: note
        ).write(to: &body)
    }
}

/// Somebody has the load in sight, or a tracker has.
package struct EyesOn: EventBody {
    package static let kind = "eyesOn"
    /// "UZB team 2", "tracker".
    package var party: String
    package var place: String?
    package var isTracker: Bool

    package init(party: String, place: String? = nil, isTracker: Bool = false) {
        self.party = party
        self.place = place
        self.isTracker = isTracker
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        party = try body.text("party")
        place = try body.optionalText("place")
        isTracker = try body.optionalInteger("tracker", in: 0...1) == 1
    }

    package func write(to body: inout BodyWriter) {
        body.text("party", party)
        body.text("place", place)
        body.integer("tracker", isTracker ? 1 : nil)
    }
}

/// Nobody sees it any more from there.
package struct EyesLost: EventBody {
    package static let kind = "eyesLost"
    package var party: String
    package var reason: String

    package init(party: String, reason: String) {
        self.party = party
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        party = try body.text("party")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("party", party)
        body.text("reason", reason)
    }
}

/// How long nobody may hold the load at one border, as the States agreed beforehand.
package struct CustodyLimitAgreed: EventBody {
    package static let kind = "custodyLimitAgreed"
    package var minutes: Int

    package init(minutes: Int) { self.minutes = minutes }

    package init(reading body: BodyReader) throws(BodyFault) {
        minutes = Int(try body.integer("limit_min", in: 1...1_440))
    }

    package func write(to body: inout BodyWriter) { body.integer("limit_min", Int64(minutes)) }
}

/// Who holds the load and who sees it, as the words of both sides add up.
package struct Custody: Equatable, Sendable {
    package struct Holding: Equatable, Sendable {
        package let party: String
        package let place: String
        package let seal: String?
        package let grossGrams: Int64?
        package let officer: String?
        /// When it happened, not when we learnt it.
        package let since: Instant
        package let entry: Int64
    }

    /// A border or a station at which the load went from one to another.
    package struct Gap: Equatable, Sendable {
        package let released: Holding
        /// Nil while nobody has taken it over.
        package fileprivate(set) var accepted: Holding?

        package func length(at now: Instant) -> Span { max((accepted?.since ?? now) - released.since, .zero) }
    }

    /// What does not agree between letting go and taking over.
    package enum Mismatch: Equatable, Sendable {
        case seal(released: String, accepted: String, entry: Int64)
        /// In grams; the other sides' scales differ by up to a tenth of a per cent and 20 kg.
        case weight(released: Int64, accepted: Int64, entry: Int64)

        package var entry: Int64 {
            switch self {
            case .seal(_, _, let entry), .weight(_, _, let entry): entry
            }
        }
    }

    package struct Sight: Equatable, Sendable {
        package let party: String
        package let place: String?
        package let isTracker: Bool
        package let at: Instant
    }

    package private(set) var holder: Holding?
    /// Who held it before somebody took it over whom nobody had let it go to yet.
    private var before: Holding?
    package private(set) var gaps: [Gap] = []
    package private(set) var mismatches: [Mismatch] = []
    /// Who sees it, the newest last; nobody where it is empty.
    package private(set) var sights: [Sight] = []
    /// The last time somebody saw it no longer; the sight is nil where nobody had said that they saw it.
    package private(set) var lastLost: Lost?
    /// Agreed beforehand; 30 minutes where nothing was said.
    package private(set) var limit: Span = .minutes(30)

    package struct Lost: Equatable, Sendable {
        package let sight: Sight?
        package let at: Instant
    }

    mutating func release(_ body: CustodyReleased, _ entry: Entry) {
        let own = holder?.party == body.party ? holder : before ?? holder
        let released = Holding(
            party: body.party, place: body.place, seal: body.seal ?? own?.seal,
            grossGrams: body.grossGrams ?? own?.grossGrams, officer: body.officer, since: entry.at,
            entry: entry.index)
        // The other side may have spoken first: then its word closes this gap. Its clock may be behind as well.
        if let holder, holder.party != body.party, holder.since >= entry.at || isLateWord(body.party, entry.at) {
            gaps.append(Gap(released: released, accepted: holder))
            compare(released, holder)
            before = nil
            return
        }
        gaps.append(Gap(released: released, accepted: nil))
        (holder, before) = (nil, nil)
    }

    mutating func accept(_ body: CustodyAccepted, _ entry: Entry) {
        let accepted = Holding(
            party: body.party, place: body.place, seal: body.seal, grossGrams: body.grossGrams, officer: body.officer,
            since: entry.at, entry: entry.index)
        if let open = gaps.lastIndex(where: { $0.accepted == nil }) {
            gaps[open].accepted = accepted
            compare(gaps[open].released, accepted)
            before = nil
        } else if let holder, holder.party != accepted.party {
            before = holder
        }
        holder = accepted
    }

    /// Whether the one who held it before lets it go a little after it was taken over, by no more than the agreed limit.
    private func isLateWord(_ party: String, _ at: Instant) -> Bool {
        guard let holder, let before, before.party == party else { return false }
        return at <= holder.since + limit
    }

    mutating func see(_ body: EyesOn, _ entry: Entry) {
        sights.removeAll { $0.party == body.party }
        sights.append(Sight(party: body.party, place: body.place, isTracker: body.isTracker, at: entry.at))
    }

    mutating func lose(_ body: EyesLost, _ entry: Entry) {
        lastLost = Lost(sight: sights.last { $0.party == body.party }, at: entry.at)
        sights.removeAll { $0.party == body.party }
    }

    mutating func agree(_ body: CustodyLimitAgreed) { limit = .minutes(Int64(body.minutes)) }

    private mutating func compare(_ released: Holding, _ accepted: Holding) {
        if let before = released.seal, let after = accepted.seal,
            SearchFolding.fold(before.filter { $0 != " " }) != SearchFolding.fold(after.filter { $0 != " " })
        {
            mismatches.append(.seal(released: before, accepted: after, entry: accepted.entry))
        }
        if let before = released.grossGrams, let after = accepted.grossGrams,
            abs(after - before) > max(before / 1_000, 20_000)
        {
            mismatches.append(.weight(released: before, accepted: after, entry: accepted.entry))
        }
    }

    /// The gap that is open now: nobody holds the load.
    package var openGap: Gap? { gaps.last { $0.accepted == nil } }

    /// How long nobody held the load in all, the open gap included.
    package func uncontrolled(at now: Instant) -> Span {
        Span(milliseconds: gaps.reduce(0) { $0 + $1.length(at: now).milliseconds })
    }
}
