/// Everything that is open with one State, both ways.
package struct StateView: Equatable, Sendable {
    /// What we wait for.
    package enum Awaited: Equatable, Sendable {
        /// Of a request about a delivery: when they confirmed that they have it, and by when they answer.
        case consent(confirmed: Instant?)
        case report(every: Int?)
        /// The paper of an oral consent.
        case paper
        case formal(FormalMatter, number: String)
        case reply(MessageKind)
    }

    /// What we should ask now.
    package enum Question: Equatable, Sendable {
        case moreTime(missing: Span)
        /// Nobody has asked, or what they gave does not hold.
        case consent(Cover)
        /// They have not confirmed a request in time.
        case confirmation(asked: Instant)
        case report
        /// A seizure on their soil: is it our load?
        case ourLoad(SubjectName)
        /// Something is not as planned on their soil.
        case exception(ExceptionKind, since: Instant)
        case seal(released: String, accepted: String)
        /// Gross weights in grams.
        case weight(released: Int64, accepted: Int64)
        case whoHolds(since: Instant)
    }

    /// What they wait for.
    package enum Owed: Equatable, Sendable {
        case debt(Debt, MessageKind)
    }

    /// What they have to be told.
    package enum News: Equatable, Sendable {
        case exception(ExceptionKind, since: Instant)
        /// A load that comes later than planned, on their leg.
        case later(slip: Span, entry: String)
        case start
    }

    package struct Item<Matter: Equatable & Sendable>: Equatable, Sendable {
        package let subject: SubjectName
        package let matter: Matter
        /// By when; nil for no hour.
        package let due: Instant?
        /// Since when, or when it was asked.
        package let since: Instant?
    }

    package let state: String
    package fileprivate(set) var weWait: [Item<Awaited>] = []
    package fileprivate(set) var askNow: [Item<Question>] = []
    package fileprivate(set) var theyWait: [Item<Owed>] = []
    package fileprivate(set) var tellThem: [Item<News>] = []
    /// When anybody there last spoke to us, or we to them.
    package fileprivate(set) var lastSpoke: Instant?

    package var isEmpty: Bool { weWait.isEmpty && askNow.isEmpty && theyWait.isEmpty && tellThem.isEmpty }
}

extension StateView {
    /// - Parameters:
    ///   - state: ISO 3166-1 alpha-3
    ///   - hides: whether a subject must not be shown to whoever looks
    package init(
        _ board: Board, _ state: String, at now: Instant, _ kilometres: Kilometres = { _, _ in nil },
        hides: (SubjectName) -> Bool = { _ in false }
    ) {
        self.state = state
        for delivery in board.deliveries.values where !hides(delivery.name) { add(delivery, at: now) }
        for alert in board.alerts.values where !hides(alert.name) { add(alert, at: now) }
        let seizures = board.alerts.values.filter { alert in
            alert.reportsASeizure && !alert.isOver && !hides(alert.name)
                && (isOf(alert.raised.source) || alert.spots.contains { $0.state == state })
        }
        let readings = SeizureReadings()
        for delivery in board.deliveries.values where !hides(delivery.name) && delivery.end == nil {
            for alert in seizures where delivery.question(alert, kilometres, readings) != nil {
                askNow.append(Item(subject: delivery.name, matter: .ourLoad(alert.name), due: nil, since: alert.learnt))
            }
        }
        weWait.sort { StateView.comesFirst($0.due, $0.subject, $1.due, $1.subject) }
        askNow.sort { StateView.comesFirst($0.due, $0.subject, $1.due, $1.subject) }
        theyWait.sort { StateView.comesFirst($0.due, $0.subject, $1.due, $1.subject) }
        tellThem.sort { StateView.comesFirst($0.due, $0.subject, $1.due, $1.subject) }
    }

    private static func comesFirst(_ a: Instant?, _ name: SubjectName, _ b: Instant?, _ other: SubjectName) -> Bool {
        (a ?? .distantFuture, name.text) < (b ?? .distantFuture, other.text)
    }

    /// Whether a party is this State's: `UZB`, `UZB desk`, `UZB, Colonel Nazarov`.
    func isOf(_ party: String) -> Bool {
        StateKey.code(party) == state
            || party.split { " ,;:/-".contains($0) }.first.map { $0.uppercased() == state } ?? false
    }

    private mutating func heard(_ instant: Instant) { lastSpoke = lastSpoke.map { max($0, instant) } ?? instant }

    private mutating func add(_ delivery: Delivery, at now: Instant) {
        let name = delivery.name
        for request in delivery.requests.open where request.sent.state == state && delivery.end == nil {
            weWait.append(
                Item(
                    subject: name, matter: .consent(confirmed: request.acknowledged?.at), due: request.sent.answerBy,
                    since: request.at))
            if request.acknowledged == nil, request.confirmBy <= now {
                askNow.append(
                    Item(
                        subject: name, matter: .confirmation(asked: request.at), due: request.confirmBy,
                        since: request.at))
            }
        }
        for owed in delivery.consents.papersOwed where owed.given.state == state {
            weWait.append(Item(subject: name, matter: .paper, due: owed.given.paperBy, since: nil))
        }
        for formal in delivery.formalRequests where formal.answered == nil && isOf(formal.sent.to) {
            weWait.append(
                Item(
                    subject: name, matter: .formal(formal.sent.matter, number: formal.sent.number),
                    due: formal.sent.due, since: formal.at))
        }
        if let leg = delivery.currentLeg, delivery.reportingState == state, let due = delivery.reportDue {
            weWait.append(Item(subject: name, matter: .report(every: leg.reportEvery), due: due, since: nil))
            if due < now { askNow.append(Item(subject: name, matter: .report, due: due, since: nil)) }
        }
        addCover(of: delivery, at: now)
        addTrouble(of: delivery, at: now)
        addNews(of: delivery, at: now)
        addVoices(of: delivery)
    }

