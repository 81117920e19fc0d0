import Model
import TestSupport
import Testing

@testable import Exchange

/// Records as messages, lines, maps and returns, live and in an exercise.
@Suite struct OutgoingFormatTests {
    private func record(isExercise: Bool) -> OutgoingRecord {
        OutgoingRecord(
            SubjectName(area: .alerts, year: 2026, number: 193, isExercise: isExercise), kind: .seizureReport,
            priority: 1, headline: "Героин, Яллама <&>", at: SampleLog.night, precision: .minute,
            particulars: Particulars(
                items: [
                    SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: "6.3", unit: "kg")),
                    SeizedItem(kind: .cash, name: "notes", quantity: Quantity(amount: "500", unit: "USD")),
                ],
                identifiers: [IdentifierMention(.container, typed: "CSQU3054383")].compactMap { $0 }, state: "UZB",
                place: "Yallama", position: Position(latitude: 4_112_000, longitude: 6_895_000), departure: "Khujand",
                transit: ["Tashkent"], destination: "Almaty", concealment: "spare wheel",
                text: "First line\n.\nEND\n=1+1\u{7}"),
            ownWords: "for your information")
    }

    private let head = OutgoingHead(
        sender: "CARICC", number: "AL-2026-0193/1", sent: SampleLog.night, offsetSeconds: 18_000, recipients: ["KAZ"])

    @Test(arguments: [false, true])
    func capIsReadBackAndBearsItsStatus(isExercise: Bool) throws {
        let bytes = try OutgoingMessage.cap(record(isExercise: isExercise), head)
        let message = try CAPReader.read(bytes)
        #expect(message.version == .v12)
        #expect(message.status == (isExercise ? .exercise : .actual))
        #expect(message.scope == .privateScope && message.addressList == ["KAZ"])
        #expect((message.note == ExerciseMark.words) == isExercise)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("<urgency>Immediate</urgency>") && text.contains("6.3 kg"))
    }

    /// An alert of a seizure of years ago says so in every message; the day is one of UTC, whatever clock it is written by.
    @Test func whenItHappenedGoesWithIt() throws {
        var record = record(isExercise: false)
        (record.at, record.precision) = (Civil(year: 2011, month: 1, day: 7).instant(offsetSeconds: 0), .day)
        let text = OutgoingMessage.text(record, head, .en)
        #expect(text.contains("HAPPENED: 2011-01-07T00:00:00"), "\(text)")
        #expect(OutgoingMessage.text(record, head, .ru).contains("ПРОИЗОШЛО: 2011-01-07"))
        let cap = try OutgoingMessage.cap(record, head)
        #expect(String(decoding: cap, as: UTF8.self).contains("<onset>2011-01-07T00:00:00-00:00</onset>"))
        #expect(IncomingMessage(try CAPReader.read(cap)).happened?.instant == record.at)
        record.at = nil
        #expect(!OutgoingMessage.text(record, head, .en).contains("HAPPENED"))
    }

    @Test(arguments: MessageLabel.Language.allCases)
    func textIsReadBackInEveryLanguage(language: MessageLabel.Language) throws {
        for isExercise in [false, true] {
            let record = record(isExercise: isExercise)
            let text = OutgoingMessage.text(record, head, language)
            let read = try IncomingMessage(LabelledText.read(text))
            #expect(read == IncomingMessage(record, head, language))
            #expect(read.items == ["heroin, 6.3 kg", "notes, 500 USD"])
            let lines = text.split(separator: "\n")
            let mark = ExerciseMark.line(language)
            #expect((lines.first.map(String.init) == mark && lines.last.map(String.init) == mark) == isExercise)
        }
    }

    @Test func everyFormatOfAnExerciseSaysSo() throws {
        let records = [record(isExercise: true)]
        let forms: [(String, [UInt8], String)] = [
            ("csv", RecordTable.write(records, offsetSeconds: 0).bytes, "XAL-2026-0193,yes,"),
            ("sheet", SpreadsheetTable.write(records, .ru, offsetSeconds: 0).bytes, "XAL-2026-0193;yes;"),
            ("jsonl", RecordLines.write(records, offsetSeconds: 0), "\"exercise\":true"),
            ("geojson", RecordMap.write(records, offsetSeconds: 0), "\"exercise_name\":\"EXERCISE EXERCISE EXERCISE\""),
            ("ids", ReturnTable.write(records, offsetSeconds: 0).bytes, "EXERCISE Uzbekistan,"),
            ("ids", ReturnTable.write(records, offsetSeconds: 0).bytes, "EXERCISE heroin,"),
        ]
        for (name, bytes, mark) in forms {
            #expect(String(decoding: bytes, as: UTF8.self).contains(mark), "\(name)")
        }
        let live = [record(isExercise: false)]
        for bytes in [
            RecordTable.write(live, offsetSeconds: 0).bytes, RecordMap.write(live, offsetSeconds: 0),
            ReturnTable.write(live, offsetSeconds: 0).bytes, try OutgoingMessage.cap(live[0], head),
        ] {
            #expect(!String(decoding: bytes, as: UTF8.self).uppercased().contains("EXERCISE EX"))
        }
    }

    /// Our own readers of JSON know no fractions, so it is looked at by hand.
    @Test func theMapHasLongitudeFirstAndWholeObjects() throws {
        let text = String(
            decoding: RecordMap.write(
                [record(isExercise: false), OutgoingRecord(try #require(SubjectName("AL-2026-0001")))], offsetSeconds: 0
            ), as: UTF8.self)
        #expect(text.contains("\"coordinates\":[68.95,41.12]"))
        #expect(text.contains("\"geometry\":null"))
        #expect(text.contains("\\u0007"))
        #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    }

    @Test func linesAreCanonicalObjects() throws {
        let bytes = RecordLines.write([record(isExercise: false), record(isExercise: true)], offsetSeconds: 18_000)
        let lines = bytes.split(separator: 0x0A)
        #expect(lines.count == 2)
        for line in lines {
            let object = try #require(try JSONReader.read(Array(line), canonical: true).object)
            #expect(object["items"]?.array?.count == 2)
            #expect(object["at"]?.string == "2026-10-17T04:12:00+05:00")
        }
    }

    // MARK: The return

    @Test func ourReturnIsReadByOurImporter() throws {
        let result = ReturnTable.write([record(isExercise: false)], offsetSeconds: 18_000)
        #expect(result.rowCount == 1)
        #expect(result.remarks == [.notADrug: 1])
        var table = try SeizureTable(result.bytes, digest: testDigest)
        guard case .item(let item)? = table.next(), case .seizure(.reported(let report)) = item.event else {
            Issue.record("no row was read")
            return
        }
        #expect(report.country == "Uzbekistan" && report.drug == "heroin" && report.quantity.amount == "6.3")
        #expect(report.hidingPlace == "spare wheel" && report.routing == "Tashkent")
        // 04:12 in Almaty is the evening before in UTC.
        #expect(item.at == Civil(year: 2026, month: 10, day: 17).instant(offsetSeconds: 0))
        #expect(table.next() == nil)
    }

    @Test func whatAReturnLacksIsSaid() throws {
        let name = try #require(SubjectName("AL-2026-0001"))
        let items = [
            SeizedItem(kind: .drug, name: "opium", quantity: Quantity(amount: "999", unit: "g")),
            SeizedItem(kind: .drug, quantity: Quantity(amount: "много", unit: "")),
            SeizedItem(kind: .weapon, name: "AK"),
        ]
        let dated = OutgoingRecord(name, at: SampleLog.night, particulars: Particulars(items: items))
        let undated = OutgoingRecord(name, particulars: Particulars(items: [items[0]], state: "KAZ"))
        let result = ReturnTable.write([dated, undated], offsetSeconds: 0)
        #expect(result.rowCount == 2)
        #expect(
            result.remarks == [
                .noCountry: 2, .belowThreshold: 1, .noDrug: 1, .amountNotANumber: 1, .noUnit: 1, .notADrug: 1,
                .noDate: 1,
            ])
    }

    @Test func whatIsOnlySuspectedIsNoRowOfSeizures() throws {
        var log = SampleLog()
        let goods = Particulars(items: [
            SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: "20", unit: "kg"))
        ])
        let raised = AlertRaised(priority: 2, message: .lookout, headline: "truck", source: "UZB", particulars: goods)
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        func written() throws -> ReturnTable.Result {
            let alert = try #require(log.board.alerts[name])
            let record = try #require(OutgoingRecord(.alert(alert)))
            return ReturnTable.write([record], offsetSeconds: 0)
        }
        let before = try written()
        #expect(before.rowCount == 0 && before.remarks == [.onlySuspected: 1])
        log.add(
            .alert(.messageFiled(MessageFiled(.received, .seizureReport, party: "UZB", text: "it was so"))), to: name,
            minutesAgo: 30)
        #expect(try written().rowCount == 1)
        let nothing = OutgoingRecord(name, kind: .seizureReport, at: SampleLog.night)
        #expect(ReturnTable.write([nothing], offsetSeconds: 0).remarks == [.nothingSeized: 1])
    }

    @Test func theThresholdsAreThoseOfTheReturn() {
        func item(_ name: String, _ amount: String, _ unit: String) -> SeizedItem {
            SeizedItem(kind: .drug, name: name, quantity: Quantity(amount: amount, unit: unit))
        }
        #expect(ReturnTable.isSignificant(item("Opium", "1", "kg")) == true)
        #expect(ReturnTable.isSignificant(item("гашиш", "999", "g")) == false)
        #expect(ReturnTable.isSignificant(item("Heroin", "100", "g")) == true)
        #expect(ReturnTable.isSignificant(item("Heroin", "99", "g")) == false)
        #expect(ReturnTable.isSignificant(item("MDMA", "3", "suitcases")) == nil)
    }

    /// Every row of a real return comes out as it went in, by the same ids.
    @Test func aRealReturnSurvivesTheWholeWay() throws {
        guard TestMaterial.hasSeizures else { return print(TestMaterial.absence) }
        var table = try SeizureTable(try SafeFile.read(TestMaterial.seizures), digest: testDigest)
        var records: [OutgoingRecord] = []
        var reports: [SeizureReported] = []
        while let outcome = table.next(), records.count < 4_000 {
            guard case .item(let item) = outcome, case .seizure(.reported(let report)) = item.event else { continue }
            var log = SampleLog()
            log.begin(.seizures, item.event, minutesAgo: 1)
            var entries = log.entries
            (entries[0].at, entries[0].precision) = (item.at, item.precision)
            records.append(try #require(SubjectHistory(entries).subject.flatMap { OutgoingRecord($0) }))
            reports.append(report)
        }
        let result = ReturnTable.write(records, offsetSeconds: 18_000)
        #expect(result.rowCount == records.count)
        var again = try SeizureTable(result.bytes, digest: testDigest)
        for report in reports {
            guard case .item(let item)? = again.next(), case .seizure(.reported(let read)) = item.event else {
                Issue.record("a row was not read")
                return
            }
            #expect(read == report)
        }
    }

    /// Twelve alerts of different sorts, by programs that share no code with us.
    @Test func whatLeavesIsValidByTheSchema() throws {
        let tools = OutsideTool.schemaCheckers
        guard !tools.isEmpty else { return print("Neither python3 nor xmllint: the schema was not tested.") }
        let folder = try ScratchFolder()
        var paths: [String] = []
        let kinds: [MessageKind] = [.seizureReport, .warning, .cancellation, .acknowledgement, .rejection, .lookout]
        for (place, kind) in kinds.enumerated() {
            for isExercise in [false, true] {
                var record = record(isExercise: isExercise)
                (record.kind, record.priority) = (kind, place % 4 + 1)
                if place == 1 { record.particulars.items = [] }
                if place == 2 { (record.particulars, record.headline, record.at) = (Particulars(), nil, nil) }
                if place == 3 { record.particulars.items[1].quantity = Quantity(amount: "--", unit: "") }
                if place == 4 { record.validUntil = SampleLog.night + .hours(6) }
                if place == 5 { (record.ownWords, record.answerBy) = (nil, SampleLog.night + .hours(1)) }
                paths.append(
                    try folder.write(OutgoingMessage.cap(record, head), as: "\(kind.rawValue)-\(isExercise).xml"))
            }
        }
        #expect(paths.count == 12)
        for (tool, arguments) in tools {
            let answer = OutsideTool.run(tool, arguments + paths)
            #expect(answer.code == 0, "\(answer.text.prefix(800))")
        }
    }
}
