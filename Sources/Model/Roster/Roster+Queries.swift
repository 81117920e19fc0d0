/// What is wrong with a plan of turns.
package enum RosterRemark: Equatable, Sendable {
    /// Nobody is planned from here; until the next turn, or nil when no turn follows.
    case gap(from: Instant, until: Instant?)
    case overlap(from: Instant, until: Instant, officer: String, other: String)
    /// On duty for longer than a day in a row.
    case tooLong(officer: String, from: Instant, until: Instant)
    /// The next turn begins before the pattern's rest is over.
    case tooSoon(officer: String, from: Instant, rest: Span)

    /// When it begins.
    package var from: Instant {
        switch self {
        case .gap(let from, _), .overlap(let from, _, _, _), .tooLong(_, let from, _), .tooSoon(_, let from, _): from
        }
    }
}

extension Roster {
    /// Longer than this in a row tires anybody.
    package static let longestDuty = Span.hours(24)

    /// The turn that is planned for this instant; of two the one that began last.
    package func turn(at now: Instant) -> PlannedTurn? { turns.last { $0.from <= now && now < $0.until } }

    /// The turn that begins next.
    package func next(after now: Instant) -> PlannedTurn? { turns.first { $0.from > now } }

    /// When the turn of the pattern begins in which `now` lies.
    package func patternTurn(at now: Instant) -> Instant {
        let length = Int64(pattern.turn) * 60_000
        let turns = (now - pattern.begins).milliseconds.quotientFloored(by: length)
        return pattern.begins + Span(milliseconds: turns * length)
    }

    /// What is wrong between two instants, in order of time. A plan without turns is one gap.
    package func remarks(from: Instant, until: Instant) -> [RosterRemark] {
        let remarks = (gaps + overlaps + fatigue).filter { remark in
            switch remark {
            case .gap(let begin, let end): begin < until && (end ?? .distantFuture) > from
            case .overlap(let begin, let end, _, _), .tooLong(_, let begin, let end): begin < until && end > from
            case .tooSoon(_, let begin, _): begin < until && begin > from
            }
        }
        return remarks.indices.sorted { (remarks[$0].from, $0) < (remarks[$1].from, $1) }.map { remarks[$0] }
    }

    /// From when on nobody is planned, as seen at `now`; nil when nothing was ever planned after it.
    package func uncovered(after now: Instant) -> Instant? {
        gaps.compactMap { gap -> Instant? in
            guard case .gap(let from, let until) = gap, (until ?? .distantFuture) > now else { return nil }
            return max(from, now)
        }.min()
    }

    private var gaps: [RosterRemark] {
        guard let first = turns.first else { return [.gap(from: pattern.begins, until: nil)] }
        var gaps: [RosterRemark] = []
        var covered = first.until
        for turn in turns.dropFirst() {
            if turn.from > covered { gaps.append(.gap(from: covered, until: turn.from)) }
            covered = max(covered, turn.until)
        }
        return gaps + [.gap(from: covered, until: nil)]
    }

    private var overlaps: [RosterRemark] {
        var overlaps: [RosterRemark] = []
        var longest: PlannedTurn?
        for turn in turns {
            if let before = longest, turn.from < before.until {
                overlaps.append(
                    .overlap(
                        from: turn.from, until: min(turn.until, before.until), officer: before.officer,
                        other: turn.officer))
            }
            if turn.until > longest?.until ?? .distantPast { longest = turn }
        }
        return overlaps
    }

    private var fatigue: [RosterRemark] {
        var remarks: [RosterRemark] = []
        for officer in Set(turns.map(\.officer)).sorted() {
            var duty: PlannedTurn?
            for turn in turns where turn.officer == officer {
                guard var before = duty else {
                    duty = turn
                    continue
                }
                if turn.from <= before.until {
                    before.until = max(before.until, turn.until)
                    duty = before
                    continue
                }
                remarks += Roster.tooLong(before)
                let rest = turn.from - before.until
                if rest < .minutes(Int64(pattern.rest)) {
                    remarks.append(.tooSoon(officer: officer, from: turn.from, rest: rest))
                }
                duty = turn
            }
            if let duty { remarks += Roster.tooLong(duty) }
        }
        return remarks
    }

    private static func tooLong(_ duty: PlannedTurn) -> [RosterRemark] {
        duty.until - duty.from > longestDuty
            ? [.tooLong(officer: duty.officer, from: duty.from, until: duty.until)] : []
    }
}
