import Model
import TestSupport
import Testing

@testable import Exchange

/// Records as tables, with and without loss.
@Suite struct RecordTableTests {
    private static let almaty = 5 * 3_600

    @Test(arguments: 0..<40)
    func whatIsExportedIsImportedEqual(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let records = (0..<25).map { _ in RecordSamples.record(&random) }
        let table = RecordTable.write(records, offsetSeconds: RecordTableTests.almaty)
        #expect(table.nulls == 0)
        #expect(try RecordTable.read(table.bytes) == records)
        #expect(try RecordLines.read(RecordLines.write(records, offsetSeconds: RecordTableTests.almaty)) == records)
    }

    /// What left is told from what the log has under the same name and does not say.
    @Test func aRecordThatCameBackIsKnown() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<40 {
            let record = RecordSamples.record(&random)
            var cut = record
            (cut.headline, cut.particulars.place, cut.priority) = (nil, nil, nil)
            let hasMore = record.at != nil || !record.particulars.items.isEmpty
            #expect(cut.repeats(record) == hasMore)
            var other = record
            other.headline = "another"
            #expect(!other.repeats(record))
            var items = RecordItems([record], source: "CARICC", digest: testDigest)
            let (item, none) = (items.next(), items.next())
            #expect(item?.record == record && item?.target == .new(record.name.area))
            #expect(none == nil)
        }
    }

    @Test func theKindOfAFileOfRecordsShowsAtItsBeginning() throws {
        var random = SeededGenerator(seed: 8)
        let records = [RecordSamples.record(&random)]
        let table = RecordTable.write(records, offsetSeconds: 0).bytes
        let lines = RecordLines.write(records, offsetSeconds: 0)
        #expect(try ImportFormat.detect(fileName: "x.csv", firstBytes: table) == .recordTable)
        #expect(try ImportFormat.detect(fileName: "-", firstBytes: lines) == .recordLines)
        #expect(throws: RecordLines.Fault.self) { try RecordLines.read(Array("{\"record\":\"AL-2026-0001\"}".utf8)) }
    }

    /// A return has no column for our number: a row of our own alert is known by day, place, drug and amount.
    @Test func aRowOfOurOwnAlertIsKnown() throws {
        let record = OutgoingRecord(
            try #require(SubjectName("AL-2026-0001")),
            at: Civil(year: 2026, month: 1, day: 7).instant(offsetSeconds: 0) + .hours(22),
            particulars: Particulars(
                items: [SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: "18.45", unit: "kg"))],
                state: "KAZ", place: "Khorgos"))
        var own = OwnRows()
        own.add(record, offsets: [0, RecordTableTests.almaty], digest: testDigest)
        for offset in [0, RecordTableTests.almaty] {
            var table = try SeizureTable(ReturnTable.write([record], offsetSeconds: offset).bytes, digest: testDigest)
            guard case .item(let item)? = table.next() else {
                Issue.record("no row")
                continue
            }
            #expect(own.contains(item))
        }
        var other = record
        other.particulars.items[0].quantity = Quantity(amount: "18.46", unit: "kg")
        var table = try SeizureTable(ReturnTable.write([other], offsetSeconds: 0).bytes, digest: testDigest)
        guard case .item(let item)? = table.next() else { return }
        #expect(!own.contains(item))
    }

    @Test func blankDashesAndZeroStayApart() throws {
        let name = try #require(SubjectName("AL-2026-0001"))
        let amounts = ["", "--", "0"].map { SeizedItem(kind: .drug, quantity: Quantity(amount: $0, unit: "kg")) }
        let record = OutgoingRecord(name, particulars: Particulars(items: amounts))
        let bytes = RecordTable.write([record], offsetSeconds: 0).bytes
        let read = try #require(try RecordTable.read(bytes).first)
        #expect(read.particulars.items.map { $0.quantity?.answer } == amounts.map { $0.quantity?.answer })
        #expect(read.particulars.items.count == 3)
        #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(String(decoding: bytes, as: UTF8.self).contains(",--,kg,"))
    }

    @Test func timesBearTheirOffsetAndPositionsTheirPoint() throws {
        let name = try #require(SubjectName("AL-2026-0001"))
        let record = OutgoingRecord(
            name, at: SampleLog.night, precision: .minute,
            particulars: Particulars(position: Position(latitude: -5, longitude: 6_742_000)))
        let text = String(
            decoding: RecordTable.write([record], offsetSeconds: RecordTableTests.almaty).bytes, as: UTF8.self)
        #expect(text.contains("2026-10-17T04:12:00+05:00"))
        #expect(text.contains(",-0.00005,67.42000,"))
    }

    @Test func aTableWithAHoleIsRefusedWithItsPlace() throws {
        let name = try #require(SubjectName("AL-2026-0001"))
        let record = OutgoingRecord(name, priority: 2)
        let good = String(decoding: RecordTable.write([record], offsetSeconds: 0).bytes, as: UTF8.self)
        let bad = good.replacing("AL-2026-0001,no,,2", with: "AL-2026-0001,no,,7")
        #expect(throws: RecordTable.Fault.value(.priority, line: 2)) { try RecordTable.read(Array(bad.utf8)) }
        let unmarked = good.replacing("AL-2026-0001,no", with: "XAL-2026-0001,no")
        #expect(throws: RecordTable.Fault.value(.exercise, line: 2)) { try RecordTable.read(Array(unmarked.utf8)) }
        #expect(throws: RecordTable.Fault.header) { try RecordTable.read(Array("a,b\r\n1,2\r\n".utf8)) }
    }

    // MARK: Spreadsheets

    /// As a careless program would cut a cell: at every separator, blanks and quotes and unseen characters off.
    private func beginnings(of cell: String) -> [Character] {
        let separators: Set<Unicode.Scalar> = [";", ",", "|", "\t", "\n", "\r", "\u{FF1B}", "\u{FF0C}"]
        var pieces: [String.UnicodeScalarView] = [.init()]
        for scalar in cell.unicodeScalars {
            if separators.contains(scalar) { pieces.append(.init()) } else { pieces[pieces.count - 1].append(scalar) }
        }
        return pieces.compactMap { piece in
            piece.first { scalar in
                let category = scalar.properties.generalCategory
                return !scalar.properties.isWhitespace && scalar != "\"" && category != .format && category != .control
            }.map(Character.init)
        }
    }

    @Test func noCellOfASpreadsheetBeginsAFormula() throws {
        #expect(RecordSamples.payloads.count >= 60)
        let formulas: Set<Character> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\u{2212}"]
        for payload in RecordSamples.payloads {
            let cell = SpreadsheetTable.guarded(payload)
            #expect(!beginnings(of: cell).contains(where: formulas.contains), "\(payload.debugDescription)")
            #expect(cell.first != "\t" && cell.first != "\r" && cell.first != "\n" && cell.first != "\r\n")
            // Nothing but apostrophes was added.
            #expect(cell.replacing("'", with: "") == payload.replacing("'", with: ""))
        }
        #expect(SpreadsheetTable.guarded("heroin 6,3 kg, Khujand") == "heroin 6,3 kg, Khujand")
        #expect(SpreadsheetTable.guarded("rip-on/rip-off") == "rip-on/rip-off")
    }

    @Test(arguments: SpreadsheetLanguage.allCases)
    func everyCellOfTheFileIsGuarded(language: SpreadsheetLanguage) throws {
        let name = try #require(SubjectName("AL-2026-0001"))
        let records = RecordSamples.payloads.map { payload in
            OutgoingRecord(
                name, headline: payload,
                particulars: Particulars(
                    items: [SeizedItem(kind: .drug, name: payload, quantity: Quantity(amount: "6.3", unit: payload))],
                    place: payload, transit: [payload], text: payload),
                ownWords: payload)
        }
        let (bytes, losses) = SpreadsheetTable.write(records, language, offsetSeconds: 0)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(losses.formulas >= records.count * 5)
        // The separator is a semicolon: made a comma outside quotes, and the decimal comma a point, the reader of CSV reads it.
        var isQuoted = false
        let commas: [UInt8] = bytes.map { byte in
            if byte == 0x22 { isQuoted.toggle() }
            return isQuoted ? byte : [0x3B: 0x2C, 0x2C: 0x2E][byte] ?? byte
        }
        var reader = CSVReader(commas)
        var rows = 0
        while let outcome = reader.next() {
            guard case .row(let row) = outcome else {
                Issue.record("\(outcome)")
                break
            }
            rows += 1
            for field in row.fields {
                let start = reader.text(of: field).unicodeScalars.first
                #expect(!["=", "+", "-", "@", "\t", "\r", "\n"].contains(start))
            }
        }
        #expect(rows == records.count + 1)
        #expect(String(decoding: bytes, as: UTF8.self).contains(";6,3;"))
    }

    @Test func namesOfDigitsKeepTheirZerosAndNoDataIsSaidInWords() throws {
        let name = try #require(SubjectName("AL-2026-0001"))
        let item = SeizedItem(
            kind: .drug, name: "007", quantity: Quantity(amount: "--", unit: "kg"), note: "123456789012")
        let record = OutgoingRecord(name, particulars: Particulars(items: [item]))
        let (bytes, losses) = SpreadsheetTable.write([record], .ru, offsetSeconds: 0)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(";'007;") && text.contains(";'123456789012;") && text.contains(";нет данных;"))
        #expect(losses.numbers == 2)
    }
}
