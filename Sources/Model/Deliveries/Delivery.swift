/// A controlled delivery as its events add up.
package struct Delivery: FoldedSubject {
    package var trail: Trail
    package let opened: DeliveryOpened
    /// By number, without gaps being required: States are told of in any order.
    package private(set) var legs: [LegPlanned] = []
    private(set) var whereabouts = Whereabouts()
    package var currentLegNumber: Int? { whereabouts.current }
    package private(set) var lastReport: Report?
    package private(set) var reportCount = 0
    package var lastPlace: String? { lastPosition?.place }
    /// When it is expected to leave the leg on which it is: the newest word that says so.
    package var exitEstimate: Instant? { whereabouts.exitEstimate(legs) }
    package private(set) var end: End?
    /// When the Centre closed its file on it.
    package private(set) var closedAt: Instant?
    package private(set) var checks: [DeliveryChecked] = []
    package private(set) var requests = Requests()
    package private(set) var consents = Consents()
    package private(set) var custody = Custody()
    package private(set) var exceptions = Exceptions()
    /// In the order in which they were registered.
    package private(set) var exhibits: [Exhibit] = []
    package private(set) var formalRequests: [FormalRequest] = []
    package private(set) var plan: PlanAgreed?
    package private(set) var start: Decided?
    package private(set) var announced: Instant?
    package private(set) var preparation: Prepared?
    package private(set) var debrief: DebriefHeld?
    package private(set) var checklists: [Checklist] = []
    package private(set) var decisions: [Decision] = []
    package private(set) var investigations: [InvestigationNoted] = []
    /// What else is known of it, all together.
    package private(set) var particulars = Particulars()
    /// The entries whose doubt somebody explained.
    package private(set) var settled: [Int64: DoubtSettled] = [:]
    /// Where it last was, and when; it ages and never disappears.
    package private(set) var lastPosition: LastPosition?
    /// What of it each entry moved, for a handover.
    package private(set) var moves = DeliveryMoves()
    /// The latest instant of which anything was told.
    private(set) var heardTo: Instant
    /// By State, how long before it lapses a consent has to be asked for anew, as the directory says; whoever has a directory
    /// hands it in, and a notice of the leg goes before it.
    private var filedNotices = Beside<[String: Span]>([:])
    /// Which names mean one crossing, handed in by whoever has a directory and tables.
    private(set) var crossings = Beside(CrossingNames())
    /// What follows from the entries alone is reckoned once, and not for each frame.
    private var knownCover = Reckoned<CoverForNow>()
    private var knownDues = Reckoned<DuesForNow>()
    private var knownNeeds = Reckoned<NeedsForNow>()

    package struct Decision: Equatable, Sendable {
        package let decided: DeliveryDecided
        package let at: Instant
        package let entry: Int64
    }

    package struct LastPosition: Equatable, Sendable {
        package let place: String
        package let from: String
        package let at: Instant
    }

    package struct Decided: Equatable, Sendable {
        package let decided: StartDecided
        package let at: Instant
    }

    package struct Prepared: Equatable, Sendable {
        package let prepared: DeliveryPrepared
        package let at: Instant
    }

    package struct FormalRequest: Equatable, Sendable {
        package let sent: FormalRequestSent
        package let at: Instant
        package internal(set) var answered: FormalRequestAnswered?
        package internal(set) var answeredAt: Instant?
    }

    package struct Report: Equatable, Sendable {
        package let index: Int64
        package let at: Instant
        package let learnt: Instant
        package let report: ReportReceived
    }

    package struct End: Equatable, Sendable {
        package let at: Instant
        package let ended: DeliveryEnded
    }

    package enum Phase: Equatable, Sendable {
        /// Nothing heard yet and the first leg has not begun.
        case planned
        case underWay
        /// A report was due at `due` and has not come.
        case silent(due: Instant)
        /// Silence was agreed for now.
        case quietByPlan(until: Instant)
        case ended
    }

    init(_ entry: Entry, _ opened: DeliveryOpened) {
        trail = Trail(entry)
        heardTo = entry.at
        self.opened = opened
    }

    package static func own(_ event: Event) -> DeliveryEvent? {
        if case .delivery(let event) = event { event } else { nil }
    }

    package var currentLeg: LegPlanned? {
        guard let number = currentLegNumber else { return legs.first }
        return legs.first { $0.number == number }
    }

    /// Decided or announced to start, or told of as rolling: from then on silence counts.
    package var isUnderWay: Bool { hasBegun || announced != nil || start?.decided.goes == true }

    /// When the next report is due: one interval after the last word, or after the leg began, or when agreed silence ends.
    package var reportDue: Instant? {
        guard end == nil, isUnderWay, let leg = currentLeg, let minutes = leg.reportEvery else { return nil }
        let due = lastWord(on: leg) + .minutes(Int64(minutes))
        return leg.quietUntil.map { max($0, due) } ?? due
    }

    /// Whoever was heard of on a leg, took it over there or let it go has begun to report, however early. Where nobody was heard
    /// yet, the hours count from when it was told or decided that it begins.
    private func lastWord(on leg: LegPlanned) -> Instant {
        let released = custody.gaps.last.map(\.released.since) ?? leg.from
        if leg.number == currentLegNumber, let heard = whereabouts.presence[leg.number]?.upperBound {
            return max(heard, lastReport?.at ?? heard, custody.openGap == nil ? heard : released)
        }
        if let lastReport { return max(lastReport.at, leg.from, custody.openGap == nil ? leg.from : released) }
        let begun = announced ?? start.flatMap { $0.decided.goes ? $0.at : nil }
        return max(begun ?? leg.from, leg.from)
    }

    /// Whose report is awaited: once a State has let it go at its border, that of the one that is to take it over.
    package var reportingState: String? {
        guard let leg = currentLeg else { return nil }
        return custody.openGap != nil && leaving(leg) != nil ? nextState(after: leg) ?? leg.state : leg.state
    }

    /// When anybody on the road told anything of it: a report, a letting go or a taking over.
    package var lastHeard: Instant? {
        [lastReport?.at, custody.gaps.map(\.released.since).max(), isOnTheRoad ? custody.holder?.since : nil]
            .compactMap { $0 }.max()
    }

    package func phase(at now: Instant) -> Phase {
        if end != nil { return .ended }
        guard let leg = currentLeg else { return lastReport == nil ? .planned : .underWay }
        if let due = reportDue, due < now { return .silent(due: due) }
        if let quiet = leg.quietUntil, quiet > now, now >= leg.from { return .quietByPlan(until: quiet) }
        return lastReport == nil && (now < leg.from || !isUnderWay) ? .planned : .underWay
    }

    /// By how much the estimate passes the end of the planned window of the leg it is on; nil when it does not.
    package var windowOverrun: Span? {
        guard end == nil, let leg = currentLeg, let exitEstimate, exitEstimate > leg.until else { return nil }
        return exitEstimate - leg.until
    }

    package mutating func apply(_ event: DeliveryEvent, _ entry: Entry) {
        heardTo = max(heardTo, entry.at)
        // What is told after the file was closed is kept all the same, and somebody has to close it anew.
        if closedAt != nil, event.opensAgain { closedAt = nil }
        moves.take(event, entry.index)
        fold(event, entry)
        forget()
    }

    private mutating func fold(_ event: DeliveryEvent, _ entry: Entry) {
        switch event {
        case .opened, .noted: break
        case .closed: closedAt = entry.at
        case .legPlanned(let leg):
            legs.removeAll { $0.number == leg.number }
            legs.insert(leg, at: legs.firstIndex { $0.number > leg.number } ?? legs.endIndex)
            whereabouts.follow(legs)
        case .reportReceived(let report):
            reportCount += 1
            stand(at: report.place, from: report.from, entry)
            whereabouts.hear(report, entry, legs)
            // A report that happened earlier than the last one fills the timeline, but does not turn the clock back.
            guard lastReport.map({ entry.at >= $0.at }) ?? true else { return }
            lastReport = Report(index: entry.index, at: entry.at, learnt: entry.learnt, report: report)
        case .ended(let ended): end = End(at: entry.at, ended: ended)
        case .checked(let body): checks.append(body)
        case .requestSent, .requestAcknowledged, .consentGiven, .consentRefused, .consentWithdrawn, .paperReceived:
            take(consent: event, entry)
        case .planAgreed(let body): plan = body
        case .startDecided(let body): start = Decided(decided: body, at: entry.at)
        case .startAnnounced: announced = entry.at
        case .prepared(let body): preparation = Prepared(prepared: body, at: entry.at)
        case .released, .accepted, .limitAgreed, .eyesOn, .eyesLost: take(custody: event, entry)
        case .exceptionEntered, .stopReported, .partyTold, .exceptionEnded, .interventionAgreed,
            .interventionStepDone, .callTried:
            take(exception: event, entry)
        case .exhibitRegistered, .exhibitWeighed, .exhibitResealed, .exhibitRecorded, .evidenceTransferred:
            take(evidence: event, entry)
        case .formalRequestSent(let body): formalRequests.append(FormalRequest(sent: body, at: entry.at))
        case .formalRequestAnswered(let body): answer(body, entry)
        case .debriefHeld(let body): debrief = body
        case .checklistAdopted(let body):
            let before = checklists.first { $0.adopted.procedure == body.procedure }
            checklists.removeAll { $0.adopted.procedure == body.procedure }
            checklists.append(Checklist(body, entry, after: before))
        case .checklistItemDone(let body):
            guard let place = checklists.firstIndex(where: { $0.adopted.procedure == body.procedure }) else { return }
            checklists[place].tick(body, entry)
        case .decided(let body): decisions.append(Decision(decided: body, at: entry.at, entry: entry.index))
        case .doubtSettled(let body):
            settled[body.entry] = body
            custody.settle(body.entry)
        case .investigationNoted(let body): investigations.append(body)
        case .detailed(let body): particulars = particulars.adding(body.particulars)
        }
    }

    /// What happened earlier than the last word fills the timeline and moves nothing back.
    private mutating func stand(at place: String?, from: String, _ entry: Entry) {
        guard let place, lastPosition.map({ entry.at >= $0.at }) ?? true else { return }
        lastPosition = LastPosition(place: place, from: from, at: entry.at)
    }

    private mutating func take(consent event: DeliveryEvent, _ entry: Entry) {
        switch event {
        case .requestSent(let body): requests.send(body, entry)
        case .requestAcknowledged(let body): requests.acknowledge(body, entry)
        case .consentGiven(let body):
            consents.give(body, entry)
            requests.answer(body.state, at: entry.at)
        case .consentRefused(let body):
            consents.refuse(body, entry, asked: requests.open(body.state)?.entry)
            requests.answer(body.state, at: entry.at)
        case .consentWithdrawn(let body): consents.withdraw(body)
        case .paperReceived(let body): consents.takePaper(body)
        default: break
        }
    }

    private mutating func take(custody event: DeliveryEvent, _ entry: Entry) {
        switch event {
        case .released(let body):
            custody.release(body, entry)
            whereabouts.release(body, entry, legs)
            stand(at: body.place, from: body.party, entry)
        case .accepted(let body):
            custody.accept(body, entry)
            whereabouts.take(body, entry, legs)
            stand(at: body.place, from: body.party, entry)
        case .limitAgreed(let body): custody.agree(body)
        case .eyesOn(let body):
            custody.see(body, entry)
            stand(at: body.place, from: body.party, entry)
        case .eyesLost(let body): custody.lose(body, entry)
        default: break
        }
    }

    private mutating func take(exception event: DeliveryEvent, _ entry: Entry) {
        switch event {
        case .exceptionEntered(let body): exceptions.enter(body, entry)
        case .stopReported(let body): exceptions.stop(body, entry)
        case .partyTold(let body): exceptions.tell(body, entry)
        case .exceptionEnded(let body): exceptions.end(body, entry)
        case .interventionAgreed(let body): exceptions.agree(body)
        case .interventionStepDone(let body): exceptions.tick(body, entry)
        case .callTried(let body): exceptions.call(body, entry)
        default: break
        }
    }

    private mutating func take(evidence event: DeliveryEvent, _ entry: Entry) {
        if case .exhibitRegistered(let body) = event {
            // A label is one thing for good: what was weighed of it stays with it.
            if !exhibits.contains(where: { $0.registered.exhibit == body.exhibit }) {
                exhibits.append(Exhibit(body, entry))
            }
            return
        }
        guard let name = event.exhibit,
            let place = exhibits.firstIndex(where: { $0.registered.exhibit == name })
        else { return }
        switch event {
        case .exhibitWeighed(let body): exhibits[place].weigh(body, entry)
        case .exhibitResealed(let body): exhibits[place].reseal(body, entry)
        case .exhibitRecorded(let body): exhibits[place].record(body)
        case .evidenceTransferred(let body): exhibits[place].transfer(body, entry)
        default: break
        }
    }

    private mutating func answer(_ body: FormalRequestAnswered, _ entry: Entry) {
        guard let place = formalRequests.lastIndex(where: { $0.sent.number == body.number && $0.answered == nil })
        else { return }
        formalRequests[place].answered = body
        formalRequests[place].answeredAt = entry.at
    }

    /// How the consents cover each leg, in the order of the legs; a consent that has begun since is there whether or not
    /// anything was heard.
    package func cover(at now: Instant) -> [LegCover] {
        let known = max(now, heardTo)
        let forNow = knownCover.value({ $0.from <= known && known < $0.until }, reckon: { coverForNow(known) })
        return forNow.legs
    }

    /// How long before its end this State wants to be asked for more; nil where nobody knows.
    func notice(of leg: LegPlanned) -> Span? { leg.notice ?? filedNotices.value[leg.state] }

    /// Takes over what the directory says of how early the States want to be asked.
    package mutating func take(notices: [String: Span]) {
        guard notices != filedNotices.value else { return }
        filedNotices.value = notices
        forget()
    }

    /// Takes over under which names crossings are known.
    package mutating func take(crossings: CrossingNames) {
        self.crossings.value = crossings
        forget()
    }

    private mutating func forget() {
        knownCover.forget()
        knownDues.forget()
        knownNeeds.forget()
    }

    /// Everything about it that has an hour, the past included; the board leaves out what is over.
    func dues(at now: Instant) -> [Due] {
        knownDues.value({ $0.from <= now && now < $0.until }, reckon: { duesForNow(now) }).dues
    }

    /// In the order of the road; the order of urgency is for the board to make.
    package func ownNeeds(at now: Instant) -> [DeliveryNeed] {
        knownNeeds.value({ $0.from <= now && now < $0.until }, reckon: { needsForNow(now) }).needs
    }

    /// Hours that are relative to the start count from here: what was told to all, else the first hour of the first leg.
    package var startsAt: Instant? { announced ?? legs.first?.from }

    /// What travels now: as it was prepared, else as it was planned.
    package var method: DeliveryMethod { preparation?.prepared.method ?? opened.method }

    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: isOver ? .closed : .open,
            rank: SubjectSummary.rank(priority: opened.priority, since: trail.opened), nextChange: nextChange)
    }
}
