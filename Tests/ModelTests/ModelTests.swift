import TestSupport
import Testing

@testable import Model

@Suite struct RuleTests {
    static let now = SampleLog.night

    static func alert(_ events: [(AlertEvent, Int64)]) -> Alert {
        var log = SampleLog()
        let raised = AlertRaised(priority: 2, message: .warning, headline: "a", source: "UZB", due: now + .hours(1))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        for (event, minutes) in events { log.add(.alert(event), to: name, minutesAgo: minutes, actor: "orazov") }
        guard case .alert(let alert) = log.history(of: name).subject else { preconditionFailure("not an alert") }
        return alert
    }

    @Test func aShelvedAlertReturnsByItselfAndWaitsFromThen() {
        let alert = Self.alert([(.shelved(AlertShelved(until: Self.now, reason: "later")), 30)])
        #expect(alert.status(at: Self.now - .seconds(1)) == .shelved(until: Self.now))
        #expect(alert.status(at: Self.now) == .unacknowledged)
        #expect(alert.waiting(at: Self.now + .minutes(5)) == .minutes(5))
        #expect(alert.nextChange == Self.now)
    }

    @Test func anAcknowledgementLapses() {
        let alert = Self.alert([(.acknowledged(AlertAcknowledged(until: Self.now + .minutes(1))), 30)])
        #expect(alert.status(at: Self.now) == .acknowledged)
        #expect(alert.status(at: Self.now + .minutes(1)) == .unacknowledged)
    }

    @Test func aClosedAlertTakesNothingButNotes() {
        let alert = Self.alert([(.closed(AlertClosed(disposition: .handled)), 10)])
        #expect(
            alert.refusal(of: .acknowledged(AlertAcknowledged()), at: Self.now)
                == .alreadyClosed(alert.name, by: "orazov", at: Self.now - .minutes(10)))
        #expect(alert.refusal(of: .noted(AlertNoted(text: "late word")), at: Self.now) == nil)
    }

    @Test func shelvingNeedsAReasonAndAFuture() {
        let alert = Self.alert([])
        #expect(
            alert.refusal(of: .shelved(AlertShelved(until: Self.now + .hours(1), reason: " ")), at: Self.now)
                == .reasonMissing)
        #expect(
            alert.refusal(of: .shelved(AlertShelved(until: Self.now, reason: "x")), at: Self.now)
                == .notInTheFuture(Self.now))
    }

    @Test func aReportIsOverdueOneIntervalAfterTheLastWordAndNotWhileSilenceIsAgreed() {
        let board = SampleLog.busyNight.board
        let truck = board.deliveries[SubjectName("CD-2026-001")!]!
        #expect(truck.reportDue == Self.now - .minutes(11))
        #expect(truck.phase(at: Self.now) == .silent(due: Self.now - .minutes(11)))
        #expect(truck.phase(at: Self.now - .minutes(12)) == .underWay)
        #expect(truck.windowOverrun == .minutes(20))
        let ferry = board.deliveries[SubjectName("CD-2026-002")!]!
        #expect(ferry.phase(at: Self.now) == .quietByPlan(until: Self.now + .minutes(138)))
        #expect(ferry.phase(at: Self.now + .minutes(139)) == .silent(due: Self.now + .minutes(138)))
    }

    @Test func anOlderReportThatComesLateDoesNotTurnTheClockBack() {
        var log = SampleLog.busyNight
        let truck = SubjectName("CD-2026-001")!
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "TJK", text: "old news", place: "Khujand"))), to: truck,
            minutesAgo: 1, happened: 500)
        let delivery = log.board.deliveries[truck]!
        #expect(delivery.lastPlace == "Yallama queue")
        #expect(delivery.reportCount == 2)
    }

    @Test func lineThreeNamesTheWorstFirst() {
        let board = SampleLog.busyNight.board
        guard case .silence(let name, _, _, _, _) = board.headline(at: Self.now) else {
            Issue.record("\(board.headline(at: Self.now))")
            return
        }
        #expect(name.text == "CD-2026-001")
        #expect(SampleLog().board.headline(at: Self.now) == .nobodyHasTheWatch(since: nil, last: nil))
        let agenda = board.agenda(at: Self.now)
        #expect(agenda.map(\.instant) == agenda.map(\.instant).sorted())
        #expect(agenda.allSatisfy { $0.instant >= Self.now })
    }

    @Test func withdrawingAWithdrawalBringsTheEntryBack() {
        var log = SampleLog.busyNight
        let name = SubjectName("AL-2026-0001")!
        log.add(.alert(.closed(AlertClosed(disposition: .duplicate))), to: name, minutesAgo: 2)
        let closing = Int64(log.entries.count - 1)
        #expect(log.board.alerts[name] == nil)
        log.add(.logKeeping(.withdrawn(EntryWithdrawn(index: closing, reason: "wrong alert"))), to: name, minutesAgo: 1)
        #expect(log.board.alerts[name] != nil)
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: closing + 1, reason: "it was right"))), to: name, minutesAgo: 0
        )
        #expect(log.board.alerts[name] == nil)
        #expect(log.history(of: name).withdrawn == [closing + 1])
    }

    @Test func onlyTheAuthorWithdraws() {
        let history = SampleLog.busyNight.history(of: SubjectName("AL-2026-0001")!)
        let withdrawal = Event.logKeeping(.withdrawn(EntryWithdrawn(index: history.entries[1].index, reason: "x")))
        #expect(history.refusal(of: withdrawal, by: "sagynbaeva", at: Self.now) == nil)
        #expect(
            history.refusal(of: withdrawal, by: "orazov", at: Self.now)
                == .notTheAuthor(history.entries[1].index, author: "sagynbaeva"))
    }
}

