import Model
import Testing

@testable import Exchange

/// What leaves bears the names of the registry and of UNODC; what was typed stays where a form has a place for it.
@Suite struct ReturnWordsTests {
    private static func record(_ items: [SeizedItem]) throws -> OutgoingRecord {
        OutgoingRecord(
            try #require(SubjectName("AL-2026-0001")), kind: .seizureReport,
            at: Civil(year: 2026, month: 11, day: 3).instant(offsetSeconds: 0), precision: .day,
            particulars: Particulars(items: items, state: "TJK", place: "Куляб"))
    }

    private static let opium = SeizedItem(
        kind: .drug, name: "опием", substance: "opium", quantity: Quantity(amount: "27.34", unit: "кг"))
    private static let cash = SeizedItem(
        kind: .cash, quantity: Quantity(amount: "15000", unit: "долларов США."), currency: "USD")

    @Test func aReturnSpeaksTheLanguageOfReturns() throws {
        let odd = SeizedItem(kind: .drug, name: "чернуха", quantity: Quantity(amount: "3", unit: "matchbox"))
        let ecstasy = SeizedItem(
            kind: .drug, name: "Ecstasy", substance: "mdma", quantity: Quantity(amount: "2", unit: "Pill"))
        let bytes = ReturnTable.write([try Self.record([Self.opium, odd, ecstasy])], offsetSeconds: 18_000).bytes
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(
            lines[1]
                == "Asia,Central Asia and Transcaucasian countries,Tajikistan,,Куляб,2026-11-03,Opium,27.34,Kilogram,,,,,,,"
        )
        #expect(lines[2].contains(",чернуха,3,matchbox,") && lines[3].contains(",Ecstasy,2,Pill,"))
    }

    @Test func aTableHasBothAndReadsWhatOlderOnesWrote() throws {
        let record = try Self.record([Self.opium, Self.cash])
        let table = RecordTable.write([record], offsetSeconds: 0).bytes
        let text = String(decoding: table, as: UTF8.self)
        #expect(text.contains(",опием,Opium,opium,27.34,кг,Kilogram,"))
        #expect(try RecordTable.read(table) == [record])
        let places = RecordColumn.allCases.enumerated().filter { RecordColumn.earlier.contains($0.element) }.map(
            \.offset)
        let older = text.split(separator: "\r\n").map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return places.map { String(cells[$0]) }.joined(separator: ",") + "\r\n"
        }.joined()
        #expect(try RecordTable.read(Array(older.utf8)) == [record])
        let lines = RecordLines.write([record], offsetSeconds: 0)
        let map = String(decoding: RecordMap.write([record], offsetSeconds: 0), as: UTF8.self)
        #expect(map.contains("\"substance_name\":\"Opium\"") && map.contains("\"unodc_unit\":\"Kilogram\""))
        #expect(try RecordLines.read(lines) == [record])
    }

    @Test func aMessageNamesGoodsInTheReadersLanguage() throws {
        let record = try Self.record([Self.opium, Self.cash])
        let head = OutgoingHead(
            sender: "CARICC", number: "AL-2026-0001/1", sent: Instant(milliseconds: 1_795_000_000_000),
            offsetSeconds: 18_000, recipients: ["UZB"])
        #expect(OutgoingMessage.text(record, head, .ru).contains("опий, 27.34 кг"))
        #expect(OutgoingMessage.text(record, head, .ru).contains("наличные, 15000 USD"))
        #expect(OutgoingMessage.text(record, head, .en).contains("opium, 27.34 кг"))
        #expect(OutgoingMessage.text(record, head, .zh).contains("现金, 15000 USD"))
    }

    // MARK: Records of another log

    @Test func recordsOfAnotherLogAreReadAsReports() throws {
        let record = try Self.record([Self.opium])
        let bytes = RecordLines.write([record], offsetSeconds: 18_000)
        let answer = MessageReader(digest: testDigest).read(bytes, source: "TJK")
        guard case .items(let items, .recordLines) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(items.count == 1 && items[0].record == record)
        guard case .alert(.raised(let raised)) = items[0].event else { return }
        #expect(raised.source == "TJK" && raised.head.theirNumber == "AL-2026-0001" && raised.place == "Куляб")
        // The same on its way from the confined process, and the same name whoever reads it again.
        #expect(MessageAnswer(returned: answer) == answer)
        #expect(MessageReader(digest: testDigest).read(bytes, source: "TJK") == answer)
        let foreign = MessageReader(digest: testDigest).read(Array("{\"record\":\"x\"}\n".utf8))
        guard case .refused(let refusal) = foreign else { return }
        #expect(refusal.reason == .foreignJSON)
    }
}
