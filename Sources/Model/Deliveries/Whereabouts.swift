/// On which leg the load was from when to when, as far as anybody told. A word that comes late takes its place among the
/// others by when it happened: it fills what lies behind and moves nothing back.
struct Whereabouts: Equatable, Sendable {
    /// What one report or one taking over says of it.
    private struct Word: Equatable, Sendable {
        let at: Instant
        let entry: Int64
        /// The leg that it names.
        var leg: Int?
        /// Who tells, or takes it over: "UZB Customs".
        let party: String
        /// The place at which the party took the load over; nil for a report.
        var takenAt: String?
        /// The party let the load go; that is a word of the leg on which it was.
        var isRelease = false
        var exitEstimate: Instant?
        /// The leg on which it was taken to be when this was written down.
        let believed: Int?
    }

    /// In the order in which things happened.
    private var words: [Word] = []
    /// Nil as long as nobody named one.
    private(set) var current: Int?
    /// From when to when it was heard of on a leg, by the leg's number.
    private(set) var presence: [Int: ClosedRange<Instant>] = [:]
    /// The legs at whose beginning somebody took it over.
    private(set) var entered: Set<Int> = []
    /// By leg, the newest estimate of when it leaves; 0 where no leg was planned.
    private var exits: [Int: Instant] = [:]

    /// When it is expected to leave the leg on which it is, or will be first.
    func exitEstimate(_ legs: [LegPlanned]) -> Instant? { exits[current ?? legs.first?.number ?? 0] }

    mutating func hear(_ report: ReportReceived, _ entry: Entry, _ legs: [LegPlanned]) {
        add(
            Word(
                at: entry.at, entry: entry.index, leg: report.leg, party: report.from,
                exitEstimate: report.exitEstimate, believed: current), legs)
    }

    /// By when it leaves a leg, as far as anybody estimated; the newest word.
    func exit(of leg: LegPlanned, _ legs: [LegPlanned]) -> Instant? {
        exits[leg.number] ?? (current == nil && leg.number == legs.first?.number ? exits[0] : nil)
    }

    mutating func release(_ released: CustodyReleased, _ entry: Entry, _ legs: [LegPlanned]) {
        add(
            Word(at: entry.at, entry: entry.index, party: released.party, isRelease: true, believed: current), legs)
    }

    mutating func take(_ accepted: CustodyAccepted, _ entry: Entry, _ legs: [LegPlanned]) {
        add(
            Word(at: entry.at, entry: entry.index, party: accepted.party, takenAt: accepted.place, believed: current),
            legs)
    }

    /// Everything anew, when the plan changes: a side may have taken it over before its leg was planned.
    mutating func follow(_ legs: [LegPlanned]) {
        (current, presence, entered, exits) = (nil, [:], [], [:])
        for word in words { step(word, legs) }
    }

    private mutating func add(_ word: Word, _ legs: [LegPlanned]) {
        let place = words.lastIndex { ($0.at, $0.entry) <= (word.at, word.entry) }.map { $0 + 1 } ?? 0
        words.insert(word, at: place)
        if place == words.count - 1 { step(word, legs) } else { follow(legs) }
    }

    private mutating func step(_ word: Word, _ legs: [LegPlanned]) {
        if word.isRelease {
            let state = OpenWords.state(in: word.party)
            // What another State lets go is not told of the leg on which it is.
            guard let leg = legs.first(where: { $0.number == current }), state ?? leg.state == leg.state else { return }
            return hear(word.at, on: leg.number)
        }
        if let exit = word.exitEstimate { exits[legOfEstimate(word, legs)] = exit }
        if let place = word.takenAt {
            guard let leg = leg(takenBy: word.party, at: place, legs) else { return }
            current = leg
            entered.insert(leg)
        } else {
            current = word.leg ?? current
        }
        guard let leg = current else { return }
        hear(word.at, on: leg)
    }

    private mutating func hear(_ at: Instant, on leg: Int) {
        let known = presence[leg] ?? at...at
        presence[leg] = min(known.lowerBound, at)...max(known.upperBound, at)
    }

    /// Whoever names no leg means the one on their own soil, else the one on which it was then.
    private func legOfEstimate(_ word: Word, _ legs: [LegPlanned]) -> Int {
        if let leg = word.leg { return leg }
        if let state = OpenWords.state(in: word.party), let believed = word.believed,
            legs.contains(where: { $0.number == believed && $0.state == state })
        {
            return believed
        }
        return current ?? word.believed ?? legs.first?.number ?? 0
    }

    /// The leg on which it is once this party has it; nil where that says nothing of the road. On the first one it was made
    /// ready, and nobody brings it back to a leg that lies behind.
    private func leg(takenBy party: String, at place: String, _ legs: [LegPlanned]) -> Int? {
        let state = OpenWords.state(in: party)
        let ahead = legs.dropFirst().filter { leg in
            leg.number >= (current ?? leg.number) && (state.map { $0 == leg.state } ?? true)
        }
        if let named = ahead.first(where: { Consents.isSamePlace($0.entry, place) }) { return named.number }
        return state == nil ? nil : ahead.first?.number
    }
}