@Suite struct ClockTests {
    @Test func scenarioTimeIsMonotonicAndAPauseOfDaysMakesNothingBurst() {
        var generator = SeededGenerator(seed: 7)
        var clock = BoardClock()
        var real = SampleLog.night
        clock.follow(
            .clockStarted(ExerciseClockStarted(title: "t", scenario: SampleLog.night - .days(30), speed: 30_000)),
            recorded: real)
        var last = clock.time(at: real)
        for _ in 0..<500 {
            real = real + Span(milliseconds: Int64.random(in: 0...10_000, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                clock.follow(.clockPaused(ExerciseClockPaused()), recorded: real)
                let paused = clock.time(at: real)
                real = real + .days(3)
                #expect(clock.time(at: real) == paused)
            case 1:
                clock.follow(
                    .clockResumed(ExerciseClockResumed(speed: Int64.random(in: 1...3_600_000, using: &generator))),
                    recorded: real)
            case 2:
                clock.follow(
                    .clockJumped(
                        ExerciseClockJumped(
                            to: clock.time(at: real) + .minutes(Int64.random(in: -60...60, using: &generator)))),
                    recorded: real)
            default: break
            }
            #expect(clock.time(at: real) >= last)
            last = clock.time(at: real)
        }
    }

    @Test func civilDatesGoThereAndBack() {
        for day in stride(from: -800_000, through: 2_900_000, by: 137) {
            let instant = Instant(milliseconds: Int64(day) * 86_400_000 + 12_345)
            let civil = Civil(instant, offsetSeconds: 18_000)
            #expect(civil.isValid || civil.year < 1)
            #expect(civil.instant(offsetSeconds: 18_000) == instant)
        }
        #expect(Civil(Instant(milliseconds: 951_782_400_000), offsetSeconds: 0) == Civil(year: 2000, month: 2, day: 29))
        #expect(Civil(year: 2026, month: 10, day: 17).weekday == 5)
    }
}

@Suite struct ValueTests {
    @Test func canonicalJSONIsReadBackAndNothingElseIsTaken() throws {
        let texts = [
            #"{"a":1,"b":[true,false,null],"c":{"d":"é \u0001\n\"\\"}}"#, "{}", "[]", "-9007199254740991", #""漢字🚚""#,
        ]
        for text in texts {
            let value = try JSONReader.read(text.utf8, canonical: true)
            #expect(CanonicalJSON.text(of: value) == text)
        }
        let refused = [
            #"{"b":1,"a":2}"#, #"{"a":1,"a":2}"#, #"{"a": 1}"#, "1.0", "1e3", "-0", "01", "9007199254740992",
            #"{"A":1}"#, #""\/""#, #""\u000A""#,
            "[1,]", "tru", #""\ud800""#, "\u{FEFF}{}", "{} {}", #"{"a":1"#,
            String(repeating: "[", count: 20) + String(repeating: "]", count: 20), "",
        ]
        for text in refused {
            #expect(throws: JSONFault.self, "\(text)") { try JSONReader.read(text.utf8, canonical: true) }
        }
        #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xC0, 0xAF, 0x22]) }
        #expect(
            try JSONReader.read(#" { "b" : 1 , "a" : "\/" } "#.utf8)
                == .object(
                    {
                        var o = JSONObject()
                        o["a"] = .string("/")
                        o["b"] = .integer(1)
                        return o
                    }()))
    }

