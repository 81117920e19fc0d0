import EventLog
import Model

/// A log on disk whose officers have keys: two custodians who are supervisors, and who may enrol others.
package final class GovernedLog {
    package let path: String
    package let store: LogStore
    package private(set) var signers: [String: OfficerSigner] = [:]
    private var ids = EventIDSource()

    package static let first = "e.ermekov"
    package static let second = "s.karimova"

    /// - Parameter isSingle: with one custodian only, as for a first try.
    package init(in folder: TemporaryFolder, isExercise: Bool = false, isSingle: Bool = false) throws {
        path = folder.path + "/governed"
        let identity = try LogIdentity(centre: "CARICC", desk: "A", isExercise: isExercise, epoch: "2026")
        var custodians: [(OfficerEnrolled, any NoteSigner)] = []
        for (officer, person) in [(GovernedLog.first, "001"), (GovernedLog.second, "002")].prefix(isSingle ? 1 : 2) {
            let key = try SigningKey(name: identity.keyName(of: officer))
            custodians.append(
                (
                    OfficerEnrolled(
                        officer: officer, name: officer, person: person,
                        roles: isSingle ? [.supervisor, .dutyOfficer] : [.supervisor], key: key.verifier.text), key
                ))
            signers[officer] = OfficerSigner(officer: officer, role: .supervisor, key: key)
        }
        try LogStore.found(path, identity: identity, actor: "setup", moment: .now(), custodians: custodians)
        store = try LogStore(opening: path)
    }

    /// The officer as they act in a role.
    package func signer(_ officer: String, as role: OfficerRole? = nil) throws -> OfficerSigner {
        guard let signer = signers[officer] else { throw LogFault.refused(.notEnrolled(officer), position: 0) }
        return OfficerSigner(officer: officer, role: role ?? signer.role, key: signer.key)
    }

    /// A new key for an officer, which the log does not know yet.
    package func makeKey(for officer: String) throws -> SigningKey {
        try SigningKey(name: store.identity.keyName(of: officer))
    }

    package func hold(_ key: SigningKey, of officer: String, as role: OfficerRole) {
        signers[officer] = OfficerSigner(officer: officer, role: role, key: key)
    }

    @discardableResult
    package func write(
        _ target: Proposal.Target, _ event: Event, by officer: String, as role: OfficerRole? = nil,
        expecting: Int64? = nil
    ) throws -> Saved {
        let proposal = Proposal(
            target, event, id: ids.next(at: MachineMoment.now().wall), actor: officer, expecting: expecting)
        return try store.append([proposal], moment: .now(), signer: try signer(officer, as: role))[0]
    }

    /// What the desk's key signs without a person.
    @discardableResult
    package func writeByDesk(_ target: Proposal.Target, _ event: Event, actor: String = "import") throws -> Saved {
        let proposal = Proposal(target, event, id: ids.next(at: MachineMoment.now().wall), actor: actor)
        return try store.append([proposal], moment: .now())[0]
    }

    /// Proposes in the name of one person.
    @discardableResult
    package func propose(
        _ target: Proposal.Target, _ event: Event, by officer: String, as role: OfficerRole? = nil,
        minutes: Int64 = 60
    ) throws -> Saved {
        let until = store.clock.time(at: MachineMoment.now().wall) + .minutes(minutes)
        return try write(target, .fourEyes(.proposed(ActionProposed(event, until: until))), by: officer, as: role)
    }

    /// Approves in the name of another.
    @discardableResult
    package func approve(
        _ proposal: Saved, by officer: String, as role: OfficerRole? = nil,
        telephone: ActionApproved.Telephone? = nil
    ) throws -> Saved {
        guard let stored = try store.storedEntry(proposal.index) else { throw LogFault.noSuchEntry(proposal.index) }
        return try write(
            .existing(proposal.subject),
            .fourEyes(
                .approved(ActionApproved(entry: proposal.index, proposal: stored.leaf, telephone: telephone))),
            by: officer, as: role)
    }

    /// Enrols a person by both custodians, with a key of their own.
    @discardableResult
    package func enrol(_ officer: String, person: String, roles: [OfficerRole]) throws -> SubjectName {
        let key = try makeKey(for: officer)
        let enrolled = OfficerEnrolled(
            officer: officer, name: officer, person: person, roles: roles, key: key.verifier.text)
        let proposal = try propose(.new(.officers), .officer(.enrolled(enrolled)), by: GovernedLog.first)
        try approve(proposal, by: GovernedLog.second)
        hold(key, of: officer, as: roles[0])
        return proposal.subject
    }

    /// What somebody writes through a store of their own, with whatever key they have.
    package static func append(_ path: String, _ event: Event, as officer: String, key: SigningKey) throws {
        let signer = OfficerSigner(officer: officer, role: .supervisor, key: key)
        var ids = EventIDSource()
        let id = ids.next(at: MachineMoment.now().wall)
        let proposal = Proposal(.new(.alerts), event, id: id, actor: officer)
        _ = try LogStore(opening: path).append([proposal], moment: .now(), signer: signer)
    }

    package func subject(of officer: String) throws -> SubjectName {
        guard let found = try store.roll().officers[officer] else {
            throw LogFault.refused(.notEnrolled(officer), position: 0)
        }
        return found.name
    }

    package func verify() -> VerifyReport? { Verifier.verify(path: path) }
}
