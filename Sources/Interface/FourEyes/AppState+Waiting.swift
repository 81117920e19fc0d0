import Model
import Screen
import Wording

extension AppState {
    /// Everything that waits for a second person, soonest first; what lapsed is gone.
    var waiting: [Waiting] {
        var waiting: [Waiting] = []
        for trail in board.unsettled.values {
            waiting += trail.fourEyes.pending.filter { $0.until >= now }.map {
                Waiting(subject: trail.name, matter: .proposal($0))
            }
            waiting += trail.fourEyes.owed.map { Waiting(subject: trail.name, matter: .signature($0)) }
        }
        return waiting.sorted { ($0.until, $0.index) < ($1.until, $1.index) }
    }

    func waiting(_ index: Int64) -> Waiting? { waiting.first { $0.index == index } }

    /// What waits and is meant: the page that is open, or the row of NEXT under the cursor.
    var selectedWaiting: Waiting? {
        if case .approval(let page) = overlay { return waiting(page.index) }
        guard focusedPanel == .agenda, case .agenda(let item)? = currentItem else { return nil }
        return waiting.first { one in
            guard one.subject == item.subject, one.until == item.instant else { return false }
            switch item.matter {
            case .approvalAwaited(let kind, let by): return one.isProposal && one.kind == kind && one.by == by
            case .countersignatureOwed(let kind, let by, _): return !one.isProposal && one.kind == kind && one.by == by
            default: return false
            }
        }
    }

    /// Opens the page of something that waits; what stands in the log is fetched with its hash.
    mutating func examine(_ waiting: Waiting) -> [Effect] {
        examined = nil
        overlay = .approval(ApprovalPage(index: waiting.index, subject: waiting.subject))
        return [.loadLeaf(waiting.index)]
    }

    // MARK: Rules

    /// The rule that holds for a kind of event here and now; nil where one person does it.
    func rule(for kind: String) -> ActionRule? { session == .desk ? nil : roll.rule(for: kind) }

    /// The same as a proposal, where two persons are needed before it takes effect.
    func inTwoSteps(_ draft: Draft) -> Draft {
        if case .fourEyes = draft.event { return draft }
        guard let rule = rule(for: draft.event.kind), rule.mode == .before else { return draft }
        let proposed = ActionProposed(draft.event, until: now + .minutes(Int64(rule.minutes)))
        var proposal = Draft(draft.target, .fourEyes(.proposed(proposed)), expecting: draft.expecting)
        proposal.parts = draft.parts
        return proposal
    }

    /// What a form says about the second person; nil where none is needed.
    func secondPersonHint(for kind: String?) -> Message? {
        guard let kind, let rule = rule(for: kind) else { return nil }
        let until = face.moment(now + .minutes(Int64(rule.minutes)), now: now)
        return rule.mode == .before
            ? "Needs a second person (\(rule.approvers.message)): it is proposed, and waits until \(until)."
            : "Saved at once; a second signature (\(rule.approvers.message)) is owed until \(until)."
    }

    /// What the line says when a record of this console was saved.
    func savedSentence(_ index: Int64, _ subject: SubjectName) -> Message {
        guard let rule = proposing.flatMap({ rule(for: $0) }) else {
            return heardSentence(index) ?? "Saved #\(Int(index)) \(subject.text)"
        }
        return
            "Proposed as #\(Int(index)); it takes effect when another person approves it (\(rule.approvers.message))."
    }

    // MARK: Why not

    /// Why the one who sits here may not approve or sign what waits, in the words of the model.
    func obstacle(to verb: ApprovalVerb, _ waiting: Waiting) -> Message? {
        guard case .open(let seat) = session else { return Refusal.officersHaveNoKeys.message(face) }
        return refusal(of: verb, waiting, seat)?.message(face)
    }

