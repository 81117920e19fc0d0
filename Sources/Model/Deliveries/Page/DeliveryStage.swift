/// How far a delivery has come, from the first information to the closed file: read from its events, never stored.
package enum DeliveryStage: Equatable, Sendable {
    case information
    case checked
    /// So many States were asked and have not decided.
    case requested(open: Int)
    /// So many of the States on the road have consented.
    case consents(given: Int, of: Int)
    case planned
    case startDecided
    /// It was decided that it does not start.
    case notStarting
    case announced
    case prepared
    /// On the `leg`th of so many legs, counted along the road.
    case underWay(leg: Int, of: Int)
    /// Something is not as planned; the gravest, then the newest.
    case exception(ExceptionKind, leg: Int, of: Int)
    case ended(DeliveryOutcome)
    case evidence(DeliveryOutcome, exhibits: Int)
    case formalRequests(open: Int)
    case debriefed
    case closed
}

extension Delivery {
    /// The States on its road in the order of the legs, each once.
    package var states: [String] {
        var states: [String] = []
        for leg in legs where !states.contains(leg.state) { states.append(leg.state) }
        return states
    }

    /// Which leg it is on, counted from 1 along the road; 0 before the first.
    package var legPosition: Int {
        guard isOnTheRoad, let leg = currentLeg else { return 0 }
        return (legs.firstIndex { $0.number == leg.number } ?? -1) + 1
    }

    /// Somebody told where it is, or a side let it go.
    package var isOnTheRoad: Bool { lastReport != nil || currentLegNumber != nil || !custody.gaps.isEmpty }

    package var stage: DeliveryStage {
        if closedAt != nil { return .closed }
        if let end { return stage(after: end) }
        if let open = gravest { return .exception(open.entered.exception, leg: legPosition, of: legs.count) }
        if isOnTheRoad { return .underWay(leg: legPosition, of: legs.count) }
        if start?.decided.goes == false { return .notStarting }
        if announced != nil { return .announced }
        if preparation != nil { return .prepared }
        if start != nil { return .startDecided }
        if plan != nil { return .planned }
        let given = states.count { isConsented($0) }
        if given > 0 || !consents.all.isEmpty && !states.isEmpty { return .consents(given: given, of: states.count) }
        if !requests.sent.isEmpty { return .requested(open: requests.open.count) }
        return checks.isEmpty ? .information : .checked
    }

    /// Whether a consent of the State that holds fits its legs; how long it lasts is another question.
    private func isConsented(_ state: String) -> Bool {
        cover(at: heardTo).filter { $0.leg.state == state }.allSatisfy { leg in
            switch leg.cover {
            case .complete, .oralOnly, .lapsing, .short, .late: true
            case .elsewhere, .withdrawn, .refused, .unanswered, .none: false
            }
        }
    }

    private func stage(after end: End) -> DeliveryStage {
        if debrief != nil { return .debriefed }
        if !formalRequests.isEmpty { return .formalRequests(open: formalRequests.count { $0.answered == nil }) }
        return exhibits.isEmpty
            ? .ended(end.ended.outcome) : .evidence(end.ended.outcome, exhibits: exhibits.count)
    }

    /// Of what is not as planned, the most dangerous, then the newest; nil where everything is.
    package var gravest: Exceptions.Open? { exceptionsByDanger.first }
}
