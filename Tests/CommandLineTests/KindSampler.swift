import EventLog
import Model
import TestSupport
import Testing

/// Makes an event of every kind where it fits, and tries to write it in each role, on logs whose officers have keys.
final class KindSampler {
    private let live: GovernedLog
    private let drill: GovernedLog
    private var count = 0
    static let first = "w.first"
    static let second = "w.second"

    struct Attempt {
        var saved: Saved?
        var refusal: Refusal?
    }

    /// - Parameter other: where the log of an exercise goes
    init(in folder: TemporaryFolder, drillIn other: TemporaryFolder) throws {
        live = try GovernedLog(in: folder)
        drill = try GovernedLog(in: other, isExercise: true)
        for log in [live, drill] {
            try log.enrol(KindSampler.first, person: "W1", roles: OfficerRole.allCases)
            try log.enrol(KindSampler.second, person: "W2", roles: OfficerRole.allCases)
        }
    }

    func expectWhole() {
        for log in [live, drill] {
            let report = log.verify()
            #expect(report?.isWhole == true, "\(String(describing: report?.findings.prefix(3)))")
        }
    }

    private func log(of kind: String) -> GovernedLog {
        ExerciseEvent.kinds.contains { $0.name == kind } ? drill : live
    }

    // MARK: Attempts

    private func attempt(_ work: () throws -> Saved?) throws -> Attempt {
        do {
            return Attempt(saved: try work())
        } catch LogFault.refused(let refusal, _) {
            return Attempt(refusal: refusal)
        }
    }

    /// Writes it, or tries to; each time on a subject of its own, by an officer who holds every role.
    func write(_ kind: String, as role: OfficerRole) throws -> Attempt {
        let (log, officer) = (log(of: kind), try author(of: kind))
        guard let (target, event) = try sample(kind, log, officer) else { return Attempt() }
        return try attempt { try log.write(target, event, by: officer, as: role) }
    }

    func propose(_ kind: String, as role: OfficerRole) throws -> Attempt {
        let (log, officer) = (log(of: kind), try author(of: kind))
        guard let (target, event) = try sample(kind, log, officer) else { return Attempt() }
        return try attempt { try log.propose(target, event, by: officer, as: role, minutes: 30) }
    }

    func approve(_ kind: String, proposedAs role: OfficerRole, as second: OfficerRole) throws -> Refusal? {
        guard let saved = try propose(kind, as: role).saved else { return .textMissing }
        return try attempt { try log(of: kind).approve(saved, by: KindSampler.second, as: second) }.refusal
    }

    func decline(_ kind: String, proposedAs role: OfficerRole, as second: OfficerRole) throws -> Refusal? {
        guard let saved = try propose(kind, as: role).saved else { return .textMissing }
        let declined = Event.fourEyes(.declined(ActionDeclined(entry: saved.index, reason: "no")))
        return try attempt {
            try log(of: kind).write(.existing(saved.subject), declined, by: KindSampler.second, as: second)
        }.refusal
    }

    func countersign(_ kind: String, writtenAs role: OfficerRole, as second: OfficerRole, refusing: Bool) throws
        -> Refusal?
    {
        let log = log(of: kind)
        guard let saved = try write(kind, as: role).saved, let stored = try log.store.storedEntry(saved.index) else {
            return .textMissing
        }
        let event: FourEyesEvent =
            refusing
            ? .countersignatureRefused(CountersignatureRefused(entry: saved.index, reason: "no"))
            : .countersigned(EntryCountersigned(entry: saved.index, leaf: stored.leaf))
        return try attempt {
            try log.write(.existing(saved.subject), .fourEyes(event), by: KindSampler.second, as: second)
        }.refusal
    }

    // MARK: Samples

    /// Who changes their key is somebody else each time.
    private func author(of kind: String) throws -> String {
        kind == OfficerKeyReplaced.kind ? try newOfficer(live) : KindSampler.first
    }

    private func newOfficer(_ log: GovernedLog, roles: [OfficerRole] = OfficerRole.allCases) throws -> String {
        count += 1
        let id = "o\(count).sample"
        _ = try log.enrol(id, person: "P\(count)", roles: roles)
        return id
    }

