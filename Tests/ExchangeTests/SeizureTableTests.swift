import Model
import Testing

@testable import Exchange

private let header = SeizureColumn.names

/// A table of one sound row, with some of its fields changed.
private func table(_ rows: [[SeizureColumn: String]], columns: [String] = header) -> [UInt8] {
    let usual: [SeizureColumn: String] = [
        .country: "Uzbekistan", .place: "Malik", .date: "2015-03-01", .drug: "Heroin", .amount: "6.3",
        .unit: "Kilogram",
    ]
    let lines = rows.map { row in
        columns.map { name in
            let column = SeizureColumn(name: name)
            return "\"" + (column.flatMap { row[$0] ?? usual[$0] } ?? "") + "\""
        }.joined(separator: ",")
    }
    return Array(([columns.joined(separator: ",")] + lines).joined(separator: "\n").utf8)
}

private func read(_ bytes: [UInt8], source: String = "test") throws -> (items: [ImportItem], faults: [ImportFault]) {
    var table = try SeizureTable(bytes, source: source, digest: testDigest)
    var items: [ImportItem] = []
    var faults: [ImportFault] = []
    while let outcome = table.next() {
        switch outcome {
        case .item(let item): items.append(item)
        case .fault(let fault): faults.append(fault)
        }
    }
    #expect(table.bytesDone == table.byteCount)
    return (items, faults)
}

private func report(_ item: ImportItem?) throws -> SeizureReported {
    guard case .seizure(.reported(let report)) = try #require(item).event else {
        throw SeizureTable.HeaderFault.emptyFile
    }
    return report
}

@Suite struct SeizureTableTests {
    @Test func oneRow() throws {
        let found = try read(table([[:]]))
        let item = try #require(found.items.first)
        #expect(item.target == .new(.seizures))
        #expect(item.precision == .day)
        #expect(item.at == Civil(year: 2015, month: 3, day: 1).instant(offsetSeconds: 0))
        #expect(item.line == 2)
        let report = try report(item)
        #expect(report.country == "Uzbekistan")
        #expect(report.quantity.micrograms == 6_300_000_000)
        #expect(report.duplicateOf == nil)
        #expect(report.source == "test")
    }

