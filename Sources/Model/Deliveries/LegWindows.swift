/// The hours in which a leg is now expected to be travelled.
package struct LegWindow: Equatable, Sendable {
    package let leg: LegPlanned
    package let from: Instant
    package let until: Instant
    /// When it came in and when it left, as far as anybody told.
    package let entered: Instant?
    package let left: Instant?
    /// Its hour is over, and nobody has said that it left or when it will.
    package let isOverdue: Bool
    /// Later than planned, by as much.
    package var slip: Span { max(until - leg.until, .zero) }
}

extension Instant {
    /// The whole minute in which it lies: hours are told and counted by the minutes on a clock.
    var minute: Instant {
        let over = milliseconds % 60_000
        return Instant(milliseconds: milliseconds - (over < 0 ? over + 60_000 : over))
    }
}

extension Delivery {
    /// The windows of all legs as they are expected as far as was heard.
    package var windows: [LegWindow] { windows(at: heardTo) }

    /// The windows of all legs as they are expected at `now`, the one answer on which rows, needs and dues stand.
    ///
    /// A leg begins when somebody took the load over there. It ends when it was let go at its end, else by the newest estimate,
    /// else as long after its beginning as was planned; and as long as nobody says that it left, not before now. Each leg pushes
    /// those behind it, and one that is left earlier brings the next one forward. Whoever was heard on a leg was there.
    ///
    /// - Parameter now: or what was heard last, where that is later
    package func windows(at now: Instant) -> [LegWindow] {
        let clock = min(max(now, heardTo), end?.at ?? .distantFuture).minute
        var windows: [LegWindow] = []
        var before: (until: Instant, early: Span)?
        for (place, leg) in legs.enumerated() {
            let window: LegWindow
            if (currentLegNumber ?? 0) > leg.number {
                window = pastWindow(leg, next: legs.dropFirst(place + 1).first)
                before = nil
            } else if leg.number == standsOn {
                window = currentWindow(leg, clock)
                // Whatever nobody has taken over yet comes in now at the earliest.
                let until = window.left == nil || custody.openGap == nil ? window.until : max(window.until, clock)
                before = (until, max(leg.until - until, .zero))
            } else {
                window = windowAhead(leg, before)
                before = (window.until, max(leg.until - window.until, .zero))
            }
            windows.append(window)
        }
        return windows
    }

    /// The leg on which it is; the first one as soon as it was decided or told that it begins. Nil before.
    var standsOn: Int? { currentLegNumber ?? (isUnderWay || isOnTheRoad ? legs.first?.number : nil) }

    private func pastWindow(_ leg: LegPlanned, next: LegPlanned?) -> LegWindow {
        let entered = entry(of: leg)
        let from = entered ?? whereabouts.presence[leg.number].map { min(leg.from, $0.lowerBound.minute) } ?? leg.from
        let taken = next.flatMap { whereabouts.entered.contains($0.number) ? whereabouts.presence[$0.number] : nil }
        let left = leaving(leg)?.minute ?? taken?.lowerBound.minute
        let until = left ?? max(leg.until, whereabouts.presence[leg.number]?.upperBound.minute ?? leg.until)
        return LegWindow(leg: leg, from: from, until: max(from, until), entered: entered, left: left, isOverdue: false)
    }

    private func currentWindow(_ leg: LegPlanned, _ clock: Instant) -> LegWindow {
        let heard = whereabouts.presence[leg.number]
        let entered = entry(of: leg)
        let from = entered ?? heard.map { min(expectedEntry(of: leg), $0.lowerBound.minute) } ?? leg.from
        let planned = max(leg.until, from + (leg.until - leg.from))
        let estimate = whereabouts.exit(of: leg, legs).flatMap { $0 > from ? $0 : nil }
        let expected = max(estimate ?? planned, heard?.upperBound.minute ?? from)
        if let left = leaving(leg, heard: heard?.upperBound)?.minute, end == nil || end?.at ?? left >= left {
            return LegWindow(
                leg: leg, from: from, until: max(from, left), entered: entered, left: left, isOverdue: false)
        }
        if let end {
            let last = end.at.minute
            return LegWindow(
                leg: leg, from: from, until: max(from, last), entered: entered, left: last, isOverdue: false)
        }
        // A first leg that is not heard of yet may still begin.
        let isThere = hasBegun || clock >= leg.from
        return LegWindow(
            leg: leg, from: from, until: isThere ? max(expected, clock, from) : max(expected, from), entered: entered,
            left: nil, isOverdue: isThere && clock >= expected)
    }

