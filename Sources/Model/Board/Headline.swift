/// The one thing on line 3: what needs the officer most, or until when nothing does.
package enum Headline: Equatable, Sendable {
    case silence(SubjectName, priority: Int, from: String, due: Instant, lastHeard: Instant?)
    case unacknowledged(SubjectName, priority: Int, headline: String, waiting: Span)
    /// Nobody acknowledged it while it held, and now it holds no more.
    case expired(SubjectName, priority: Int, headline: String, until: Instant)
    /// Its time on the shelf, or that of its acknowledgement, has run out.
    case returned(SubjectName, priority: Int, headline: String, since: Instant, fromShelf: Bool)
    case windowOverrun(SubjectName, priority: Int, state: String, until: Instant, estimate: Instant)
    case delivery(SubjectName, priority: Int, DeliveryNeed)
    /// A crossing that it is to go over is closed, as `by` says.
    case crossingClosed(SubjectName, priority: Int, place: String, state: String, since: Instant, by: String)
    case answerOverdue(SubjectName, priority: Int, message: MessageKind, due: Instant)
    /// Somebody has not answered what we asked.
    case replyOverdue(SubjectName, priority: Int, MessageKind, from: String, due: Instant)
    /// Somebody did not accept what we sent.
    case rejected(SubjectName, priority: Int, MessageKind, by: String)
    case followUpDue(SubjectName, priority: Int, text: String, at: Instant)
    /// Nobody acknowledged it, and somebody else is to be called.
    case escalated(SubjectName, priority: Int, headline: String, waiting: Span, Triage.Whom)
    /// The officer who sits here is asked to be in charge of it.
    case chargeOffered(SubjectName, priority: Int, headline: String, by: String)
    /// Messages that could not be taken in; the one that waits longest.
    case messagesHeld(SubjectName, count: Int, since: Instant)
    case watchOver(SubjectName, officer: String, until: Instant)
    /// Since when, and what is left of the last watch; nil where nobody ever had it.
    case nobodyHasTheWatch(since: Instant?, last: SubjectName?)
    /// Somebody took the watch from one who had not offered it.
    case watchTaken(SubjectName, by: String, at: Instant, reason: String, unsaid: Int?)
    /// The watch is offered to the one who sits here.
    case watchOffered(SubjectName, by: String, at: Instant)
    case handover(SubjectName, HandoverNeed)
    case arrangementOverdue(SubjectName, ArrangementType, text: String, due: Instant)
    /// An order that the one who sits here has not signed.
    case orderUnread(SubjectName, title: String)
    /// Somebody acts in a role that is not theirs, in an emergency.
    case emergency(SubjectName, officer: String, role: OfficerRole, until: Instant)
    /// A second signature was owed and has not come.
    case countersignatureOverdue(SubjectName, kind: String, by: String, due: Instant)
    /// A second person does not stand for what was done on their word.
    case countersignatureRefused(SubjectName, kind: String, by: String, refusedBy: String)
    case quiet(until: AgendaItem?)

    /// The smaller, the more urgent: priority first, then danger to the load, then people who wait.
    fileprivate func weight(at now: Instant) -> Int {
        switch self {
        case .silence(_, let priority, _, _, _): priority * 10
        case .windowOverrun(_, let priority, _, _, _), .crossingClosed(_, let priority, _, _, _, _): priority * 10 + 1
        case .delivery(_, let priority, let need): priority * 10 + need.weight(at: now)
        case .unacknowledged(_, let priority, _, _), .returned(_, let priority, _, _, _): priority * 10 + 2
        case .escalated(_, let priority, _, _, _): priority * 10 + 1
        // Behind everything that still holds, whatever its priority was.
        case .expired(_, let priority, _, _): 50 + priority
        case .answerOverdue(_, let priority, _, _), .replyOverdue(_, let priority, _, _, _),
            .rejected(_, let priority, _, _):
            priority * 10 + 3
        case .followUpDue(_, let priority, _, _), .chargeOffered(_, let priority, _, _): priority * 10 + 4
        case .messagesHeld: 34
        case .watchOver: 25
        case .nobodyHasTheWatch(since: nil, _): 50
        case .nobodyHasTheWatch: 25
        case .watchTaken: 23
        case .watchOffered: 27
        case .handover(_, let need): need.weight
        case .arrangementOverdue: 36
        case .orderUnread: 60
        case .countersignatureRefused: 14
        case .emergency: 24
        case .countersignatureOverdue: 26
        case .quiet: 100
        }
    }
}

