import Foundation
import Model
import TestSupport
import Testing

@testable import EventLog

extension Forgery {
    // MARK: What even two may not decide

    static func telephone(_ officer: String, minutes: Int64 = 0) -> ActionApproved.Telephone {
        ActionApproved.Telephone(by: officer, at: MachineMoment.now().wall + .minutes(minutes), number: "+7")
    }

    static let byTwo: [Forgery] = [
        Forgery("one person under two ids") { forger in
            try forger.propose(forger.name(.officers), try enrolment(forger, "x.evil", person: "003"), by: first)
        },
        Forgery("one person under two ids, by two proposals that wait at once") { forger in
            let one = try forger.log.propose(.new(.officers), try enrolment(forger, "x.evil"), by: first)
            let two = try forger.log.propose(.new(.officers), try enrolment(forger, "y.evil"), by: first)
            try forger.log.approve(one, by: second)
            return try forger.approve(two.subject, two.index, by: second)
        },
        Forgery("one secret key for two persons") { forger in
            let key = try forger.log.signer(duty).key.verifier
            let text = VerifierKey(name: "CARICC/live/x.evil", publicKey: key.publicKey).text
            return try forger.propose(forger.name(.officers), try enrolment(forger, "x.evil", key: text), by: first)
        },
        Forgery("the desk's secret key for a person") { forger in
            let text = VerifierKey(name: "CARICC/live/x.evil", publicKey: forger.desk.verifier.publicKey).text
            return try forger.propose(forger.name(.officers), try enrolment(forger, "x.evil", key: text), by: first)
        },
        Forgery("a key of exercises is enrolled") { forger in
            let text = try SigningKey(name: "CARICC/exercise/x.evil").verifier.text
            return try forger.propose(forger.name(.officers), try enrolment(forger, "x.evil", key: text), by: first)
        },
        Forgery("a person with a program's name") { forger in
            try forger.propose(forger.name(.officers), try enrolment(forger, "import"), by: first)
        },
        Forgery("a second key beside a valid one") { forger in
            let enrolled = OfficerKeyEnrolled(key: try forger.log.makeKey(for: duty).verifier.text)
            return try forger.propose(
                try forger.log.subject(of: duty), .officer(.keyEnrolled(enrolled)), by: first)
        },
        Forgery("an enrolment on a subject of something else") { forger in
            let subject = try forger.log.write(.new(.alerts), raised, by: duty).subject
            return try forger.propose(subject, try enrolment(forger, "x.evil"), by: first)
        },
        Forgery("rules on an officer's subject") { forger in
            let set = RulesSet(rules: .standard, reason: "x")
            return try forger.propose(try forger.log.subject(of: duty), .rules(.set(set)), by: first)
        },
        Forgery("rules that one person could loosen") { forger in
            var rules = Rules.standard
            rules.actions[OfficerEnrolled.kind] = ActionRule(.alone, approvers: [.supervisor], minutes: 60)
            return try forger.propose(forger.name(.rules), .rules(.set(RulesSet(rules: rules, reason: "x"))), by: first)
        },
        Forgery("rules by which nobody could approve") { forger in
            var rules = Rules.standard
            rules.actions[ActionApproved.kind] = ActionRule(.after, approvers: [.supervisor], minutes: 60)
            return try forger.propose(forger.name(.rules), .rules(.set(RulesSet(rules: rules, reason: "x"))), by: first)
        },
        Forgery("dismissing one of the last two supervisors") { forger in
            let revoked = Event.officer(.revoked(OfficerRevoked(reason: "x")))
            return try forger.propose(try forger.log.subject(of: second), revoked, by: first)
        },
        Forgery("a proposal that stands for years") { forger in
            try forger.propose(try delivery(forger), request, by: duty, minutes: 1_000_000)
        },
        Forgery("an emergency that lasts for years") { forger in
            let until = MachineMoment.now().wall + .days(3_000)
            let opened = BreakGlassOpened(role: .supervisor, until: until, reason: "x")
            return try forger.propose(try forger.log.subject(of: duty), .officer(.glassBroken(opened)), by: first)
        },
        Forgery("proposing in a role that may not") { forger in
            try forger.propose(try delivery(forger), request, by: looker)
        },
        Forgery("the approver writes the telephone approval") { forger in
            let subject = try delivery(forger)
            let proposal = try forger.log.propose(.existing(subject), request, by: duty)
            return try forger.approve(subject, proposal.index, by: second, telephone: telephone(second))
        },
        Forgery("told by oneself") { forger in
            let subject = try delivery(forger)
            let proposal = try forger.log.propose(.existing(subject), request, by: duty)
            return try forger.approve(subject, proposal.index, by: duty, telephone: telephone(duty))
        },
        Forgery("told by nobody who is enrolled") { forger in
            let subject = try delivery(forger)
            let proposal = try forger.log.propose(.existing(subject), request, by: duty)
            return try forger.approve(subject, proposal.index, by: duty, telephone: telephone("n.obody"))
        },
        Forgery("told by one who may not approve") { forger in
            let subject = try delivery(forger)
            let proposal = try forger.log.propose(.existing(subject), request, by: duty)
            return try forger.approve(subject, proposal.index, by: duty, telephone: telephone(looker))
        },
        Forgery("told tomorrow") { forger in
            let subject = try delivery(forger)
            let proposal = try forger.log.propose(.existing(subject), request, by: duty)
            return try forger.approve(subject, proposal.index, by: duty, telephone: telephone(first, minutes: 1_000))
        },
        Forgery("an enrolment by telephone") { forger in
            let proposal = try forger.log.propose(.new(.officers), try enrolment(forger, "x.evil"), by: first)
            return try forger.approve(proposal.subject, proposal.index, by: first, telephone: telephone(second))
        },
        Forgery("making oneself a supervisor by telephone") { forger in
            let until = MachineMoment.now().wall + .minutes(60)
            let opened = BreakGlassOpened(role: .supervisor, until: until, reason: "alone")
            let proposal = try forger.log.propose(
                .existing(try forger.log.subject(of: duty)), .officer(.glassBroken(opened)), by: duty, minutes: 50)
            return try forger.approve(proposal.subject, proposal.index, by: duty, telephone: telephone(first))
        },
    ]