    @Test func anEntryIsItsLineAndNothingMore() throws {
        for entry in SampleLog.busyNight.entries {
            let line = entry.line
            let back = try line.withUnsafeBufferPointer {
                try Entry(line: UnsafeBufferPointer(rebasing: $0.dropLast()))
            }
            #expect(back.line == line)
            #expect(back.event == entry.event)
        }
    }

    @Test func aLineThatWeWouldNotHaveWrittenIsRefused() throws {
        let line = String(decoding: SampleLog.busyNight.entries[2].line.dropLast(), as: UTF8.self)
        let id = SampleLog.busyNight.entries[2].id.description
        let changes = [
            line.replacing(id, with: id.uppercased()), line.replacing(id, with: id.replacing("-", with: "") + "----"),
            line.replacing("\"prev\":\"0000", with: "\"prev\":\"A000"),
            line.replacing(",\"prev\"", with: ",\"precision\":\"millisecond\",\"prev\""),
            line.replacing(",\"prev\"", with: ",\"precision\":1,\"prev\""),
            line.replacing("\"v\":1", with: "\"v\":1,\"w\":1"), line + " ",
        ]
        for change in changes where change != line {
            #expect(throws: EntryFault.self, "\(change)") {
                try Array(change.utf8).withUnsafeBufferPointer { try Entry(line: $0) }
            }
        }
    }

    @Test func unknownKindsAndVersionsSurvive() throws {
        var body = JSONObject()
        body["anything"] = .array([.integer(1)])
        let event = try Event(kind: "consentReceived", version: 1, body: body)
        #expect(event == .unknown(UnknownEvent(kind: "consentReceived", version: 1, body: body)))
        #expect(event.body == body && event.kind == "consentReceived")
        #expect(try Event(kind: "alertClosed", version: 2, body: body).body == body)
        #expect(throws: BodyFault.self) { try Event(kind: "alertClosed", version: 1, body: body) }
    }

    @Test func decimalsAreExact() {
        #expect(ExactDecimal("0.5579999999999999")?.rounded(timesTenTo: 9) == 558_000_000)
        #expect(ExactDecimal("1e-07")?.rounded(timesTenTo: 9) == 100)
        #expect(ExactDecimal("5.9999999999999995e-05")?.rounded(timesTenTo: 9) == 60_000)
        #expect(ExactDecimal("18.449")?.rounded(timesTenTo: 6) == 18_449_000)
        for text in [
            "", ".", "e5", "1e", "1e-9223372036854775808", "1e99", "--", "1,5", "0x1", "1.2.3", "12345678901234567890",
            "٣", "1e5e5", "-",
        ] {
            #expect(ExactDecimal(text) == nil, "\(text)")
        }
    }

    @Test func quantitiesKeepWhatWasTypedBesideTheRule() {
        #expect(Quantity(amount: "0.558", unit: "Kilogram").micrograms == 558_000_000)
        #expect(Quantity(amount: "2", unit: "Litre").rule == .kilogramPerLitre)
        let tablets = Quantity(amount: "2", unit: "Thousand of tablets")
        #expect(tablets.micrograms == 180_000_000 && tablets.microgramsHigh == 600_000_000)
        #expect(Quantity(amount: "--", unit: "Kilogram").rule == .none)
        #expect(Quantity(amount: "", unit: "Gram").micrograms == nil)
        #expect(Quantity(amount: "0", unit: "Gram").micrograms == 0)
        #expect(Quantity(amount: "3", unit: "Acres").rule == .none)
    }

    @Test func subjectNamesAreStrict() {
        #expect(SubjectName("CD-2026-014")?.area == .deliveries)
        #expect(SubjectName("XCD-2026-014")?.area == .deliveries)
        #expect(SubjectName("ZZ-2026-1")?.area == .unknown)
        for text in ["", "CD", "CD-26-1", "cd-2026-001", "CD-2026-", "CD-2026-1-2", "CD-2026-0\u{0430}", "CD 2026 1"] {
            #expect(SubjectName(text) == nil, "\(text)")
        }
        #expect(SubjectName(area: .alerts, year: 2026, number: 193, isExercise: true).text == "XAL-2026-0193")
    }

    @Test func filtersTakeWordsFieldsAndNot() {
        let entries = SampleLog.busyNight.entries
        #expect(entries.count { EntryFilter("kind:alertraised").matches($0) } == 4)
        #expect(entries.count { EntryFilter("ЗАПРОС").matches($0) } == 1)
        #expect(entries.count { EntryFilter("subject:AL- !kind:alertRaised").matches($0) } == 3)
        #expect(entries.count { EntryFilter("").matches($0) } == entries.count)
        #expect(entries.count { EntryFilter("priority:1 heroin").matches($0) } == 2)
    }
}
