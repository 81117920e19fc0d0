import Model
import TestSupport

@testable import EventLog

/// Makes up what several officers try in a row: with right and wrong keys, roles, leaves and times.
struct OfficerScript {
    struct Attempt {
        let proposal: Proposal
        /// Nil for the desk's key.
        let signer: OfficerSigner?
    }

    private let log: GovernedLog
    private var generator: SeededGenerator
    private var serial: UInt64 = 0
    private(set) var moment = MachineMoment.now()
    private var deliveries: [SubjectName] = []
    private var proposals: [(index: Int64, subject: SubjectName, event: Event)] = []
    private var entries: [(index: Int64, subject: SubjectName)] = []
    private var officers = [GovernedLog.first, GovernedLog.second, Forgery.duty, Forgery.looker]
    /// Every key that an officer ever had, and that an event brings once it is approved.
    private var keys: [String: [SigningKey]] = [:]

    init(_ log: GovernedLog, seed: UInt64) throws {
        self.log = log
        generator = SeededGenerator(seed: seed)
        for officer in officers { keys[officer] = try [log.signer(officer).key].compactMap { $0 as? SigningKey } }
    }

    private mutating func chance(_ one: Int, in many: Int) -> Bool { Int.random(in: 0..<many, using: &generator) < one }
    private mutating func some<Value>(_ values: [Value], or other: Value) -> Value {
        values.randomElement(using: &generator) ?? other
    }

    /// An officer with their newest key, and now and then an older one, or another's.
    private mutating func signer() throws -> OfficerSigner {
        let officer = some(officers, or: Forgery.duty)
        let roll = try log.store.roll()
        let role = some(roll.officers[officer]?.roles ?? [], or: .dutyOfficer)
        let own = keys[officer] ?? []
        var key = own.last { $0.verifier.text == roll.officers[officer]?.key?.text } ?? own.last
        if chance(1, in: 15) { key = own.first }
        if chance(1, in: 25) { key = keys[some(officers, or: officer)]?.first }
        let any = some(OfficerRole.allCases, or: .observer)
        return OfficerSigner(
            officer: officer, role: chance(1, in: 12) ? any : role, key: try key ?? log.makeKey(for: officer))
    }

    mutating func next() throws -> Attempt {
        serial += 1
        moment.wall = moment.wall + .minutes(Int64.random(in: 0...8, using: &generator))
        let signer = try signer()
        let (target, event) = try thing(signer)
        let id = EventID.timed(moment.wall, count: UInt16(serial & 0xFFF), chance: generator.next())
        if chance(1, in: 20) {
            let name = chance(1, in: 2) ? "import" : signer.officer
            return Attempt(proposal: Proposal(target, event, id: id, actor: name), signer: nil)
        }
        return Attempt(proposal: Proposal(target, event, id: id, actor: signer.officer), signer: signer)
    }

    mutating func saved(_ attempt: Attempt, _ saved: Saved) throws {
        entries.append((saved.index, saved.subject))
        switch attempt.proposal.event {
        case .delivery(.opened): deliveries.append(saved.subject)
        case .fourEyes(.proposed(let proposed)): proposals.append((saved.index, saved.subject, proposed.event))
        case .fourEyes(.approved(let approved)):
            let event = proposals.first { $0.index == approved.entry }?.event
            if case .officer(.enrolled(let enrolled)) = event { officers.append(enrolled.officer) }
        default: break
        }
    }

