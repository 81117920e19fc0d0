/// Gathers what is open, each thing once: of two sentences about one thing, the first stands.
struct HandoverList {
    private let now: Instant
    private let horizon: Instant
    private(set) var items: [HandoverItem] = []
    private var keys: Set<HandoverItem.Key> = []

    init(at now: Instant, until horizon: Instant) {
        self.now = now
        self.horizon = horizon
    }

    private mutating func add(_ item: HandoverItem) {
        if keys.insert(item.key).inserted { items.append(item) }
    }

    private mutating func add(
        _ trail: Trail, _ topic: String, _ matter: HandoverItem.Matter, _ severity: HandoverSeverity,
        due: Instant? = nil, basis: Int64? = nil, oldTopic: String? = nil, isBreakGlass: Bool = false
    ) {
        add(
            HandoverItem(
                HandoverItem.Key(trail.name, topic), matter, severity, due: due, basis: basis ?? trail.last,
                last: trail.last, oldKey: oldTopic.map { HandoverItem.Key(trail.name, $0).text },
                isBreakGlass: isBreakGlass))
    }

    // MARK: Deliveries

    mutating func add(_ delivery: Delivery) {
        let trail = delivery.trail
        if delivery.end == nil {
            addRoad(delivery)
            for checklist in delivery.checklists { add(checklist, of: delivery) }
        }
        if delivery.end == nil, delivery.custody.sights.isEmpty, let lost = delivery.custody.lastLost {
            add(
                trail, "eyes", .eyesLost(by: lost.sight?.party, since: lost.at), .critical,
                basis: delivery.moves.last(of: "eyes", or: trail.first))
        }
        // Of two requests to one State, and of two papers, each is a line.
        addRequests(delivery)
        addPapers(delivery)
        for need in delivery.needs(at: now) {
            switch need {
            case .delivery(_, _, .paperLate), .delivery(_, _, .requestUnconfirmed), .delivery(_, _, .answerLate):
                continue
            case .delivery(_, _, let own):
                add(
                    trail, own.topic, .need(need), own.isCritical(at: now) ? .critical : .watch,
                    basis: delivery.moves.last(of: own.topic, or: trail.first))
            case .windowOverrun:
                add(
                    trail, "window", .need(need), .critical,
                    basis: delivery.moves.last(of: "window", or: trail.first))
            // A silent one is told on its own line.
            default: continue
            }
        }
        for hour in delivery.dues(at: now) where hour.instant <= horizon || hour.due.isPromise {
            switch hour.due {
            case .paper, .confirmation, .answer: continue
            default: break
            }
            add(
                trail, hour.due.topic, .due(.delivery(hour.due)), severity(of: hour.due, hour.instant),
                due: hour.instant, basis: delivery.moves.last(of: hour.due.topic, or: trail.first))
        }
        for formal in delivery.formalRequests where formal.answered == nil && formal.sent.due == nil {
            let due = DeliveryDue.formalAnswer(formal.sent.matter, number: formal.sent.number, to: formal.sent.to)
            add(
                trail, due.topic, .due(.delivery(due)), .stable,
                basis: delivery.moves.last(of: due.topic, or: trail.first))
        }
    }

    /// Where it is, or where and when it begins.
    private mutating func addRoad(_ delivery: Delivery) {
        let basis = delivery.moves.last(of: "running", or: delivery.trail.first)
        let phase = delivery.phase(at: now)
        if case .planned = phase, let leg = delivery.legs.first, let begins = delivery.startsAt, begins <= horizon {
            let open = delivery.cover(at: now).filter { !$0.cover.isCovered }.map(\.leg.state)
            return add(
                delivery.trail, "running",
                .begins(state: leg.state, at: begins, uncovered: Set(open).sorted()),
                delivery.isTroubled(at: now) ? .critical : .watch, due: begins, basis: basis)
        }
        let agreed = delivery.exceptions.agreed.first { $0.leg == nil || $0.leg == delivery.currentLegNumber }
        add(
            delivery.trail, "running",
            .delivery(
                phase, state: delivery.currentLeg?.state,
                decides: delivery.lastReport == nil
                    ? agreed?.decides : agreed?.decides ?? delivery.currentLeg?.state),
            delivery.isTroubled(at: now) ? .critical : delivery.lastReport == nil ? .stable : .watch,
            due: delivery.reportDue, basis: basis)
    }

