/// What needs somebody about a delivery now, beside silence and a plan that is overrun.
package enum DeliveryNeed: Equatable, Sendable {
    /// It is in a State whose consent is missing or does not last, or it will be. `from` is when it comes in, and where it is there
    /// the first minute without cover.
    case uncovered(state: String, Cover, isThere: Bool, askBy: Instant?, from: Instant)
    /// Let go by one side and not taken over by the other for longer than was agreed.
    case nobodyHolds(party: String, place: String, since: Instant, limit: Span)
    case sealDiffers(released: String, accepted: String, entry: Int64)
    /// Gross weights in grams.
    case weightDiffers(released: Int64, accepted: Int64, entry: Int64)
    /// Somebody let it go who did not have it, as far as anybody told us.
    case notTheHolder(party: String, holder: String, entry: Int64)
    /// Taken over before it was let go, or let go before it was taken over.
    case outOfOrder(earlier: Custody.Holding, later: Custody.Holding, entry: Int64)
    /// Nobody held it for longer than was agreed before it was taken over.
    case heldByNobodyTooLong(from: String, to: String, place: String, over: Span, entry: Int64)
    /// Another State has taken it over, and the one that had it has not told that it let it go.
    case releaseMissing(party: String, taker: String, since: Instant, entry: Int64)
    case exhibitDoubted(exhibit: String, entry: Int64)
    case exception(ExceptionKind, from: String, since: Instant, decides: String?, entry: Int64)
    /// The paper of an oral consent was promised by then and is not in.
    case paperLate(state: String, promised: Instant)
    /// It was planned to begin, and this State has not decided that it does.
    case startLate(state: String, planned: Instant)
    case requestUnconfirmed(state: String, sent: Instant, due: Instant)
    case answerLate(state: String, sent: Instant, due: Instant)
    case formalLate(FormalMatter, number: String, to: String, due: Instant)
    case stepLate(procedure: String, text: String, due: Instant)

    /// Behind the priority, the smaller the more urgent; silence is 0 and an overrun plan 1. People in danger come first, then a
    /// load that nobody has consented to where it is; what is late comes before what has hours to go.
    func weight(at now: Instant) -> Int {
        switch self {
        case .exception(let kind, _, _, _, _) where kind.isGrave:
            kind.danger < ExceptionKind.uncovered.danger ? -2 : 0
        case .exception: 2
        case .nobodyHolds: 0
        case .uncovered(_, _, isThere: true, _, let from): from <= now ? -1 : 0
        case .uncovered(_, _, _, let askBy, _):
            askBy.map { $0 - now <= Delivery.answerAhead } ?? true ? 1 : 3
        case .sealDiffers, .weightDiffers, .notTheHolder, .outOfOrder, .releaseMissing: 1
        case .exhibitDoubted, .paperLate, .requestUnconfirmed, .startLate, .heldByNobodyTooLong: 2
        case .answerLate, .formalLate, .stepLate: 3
        }
    }

    /// Whether whoever takes the watch has to say it back.
    func isCritical(at now: Instant) -> Bool { if case .uncovered = self { true } else { weight(at: now) < 2 } }
}

extension DeliveryNeed {
    /// The same for as long as the same thing is the matter, whatever its numbers do meanwhile.
    package var identity: String {
        switch self {
        case .uncovered(let state, _, let isThere, _, _): "cover \(state) \(isThere)"
        case .nobodyHolds(_, _, let since, _): "nobody \(since.milliseconds)"
        case .sealDiffers(_, _, let entry): "seal \(entry)"
        case .weightDiffers(_, _, let entry): "weight \(entry)"
        case .notTheHolder(_, _, let entry): "holder \(entry)"
        case .outOfOrder(_, _, let entry): "order \(entry)"
        case .heldByNobodyTooLong(_, _, _, _, let entry): "too long \(entry)"
        case .releaseMissing(_, _, _, let entry): "release \(entry)"
        case .exhibitDoubted(_, let entry): "exhibit \(entry)"
        case .exception(_, _, _, _, let entry): "exception \(entry)"
        case .startLate(let state, let planned): "start \(state) \(planned.milliseconds)"
        case .paperLate(let state, let promised): "paper \(state) \(promised.milliseconds)"
        case .requestUnconfirmed(let state, let sent, _): "confirm \(state) \(sent.milliseconds)"
        case .answerLate(let state, let sent, _): "answer \(state) \(sent.milliseconds)"
        case .formalLate(_, let number, _, let due): "formal \(number) \(due.milliseconds)"
        case .stepLate(let procedure, let text, let due): "step \(procedure) \(text) \(due.milliseconds)"
        }
    }
}

