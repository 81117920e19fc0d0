import Model
import TestSupport
import Testing

@testable import EventLog

/// What is allowed and looks as if it were not: both verifiers must find these logs whole.
@Suite struct OfficerEdgeTests {
    private func expectWhole(_ log: GovernedLog, _ folder: TemporaryFolder) throws {
        let report = try LogFixture.verify(log.path)
        #expect(report.isWhole, "\(report.findings)")
        #expect(try LogStore(opening: log.path).roll() == log.store.roll())
        if Stranger.isPresent {
            #expect(try Stranger.verdict(log.path, in: folder) == "WHOLE to \(try log.store.size())")
        }
    }

    @Test func aDemandGoesWithTheEntryThatEndedItsKey() throws {
        let folder = try TemporaryFolder()
        let log = try OfficerForgeryTests.makeLog(folder)
        let name = try log.subject(of: Forgery.duty)
        let revoked = OfficerKeyRevoked(key: try log.signer(Forgery.duty).key.verifier.text, reason: "seen by another")
        let proposal = try log.propose(.existing(name), .officer(.keyRevoked(revoked)), by: Forgery.duty)
        try log.approve(proposal, by: Forgery.duty, telephone: Forgery.telephone(GovernedLog.first))
        #expect(throws: (any Error).self) { try log.write(.new(.alerts), Forgery.raised, by: Forgery.duty) }
        try expectWhole(log, folder)
    }

    @Test func aChangeOfKeysMayOweASecondSignature() throws {
        let folder = try TemporaryFolder()
        let log = try OfficerForgeryTests.makeLog(folder)
        var rules = Rules.standard
        rules.actions[OfficerKeyReplaced.kind] = ActionRule(.after, approvers: [.supervisor], minutes: 60)
        let proposal = try log.propose(
            .new(.rules), .rules(.set(RulesSet(rules: rules, reason: "seen twice"))), by: GovernedLog.first)
        try log.approve(proposal, by: GovernedLog.second)
        let new = try log.makeKey(for: Forgery.duty)
        try log.write(
            .existing(try log.subject(of: Forgery.duty)),
            .officer(.keyReplaced(OfficerKeyReplaced(key: new.verifier.text, reason: "yearly"))), by: Forgery.duty)
        log.hold(new, of: Forgery.duty, as: .dutyOfficer)
        try log.write(.new(.alerts), Forgery.raised, by: Forgery.duty)
        try expectWhole(log, folder)
    }

    /// Two supervisors, and one of them lost the key: a duty officer steps in by an emergency that the other one signs.
    @Test func aLostKeyOfOneOfTwoSupervisorsIsReplaced() throws {
        let folder = try TemporaryFolder()
        let log = try OfficerForgeryTests.makeLog(folder)
        let lost = try log.subject(of: GovernedLog.first)
        let revoked = OfficerKeyRevoked(key: try log.signer(GovernedLog.first).key.verifier.text, reason: "lost")
        try log.approve(
            try log.propose(.existing(lost), .officer(.keyRevoked(revoked)), by: Forgery.duty),
            by: GovernedLog.second)
        let opened = BreakGlassOpened(
            role: .supervisor, until: MachineMoment.now().wall + .minutes(90), reason: "one supervisor left")
        try log.approve(
            try log.propose(
                .existing(try log.subject(of: Forgery.duty)), .officer(.glassBroken(opened)), by: Forgery.duty),
            by: GovernedLog.second)
        let new = try log.makeKey(for: GovernedLog.first)
        try log.approve(
            try log.propose(
                .existing(lost), .officer(.keyEnrolled(OfficerKeyEnrolled(key: new.verifier.text))),
                by: GovernedLog.second), by: Forgery.duty, as: .supervisor)
        log.hold(new, of: GovernedLog.first, as: .supervisor)
        try log.write(.new(.alerts), Forgery.raised, by: GovernedLog.first)
        try expectWhole(log, folder)
    }

    /// Who was enrolled before the clock of an exercise starts is enrolled after it, wherever the clock is put.
    @Test(arguments: [-400, 400])
    func theClockOfAnExerciseUndoesNoEnrolment(days: Int64) throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder, isExercise: true)
        try log.enrol(Forgery.duty, person: "003", roles: [.dutyOfficer])
        let started = ExerciseClockStarted(
            title: "drill", scenario: MachineMoment.now().wall + .days(days), speed: 30_000)
        try log.writeByDesk(.new(.exercises), .exercise(.clockStarted(started)))
        try log.write(.new(.alerts), Forgery.raised, by: Forgery.duty)
        let opened = BreakGlassOpened(
            role: .supervisor, until: log.store.clock.time(at: MachineMoment.now().wall) + .minutes(600),
            reason: "drill")
        try log.approve(
            try log.propose(
                .existing(try log.subject(of: Forgery.duty)), .officer(.glassBroken(opened)), by: Forgery.duty,
                minutes: 55), by: GovernedLog.second)
        try log.write(.new(.alerts), Forgery.raised, by: Forgery.duty, as: .supervisor)
        #expect(try LogStore(opening: log.path).board().officers.keys.contains(Forgery.duty))
        try expectWhole(log, folder)
    }
}
