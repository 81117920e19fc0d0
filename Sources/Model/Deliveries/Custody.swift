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

        /// By the minutes on a clock, as both sides told them.
        package func length(at now: Instant) -> Span {
            max((accepted?.since ?? now).minute - released.since.minute, .zero)
        }
    }

    /// What does not agree with what was known before, at a handing over or while one side had it.
    package enum Mismatch: Equatable, Sendable {
        case seal(released: String, accepted: String, entry: Int64)
        /// In grams; the other sides' scales differ by up to a tenth of a per cent and 20 kg.
        case weight(released: Int64, accepted: Int64, entry: Int64)
        /// Let go by a State that did not have it, as far as anybody told us.
        case holder(released: String, holder: String, entry: Int64)
        /// Taken over by one before the other let it go, or let go by one before it had it: a clock is wrong, or a name.
        case order(earlier: Holding, later: Holding, entry: Int64)
        /// Nobody held it between both for longer than was agreed; `over` is what was too long.
        case tooLong(released: Holding, accepted: Holding, over: Span, entry: Int64)

        package var entry: Int64 {
            switch self {
            case .seal(_, _, let entry), .weight(_, _, let entry), .holder(_, _, let entry), .order(_, _, let entry),
                .tooLong(_, _, _, let entry):
                entry
            }
        }
    }

    package struct Unreleased: Equatable, Sendable {
        package let before: Holding
        package let taker: Holding
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
    /// The seal and the weight that were read last, by whom ever.
    private var lastSeal: String?
    private var lastGrossGrams: Int64?
    package private(set) var gaps: [Gap] = []
    private var told: [Mismatch] = []
    /// Taken over by another State, and the one that had it has not told that it let it go: who had it, and who took it.
    package private(set) var unreleased: [Unreleased] = []
    /// The entries whose doubt somebody explained.
    private var settled: Set<Int64> = []
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
        if let gap = openGap, isAgain(body.party, body.place, gap.released) { return }
        unreleased.removeAll { Custody.isOneSide($0.before.party, body.party) }
        let own = isSame(holder?.party, body.party) ? holder : before ?? holder
        let isOfBefore = own != nil && own == before
        let (seal, gross) = (
            own?.seal ?? (isOfBefore ? nil : lastSeal), own?.grossGrams ?? (isOfBefore ? nil : lastGrossGrams)
        )
        let released = Holding(
            party: body.party, place: body.place, seal: body.seal ?? seal, grossGrams: body.grossGrams ?? gross,
            officer: body.officer, since: entry.at, entry: entry.index)
        // What one side reads when it lets the load go is held against what it read when it took it.
        compare(seal: seal, body.seal, entry.index)
        compare(grams: gross, body.grossGrams, entry.index)
        read(body.seal, body.grossGrams)
        // The other side may have spoken first: then its word closes this gap. Its clock may be behind as well.
        if let holder, !isSame(holder.party, body.party),
            holder.since >= entry.at || isLateWord(body.party, entry.at)
        {
            gaps.append(Gap(released: released, accepted: holder))
            compare(released, holder)
            if holder.since < released.since { doubtOrder(holder, released, entry.index) }
            before = nil
            return
        }
        if let holder, isSame(holder.party, body.party), entry.at < holder.since {
            doubtOrder(released, holder, entry.index)
        }
        if let having = holder ?? openGap?.released, !Custody.isOneSide(having.party, body.party) {
            told.append(.holder(released: body.party, holder: having.party, entry: entry.index))
        }
        // Whoever lets it go must have taken it: from then on it is the newer gap that is open, and no minute counts twice.
        close(with: released)
        gaps.append(Gap(released: released, accepted: nil))
        (holder, before) = (nil, nil)
    }

    mutating func accept(_ body: CustodyAccepted, _ entry: Entry) {
        let accepted = Holding(
            party: body.party, place: body.place, seal: body.seal, grossGrams: body.grossGrams, officer: body.officer,
            since: entry.at, entry: entry.index)
        if let released = openGap?.released {
            close(with: accepted)
            compare(released, accepted)
            if accepted.since < released.since { doubtOrder(accepted, released, entry.index) }
            before = nil
        } else if let holder {
            compare(holder, accepted)
            if !isSame(holder.party, accepted.party) { before = holder }
            if let a = OpenWords.state(in: holder.party), let b = OpenWords.state(in: accepted.party), a != b {
                unreleased.append(Unreleased(before: holder, taker: accepted))
            }
        }
        read(body.seal, body.grossGrams)
        holder = accepted
    }

    private mutating func close(with holding: Holding) {
        for place in gaps.indices where gaps[place].accepted == nil { gaps[place].accepted = holding }
    }

    private mutating func read(_ seal: String?, _ grossGrams: Int64?) {
        lastSeal = seal ?? lastSeal
        lastGrossGrams = grossGrams ?? lastGrossGrams
    }

    /// Whether the one who held it before lets it go a little after it was taken over, by no more than the agreed limit.
    private func isLateWord(_ party: String, _ at: Instant) -> Bool {
        guard let holder, let before, isSame(before.party, party) else { return false }
        return at <= holder.since + limit
    }

    private func isSame(_ a: String?, _ b: String) -> Bool { a.map { Consents.isSamePlace($0, b) } ?? false }

    /// Whether two parties are one State's, or one party where they do not begin with a State.
    static func isOneSide(_ a: String, _ b: String) -> Bool {
        if let a = OpenWords.state(in: a), let b = OpenWords.state(in: b) { return a == b }
        return Consents.isSamePlace(a, b)
    }

    /// Whether it is the same letting go, told once more.
    private func isAgain(_ party: String, _ place: String, _ released: Holding) -> Bool {
        isSame(released.party, party)
            || Custody.isOneSide(released.party, party) && Consents.isSamePlace(released.place, place)
    }

    /// Who has let it go already, where this would be the same once more: nobody can let go what they do not hold.
    func letGoBefore(_ body: CustodyReleased) -> Holding? {
        openGap.flatMap { isAgain(body.party, body.place, $0.released) ? $0.released : nil }
    }

    mutating func see(_ body: EyesOn, _ entry: Entry) {
        sights.removeAll { $0.party == body.party }
        sights.append(Sight(party: body.party, place: body.place, isTracker: body.isTracker, at: entry.at))
    }

    mutating func lose(_ body: EyesLost, _ entry: Entry) {
        lastLost = Lost(sight: sights.last { $0.party == body.party }, at: entry.at)
        sights.removeAll { $0.party == body.party }
    }

    private mutating func doubtOrder(_ earlier: Holding, _ later: Holding, _ entry: Int64) {
        told.append(.order(earlier: earlier, later: later, entry: entry))
    }

    /// Somebody explained the doubt that an entry raised.
    mutating func settle(_ entry: Int64) { settled.insert(entry) }

    mutating func agree(_ body: CustodyLimitAgreed) { limit = .minutes(Int64(body.minutes)) }

    private mutating func compare(_ released: Holding, _ accepted: Holding) {
        compare(seal: released.seal, accepted.seal, accepted.entry)
        compare(grams: released.grossGrams, accepted.grossGrams, accepted.entry)
    }

    /// One entry says one seal: what it was held against first gives way to what belongs to it.
    private mutating func compare(seal before: String?, _ after: String?, _ entry: Int64) {
        guard let before, let after else { return }
        told.removeAll { if case .seal(_, _, entry) = $0 { true } else { false } }
        if SearchFolding.fold(before.filter { $0 != " " }) != SearchFolding.fold(after.filter { $0 != " " }) {
            told.append(.seal(released: before, accepted: after, entry: entry))
        }
    }

    private mutating func compare(grams before: Int64?, _ after: Int64?, _ entry: Int64) {
        guard let before, let after else { return }
        told.removeAll { if case .weight(_, _, entry) = $0 { true } else { false } }
        if abs(after - before) > max(before / 1_000, 20_000) {
            told.append(.weight(released: before, accepted: after, entry: entry))
        }
    }

    /// The gap that is open now: nobody holds the load.
    package var openGap: Gap? { holder == nil ? gaps.last { $0.accepted == nil } : nil }

    /// What does not agree, and each border at which nobody held it for longer than was agreed.
    package var mismatches: [Mismatch] {
        told
            + gaps.compactMap { gap -> Mismatch? in
                guard let accepted = gap.accepted, !isOutOfOrder(gap) else { return nil }
                let length = gap.length(at: accepted.since)
                let over = Span(milliseconds: length.milliseconds - limit.milliseconds)
                guard over > .zero else { return nil }
                return .tooLong(released: gap.released, accepted: accepted, over: over, entry: accepted.entry)
            }
    }

    /// From when on a letting go is missing: it may be told a little after the taking over, by no more than the agreed limit.
    package func missingReleases(at now: Instant) -> [Unreleased] {
        unreleased.filter { !settled.contains($0.taker.entry) && now.minute > $0.taker.since.minute + limit }
    }

    /// Whether its hours are in doubt: one of its sides acted before the other could, and nobody has explained it.
    private func isOutOfOrder(_ gap: Gap) -> Bool {
        told.contains { mismatch in
            guard case .order(_, _, let entry) = mismatch, !settled.contains(entry) else { return false }
            return gap.released.entry == entry || gap.accepted?.entry == entry
        }
    }

    /// How long nobody held the load in all, the open gap included; a minute that two sides tell of counts once, and hours
    /// that are in doubt do not.
    package func uncontrolled(at now: Instant) -> Span {
        var (total, counted) = (Int64(0), Instant.distantPast)
        for gap in gaps.filter({ !isOutOfOrder($0) }).sorted(by: { $0.released.since < $1.released.since }) {
            let begin = max(gap.released.since.minute, counted)
            let end = gap.released.since.minute + gap.length(at: now)
            guard end > begin else { continue }
            total += (end - begin).milliseconds
            counted = end
        }
        return Span(milliseconds: total)
    }
}