    /// Where an event of this kind would fit, and the event; nil where nobody can make it fit.
    private func sample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (Proposal.Target, Event)? {
        if let found = try careSample(kind, log, officer) ?? linkSample(kind, log, officer) { return found }
        if let found = try alertSample(kind, log, officer) ?? deliverySample(kind, log, officer) { return found }
        if let found = try shiftSample(kind, log, officer) ?? officerSample(kind, log, officer) { return found }
        if let found = try drillSample(kind, log, officer) ?? planSample(kind, log, officer) { return found }
        let now = MachineMoment.now().wall
        switch kind {
        case LogFounded.kind:
            let founded = LogFounded(centre: "CARICC", desk: "A", isExercise: false, deskKey: log.store.deskKey.text)
            return (.new(.logKeeping), .logKeeping(.founded(founded)))
        case SeizureReported.kind:
            let samples = EveryEvent.samples.first { $0.event.kind == kind }
            return samples.map { (.new(.seizures), $0.event) }
        case PayloadErased.kind:
            let erased = PayloadErased(payload: String(repeating: "0a", count: 32), basis: "court order")
            return (.new(.logKeeping), .logKeeping(.payloadErased(erased)))
        case ExportReleased.kind:
            let released = ExportReleased(recipient: "Prosecutor", purpose: "case", size: 3, root: .zero)
            return (.new(.logKeeping), .logKeeping(.exportReleased(released)))
        case RulesSet.kind: return (.new(.rules), .rules(.set(RulesSet(rules: .standard, reason: "as before"))))
        case EntryWithdrawn.kind:
            let alert = try raise(log, officer)
            let withdrawn = EntryWithdrawn(index: alert.index, reason: "written in error")
            return (.existing(alert.subject), .logKeeping(.withdrawn(withdrawn)))
        case HandlingSet.kind:
            let set = HandlingSet(code: .h1, originator: "UZB")
            return (.existing(try raise(log, officer).subject), .handling(.set(set)))
        case CountersignatureAsked.kind:
            let alert = try raise(log, officer)
            let asked = CountersignatureAsked(entry: alert.index, of: AlertRaised.kind, until: now + .hours(1))
            return (.existing(alert.subject), .fourEyes(.countersignatureAsked(asked)))
        default:
            Issue.record("\(kind) has no sample: write one")
            return nil
        }
    }

    func raise(_ log: GovernedLog, _ officer: String) throws -> Saved {
        let raised = AlertRaised(priority: 2, message: .warning, headline: "heroin", source: "UZB")
        return try log.write(.new(.alerts), .alert(.raised(raised)), by: officer, as: .dutyOfficer)
    }

    private func alertSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (Proposal.Target, Event)?
    {
        guard AlertEvent.kinds.contains(where: { $0.name == kind }) else { return nil }
        let later = MachineMoment.now().wall + .hours(1)
        let raised = AlertRaised(priority: 2, message: .warning, headline: "heroin", source: "UZB")
        if kind == AlertRaised.kind { return (.new(.alerts), .alert(.raised(raised))) }
        let name = try raise(log, officer).subject
        let shelved = AlertEvent.shelved(AlertShelved(until: later, reason: "waits"))
        switch kind {
        case AlertAcknowledged.kind: return (.existing(name), .alert(.acknowledged(AlertAcknowledged())))
        case AlertShelved.kind: return (.existing(name), .alert(shelved))
        case AlertUnshelved.kind:
            try log.write(.existing(name), .alert(shelved), by: officer, as: .dutyOfficer)
            return (.existing(name), .alert(.unshelved(AlertUnshelved())))
        case AlertNoted.kind: return (.existing(name), .alert(.noted(AlertNoted(text: "called"))))
        case AlertClosed.kind:
            return (.existing(name), .alert(.closed(AlertClosed(disposition: .handled, noResult: "none"))))
        default: return nil
        }
    }

    private func deliverySample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (
        Proposal.Target, Event
    )? {
        guard DeliveryEvent.kinds.contains(where: { $0.name == kind }) else { return nil }
        let now = MachineMoment.now().wall
        let opened = DeliveryEvent.opened(
            DeliveryOpened(priority: 1, goods: "heroin", method: .intact, conveyance: nil, initiator: "TJK"))
        if kind == DeliveryOpened.kind { return (.new(.deliveries), .delivery(opened)) }
        let name = try log.write(.new(.deliveries), .delivery(opened), by: officer, as: .dutyOfficer).subject
        let ended = DeliveryEvent.ended(DeliveryEnded(outcome: .seizure))
        let event: DeliveryEvent? =
            switch kind {
            case LegPlanned.kind:
                .legPlanned(
                    LegPlanned(
                        number: 1, state: "UZB", entry: "Oybek", exit: "Yallama", from: now, until: now + .hours(2),
                        reportEvery: 60))
            case ReportReceived.kind: .reportReceived(ReportReceived(from: "UZB desk", text: "heard"))
            case DeliveryNoted.kind: .noted(DeliveryNoted(text: "a note"))
            case RequestSent.kind: .requestSent(RequestSent(state: "UZB", channel: "CENcomm", text: "hold"))
            case EvidenceTransferred.kind:
                .evidenceTransferred(EvidenceTransferred(exhibit: "sample 3", from: "UZB", to: "KAZ"))
            case DeliveryEnded.kind: ended
            case DeliveryClosed.kind: .closed(DeliveryClosed(summary: "seized", reason: "a court keeps it"))
            default: try deliveryEvent(kind, name, log, officer)
            }
        if kind == DeliveryClosed.kind {
            try log.write(.existing(name), .delivery(ended), by: officer, as: .dutyOfficer)
        }
        return event.map { (.existing(name), .delivery($0)) }
    }