    /// Steps with an hour in the next turn have lines of their own; the others are counted.
    private mutating func add(_ checklist: Checklist, of delivery: Delivery) {
        let open = checklist.open(startingAt: delivery.startsAt)
        guard open.contains(where: { step in step.due.map { $0 > horizon } ?? true }) else { return }
        let (procedure, count) = (checklist.adopted.procedure, checklist.adopted.items.count)
        add(
            delivery.trail, "steps \(procedure)",
            .checklist(procedure: procedure, done: count - open.count, of: count), .stable,
            basis: delivery.moves.last(of: "steps \(procedure)", or: checklist.entry))
    }

    /// Each request that a State has not decided on, under our number of it.
    private mutating func addRequests(_ delivery: Delivery) {
        guard delivery.end == nil else { return }
        let all = delivery.requests.sent.map { ($0.entry, $0.sent.state, $0.sent.number) }
        for request in delivery.requests.open {
            let sent = request.sent
            let confirmBy = request.acknowledged == nil ? request.confirmBy : nil
            let late = confirmBy.flatMap { $0 <= now ? $0 : nil }
            let topic = HandoverList.topic("request", sent.state, sent.number, request.entry, among: all)
            add(
                delivery.trail, topic.own,
                .request(
                    state: sent.state, number: sent.number, asks: sent.text, answerBy: sent.answerBy,
                    confirmBy: confirmBy), .watch, due: late ?? sent.answerBy ?? confirmBy,
                basis: max(request.entry, request.acknowledged?.entry ?? 0), oldTopic: topic.old)
        }
    }

    /// Each paper that is owed, under the number of what was said.
    private mutating func addPapers(_ delivery: Delivery) {
        let all = delivery.consents.all.filter { $0.given.form == .oral }.map {
            ($0.entry, $0.given.state, $0.given.number)
        }
        for owed in delivery.consents.papersOwed {
            let given = owed.given
            // While the load is in that State, its word by telephone is all the cover there is.
            let isHere = given.state == delivery.currentLeg?.state
            let topic = HandoverList.topic("paper", given.state, given.number, owed.entry, among: all)
            add(
                delivery.trail, topic.own,
                .paper(state: given.state, number: given.number, authority: given.authority, by: given.paperBy),
                isHere ? .critical : .watch, due: given.paperBy, basis: owed.entry, oldTopic: topic.old)
        }
    }

    /// By number where it has one of its own, else by its entry. Older logs know only the first of a State, by the State.
    private static func topic(
        _ word: String, _ state: String, _ number: String?, _ entry: Int64,
        among all: [(entry: Int64, state: String, number: String?)]
    ) -> (own: String, old: String?) {
        let ofState = all.filter { $0.state == state }
        let old = ofState.first?.entry == entry ? "\(word) \(state)" : nil
        let plain = (number ?? "").trimmingBlanks
        guard !plain.isEmpty, ofState.first(where: { $0.number == number })?.entry == entry else {
            return ("\(word) \(state) #\(entry)", old)
        }
        return ("\(word) \(state) \(plain)", old)
    }

    private func severity(of due: DeliveryDue, _ instant: Instant) -> HandoverSeverity {
        switch due {
        case .takingOver: .critical
        case .paper, .askForMore, .askFirst, .start, .consentEnds, .confirmation, .answer: .watch
        case .formalAnswer, .step: instant <= horizon ? .watch : .stable
        }
    }

    // MARK: Alerts

