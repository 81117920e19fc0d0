import Model
import Testing

@testable import Wording

@Suite struct TimeEntryTests {
    /// Saturday, 17 October 2026, 04:12:36 in Almaty.
    private let entry = TimeEntry(
        zone: .almaty,
        now: Civil(year: 2026, month: 10, day: 17, hour: 4, minute: 12, second: 36).instant(offsetSeconds: 5 * 3_600))

    private func shown(_ instant: Instant) -> String { ISO8601.text(instant, offsetSeconds: 5 * 3_600) }

    @Test(
        arguments: [
            ("0406", "2026-10-17T04:06"), ("04:06", "2026-10-17T04:06"), ("4:06", "2026-10-17T04:06"),
            ("  0406 ", "2026-10-17T04:06"),
            ("０４：０６", "2026-10-17T04:06"), ("4点06分", "2026-10-17T04:06"), ("04:06 +04", "2026-10-17T05:06"),
            ("04:06 Samara", "2026-10-17T05:06"), ("23:06 UTC", "2026-10-17T04:06"), ("2306z", nil),
            ("2306 Z", "2026-10-17T04:06"),
            ("17 Oct 04:06", "2026-10-17T04:06"), ("17 october 0406", "2026-10-17T04:06"),
            ("17 окт 04:06", "2026-10-17T04:06"),
            ("17 октября 2025 04:06", "2025-10-17T04:06"), ("17.10 04:06", "2026-10-17T04:06"),
            ("17.10.26 04:06", "2026-10-17T04:06"),
            ("17.10.2026 04:06", "2026-10-17T04:06"), ("10-16 18:20", "2026-10-16T18:20"),
            ("10月16日 18:20", "2026-10-16T18:20"),
            ("2026年10月16日18:20", "2026-10-16T18:20"), ("18:20 16 Oct", "2026-10-16T18:20"),
            ("18:20 16 Oct UTC", "2026-10-16T23:20"),
            ("2026-10-16 18:20", "2026-10-16T18:20"), ("2026-10-17T04:06+05:00", "2026-10-17T04:06"),
            ("2026-10-17T04:06:00Z", "2026-10-17T09:06"), ("2026-10-17T04:06", "2026-10-17T04:06"),
            ("3 Jan 01:00", "2027-01-03T01:00"),
            ("3 Jul 01:00", "2026-07-03T01:00"), ("29 Feb 01:00", "2028-02-29T01:00"),
            ("yesterday 2300", "2026-10-16T23:00"),
            ("завтра 0800", "2026-10-18T08:00"), ("明天 08:00", "2026-10-18T08:00"), ("2300", "2026-10-16T23:00"),
        ] as [(String, String?)])
    func times(_ text: String, _ expected: String?) {
        let read = try? entry.instant(text)
        #expect(read.map(shown) == expected.map { "\($0):00+05:00" })
    }

    @Test func aFactLiesBehindAndADeadlineAhead() throws {
        #expect(shown(try entry.instant("0500", .past)) == "2026-10-17T05:00:00+05:00")
        #expect(shown(try entry.instant("0600", .past)) == "2026-10-16T06:00:00+05:00")
        #expect(shown(try entry.instant("0412", .future)) == "2026-10-17T04:12:00+05:00")
        #expect(shown(try entry.instant("0411", .future)) == "2026-10-18T04:11:00+05:00")
        #expect(shown(try entry.instant("1 Feb 1200", .past)) == "2026-02-01T12:00:00+05:00")
        #expect(shown(try entry.instant("1 Jul 1200", .future)) == "2027-07-01T12:00:00+05:00")
        #expect(shown(try entry.instant("1 Oct 1200", .future)) == "2026-10-01T12:00:00+05:00")
    }

