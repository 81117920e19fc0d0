import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import EventLog

/// What somebody may try who is already inside. Each gives the number of the entry that must be found.
struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let attempt: @Sendable (Forger) throws -> Int64

    init(_ description: String, _ attempt: @escaping @Sendable (Forger) throws -> Int64) {
        testDescription = description
        self.attempt = attempt
    }

    static let all = asAnother + byKeys + byOneAlone + byTwo + countersigning + byPlace + aboutOfficers

    static let first = GovernedLog.first
    static let second = GovernedLog.second
    static let duty = "a.orazov"
    static let looker = "b.umarov"

    static let raised = Event.alert(
        .raised(AlertRaised(priority: 2, message: .warning, headline: "heroin at Malik", source: "UZB")))
    static let request = Event.delivery(.requestSent(RequestSent(state: "UZB", channel: "CENcomm", text: "more time")))
    static let ended = Event.delivery(.ended(DeliveryEnded(outcome: .seizure)))

    static func enrolment(_ forger: Forger, _ officer: String, person: String = "900", key: String? = nil) throws
        -> Event
    {
        let text = try key ?? forger.log.makeKey(for: officer).verifier.text
        return .officer(
            .enrolled(
                OfficerEnrolled(officer: officer, name: officer, person: person, roles: [.supervisor], key: text)))
    }

    static func revocation(_ forger: Forger, of officer: String) throws -> Event {
        let key = try forger.log.signer(officer).key.verifier.text
        return .officer(.keyRevoked(OfficerKeyRevoked(key: key, reason: "stolen")))
    }

    static func delivery(_ forger: Forger) throws -> SubjectName {
        let opened = DeliveryOpened(priority: 1, goods: "heroin", method: .intact, conveyance: nil, initiator: "TJK")
        return try forger.log.write(.new(.deliveries), .delivery(.opened(opened)), by: duty).subject
    }

    /// What two persons decide as they should.
    static func decide(_ forger: Forger, _ officer: String, _ event: Event) throws {
        let proposal = try forger.log.propose(.existing(try forger.log.subject(of: officer)), event, by: first)
        try forger.log.approve(proposal, by: second)
    }

    // MARK: In another's name

    static let asAnother: [Forgery] = [
        Forgery("another's name under one's own key") { forger in
            let own = try forger.log.signer(duty).key
            return try forger.append(forger.name(.alerts), raised, actor: first, role: .supervisor, keys: [own])
        },
        Forgery("a person's name under the desk's key") { forger in
            try forger.append(forger.name(.alerts), raised, actor: duty, role: nil, keys: [forger.desk])
        },
        Forgery("a person's name and role under the desk's key") { forger in
            try forger.append(forger.name(.alerts), raised, actor: duty, role: .dutyOfficer, keys: [forger.desk])
        },
        Forgery("what only persons do, by the desk's key") { forger in
            try forger.append(try delivery(forger), ended, actor: "import", role: nil, keys: [forger.desk])
        },
        Forgery("an observer writes what the watch writes") { forger in
            try forger.append(forger.name(.alerts), raised, by: looker)
        },
        Forgery("a role that is not held") { forger in
            try forger.append(forger.name(.alerts), raised, by: duty, as: .supervisor)
        },
        Forgery("no role") { forger in
            let own = try forger.log.signer(duty).key
            return try forger.append(forger.name(.alerts), raised, actor: duty, role: nil, keys: [own])
        },
        Forgery("a role that was taken away") { forger in
            let changed = OfficerRolesChanged(roles: [.observer], reason: "leave")
            try decide(forger, duty, .officer(.rolesChanged(changed)))
            return try forger.append(forger.name(.alerts), raised, by: duty)
        },
        Forgery("a role of an emergency that is over") { forger in
            let until = MachineMoment.now().wall + .minutes(30)
            let opened = BreakGlassOpened(role: .dutyOfficer, until: until, reason: "nobody else")
            try decide(forger, looker, .officer(.glassBroken(opened)))
            return try forger.append(forger.name(.alerts), raised, by: looker, as: .dutyOfficer, minutes: 31)
        },
        Forgery("signing on for another") { forger in
            let on = Event.officer(.signedOn(OfficerSignedOn(console: "x")))
            return try forger.append(try forger.log.subject(of: first), on, by: duty)
        },
        Forgery("withdrawing another's entry") { forger in
            let saved = try forger.log.write(.new(.alerts), raised, by: duty)
            let withdrawn = EntryWithdrawn(index: saved.index, reason: "no")
            return try forger.append(saved.subject, .logKeeping(.withdrawn(withdrawn)), by: first)
        },
    ]

    // MARK: With keys that may not

    static let byKeys: [Forgery] = [
        Forgery("after the end of the enrolment") { forger in
            try decide(forger, duty, .officer(.revoked(OfficerRevoked(reason: "left"))))
            return try forger.append(forger.name(.alerts), raised, by: duty)
        },
        Forgery("with the old key after a change of keys") { forger in
            let new = try forger.log.makeKey(for: duty).verifier.text
            try forger.log.write(
                .existing(try forger.log.subject(of: duty)),
                .officer(.keyReplaced(OfficerKeyReplaced(key: new, reason: "yearly"))), by: duty)
            return try forger.append(forger.name(.alerts), raised, by: duty)
        },
        Forgery("with a stolen key after its revocation") { forger in
            try decide(forger, duty, try revocation(forger, of: duty))
            return try forger.append(forger.name(.alerts), raised, by: duty)
        },
        Forgery("approving with a supervisor's stolen key after its revocation") { forger in
            try forger.log.enrol("c.third", person: "010", roles: [.supervisor])
            let subject = try forger.log.subject(of: duty)
            let revoked = Event.officer(.revoked(OfficerRevoked(reason: "left")))
            let proposal = try forger.log.propose(.existing(subject), revoked, by: first)
            try decide(forger, "c.third", try revocation(forger, of: "c.third"))
            return try forger.approve(subject, proposal.index, by: "c.third")
        },
        Forgery("approving what a stolen key proposed") { forger in
            try forger.log.enrol("c.third", person: "010", roles: [.supervisor])
            let subject = try forger.log.subject(of: duty)
            let revoked = Event.officer(.revoked(OfficerRevoked(reason: "left")))
            let proposal = try forger.log.propose(.existing(subject), revoked, by: "c.third")
            try decide(forger, "c.third", try revocation(forger, of: "c.third"))
            return try forger.approve(subject, proposal.index, by: second)
        },
        Forgery("a key of exercises") { forger in
            let key = try SigningKey(name: "CARICC/exercise/\(duty)")
            return try forger.append(forger.name(.alerts), raised, actor: duty, role: .dutyOfficer, keys: [key])
        },
        Forgery("an unknown key of the right name") { forger in
            let key = try forger.log.makeKey(for: duty)
            return try forger.append(forger.name(.alerts), raised, actor: duty, role: .dutyOfficer, keys: [key])
        },
        Forgery("two signatures") { forger in
            let own = try forger.log.signer(duty).key
            return try forger.append(
                forger.name(.alerts), raised, actor: duty, role: .dutyOfficer, keys: [own, forger.desk])
        },
        Forgery("changing to a key with another's name") { forger in
            let key = try forger.log.makeKey(for: first).verifier.text
            let replaced = Event.officer(.keyReplaced(OfficerKeyReplaced(key: key, reason: "yearly")))
            return try forger.append(try forger.log.subject(of: duty), replaced, by: duty)
        },
        Forgery("changing another's key") { forger in
            let key = try forger.log.makeKey(for: first).verifier.text
            let replaced = Event.officer(.keyReplaced(OfficerKeyReplaced(key: key, reason: "yearly")))
            return try forger.append(try forger.log.subject(of: first), replaced, by: duty)
        },
        Forgery("an entry of another log") { forger in
            let folder = try TemporaryFolder()
            let other = try OfficerForgeryTests.makeLog(folder)
            let saved = try other.write(.new(.alerts), raised, by: duty)
            let stored = try #require(try other.store.storedEntry(saved.index))
            let entry = try #require(stored.entry)
            forger.log.store.close()
            let index = try forger.size()
            try LogFixture.raw(forger.folder) { db in
                try db.execute(
                    sql: "INSERT INTO entry VALUES (?, ?, ?, ?)",
                    arguments: [index, Data(entry.id.bytes), Data(stored.bytes), Data(stored.leaf.bytes)])
            }
            return index
        },
    ]

    // MARK: One person for two

    static let byOneAlone: [Forgery] = [
        Forgery("approving one's own proposal") { forger in
            let proposal = try forger.log.propose(.new(.officers), try enrolment(forger, "x.evil"), by: first)
            return try forger.approve(proposal.subject, proposal.index, by: first)
        },
        Forgery("approving twice") { forger in
            let subject = try delivery(forger)
            let proposal = try forger.log.propose(.existing(subject), request, by: duty)
            try forger.log.approve(proposal, by: second)
            return try forger.approve(subject, proposal.index, by: second)
        },
        Forgery("approving in a role that may not") { forger in
            let proposal = try forger.log.propose(.new(.officers), try enrolment(forger, "x.evil"), by: first)
            return try forger.approve(proposal.subject, proposal.index, by: duty)
        },
        Forgery("approving another leaf") { forger in
            let proposal = try forger.log.propose(.new(.officers), try enrolment(forger, "x.evil"), by: first)
            return try forger.approve(proposal.subject, proposal.index, by: second, leaf: .zero)
        },
        Forgery("approving what lapsed") { forger in
            let proposal = try forger.log.propose(.new(.officers), try enrolment(forger, "x.evil"), by: first)
            return try forger.approve(proposal.subject, proposal.index, by: second, minutes: 61)
        },
        Forgery("declining in a role that may not") { forger in
            let proposal = try forger.log.propose(.new(.officers), try enrolment(forger, "x.evil"), by: first)
            let declined = ActionDeclined(entry: proposal.index, reason: "no")
            return try forger.append(proposal.subject, .fourEyes(.declined(declined)), by: looker)
        },
        Forgery("enrolling by the desk's key") { forger in
            try forger.append(
                forger.name(.officers), try enrolment(forger, "x.evil"), actor: "setup", role: nil, keys: [forger.desk])
        },
        Forgery("enrolling by the desk's key where exercises stand") { forger in
            try forger.append(
                forger.name(.exercises), try enrolment(forger, "x.evil"), actor: "setup", role: nil,
                keys: [forger.desk])
        },
        Forgery("enrolling without approval") { forger in
            try forger.append(forger.name(.officers), try enrolment(forger, "x.evil"), by: first)
        },
        Forgery("changing the rules alone") { forger in
            var rules = Rules.standard
            rules.actions[RequestSent.kind] = ActionRule(.alone, approvers: [.supervisor], minutes: 60)
            return try forger.append(
                forger.name(.rules), .rules(.set(RulesSet(rules: rules, reason: "quicker"))), by: first)
        },
        Forgery("doing at once what must be proposed") { forger in
            try forger.append(try delivery(forger), request, by: duty)
        },
        Forgery("revoking a key at once") { forger in
            try forger.append(try forger.log.subject(of: second), try revocation(forger, of: second), by: first)
        },
        Forgery("withdrawing an approved proposal") { forger in
            let subject = try delivery(forger)
            let proposal = try forger.log.propose(.existing(subject), request, by: duty)
            try forger.log.approve(proposal, by: second)
            let withdrawn = EntryWithdrawn(index: proposal.index, reason: "no")
            return try forger.append(subject, .logKeeping(.withdrawn(withdrawn)), by: duty)
        },
        Forgery("withdrawing another's proposal") { forger in
            let subject = try delivery(forger)
            let proposal = try forger.log.propose(.existing(subject), request, by: duty)
            let withdrawn = EntryWithdrawn(index: proposal.index, reason: "no")
            return try forger.append(subject, .logKeeping(.withdrawn(withdrawn)), by: first)
        },
        Forgery("withdrawing an enrolment") { forger in
            let withdrawn = EntryWithdrawn(index: 2, reason: "no")
            return try forger.append(
                try forger.log.subject(of: second), .logKeeping(.withdrawn(withdrawn)), by: first)
        },
    ]
}