    mutating func add(_ alert: Alert) {
        if alert.isOver { return }
        let status = alert.status(at: now)
        let severity: HandoverSeverity =
            switch status {
            case .unacknowledged: alert.priority == 1 ? .critical : .watch
            case .acknowledged: alert.priority <= 2 ? .watch : .stable
            case .shelved, .closed: .stable
            }
        add(
            alert.trail, "alert",
            .alert(headline: alert.headline, priority: alert.priority, status, inCharge: alert.inCharge), severity)
        if let due = alert.due {
            add(
                alert.trail, "result", .due(.answerDue(alert.raised.message)), due <= horizon ? .watch : .stable,
                due: due, basis: alert.thread.messages.last?.entry)
        }
        for asked in alert.askedOfUs {
            let isNear = asked.due.map { $0 <= horizon } ?? false
            add(
                alert.trail, "asked \(asked.entry)", .askedOfUs(by: asked.party, asked.text),
                isNear ? .watch : .stable, due: asked.due, basis: asked.entry)
        }
        for awaited in alert.thread.awaited {
            let isNear = awaited.due.map { $0 <= horizon } ?? false
            add(
                alert.trail, "reply \(awaited.entry)", .due(.replyDue(awaited.kind, from: awaited.party)),
                isNear || awaited.rejected != nil ? .watch : .stable, due: awaited.due, basis: awaited.moved)
        }
        // A reminder of one's own is nobody else's.
        for followUp in alert.followUps where !followUp.isOwn {
            add(
                alert.trail, "follow-up \(followUp.entry)",
                .due(.followUp(text: followUp.text, by: followUp.by, isOwn: false)),
                followUp.at <= horizon ? .watch : .stable, due: followUp.at, basis: followUp.entry)
        }
    }

    // MARK: The watch

    mutating func add(_ arrangement: TemporaryArrangement) {
        let isOrder = arrangement.made.type == .verbalOrder
        add(
            arrangement.trail, "arrangement", .arrangement(arrangement.made.type, text: arrangement.made.text),
            isOrder || arrangement.isOverdue(at: now) ? .watch : .stable, due: arrangement.until)
    }

    mutating func add(_ order: StandingOrder, since from: Instant, unsignedBy names: [String]) {
        guard order.endedAt == nil else { return }
        if order.issued.from > now {
            guard order.issued.from <= horizon else { return }
            add(
                order.trail, "order", .due(.orderBegins(title: order.issued.title)), .stable, due: order.issued.from)
        } else if let until = order.issued.until, until <= horizon {
            add(order.trail, "order", .due(.orderEnds(title: order.issued.title)), .stable, due: until)
        } else if order.trail.opened >= from {
            add(order.trail, "order", .newOrder(title: order.issued.title), .stable)
        } else if !names.isEmpty {
            add(
                order.trail, "order", .unsignedOrder(title: order.issued.title, by: names.sorted()), .stable,
                basis: order.trail.first)
        }
    }

    /// What is to go over it makes it critical; else whoever plans a road has to know.
    mutating func add(closedCrossings: [(record: DirectoryRecord, crossing: ClosedCrossing, ahead: [CrossingAhead])]) {
        for (record, crossing, ahead) in closedCrossings {
            add(
                record.trail, "closed",
                .crossingClosed(
                    place: crossing.place, since: crossing.since, by: crossing.party, note: crossing.note, ahead),
                ahead.isEmpty ? .watch : .critical)
        }
    }

    /// What waits for a second person.
    mutating func add(_ trail: Trail) {
        for action in trail.fourEyes.pending {
            add(
                trail, "approval \(action.index)", .due(.approvalAwaited(kind: action.event.kind, by: action.by)),
                .watch, due: action.until, basis: action.index)
        }
        for owed in trail.fourEyes.owed {
            let matter: HandoverItem.Matter =
                owed.refusal.map {
                    .need(.countersignatureRefused(trail.name, kind: owed.of, by: owed.by, refusedBy: $0.officer))
                } ?? .due(.countersignatureOwed(kind: owed.of, by: owed.by, from: owed.from))
            add(
                trail, "countersignature \(owed.index)", matter, owed.refusal == nil ? .watch : .critical,
                due: owed.until)
        }
    }

