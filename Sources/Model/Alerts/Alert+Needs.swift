extension Alert {
    /// What it wants from somebody at `now`.
    ///
    /// - Parameters:
    ///   - officer: the one who looks; what only this person has to do is among it.
    ///   - ladders: who is called when nobody acknowledges it.
    package func needs(
        at now: Instant, for officer: String? = nil, by ladders: EscalationLadders = .standard
    ) -> [Headline] {
        if isOver { return [] }
        var needs: [Headline] = []
        if let waiting = waiting(at: now) {
            needs.append(waitingNeed(waiting, at: now, ladders))
        } else if let until = thread.validUntil, acknowledgement == nil, status(at: now) == .unacknowledged {
            // Whoever saw it once does not have to see it again after it ran out.
            needs.append(.expired(name, priority: priority, headline: headline, until: until))
        }
        if !isPressing(at: now), let due, due < now {
            needs.append(.answerOverdue(name, priority: priority, message: raised.message, due: due))
        }
        if let rejected = thread.rejected {
            needs.append(.rejected(name, priority: priority, rejected.kind, by: rejected.party))
        }
        for late in thread.overdue(at: now) {
            guard let due = late.due else { continue }
            needs.append(.replyOverdue(name, priority: priority, late.kind, from: late.party, due: due))
        }
        for followUp in followUps where followUp.at <= now && (!followUp.isOwn || followUp.by == officer) {
            needs.append(.followUpDue(name, priority: priority, text: followUp.text, at: followUp.at))
        }
        if let offer, let officer, offer.to == officer {
            needs.append(.chargeOffered(name, priority: priority, headline: headline, by: offer.by))
        }
        return needs
    }

    private func waitingNeed(_ waiting: Span, at now: Instant, _ ladders: EscalationLadders) -> Headline {
        if let rung = escalation(at: now, by: ladders), rung.whom != .watch {
            return .escalated(name, priority: priority, headline: headline, waiting: waiting, rung.whom)
        }
        if let back = nextChange, back <= now {
            return .returned(name, priority: priority, headline: headline, since: back, fromShelf: shelf != nil)
        }
        return .unacknowledged(name, priority: priority, headline: headline, waiting: waiting)
    }
}
