/// Somebody who is called about a delivery.
package enum Party: Hashable, Sendable {
    /// The 24-hour contact of a State.
    case desk(String)
    /// As people named it: "UZB Customs", "UZB team 2".
    case named(String)
    /// The one who answers for the Centre tonight, by name where somebody is on call.
    case responsible(String?)

    /// What a record of a call to it says.
    package var text: String {
        switch self {
        case .desk(let state): "\(state) desk"
        case .named(let name): name
        case .responsible(let person): person ?? "responsible officer"
        }
    }

    /// The State that it belongs to, as far as its name says so.
    package var state: String? {
        guard case .responsible = self else { return text.split(separator: " ").first.map(String.init) }
        return nil
    }
}

extension Party {
    /// Whether a record means it: the desk of a State is also called by the State's name alone.
    package func isCalled(_ words: String) -> Bool {
        if CallLadder.isSame(words, text) { return true }
        if case .desk(let state) = self { return CallLadder.isSame(words, state) }
        return false
    }
}

/// Whom to call when a report does not come, or nobody holds the load: step by step, each with its instant and with the
/// attempts that were made. The States' own desks come first; the Centre wakes its own people last.
package struct CallLadder: Equatable, Sendable {
    /// A report that is later than this is overdue enough to call.
    package static let grace = Span.minutes(3)
    /// How long somebody who was reached has to tell what they know, before the ladder goes on.
    package static let patience = Span.minutes(10)

    package enum Cause: Equatable, Sendable {
        case silence(due: Instant)
        /// Let go by `party`, and nobody has taken it over.
        case nobodyHolds(party: String, place: String, since: Instant, limit: Span)
    }

    package enum Purpose: Equatable, Sendable {
        /// Ask what they know.
        case ask
        case askAgain
        /// Ask the team on the road, through its State.
        case throughState
        /// Tell the next State's desk: be ready.
        case beReady
        case wake
    }

    package struct Step: Equatable, Sendable {
        package let party: Party
        package let purpose: Purpose
        package let at: Instant
        /// What was tried for this step since it began, the newest last.
        package fileprivate(set) var calls: [Exceptions.Call] = []
        /// The newest call to this party from before the trouble; it is shown and counts for no step.
        package fileprivate(set) var before: Exceptions.Call?
    }

    package let cause: Cause
    package private(set) var steps: [Step]
    /// The newest call that reached somebody.
    package private(set) var reached: Exceptions.Call?

    /// When the trouble began.
    package var since: Instant {
        switch cause {
        case .silence(let due): due
        case .nobodyHolds(_, _, let since, _): since
        }
    }

    /// The step that is to be done at `now`; nil before the first, after the last, and while somebody who was reached
    /// still has time to tell.
    package func due(at now: Instant) -> Step? {
        isWaiting(at: now) ? nil : steps.first { $0.calls.isEmpty && $0.at <= now }
    }

    /// Somebody was reached and may still tell what they know.
    package func isWaiting(at now: Instant) -> Bool { reached.map { now < $0.at + CallLadder.patience } ?? false }

    /// What comes after the step that is due.
    package func next(at now: Instant) -> [Step] {
        let due = due(at: now)
        return steps.filter { $0.calls.isEmpty && $0 != due }
    }

    init(_ cause: Cause, _ steps: [Step], _ calls: [Exceptions.Call]) {
        self.cause = cause
        self.steps = steps
        for call in calls { if call.at >= since { take(call) } else { remember(call) } }
    }

    /// A call counts for the first step to this party that has none; once all have one, for the last of them.
    private mutating func take(_ call: Exceptions.Call) {
        if call.outcome == .answered || call.outcome == .calledBack { reached = call }
        let own = steps.indices.filter { CallLadder.isSame(call.party, steps[$0].party.text) }
        // "UZB duty unit" is the desk of UZB where no other step is about it.
        let ofState = steps.indices.filter { place in
            if case .desk(let state) = steps[place].party { call.party.hasPrefix(state) } else { false }
        }
        let fitting = own.isEmpty ? ofState : own
        guard let place = fitting.first(where: { steps[$0].calls.isEmpty }) ?? fitting.last else { return }
        steps[place].calls.append(call)
    }

    private mutating func remember(_ call: Exceptions.Call) {
        guard let place = steps.firstIndex(where: { $0.party.isCalled(call.party) }) else { return }
        if steps[place].before.map({ $0.at <= call.at }) ?? true { steps[place].before = call }
    }

    static func isSame(_ a: String, _ b: String) -> Bool {
        SearchFolding.fold(a.trimmingBlanks) == SearchFolding.fold(b.trimmingBlanks)
    }
}

extension Delivery {
    /// The ladders that are to be climbed at `now`: for a load that nobody holds from half of the agreed limit on, and for
    /// a report that is overdue. None after the end.
    ///
    /// - Parameter responsible: who is on call for the Centre and may be woken for this priority; nil where nobody is.
    package func callLadders(at now: Instant, responsible: String?) -> [CallLadder] {
        guard end == nil, let leg = currentLeg else { return [] }
        var ladders: [CallLadder] = []
        if let gap = custody.openGap { ladders.append(nobodyLadder(gap, leg, responsible)) }
        if case .silent(let due) = phase(at: now) { ladders.append(silenceLadder(due, leg, responsible)) }
        return ladders.filter { ladder in
            guard case .nobodyHolds(_, _, let since, let limit) = ladder.cause else { return true }
            return now >= since + Span(milliseconds: limit.milliseconds / 2)
        }
    }

