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
        let isShown = priority <= 3
        #expect(line.contains("BELL \(priority): AL-2026-0005") == isShown, "\(line)")
        _ = state.handle(.tick(now: SampleLog.night + .minutes(2), real: SampleLog.night + .minutes(2)))
        #expect(state.render().plainLines()[1].contains("BELL") == isShown, "it stays until a key")
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
        let soon = SampleLog.night + .seconds(4)
        #expect(state.handle(.tick(now: soon, real: soon)).isEmpty)
    }

    static func seconds(_ range: Range<Int64>, _ state: inout AppState) -> [(Int64, Effect)] {
        range.flatMap { second in
            let now = SampleLog.night + .seconds(second)
            return state.handle(.tick(now: now, real: now)).map { (second, $0) }
        }
    }

    @Test func priorityOneSoundsEveryTenSecondsUntilSomebodyAcknowledgesAndARepeatDoesNotBeginItAnew() {
        var (state, log) = (Sample.state(SampleLog()), SampleLog())
        _ = Self.seconds(0..<1, &state)
        let first = Self.raise(1, in: &log, &state)
        #expect(first == [.ring(priority: 1)])
        let name = SubjectName("AL-2026-0001")!
        let heard = Self.seconds(1..<25, &state)
        #expect(heard.map(\.0) == [10, 20] && heard.allSatisfy { $0.1 == .ring(priority: 1) })
        log.add(
            .alert(.messageFiled(MessageFiled(.received, .information, party: "UZB", text: "again"))), to: name,
            minutesAgo: 0)
        #expect(state.handle(.moved(log.board, new: [log.entries.last!])).isEmpty)
        let heard1 = Self.seconds(25..<35, &state)
        #expect(heard1.map(\.0) == [30], "the count goes on")
        log.add(.alert(.acknowledged(AlertAcknowledged())), to: name, minutesAgo: 0)
        _ = state.handle(.moved(log.board, new: [log.entries.last!]))
        let heard2 = Self.seconds(35..<200, &state)
        #expect(heard2.isEmpty)
    }

    @Test func whereTheLadderBeganItIsLouderAndTwiceAsOften() {
        var (state, log) = (Sample.state(SampleLog()), SampleLog())
        _ = Self.seconds(0..<1, &state)
        _ = Self.raise(1, in: &log, &state)
        let heard = Self.seconds(110..<141, &state)
        #expect(heard.first { $0.0 >= 120 }?.1 == .ring(priority: 1, isLouder: true))
        #expect(heard.filter { $0.1 == .ring(priority: 1, isLouder: true) }.map(\.0).count >= 4)
        var loud = BellPattern()
        loud.ring(priority: 1, isLouder: true, at: 0)
        #expect((0..<9_000).count { loud.sounds(at: Int64($0)) } == 5)
    }

    @Test func priorityTwoSoundsEveryThreeMinutesThreeAndFourNever() {
        for (priority, times) in [(2, [180, 360]), (3, []), (4, [])] as [(Int, [Int64])] {
            var (state, log) = (Sample.state(SampleLog()), SampleLog())
            _ = Self.seconds(0..<1, &state)
            _ = Self.raise(priority, in: &log, &state)
            let heard3 = Self.seconds(1..<400, &state)
            #expect(heard3.map(\.0) == times, "priority \(priority)")
        }
    }

    @Test func theConfigurationSaysHowOftenAndZeroIsNever() {
        var (state, log) = (Sample.state(SampleLog()), SampleLog())
        _ = state.handle(.preferences(Preferences([.bellRepeat1Seconds: .number(25)])))
        _ = Self.seconds(0..<1, &state)
        _ = Self.raise(1, in: &log, &state)
        let heard4 = Self.seconds(1..<60, &state)
        #expect(heard4.map(\.0) == [25, 50])
        _ = state.handle(.preferences(Preferences([.bellRepeat1Seconds: .number(0)])))
        let heard5 = Self.seconds(60..<600, &state)
        #expect(heard5.allSatisfy { $0.1 != .ring(priority: 1) })
    }

    @Test func aMuteLastsAsLongAsOneSays() {
        var state = Self.state()
        _ = state.run("mute", "10m")
        #expect(state.render().plainLines()[1].contains("MUTED to 04:22 +05"))
        _ = state.run("mute", "2h")
        #expect(state.notice?.isError == true && state.bell.mutedUntil == SampleLog.night + .minutes(10))
        _ = state.run("mute", "soon")
        #expect(state.notice?.isError == true)
        let heard6 = Self.seconds(1..<600, &state)
        #expect(heard6.isEmpty, "muted, the one that waits makes no sound")
        let heard7 = Self.seconds(600..<640, &state)
        #expect(!heard7.isEmpty)
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

    @Test func whatRanOutSoundsNoMoreAndIsCountedNoMore() {
        var log = SampleLog()
        var state = Sample.state(log)
        _ = Self.seconds(0..<1, &state)
        let head = MessageHead(
            theirNumber: "W1", sent: SampleLog.night, expires: SampleLog.night + .seconds(15), scope: .everybody)
        log.begin(
            .alerts,
            .alert(.raised(AlertRaised(priority: 1, message: .warning, headline: "dam", source: "UZB", head: head))),
            minutesAgo: 0)
        let rang = state.handle(.moved(log.board, new: [log.entries.last!]))
        #expect(rang == [.ring(priority: 1)])
        let heard = Self.seconds(1..<200, &state)
        #expect(heard.map(\.0) == [10], "it holds until the fifteenth second")
        let screen = state.render().plainLines()
        #expect(screen[1].hasPrefix("0 unacked") && state.unacknowledgedCount == 0, "\(screen[1])")
        #expect(screen[2...3].joined().contains("0001 EXPIRED"), "\(screen[2...3])")
        let row = screen.first { $0.contains("UZB dam") }
        #expect(row?.contains("EXPIRED") == true && row?.contains("!") == false, "\(row ?? "")")
    }

    @Test func theTitleCountsWhatWaits() {
        var (state, log) = (Self.state(), SampleLog.busyNight)
        let count = state.unacknowledgedCount
        _ = Self.raise(2, in: &log, &state)
        #expect(state.unacknowledgedCount == count + 1)
    }
}