    private func shiftSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (
        Proposal.Target, Event
    )? {
        guard ShiftEvent.kinds.contains(where: { $0.name == kind }) else { return nil }
        // One watch at a time: the last one ends first.
        if let open = try log.store.board().watch {
            try log.write(
                .existing(open.name), .shift(.ended(ShiftEnded(note: "closed", asked: "somebody"))),
                by: KindSampler.second, as: .dutyOfficer)
        }
        let started = ShiftEvent.started(ShiftStarted(officer: officer, until: MachineMoment.now().wall + .hours(12)))
        if kind == ShiftStarted.kind { return (.new(.shifts), .shift(started)) }
        let name = try log.write(.new(.shifts), .shift(started), by: officer, as: .dutyOfficer).subject
        switch kind {
        case PaperRowEntered.kind:
            return (.existing(name), .shift(.paperRow(PaperRowEntered(row: 7, text: "the line is there again"))))
        case ShiftNoted.kind: return (.existing(name), .shift(.noted(ShiftNoted(text: "quiet"))))
        case ShiftEnded.kind: return (.existing(name), .shift(.ended(ShiftEnded(note: "closed", asked: "somebody"))))
        case ShiftOffered.kind: return (.existing(name), .shift(.offered(Self.offer)))
        case HandoverItemSet.kind:
            return (.existing(name), .shift(.itemSet(HandoverItemSet(item: .own(1, of: name), note: "look again"))))
        case HandoverSaidBack.kind, HandoverAsked.kind, HandoverAnswered.kind, HandoverRefused.kind:
            return try handoverSample(kind, name, log, officer)
        case DecisionRecorded.kind:
            let decision = DecisionRecorded(text: "wait", reason: "a queue", decidedBy: "UZB", knownTo: 3)
            return (.existing(name), .shift(.decided(decision)))
        case ShiftTakingSeen.kind:
            return (.existing(try takeUnasked(name, log)), .shift(.takingSeen(ShiftTakingSeen())))
        default: return nil
        }
    }

    private static var offer: ShiftOffered { offer(to: KindSampler.second) }

    private static func offer(to officer: String) -> ShiftOffered {
        let line = HandoverWritten.Line(item: "CD-2026-001 running", severity: .critical, basis: 0)
        return ShiftOffered(
            to: officer,
            handover: HandoverWritten(lines: [line], horizon: MachineMoment.now().wall + .hours(24), size: 1))
    }

    /// About a watch that the other officer has and offers to the one who writes.
    private func handoverSample(_ kind: String, _ name: SubjectName, _ log: GovernedLog, _ officer: String) throws -> (
        Proposal.Target, Event
    ) {
        let second = KindSampler.second
        try log.write(
            .existing(name), .shift(.ended(ShiftEnded(note: "closed", asked: "somebody"))), by: second, as: .dutyOfficer
        )
        let started = ShiftStarted(officer: second, until: MachineMoment.now().wall + .hours(12))
        let watch = try log.write(.new(.shifts), .shift(.started(started)), by: second, as: .dutyOfficer).subject
        try log.write(.existing(watch), .shift(.offered(Self.offer(to: officer))), by: second, as: .dutyOfficer)
        let item = HandoverItem.Key(SubjectName("CD-2026-001")!, "running")
        switch kind {
        case HandoverSaidBack.kind:
            return (.existing(watch), .shift(.saidBack(HandoverSaidBack(item: item, text: "what was understood"))))
        case HandoverAsked.kind: return (.existing(watch), .shift(.asked(HandoverAsked(text: "and who calls?"))))
        case HandoverAnswered.kind:
            let asked = HandoverAsked(text: "and who calls?")
            let question = try log.write(.existing(watch), .shift(.asked(asked)), by: officer, as: .dutyOfficer)
            return (
                .existing(watch), .shift(.answered(HandoverAnswered(question: question.index, text: "you do")))
            )
        default:
            return (.existing(watch), .shift(.refused(HandoverRefused(reason: "too much is open"))))
        }
    }

