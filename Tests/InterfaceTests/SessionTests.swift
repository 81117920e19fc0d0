import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct SessionTests {
    static let note: [Key] = Sample.text(":note") + [.enter] + Sample.text("called back") + [.enter]

    @Test func signingOnTakesTheSeatAndSaysItInTheLog() {
        var state = SignedDesk.state(as: nil)
        #expect(state.conceals)
        _ = state.run("sign-on", SignedDesk.officer)
        _ = state.choose("supervisor", in: PickList(.roles(of: SignedDesk.officer)))
        _ = state.handle(.secretTyped(5))
        #expect(state.handle(.key(.enter)) == [.openKey(officer: SignedDesk.officer)])
        #expect(state.render().plainLines().contains { $0.contains("checking") })
        let effects = state.handle(.keyOpened(isCopy: true))
        #expect(effects.first == .takeSeat(officer: SignedDesk.officer, role: .supervisor))
        guard case .append(let drafts)? = effects.last, case .officer(.signedOn(let on)) = drafts[0].event else {
            Issue.record("no sign-on is written: \(effects)")
            return
        }
        #expect(on.console == "desk1 tty1" && on.isCopy)
        #expect(state.session.seat?.role == .supervisor && !state.conceals)
        #expect(state.officer == SignedDesk.officer)
    }

    @Test func aSignOnThatTheLogRefusesLeavesNobodyAtTheConsole() {
        var state = SignedDesk.state(as: nil)
        _ = state.run("sign-on", SignedDesk.officer)
        _ = state.choose("supervisor", in: PickList(.roles(of: SignedDesk.officer)))
        SignedDesk.enter(&state, isRight: true)
        #expect(state.handle(.notSaved("this key is no longer valid")) == [.dropKey])
        #expect(state.session == .signedOff)
        #expect(state.notice?.isError == true)
    }

    @Test func afterFiveQuietMinutesWritingAsksForThePassphraseAndNothingTypedIsLost() {
        var state = SignedDesk.state()
        var effects = Sample.type(Self.note, into: &state)
        #expect(effects.contains { if case .append = $0 { true } else { false } }, "no question while somebody types")
        _ = state.handle(.saved(index: 40, subject: SubjectName("AL-2026-0001")!))
        _ = SignedDesk.pause(&state, minutes: 5)
        effects = Sample.type(Self.note, into: &state)
        #expect(effects.isEmpty && state.asksForPassphrase)
        // Wrong: the words stay, the next try waits, and only the right one writes them.
        effects = SignedDesk.enter(&state, isRight: false, wait: .seconds(2))
        #expect(effects.isEmpty && state.asksForPassphrase)
        #expect(SignedDesk.enter(&state, isRight: true).isEmpty, "the next try waits")
        _ = state.handle(.uptime(5 * 60_000 + 2_000))
        effects = SignedDesk.enter(&state, isRight: true)
        guard case .append(let drafts)? = effects.last, case .alert(.noted(let noted)) = drafts[0].event else {
            guard case .append(let drafts)? = effects.last, case .delivery(.noted(let noted)) = drafts[0].event else {
                Issue.record("nothing is written: \(effects)")
                return
            }
            #expect(noted.text == "called back")
            return
        }
        #expect(noted.text == "called back")
    }

    @Test func escapingFromThePassphraseGoesBackToTheForm() {
        var state = SignedDesk.state()
        _ = SignedDesk.pause(&state, minutes: 6)
        _ = Sample.type(Self.note, into: &state)
        #expect(state.asksForPassphrase)
        _ = state.handle(.key(.escape))
        guard case .form(let form) = state.overlay else {
            Issue.record("the form is gone")
            return
        }
        #expect(form.fields[0].text == "called back" && !form.isSaving)
    }

    @Test func afterFifteenQuietMinutesTheConsoleLocksAndComesBackAsItWas() {
        var state = SignedDesk.state()
        _ = Sample.type([.character("2")] + [.character("e")] + Sample.text("half a sentence"), into: &state)
        #expect(SignedDesk.pause(&state, minutes: 14).isEmpty)
        #expect(!state.session.isLocked)
        #expect(SignedDesk.pause(&state, minutes: 15) == [.dropKey])
        #expect(state.session.isLocked && state.overlay == nil && state.screen == .board)
        _ = state.run("lock")
        let effects = SignedDesk.enter(&state, isRight: true)
        #expect(effects.first == .takeSeat(officer: SignedDesk.officer, role: .dutyOfficer))
        #expect(state.screen == .alerts)
        guard case .form(let form) = state.overlay else {
            Issue.record("what was typed is gone")
            return
        }
        #expect(form.fields[0].text == "half a sentence")
    }

    @Test func aKeyAfterALongPauseMeetsALockedConsole() {
        var state = SignedDesk.state()
        _ = state.handle(.uptime(20 * 60_000))
        #expect(Sample.type([.character("a")], into: &state).isEmpty)
        #expect(state.session.isLocked)
    }

    @Test func neitherHappensToTheOneWhoHasTheWatchWhileAClockOfPriorityOneRuns() {
        let log = SignedDesk.log(alertPriority: 1)
        var state = SignedDesk.state(log)
        #expect(SignedDesk.pause(&state, minutes: 40).isEmpty)
        #expect(!state.session.isLocked)
        #expect(!state.mustProve)
        // Somebody else at the same log has no such need.
        var other = SignedDesk.state(log, as: SignedDesk.other, role: .supervisor)
        #expect(SignedDesk.pause(&other, minutes: 40) == [.dropKey])
        // It is over: what was put off happens now.
        var after = log
        after.add(.alert(.acknowledged(AlertAcknowledged())), to: SubjectName("AL-2026-0001")!, minutesAgo: 0)
        _ = state.handle(.moved(after.board, new: [after.entries.last!]))
        #expect(SignedDesk.pause(&state, minutes: 41) == [.dropKey])
    }

    @Test func aTimeOfDayThatIsSetNeitherLocksNorUnlocks() {
        var state = SignedDesk.state()
        let ahead = SampleLog.night + .hours(5)
        _ = state.handle(.tick(now: ahead, real: ahead))
        #expect(!state.session.isLocked && !state.mustProve, "five hours by the wall clock are none")
        _ = SignedDesk.pause(&state, minutes: 15)
        let back = SampleLog.night - .hours(5)
        _ = state.handle(.tick(now: back, real: back))
        #expect(state.session.isLocked)
        // A reading that goes back is not believed either.
        #expect(state.handle(.uptime(0)).isEmpty && state.session.isLocked)
    }

    @Test func afterATurnEverybodySignsOnAnew() {
        var state = SignedDesk.state()
        // The watch in this log is planned for 24 hours.
        for minute in 1...1_439 {
            _ = state.handle(.uptime(Int64(minute) * 60_000))
            _ = state.handle(.key(.down))
        }
        #expect(state.session.seat != nil)
        let effects = SignedDesk.pause(&state, minutes: 1_440)
        #expect(effects.prefix(2) == [.signOff(officer: SignedDesk.officer, .idle), .dropKey])
        #expect(state.session == .signedOff)
    }

    @Test func anotherOfficerTakesALockedConsoleAndFindsNothingOfTheFirst() {
        var state = SignedDesk.state()
        _ = Sample.type([.character("e")] + Sample.text("mine alone"), into: &state)
        _ = state.lockWhenLeft()
        _ = state.run("sign-on", SignedDesk.other)
        _ = state.choose("supervisor", in: PickList(.roles(of: SignedDesk.other)))
        let effects = SignedDesk.enter(&state, isRight: true)
        #expect(effects.first == .signOff(officer: SignedDesk.officer, .relieved))
        #expect(effects.contains(.takeSeat(officer: SignedDesk.other, role: .supervisor)))
        #expect(state.overlay == nil && state.stowed == nil && state.officer == SignedDesk.other)
    }

    @Test func aRoleThatMayNotWriteSaysWhyAndWhichOneMay() {
        var state = SignedDesk.state(role: .supervisor)
        #expect(Sample.run("end-watch", on: &state).isEmpty)
        let words = state.notice.map { state.catalogue.text($0.message) } ?? ""
        #expect(words.contains("supervisor") && words.contains(":role duty_officer"), "\(words)")
        let effects = Sample.run("role duty", on: &state)
        #expect(effects.first == .takeSeat(officer: SignedDesk.officer, role: .dutyOfficer))
        #expect(state.session.seat?.role == .dutyOfficer)
        #expect(Sample.run("role observer", on: &state).isEmpty, "a role that is not held")
        #expect(state.session.seat?.role == .dutyOfficer)
    }

    @Test func whoseEnrolmentEndsDoesNotSitThereAnyLonger() {
        var log = SignedDesk.log()
        var state = SignedDesk.state(log)
        log.add(
            .officer(.revoked(OfficerRevoked(reason: "left the service"))), to: SubjectName("OF-2026-001")!,
            minutesAgo: 0, actor: SignedDesk.other)
        let effects = state.handle(.moved(log.board, new: [log.entries.last!]))
        #expect(effects.contains(.dropKey))
        #expect(state.session == .signedOff && state.conceals)
    }

    @Test func aSecondConsoleOfTheSameOfficerIsNamed() {
        var log = SignedDesk.log()
        log.add(
            .officer(.signedOn(OfficerSignedOn(console: "desk2 tty4"))), to: SubjectName("OF-2026-001")!, minutesAgo: 3,
            actor: SignedDesk.officer)
        let state = SignedDesk.state(log)
        #expect(state.notice.map { state.catalogue.text($0.message) }?.contains("desk2 tty4") == true)
    }

    @Test func theStateNeverHoldsACharacterOfThePassphrase() {
        var state = SignedDesk.state()
        _ = state.lockWhenLeft()
        _ = state.run("lock")
        // Whatever a program gives by mistake is not kept.
        for key in Sample.text("correct horse") + [.pasted("correct horse")] { _ = state.handle(.key(key)) }
        #expect(!"\(state)".contains("correct horse"))
        guard case .passphrase(let entry) = state.overlay else {
            Issue.record("no passphrase is asked for")
            return
        }
        #expect(entry.count == 0)
    }

    @Test func changingThePassphraseAsksForTheOldOneAndTwiceForTheNewOne() {
        var state = SignedDesk.state()
        _ = state.run("passphrase")
        for expected in [Effect.keepPassphrase, .keepPassphrase, .changePassphrase(officer: SignedDesk.officer)] {
            _ = state.handle(.secretTyped(14))
            #expect(state.handle(.key(.enter)) == [expected])
        }
        _ = state.handle(.keyNotOpened("not the same", wait: .zero))
        guard case .passphrase(let entry) = state.overlay else {
            Issue.record("gone")
            return
        }
        #expect(entry.purpose == .changeOld && entry.fault == "not the same")
    }
}

@Suite struct EarlyPassphraseTests {
    /// Who types the passphrase while the role is still being asked for must not show it to the room.
    @Test func whatIsTypedAtTheQuestionOfTheRoleIsNotShown() {
        var state = SignedDesk.state(as: nil)
        _ = state.run("sign-on", SignedDesk.officer)
        guard case .pick(let pick) = state.overlay, case .roles = pick.source else {
            Issue.record("no role was asked for")
            return
        }
        for character in "river falcon" { _ = state.handle(.key(.character(character))) }
        let text = state.render().plainLines().joined(separator: "\n")
        #expect(!text.contains("river") && !text.contains("falcon"), "\(text)")
        guard case .pick(let after) = state.overlay else {
            Issue.record("the question is gone")
            return
        }
        #expect(after.query.isEmpty)
    }
}
