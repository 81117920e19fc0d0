import Model
import Screen
import Settings
import TestSupport
import Testing
import Wording

@testable import Interface

/// Sound by priority, and what the eye gets instead.
@Suite struct BellTests {
    static func state() -> AppState {
        var state = Sample.state()
        _ = state.handle(.tick(now: SampleLog.night, real: SampleLog.night))
        return state
    }

    static func raise(_ priority: Int, in log: inout SampleLog, _ state: inout AppState) -> [Effect] {
        log.begin(
            .alerts,
            .alert(.raised(AlertRaised(priority: priority, message: .warning, headline: "new", source: "UZB"))),
            minutesAgo: 0)
        return state.handle(.moved(log.board, new: [log.entries.last!]))
    }

    @Test(arguments: [(1, [Effect.ring(priority: 1)]), (2, [.ring(priority: 2)]), (3, []), (4, [])])
    func onlyUrgentAlertsRing(_ priority: Int, _ expected: [Effect]) {
        var (state, log) = (Self.state(), SampleLog.busyNight)
        let effects = Self.raise(priority, in: &log, &state)
        #expect(effects == expected)
        let line = state.render().plainLines()[1]
        #expect(line.contains("BELL \(priority): AL-2026-0005") == !expected.isEmpty, "\(line)")
        _ = state.handle(.tick(now: SampleLog.night + .minutes(2), real: SampleLog.night + .minutes(2)))
        #expect(state.render().plainLines()[1].contains("BELL") == !expected.isEmpty, "it stays until a key")
        _ = state.handle(.key(.down))
        #expect(!state.render().plainLines()[1].contains("BELL"))
    }

    @Test func whatIsThereAtTheStartAndARepeatDoNotRing() {
        var (state, log) = (Sample.state(), SampleLog.busyNight)
        #expect(state.handle(.tick(now: SampleLog.night, real: SampleLog.night)).isEmpty)
        #expect(state.handle(.moved(log.board, new: [])).isEmpty)
        let rang = Self.raise(1, in: &log, &state)
        #expect(!rang.isEmpty)
        log.add(.alert(.noted(AlertNoted(text: "again"))), to: SubjectName("AL-2026-0005")!, minutesAgo: 0)
        #expect(state.handle(.moved(log.board, new: [log.entries.last!])).isEmpty)
    }

    @Test func aSilenceRingsByTheClockAlone() {
        var state = Sample.state()
        let before = SampleLog.night - .minutes(13)
        _ = state.handle(.tick(now: before, real: before))
        let known = state.urgentNeeds.count
        let effects = state.handle(.tick(now: SampleLog.night, real: SampleLog.night))
        #expect(state.urgentNeeds.count > known)
        #expect(effects == [.ring(priority: 1)])
        #expect(state.handle(.tick(now: SampleLog.night + .minutes(1), real: SampleLog.night + .minutes(1))).isEmpty)
    }

    @Test func mutedForAQuarterOfAnHourAndPriorityOneBreaksIt() {
        var (state, log) = (Self.state(), SampleLog.busyNight)
        #expect(state.run("mute").isEmpty)
        #expect(state.render().plainLines()[1].contains("MUTED to 04:27 +05"))
        let soft = Self.raise(2, in: &log, &state)
        #expect(soft.isEmpty)
        #expect(state.render().plainLines()[1].contains("BELL 2"), "the eye is told all the same")
        let loud = Self.raise(1, in: &log, &state)
        #expect(loud == [.ring(priority: 1)])
        #expect(!state.isMuted)
        _ = state.run("mute")
        let later = SampleLog.night + .minutes(15)
        _ = state.handle(.tick(now: later, real: later))
        #expect(!state.isMuted)
        #expect(state.run("unmute").isEmpty && state.notice?.isError == true)
    }

    @Test func switchedOffNothingSoundsButTheWordsStay() {
        var (state, log) = (Self.state(), SampleLog.busyNight)
        _ = state.handle(.preferences(Preferences([.sound: .word("off")])))
        let loud = Self.raise(1, in: &log, &state)
        #expect(loud.isEmpty)
        #expect(state.render().plainLines()[1].contains("BELL 1"))
        #expect(state.run("mute").isEmpty && state.notice?.isError == true)
    }

    @Test func threeSoundsForOneOneForTwoNoneBelow() {
        for (priority, sounds) in [(1, 3), (2, 1), (3, 0)] {
            var pattern = BellPattern()
            pattern.ring(priority: priority, at: 1_000)
            var heard: [Int64] = []
            for now in stride(from: Int64(1_000), to: 5_000, by: 7) where pattern.sounds(at: now) { heard.append(now) }
            #expect(heard.count == sounds)
            for (a, b) in zip(heard, heard.dropFirst()) { #expect(b - a >= 300) }
            #expect(pattern.next == nil)
        }
    }

    @Test func aRingWhileOneSoundsDoesNotBeginAnewButOneTakesOverFromTwo() {
        var pattern = BellPattern()
        pattern.ring(priority: 1, at: 0)
        let isFirst = pattern.sounds(at: 0)
        #expect(isFirst)
        pattern.ring(priority: 1, at: 100)
        pattern.ring(priority: 2, at: 100)
        var heard = 1
        for now in stride(from: Int64(100), to: 9_000, by: 50) where pattern.sounds(at: now) { heard += 1 }
        #expect(heard == 3)
        pattern.ring(priority: 2, at: 10_000)
        pattern.ring(priority: 1, at: 10_000)
        for now in stride(from: Int64(10_000), to: 19_000, by: 50) where pattern.sounds(at: now) { heard += 1 }
        #expect(heard == 6)
    }

    @Test func theTitleCountsWhatWaits() {
        var (state, log) = (Self.state(), SampleLog.busyNight)
        let count = state.unacknowledgedCount
        _ = Self.raise(2, in: &log, &state)
        #expect(state.unacknowledgedCount == count + 1)
    }
}