    /// At 04:12:36: what would only come in the next hours is not taken for yesterday's.
    @Test func whatIsReportedHasHappened() throws {
        #expect(shown(try entry.happened("0413")) == "2026-10-17T04:13:00+05:00", "a clock may run fast")
        #expect(shown(try entry.happened("2350")) == "2026-10-16T23:50:00+05:00")
        #expect(shown(try entry.happened("03:12 +04")) == "2026-10-17T04:12:00+05:00")
        #expect(shown(try entry.happened("16 Oct 0600")) == "2026-10-16T06:00:00+05:00")
        for text in ["0416", "0600", "1200", "06:00 +04", "17 Oct 04:27", "2026-10-17T04:27+05:00", "tomorrow 0100"] {
            #expect(throws: TimeEntryFault.notYetCome(text)) { try entry.happened(text) }
        }
        let morning = TimeEntry(zone: .almaty, now: entry.now + .minutes(308))  // 09:20
        #expect(throws: TimeEntryFault.notYetCome("1300")) { try morning.happened("1300") }
        #expect(shown(try morning.happened("2100")) == "2026-10-16T21:00:00+05:00")
        let midnight = TimeEntry(zone: .almaty, now: entry.now - .minutes(242))  // 00:10
        #expect(shown(try midnight.happened("2350")) == "2026-10-16T23:50:00+05:00")
    }

    @Test func aPlannedWindowIsReadForward() throws {
        let morning = TimeEntry(zone: .almaty, now: entry.now + .minutes(308))  // 09:20
        func window(_ from: String, _ until: String) throws -> [String] {
            let begin = try morning.begins(from)
            return [shown(begin), shown(try morning.ends(until, after: begin))].map {
                String($0.dropFirst(8).prefix(8))
            }
        }
        #expect(try window("2200", "0600") == ["17T22:00", "18T06:00"])
        #expect(try window("0900", "1500") == ["17T09:00", "17T15:00"])
        #expect(try window("0500", "0900") == ["18T05:00", "18T09:00"])
        #expect(
            try window("16 Oct 0500", "17 Oct 2300") == ["16T05:00", "17T23:00"],
            "with their days they are what they say")
        #expect(throws: TimeEntryFault.longWindow("0800", .hours(23))) { try window("0900", "0800") }
    }

    @Test(
        arguments: [
            ("", .empty), ("   ", .empty), ("2460", .noSuchHour(24)), ("04:60", .noSuchMinute(60)),
            ("406", .notATime("406")),
            ("soon", .notATime("soon")), ("04:6", .notATime("04:6")), ("04:06:07:08", .notATime("04:06:07:08")),
            ("٠٤٠٦", .notATime("٠٤٠٦")),
            ("17 Oct", .notATime("oct")), ("Almaty", .notATime("almaty")), ("17 Foo 04:06", .notADay("17 foo")),
            ("17 04:06", .notADay("17")),
            ("32 Oct 04:06", .noSuchDay("32 oct")), ("17.13 04:06", .noSuchDay("17.13")),
            ("29.02.2025 04:06", .noSuchDay("29.02.2025")),
            ("0.10 04:06", .noSuchDay("0.10")), ("1 2 3 4 04:06", .notADay("1 2 3 4")),
            ("17.10.202 04:06", .notADay("17.10.202")),
        ] as [(String, TimeEntryFault)])
    func refusedTimes(_ text: String, _ fault: TimeEntryFault) {
        #expect(throws: fault) { try entry.instant(text) }
    }

    @Test(arguments: [
        ("45", 45), ("0", 0), ("90m", 90), ("90 min", 90), ("90мин", 90), ("90 м", 90), ("90分", 90), ("90分钟", 90),
        ("2h", 120),
        ("2 ч", 120), ("2小时", 120), ("1h30", 90), ("1H30M", 90), ("1 h 30 min.", 90), ("1ч30", 90), ("1 ч 30 мин", 90),
        ("1时30分", 90), ("3d", 4_320), ("3 дн.", 4_320), ("3天", 4_320), ("1d12h", 2_160), ("1д 2ч 3м", 1_563),
        ("366d", 527_040),
    ])
    func lengths(_ text: String, _ minutes: Int) throws {
        #expect(try entry.span(text) == .minutes(Int64(minutes)))
    }

    @Test(
        arguments: [
            ("", .empty), ("h", .notALength("h")), ("5x", .notALength("5x")), ("30m1h", .notALength("30m1h")),
            ("1h1h", .notALength("1h1h")),
            ("3d5", .notALength("3d5")), ("1h30 45", .notALength("1h30 45")), ("-5m", .notALength("-5m")),
            ("1:30", .notALength("1:30")),
            ("1.5h", .notALength("1.5h")), ("367d", .tooLong), ("99999999999999999999m", .tooLong),
            ("½h", .notALength("½h")),
        ] as [(String, TimeEntryFault)])
    func refusedLengths(_ text: String, _ fault: TimeEntryFault) {
        #expect(throws: fault) { try entry.span(text) }
    }

    @Test func deadlinesAreTimesOrLengths() throws {
        #expect(try entry.deadline("45") == entry.now + .minutes(45))
        #expect(try entry.deadline("1ч30") == entry.now + .minutes(90))
        #expect(shown(try entry.deadline("0800")) == "2026-10-17T08:00:00+05:00")
        #expect(shown(try entry.deadline("19 Oct 04:06")) == "2026-10-19T04:06:00+05:00")
        #expect(shown(try entry.deadline("3 дек 04:06")) == "2026-12-03T04:06:00+05:00")
        #expect(throws: TimeEntryFault.empty) { try entry.deadline(" ") }
    }

    @Test func faultsAreSentences() {
        #expect(
            Catalogue.english.text(TimeEntryFault.noSuchHour(24).message)
                == "There is no hour 24; hours go from 00 to 23")
    }
}

