import Model
import TestSupport
import Testing

@testable import EventLog

/// A log whose officers have keys: what the store lets through, what it refuses, and that the verifier says the same.
@Suite struct OfficerLogTests {
    private static let alert = AlertRaised(
        priority: 2, message: .warning, headline: "heroin at Malik", source: "UZB")

    private func refusal(_ work: () throws -> Void) -> Refusal? {
        do {
            try work()
            return nil
        } catch LogFault.refused(let refusal, _) {
            return refusal
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    private func isWhole(_ log: GovernedLog, sourceLocation: SourceLocation = #_sourceLocation) {
        let report = log.verify()
        #expect(report?.isWhole == true, "\(String(describing: report?.findings))", sourceLocation: sourceLocation)
    }

    @Test func theFoundingEntryBearsTheDesksAndBothCustodiansSignatures() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        let note = try #require(try log.store.storedEntry(0).flatMap { SignedNote($0.bytes) })
        #expect(
            note.signatures.map(\.name) == [
                "CARICC/A/live/2026", "CARICC/live/e.ermekov", "CARICC/live/s.karimova",
            ])
        let roll = try log.store.roll()
        #expect(roll.isGoverned && !roll.isSingle && roll.officers.count == 2)
        isWhole(log)
    }

    @Test func enrolmentTakesTwoPersonsAndThenTheOfficerSigns() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        let name = try log.enrol("a.orazov", person: "003", roles: [.dutyOfficer])
        let saved = try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov")
        let entry = try #require(try log.store.entry(saved.index))
        #expect(entry.actor == "a.orazov" && entry.role == .dutyOfficer)
        let note = try #require(try log.store.storedEntry(saved.index).flatMap { SignedNote($0.bytes) })
        #expect(note.signatures.map(\.name) == ["CARICC/live/a.orazov"])
        #expect(try log.store.board().officers["a.orazov"]?.name == name)
        isWhole(log)
        // A second process sees the same.
        #expect(try LogStore(opening: log.path).roll() == log.store.roll())
    }

    @Test func oneAloneEnrolsNobody() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        let key = try log.makeKey(for: "a.orazov")
        let enrolled = Event.officer(
            .enrolled(
                OfficerEnrolled(
                    officer: "a.orazov", name: "Orazov", person: "003", roles: [.dutyOfficer], key: key.verifier.text)))
        #expect(
            refusal { try log.write(.new(.officers), enrolled, by: GovernedLog.first) }
                == .needsSecondPerson(OfficerEnrolled.kind))
        let proposal = try log.propose(.new(.officers), enrolled, by: GovernedLog.first)
        #expect(refusal { try log.approve(proposal, by: GovernedLog.first) } == .ownProposal(proposal.index))
        log.hold(key, of: "a.orazov", as: .dutyOfficer)
        #expect(
            refusal { try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov") }
                == .notEnrolled("a.orazov"))
        try log.approve(proposal, by: GovernedLog.second)
        #expect(refusal { try log.approve(proposal, by: GovernedLog.second) } == .noSuchProposal(proposal.index))
        try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov")
        isWhole(log)
    }

    @Test func aSingleCustodianActsAloneUntilThereIsASecond() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder, isSingle: true)
        #expect(try log.store.roll().isSingle)
        let key = try log.makeKey(for: "b.umarov")
        let second = OfficerEnrolled(
            officer: "b.umarov", name: "Umarov", person: "007", roles: [.supervisor], key: key.verifier.text)
        try log.write(.new(.officers), .officer(.enrolled(second)), by: GovernedLog.first)
        log.hold(key, of: "b.umarov", as: .supervisor)
        #expect(try !log.store.roll().isSingle)
        let name = try log.subject(of: "b.umarov")
        let revoked = Event.officer(.revoked(OfficerRevoked(reason: "left")))
        #expect(
            refusal { try log.write(.existing(name), revoked, by: GovernedLog.first) }
                == .needsSecondPerson(OfficerRevoked.kind))
        isWhole(log)
    }

    @Test func nobodyActsAsAnother() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        try log.enrol("a.orazov", person: "003", roles: [.dutyOfficer])
        try log.enrol("b.umarov", person: "004", roles: [.observer])
        var ids = EventIDSource()
        let asAnother = Proposal(
            .new(.alerts), .alert(.raised(Self.alert)), id: ids.next(at: MachineMoment.now().wall), actor: "a.orazov")
        #expect(
            refusal {
                _ = try log.store.append([asAnother], moment: .now(), signer: try log.signer("b.umarov"))
            } == .signatureMissing(of: "a.orazov"))
        #expect(refusal { _ = try log.store.append([asAnother], moment: .now()) } == .signatureMissing(of: "a.orazov"))
        #expect(
            refusal { try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "b.umarov") }
                == .roleMayNot(.observer, kind: AlertRaised.kind))
        #expect(
            refusal {
                try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "b.umarov", as: .dutyOfficer)
            } == .roleNotHeld("b.umarov", .dutyOfficer))
        let stolen = OfficerSigner(
            officer: "a.orazov", role: .dutyOfficer, key: try log.makeKey(for: "a.orazov"))
        #expect(
            refusal { _ = try log.store.append([asAnother], moment: .now(), signer: stolen) } == .notYourKey("a.orazov")
        )
        // A program signs with the desk's key, and says that it is a program.
        try log.writeByDesk(.new(.alerts), .alert(.raised(Self.alert)))
        isWhole(log)
    }

    @Test func onePersonHasOneEnrolmentAndOneKeyOneHolder() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        try log.enrol("a.orazov", person: "003", roles: [.dutyOfficer])
        func propose(_ officer: String, _ person: String, _ key: String) -> Refusal? {
            refusal {
                try log.propose(
                    .new(.officers),
                    .officer(
                        .enrolled(
                            OfficerEnrolled(
                                officer: officer, name: "x", person: person, roles: [.supervisor], key: key))),
                    by: GovernedLog.first)
            }
        }
        let key = try log.makeKey(for: "a.orazov2").verifier.text
        #expect(propose("a.orazov2", "003", key) == .personKnown("003", as: "a.orazov"))
        #expect(
            propose("a.orazov", "009", try log.makeKey(for: "a.orazov").verifier.text) == .officerKnown("a.orazov"))
        #expect(propose("a.orazov2", "009", try log.signer("a.orazov").key.verifier.text) == .badKey)
        let drill = try SigningKey(name: "CARICC/exercise/a.orazov2").verifier.text
        #expect(propose("a.orazov2", "009", drill) == .badKey)
    }

    @Test func keysAreReplacedLostAndRevoked() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        let name = try log.enrol("a.orazov", person: "003", roles: [.dutyOfficer])
        let old = try log.signer("a.orazov")
        try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov")
        // Rotation: the holder alone, with the old key.
        let new = try log.makeKey(for: "a.orazov")
        try log.write(
            .existing(name), .officer(.keyReplaced(OfficerKeyReplaced(key: new.verifier.text, reason: "yearly"))),
            by: "a.orazov")
        #expect(
            refusal { try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov") }
                == .keyNotValid(of: "a.orazov"))
        log.hold(new, of: "a.orazov", as: .dutyOfficer)
        try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov")
        // Loss: two others revoke it and give a new one.
        let lost = try log.propose(
            .existing(name), .officer(.keyRevoked(OfficerKeyRevoked(key: new.verifier.text, reason: "lost"))),
            by: GovernedLog.first)
        try log.approve(lost, by: GovernedLog.second)
        #expect(
            refusal { try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov") }
                == .keyNotValid(of: "a.orazov"))
        let third = try log.makeKey(for: "a.orazov")
        let given = try log.propose(
            .existing(name), .officer(.keyEnrolled(OfficerKeyEnrolled(key: third.verifier.text))),
            by: GovernedLog.second)
        try log.approve(given, by: GovernedLog.first)
        log.hold(third, of: "a.orazov", as: .dutyOfficer)
        try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov")
        // The end of the enrolment ends every key.
        let end = try log.propose(
            .existing(name), .officer(.revoked(OfficerRevoked(reason: "left"))), by: GovernedLog.first)
        try log.approve(end, by: GovernedLog.second)
        guard
            case .enrolmentEnded = refusal({
                try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov")
            })
        else {
            Issue.record("a revoked officer wrote")
            return
        }
        #expect(old.key.verifier != third.verifier)
        isWhole(log)
    }

    @Test func emergencyGivesARoleForAWhile() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        let name = try log.enrol("a.orazov", person: "003", roles: [.observer])
        let until = MachineMoment.now().wall + .minutes(60)
        let proposal = try log.propose(
            .existing(name),
            .officer(.glassBroken(BreakGlassOpened(role: .dutyOfficer, until: until, reason: "nobody else is there"))),
            by: GovernedLog.first)
        try log.approve(proposal, by: GovernedLog.second)
        try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov", as: .dutyOfficer)
        let board = try log.store.board()
        #expect(
            board.needs(at: MachineMoment.now().wall).contains {
                $0 == .emergency(name, officer: "a.orazov", role: .dutyOfficer, until: until)
            })
        try log.write(.existing(name), .officer(.glassMended(BreakGlassEnded())), by: GovernedLog.first)
        #expect(
            refusal {
                try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov", as: .dutyOfficer)
            } == .roleNotHeld("a.orazov", .dutyOfficer))
        isWhole(log)
    }

    @Test func anApprovalByTelephoneCountsAtOnceAndIsCountersignedLater() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        try log.enrol("a.orazov", person: "003", roles: [.dutyOfficer])
        let delivery = try log.write(
            .new(.deliveries),
            .delivery(
                .opened(
                    DeliveryOpened(priority: 1, goods: "heroin", method: .intact, conveyance: nil, initiator: "TJK"))),
            by: "a.orazov")
        let request = Event.delivery(.requestSent(RequestSent(state: "UZB", channel: "CENcomm", text: "more time")))
        #expect(
            refusal { try log.write(.existing(delivery.subject), request, by: "a.orazov") }
                == .needsSecondPerson(RequestSent.kind))
        let proposal = try log.propose(.existing(delivery.subject), request, by: "a.orazov")
        let telephone = ActionApproved.Telephone(
            by: GovernedLog.first, at: MachineMoment.now().wall, number: "+7 000 000-01-07")
        let approved = try log.approve(proposal, by: "a.orazov", telephone: telephone)
        let demand = try #require(try log.store.entry(approved.index + 1))
        #expect(demand.kind == CountersignatureAsked.kind && demand.actor == "a.orazov")
        let board = try log.store.board()
        #expect(board.unsettled[delivery.subject]?.fourEyes.owed.first?.from == GovernedLog.first)
        let leaf = try log.store.leaf(approved.index)
        let signed = Event.fourEyes(.countersigned(EntryCountersigned(entry: approved.index, leaf: leaf)))
        #expect(
            refusal { try log.write(.existing(delivery.subject), signed, by: GovernedLog.second) }
                == .countersignatureOf(approved.index, from: GovernedLog.first))
        let wrong = Event.fourEyes(.countersigned(EntryCountersigned(entry: approved.index, leaf: .zero)))
        #expect(
            refusal { try log.write(.existing(delivery.subject), wrong, by: GovernedLog.first) }
                == .entryDiffers(approved.index))
        try log.write(.existing(delivery.subject), signed, by: GovernedLog.first)
        #expect(try log.store.board().unsettled.isEmpty)
        isWhole(log)
    }

    @Test func whatAStateReportedIsSavedAtOnceAndCountersigned() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        try log.enrol("a.orazov", person: "003", roles: [.dutyOfficer])
        let delivery = try log.write(
            .new(.deliveries),
            .delivery(
                .opened(
                    DeliveryOpened(priority: 1, goods: "heroin", method: .intact, conveyance: nil, initiator: "TJK"))),
            by: "a.orazov")
        let ended = try log.write(
            .existing(delivery.subject), .delivery(.ended(DeliveryEnded(outcome: .seizure))), by: "a.orazov")
        let now = MachineMoment.now().wall
        let board = try log.store.board()
        #expect(board.deliveries.isEmpty)
        #expect(board.agenda(at: now).contains { $0.subject == delivery.subject })
        #expect(
            board.needs(at: now + .hours(13)).contains {
                if case .countersignatureOverdue(delivery.subject, _, "a.orazov", _) = $0 { true } else { false }
            })
        let refused = Event.fourEyes(
            .countersignatureRefused(CountersignatureRefused(entry: ended.index, reason: "it was not seized")))
        try log.write(.existing(delivery.subject), refused, by: GovernedLog.first)
        #expect(
            try log.store.board().needs(at: now).contains {
                if case .countersignatureRefused(delivery.subject, _, _, GovernedLog.first) = $0 { true } else { false }
            })
        isWhole(log)
    }

    @Test func theRulesAreAnEventAndCannotBeLoosenedByOne() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        try log.enrol("a.orazov", person: "003", roles: [.dutyOfficer])
        var rules = Rules.standard
        rules.actions[OfficerEnrolled.kind] = ActionRule(.alone, approvers: [.supervisor], minutes: 60)
        let loose = Event.rules(.set(RulesSet(rules: rules, reason: "quicker")))
        #expect(
            refusal { try log.propose(.new(.rules), loose, by: GovernedLog.first) }
                == .alwaysTwoPersons(OfficerEnrolled.kind))
        rules = Rules.standard
        rules.actions[AlertClosed.kind] = ActionRule(.before, approvers: [.supervisor], minutes: 60)
        let proposal = try log.propose(
            .new(.rules), .rules(.set(RulesSet(rules: rules, reason: "trial"))), by: GovernedLog.first)
        try log.approve(proposal, by: GovernedLog.second)
        let alert = try log.write(.new(.alerts), .alert(.raised(Self.alert)), by: "a.orazov")
        #expect(
            refusal {
                try log.write(
                    .existing(alert.subject), .alert(.closed(AlertClosed(disposition: .handled, noResult: "none"))),
                    by: "a.orazov")
            } == .needsSecondPerson(AlertClosed.kind))
        #expect(try log.store.board().rules == rules)
        isWhole(log)
    }

    @Test func aProposalLapsesAndIsTakenBackOnlyWhileItWaits() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        let name = try log.enrol("a.orazov", person: "003", roles: [.dutyOfficer])
        let revoked = Event.officer(.revoked(OfficerRevoked(reason: "left")))
        let proposal = try log.propose(.existing(name), revoked, by: GovernedLog.first)
        let stored = try #require(try log.store.storedEntry(proposal.index))
        let changed = Event.fourEyes(.approved(ActionApproved(entry: proposal.index, proposal: .zero)))
        #expect(
            refusal { try log.write(.existing(name), changed, by: GovernedLog.second) } == .entryDiffers(proposal.index)
        )
        var late = MachineMoment.now()
        late.wall = late.wall + .minutes(61)
        var ids = EventIDSource()
        let approval = Proposal(
            .existing(name),
            .fourEyes(.approved(ActionApproved(entry: proposal.index, proposal: stored.leaf))),
            id: ids.next(at: late.wall), actor: GovernedLog.second)
        guard
            case .proposalLapsed = refusal({
                _ = try log.store.append([approval], moment: late, signer: try log.signer(GovernedLog.second))
            })
        else {
            Issue.record("a proposal that had lapsed was approved")
            return
        }
        let withdrawal = Event.logKeeping(.withdrawn(EntryWithdrawn(index: proposal.index, reason: "a mistake")))
        let withdrawn = try log.write(.existing(name), withdrawal, by: GovernedLog.first)
        #expect(refusal { try log.approve(proposal, by: GovernedLog.second) } == .noSuchProposal(proposal.index))
        let back = Event.logKeeping(.withdrawn(EntryWithdrawn(index: withdrawn.index, reason: "again")))
        #expect(
            refusal { try log.write(.existing(name), back, by: GovernedLog.first) }
                == .twoPersonsDecided(withdrawn.index))
        isWhole(log)
    }
}
