extension Alert {
    /// Why `event` may not follow at `now`; nil when it may.
    package func refusal(of event: AlertEvent, by actor: String, at now: Instant) -> Refusal? {
        if let closure, !Alert.mayFollowTheEnd(event) {
            return .alreadyClosed(name, by: closure.by, at: closure.at)
        }
        if let joined = trail.links.joined, !Alert.mayFollowTheEnd(event) {
            return .joinedWith(name, joined.name)
        }
        switch event {
        case .raised: return .alreadyExists(name)
        case .acknowledged, .shelved, .unshelved, .prioritySet: return triageRefusal(of: event, at: now)
        case .noted(let body):
            if body.text.trimmingBlanks.isEmpty { return .textMissing }
        case .messageFiled(let body):
            if body.text.trimmingBlanks.isEmpty || body.party.trimmingBlanks.isEmpty { return .textMissing }
        case .detailed(let body):
            if body.particulars.isEmpty, body.payloads.isEmpty { return .textMissing }
        case .closed(let body):
            if let debt = thread.debt, body.disposition != .duplicate, body.disposition != .drillOver,
                thread.cancelled == nil, body.noResult?.trimmingBlanks.isEmpty ?? true
            {
                return .resultOwed(name, to: thread.originator, debt)
            }
        case .offered, .taken, .declined: return chargeRefusal(of: event, by: actor)
        case .followUpSet(let body):
            if body.text.trimmingBlanks.isEmpty { return .textMissing }
            if body.at <= now { return .notInTheFuture(body.at) }
        case .followUpDone(let body):
            guard let followUp = followUps.first(where: { $0.entry == body.entry }) else {
                return .notOfThisSubject(body.entry)
            }
            if followUp.isOwn, followUp.by != actor { return .notTheAuthor(body.entry, author: followUp.by) }
        case .laboratory(let body):
            if body.result.substance.trimmingBlanks.isEmpty { return .textMissing }
        case .callTried(let body):
            if body.party.trimmingBlanks.isEmpty { return .textMissing }
        case .repeated: break
        }
        return nil
    }

    /// What may be written on a closed alert: news, corrections, and what was owed.
    private static func mayFollowTheEnd(_ event: AlertEvent) -> Bool {
        switch event {
        case .noted, .messageFiled, .detailed, .callTried, .laboratory, .repeated: true
        default: false
        }
    }

    private func triageRefusal(of event: AlertEvent, at now: Instant) -> Refusal? {
        switch event {
        case .acknowledged(let body):
            if let until = body.until, until <= now { return .notInTheFuture(until) }
            if status(at: now) == .acknowledged, let acknowledgement {
                return .alreadyAcknowledged(name, by: acknowledgement.by, at: acknowledgement.at)
            }
        case .shelved(let body):
            if body.until <= now { return .notInTheFuture(body.until) }
            if body.until > now + triage.shelfLimit { return .tooLong(until: now + triage.shelfLimit) }
            if body.reason.trimmingBlanks.isEmpty { return .reasonMissing }
        case .unshelved:
            if shelf == nil { return .notShelved(name) }
        case .prioritySet(let body):
            if body.priority == priority { return .nothingChanged(name) }
            if body.reason.trimmingBlanks.isEmpty { return .reasonMissing }
        default: break
        }
        return nil
    }

    private func chargeRefusal(of event: AlertEvent, by actor: String) -> Refusal? {
        switch event {
        case .offered(let body):
            if body.to.trimmingBlanks.isEmpty { return .textMissing }
            return body.to == inCharge ? .nothingChanged(name) : nil
        case .taken: return inCharge == actor && offer == nil ? .nothingChanged(name) : nil
        case .declined(let body):
            guard offer != nil else { return .nothingChanged(name) }
            return body.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        default: return nil
        }
    }
}