@Suite struct ISO8601Tests {
    @Test(
        arguments: [
            ("2026-10-17T04:06:00+05:00", 1_792_191_960_000), ("2026-10-16T23:06Z", 1_792_191_960_000),
            ("2026-10-17 03:36:00.5+04:30", 1_792_191_960_500), ("2026-10-17t04:06:00.1239+0500", 1_792_191_960_123),
            ("2026-10-16T20:06:00-03", 1_792_191_960_000), ("1969-12-31T23:59:59.999Z", -1),
            ("2026-12-31T23:59:60Z", 1_798_761_600_000),
        ] as [(String, Int64)])
    func reads(_ text: String, _ milliseconds: Int64) {
        #expect(ISO8601.instant(text) == Instant(milliseconds: milliseconds))
    }

    @Test(arguments: [
        "", "2026-10-17", "2026-10-17T04:06", "2026-10-17T04:06:00", "2026-13-17T04:06Z", "2026-02-29T04:06Z",
        "2026-10-17T24:00Z",
        "2026-10-17T04:6Z", "2026-10-17T04:06:00.Z", "2026-10-17T04:06Zx", "2026-10-17T04:06+25:00", "26-10-17T04:06Z",
        "２０２６-10-17T04:06Z", "2026/10/17T04:06Z", "2026-10-17T04:06:00.1234567890Z", "0000-10-17T04:06Z",
    ])
    func refuses(_ text: String) { #expect(ISO8601.instant(text) == nil) }

    @Test(arguments: [0, 5 * 3_600, 16_200, -12_600])
    func writesWhatItReads(_ offset: Int) {
        for milliseconds: Int64 in [
            0, -1, 1_792_191_960_000, 1_792_191_960_007, Instant.distantPast.milliseconds + 86_400_000,
        ] {
            let instant = Instant(milliseconds: milliseconds)
            #expect(ISO8601.instant(ISO8601.text(instant, offsetSeconds: offset)) == instant)
        }
    }

    @Test func writes() {
        #expect(ISO8601.text(Instant(milliseconds: 1_792_191_960_007)) == "2026-10-16T23:06:00.007Z")
        #expect(
            ISO8601.text(Instant(milliseconds: 1_792_191_960_000), offsetSeconds: 16_200) == "2026-10-17T03:36:00+04:30"
        )
    }
}
