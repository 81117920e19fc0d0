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
    /// What the entry right before this one owes, which nobody but its author may ask for, at once.
    package var demand: CountersignatureAsked?
    /// The leaf hash of an earlier entry.
    package var leaf: (Int64) -> Digest?

    package init(
        event: Event, subject: SubjectName, index: Int64, actor: String, role: OfficerRole?, signer: Signer,
        now: Instant,
        fourEyes: FourEyes, demand: CountersignatureAsked? = nil, leaf: @escaping (Int64) -> Digest?
    ) {
        self.event = event
        self.subject = subject
        self.index = index
        self.actor = actor
        self.role = role
        self.signer = signer
        self.now = now
        self.fourEyes = fourEyes
        self.demand = demand
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
        if let refusal = refusal(ofPlace: question.event, question.subject) { return refusal }
        switch question.signer {
        case .desk: return refusalOfDesk(question)
        case .officer(let key): return refusal(question, key: key)
        }
    }

    /// What is decided about officers, rules and the clock of an exercise stands on their own subjects and nowhere else.
    private func refusal(ofPlace event: Event, _ subject: SubjectName) -> Refusal? {
        let fits: Bool
        switch event {
        case .officer: fits = subject.area == .officers
        case .rules: fits = subject.area == .rules
        case .exercise:
            if !isExercise { return .onlyInAnExercise(kind: event.kind) }
            fits = subject.area == .exercises
        case .fourEyes(.proposed(let proposed)): return refusal(ofPlace: proposed.event, subject)
        case .fourEyes, .unknown, .handling, .logKeeping(.withdrawn): fits = true
        default: fits = ![.officers, .rules, .exercises].contains(subject.area)
        }
        return fits ? nil : .wrongSubject(subject, kind: event.kind)
    }

    private func refusalOfDesk(_ question: AuthorityQuestion) -> Refusal? {
        if question.role != nil { return .signatureMissing(of: question.actor) }
        switch question.event {
        case .exercise: return nil
        case .officer(.enrolled(let enrolled))
        where question.index <= Int64(custodians.count) && custodians.contains(Custodian(enrolled)):
            return refusal(ofDecision: question.event, question, by: question.actor)
        default: break
        }
        guard Permission.desk.contains(question.event.kind) else { return .signatureMissing(of: question.actor) }
        // What a program took in bears the program's name, never a person's.
        if officers[question.actor] != nil { return .signatureMissing(of: question.actor) }
        return refusal(ofDecision: question.event, question, by: question.actor)
    }

    private func refusal(_ question: AuthorityQuestion, key: String) -> Refusal? {
        guard let officer = officers[question.actor] else { return .notEnrolled(question.actor) }
        guard let held = officer.keys.first(where: { $0.text == key }) else { return .notYourKey(question.actor) }
        if case .fourEyes(.countersignatureAsked(let asked)) = question.event {
            // It goes with the entry before it, even where that one ended the right to sign anything further.
            let isOwed = asked == question.demand && held.until.map { $0 >= asked.entry } ?? true
            return isOwed ? nil : .nothingToCountersign(asked.entry)
        }
        if let revocation = officer.revocation { return .enrolmentEnded(question.actor, at: revocation.at) }
        if let until = held.until, question.index > until { return .keyNotValid(of: question.actor) }
        guard let role = question.role, officer.roles(at: question.now).contains(role) else {
            return .roleNotHeld(question.actor, question.role)
        }
        if case .fourEyes(let event) = question.event { return refusal(event, question, role) }
        let kind = question.event.kind
        guard Permission.mayWrite(role, kind) else { return .roleMayNot(role, kind: kind) }
        if let rule = rule(for: kind), rule.mode == .before { return .needsSecondPerson(kind) }
        return refusal(ofDecision: question.event, question, by: question.actor)
    }

    /// What the log must add behind an entry: it asks for the second signature that the entry owes.
    package func demand(after entry: Entry) -> CountersignatureAsked? {
        guard isGoverned, entry.role != nil else { return nil }
        if case .fourEyes(let event) = entry.event {
            guard case .approved(let approved) = event, let telephone = approved.telephone else { return nil }
            return CountersignatureAsked(
                entry: entry.index, of: ActionApproved.kind, until: entry.learnt + .minutes(720), from: telephone.by)
        }
        guard let rule = rule(for: entry.kind), rule.mode == .after else { return nil }
        return CountersignatureAsked(
            entry: entry.index, of: entry.kind, until: entry.learnt + .minutes(Int64(rule.minutes)))
    }
}
