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
}

/// The hours in which a leg is now expected to be travelled.
package struct LegWindow: Equatable, Sendable {
    package let leg: LegPlanned
    package let from: Instant
    package let until: Instant
    /// Later than planned, by as much.
    package var slip: Span { max(until - leg.until, .zero) }
}

/// A leg as it is expected now, and how the consents cover it.
package struct LegCover: Equatable, Sendable {
    package let window: LegWindow
    package let cover: Cover
    /// How long before the end of its consent the State wants to be asked: of the leg, else of the directory; nil where
    /// nobody knows, and then it is asked at once.
    package let notice: Span?

    package var leg: LegPlanned { window.leg }

    /// By when the State has to be asked for more time: the end of what it gave, less the notice that it wants.
    package var askBy: Instant? {
        guard case .short(_, let until) = cover, let notice else { return nil }
        return until - notice
    }

    /// When the cover ends, where one is there.
    package var until: Instant? {
        switch cover {
        case .complete(let spare), .oralOnly(_, let spare): window.until + spare
        case .short(_, let until): until
        default: nil
        }
    }
}

extension Delivery {
    /// The windows of all legs as they are expected now. A leg that ends later pushes those behind it, one that is left
    /// earlier brings the next one forward; whoever was heard on a leg was there, whatever was planned, and where somebody
    /// took the load over, it came in then.
    package var windows: [LegWindow] {
        var windows: [LegWindow] = []
        var before: (until: Instant, early: Span)?
        for (place, leg) in legs.enumerated() {
            let isCurrent = leg.number == currentLeg?.number
            let isPast = (currentLegNumber ?? 0) > leg.number
            var (from, until) = (leg.from, leg.until)
            if let before, !isCurrent {
                from = max(before.until, leg.from - before.early)
                until = max(leg.until, from + (leg.until - leg.from))
            }
            if isCurrent, let exitEstimate { until = exitEstimate }
            if let heard = whereabouts.presence[leg.number] {
                from = whereabouts.entered.contains(leg.number) ? heard.lowerBound : min(from, heard.lowerBound)
                if isCurrent { until = max(until, heard.upperBound) }
            }
            if isPast, let next = legs.dropFirst(place + 1).first?.number, whereabouts.entered.contains(next),
                let left = whereabouts.presence[next]?.lowerBound
            {
                until = left
            }
            windows.append(LegWindow(leg: leg, from: from, until: max(from, until)))
            before = isPast ? nil : (max(from, until), max(leg.until - max(from, until), .zero))
        }
        return windows
    }

    /// What covers the legs between two instants at which time alone changes it.
    struct CoverForNow: Sendable {
        let from: Instant
        let until: Instant
        let legs: [LegCover]
    }

    func coverForNow(_ known: Instant) -> CoverForNow {
        var (from, until) = (Instant.distantPast, Instant.distantFuture)
        for turn in coverTurns {
            if turn <= known { from = max(from, turn) } else { until = min(until, turn) }
        }
        return CoverForNow(
            from: from, until: until,
            legs: windows.map { LegCover(window: $0, cover: cover(of: $0, known), notice: notice(of: $0.leg)) })
    }

    /// When a further consent of the State where it is begins; the hours may count from that one.
    var coverTurns: [Instant] {
        guard currentLegNumber != nil, let leg = currentLeg else { return [] }
        return consents.of(leg.state).map(\.given.from).filter { $0 > heardTo }
    }

    private func cover(of window: LegWindow, _ known: Instant) -> Cover {
        let leg = window.leg
        let given = consents.of(leg.state)
        // Whoever refuses later than they consented takes it all back, but where they were asked for more meanwhile.
        if let refused = consents.refusals[leg.state], refused.isOfAll { return .refused }
        let fitting = given.filter { $0.covers(entry: leg.entry, exit: leg.exit, method: leg.method ?? method) }
        guard !fitting.isEmpty else {
            if !given.isEmpty { return .elsewhere }
            if consents.refusals[leg.state] != nil { return .refused }
            return requests.open(leg.state).map { .unanswered(since: $0.at) } ?? .none
        }
        let usable = fitting.filter { $0.end > $0.given.from }
        if usable.isEmpty { return .withdrawn(at: fitting.compactMap(\.withdrawn).max() ?? window.from) }
        let start = lastBeginning(of: usable, in: window, known)
        let missing = gaps(of: usable, from: start, until: window.until)
        guard let whole = reach(of: usable, from: start) else {
            // An earlier consent may have ended before it comes in; what counts is the next one.
            if let next = usable.map(\.given.from).filter({ $0 > start }).min() {
                return .late(missing: missing, from: next)
            }
            let end = usable.map(\.end).max() ?? window.from
            if let withdrawn = fitting.compactMap(\.withdrawn).max(), withdrawn <= window.from {
                return .withdrawn(at: withdrawn)
            }
            return .short(missing: missing, until: end)
        }
        guard whole >= window.until else { return .short(missing: missing, until: whole) }
        let written = reach(of: usable.filter(\.isWritten), from: start)
        if let written, written >= window.until { return .complete(spare: written - window.until) }
        return .oralOnly(
            paperBy: usable.filter { !$0.isWritten }.compactMap(\.given.paperBy).min(), spare: whole - window.until)
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
    private func gaps(of consents: [Consents.Consent], from start: Instant, until end: Instant) -> Span {
        var (missing, covered) = (Int64(0), start)
        for consent in consents.sorted(by: { $0.given.from < $1.given.from }) where covered < end {
            missing += max(0, (min(consent.given.from, end) - covered).milliseconds)
            covered = max(covered, consent.end)
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