    // MARK: The second signature

    static func sign(_ index: Int64, _ leaf: Digest) -> Event {
        .fourEyes(.countersigned(EntryCountersigned(entry: index, leaf: leaf)))
    }

    /// An approval by telephone that waits for the first supervisor's signature.
    private static func told(_ forger: Forger) throws -> Saved {
        let proposal = try forger.log.propose(.existing(try delivery(forger)), request, by: duty)
        return try forger.log.approve(proposal, by: duty, telephone: telephone(first))
    }

    static let countersigning: [Forgery] = [
        Forgery("no second signature is asked for, at the end") { forger in
            try forger.append(try delivery(forger), ended, by: duty)
        },
        Forgery("no second signature is asked for, and the work goes on") { forger in
            let index = try forger.append(try delivery(forger), ended, by: duty)
            try forger.append(forger.name(.alerts), raised, by: duty)
            return index
        },
        Forgery("the second signature is asked for years later") { forger in
            let subject = try delivery(forger)
            let index = try forger.append(subject, ended, by: duty)
            let late = MachineMoment.now().wall + .days(3_000)
            try forger.append(
                subject,
                .fourEyes(
                    .countersignatureAsked(CountersignatureAsked(entry: index, of: DeliveryEnded.kind, until: late))),
                by: duty)
            return index
        },
        Forgery("a second signature that nothing owes is asked for") { forger in
            let subject = try delivery(forger)
            let asked = CountersignatureAsked(
                entry: 3, of: DeliveryEnded.kind, until: MachineMoment.now().wall + .minutes(60), from: first)
            return try forger.append(subject, .fourEyes(.countersignatureAsked(asked)), by: looker)
        },
        Forgery("signing one's own entry") { forger in
            let saved = try forger.log.write(.existing(try delivery(forger)), ended, by: duty)
            return try forger.append(saved.subject, sign(saved.index, try forger.leaf(saved.index)), by: duty)
        },
        Forgery("signing another leaf") { forger in
            let saved = try forger.log.write(.existing(try delivery(forger)), ended, by: duty)
            return try forger.append(saved.subject, sign(saved.index, .zero), by: first)
        },
        Forgery("signing in a role that may not") { forger in
            let saved = try forger.log.write(.existing(try delivery(forger)), ended, by: duty)
            return try forger.append(saved.subject, sign(saved.index, try forger.leaf(saved.index)), by: looker)
        },
        Forgery("signing what owes nothing") { forger in
            let saved = try forger.log.write(.new(.alerts), raised, by: duty)
            return try forger.append(saved.subject, sign(saved.index, try forger.leaf(saved.index)), by: first)
        },
        Forgery("signing for the one who was heard") { forger in
            let saved = try told(forger)
            return try forger.append(saved.subject, sign(saved.index, try forger.leaf(saved.index)), by: second)
        },
        Forgery("refusing for the one who was heard") { forger in
            let saved = try told(forger)
            let refused = CountersignatureRefused(entry: saved.index, reason: "no")
            return try forger.append(saved.subject, .fourEyes(.countersignatureRefused(refused)), by: second)
        },
    ]

    // MARK: Where and when

    static let byPlace: [Forgery] = [
        Forgery("an alert on an officer's subject") { forger in
            try forger.append(forger.name(.officers), raised, actor: "import", role: nil, keys: [forger.desk])
        },
        Forgery("the clock of an exercise in a live log") { forger in
            let started = ExerciseClockStarted(
                title: "x", scenario: MachineMoment.now().wall - .days(1), speed: 1_000)
            return try forger.append(
                forger.name(.exercises), .exercise(.clockStarted(started)), actor: "import", role: nil,
                keys: [forger.desk])
        },
        Forgery("yesterday's date") { forger in
            let own = try forger.log.signer(duty)
            return try forger.append(
                forger.name(.alerts), raised, actor: duty, role: own.role, keys: [own.key], minutes: -1_440)
        },
        Forgery("another number") { forger in
            let own = try forger.log.signer(duty)
            return try forger.append(forger.name(.alerts), raised, actor: duty, role: own.role, keys: [own.key]) {
                $0.index += 1
            }
        },
    ]
}
