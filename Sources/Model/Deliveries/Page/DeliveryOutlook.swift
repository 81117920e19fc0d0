/// What comes next about a delivery with which nothing is wrong: what the Centre does, or whom it waits for and until when.
package enum DeliveryOutlook: Equatable, Sendable {
    case step(DeliveryStep)
    /// They have not confirmed our request.
    case confirmation(states: [String], by: Instant)
    /// They have not decided on our request.
    case answer(states: [String], by: Instant?)
    case paper(states: [String], by: Instant?)
    /// This State decides whether it starts.
    case startDecision(of: String)
    case preparation(by: String)
    /// The States that have to be told that it begins.
    case announcement(states: [String])
    case takingOver(state: String, place: String)
    case report(state: String, at: Instant)
    /// It leaves a State; `about` as estimated, else as planned.
    case crossing(from: String, place: String, to: String, about: Instant)
    /// How it ended, on its last leg.
    case ending(state: String)
    /// What was seized is not registered.
    case exhibits(state: String)
    case formalAnswer(of: String, number: String, by: Instant?)
    case debrief
    case closing

    /// What is written down when it has come.
    package var fact: DeliveryFact? {
        switch self {
        case .announcement: .announce
        case .exhibits: .exhibit
        case .debrief: .debrief
        case .closing: .close
        default: nil
        }
    }

    /// Whom to call about it, the first one first.
    package var states: [String] {
        switch self {
        case .step(.ask(let states)), .confirmation(let states, _), .answer(let states, _), .paper(let states, _),
            .announcement(let states):
            states
        case .startDecision(let state), .preparation(let state), .takingOver(let state, _), .report(let state, _),
            .ending(let state), .exhibits(let state), .formalAnswer(let state, _, _):
            [state]
        case .crossing(let state, _, let next, _): [state, next]
        case .step, .debrief, .closing: []
        }
    }
}

extension Delivery {
    /// Nil where its file is closed.
    package var outlook: DeliveryOutlook? {
        if closedAt != nil { return nil }
        if end != nil { return outlookAfter }
        return hasBegun ? outlookOnTheRoad : outlookBefore
    }

    /// In the order of `nextState`, so that its key opens the form for what is said here.
    private var outlookBefore: DeliveryOutlook {
        func states(_ all: [String]) -> [String] {
            var once: [String] = []
            for state in all where !once.contains(state) { once.append(state) }
            return once
        }
        if let step = nextStep, case .ask = step { return .step(step) }
        let waiting = requests.unacknowledged
        if let first = waiting.map(\.confirmBy).min() {
            return .confirmation(states: states(waiting.map(\.sent.state)), by: first)
        }
        if !requests.open.isEmpty {
            return .answer(
                states: states(requests.open.map(\.sent.state)), by: requests.open.compactMap(\.sent.answerBy).min())
        }
        if let step = nextStep { return .step(step) }
        let owed = consents.papersOwed
        if !owed.isEmpty {
            return .paper(states: states(owed.map(\.given.state)), by: owed.compactMap(\.given.paperBy).min())
        }
        guard let start else { return .startDecision(of: opened.initiator) }
        guard start.decided.goes else { return .closing }
        guard preparation != nil else { return .preparation(by: opened.initiator) }
        if announced == nil { return .announcement(states: self.states) }
        return .takingOver(state: legs.first?.state ?? opened.initiator, place: legs.first?.entry ?? "")
    }

    private var outlookOnTheRoad: DeliveryOutlook {
        guard let leg = currentLeg else { return .step(.planLegs) }
        if let gap = custody.openGap {
            // It comes in where the next leg begins; between the two there may be a ferry.
            let next = legs.first { $0.number > leg.number && $0.state != leg.state }
            return .takingOver(state: next?.state ?? leg.state, place: next?.entry ?? gap.released.place)
        }
        if let due = reportDue { return .report(state: leg.state, at: due) }
        guard let next = nextState(after: leg) else { return .ending(state: leg.state) }
        let about = windows.first { $0.leg.number == leg.number }?.until ?? leg.until
        return .crossing(from: leg.state, place: leg.exit, to: next, about: about)
    }

    private var outlookAfter: DeliveryOutlook {
        let isSeized = end.map { $0.ended.outcome == .seizure || $0.ended.outcome == .seizedEarly } ?? false
        if isSeized, exhibits.isEmpty { return .exhibits(state: currentLeg?.state ?? opened.initiator) }
        if let open = formalRequests.filter({ $0.answered == nil }).min(by: {
            ($0.sent.due ?? .distantFuture) < ($1.sent.due ?? .distantFuture)
        }) {
            return .formalAnswer(of: open.sent.to, number: open.sent.number, by: open.sent.due)
        }
        return debrief == nil ? .debrief : .closing
    }
}
