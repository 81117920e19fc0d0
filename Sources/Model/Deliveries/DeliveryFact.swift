/// What can be written down about a delivery, by the word that asks for it at the console.
package enum DeliveryFact: String, CaseIterable, Sendable {
    case heard, stop, released, accepted
    case eyesOn = "eyes-on"
    case eyesLost = "eyes-lost"
    case exception
    case exceptionOver = "exception-over"
    case step, told, call, decision, note
    case check
    case leg = "plan-leg"
    case request = "send-request"
    case confirmed, consent
    case consentRefused = "consent-refused"
    case consentWithdrawn = "consent-withdrawn"
    case paper, plan, intervention, limit, checklist, prepared
    case startDecided = "start-decided"
    case announce
    case end = "end-delivery"
    case exhibit, weigh, reseal, sample, transfer, formal
    case formalAnswer = "formal-answer"
    case investigation, explain, debrief
    case close = "close-delivery"

    /// The kind of the event that it makes.
    package var kind: String {
        switch self {
        case .heard: ReportReceived.kind
        case .stop: StopReported.kind
        case .released: CustodyReleased.kind
        case .accepted: CustodyAccepted.kind
        case .eyesOn: EyesOn.kind
        case .eyesLost: EyesLost.kind
        case .exception: ExceptionEntered.kind
        case .exceptionOver: ExceptionEnded.kind
        case .step: InterventionStepDone.kind
        case .told: PartyTold.kind
        case .call: DeliveryCallTried.kind
        case .decision: DeliveryDecided.kind
        case .note: DeliveryNoted.kind
        default: kindOfPreparation ?? kindAfterTheRoad
        }
    }

    private var kindOfPreparation: String? {
        switch self {
        case .check: DeliveryChecked.kind
        case .leg: LegPlanned.kind
        case .request: RequestSent.kind
        case .confirmed: RequestAcknowledged.kind
        case .consent: ConsentGiven.kind
        case .consentRefused: ConsentRefused.kind
        case .consentWithdrawn: ConsentWithdrawn.kind
        case .paper: ConsentPaperReceived.kind
        case .plan: PlanAgreed.kind
        case .intervention: InterventionAgreed.kind
        case .limit: CustodyLimitAgreed.kind
        case .checklist: ChecklistAdopted.kind
        case .prepared: DeliveryPrepared.kind
        case .startDecided: StartDecided.kind
        case .announce: StartAnnounced.kind
        default: nil
        }
    }

    private var kindAfterTheRoad: String {
        switch self {
        case .exhibit: ExhibitRegistered.kind
        case .weigh: ExhibitWeighed.kind
        case .reseal: ExhibitResealed.kind
        case .sample: ExhibitRecorded.kind
        case .transfer: EvidenceTransferred.kind
        case .formal: FormalRequestSent.kind
        case .formalAnswer: FormalRequestAnswered.kind
        case .investigation: InvestigationNoted.kind
        case .explain: DoubtSettled.kind
        case .debrief: DebriefHeld.kind
        case .close: DeliveryClosed.kind
        default: DeliveryEnded.kind
        }
    }

    /// Whether it may still come when the road is over.
    package var isAfterTheEnd: Bool {
        switch self {
        case .check, .leg, .request, .confirmed, .consent, .consentRefused, .consentWithdrawn, .plan, .intervention,
            .limit, .prepared, .startDecided, .announce, .end:
            false
        default: true
        }
    }
}

extension Delivery {
    /// Something is known of the load on the road: a report of it, or somebody who took it over.
    package var hasBegun: Bool { lastReport != nil || custody.holder != nil || !custody.gaps.isEmpty }

    /// The leg behind the one it is on; the first one before it begins, nil on the last.
    package var nextLeg: LegPlanned? {
        guard let number = currentLegNumber else { return hasBegun ? legs.dropFirst().first : legs.first }
        return legs.first { $0.number > number }
    }

    /// What raised a doubt that nobody has explained, by its entry.
    package var openDoubts: [Int64] {
        (custody.mismatches.map(\.entry) + exhibits.flatMap { $0.doubts.map(\.entry) }).filter { settled[$0] == nil }
    }

    /// The States on the road, each once, in the order of the legs.
    package var statesOnTheRoad: [String] {
        legs.enumerated().filter { place, leg in !legs[..<place].contains { $0.state == leg.state } }.map(
            \.element.state)
    }

    /// Legs are planned, and none of them is in this State.
    package func hasNoLeg(in state: String) -> Bool {
        !legs.isEmpty && StateCode.isKnown(state) && !legs.contains { $0.state == state }
    }

    /// The States that consented although no leg goes through them, each once.
    package var statesWithoutLeg: [String] {
        var once: [String] = []
        for state in consents.all.map(\.given.state) where hasNoLeg(in: state) && !once.contains(state) {
            once.append(state)
        }
        return once
    }