    private func refusal(of verb: ApprovalVerb, _ waiting: Waiting, _ seat: Seat) -> Refusal? {
        let rule = board.rules.actions[waiting.kind]
        let mayAgree = (rule?.approvers ?? [.supervisor]).contains(seat.role)
        switch (verb, waiting.matter) {
        case (.approve, .proposal(let action)):
            if action.by == seat.officer { return .ownProposal(action.index) }
            return mayAgree ? nil : .roleMayNotApprove(seat.role, kind: waiting.kind)
        case (.decline, .proposal): return mayAgree ? nil : .roleMayNotApprove(seat.role, kind: waiting.kind)
        case (.telephone, .proposal(let action)):
            if rule?.byTelephone != true { return .notByTelephone(waiting.kind) }
            return action.by == seat.officer ? nil : .notYourOwn(waiting.subject, of: seat.officer)
        case (.countersign, .signature(let owed)), (.refuse, .signature(let owed)):
            if owed.by == seat.officer { return .ownEntry(owed.index) }
            if let from = owed.from { return from == seat.officer ? nil : .countersignatureOf(owed.index, from: from) }
            return mayAgree ? nil : .roleMayNotApprove(seat.role, kind: waiting.kind)
        case (.approve, .signature), (.decline, .signature), (.telephone, .signature):
            return .noSuchProposal(waiting.index)
        case (.countersign, .proposal), (.refuse, .proposal): return .nothingToCountersign(waiting.index)
        }
    }

    // MARK: Deciding

    /// What waits on the subject whose page is open, where that is one thing.
    private var onlyWaitingHere: Waiting? {
        guard case .subject(let name) = screen else { return nil }
        let here = waiting.filter { $0.subject == name }
        return here.count == 1 ? here[0] : nil
    }

    /// The command that decides on it, where the one who sits here may.
    func decidingWord(on one: Waiting) -> String? {
        let verb: ApprovalVerb = one.isProposal ? .approve : .countersign
        return obstacle(to: verb, one) == nil ? ":\(verb.rawValue) #\(one.index)" : nil
    }

    /// Does what was asked with something that waits: `#n`, or what is open or under the cursor.
    mutating func decide(_ verb: ApprovalVerb, _ argument: String) -> [Effect] {
        let number = argument.hasPrefix("#") ? Int64(argument.dropFirst()) : Int64(argument)
        // What is said is about what was read last; on a screen it is about what is seen.
        let read = examined.flatMap { waiting($0.entry.index) }
        guard
            let one = number.map({ waiting($0) }) ?? (isSpoken ? read ?? selectedWaiting : selectedWaiting)
                ?? onlyWaitingHere
        else {
            notice = Notice(
                message: "Nothing that waits was named; :approvals lists it, then \(verb.rawValue) #n.", isError: true)
            return []
        }
        if let reason = obstacle(to: verb, one) {
            notice = Notice(message: reason, isError: true)
            return []
        }
        // Nobody signs what they have not seen.
        guard let examined, examined.entry.index == one.index else { return examine(one) }
        let seen = examined
        switch verb {
        case .approve:
            return prove(one, .approved(ActionApproved(entry: one.index, proposal: seen.leaf)))
        case .countersign:
            return prove(one, .countersigned(EntryCountersigned(entry: one.index, leaf: seen.leaf)))
        case .decline: return ask(.decline(one), answers: [])
        case .refuse: return ask(.refuseSignature(one), answers: [])
        case .telephone: return askWhoSaidYes(one, seen)
        }
    }

    /// A second signature is never given without the passphrase, however short ago it was typed.
    private mutating func prove(_ waiting: Waiting, _ event: FourEyesEvent) -> [Effect] {
        guard case .open(let seat) = session else { return [] }
        let draft = Draft(.existing(waiting.subject), .fourEyes(event))
        return askPassphrase(.sign([draft]), of: seat.officer, as: seat.role)
    }

    private mutating func askWhoSaidYes(_ waiting: Waiting, _ seen: Examined) -> [Effect] {
        let approvers = board.rules.actions[waiting.kind]?.approvers ?? []
        let who = knownOfficers.filter { officer in
            officer.id != self.officer && officer.roles(at: liveNow).contains(where: approvers.contains)
        }
        guard !who.isEmpty else {
            notice = Notice(message: "Nobody else may approve this (\(approvers.message)).", isError: true)
            return []
        }
        return ask(.telephone(waiting, leaf: seen.leaf, who: who), answers: [])
    }
}

/// What can be done with something that waits.
enum ApprovalVerb: String, CaseIterable {
    case approve, decline, telephone, countersign, refuse
}
