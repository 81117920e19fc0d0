/// Whose key signed an entry.
package enum Signer: Equatable, Sendable {
    case desk
    /// A verifier key in the form `name+hash+key`.
    case officer(key: String)
}

/// What is asked before an entry is signed, and again by the verifier.
package struct AuthorityQuestion {
    package var event: Event
    package var subject: SubjectName
    package var index: Int64
    package var actor: String
    package var role: OfficerRole?
    package var signer: Signer
    /// On the clock of the board.
    package var now: Instant
    /// What waits for a second person on the subject before this entry.
    package var fourEyes: FourEyes
    /// The leaf hash of an earlier entry.
    package var leaf: (Int64) -> Digest?

    package init(
        event: Event, subject: SubjectName, index: Int64, actor: String, role: OfficerRole?, signer: Signer,
        now: Instant,
        fourEyes: FourEyes, leaf: @escaping (Int64) -> Digest?
    ) {
        self.event = event
        self.subject = subject
        self.index = index
        self.actor = actor
        self.role = role
        self.signer = signer
        self.now = now
        self.fourEyes = fourEyes
        self.leaf = leaf
    }
}

extension Roll {
    /// Why this person may not write this, with this key, here and now; nil when they may.
    package func refusal(_ question: AuthorityQuestion) -> Refusal? {
        guard isGoverned else {
            if case .officer = question.signer { return .officersHaveNoKeys }
            return question.role == nil ? nil : .officersHaveNoKeys
        }
        if question.index == 0 { return nil }
        switch question.signer {
        case .desk: return refusalOfDesk(question)
        case .officer(let key): return refusal(question, key: key)
        }
    }

    private func refusalOfDesk(_ question: AuthorityQuestion) -> Refusal? {
        if question.role != nil { return .signatureMissing(of: question.actor) }
        if case .officer(.enrolled(let enrolled)) = question.event, question.index <= Int64(custodians.count),
            custodians.contains(Custodian(enrolled)), officers[enrolled.officer] == nil
        {
            return nil
        }
        if question.subject.area == .exercises { return nil }
        guard Permission.desk.contains(question.event.kind) else { return .signatureMissing(of: question.actor) }
        // What a program took in bears the program's name, never a person's.
        if officers[question.actor] != nil { return .signatureMissing(of: question.actor) }
        return nil
    }

    private func refusal(_ question: AuthorityQuestion, key: String) -> Refusal? {
        guard let officer = officers[question.actor] else { return .notEnrolled(question.actor) }
        guard let held = officer.keys.first(where: { $0.text == key }) else { return .notYourKey(question.actor) }
        if let revocation = officer.revocation { return .enrolmentEnded(question.actor, at: revocation.at) }
        if let until = held.until, question.index > until { return .keyNotValid(of: question.actor) }
        guard let role = question.role, officer.roles(at: question.now).contains(role) else {
            return .roleNotHeld(question.actor, question.role)
        }
        return refusalByRole(question, officer, role)
    }

    private func refusalByRole(_ question: AuthorityQuestion, _ officer: Officer, _ role: OfficerRole) -> Refusal? {
        switch question.event {
        case .fourEyes(let event): return refusal(event, question, role)
        case .officer(let event):
            if let refusal = refusalOfIdentity(event, question) { return refusal }
        default: break
        }
        let kind = question.event.kind
        guard Permission.mayWrite(role, kind) else { return .roleMayNot(role, kind: kind) }
        if let rule = rule(for: kind), rule.mode == .before { return .needsSecondPerson(kind) }
        return nil
    }

    /// A person is enrolled once, and nobody signs on or changes keys for somebody else.
    private func refusalOfIdentity(_ event: OfficerEvent, _ question: AuthorityQuestion) -> Refusal? {
        switch event {
        case .enrolled(let enrolled):
            if officers[enrolled.officer] != nil { return .officerKnown(enrolled.officer) }
            if let known = officers.values.first(where: { $0.enrolled.person == enrolled.person }) {
                return .personKnown(enrolled.person, as: known.id)
            }
            return holder(of: enrolled.key).map { .keyKnown(of: $0.id) }
        case .keyEnrolled(let new): return holder(of: new.key).map { .keyKnown(of: $0.id) }
        case .keyReplaced(let new):
            if ids[question.subject] != question.actor { return .notYourOwn(question.subject, of: question.actor) }
            return holder(of: new.key).map { .keyKnown(of: $0.id) }
        case .signedOn, .signedOff, .consulted:
            return ids[question.subject] == question.actor ? nil : .notYourOwn(question.subject, of: question.actor)
        default: return nil
        }
    }