    @Test func headerFaults() {
        #expect(throws: SeizureTable.HeaderFault.emptyFile) { try read([]) }
        let columns = header.dropLast(2) + ["AMOUNT", "REMARK"]
        #expect(
            throws: SeizureTable.HeaderFault.columns(
                missing: ["DESTINATION_COUNTRY", "ROUTING"], unknown: ["REMARK"], repeated: ["AMOUNT"])
        ) { try read(table([[:]], columns: Array(columns))) }
        #expect(throws: SeizureTable.HeaderFault.self) { try read(Array("REGION\"x\n".utf8)) }
    }

    @Test func idsDependOnTheRowOnly() throws {
        let rows: [[SeizureColumn: String]] = [[:], [.place: "Sir Darya"], [.amount: "6.30"], [.routing: "x"], [:]]
        let plain = try read(table(rows)).items
        #expect(Set(plain.map(\.id)).count == 5)
        #expect(try read(table(rows)).items == plain)
        #expect(try read(table(rows, columns: header.reversed())).items.map(\.id) == plain.map(\.id))
        let other = try read(table(rows), source: "other").items
        #expect(Set(other.map(\.id)).isDisjoint(with: plain.map(\.id)))
    }

    @Test func repetitions() throws {
        let items = try read(table([[:], [.place: "x"], [:], [:]])).items
        #expect(try items.map { try report($0).repetition } == [0, 0, 1, 2])
        #expect(try items.map { try report($0).duplicateOf } == [nil, nil, items[0].id, items[0].id])
        // The same in another file before or after others: the id stands.
        #expect(try read(table([[.place: "y"], [:], [:]])).items[2].id == items[2].id)
    }

    @Test(
        arguments: [
            (.date, "2015-02-29", .noSuchDate), (.date, "01.03.2015", .notADate), (.date, "2015-3-01", .notADate),
            (.date, "", .notADate), (.date, "2015-13-01", .noSuchDate), (.date, "0000-01-01", .noSuchDate),
            (.date, "2015-03-01T00:00", .notADate), (.date, "２０15-03-1", .notADate), (.amount, "about 3", .notANumber),
            (.amount, "1,5", .notANumber), (.amount, "-1", .negativeAmount), (.amount, "-", .notANumber),
            (.amount, "1e", .notANumber), (.amount, "1e-9223372036854775808", .notANumber),
            (.amount, "NaN", .notANumber),
            (.amount, "12345678901234567890", .notANumber), (.amount, "0x10", .notANumber), (.amount, "٣", .notANumber),
            (.drug, "a\u{1F}b", .separatorInField),
        ] as [(SeizureColumn, String, ImportFault.Reason)])
    func badFields(_ column: SeizureColumn, _ text: String, _ reason: ImportFault.Reason) throws {
        let found = try read(table([[column: text], [:]]))
        #expect(found.items.map(\.line) == [3])
        let fault = try #require(found.faults.first)
        #expect(fault.reason == reason)
        #expect(fault.columnName == column.name)
        #expect(fault.excerpt == text)
        #expect(fault.line == 2)
    }

    @Test func faultNamesTheColumnInCharacters() throws {
        let found = try read(table([[.country: "Өзбекстан", .date: "x"]]))
        // Quotes and commas of five fields, nine letters, five letters and the quote before the date.
        #expect(found.faults.first?.column == 5 * 3 + 9 + 5 + 2)
    }

    @Test func wrongNumberOfColumns() throws {
        let found = try read(table([[:]]) + Array("\n1,2,3\n".utf8) + table([[:]]).drop { $0 != 0x0A }.dropFirst())
        #expect(found.items.count == 2)
        #expect(found.faults.map(\.reason) == [.csv(.columnCount(found: 3, expected: 16))])
        #expect(found.faults.first?.line == 3)
    }

    @Test(
        arguments: [
            ("", "Kilogram", Quantity.Rule.none, nil, nil), ("--", "Gram", .none, nil, nil),
            ("0", "Gram", .mass, 0, nil),
            ("3", "", .none, nil, nil), ("18.449", "Gram", .mass, 18_449_000, nil),
            ("1e-07", "Kilogram", .mass, 100, nil),
            ("0.5579999999999999", "Kilogram", .mass, 558_000_000, nil),
            ("2", "Litre", .kilogramPerLitre, 2_000_000_000, nil),
            ("10", "Tablet", .tabletRange, 900_000, 3_000_000), ("3", "Acres", .none, nil, nil),
            ("2", "Thousand of tablets", .tabletRange, 180_000_000, 600_000_000),
            ("1", "Ton", .mass, 1_000_000_000_000, nil),
        ] as [(String, String, Quantity.Rule, Int64?, Int64?)])
    func quantities(_ amount: String, _ unit: String, _ rule: Quantity.Rule, _ low: Int64?, _ high: Int64?) throws {
        let quantity = try report(try read(table([[.amount: amount, .unit: unit]])).items.first).quantity
        #expect(quantity.amount == amount)
        #expect(quantity.rule == rule)
        #expect(quantity.micrograms == low)
        #expect(quantity.microgramsHigh == high)
    }

    @Test(arguments: [
        ("12", "Kilogram", 1, "Uzbekistan: Heroin 12 Kilogram, Malik"),
        ("6.3", "Kilogram", 2, "Uzbekistan: Heroin 6.3 Kilogram, Malik"),
        ("10", "Gram", 3, "Uzbekistan: Heroin 10 Gram, Malik"),
        ("9.9", "Gram", 4, "Uzbekistan: Heroin 9.9 Gram, Malik"),
        ("--", "Gram", 3, "Uzbekistan: Heroin, Malik"), ("5", "", 3, "Uzbekistan: Heroin 5, Malik"),
        ("40000", "Tablet", 1, "Uzbekistan: Heroin 40000 Tablet, Malik"),
    ])
    func raising(_ amount: String, _ unit: String, _ priority: Int, _ headline: String) throws {
        let item = try #require(try read(table([[.amount: amount, .unit: unit]])).items.first)
        let raised = try #require(SeizureTable.raised(from: item, digest: testDigest))
        guard case .alert(.raised(let alert)) = raised.event else { throw SeizureTable.HeaderFault.emptyFile }
        #expect(alert.priority == priority)
        #expect(alert.headline == headline)
        #expect(alert.source == "UZB")
        #expect(alert.message == .seizureReport)
        #expect(raised.target == .new(.alerts))
        #expect(raised.id != item.id)
        #expect(SeizureTable.raised(from: item, digest: testDigest) == raised)
    }

    @Test func repetitionRaisesNothing() throws {
        let items = try read(table([[:], [:]])).items
        #expect(items.map { SeizureTable.raised(from: $0, digest: testDigest) == nil } == [false, true])
    }

    @Test(.enabled(if: TestMaterial.hasSeizures, Comment(rawValue: TestMaterial.absence)))
    func theRealReturn() throws {
        let found = try read(try SafeFile.read(TestMaterial.seizures), source: SeizureTable.defaultSource)
        #expect(found.faults == [])
        #expect(found.items.count == 37_229)
        #expect(Set(found.items.map(\.id)).count == 37_229)
        let reports = try found.items.map { try report($0) }
        #expect(reports.filter { $0.duplicateOf != nil }.count == 1_796)
        let rules = Dictionary(grouping: reports, by: \.quantity.rule).mapValues(\.count)
        #expect(rules == [.mass: 26_655 + 9_547 + 3, .kilogramPerLitre: 714, .tabletRange: 272 + 6 + 2, .none: 30])
        let known = Dictionary(grouping: reports, by: \.quantity.rule)
        #expect((known[.mass] ?? []).allSatisfy { $0.quantity.micrograms != nil })
        let firsts = Set(zip(found.items, reports).filter { $0.1.duplicateOf == nil }.map(\.0.id))
        #expect(reports.compactMap(\.duplicateOf).allSatisfy { firsts.contains($0) })
        #expect(reports.filter { SeizureTable.alert(for: $0).source.utf8.count != 3 }.count == 0)
    }
}
