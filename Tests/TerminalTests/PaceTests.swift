import Screen
import Testing

@testable import Terminal

/// What is made of the times at which a terminal answers.
@Suite struct PaceTests {
    private let start = ContinuousClock.now

    private func at(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

    private func check(asks: Bool, _ pace: inout Pace, bytes: Int, at seconds: Double) {
        let didAsk = pace.noteFrame(bytes: bytes, at: at(seconds))
        #expect(didAsk == asks)
    }

    /// A pace after a quick first answer and one frame that took `seconds`.
    private func pace(frame bytes: Int, took seconds: Double) -> Pace {
        var pace = Pace(asks: true)
        pace.noteSent(bytes: 60, at: at(0))
        pace.noteQuestion(at: at(0))
        pace.noteAnswer(at: at(0.05))
        check(asks: true, &pace, bytes: bytes, at: 1)
        pace.noteQuestion(at: at(1))
        pace.noteAnswer(at: at(1 + seconds))
        return pace
    }

    @Test func aSlowLineIsMeasuredAndAFastOneIsNot() throws {
        let slow = pace(frame: 3_000, took: 10.05)
        #expect(try (295...305).contains(#require(slow.bytesPerSecond)))
        #expect(slow.isSlow)
        #expect(slow.frameInterval == .seconds(10))
        let fast = pace(frame: 3_000, took: 0.06)
        #expect(!fast.isSlow)
        #expect(fast.frameInterval == .milliseconds(100))
        // A satellite is far and not slow.
        var far = Pace(asks: true)
        far.noteSent(bytes: 60, at: at(0))
        far.noteQuestion(at: at(0))
        far.noteAnswer(at: at(0.7))
        _ = far.noteFrame(bytes: 3_000, at: at(1))
        far.noteQuestion(at: at(1))
        far.noteAnswer(at: at(1.75))
        #expect(!far.isSlow)
    }

    @Test func oneStallIsNoSlowLine() {
        var pace = pace(frame: 3_000, took: 0.06)
        _ = pace.noteFrame(bytes: 3_000, at: at(10))
        pace.noteQuestion(at: at(10))
        pace.noteAnswer(at: at(70))
        #expect(!pace.isSlow)
    }

    @Test func aSlowLineGetsNoFrameBeforeItHasDrawnTheLast() {
        var pace = pace(frame: 3_000, took: 10.05)
        #expect(pace.mayDraw(at: at(12)))
        check(asks: true, &pace, bytes: 100, at: 12)
        pace.noteQuestion(at: at(12))
        #expect(!pace.mayDraw(at: at(12.2)))
        #expect(pace.nextChance(at: at(12.2)) == at(27))
        #expect(pace.mayDraw(at: at(27)), "a lost answer does not freeze the picture")
        pace.noteAnswer(at: at(12.4))
        #expect(pace.mayDraw(at: at(12.4)))
    }

    @Test func aFastTerminalThatStopsGetsAtMostAWindow() {
        var pace = pace(frame: 3_000, took: 0.06)
        check(asks: true, &pace, bytes: 2_000, at: 10)
        pace.noteQuestion(at: at(10))
        #expect(pace.mayDraw(at: at(10.2)))
        check(asks: false, &pace, bytes: 4_100, at: 10.3)
        #expect(!pace.mayDraw(at: at(10.4)))
        #expect(!pace.mayDraw(at: at(20)))
    }

    @Test func nothingWaitsForATerminalThatNeverAnswers() {
        var pace = Pace(asks: true)
        pace.noteQuestion(at: at(0))
        for second in 0..<40 {
            #expect(pace.mayDraw(at: at(Double(second))))
            if pace.noteFrame(bytes: 2_000, at: at(Double(second))) { pace.noteQuestion(at: at(Double(second))) }
        }
        #expect(pace.bytesPerSecond == nil && !pace.answers)
        var mute = Pace(asks: false)
        check(asks: false, &mute, bytes: 100_000, at: 0)
    }
}

/// A paste without marks is told from typing.
@Suite struct TypingBurstTests {
    private let now = ContinuousClock.now

    private func keys(_ text: String) -> [Key] {
        text.map { $0 == "\n" ? .enter : $0 == "\t" ? .tab : .character($0) }
    }

    private func expect(
        _ burst: inout TypingBurst, _ keys: [Key], at moment: ContinuousClock.Instant, _ wanted: [Key],
        _ comment: Comment? = nil
    ) {
        let got = burst.gathered(keys, at: moment)
        #expect(got == wanted, comment)
    }

    @Test func aBurstIsOneKeyAndTypingStaysTyping() {
        var burst = TypingBurst()
        expect(&burst, keys("alert heard"), at: now, keys("alert heard"), "eleven characters")
        expect(&burst, keys("quit\nalert 0001\nq"), at: now, [.pasted("quit\nalert 0001\nq")])
    }

    @Test func aRepeatingKeyIsNoPasteUntilItIsAbsurd() {
        var burst = TypingBurst()
        let held = [Key](repeating: .character("j"), count: 200)
        expect(&burst, held, at: now, held)
        let mixed = keys(String(repeating: "j", count: 60) + String(repeating: "k", count: 60))
        expect(&burst, mixed, at: now, mixed)
        expect(&burst, [Key](repeating: .down, count: 500), at: now, [Key](repeating: .down, count: 500))
        expect(&burst, held + held, at: now, [.pasted(String(repeating: "j", count: 400))])
    }

    @Test func whatFollowsAtOnceBelongsToIt() {
        var burst = TypingBurst()
        _ = burst.gathered(keys("a line that is long"), at: now)
        expect(&burst, keys("q\n"), at: now + .milliseconds(5), [.pasted("q\n")])
        expect(&burst, keys("\n"), at: now + .milliseconds(6), [.enter], "a person says that it is complete")
        _ = burst.gathered(keys(String(repeating: "a line that is long\n", count: 60)), at: now)
        expect(&burst, keys("q\n"), at: now + .milliseconds(100), [.pasted("q\n")])
        expect(&burst, keys("q"), at: now + .milliseconds(700), keys("q"))
    }

    @Test func keysBetweenStayKeys() {
        var burst = TypingBurst()
        expect(
            &burst, keys("what is pasted here") + [.up] + keys("q"), at: now,
            [.pasted("what is pasted here"), .up, .pasted("q")])
    }
}
