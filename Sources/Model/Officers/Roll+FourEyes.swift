/// Who may propose, approve and countersign.
extension Roll {
    func refusal(_ event: FourEyesEvent, _ question: AuthorityQuestion, _ role: OfficerRole) -> Refusal? {
        switch event {
        case .proposed(let proposed): return refusal(proposed, question, role)
        case .approved(let approved): return refusal(approved, question, role)
        case .declined(let declined):
            guard let action = question.fourEyes.pending(declined.entry) else { return .noSuchProposal(declined.entry) }
            return mayAgree(to: action.event.kind, role)
        case .countersignatureAsked(let asked): return .nothingToCountersign(asked.entry)
        case .countersigned(let signed):
            if let refusal = refusal(signing: signed.entry, question, role) { return refusal }
            return question.leaf(signed.entry) == signed.leaf ? nil : .entryDiffers(signed.entry)
        case .countersignatureRefused(let refused): return refusal(signing: refused.entry, question, role)
        }
    }

    private func refusal(signing entry: Int64, _ question: AuthorityQuestion, _ role: OfficerRole) -> Refusal? {
        if let refusal = question.fourEyes.refusal(signing: entry, by: question.actor) { return refusal }
        guard let owed = question.fourEyes.owed.first(where: { $0.index == entry }), owed.from == nil else {
            return nil
        }
        return mayAgree(to: owed.of, role)
    }

    private func refusal(_ proposed: ActionProposed, _ question: AuthorityQuestion, _ role: OfficerRole) -> Refusal? {
        let kind = proposed.event.kind
        guard Permission.mayWrite(role, kind) else { return .roleMayNot(role, kind: kind) }
        if proposed.until <= question.now { return .notInTheFuture(proposed.until) }
        if let rule = rules.actions[kind] {
            // One more minute, for a console whose clock is a little ahead of the one that the log is written by.
            let latest = question.now + .minutes(Int64(rule.minutes) + 1)
            if proposed.until > latest { return .tooLong(until: latest) }
        }
        return refusal(ofDecision: proposed.event, question, by: question.actor)
    }

    private func refusal(_ approved: ActionApproved, _ question: AuthorityQuestion, _ role: OfficerRole) -> Refusal? {
        guard let action = question.fourEyes.pending(approved.entry) else { return .noSuchProposal(approved.entry) }
        if action.until < question.now { return .proposalLapsed(approved.entry, at: action.until) }
        if question.leaf(approved.entry) != approved.proposal { return .entryDiffers(approved.entry) }
        guard let rule = rules.rule(for: action.event.kind) else { return .notForTwoPersons(action.event.kind) }
        if let refusal = refusal(ofProposer: action, question) { return refusal }
        if let refusal = refusal(ofApprover: approved, of: action, rule, question, role) { return refusal }
        return refusal(ofDecision: action.event, question, by: action.by)
    }

    /// A proposal stands as long as its author could still make it: enrolled, with the key that signed it, in that role.
    private func refusal(ofProposer action: PendingAction, _ question: AuthorityQuestion) -> Refusal? {
        guard let proposer = officers[action.by], proposer.isActive else { return .notEnrolled(action.by) }
        guard let key = proposer.key(at: action.index), key.until == nil else { return .keyNotValid(of: action.by) }
        guard let role = action.role, proposer.roles(at: question.now).contains(role) else {
            return .roleNotHeld(action.by, action.role)
        }
        return nil
    }

    private func refusal(
        ofApprover approved: ActionApproved, of action: PendingAction, _ rule: ActionRule,
        _ question: AuthorityQuestion, _ role: OfficerRole
    ) -> Refusal? {
        let kind = action.event.kind
        guard let telephone = approved.telephone else {
            if question.actor == action.by { return .ownProposal(approved.entry) }
            return mayAgree(to: kind, role)
        }
        if !rule.byTelephone || action.makesSupervisor { return .notByTelephone(kind) }
        if telephone.by == action.by { return .ownProposal(approved.entry) }
        guard question.actor == action.by else { return .notYourOwn(question.subject, of: question.actor) }
        guard Permission.mayWrite(role, kind) else { return .roleMayNot(role, kind: kind) }
        if telephone.at > question.now { return .notYet(telephone.at) }
        guard let teller = officers[telephone.by] else { return .notEnrolled(telephone.by) }
        guard teller.roles(at: question.now).contains(where: { rule.approvers.contains($0) }) else {
            return .roleMayNotApprove(teller.roles.first ?? .observer, kind: kind)
        }
        return nil
    }

    private func mayAgree(to kind: String, _ role: OfficerRole) -> Refusal? {
        let approvers = rules.actions[kind]?.approvers ?? [.supervisor]
        return approvers.contains(role) ? nil : .roleMayNotApprove(role, kind: kind)
    }
}

extension PendingAction {
    /// A supervisor approves what nobody else can; one who was heard by nobody but the one who gains must not make one.
    fileprivate var makesSupervisor: Bool {
        if case .officer(.glassBroken(let opened)) = event { opened.role == .supervisor } else { false }
    }
}