    private func silenceLadder(_ due: Instant, _ leg: LegPlanned, _ responsible: String?) -> CallLadder {
        var steps: [CallLadder.Step] = []
        func step(_ party: Party, _ purpose: CallLadder.Purpose, _ minutes: Int64) {
            steps.append(CallLadder.Step(party: party, purpose: purpose, at: due + .minutes(minutes)))
        }
        let awaited = reportingState ?? leg.state
        step(.desk(awaited), .ask, 3)
        step(.desk(awaited), .askAgain, 5)
        if let team = team(on: leg) { step(.named(team), .throughState, 10) }
        if let next = nextState(after: leg), next != awaited { step(.desk(next), .beReady, 15) }
        step(.responsible(responsible), .wake, 20)
        return CallLadder(.silence(due: due), steps, exceptions.calls)
    }

    private func nobodyLadder(_ gap: Custody.Gap, _ leg: LegPlanned, _ responsible: String?) -> CallLadder {
        let since = gap.released.since
        let half = Span(milliseconds: custody.limit.milliseconds / 2)
        // Let go at the end of a leg, it is the next State that takes it over; a report may have moved it there already.
        let isAtExit = isSameCrossing(gap.released.place, leg.exit)
        let taking = isAtExit ? nextState(after: leg) ?? leg.state : leg.state
        let takingLeg = legs.first { $0.state == taking && $0.number >= leg.number } ?? leg
        var steps = [
            CallLadder.Step(party: .named(gap.released.party), purpose: .ask, at: since + half),
            CallLadder.Step(party: .desk(taking), purpose: .ask, at: since + half),
            CallLadder.Step(party: .desk(taking), purpose: .askAgain, at: since + custody.limit),
        ]
        if let team = team(on: takingLeg), team != gap.released.party {
            steps.append(
                CallLadder.Step(
                    party: .named(team), purpose: .throughState, at: since + custody.limit + .minutes(5)))
        }
        steps.append(
            CallLadder.Step(
                party: .responsible(responsible), purpose: .wake, at: since + custody.limit + .minutes(10)))
        let cause = CallLadder.Cause.nobodyHolds(
            party: gap.released.party, place: gap.released.place, since: since, limit: custody.limit)
        return CallLadder(cause, steps, exceptions.calls)
    }

    /// Who is near the load on a leg: the team that saw it last, else the lead agency, else who holds it.
    func team(on leg: LegPlanned) -> String? {
        let seen = custody.sights.last { !$0.isTracker && $0.party.hasPrefix(leg.state) }?.party
        let holder = custody.holder.map(\.party).flatMap { $0.hasPrefix(leg.state) ? $0 : nil }
        return seen ?? leg.lead.map { $0.hasPrefix(leg.state) ? $0 : "\(leg.state) \($0)" } ?? holder
    }

    func nextState(after leg: LegPlanned) -> String? {
        legs.first { $0.number > leg.number && $0.state != leg.state }?.state
    }
}

/// Somebody to call about the leg that a delivery is on, and why.
package struct LegContact: Equatable, Sendable {
    package enum Why: Equatable, Sendable {
        case desk
        /// Decides on the consent that is short.
        case decides
        case holds
        case lead
        case next
        /// It asked for the delivery.
        case asked
        /// What comes next is theirs to do.
        case awaited
        case responsible
    }

    package let party: Party
    package let why: Why
    /// When they last told something or were reached.
    package let spoke: Instant?
    /// The newest call, where it did not reach them after they last spoke.
    package let tried: Exceptions.Call?
}

extension Delivery {
    /// Whom to call about the leg that it is on, or before and after the road about what comes next, each party once.
    ///
    /// - Parameter first: the State that what is wrong now is about; nil where nothing is.
    package func contacts(responsible: String?, first state: String? = nil, at now: Instant) -> [LegContact] {
        var all: [(Party, LegContact.Why)] = []
        let awaited = state.map { [$0] } ?? (hasBegun && end == nil ? [] : outlook?.states ?? [])
        for state in awaited { all.append((.desk(state), state == currentLeg?.state ? .desk : .awaited)) }
        if let leg = currentLeg {
            all.append((.desk(leg.state), .desk))
            if let short = coverAhead(at: now).first(where: { !$0.cover.isCovered }) {
                let authority = consents.of(short.leg.state).last.map { "\(short.leg.state) \($0.given.authority)" }
                all.append((authority.map { .named($0) } ?? .desk(short.leg.state), .decides))
            }
            if let holder = custody.holder ?? custody.openGap?.released { all.append((.named(holder.party), .holds)) }
            if let lead = team(on: leg) { all.append((.named(lead), .lead)) }
            if let next = nextState(after: leg) { all.append((.desk(next), .next)) }
        } else {
            if let state = unplannedState { all.append((.desk(state), .desk)) }
            all.append((.desk(opened.initiator), .asked))
        }
        all.append((.responsible(responsible), .responsible))
        return all.enumerated().filter { place, row in !all[..<place].contains { $0.0 == row.0 } }
            .map { contact($0.element.0, $0.element.1) }
    }

    private func contact(_ party: Party, _ why: LegContact.Why) -> LegContact {
        let calls = exceptions.calls.filter { party.isCalled($0.party) }
        let reached = calls.last { $0.outcome == .answered || $0.outcome == .calledBack }?.at
        let told = lastReport.flatMap { party.isCalled($0.report.from) ? $0.at : nil }
        let spoke = [reached, told].compactMap { $0 }.max()
        let failed = calls.last.flatMap { $0.at > (spoke ?? .distantPast) ? $0 : nil }
        return LegContact(party: party, why: why, spoke: spoke, tried: failed)
    }
}