    private func officerSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (
        Proposal.Target, Event
    )? {
        guard OfficerEvent.kinds.contains(where: { $0.name == kind }) else { return nil }
        let own = try log.subject(of: officer)
        count += 1
        func key(_ id: String) throws -> String { try log.makeKey(for: id).verifier.text }
        switch kind {
        case OfficerEnrolled.kind:
            let id = "n\(count).new"
            let enrolled = OfficerEnrolled(
                officer: id, name: "New", person: "N\(count)", roles: [.observer], key: try key(id))
            return (.new(.officers), .officer(.enrolled(enrolled)))
        case OfficerSignedOn.kind: return (.existing(own), .officer(.signedOn(OfficerSignedOn(console: "tty1"))))
        case OfficerSignedOff.kind:
            return (.existing(own), .officer(.signedOff(OfficerSignedOff(console: "tty1", cause: .asked))))
        case OfficerKeyReplaced.kind:
            return (.existing(own), .officer(.keyReplaced(OfficerKeyReplaced(key: try key(officer), reason: "yearly"))))
        case RecordConsulted.kind:
            let consulted = RecordConsulted(record: try raise(log, officer).subject, code: .h2)
            return (.existing(own), .officer(.consulted(consulted)))
        default: return try aboutAnother(kind, log)
        }
    }

    private func aboutAnother(_ kind: String, _ log: GovernedLog) throws -> (Proposal.Target, Event)? {
        let other = try newOfficer(log, roles: [.observer])
        let name = try log.subject(of: other)
        let held = try log.signer(other).key.verifier.text
        let lost = Event.officer(.keyRevoked(OfficerKeyRevoked(key: held, reason: "lost")))
        let emergency = Event.officer(
            .glassBroken(
                BreakGlassOpened(role: .dutyOfficer, until: MachineMoment.now().wall + .hours(1), reason: "alone")))
        func decide(_ event: Event) throws {
            try log.approve(log.propose(.existing(name), event, by: GovernedLog.first), by: GovernedLog.second)
        }
        switch kind {
        case OfficerRolesChanged.kind:
            return (
                .existing(name), .officer(.rolesChanged(OfficerRolesChanged(roles: [.trainer], reason: "conducts")))
            )
        case OfficerRevoked.kind: return (.existing(name), .officer(.revoked(OfficerRevoked(reason: "left"))))
        case OfficerKeyRevoked.kind: return (.existing(name), lost)
        case OfficerKeyEnrolled.kind:
            try decide(lost)
            let key = try log.makeKey(for: other).verifier.text
            return (.existing(name), .officer(.keyEnrolled(OfficerKeyEnrolled(key: key))))
        case SignOnFailed.kind:
            return (.existing(name), .officer(.signOnFailed(SignOnFailed(console: "tty1", attempts: 1))))
        case BreakGlassOpened.kind: return (.existing(name), emergency)
        case BreakGlassEnded.kind:
            try decide(emergency)
            return (.existing(name), .officer(.glassMended(BreakGlassEnded())))
        default: return nil
        }
    }

    private func drillSample(_ kind: String, _ log: GovernedLog, _ officer: String) throws -> (
        Proposal.Target, Event
    )? {
        guard ExerciseEvent.kinds.contains(where: { $0.name == kind }) else { return nil }
        let now = MachineMoment.now().wall
        let started = ExerciseEvent.clockStarted(ExerciseClockStarted(title: "drill", scenario: now, speed: 1_000))
        if kind == ExerciseClockStarted.kind { return (.new(.exercises), .exercise(started)) }
        let name = try log.write(.new(.exercises), .exercise(started), by: officer, as: .trainer).subject
        switch kind {
        case ExerciseClockPaused.kind: return (.existing(name), .exercise(.clockPaused(ExerciseClockPaused())))
        case ExerciseClockResumed.kind:
            return (.existing(name), .exercise(.clockResumed(ExerciseClockResumed(speed: 1_000))))
        case ExerciseClockJumped.kind:
            let later = log.store.clock.time(at: now) + .minutes(5)
            return (.existing(name), .exercise(.clockJumped(ExerciseClockJumped(to: later))))
        case ExerciseEnded.kind: return (.existing(name), .exercise(.ended(ExerciseEnded())))
        default: return nil
        }
    }
}