    private mutating func thing(_ signer: OfficerSigner) throws -> (Proposal.Target, Event) {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0, 1: return (.new(.alerts), Forgery.raised)
        case 2, 3:
            let opened = DeliveryOpened(
                priority: 1, goods: "heroin", method: .intact, conveyance: nil, initiator: "TJK")
            return (.new(.deliveries), .delivery(.opened(opened)))
        case 4:
            if let delivery = deliveries.randomElement(using: &generator) {
                return (.existing(delivery), Forgery.request)
            }
        case 5:
            if let delivery = deliveries.randomElement(using: &generator) {
                return (.existing(delivery), Forgery.ended)
            }
        case 6...9: return try proposed()
        case 10...14: if let answer = try answer(signer) { return answer }
        case 15: return try directly(signer)
        case 16, 17: if let signed = try countersigned() { return signed }
        case 18:
            if let entry = entries.randomElement(using: &generator) {
                let withdrawn = EntryWithdrawn(index: entry.index, reason: "in error")
                return (.existing(entry.subject), .logKeeping(.withdrawn(withdrawn)))
            }
        default:
            let subject = try log.subject(of: some(officers, or: signer.officer))
            return (.existing(subject), .officer(.signedOn(OfficerSignedOn(console: "tty1"))))
        }
        return (.new(.alerts), Forgery.raised)
    }

    /// What concerns officers and rules.
    private mutating func decision() throws -> (Proposal.Target, Event) {
        let officer = some(officers, or: Forgery.duty)
        let subject = Proposal.Target.existing(try log.subject(of: officer))
        let known = try log.store.roll().officers[officer]?.key?.text ?? ""
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1:
            let id = "n.new\(Int.random(in: 0..<4, using: &generator))"
            let key = try log.makeKey(for: id)
            keys[id, default: []].append(key)
            let person = "\(Int.random(in: 2..<9, using: &generator))"
            let enrolled = OfficerEnrolled(
                officer: id, name: id, person: person, roles: [some([.supervisor, .dutyOfficer], or: .trainer)],
                key: key.verifier.text)
            return (.new(.officers), .officer(.enrolled(enrolled)))
        case 2:
            let roles = [some(OfficerRole.allCases, or: .observer)]
            return (subject, .officer(.rolesChanged(OfficerRolesChanged(roles: roles, reason: "x"))))
        case 3: return (subject, .officer(.keyRevoked(OfficerKeyRevoked(key: known, reason: "lost"))))
        case 4:
            let key = try log.makeKey(for: officer)
            keys[officer, default: []].append(key)
            return (subject, .officer(.keyEnrolled(OfficerKeyEnrolled(key: key.verifier.text))))
        case 5:
            let until = moment.wall + .minutes(Int64.random(in: 1...6_000, using: &generator))
            let role = some(OfficerRole.allCases, or: .observer)
            return (subject, .officer(.glassBroken(BreakGlassOpened(role: role, until: until, reason: "alone"))))
        case 6:
            var rules = Rules.standard
            let kind = some(
                [RequestSent.kind, AlertRaised.kind, OfficerEnrolled.kind, OfficerKeyReplaced.kind], or: "")
            let mode = some(ActionRule.Mode.allCases, or: .alone)
            rules.actions[kind] = ActionRule(mode, approvers: [.supervisor, .dutyOfficer], minutes: 90)
            return (.new(.rules), .rules(.set(RulesSet(rules: rules, reason: "x"))))
        default: return (subject, .officer(.revoked(OfficerRevoked(reason: "left"))))
        }
    }

    private mutating func proposed() throws -> (Proposal.Target, Event) {
        var (target, event) = try decision()
        if chance(1, in: 2), let delivery = deliveries.randomElement(using: &generator) {
            (target, event) = (.existing(delivery), Forgery.request)
        }
        let minutes = chance(1, in: 10) ? 10_000 : Int64.random(in: 20...60, using: &generator)
        return (target, .fourEyes(.proposed(ActionProposed(event, until: moment.wall + .minutes(minutes)))))
    }

    private mutating func directly(_ signer: OfficerSigner) throws -> (Proposal.Target, Event) {
        guard chance(1, in: 2) else { return try decision() }
        let holder = chance(3, in: 4) ? signer.officer : some(officers, or: signer.officer)
        let key = try log.makeKey(for: holder)
        keys[holder, default: []].append(key)
        let replaced = OfficerKeyReplaced(key: key.verifier.text, reason: "yearly")
        return (.existing(try log.subject(of: holder)), .officer(.keyReplaced(replaced)))
    }

    private mutating func answer(_ signer: OfficerSigner) throws -> (Proposal.Target, Event)? {
        guard let proposal = proposals.suffix(6).randomElement(using: &generator) else { return nil }
        if chance(1, in: 12) {
            let declined = ActionDeclined(entry: proposal.index, reason: "no")
            return (.existing(proposal.subject), .fourEyes(.declined(declined)))
        }
        let leaf = chance(1, in: 12) ? Digest.zero : try log.store.leaf(proposal.index)
        var telephone: ActionApproved.Telephone?
        if chance(1, in: 4) {
            let at = moment.wall + .minutes(chance(1, in: 8) ? 30 : -1)
            telephone = ActionApproved.Telephone(by: some(officers, or: signer.officer), at: at)
        }
        return (
            .existing(proposal.subject),
            .fourEyes(.approved(ActionApproved(entry: proposal.index, proposal: leaf, telephone: telephone)))
        )
    }

    private mutating func countersigned() throws -> (Proposal.Target, Event)? {
        let waiting = try log.store.board().unsettled.values.flatMap { trail in
            trail.fourEyes.owed.map { (trail.name, $0.index) }
        }.sorted { $0.1 < $1.1 }
        guard let (subject, index) = waiting.randomElement(using: &generator) else { return nil }
        let leaf = chance(1, in: 8) ? Digest.zero : try log.store.leaf(index)
        let event = FourEyesEvent.countersigned(EntryCountersigned(entry: index, leaf: leaf))
        return (.existing(subject), .fourEyes(event))
    }
}