    private func refusal(_ event: FourEyesEvent, _ question: AuthorityQuestion, _ role: OfficerRole) -> Refusal? {
        switch event {
        case .proposed(let proposed):
            if case .officer(let event) = proposed.event, let refusal = refusalOfIdentity(event, question) {
                return refusal
            }
            let kind = proposed.event.kind
            return Permission.mayWrite(role, kind) ? nil : .roleMayNot(role, kind: kind)
        case .approved(let approved): return refusal(approved, question, role)
        case .declined(let declined):
            guard let action = question.fourEyes.pending(declined.entry) else { return .noSuchProposal(declined.entry) }
            return mayAgree(to: action.event.kind, role)
        case .countersignatureAsked: return nil
        case .countersigned(let signed):
            guard let owed = question.fourEyes.owed.first(where: { $0.index == signed.entry }) else {
                return .nothingToCountersign(signed.entry)
            }
            if owed.by == question.actor { return .ownEntry(signed.entry) }
            if question.leaf(signed.entry) != signed.leaf { return .entryDiffers(signed.entry) }
            return owed.from == nil ? mayAgree(to: owed.of, role) : nil
        case .countersignatureRefused(let refused):
            guard let owed = question.fourEyes.owed.first(where: { $0.index == refused.entry }) else {
                return .nothingToCountersign(refused.entry)
            }
            return owed.from == nil ? mayAgree(to: owed.of, role) : nil
        }
    }

    private func refusal(_ approved: ActionApproved, _ question: AuthorityQuestion, _ role: OfficerRole) -> Refusal? {
        guard let action = question.fourEyes.pending(approved.entry) else { return .noSuchProposal(approved.entry) }
        if action.until < question.now { return .proposalLapsed(approved.entry, at: action.until) }
        if question.leaf(approved.entry) != approved.proposal { return .entryDiffers(approved.entry) }
        guard let proposer = officers[action.by], proposer.isActive else { return .notEnrolled(action.by) }
        guard let rule = rules.rule(for: action.event.kind) else { return .notForTwoPersons(action.event.kind) }
        guard let telephone = approved.telephone else {
            if question.actor == action.by { return .ownProposal(approved.entry) }
            return mayAgree(to: action.event.kind, role)
        }
        guard rule.byTelephone else { return .notByTelephone(action.event.kind) }
        if telephone.by == action.by { return .ownProposal(approved.entry) }
        guard question.actor == action.by else { return .notYourOwn(question.subject, of: question.actor) }
        guard let teller = officers[telephone.by] else { return .notEnrolled(telephone.by) }
        guard teller.roles(at: question.now).contains(where: { rule.approvers.contains($0) }) else {
            return .roleMayNot(teller.roles.first ?? .observer, kind: action.event.kind)
        }
        return nil
    }

    private func mayAgree(to kind: String, _ role: OfficerRole) -> Refusal? {
        let approvers = rules.actions[kind]?.approvers ?? [.supervisor]
        return approvers.contains(role) ? nil : .roleMayNotApprove(role, kind: kind)
    }

    /// What the log must add behind an entry: it asks for the second signature that the entry owes.
    package func demand(after entry: Entry) -> CountersignatureAsked? {
        guard isGoverned, entry.role != nil else { return nil }
        if case .fourEyes(.approved(let approved)) = entry.event, let telephone = approved.telephone {
            return CountersignatureAsked(
                entry: entry.index, of: ActionApproved.kind, until: entry.learnt + .minutes(720), from: telephone.by)
        }
        guard let rule = rule(for: entry.kind), rule.mode == .after else { return nil }
        return CountersignatureAsked(
            entry: entry.index, of: entry.kind, until: entry.learnt + .minutes(Int64(rule.minutes)))
    }
}