    /// A role that was taken in an emergency, in this watch or still.
    mutating func add(_ officer: Officer, since from: Instant) {
        guard let emergency = officer.emergency, emergency.until >= from else { return }
        add(
            officer.trail, "emergency",
            .need(
                .emergency(officer.name, officer: officer.shownName, role: emergency.role, until: emergency.until)),
            .critical, due: emergency.until, isBreakGlass: true)
    }

    /// A watch that was taken without having been offered.
    mutating func add(_ watch: Shift) {
        guard watch.started.relieves != nil, let reason = watch.started.reason else { return }
        add(
            HandoverItem(
                HandoverItem.Key(watch.name, "taken"),
                .taken(
                    by: watch.started.officer, at: watch.from, reason: reason, unsaid: watch.started.unsaid,
                    confirmedBy: watch.takingSeenBy), .critical,
                basis: watch.trail.first, isBreakGlass: true))
    }

    mutating func addHeld(_ count: Int, of watch: Shift, oldest: HeldMessage?) {
        guard count > 0, let oldest else { return }
        add(
            HandoverItem(
                HandoverItem.Key(watch.name, "held"), .messagesHeld(count: count), .watch, basis: oldest.trail.last))
    }

    /// - Parameter last: the newest entry about any of them
    mutating func addContacts(_ changed: [ChangedContact], of watch: Shift, last: Int64) {
        guard !changed.isEmpty else { return }
        add(
            HandoverItem(
                HandoverItem.Key(watch.name, "contacts"), .contactsChanged(changed), .stable, basis: last))
    }
}

extension DeliveryNeed {
    /// Which line of a handover it belongs to: one for each thing, before and after its hour.
    var topic: String {
        switch self {
        case .uncovered(let state, _, _, _, _): "consent \(state)"
        case .nobodyHolds: "custody"
        case .sealDiffers(_, _, let entry): "seal \(entry)"
        case .weightDiffers(_, _, let entry): "weight \(entry)"
        case .notTheHolder(_, _, let entry): "holder \(entry)"
        case .outOfOrder(_, _, let entry): "order \(entry)"
        case .heldByNobodyTooLong(_, _, _, _, let entry): "too long \(entry)"
        case .releaseMissing(_, _, _, let entry): "release \(entry)"
        case .exhibitDoubted(_, let entry): "exhibit \(entry)"
        case .exception(_, _, _, _, let entry): "exception \(entry)"
        case .paperLate(let state, _): "paper \(state)"
        case .startLate(let state, _): "start \(state)"
        case .requestUnconfirmed(let state, _, _), .answerLate(let state, _, _): "request \(state)"
        case .formalLate(_, let number, _, _): "formal \(number)"
        case .stepLate(let procedure, let text, _): "step \(procedure) \(text)"
        }
    }
}

extension DeliveryDue {
    var topic: String {
        switch self {
        case .askForMore(let state), .askFirst(let state), .consentEnds(let state): "consent \(state)"
        case .start(let state): "start \(state)"
        case .paper(let state): "paper \(state)"
        case .takingOver: "custody"
        case .confirmation(let state), .answer(let state): "request \(state)"
        case .formalAnswer(_, let number, _): "formal \(number)"
        case .step(let procedure, let text): "step \(procedure) \(text)"
        }
    }

    /// Somebody else owes it, whenever it is due; it must not be forgotten because its hour is far.
    var isPromise: Bool {
        switch self {
        case .paper, .confirmation, .answer, .formalAnswer: true
        case .askForMore, .askFirst, .start, .consentEnds, .takingOver, .step: false
        }
    }
}
