import Testing

@testable import Exchange
@testable import Model

/// Counts the usual amounts anew from the rows that they are said to come from.
@Suite(.enabled(if: TestMaterial.hasSeizures, Comment(rawValue: TestMaterial.absence)))
struct UsualAmountTests {
    /// The nearest rank, rounded up to two digits.
    static func usual(_ values: [Int64]) -> Int64 {
        let sorted = values.sorted()
        let rank = (sorted.count * UsualAmount.percentile + 99) / 100
        var digits = sorted[max(0, rank - 1)]
        var power: Int64 = 1
        while digits >= 100 { (digits, power) = ((digits + 9) / 10, power * 10) }
        return max(1, digits * power)
    }

    @Test func theTableIsWhatTheRowsSay() throws {
        var own: [String: [Int64]] = [:]
        var grams: [Substance.Group: [Int64]] = [:]
        var tablets: [Substance.Group: [Int64]] = [:]
        var all: (grams: [Int64], tablets: [Int64]) = ([], [])
        var prompts = 0
        var amounts = 0
        for row in try QuantityMaterialTests.rows("unodc-ids-2011-2015.csv") {
            let quantity = Quantity(amount: row["AMOUNT"] ?? "", unit: row["DRUG_UNIT"] ?? "")
            let substance = SubstanceFinder.find(row["DRUG_NAME"] ?? "").substance
            guard case .amount(let number) = quantity.answer, let reading = quantity.knownUnit else { continue }
            amounts += 1
            if UsualAmount.prompt(for: quantity, of: substance) != nil { prompts += 1 }
            if reading.unit == .tablet, let count = number.rounded(timesTenTo: reading.power) {
                all.tablets.append(count)
                if let substance { tablets[substance.group, default: []].append(count) }
            } else if let micrograms = quantity.micrograms {
                all.grams.append(micrograms / 1_000_000)
                guard let substance else { continue }
                grams[substance.group, default: []].append(micrograms / 1_000_000)
                own[substance.code, default: []].append(micrograms / 1_000_000)
            }
        }
        func table(_ values: [Substance.Group: [Int64]]) -> [Substance.Group: Int64] {
            values.filter { $0.value.count >= UsualAmount.leastRows }.mapValues { Self.usual($0) }
        }
        let substances = own.filter { $0.value.count >= UsualAmount.leastRowsOfSubstance }.mapValues { Self.usual($0) }
        print("usual by substance:", substances.map { "\"\($0.key)\": \($0.value)" }.sorted().joined(separator: ", "))
        print("usual grams:", table(grams).map { "\($0.key.rawValue) \($0.value)" }.sorted(), Self.usual(all.grams))
        print(
            "usual tablets:", table(tablets).map { "\($0.key.rawValue) \($0.value)" }.sorted(), Self.usual(all.tablets))
        print("asked about: \(prompts) of \(amounts) real amounts")
        #expect(UsualAmount.grams == substances)
        #expect(UsualAmount.gramsOfGroups == table(grams))
        #expect(UsualAmount.tabletsOfGroups == table(tablets))
        #expect(UsualAmount.gramsOfAll == Self.usual(all.grams))
        #expect(UsualAmount.tabletsOfAll == Self.usual(all.tablets))
        #expect(prompts * 100 <= amounts * 3)
    }
}
