import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// One toggle for all times, its label always in sight, 24 hours without exception.
@Suite struct ZoneLabelTests {
    @Test(arguments: FocusTests.screens) func everyScreenNamesItsClock(_ screen: ScreenID) throws {
        for code in ["en", "ru", "zh"] {
            let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
            for size in FocusTests.sizes {
                var state = FocusTests.state(screen, .busyNight, size, catalogue)
                for (zone, label, time) in [
                    ("almaty", "+05", "04:12"), ("utc", "UTC", "23:12"), ("kabul", "+04:30", "03:42"),
                ] {
                    _ = state.run("zone", zone)
                    state.settleLists()
                    let lines = state.render().plainLines()
                    #expect(lines[0].contains("\(time) \(label)"), "\(screen) \(size) \(code): \(lines[0])")
                    #expect(!lines.joined().contains(/\d ?[AaPp][Mm]\b/), "\(screen) \(size) \(code)")
                }
            }
        }
    }

    @Test func oneToggleChangesEveryTime() {
        for screen in FocusTests.screens {
            var state = FocusTests.state(screen, .busyNight, (120, 40))
            let before = state.render().plainLines()
            _ = state.run("zone", "utc")
            // As after every input.
            state.settleLists()
            let after = state.render().plainLines()
            for (row, line) in before.enumerated() {
                // 04:01, 03:31 and 06:00 of this night stand on a screen only while it is shown for Almaty.
                for time in ["04:01", "03:31", "06:20"] where line.contains(time) {
                    #expect(!after[row].contains(time), "\(screen): \(after[row])")
                }
            }
        }
    }

    /// The past and a frozen picture carry it, too.
    @Test func thePastAndAFrozenPictureCarryIt() {
        var state = FocusTests.state(.board, .busyNight, (60, 16))
        _ = state.handle(.key(.character("=")))
        #expect(state.render().plainLines()[0].contains("+05"))
        state = FocusTests.state(.board, .busyNight, (60, 16))
        _ = state.handle(.reviewing(SampleLog.busyNight.board, at: SampleLog.night - .hours(1)))
        #expect(state.render().plainLines()[0].contains("03:12 +05"))
    }
}

/// `--plain` is the picture itself as text: what the screen says, the lines say, in columns that line up.
@Suite struct PlainTests {
    @Test func everyScreenIsWholeInPlainLines() throws {
        for code in ["en", "ru", "zh"] {
            let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
            for screen in FocusTests.screens {
                for size in FocusTests.sizes {
                    let state = FocusTests.state(screen, .busyNight, size, catalogue)
                    let lines = state.render().plainLines()
                    let all = lines.joined(separator: "\n")
                    #expect(lines.count == size.1)
                    #expect(lines.allSatisfy { SafeText($0).width <= size.0 })
                    #expect(all.contains(catalogue.text("LIVE")) && all.contains(catalogue.text("NOW \(1)").prefix(2)))
                    #expect(lines.contains { $0.contains(">") }, "\(screen): the row under the cursor has its mark")
                }
            }
        }
    }

    /// Chinese takes two columns: what stands behind it stands where it stands behind Latin text.
    @Test func columnsLineUpBehindChinese() {
        let state = FocusTests.state(.alerts, .busyNight, (80, 24))
        let ends = state.render().plainLines().filter { $0.contains("000") && $0.contains("UNACKED") }.map { line in
            SafeText(String(line[..<line.ranges(of: "UNACKED")[0].lowerBound])).width
        }
        #expect(ends.count == 2 && Set(ends).count == 1, "\(ends)")
    }
}