    private mutating func addCover(of delivery: Delivery, at now: Instant) {
        for leg in delivery.coverAhead(at: now) where leg.leg.state == state && !leg.cover.isCovered {
            switch leg.cover {
            case .short(let missing, _), .late(let missing, _):
                askNow.append(
                    Item(subject: delivery.name, matter: .moreTime(missing: missing), due: leg.askBy, since: nil))
            case .unanswered, .complete, .oralOnly: break
            case .none, .elsewhere, .withdrawn, .refused, .lapsing:
                askNow.append(
                    Item(
                        subject: delivery.name, matter: .consent(leg.cover), due: leg.askBy ?? leg.window.from,
                        since: nil))
            }
        }
    }

    /// What is the matter with a load that is on their soil, or is just leaving it; what they told us themselves they know.
    private mutating func addTrouble(of delivery: Delivery, at now: Instant) {
        guard delivery.end == nil else { return }
        let here = delivery.legs.firstIndex { $0.number == delivery.currentLegNumber } ?? 0
        let posts = delivery.legs.indices.filter { $0 == here || $0 == here - 1 }.map { delivery.legs[$0] }
        func ask(_ matter: Question, since: Instant?) {
            askNow.append(Item(subject: delivery.name, matter: matter, due: nil, since: since))
        }
        for open in delivery.exceptionsByDanger {
            let number = open.entered.leg ?? delivery.currentLegNumber
            let there = number.flatMap { number in delivery.legs.first { $0.number == number } } ?? posts.last
            let kind = open.entered.exception
            guard there?.state == state, kind == .contactLost || kind.isGrave && !isOf(open.entered.from) else {
                continue
            }
            ask(.exception(kind, since: open.at), since: open.learnt)
        }
        guard posts.contains(where: { $0.state == state }) else { return }
        for need in delivery.ownNeeds(at: now) {
            switch need {
            case .sealDiffers(let released, let accepted, _):
                ask(.seal(released: released, accepted: accepted), since: nil)
            case .weightDiffers(let released, let accepted, _):
                ask(.weight(released: released, accepted: accepted), since: nil)
            case .nobodyHolds(_, _, let since, _): ask(.whoHolds(since: since), since: since)
            default: break
            }
        }
    }

    private mutating func addNews(of delivery: Delivery, at now: Instant) {
        let isOnTheRoad = delivery.legs.contains { $0.state == state } || delivery.opened.initiator == state
        for open in delivery.exceptionsByDanger where isOnTheRoad && !isOf(open.entered.from) {
            guard !open.told.keys.contains(where: { isOf($0) }) else { continue }
            tellThem.append(
                Item(
                    subject: delivery.name, matter: .exception(open.entered.exception, since: open.at), due: nil,
                    since: open.learnt))
        }
        guard delivery.end == nil else { return }
        for leg in delivery.coverAhead(at: now)
        where leg.leg.state == state && leg.leg.number > (delivery.currentLegNumber ?? 0) {
            let slip = leg.window.from - leg.leg.from
            // Less than that is no news at a border.
            guard slip >= .minutes(30) else { continue }
            tellThem.append(
                Item(
                    subject: delivery.name, matter: .later(slip: slip, entry: leg.leg.entry), due: leg.window.from,
                    since: nil))
        }
        if delivery.start?.decided.goes == true, delivery.announced == nil, isOnTheRoad {
            tellThem.append(Item(subject: delivery.name, matter: .start, due: nil, since: delivery.start?.at))
        }
    }

    private mutating func addVoices(of delivery: Delivery) {
        if let report = delivery.lastReport, isOf(report.report.from) { heard(report.at) }
        for call in delivery.exceptions.calls where isOf(call.party) && call.outcome.isReached { heard(call.at) }
        for request in delivery.requests.sent where request.sent.state == state {
            if let acknowledged = request.acknowledged { heard(acknowledged.at) }
        }
    }

    private mutating func add(_ alert: Alert, at now: Instant) {
        for awaited in alert.thread.awaited where isOf(awaited.party) && awaited.rejected == nil && !alert.isOver {
            weWait.append(
                Item(subject: alert.name, matter: .reply(awaited.kind), due: awaited.due, since: awaited.askedAt))
        }
        if let debt = alert.thread.debt, isOf(alert.thread.originator), alert.trail.links.joined == nil {
            theyWait.append(
                Item(
                    subject: alert.name, matter: .debt(debt, alert.raised.message), due: alert.due,
                    since: alert.raisedAt))
        }
        for call in alert.calls where isOf(call.party) && call.outcome.isReached { heard(call.at) }
        for message in alert.thread.messages where message.direction == .received && isOf(message.party) {
            heard(message.at)
        }
    }
}

extension CallOutcome {
    /// Whether somebody spoke.
    package var isReached: Bool { self == .answered || self == .calledBack }
}
