import Model
import Testing

@testable import Wording

@Suite struct ClockFaceTests {
    /// Saturday, 17 October 2026, 04:12:36 in Almaty.
    private let now = Civil(year: 2026, month: 10, day: 17, hour: 4, minute: 12, second: 36).instant(
        offsetSeconds: 5 * 3_600)
    private let faces = Language.shipped.map { ClockFace(language: $0, zone: .almaty) }

    private func at(_ day: Int, _ hour: Int, _ minute: Int, month: Int = 10, year: Int = 2026) -> Instant {
        Civil(year: year, month: month, day: day, hour: hour, minute: minute).instant(offsetSeconds: 5 * 3_600)
    }

    @Test func times() {
        let face = ClockFace(language: .en, zone: .almaty)
        #expect(face.clockTime(now) == "04:12")
        #expect(face.clockTime(now, seconds: true) == "04:12:36")
        #expect(face.zonedTime(now) == "04:12 +05")
        #expect(ClockFace(language: .ru, zone: .utc).zonedTime(now) == "23:12 UTC")
        #expect(ClockFace(language: .zh, zone: .fixed(16_200)).zonedTime(now) == "03:42 +04:30")
        #expect(face.stamp(now) == "17 Oct 04:12 +05")
    }

    @Test func days() {
        #expect(faces.map { $0.dateLine(now) } == ["Sat 17 Oct 2026", "сб 17.10.2026", "2026-10-17 周六"])
        #expect(faces.map { $0.shortDay(at(6, 0, 0)) } == ["6 Oct", "06.10", "10-06"])
        #expect(faces.map { $0.yearDay(at(6, 0, 0)) } == ["6 Oct 2026", "06.10.2026", "2026-10-06"])
    }

    @Test func everyWeekdayAndMonthHasItsOwnName() {
        for face in faces {
            #expect(Set((1...7).map { face.dateLine(at($0, 0, 0)).filter { !$0.isASCII || $0.isLetter } }).count == 7)
        }
        let names = (1...12).map { faces[0].shortDay(at(1, 0, 0, month: $0)) }
        #expect(names.first == "1 Jan")
        #expect(names.last == "1 Dec")
        #expect(Set(names).count == 12)
    }

    @Test func momentsNameTheDayWhereItIsNotToday() {
        #expect(faces.map { $0.moment(at(17, 3, 51), now: now) } == ["03:51", "03:51", "03:51"])
        #expect(faces.map { $0.moment(at(16, 18, 20), now: now) } == ["16 Oct 18:20", "16.10 18:20", "10-16 18:20"])
        let lastYear = at(17, 18, 20, year: 2025)
        #expect(
            faces.map { $0.moment(lastYear, now: now) } == [
                "17 Oct 2025 18:20", "17.10.2025 18:20", "2025-10-17 18:20",
            ])
        #expect(faces[0].moment(at(3, 1, 0, month: 1, year: 2027), now: now) == "3 Jan 01:00")
    }

    @Test(arguments: [
        (0, ["0min", "0 мин", "0分"]), (7, ["7min", "7 мин", "7分"]), (59, ["59min", "59 мин", "59分"]),
        (60, ["1h00", "1 ч 00", "1时00"]), (92, ["1h32", "1 ч 32", "1时32"]), (187, ["3h07", "3 ч 07", "3时07"]),
        (2_879, ["47h59", "47 ч 59", "47时59"]), (2_880, ["2 d", "2 дн", "2天"]), (4_400, ["3 d", "3 дн", "3天"]),
    ])
    func compactAges(_ minutes: Int, _ expected: [String]) {
        #expect(faces.map { $0.age(.minutes(Int64(minutes))) } == expected)
    }

    @Test(arguments: [
        (7, ["7 min", "7 мин", "7分"]), (1_212, ["20 h 12", "20 ч 12 мин", "20时12分"]), (4_400, ["3 d", "3 дн", "3天"]),
    ])
    func wideAges(_ minutes: Int, _ expected: [String]) {
        #expect(faces.map { $0.age(.minutes(Int64(minutes)), .wide) } == expected)
    }

    @Test func agesAreRoundedTowardsZero() {
        #expect(faces[0].age(.seconds(59)) == "0min")
        #expect(faces[0].age(.seconds(3_599)) == "59min")
        #expect(faces[0].age(.seconds(-59)) == "0min")
        #expect(faces[0].age(.minutes(-92)) == "-1h32")
    }

    @Test(arguments: [(40, "0:40"), (0, "0:00"), (599, "9:59"), (600, "10min"), (-5, "-0:05"), (3_700, "1h01")])
    func secondsOnlyInTheLastTenMinutes(_ seconds: Int, _ expected: String) {
        #expect(faces[0].left(.seconds(Int64(seconds)), seconds: true) == expected)
    }

    @Test func noSecondsUnlessAsked() { #expect(faces[0].left(.seconds(40)) == "0min") }

    @Test func instantsCarryTheirAge() {
        #expect(
            faces.map { $0.instantWithAge(at(17, 3, 51), now: now) } == ["03:51 21min", "03:51, 21 мин", "03:51 21分"])
        #expect(
            faces.map { $0.instantWithAge(at(17, 4, 21), now: now) }
                == ["04:21 in 8min", "04:21, через 8 мин", "04:21 8分后"])
        #expect(
            faces.map { $0.instantWithAge(at(17, 8, 0), now: now, .wide) }
                == ["08:00 in 3 h 47", "08:00, через 3 ч 47 мин", "08:00 3时47分后"])
        #expect(faces[0].instantWithAge(at(17, 4, 13), now: now, seconds: true) == "04:13 in 0:24")
        #expect(faces[0].instantWithAge(now, now: now) == "04:12 0min")
    }

    @Test func agesAndCountdownsAlone() {
        #expect(faces.map { $0.convention.ago(.minutes(3)) } == ["3min ago", "3 мин назад", "3分前"])
        #expect(faces.map { $0.convention.ahead(.minutes(8)) } == ["in 8min", "через 8 мин", "8分后"])
    }
}