extension Board {
    func computedNeeds(at now: Instant, for officer: String?) -> [Headline] {
        var needs: [Headline] = []
        for delivery in deliveriesInOrder(at: now) { needs += delivery.needs(at: now) }
        needs += closedCrossingNeeds(at: now)
        for alert in alertsInOrder(at: now) { needs += alert.needs(at: now, for: officer, by: ladders) }
        for shift in shifts.values.sorted(by: { $0.name < $1.name }) where shift.started.until <= now {
            needs.append(.watchOver(shift.name, officer: shift.started.officer, until: shift.started.until))
        }
        needs += watchNeeds(at: now, for: officer)
        if let oldest = heldMessages.first {
            let count = max(held.count, tally[.intake, .attention])
            needs.append(.messagesHeld(oldest.name, count: count, since: oldest.since))
        }
        if let officer { needs += personalNeeds(of: officer, at: now) }
        for trail in unsettled.values.sorted(by: { $0.name < $1.name }) {
            needs += trail.fourEyes.needs(of: trail.name, at: now)
        }
        for officer in officers.values.sorted(by: { $0.id < $1.id }) {
            guard let emergency = officer.emergency, emergency.until > now, officer.isActive else { continue }
            needs.append(
                .emergency(officer.name, officer: officer.shownName, role: emergency.role, until: emergency.until))
        }
        if shifts.isEmpty { needs.append(.nobodyHasTheWatch(since: nobodySince, last: newestWatch?.name)) }
        // Swift's sort is not documented as stable; the position keeps equal needs in their order.
        let weights = needs.map { ($0.weight(at: now), $0.danger) }
        return needs.indices.sorted { (weights[$0].0, weights[$0].1, $0) < (weights[$1].0, weights[$1].1, $1) }
            .map { needs[$0] }
    }

    private func watchNeeds(at now: Instant, for officer: String?) -> [Headline] {
        // Whoever is asked is told so in other words.
        let isAsked = officer.map { isOfferedWatch($0) } ?? false
        let signed = signatures.map { told in told.needs(at: now).map { Headline.handover(told.watch, $0) } } ?? []
        return shifts.values.filter(\.isTakingUnseen).sorted { $0.name < $1.name }.map {
            .watchTaken(
                $0.name, by: $0.started.officer, at: $0.from, reason: $0.started.reason ?? "",
                unsaid: $0.started.unsaid)
        }
            + shifts.values.sorted { $0.name < $1.name }.flatMap { shift in
                shift.handoverNeeds(at: now).filter {
                    if case .unanswered(_, _, .asked) = $0 { !isAsked } else { true }
                }.map { Headline.handover(shift.name, $0) }
            }
            + signed
            + arrangementsInForce(at: now).compactMap { arrangement in
                guard arrangement.isOverdue(at: now), let due = arrangement.until else { return nil }
                return .arrangementOverdue(
                    arrangement.name, arrangement.made.type, text: arrangement.made.text, due: due)
            }
    }

    private func personalNeeds(of officer: String, at now: Instant) -> [Headline] {
        var needs: [Headline] = ordersToRead(by: officer, at: now).map {
            .orderUnread($0.name, title: $0.issued.title)
        }
        if let watch, let offer = watch.offer, isOfferedWatch(officer) {
            needs.append(.watchOffered(watch.name, by: watch.started.officer, at: offer.at))
        }
        return needs
    }

    /// Whether the watch is offered to this officer.
    private func isOfferedWatch(_ officer: String) -> Bool {
        guard let watch, watch.offer != nil, watch.officerID != officer else { return false }
        return watch.isOffered(to: officer, named: officers[officer]?.shownName)
    }

    package func headline(at now: Instant, for officer: String? = nil) -> Headline {
        needs(at: now, for: officer).first ?? .quiet(until: agenda(at: now, for: officer).first)
    }
}

extension Delivery {
    package func needs(at now: Instant) -> [Headline] {
        var needs: [Headline] = []
        if case .silent(let due) = phase(at: now) {
            needs.append(
                .silence(
                    name, priority: opened.priority, from: reportingState ?? opened.initiator, due: due,
                    lastHeard: lastHeard))
        }
        if windowOverrun != nil, let leg = currentLeg, let exitEstimate {
            needs.append(
                .windowOverrun(
                    name, priority: opened.priority, state: leg.state, until: leg.until, estimate: exitEstimate))
        }
        return needs + ownNeeds(at: now).map { .delivery(name, priority: opened.priority, $0) }
    }
}

extension FourEyes {
    func needs(of name: SubjectName, at now: Instant) -> [Headline] {
        owed.compactMap { owed in
            if let refusal = owed.refusal {
                return .countersignatureRefused(name, kind: owed.of, by: owed.by, refusedBy: refusal.officer)
            }
            return owed.until <= now
                ? .countersignatureOverdue(name, kind: owed.of, by: owed.by, due: owed.until) : nil
        }
    }
}
