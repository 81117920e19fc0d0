extension Delivery {
    /// How far a clock may run ahead; what is reported for later than that has not come yet.
    package static let clocksAhead = Span.minutes(2)

    /// Nothing is reported of a delivery that has not come yet, whoever writes it and by whichever way.
    ///
    /// - Parameter happened: when it happened, on the board's clock; nil for now
    package static func refusal(of event: Event, happened: Instant?, at now: Instant) -> Refusal? {
        guard case .delivery = event, let happened, happened > now + clocksAhead else { return nil }
        return .notYet(happened)
    }

    /// Why `event` may not follow; nil when it may.
    ///
    /// What a State reports is taken in any order: the first call is often that it rolls already. Only what the Centre itself
    /// does has to be in order.
    package func refusal(of event: DeliveryEvent, by actor: String, at now: Instant) -> Refusal? {
        if let at = closedAt ?? end?.at, !event.isAllowedAfterTheEnd { return .alreadyEnded(name, at: at) }
        if let closedAt, case .closed = event { return .alreadyEnded(name, at: closedAt) }
        if let refusal = Delivery.refusal(ofStateIn: event) ?? refusal(ofAnswer: event) { return refusal }
        switch event {
        case .opened: return .alreadyExists(name)
        case .legPlanned(let leg):
            if leg.until <= leg.from { return .windowEndsBeforeItBegins(from: leg.from, until: leg.until) }
        case .reportReceived(let report):
            if report.text.trimmingBlanks.isEmpty && report.place == nil { return .textMissing }
            if let leg = report.leg, !isPlanned(leg) { return .noSuchLeg(name, leg) }
        case .exceptionEntered(let body):
            if let leg = body.leg, !isPlanned(leg) { return .noSuchLeg(name, leg) }
        case .stopReported(let body):
            if let leg = body.leg, !isPlanned(leg) { return .noSuchLeg(name, leg) }
        case .closed(let closed): return refusal(closing: closed)
        case .startAnnounced(let body): return refusal(announcing: body, at: now)
        case .consentGiven(let body):
            if body.until <= body.from { return .windowEndsBeforeItBegins(from: body.from, until: body.until) }
        case .startDecided, .decided, .interventionAgreed:
            if let refusal = refusal(deciding: event) { return refusal }
        case .exceptionEnded(let body):
            if !exceptions.open.contains(where: { $0.entry == body.entry }) { return .notOfThisSubject(body.entry) }
        case .partyTold(let body):
            if !exceptions.open.contains(where: { $0.entry == body.entry }) { return .notOfThisSubject(body.entry) }
        case .doubtSettled(let body):
            if !doubts.contains(body.entry) { return .notOfThisSubject(body.entry) }
        case .checklistItemDone(let body):
            guard let list = checklists.first(where: { $0.adopted.procedure == body.procedure }) else {
                return .noSuchStep(name, body.step)
            }
            if !list.adopted.items.indices.contains(body.step - 1) { return .noSuchStep(name, body.step) }
        case .accepted(let body):
            if let holder = custody.holder, Consents.isSamePlace(holder.party, body.party),
                Consents.isSamePlace(holder.place, body.place)
            {
                return .alreadyHeld(name, party: body.party, since: holder.since)
            }
        case .released(let body):
            if let before = custody.letGoBefore(body) {
                return .alreadyLetGo(name, party: before.party, at: before.since)
            }
        case .exhibitRegistered(let body):
            if exhibits.contains(where: { $0.registered.exhibit == body.exhibit }) {
                return .exhibitKnown(name, body.exhibit)
            }
        case .formalRequestSent(let body):
            if Consents.isSamePlace(body.from, body.to) { return .requestToItself(name, state: body.from) }
            if formalRequests.contains(where: { Consents.isSamePlace($0.sent.number, body.number) }) {
                return .requestNumberKnown(name, number: body.number)
            }
        case .interventionStepDone(let body):
            if !exceptions.open.contains(where: { $0.entry == body.entry }) { return .notOfThisSubject(body.entry) }
        case .detailed(let body):
            if body.particulars.isEmpty && body.payloads.isEmpty { return .textMissing }
        case .formalRequestAnswered(let body):
            if !formalRequests.contains(where: { $0.sent.number == body.number }) {
                return .noSuchRequest(name, number: body.number)
            }
        case .exhibitWeighed, .exhibitResealed, .exhibitRecorded: return refusal(ofExhibit: event.exhibit ?? "")
        default: break
        }
        return event.texts.contains { $0.trimmingBlanks.isEmpty } ? .textMissing : nil
    }

    private func isPlanned(_ leg: Int) -> Bool { legs.contains { $0.number == leg } }

    /// Three letters that name nobody are a slip of the hand, whatever they are about; a name in other words is left alone.
    package static func refusal(ofStateIn event: DeliveryEvent) -> Refusal? {
        let state: String? =
            switch event {
            case .opened(let body): body.initiator
            case .legPlanned(let body): body.state
            case .requestSent(let body): body.state
            case .requestAcknowledged(let body): body.state
            case .consentGiven(let body): body.state
            case .consentRefused(let body): body.state
            case .consentWithdrawn(let body): body.state
            case .paperReceived(let body): body.state
            default: nil
            }
        guard let state, state.utf8.count == 3, state.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            !StateCode.isKnown(state)
        else { return nil }
        return .noSuchState(state)
    }

    /// What answers something says nothing where that something was never written down, and would be lost.
    private func refusal(ofAnswer event: DeliveryEvent) -> Refusal? {
        switch event {
        case .consentWithdrawn(let body):
            let isGiven = consents.of(body.state).contains { body.number == nil || $0.bears(number: body.number) }
            return isGiven ? nil : .noConsent(name, state: body.state, number: body.number)
        case .requestAcknowledged(let body):
            let isAsked = requests.sent.contains { Consents.isSamePlace($0.sent.state, body.state) }
            return isAsked ? nil : .neverAsked(name, state: body.state)
        case .paperReceived(let body):
            return consents.of(body.state).contains { !$0.isWritten } ? nil : .noPaperOwed(name, state: body.state)
        default: return nil
        }
    }

    /// The entries that raised one.
    private var doubts: [Int64] {
        custody.mismatches.map(\.entry) + custody.unreleased.map(\.taker.entry)
            + exhibits.flatMap { $0.doubts.map(\.entry) }
    }

    private func refusal(ofExhibit exhibit: String) -> Refusal? {
        exhibits.contains { $0.registered.exhibit == exhibit } ? nil : .noSuchExhibit(name, exhibit)
    }

    /// A decision is a State's; the Centre's name alone is nobody who may decide.
    private func refusal(deciding event: DeliveryEvent) -> Refusal? {
        let decider: String
        switch event {
        case .startDecided(let body): decider = body.decidedBy
        case .interventionAgreed(let body): decider = body.decides
        case .decided(let body):
            if body.reason.trimmingBlanks.isEmpty { return .reasonMissing }
            decider = body.decidedBy
        default: return nil
        }
        return OpenWords.isTheCentre(decider) ? .centreDecidesNothing(name) : nil
    }

    /// The file stays open while something of it is; what is only missing may be left with a reason.
    private func refusal(closing closed: DeliveryClosed) -> Refusal? {
        guard let end else { return .notEnded(name) }
        if closed.summary.trimmingBlanks.isEmpty { return .textMissing }
        if let open = formalRequests.first(where: { $0.answered == nil }) {
            return .requestOpen(name, number: open.sent.number)
        }
        if custody.openGap != nil { return .nobodyHoldsIt(name) }
        guard closed.reason?.trimmingBlanks.isEmpty ?? true else { return nil }
        var missing: [ClosingPoint] = []
        let isSeized = end.ended.outcome == .seizure || end.ended.outcome == .seizedEarly
        if isSeized, exhibits.isEmpty { missing.append(.evidence) }
        if debrief == nil { missing.append(.debrief) }
        if !openDoubts.isEmpty { missing.append(.doubts) }
        if !exceptions.open.isEmpty { missing.append(.exceptions) }
        return missing.isEmpty ? nil : .stillMissing(name, missing)
    }

    /// The Centre does not tell anybody that it begins while a State on the road has not consented, and tells nobody who
    /// has no part in it.
    private func refusal(announcing announced: StartAnnounced, at now: Instant) -> Refusal? {
        if let start, !start.decided.goes { return .decidedNotToStart(name, by: start.decided.decidedBy) }
        guard announced.reason?.trimmingBlanks.isEmpty ?? true else { return nil }
        if legs.isEmpty { return .noSuchLeg(name, 1) }
        let known = Set(states + requests.sent.map(\.sent.state) + (plan?.states ?? []) + [opened.initiator])
        if let stranger = announced.states.first(where: { !known.contains($0) }) {
            return .hasNoPart(name, state: stranger)
        }
        if let open = cover(at: now).first(where: { !$0.cover.isEnough }) {
            return .notCovered(name, state: open.leg.state)
        }
        // What rolls already has begun, whoever decided it.
        return start == nil && !hasBegun ? .startNotDecided(name) : nil
    }
}

