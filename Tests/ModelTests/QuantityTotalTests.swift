import TestSupport
import Testing

@testable import Model

@Suite struct QuantityTotalTests {
    static func total(_ text: String) -> QuantityTotal { QuantityTotal(AmountReader().read(text).amounts) }

    static func compare(_ printed: String, _ items: String) -> TotalComparison? {
        AmountReader().read(printed).amounts.first.map { TotalComparison(printed: $0.quantity, items: total(items)) }
    }

    @Test func weightsAreAddedExactlyAndTabletsStayARange() {
        let total = Self.total("9 kg and 880 grams of marijuana, 3 kg and 250 grams of opium and 2 thousand tablets")
        #expect(total.lines.map(\.dimension) == [.mass, .count(.tablet)])
        #expect(total.lines.first?.micrograms == 13_130_000_000)
        #expect(total.lines.last?.amount == ExactDecimal(2000))
        #expect(total.lines.last?.micrograms == 180_000_000)
        #expect(total.lines.last?.microgramsHigh == 600_000_000)
        #expect(total.micrograms == 13_310_000_000)
        #expect(total.microgramsHigh == 13_730_000_000)
        #expect(total.isComplete)
    }

    @Test func whatCannotBeAddedIsNamed() {
        let total = QuantityTotal([
            Quantity(amount: "1", unit: "kg"), Quantity(amount: "--", unit: "kg"), Quantity(amount: "", unit: "kg"),
            Quantity(amount: "3", unit: "Barette"), Quantity(amount: "some", unit: "kg"),
            Quantity(amount: "3", unit: "matchbox"), Quantity(amount: "0", unit: "g"),
            Quantity(amount: "-1", unit: "g"),
        ])
        #expect(total.unsummed.map(\.place) == [1, 2, 3, 4, 7])
        #expect(
            total.unsummed.map(\.reason) == [.noData, .notAsked, .unknownUnit("Barette"), .unreadable, .unreadable])
        #expect(total.micrograms == 1_000_000_000)
        #expect(!total.isComplete)
        #expect(QuantityTotal([Quantity(amount: "3", unit: "matchbox")]).micrograms == nil)
        #expect(Self.total("10 пакетов по 500 г").unsummed.map(\.reason) == [.each])
    }

    @Test func whatSaysAnAmountAgainIsNotCountedTwice() {
        #expect(Self.total("388 tablets = 15,52 g").lines.map(\.dimension) == [.mass])
        #expect(Self.total("5 kg (5000 g) and 1 kg").micrograms == 6_000_000_000)
    }

    @Test func rangesAndMarksGoOnIntoTheSum() {
        let total = Self.total("1.5–2 kg, over 3 kg, about 1 l")
        #expect(total.lines.first?.amount.normalised == ExactDecimal(4_500_000_000))
        #expect(total.lines.first?.amountHigh?.normalised == ExactDecimal(5_000_000_000))
        #expect(total.bounds == [.atLeast, .about])
        #expect(total.micrograms == 5_500_000_000)
        #expect(total.microgramsHigh == 6_000_000_000)
    }

    /// Totals as the press printed them (events A, B and D of the reports).
    @Test func printedTotalsAreComparedWithTheirParts() {
        #expect(Self.compare("13.1 kg", "9 kg 880 g, 3 kg 250 g") == .agrees)
        #expect(Self.compare("13.3 kg", "9 kg 880 g, 3 kg 250 g, 2 thousand tablets") == .agreesByRule)
        #expect(Self.compare("13.3 kg", "9 kg 880 g, 3 kg 250 g") == .differs(by: 170_000_000, orBy: nil))
        #expect(
            Self.compare("26.6 kg", "1.9 kg, 3.9 kg, 17.7 kg, 2.9 kg") == .differs(by: 200_000_000, orBy: nil))
        #expect(Self.compare("30 kg", "16.2 kg, 7.4 kg, 3.5 kg, 0.4 kg") == .differs(by: 2_500_000_000, orBy: nil))
        #expect(Self.compare("over 27 kg", "16.2 kg, 7.4 kg, 3.5 kg, 0.4 kg") == .agrees)
        #expect(Self.compare("7,7 kg", "2149 g, 2265 g, 2039 g, 1295 g") == .agrees)
        #expect(Self.compare("30 tablets", "10 tablets, 20 tablets") == .notComparable)
        #expect(Self.compare("30 kg", "3 matchboxes") == .notComparable)
    }

    @Test func aSumDoesNotDependOnTheOrderAndNeverTraps() {
        var generator = SeededGenerator(seed: 77)
        let units = ["kg", "g", "mg", "t", "l", "ml", "tablet", "capsule", "ha", "m2", "nothing"]
        for _ in 0..<500 {
            let quantities = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                let digits = Int64.random(in: 0...99_999_999_999_999, using: &generator)
                let scale = Int.random(in: 0...16, using: &generator)
                return Quantity(
                    amount: ExactDecimal(digits, scale: scale).text,
                    unit: units[Int.random(in: 0..<units.count, using: &generator)])
            }
            let (a, b) = (QuantityTotal(quantities), QuantityTotal(quantities.reversed()))
            guard a.unsummed.allSatisfy({ $0.reason != .tooLarge }), b.unsummed.allSatisfy({ $0.reason != .tooLarge })
            else { continue }
            #expect(a.micrograms == b.micrograms)
            #expect(a.microgramsHigh == b.microgramsHigh)
            #expect(Set(a.lines.map(\.amount.normalised)) == Set(b.lines.map(\.amount.normalised)))
        }
    }
}

@Suite struct UsualAmountPromptTests {
    @Test func tenTimesTheUsualIsAskedAboutAndLessIsNot() {
        let heroin = SubstanceRegistry.substance(code: "heroin")
        func prompt(_ amount: String, _ unit: String, _ substance: Substance?) -> UsualAmount.Prompt? {
            UsualAmount.prompt(for: Quantity(amount: amount, unit: unit), of: substance)
        }
        #expect(prompt("30.9", "kg", heroin) == nil)
        #expect(prompt("31", "kg", heroin)?.times == 10)
        #expect(prompt("31", "kg", heroin)?.scope == .substance)
        #expect(prompt("31", "kg", heroin)?.perhaps == .gram)
        #expect(prompt("31000", "g", heroin)?.perhaps == nil)
        #expect(prompt("440", "kg", heroin)?.times == 141)
        #expect(prompt("5065", "kg", heroin)?.perhaps == nil)
        #expect(prompt("5065", "kg", nil)?.scope == .all)
        #expect(prompt("5065", "kg", SubstanceRegistry.substance(code: "hashish"))?.scope == .all)
        #expect(prompt("40000", "tablets", nil)?.isTablets == true)
        #expect(prompt("4000", "tablets", nil) == nil)
        for amount in ["--", "", "0", "some"] { #expect(prompt(amount, "kg", heroin) == nil) }
        #expect(prompt("100000", "matchbox", heroin) == nil)
    }
}