    private func windowAhead(_ leg: LegPlanned, _ before: (until: Instant, early: Span)?) -> LegWindow {
        var (from, until) = (leg.from, leg.until)
        if let before {
            from = max(before.until, leg.from - before.early)
            until = max(leg.until, from + (leg.until - leg.from))
        } else if let estimate = whereabouts.exit(of: leg, legs), estimate > from {
            until = estimate
        }
        return LegWindow(leg: leg, from: from, until: max(from, until), entered: nil, left: nil, isOverdue: false)
    }

    /// When somebody took it over at the beginning of a leg.
    private func entry(of leg: LegPlanned) -> Instant? {
        whereabouts.entered.contains(leg.number) ? whereabouts.presence[leg.number]?.lowerBound.minute : nil
    }

    /// Where it was heard of on a leg and nobody told when it came in: not before it was last heard of on the leg before.
    private func expectedEntry(of leg: LegPlanned) -> Instant {
        let before = legs.last { $0.number < leg.number }.flatMap { whereabouts.presence[$0.number]?.upperBound.minute }
        return max(leg.from, before ?? leg.from)
    }

    /// When it was let go at the end of a leg, by the State of that leg; nil while it is there.
    func leaving(_ leg: LegPlanned) -> Instant? { gapAtTheEnd(of: leg)?.released.since }

    /// The same, but what was let go and nobody took over is still there where it was heard of since.
    private func leaving(_ leg: LegPlanned, heard: Instant?) -> Instant? {
        guard let left = leaving(leg) else { return nil }
        return custody.openGap != nil && heard.map { $0 > left } ?? false ? nil : left
    }

    /// The handing over at the end of a leg: let go by its State at its exit, by whatever name, or to the State behind it.
    func gapAtTheEnd(of leg: LegPlanned) -> Custody.Gap? {
        let next = nextState(after: leg)
        return custody.gaps.last { gap in
            if let state = OpenWords.state(in: gap.released.party), state != leg.state { return false }
            // Let go where it came in, it is still to travel the leg.
            if let entered = entry(of: leg), gap.released.since.minute < entered { return false }
            if isSameCrossing(gap.released.place, leg.exit) { return true }
            guard let next, let taker = gap.accepted.flatMap({ OpenWords.state(in: $0.party) }) else { return false }
            return taker == next && taker != leg.state
        }
    }

    /// From when on the clock alone moves the windows; nil where it does not.
    var clockMoves: Instant? {
        guard end == nil, let number = standsOn, let leg = legs.first(where: { $0.number == number }) else {
            return nil
        }
        if let left = leaving(leg) { return custody.openGap == nil ? nil : left.minute }
        return windows(at: .distantPast).first { $0.leg.number == number }?.until
    }

    /// From when to when what is reckoned at `now` stays the same, as far as the windows go.
    func steady(_ now: Instant) -> (from: Instant, until: Instant) {
        guard let moves = clockMoves else { return (.distantPast, .distantFuture) }
        guard max(now, heardTo) >= moves else { return (.distantPast, moves) }
        return (now.minute, now.minute + .minutes(1))
    }

    /// Whether two names mean one crossing: in any spelling or script, and as either of its two posts where tables know it.
    func isSameCrossing(_ a: String, _ b: String) -> Bool { crossings.value.isSame(a, b) }
}