    /// What fits the stage, what is likeliest first; then everything else that may be written down.
    package var likelyFacts: [DeliveryFact] {
        let first = end == nil ? (hasBegun ? likelyOnTheRoad : likelyBefore) : likelyAfter
        let rest = DeliveryFact.allCases.filter { end == nil || $0.isAfterTheEnd }
        var seen: Set<DeliveryFact> = []
        return (urgentFacts + first + rest).filter { seen.insert($0).inserted }
    }

    /// What the States, or somebody on the road, have most likely done next; nil where nothing is awaited.
    package var nextState: DeliveryFact? {
        if end != nil {
            if formalRequests.contains(where: { $0.answered == nil }) { return .formalAnswer }
            return closedAt == nil ? (debrief == nil ? .debrief : .close) : nil
        }
        if custody.openGap != nil { return .accepted }
        if !hasBegun {
            // What the Centre can do goes before what it waits for.
            if case .ask? = nextStep { return .request }
            if !requests.unacknowledged.isEmpty { return .confirmed }
            if !requests.open.isEmpty { return .consent }
            if let step = nextStep { return step.fact }
            if !consents.papersOwed.isEmpty { return .paper }
            if start == nil { return .startDecided }
            return preparation == nil ? .prepared : .accepted
        }
        if nextLeg == nil { return .end }
        return custody.holder == nil ? .accepted : .released
    }

    /// What the Centre has to do before anything is awaited of a State; nil when that is done, and once it rolls.
    package var nextStep: DeliveryStep? {
        guard end == nil, !hasBegun, start == nil, announced == nil else { return nil }
        if legs.isEmpty { return checks.isEmpty ? .checkAndPlan : .planLegs }
        if checks.isEmpty, requests.sent.isEmpty, consents.all.isEmpty { return .check }
        let unasked = states.filter { state in
            requests.sent.allSatisfy { $0.sent.state != state } && consents.of(state).isEmpty
                && consents.refusals[state] == nil
        }
        return unasked.isEmpty ? nil : .ask(states: unasked)
    }

    private var urgentFacts: [DeliveryFact] {
        var facts: [DeliveryFact] = []
        if !exceptions.open.isEmpty { facts += [.step, .told, .decision, .exceptionOver] }
        if end == nil, custody.openGap != nil { facts.append(.accepted) }
        if !openDoubts.isEmpty { facts.append(.explain) }
        return facts
    }

    private var likelyBefore: [DeliveryFact] {
        var facts: [DeliveryFact] = []
        if checks.isEmpty { facts.append(.check) }
        if legs.isEmpty { facts.append(.leg) }
        if !requests.unacknowledged.isEmpty { facts.append(.confirmed) }
        if !requests.open.isEmpty { facts += [.consent, .consentRefused] }
        if !consents.papersOwed.isEmpty { facts.append(.paper) }
        if cover(at: heardTo).contains(where: { if case .none = $0.cover { true } else { false } }) {
            facts.append(.request)
        }
        if plan == nil { facts += [.plan, .intervention] }
        if start == nil { facts.append(.startDecided) }
        if preparation == nil { facts.append(.prepared) }
        if announced == nil { facts.append(.announce) }
        return facts + [.leg, .accepted, .heard, .intervention, .limit, .checklist]
    }

    private var likelyOnTheRoad: [DeliveryFact] {
        var facts: [DeliveryFact] = [.heard]
        if custody.holder != nil, custody.openGap == nil { facts.append(.released) }
        if custody.holder == nil { facts.append(.accepted) }
        facts += custody.sights.isEmpty ? [.eyesOn] : [.eyesLost, .eyesOn]
        facts += [.exception, .stop, .consent]
        if !consents.papersOwed.isEmpty { facts.append(.paper) }
        facts += [.request, .confirmed]
        if nextLeg == nil { facts.insert(.end, at: 1) }
        return facts
    }

    private var likelyAfter: [DeliveryFact] {
        var facts: [DeliveryFact] = exhibits.isEmpty ? [.exhibit] : [.weigh, .sample, .transfer, .reseal, .exhibit]
        if formalRequests.contains(where: { $0.answered == nil }) { facts.append(.formalAnswer) }
        return facts + [.formal, .investigation, .debrief, .close]
    }
}

/// What is to be done first about a delivery that has not begun.
package enum DeliveryStep: Equatable, Sendable {
    /// Nothing was looked at and nothing is planned.
    case checkAndPlan
    case check
    case planLegs
    /// States on the road whom nobody has asked, and who have not spoken.
    case ask(states: [String])

    package var fact: DeliveryFact {
        switch self {
        case .checkAndPlan, .check: .check
        case .planLegs: .leg
        case .ask: .request
        }
    }
}