/// What a file lacks when it is to be closed.
package enum ClosingPoint: String, CaseIterable, Sendable {
    case evidence, debrief, doubts, exceptions
}

extension DeliveryEvent {
    /// What was reported is taken whenever it comes in; only what is planned, decided or done beforehand comes too late.
    fileprivate var isAllowedAfterTheEnd: Bool {
        switch self {
        case .opened, .legPlanned, .ended, .planAgreed, .startDecided, .startAnnounced, .prepared, .limitAgreed,
            .interventionAgreed:
            false
        default: true
        }
    }

    /// What makes a closed file an open one again, because somebody has to see to it.
    var opensAgain: Bool {
        switch self {
        case .formalRequestSent, .requestSent, .exceptionEntered, .stopReported, .released: true
        default: false
        }
    }

    /// The label of the exhibit that it is about.
    var exhibit: String? {
        switch self {
        case .exhibitRegistered(let body): body.exhibit
        case .exhibitWeighed(let body): body.exhibit
        case .exhibitResealed(let body): body.exhibit
        case .exhibitRecorded(let body): body.exhibit
        case .evidenceTransferred(let body): body.exhibit
        default: nil
        }
    }

    /// The words without which it says nothing.
    fileprivate var texts: [String] {
        switch self {
        case .noted(let body): [body.text]
        case .checked(let body): [body.text]
        case .requestSent(let body): [body.text]
        case .requestAcknowledged(let body): [body.state, body.by]
        case .consentGiven(let body): [body.state, body.authority]
        case .consentRefused(let body): [body.state, body.authority]
        case .consentWithdrawn(let body): [body.state, body.authority]
        case .paperReceived(let body): [body.state, body.number]
        case .planAgreed(let body): [body.text]
        case .startDecided(let body): [body.decidedBy]
        case .prepared(let body): [body.by, body.text]
        case .released(let body): [body.party, body.place]
        case .accepted(let body): [body.party, body.place]
        case .eyesOn(let body): [body.party]
        case .eyesLost(let body): [body.party, body.reason]
        case .exceptionEntered(let body): [body.from, body.text]
        case .exceptionEnded(let body): [body.text]
        case .interventionAgreed(let body): [body.decides]
        case .callTried(let body): [body.party]
        case .exhibitRegistered(let body): [body.exhibit, body.state]
        case .exhibitResealed(let body): [body.newSeal, body.reason]
        case .formalRequestSent(let body): [body.from, body.to, body.number]
        case .debriefHeld(let body): [body.text]
        case .stopReported(let body): [body.from, body.text]
        case .partyTold(let body): [body.party]
        case .decided(let body): [body.text, body.decidedBy]
        case .doubtSettled(let body): [body.from, body.text]
        case .investigationNoted(let body): [body.state]
        case .checklistAdopted(let body): [body.procedure]
        default: []
        }
    }
}
