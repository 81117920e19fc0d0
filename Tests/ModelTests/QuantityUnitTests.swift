import Testing

@testable import Model

@Suite struct QuantityUnitTests {
    /// What the table of the programs before this one computed.
    @Test(
        arguments: [
            ("kilogram", 9), ("kg", 9), ("gram", 6), ("g", 6), ("ton", 12), ("t", 12), ("milligram", 3), ("mg", 3),
            ("litre", 9), ("l", 9), ("millilitre", 6), ("ml", 6), ("Kilogram", 9), (" Gram ", 6), ("KG", 9),
        ])
    func theUnitsOfEarlierEntriesComputeAsTheyDid(_ unit: String, _ power: Int) {
        let expected = (0..<power).reduce(Int64(1)) { product, _ in product * 10 }
        #expect(Quantity(amount: "1", unit: unit).micrograms == expected)
    }

    @Test func everyUnitKeepsItsCodeAndEverySpellingIsOfOneUnit() throws {
        for unit in QuantityUnit.allCases {
            #expect(QuantityUnit(spelled: unit.rawValue) == unit)
            let item = SeizedItem(kind: .drug, quantity: Quantity(amount: "12.50", unit: unit.rawValue))
            #expect(try SeizedItem(reading: BodyReader(item.object)) == item)
        }
        #expect(UnitSpellings.doubled == [])
        for (spelling, reading) in UnitSpellings.exact where reading.power == 0 {
            #expect(UnitSpellings.units[UnitSpellings.key(spelling)] == reading.unit, "\(spelling)")
        }
    }

    @Test func spellingsOfTheOfficersAreKnown() {
        for (spelling, unit) in [
            ("кг", .kilogram), ("КГ.", .kilogram), ("граммов", .gram), ("Тонн", .tonne), ("литров", .litre),
            ("таблетки", .tablet), ("ампул", .ampoule), ("доз", .dose), ("марок", .blotter), ("кв.м", .squareMetre),
            ("м²", .squareMetre), ("公斤", .kilogram), ("毫升", .millilitre), ("片", .tablet), ("келі", .kilogram),
            ("kiloqram", .kilogram), ("gramm", .gram), ("ҳаб", .tablet), ("dona", .unit), ("шт.", .unit),
            ("спичечных коробков", .matchbox), ("Thousand of tablets", .tablet), ("тыс. таблеток", .tablet),
        ] as [(String, QuantityUnit)] {
            #expect(QuantityUnit(spelled: spelling) == unit, "\(spelling)")
        }
        #expect(QuantityUnit.reading("Thousand of tablets")?.power == 3)
        #expect(QuantityUnit.reading("万片")?.power == 4)
        for unknown in ["", "Barette", "stone", "кгг", "thousand"] { #expect(QuantityUnit(spelled: unknown) == nil) }
    }

    @Test func nothingWithoutARuleGetsAWeight() {
        for unit in QuantityUnit.allCases {
            let quantity = Quantity(amount: "3", unit: unit.rawValue)
            #expect((quantity.micrograms == nil) == (quantity.rule == .none), "\(unit)")
        }
        #expect(Quantity(amount: "3", unit: "matchbox").rule == .none)
        #expect(Quantity(amount: "2", unit: "capsule").rule == .none)
        #expect(Quantity(amount: "2", unit: "таблеток").microgramsHigh == 600_000)
        #expect(Quantity(amount: "1.5", unit: "kg", amountHigh: "2", bound: .between).microgramsHigh == 2_000_000_000)
        #expect(Quantity(amount: "10", unit: "tablets", amountHigh: "20", bound: .between).microgramsHigh == 6_000_000)
    }
}
