/// What may be decided about officers and rules, whoever decides it: asked when it is written, when it is proposed, and
/// again when it is approved, because something else may have been decided meanwhile.
extension Roll {
    /// - Parameter actor: who wants it; for an approval, the one who proposed it.
    func refusal(ofDecision event: Event, _ question: AuthorityQuestion, by actor: String) -> Refusal? {
        switch event {
        case .officer(let event): refusal(of: event, question, by: actor)
        case .rules(.set(let set)):
            set.rules.refusal ?? (set.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil)
        default: nil
        }
    }

    private func refusal(of event: OfficerEvent, _ question: AuthorityQuestion, by actor: String) -> Refusal? {
        if case .enrolled(let enrolled) = event { return refusal(ofEnrolment: enrolled, question.subject) }
        guard let officer = officer(named: question.subject) else { return .noSuchSubject(question.subject) }
        switch event {
        case .keyReplaced(let new):
            if officer.id != actor { return .notYourOwn(question.subject, of: actor) }
            if let refusal = refusal(ofKey: new.key, of: officer.id) { return refusal }
        case .keyEnrolled(let new):
            if let refusal = refusal(ofKey: new.key, of: officer.id) { return refusal }
        // At a locked console the officer's key is gone: the desk may say that they are, too.
        case .signedOff where question.signer == .desk: break
        case .signedOn, .signedOff, .consulted:
            if officer.id != actor { return .notYourOwn(question.subject, of: actor) }
        default: break
        }
        return officer.refusal(of: event, by: actor, at: question.now) ?? refusal(ofLosing: officer, by: event)
    }

    /// A person is enrolled once, under one id, with a key that is nobody else's.
    private func refusal(ofEnrolment enrolled: OfficerEnrolled, _ subject: SubjectName) -> Refusal? {
        if ids[subject] != nil { return .alreadyExists(subject) }
        if officers[enrolled.officer] != nil { return .officerKnown(enrolled.officer) }
        if let known = officers.values.first(where: { $0.enrolled.person == enrolled.person }) {
            return .personKnown(enrolled.person, as: known.id)
        }
        return refusal(ofKey: enrolled.key, of: enrolled.officer)
    }

    /// A key bears the name of its holder, and no key that anybody has or had is given out again, under whatever name.
    private func refusal(ofKey text: String, of id: String) -> Refusal? {
        let name = text.prefix { $0 != "+" }.split(separator: "/", omittingEmptySubsequences: false)
        guard name.count == 3, name[2] == id else { return .badKey }
        let secret = Roll.publicPart(text)
        if secret == Roll.publicPart(deskKey) { return .badKey }
        let holder = officers.values.first { $0.keys.contains { Roll.publicPart($0.text) == secret } }
        return holder.map { .keyKnown(of: $0.id) }
    }

    private static func publicPart(_ key: String) -> Substring {
        key.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
    }

    /// Two supervisors with keys must remain where one is dismissed, and one where only a key is lost: with the other one
    /// and an emergency a new key can still be given.
    private func refusal(ofLosing officer: Officer, by event: OfficerEvent) -> Refusal? {
        let needed: Int
        switch event {
        case .revoked: needed = 2
        case .rolesChanged(let changed) where !changed.roles.contains(.supervisor): needed = 2
        case .keyRevoked: needed = 1
        default: return nil
        }
        let supervisors = supervisorsWithKeys
        guard supervisors.contains(where: { $0.id == officer.id }), supervisors.count - 1 < needed else { return nil }
        return .tooFewSupervisors(remaining: supervisors.count - 1)
    }
}
