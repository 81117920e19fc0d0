import EventLog
import Foundation
import Model

/// What it costs to verify who might sign what: a log with officers' keys beside one of the same entries without.
struct OfficersMeasurement {
    let bench: Workbench
    private static let size = 100_000

    func rows() throws -> [BudgetRow] {
        let governed = try bench.scratch("officers") { path in
            try OfficersLog(path, isGoverned: true).make(OfficersMeasurement.size)
            return try measure(path)
        }
        let plain = try bench.scratch("desk") { path in
            try OfficersLog(path, isGoverned: false).make(OfficersMeasurement.size)
            return try measure(path)
        }
        return [
            row("chain and tree", governed.plain, plain.plain, budget: nil),
            row("signatures, too", governed.signatures, plain.signatures, budget: 30),
        ]
    }

    /// Processor time, which other work on the machine changes little; the best of three.
    private func measure(_ path: String) throws -> (plain: Duration, signatures: Duration) {
        func best(_ signatures: Bool) throws -> Duration {
            try (0..<3).map { _ in
                let start = ProcessFigures.own
                guard let report = Verifier.verify(path: path, signatures: signatures), report.isWhole else {
                    throw PseudoTerminal.Failure(description: "a log of officers does not verify")
                }
                return ProcessFigures.own - start
            }.min() ?? .zero
        }
        return (try best(false), try best(true))
    }

    private func row(_ what: String, _ governed: Duration, _ plain: Duration, budget: Int?) -> BudgetRow {
        let name = "verify \(Decimal.grouped(Int64(OfficersMeasurement.size))) entries of officers: \(what)"
        let more = (governed.seconds / plain.seconds - 1) * 100
        let measured = String(format: "%+.0f %%, %@ of processor time", more, governed.text)
        let peer = "\(plain.text) where the desk signs all"
        guard let budget else { return BudgetRow(name, measured: measured, peer: peer) }
        return BudgetRow(
            name, budget: "≤ \(budget) % more", measured: measured, met: more <= Double(budget), peer: peer)
    }
}

/// A log of many watches: what programs take in, what officers write, sign on and off, and what two of them decide.
private final class OfficersLog {
    private let store: LogStore
    private let supervisor: OfficerSigner
    private var duty: OfficerSigner
    private let second: OfficerSigner
    private let isGoverned: Bool
    private var ids = EventIDSource()

    init(_ path: String, isGoverned: Bool) throws {
        self.isGoverned = isGoverned
        let identity = try LogIdentity(centre: "BENCH", desk: "A", isExercise: false, epoch: "2026")
        func signer(_ id: String, _ role: OfficerRole) throws -> OfficerSigner {
            OfficerSigner(officer: id, role: role, key: try SigningKey(name: identity.keyName(of: id)))
        }
        supervisor = try signer("e.ermekov", .supervisor)
        second = try signer("s.karimova", .supervisor)
        duty = try signer("a.orazov", .dutyOfficer)
        let custodians = [supervisor, second].map { signer in
            (OfficersLog.enrolment(signer, person: signer.officer), signer.key)
        }
        try LogStore.found(
            path, identity: identity, actor: "setup", moment: .now(), custodians: isGoverned ? custodians : [])
        store = try LogStore(opening: path)
        guard isGoverned else { return }
        let saved = try propose(
            [(.new(.officers), .officer(.enrolled(OfficersLog.enrolment(duty, person: "3"))))], by: supervisor)
        try approve(saved, by: second)
    }

    private static func enrolment(_ signer: OfficerSigner, person: String) -> OfficerEnrolled {
        OfficerEnrolled(
            officer: signer.officer, name: signer.officer, person: person, roles: [signer.role],
            key: signer.key.verifier.text)
    }

    func make(_ size: Int) throws {
        let opened = DeliveryOpened(priority: 1, goods: "heroin", method: .intact, conveyance: nil, initiator: "TJK")
        let request = Event.delivery(.requestSent(RequestSent(state: "UZB", channel: "CENcomm", text: "more time")))
        var watch = 0
        while case let count = Int(try store.size()), count < size {
            let left = size - count
            _ = try write(alerts(min(700, left)), by: nil)
            _ = try write(alerts(min(240, max(0, left - 700))), by: duty)
            guard left >= 1_000 else { continue }
            watch += 1
            let delivery = try write([(.new(.deliveries), .delivery(.opened(opened)))], by: duty)[0].subject
            if isGoverned {
                try signOnAndOff(10)
                try approve(try propose((0..<20).map { _ in (.existing(delivery), request) }, by: duty), by: supervisor)
                if watch % 10 == 0 { try changeKey() }
            } else {
                _ = try write((0..<60).map { _ in (.existing(delivery), request) }, by: duty)
            }
        }
        store.close()
    }

    private func alerts(_ count: Int) -> [(Proposal.Target, Event)] {
        (0..<count).map { n in
            let raised = AlertRaised(
                priority: 3, message: .information, headline: "heroin 6.3 kg at Malik, number \(n)", source: "UZB")
            return (.new(.alerts), .alert(.raised(raised)))
        }
    }

    private func signOnAndOff(_ times: Int) throws {
        guard let name = try store.roll().officers[duty.officer]?.name else { return }
        let pair: [Event] = [
            .officer(.signedOn(OfficerSignedOn(console: "tty1"))),
            .officer(.signedOff(OfficerSignedOff(console: "tty1", cause: .asked))),
        ]
        _ = try write((0..<times).flatMap { _ in pair.map { (.existing(name), $0) } }, by: duty)
    }

    private func changeKey() throws {
        guard let name = try store.roll().officers[duty.officer]?.name else { return }
        let key = try SigningKey(name: store.identity.keyName(of: duty.officer))
        let replaced = OfficerKeyReplaced(key: key.verifier.text, reason: "yearly")
        _ = try write([(.existing(name), .officer(.keyReplaced(replaced)))], by: duty)
        duty = OfficerSigner(officer: duty.officer, role: duty.role, key: key)
    }

    private func propose(_ things: [(Proposal.Target, Event)], by signer: OfficerSigner) throws -> [Saved] {
        let until = MachineMoment.now().wall + .minutes(60)
        return try write(
            things.map { ($0.0, .fourEyes(.proposed(ActionProposed($0.1, until: until)))) }, by: signer)
    }

    private func approve(_ proposals: [Saved], by signer: OfficerSigner) throws {
        _ = try write(
            try proposals.map { saved in
                guard let stored = try store.storedEntry(saved.index) else { throw LogFault.noSuchEntry(saved.index) }
                let approved = ActionApproved(entry: saved.index, proposal: stored.leaf)
                return (.existing(saved.subject), .fourEyes(.approved(approved)))
            }, by: signer)
    }

    private func write(_ things: [(Proposal.Target, Event)], by signer: OfficerSigner?) throws -> [Saved] {
        guard !things.isEmpty else { return [] }
        let moment = MachineMoment.now()
        let actor = signer?.officer ?? "import"
        let proposals = things.map { Proposal($0.0, $0.1, id: ids.next(at: moment.wall), actor: actor) }
        return try store.append(proposals, moment: moment, signer: isGoverned ? signer : nil)
    }
}