@Suite struct ConventionTests {
    private let header = [
        "X-Date-Line": "%a %d.%m.%Y", "X-Weekdays": "дс сс ср бс жм сн жк", "X-Minutes": "%1 мин",
        "X-Hours": "%1 сағ %2 | %1 сағ %2 мин",
        "X-Decimal-Mark": ",", "X-Group-Mark": "space", "X-Future": "%1, %2 кейін", "X-Months": "one two",
    ]

    @Test func aLanguageAddedAsAFileBringsItsOwn() throws {
        let kazakh = try #require(Language(rawValue: "kk"))
        let catalogue = Catalogue(language: kazakh, entries: [], header: header)
        let face = catalogue.clockFace(in: .utc)
        let instant = Civil(year: 2026, month: 10, day: 17, hour: 4).instant(offsetSeconds: 0)
        #expect(face.dateLine(instant) == "сн 17.10.2026")
        #expect(face.shortDay(instant) == "10-17")
        #expect(face.age(.minutes(92)) == "1 сағ 32")
        #expect(face.age(.minutes(92), .wide) == "1 сағ 32 мин")
        #expect(face.age(.minutes(9), .wide) == "9 мин")
        #expect(face.instantWithAge(instant, now: instant - .minutes(5)) == "04:00, 5 мин кейін")
        #expect(face.convention.decimal("31440.5") == "31 440,5")
        #expect(face.convention.months.first == "Jan")
    }

    @Test(
        arguments: [
            (nil, ["--", "--", "--"]), ("38.4", ["38.4", "38,4", "38.4"]), ("31440", ["31,440", "31 440", "31,440"]),
            ("1234.50", ["1,234.50", "1234,50", "1,234.50"]),
            ("-1234567.8", ["-1,234,567.8", "-1 234 567,8", "-1,234,567.8"]),
            ("0.007", ["0.007", "0,007", "0.007"]), ("about 5", ["about 5", "about 5", "about 5"]), ("", ["", "", ""]),
            ("1.2.3", ["1.2.3", "1.2.3", "1.2.3"]), (".5", [".5", ".5", ".5"]), ("0", ["0", "0", "0"]),
        ] as [(String?, [String])])
    func decimals(_ exact: String?, _ expected: [String]) {
        #expect(Language.shipped.map { Convention($0).decimal(exact) } == expected)
    }

    @Test(
        arguments: [
            (nil, "--", "--"), (0, "0", "0"), (999, "999", "999"), (1_000, "1,000", "1000"),
            (31_440, "31,440", "31 440"),
            (-100_000, "-100,000", "-100 000"),
        ] as [(Int?, String, String)])
    func grouped(_ number: Int?, _ english: String, _ russian: String) {
        #expect(Convention(.en).grouped(number) == english)
        #expect(Convention(.ru).grouped(number) == russian)
    }
}
