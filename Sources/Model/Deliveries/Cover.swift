/// Whether the consents cover a leg, computed anew from the plan, the estimates and every consent.
package enum Cover: Equatable, Sendable {
    /// From the first to the last minute, in writing; by how much the consent outlasts the leg.
    case complete(spare: Span)
    /// In time, but only by word of mouth for a part of it; by when the paper was promised.
    case oralOnly(paperBy: Instant?, spare: Span)
    /// Covered until `until`; `missing` is what of the leg no consent covers, all gaps together.
    case short(missing: Span, until: Instant)
    /// The consent begins after the load comes in; `missing` is all of the leg that no consent covers.
    case late(missing: Span, from: Instant)
    /// It holds now, and ends at `until`; the load is still there after its hour, and the last moment to ask has come.
    case lapsing(until: Instant)
    /// There is a consent, for another crossing or another method.
    case elsewhere
    /// The consent was withdrawn.
    case withdrawn(at: Instant)
    case refused
    /// Asked, and no answer.
    case unanswered(since: Instant)
    /// Nobody has asked.
    case none

    package var isCovered: Bool {
        switch self {
        case .complete, .oralOnly: true
        default: false
        }
    }

    /// Whether it is enough to begin: what is there may have to be asked for anew.
    var isEnough: Bool { if case .lapsing = self { true } else { isCovered } }
}

/// A leg as it is expected now, and how the consents cover it.
package struct LegCover: Equatable, Sendable {
    package let window: LegWindow
    package let cover: Cover
    /// How long before the end of its consent the State wants to be asked: of the leg, else of the directory; nil where
    /// nobody knows, and then it is asked at once.
    package let notice: Span?

    /// The first minute of it that no consent covers; nil where all are covered. What is over is left out where there is a new
    /// consent since.
    package let gap: Instant?
    /// For how long it was there and no consent held, up to now; what is over stays counted.
    package let spent: Span

    package var leg: LegPlanned { window.leg }

    /// By when the State has to be asked: the first minute without its consent, less the notice that it wants. A leg whose hour
    /// is over needs more time as long as nobody says that the load left.
    package var askBy: Instant? {
        guard let notice else { return nil }
        switch cover {
        case .complete, .oralOnly, .lapsing: return window.isOverdue ? until.map { $0 - notice } : nil
        case .unanswered, .refused: return nil
        case .short, .late, .elsewhere, .withdrawn, .none: return gap.map { $0 - notice }
        }
    }

    /// When the cover ends, where one is there.
    package var until: Instant? {
        switch cover {
        case .complete(let spare), .oralOnly(_, let spare): window.until + spare
        case .short(_, let until), .lapsing(let until): until
        default: nil
        }
    }
}

extension Delivery {
    /// What covers the legs between two instants at which time alone changes it.
    struct CoverForNow: Sendable {
        let from: Instant
        let until: Instant
        let legs: [LegCover]
    }

    func coverForNow(_ known: Instant) -> CoverForNow {
        var (from, until) = steady(known)
        for turn in coverTurns {
            if turn <= known { from = max(from, turn) } else { until = min(until, turn) }
        }
        return CoverForNow(from: from, until: until, legs: legCovers(clock: known, known))
    }

    /// - Parameters:
    ///   - clock: what moves a load of which nobody has said that it left
    ///   - known: up to when consents that begin on the road count as begun
    func legCovers(clock: Instant, _ known: Instant) -> [LegCover] {
        windows(at: clock).map { window in
            let (cover, gap) = cover(of: window, known)
            let spent = uncoveredSpan(of: window, until: clock)
            let notice = notice(of: window.leg)
            let leg = LegCover(window: window, cover: cover, notice: notice, gap: gap, spent: spent)
            guard window.isOverdue, cover.isCovered, let end = leg.until,
                max(clock, heardTo) >= end - (notice ?? Delivery.unknownNotice)
            else { return leg }
            return LegCover(window: window, cover: .lapsing(until: end), notice: notice, gap: end, spent: spent)
        }
    }

    /// So long before it lapses a consent is asked for anew where nobody knows how early the State wants to be asked.
    private static let unknownNotice = Span.hours(2)

    /// For how long in all it was somewhere where no consent held, up to `now`.
    package func uncovered(at now: Instant) -> Span {
        Span(milliseconds: cover(at: now).reduce(0) { $0 + $1.spent.milliseconds })
    }