/// What will be due about a delivery, beside its reports and the ends of its legs.
package enum DeliveryDue: Equatable, Sendable {
    /// The last moment to ask a State for more time.
    case askForMore(state: String)
    /// The last moment to ask a State for its consent.
    case askFirst(state: String)
    /// This State decides by then whether it begins.
    case start(state: String)
    case consentEnds(state: String)
    case paper(state: String)
    case takingOver(from: String, place: String)
    case confirmation(state: String)
    case answer(state: String)
    case formalAnswer(FormalMatter, number: String, to: String)
    case step(procedure: String, text: String)
}

extension Delivery {
    struct Due: Sendable {
        let instant: Instant
        let due: DeliveryDue
    }

    /// The needs from one instant at which something changes to the next.
    struct NeedsForNow: Sendable {
        let from: Instant
        let until: Instant
        let needs: [DeliveryNeed]
    }

    /// Before the load comes in, a missing consent is told this long ahead.
    package static let coverAhead = Span.hours(24)
    /// Where somebody was asked, this long.
    fileprivate static let answerAhead = Span.hours(2)

    /// The legs that it is on or will be on; nothing where it has ended.
    package func coverAhead(at now: Instant) -> [LegCover] {
        guard end == nil else { return [] }
        return cover(at: now).filter { $0.leg.number >= (currentLegNumber ?? 0) }
    }

    /// The first State on the road that does not cover its part, as far as was heard.
    package var uncoveredState: String? { cover(at: heardTo).first { !$0.cover.isCovered }?.leg.state }

    /// The State where it rolls although nobody has planned a leg: of the one who told so, else of the one who asks for it.
    package var unplannedState: String? {
        guard end == nil, legs.isEmpty, let lastReport else { return nil }
        return OpenWords.state(in: lastReport.report.from) ?? opened.initiator
    }

    private func isThere(_ leg: LegPlanned, at now: Instant) -> Bool {
        currentLegNumber.map { $0 == leg.number } ?? (lastReport != nil && leg.number == legs.first?.number)
    }

    func needsForNow(_ now: Instant) -> NeedsForNow {
        var (from, until) = steady(now)
        for turn in needTurns(at: now) {
            if turn <= now { from = max(from, turn) } else { until = min(until, turn) }
        }
        return NeedsForNow(from: from, until: until, needs: computedNeeds(at: now))
    }

    /// Each instant at which time alone makes or ends a need, as far as can be said at `now`.
    private func needTurns(at now: Instant) -> [Instant] {
        let afterLimit = Span(milliseconds: custody.limit.milliseconds + 60_000)
        let gap = custody.openGap.map { [$0.released.since.minute + afterLimit] } ?? []
        let missing: [Instant] = custody.unreleased.map { $0.taker.since.minute + afterLimit }
        let windows = coverAhead(at: now).flatMap { leg in
            [leg.window.from - Delivery.coverAhead, leg.window.from - Delivery.answerAhead]
                + [leg.gap, leg.askBy].compactMap { $0 }
        }
        return dues(at: now).map(\.instant) + gap + missing + windows + coverTurns
            + (legs.isEmpty ? consents.all.flatMap { [$0.given.from, $0.end] } : [])
    }

