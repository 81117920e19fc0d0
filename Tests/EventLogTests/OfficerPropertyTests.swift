import Foundation
import Model
import TestSupport
import Testing

@testable import EventLog

/// Several officers try at random what they may and what they may not. What the store takes is whole for both verifiers;
/// what it refuses for want of authority is found by both when somebody writes it past the store.
@Suite struct OfficerPropertyTests {
    /// Refusals that the signed entries alone prove; others are the work's own rules, which no verifier judges.
    private static let authority: Set<String> = [
        "signatureMissing", "notEnrolled", "notYourKey", "enrolmentEnded", "keyNotValid", "keyKnown", "badKey",
        "keyStillValid", "officerKnown", "personKnown", "roleNotHeld", "roleMayNot", "notYourOwn", "noEmergency",
        "tooFewSupervisors", "needsSecondPerson", "alwaysTwoPersons", "notForTwoPersons", "noSuchProposal",
        "proposalLapsed", "ownProposal", "entryDiffers", "roleMayNotApprove", "notByTelephone", "nothingToCountersign",
        "ownEntry", "countersignatureOf", "twoPersonsDecided", "notTheAuthor", "notOfThisSubject", "notYet", "tooLong",
    ]

    private static func isAboutAuthority(_ refusal: Refusal) -> Bool {
        authority.contains(String(String(describing: refusal).prefix { $0 != "(" }))
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func theStoreAndBothVerifiersAgree(_ seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let log = try OfficerForgeryTests.makeLog(folder)
        var script = try OfficerScript(log, seed: seed)
        var accepted = 0
        var refused: [String: Int] = [:]
        for step in 0..<150 {
            let attempt = try script.next()
            do {
                let saved = try log.store.append(
                    [attempt.proposal], moment: script.moment, signer: attempt.signer)[0]
                try script.saved(attempt, saved)
                accepted += 1
            } catch LogFault.refused(let refusal, _) where Self.isAboutAuthority(refusal) {
                let label = String(String(describing: refusal).prefix { $0 != "(" })
                refused[label, default: 0] += 1
                // Each reason now and then; all of them cost minutes.
                guard refused[label, default: 0] <= 3 else { continue }
                try expectFound(
                    attempt, refusal, log, at: script.moment.wall, in: folder, by: step,
                    alsoOutside: refused[label] == 1)
            } catch LogFault.refused {}
        }
        #expect(accepted > 40 && refused.count > 8, "\(accepted) accepted, refused \(refused)")
        let report = try LogFixture.verify(log.path)
        #expect(report.isWhole, "\(report.findings)")
        if Stranger.isPresent {
            #expect(try Stranger.verdict(log.path, in: folder) == "WHOLE to \(try log.store.size())")
        }
    }

    private func expectFound(
        _ attempt: OfficerScript.Attempt, _ refusal: Refusal, _ log: GovernedLog, at now: Instant,
        in folder: TemporaryFolder, by step: Int, alsoOutside: Bool
    ) throws {
        log.store.close()
        let copy = LogFolder("\(folder.path)/copy-\(step)")
        try LogFixture.copy(log.path, copy.path)
        defer { try? FileManager.default.removeItem(atPath: copy.path) }
        let subject: SubjectName
        switch attempt.proposal.target {
        case .existing(let name): subject = name
        case .new(let area): subject = SubjectName(area: area, year: 2026, number: 900 + step, isExercise: false)
        case .sameAs: return
        }
        let desk = try LogFixture.key(copy)
        let index = try Forger.append(
            copy, subject, attempt.proposal.event, actor: attempt.proposal.actor, role: attempt.signer?.role,
            keys: [attempt.signer?.key ?? desk], at: now)
        let report = try LogFixture.verify(copy.path)
        guard case .altered(index, _) = report.verdict else {
            Issue.record("\(refusal) of \(attempt.proposal.event) by \(attempt.proposal.actor): \(report.findings)")
            return
        }
        guard Stranger.isPresent, alsoOutside else { return }
        let said = try Stranger.verdict(copy.path, in: folder)
        #expect(said == "ALTERED at \(index)", "\(refusal) of \(attempt.proposal.event)")
    }
}
