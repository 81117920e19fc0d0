import Model
import TestSupport
import Testing

@testable import EventLog

extension Forgery {
    // MARK: What does not fit the officer whom it is about

    static let aboutOfficers: [Forgery] = [
        Forgery("a person who was never enrolled") { forger in
            let own = try forger.log.signer(duty).key
            return try forger.append(forger.name(.alerts), raised, actor: "n.obody", role: .dutyOfficer, keys: [own])
        },
        Forgery("a program in a role") { forger in
            try forger.append(
                forger.name(.alerts), raised, actor: "import", role: .dutyOfficer, keys: [forger.desk])
        },
        Forgery("the same id for another person") { forger in
            try forger.propose(forger.name(.officers), try enrolment(forger, duty), by: first)
        },
        Forgery("an enrolment where somebody is enrolled") { forger in
            try forger.propose(try forger.log.subject(of: duty), try enrolment(forger, "x.evil"), by: first)
        },
        Forgery("about an officer who is not there") { forger in
            let revoked = Event.officer(.revoked(OfficerRevoked(reason: "left")))
            return try forger.propose(forger.name(.officers), revoked, by: first)
        },
        Forgery("the end of an enrolment that has ended") { forger in
            let revoked = Event.officer(.revoked(OfficerRevoked(reason: "left")))
            try decide(forger, duty, revoked)
            return try forger.propose(try forger.log.subject(of: duty), revoked, by: first)
        },
        Forgery("no reason") { forger in
            let revoked = Event.officer(.revoked(OfficerRevoked(reason: " ")))
            return try forger.propose(try forger.log.subject(of: duty), revoked, by: first)
        },
        Forgery("the end of a key that has ended") { forger in
            let revoked = try revocation(forger, of: duty)
            try decide(forger, duty, revoked)
            return try forger.propose(try forger.log.subject(of: duty), revoked, by: first)
        },
        Forgery("the end of an emergency that is not there") { forger in
            let mended = Event.officer(.glassMended(BreakGlassEnded()))
            return try forger.append(try forger.log.subject(of: looker), mended, by: first)
        },
        Forgery("the key of the last supervisor who has one") { forger in
            // The second supervisor's key is lost; with the help of an emergency the first one's would be, too.
            try decide(forger, second, try revocation(forger, of: second))
            return try forger.propose(
                try forger.log.subject(of: first), try revocation(forger, of: first), by: duty)
        },
        Forgery("what was proposed fits no more when it is approved") { forger in
            let subject = try forger.log.subject(of: duty)
            let revoked = try revocation(forger, of: duty)
            let one = try forger.log.propose(.existing(subject), revoked, by: first)
            let two = try forger.log.propose(.existing(subject), revoked, by: first)
            try forger.log.approve(one, by: second)
            return try forger.approve(subject, two.index, by: second)
        },
        Forgery("approving what was proposed in a role that is gone") { forger in
            try forger.log.enrol("c.third", person: "010", roles: [.supervisor, .observer])
            let proposal = try forger.log.propose(
                .existing(try forger.log.subject(of: duty)), .officer(.revoked(OfficerRevoked(reason: "x"))),
                by: "c.third", as: .supervisor)
            let changed = OfficerRolesChanged(roles: [.observer], reason: "leave")
            try decide(forger, "c.third", .officer(.rolesChanged(changed)))
            return try forger.approve(proposal.subject, proposal.index, by: second)
        },
        Forgery("approving what needs nobody's approval") { forger in
            let saved = try forger.log.write(.new(.alerts), raised, by: duty)
            let noted = Event.alert(.noted(AlertNoted(text: "x")))
            let proposal = try forger.log.propose(.existing(saved.subject), noted, by: duty)
            return try forger.approve(saved.subject, proposal.index, by: first)
        },
        Forgery("withdrawing what is not there yet") { forger in
            let saved = try forger.log.write(.new(.alerts), raised, by: duty)
            let withdrawn = EntryWithdrawn(index: saved.index + 5, reason: "x")
            return try forger.append(saved.subject, .logKeeping(.withdrawn(withdrawn)), by: duty)
        },
        Forgery("withdrawing on another subject") { forger in
            let saved = try forger.log.write(.new(.alerts), raised, by: duty)
            let other = try forger.log.write(.new(.alerts), raised, by: duty)
            let withdrawn = EntryWithdrawn(index: saved.index, reason: "x")
            return try forger.append(other.subject, .logKeeping(.withdrawn(withdrawn)), by: duty)
        },
    ]
}