    private func computedNeeds(at now: Instant) -> [DeliveryNeed] {
        var needs: [DeliveryNeed] = exceptionsByDanger.map { open in
            .exception(
                open.entered.exception, from: open.entered.from, since: open.at,
                decides: exceptions.agreed(for: open.entered.exception, leg: open.entered.leg ?? currentLegNumber)?
                    .decides, entry: open.entry)
        }
        needs += coverNeeds(at: now)
        if end == nil, let gap = custody.openGap, gap.length(at: now) > custody.limit {
            needs.append(
                .nobodyHolds(
                    party: gap.released.party, place: gap.released.place, since: gap.released.since,
                    limit: custody.limit))
        }
        for mismatch in custody.mismatches where settled[mismatch.entry] == nil {
            switch mismatch {
            case .seal(let released, let accepted, let entry):
                needs.append(.sealDiffers(released: released, accepted: accepted, entry: entry))
            case .weight(let released, let accepted, let entry):
                needs.append(.weightDiffers(released: released, accepted: accepted, entry: entry))
            case .holder(let party, let holder, let entry):
                needs.append(.notTheHolder(party: party, holder: holder, entry: entry))
            case .order(let earlier, let later, let entry):
                needs.append(.outOfOrder(earlier: earlier, later: later, entry: entry))
            case .tooLong(let released, let accepted, let over, let entry):
                needs.append(
                    .heldByNobodyTooLong(
                        from: released.party, to: accepted.party, place: released.place, over: over, entry: entry))
            }
        }
        for missing in custody.missingReleases(at: now) {
            needs.append(
                .releaseMissing(
                    party: missing.before.party, taker: missing.taker.party, since: missing.taker.since,
                    entry: missing.taker.entry))
        }
        for exhibit in exhibits {
            for doubt in exhibit.doubts where settled[doubt.entry] == nil {
                needs.append(.exhibitDoubted(exhibit: exhibit.registered.exhibit, entry: doubt.entry))
            }
        }
        return needs + paperNeeds(at: now)
    }

    private func coverNeeds(at now: Instant) -> [DeliveryNeed] {
        if let state = unplannedState, let lastReport {
            // Nobody can say whether a consent fits a road that nobody has planned; that there is one is known.
            let holds = consents.of(state).contains { $0.given.from <= now && now < $0.end }
            let refused = consents.refusals[state] != nil
            if holds, !refused { return [] }
            return [
                .uncovered(state: state, refused ? .refused : .none, isThere: true, askBy: nil, from: lastReport.at)
            ]
        }
        return coverAhead(at: now).compactMap { leg in
            if leg.cover.isCovered { return nil }
            let isThere = isThere(leg.leg, at: now)
            // Asked and waiting is no trouble before its own clock says so.
            if case .unanswered = leg.cover, !isThere, leg.window.from > now + Delivery.answerAhead { return nil }
            let isFar = leg.window.from > now + Delivery.coverAhead
            if !isThere, isFar, leg.askBy ?? .distantFuture > now { return nil }
            return .uncovered(
                state: leg.leg.state, leg.cover, isThere: isThere, askBy: leg.askBy,
                from: isThere ? leg.gap ?? leg.window.from : leg.window.from)
        }
    }

    /// When it was planned to begin, as long as nobody has decided, told or heard that it does.
    private var startAwaited: Instant? {
        guard end == nil, !hasBegun, start == nil, announced == nil else { return nil }
        return legs.first?.from
    }

    private func paperNeeds(at now: Instant) -> [DeliveryNeed] {
        var needs: [DeliveryNeed] = []
        if let planned = startAwaited, planned <= now {
            needs.append(.startLate(state: opened.initiator, planned: planned))
        }
        for owed in consents.papersOwed {
            if let promised = owed.given.paperBy, promised <= now {
                needs.append(.paperLate(state: owed.given.state, promised: promised))
            }
        }
        for request in requests.open where end == nil {
            if request.acknowledged == nil, request.confirmBy <= now {
                needs.append(
                    .requestUnconfirmed(state: request.sent.state, sent: request.at, due: request.confirmBy))
            }
            if let due = request.sent.answerBy, due <= now {
                needs.append(.answerLate(state: request.sent.state, sent: request.at, due: due))
            }
        }
        for formal in formalRequests where formal.answered == nil {
            if let due = formal.sent.due, due <= now {
                needs.append(.formalLate(formal.sent.matter, number: formal.sent.number, to: formal.sent.to, due: due))
            }
        }
        for checklist in checklists {
            for (_, item, due) in checklist.open(startingAt: startsAt) {
                guard let due, due <= now else { continue }
                needs.append(.stepLate(procedure: checklist.adopted.procedure, text: item.text, due: due))
            }
        }
        return needs
    }