    /// The minutes of a leg that have passed and that no consent of its State covers; none of a leg that nobody heard of.
    private func uncoveredSpan(of window: LegWindow, until clock: Instant) -> Span {
        let (leg, given) = (window.leg, consents.of(window.leg.state))
        let isFirst = leg.number == legs.first?.number && isOnTheRoad
        guard leg.number <= standsOn ?? .min, isFirst || whereabouts.presence[leg.number] != nil else { return .zero }
        let refused = consents.refusals[leg.state].flatMap { $0.isOfAll ? $0.learnt : nil }
        let hours = given.filter { $0.covers(leg, leg.method ?? method, crossings.value) }.compactMap { consent in
            let end = min(consent.end, refused ?? .distantFuture)
            return end > consent.given.from ? (from: consent.given.from, until: end) : nil
        }
        let told =
            isFirst && whereabouts.presence[leg.number] == nil
            ? max(window.from, announced ?? window.from) : window.from
        return gaps(of: hours, from: told.minute, until: min(window.until, max(clock, heardTo).minute))
    }

    /// When a further consent of the State where it is begins; the hours may count from that one.
    var coverTurns: [Instant] {
        guard currentLegNumber != nil, let leg = currentLeg else { return [] }
        return consents.of(leg.state).map(\.given.from).filter { $0 > heardTo }
    }

    /// How it is covered, and the first minute in which it is not.
    private func cover(of window: LegWindow, _ known: Instant) -> (Cover, gap: Instant?) {
        let leg = window.leg
        let given = consents.of(leg.state)
        // Whoever refuses later than they consented takes it all back, but where they were asked for more meanwhile.
        if let refused = consents.refusals[leg.state], refused.isOfAll {
            return (.refused, given.isEmpty ? window.from : max(window.from, refused.learnt))
        }
        let fitting = given.filter { $0.covers(leg, leg.method ?? method, crossings.value) }
        guard !fitting.isEmpty else {
            if !given.isEmpty { return (.elsewhere, window.from) }
            if consents.refusals[leg.state] != nil { return (.refused, window.from) }
            return (requests.open(leg.state).map { .unanswered(since: $0.at) } ?? .none, window.from)
        }
        let usable = fitting.filter { $0.end > $0.given.from }
        if usable.isEmpty { return (.withdrawn(at: fitting.compactMap(\.withdrawn).max() ?? window.from), window.from) }
        let start = lastBeginning(of: usable, in: window, known)
        let missing = gaps(of: usable.map { ($0.given.from, $0.end) }, from: start, until: window.until)
        guard let whole = reach(of: usable, from: start) else {
            // An earlier consent may have ended before it comes in; what counts is the next one.
            if let next = usable.map(\.given.from).filter({ $0 > start }).min() {
                return (.late(missing: missing, from: next), start)
            }
            let end = usable.map(\.end).max() ?? window.from
            if let withdrawn = fitting.compactMap(\.withdrawn).max(), withdrawn <= window.from {
                return (.withdrawn(at: withdrawn), start)
            }
            return (.short(missing: missing, until: end), start)
        }
        guard whole >= window.until else { return (.short(missing: missing, until: whole), whole) }
        let written = reach(of: usable.filter(\.isWritten), from: start)
        if let written, written >= window.until { return (.complete(spare: written - window.until), nil) }
        let paperBy = usable.filter { !$0.isWritten }.compactMap(\.given.paperBy).min()
        return (.oralOnly(paperBy: paperBy, spare: whole - window.until), nil)
    }

    /// From when on the hours of a leg are counted: where its consent lapsed on the road and there is a new one, from the
    /// beginning of that one, as soon as it has begun. A lapse that is over stays in the timeline.
    ///
    /// - Parameter known: what was heard last, or now
    private func lastBeginning(of consents: [Consents.Consent], in window: LegWindow, _ known: Instant) -> Instant {
        guard window.leg.number == currentLegNumber else { return window.from }
        var start = window.from
        while true {
            let end = reach(of: consents, from: start) ?? start
            let next = consents.map(\.given.from).filter { $0 > end && $0 <= known }.min()
            guard end < window.until, let next else { return start }
            start = next
        }
    }

    /// How long none of them holds between two instants, all gaps together.
    private func gaps(of hours: [(from: Instant, until: Instant)], from start: Instant, until end: Instant) -> Span {
        var (missing, covered) = (Int64(0), start)
        for hour in hours.sorted(by: { $0.from < $1.from }) where covered < end {
            missing += max(0, (min(hour.from, end) - covered).milliseconds)
            covered = max(covered, hour.until)
        }
        return Span(milliseconds: missing + max(0, (end - covered).milliseconds))
    }

    /// Until when consents that join without a gap reach from `start`; nil where none holds at `start`.
    private func reach(of consents: [Consents.Consent], from start: Instant) -> Instant? {
        var end: Instant?
        var isLonger = true
        while isLonger {
            isLonger = false
            for consent in consents where consent.given.from <= (end ?? start) && consent.end > (end ?? start) {
                end = consent.end
                isLonger = true
            }
        }
        return end
    }
}
