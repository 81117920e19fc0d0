import Model
import Testing

@testable import Exchange

/// Real amounts and names: press reports and returns that are not part of the repository.
@Suite(.enabled(if: TestMaterial.hasSeizures, Comment(rawValue: TestMaterial.absence)))
struct QuantityMaterialTests {
    static func rows(_ name: String) throws -> [[String: String]] {
        let bytes = try SafeFile.read(TestMaterial.folder + "/seizures/" + name)
        var reader = CSVReader(bytes)
        var header: [String]?
        var rows: [[String: String]] = []
        while let outcome = reader.next() {
            guard case .row(let row) = outcome else { continue }
            let texts = row.fields.map { reader.text(of: $0) }
            guard let columns = header else {
                header = texts
                continue
            }
            rows.append(Dictionary(zip(columns, texts)) { first, _ in first })
        }
        return rows
    }

    /// The number is right, or the result says that it may be the right one: what it says must be what the row's trap is.
    @Test func everyPressRowIsReadRightOrItsTrapIsTold() throws {
        var right = 0
        var told = 0
        for row in try Self.rows("press-reports.csv") {
            let printed = row["qty_printed"] ?? ""
            let language = TextLanguage(rawValue: row["source_lang"] ?? "") ?? .ru
            let amounts = AmountReader(language: language).read(printed).amounts
            guard let wanted = ExactDecimal(row["qty_g"] ?? "") else {
                // No number was given: nothing is made up of it.
                #expect(amounts.allSatisfy { $0.quantity.micrograms == nil }, "\(printed)")
                right += 1
                continue
            }
            let isCount = row["unit_kind"] == "count" || row["unit_kind"] == "packages"
            let found = try #require(amounts.last, "\(row["id"] ?? "") \(printed)")
            func fits(_ quantity: Quantity, _ value: ExactDecimal) -> Bool {
                isCount ? value.isEqual(to: wanted) : quantity.micrograms == wanted.rounded(timesTenTo: 6)
            }
            if fits(found.quantity, found.value) {
                right += 1
            } else {
                let ambiguity = try #require(found.ambiguity, "\(row["id"] ?? "") \(printed)")
                let other = try #require(found.otherQuantity)
                #expect(fits(other, ambiguity.other), "\(row["id"] ?? "") \(printed)")
                #expect(row["trap"]?.contains("decimal comma") == true, "\(row["id"] ?? "")")
                told += 1
            }
        }
        print("press rows: \(right) right, \(told) with both readings told")
        #expect(right + told == 57)
        #expect(told == 2)
    }

    /// The rows of one report as sentences of two sorts, with a price and ages among them: each row is an item, nothing else is.
    @Test func everyPressReportIsReadAsItsRows() throws {
        var reports: [String: [(words: [String: String], amount: String)]] = [:]
        for row in try Self.rows("press-reports.csv") {
            guard let amount = row["qty_printed"], !amount.isEmpty, let event = row["event"] else { continue }
            reports[event, default: []].append((row, amount))
        }
        var (wanted, read, right) = (0, 0, 0)
        for rows in reports.values {
            let place = rows[0].words["place"] ?? ""
            let listed = rows.map { "\($0.words["drug"] ?? "") - \($0.amount)" }.joined(separator: ", ")
            let told = rows.map { "\($0.amount) of \($0.words["drug"] ?? "")" }
            let sentence =
                (told.dropLast().joined(separator: ", ") + (told.count > 1 ? " and " : "")) + (told.last ?? "")
            for text in [
                "Seized in \(place): \(listed).",
                "On 20 January at \(place) officers seized \(sentence), worth 2 million dollars; two men aged 31 and 44 were held.",
            ] {
                let items = SeizedItemReader().spoken(text).map(\.item)
                wanted += rows.count
                read += items.count
                for (item, row) in zip(items, rows) where items.count == rows.count {
                    let drug = SubstanceFinder.find(row.words["drug"] ?? "").substance?.code
                    let amount = AmountReader(context: text).read(row.amount).amounts.last
                    let isAmount = amount.map { item.quantity?.micrograms == $0.quantity.micrograms } ?? true
                    if item.substance == drug, isAmount, item.quantity != nil { right += 1 }
                }
            }
        }
        print(
            "press reports: \(reports.count) events told twice, precision \(right)/\(read), recall \(right)/\(wanted)")
        #expect(right * 100 >= read * 98 && right * 100 >= wanted * 98)
    }

    @Test func everyUnitOfTheReturnIsKnownOrListed() throws {
        var known: [String: Int] = [:]
        var unknown: [String: Int] = [:]
        let rows = try Self.rows("unodc-ids-2011-2015.csv")
        for row in rows {
            let quantity = Quantity(amount: row["AMOUNT"] ?? "", unit: row["DRUG_UNIT"] ?? "")
            let back = try Quantity(reading: BodyReader(quantity.object))
            if let reading = quantity.knownUnit {
                known[reading.unit.rawValue, default: 0] += 1
            } else {
                unknown[quantity.unit, default: 0] += 1
            }
            #expect(back == quantity)
            if case .unreadable = quantity.answer { Issue.record("\(quantity.amount)") }
        }
        print("units: known \(known.sorted { $0.value > $1.value }), unknown \(unknown)")
        #expect(rows.count == 37_229)
        #expect(unknown == ["": 7, "Barette": 1])
    }

    @Test func theDrugNamesOfTheReturnAreKnownOrListed() throws {
        var counts: [String: Int] = [:]
        for row in try Self.rows("unodc-ids-2011-2015.csv") { counts[row["DRUG_NAME"] ?? "", default: 0] += 1 }
        var unknown: [String: Int] = [:]
        var misspelt: [String] = []
        for (name, count) in counts {
            switch SubstanceFinder.find(name) {
            case .known(_, .misspelt): misspelt.append(name)
            case .known, .several: break
            case .unknown: unknown[name] = count
            }
        }
        let rows = unknown.values.reduce(0, +)
        print(
            "names: \(counts.count - unknown.count) of \(counts.count) known, \(rows) rows with an unknown one;",
            "misspelt: \(misspelt.sorted());", "unknown: \(unknown.sorted { $0.value > $1.value })")
        #expect(rows * 100 <= 37_229 * 2)
        #expect(counts.count == 156)
    }

    @Test func theDrugNamesOfThePressAreKnownOrListed() throws {
        var unknown: Set<String> = []
        for row in try Self.rows("press-reports.csv") {
            if case .unknown(let name) = SubstanceFinder.find(row["drug"] ?? "") { unknown.insert(name) }
        }
        #expect(unknown == ["(drug name missing)"])
    }
}