    /// The dues from one instant at which something changes to the next.
    struct DuesForNow: Sendable {
        let from: Instant
        let until: Instant
        let dues: [Due]
    }

    func duesForNow(_ now: Instant) -> DuesForNow {
        let (from, until) = steady(now)
        return DuesForNow(from: from, until: until, dues: computedDues(at: now))
    }

    /// By when each State has to be asked, and when its consent ends.
    private func coverDues(at now: Instant) -> [(Instant, DeliveryDue)] {
        guard end == nil else { return [] }
        var dues: [(Instant, DeliveryDue)] = []
        for turn in Set([heardTo] + coverTurns).sorted() {
            let ahead = legCovers(clock: now, turn).filter { $0.leg.number >= (currentLegNumber ?? 0) }
            // Its hours are among them already where a consent that begins later changes nothing.
            for leg in ahead
            where !dues.contains(where: { $0.0 == leg.until && $0.1 == .consentEnds(state: leg.leg.state) }) {
                if let askBy = leg.askBy {
                    let due: DeliveryDue =
                        leg.until == nil ? .askFirst(state: leg.leg.state) : .askForMore(state: leg.leg.state)
                    if !dues.contains(where: { $0.0 == askBy && $0.1 == due }) { dues.append((askBy, due)) }
                }
                if let until = leg.until { dues.append((until, .consentEnds(state: leg.leg.state))) }
            }
        }
        return dues
    }

    private func computedDues(at now: Instant) -> [Due] {
        var dues = coverDues(at: now)
        if let planned = startAwaited { dues.append((planned, .start(state: opened.initiator))) }
        for owed in consents.papersOwed {
            if let promised = owed.given.paperBy { dues.append((promised, .paper(state: owed.given.state))) }
        }
        if end == nil, let gap = custody.openGap {
            dues.append(
                (
                    gap.released.since + custody.limit,
                    .takingOver(from: gap.released.party, place: gap.released.place)
                ))
        }
        for request in requests.open where end == nil {
            if request.acknowledged == nil {
                dues.append((request.confirmBy, .confirmation(state: request.sent.state)))
            }
            if let due = request.sent.answerBy { dues.append((due, .answer(state: request.sent.state))) }
        }
        for formal in formalRequests where formal.answered == nil {
            guard let due = formal.sent.due else { continue }
            dues.append((due, .formalAnswer(formal.sent.matter, number: formal.sent.number, to: formal.sent.to)))
        }
        for checklist in checklists {
            for (_, item, due) in checklist.open(startingAt: startsAt) {
                guard let due else { continue }
                dues.append((due, .step(procedure: checklist.adopted.procedure, text: item.text)))
            }
        }
        return dues.map { Due(instant: $0.0, due: $0.1) }
    }

    /// The first instant at which time alone changes something; nil when none does.
    package var nextChange: Instant? {
        isOver ? nil : (dues(at: heardTo).map(\.instant) + [reportDue, clockMoves].compactMap { $0 }).min()
    }

    /// Nothing about it needs anybody any more: it has ended, and its papers, formal requests and doubts are settled.
    package var isOver: Bool {
        guard end != nil else { return false }
        return closedAt != nil || (dues(at: heardTo).isEmpty && !hasDoubts && !owesAnswers)
    }

    private var hasDoubts: Bool {
        custody.mismatches.contains { settled[$0.entry] == nil }
            || exhibits.contains { $0.doubts.contains { settled[$0.entry] == nil } }
    }

    private var owesAnswers: Bool { formalRequests.contains { $0.answered == nil } }
}
