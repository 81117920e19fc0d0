import Testing

@testable import Model

@Suite struct SeizedItemTests {
    static let full = SeizedItem(
        kind: .drug, name: "героин", substance: "heroin",
        quantity: Quantity(
            amount: "5.065", unit: "кг", bound: .about, basis: .gross, basisTyped: "брутто", typed: "около 5,065 кг"),
        packaging: "5 свёртков", logo: "777", note: "в запасном колесе")

    @Test func everyFieldComesBackFromItsBody() throws {
        let cash = SeizedItem(
            kind: .cash, name: "наличные", quantity: Quantity(amount: "15000", unit: "долларов"), currency: "USD")
        for item in [Self.full, cash, SeizedItem(kind: .other)] {
            #expect(try SeizedItem(reading: BodyReader(item.object)) == item)
        }
    }

    @Test func anItemOfAKindThatNobodyKnowsIsAFault() {
        var object = Self.full.object
        object["item"] = .string("spaceship")
        #expect(throws: BodyFault.outOfRange(key: "item")) { try SeizedItem(reading: BodyReader(object)) }
    }

    /// Bodies as programs before this one wrote them.
    @Test func aQuantityWithoutTheNewerFieldsReadsAndWritesAsBefore() throws {
        var old = JSONObject()
        old["amount"] = .string("2")
        old["unit"] = .string("Thousand of tablets")
        old["rule"] = .string("tablet_90_300_mg")
        old["ug"] = .integer(180_000_000)
        old["ug_high"] = .integer(600_000_000)
        #expect(try Quantity(reading: BodyReader(old)).object == old)
    }

    @Test func blankAndDashesAndZeroStayApart() {
        #expect(Quantity(amount: " ", unit: "kg").answer == .notAsked)
        #expect(Quantity(amount: "--", unit: "kg").answer == .noData)
        #expect(ExactDecimal("0").map { Quantity(amount: "0", unit: "kg").answer == .amount($0) } == true)
        #expect(Quantity(amount: "some", unit: "kg").answer == .unreadable)
    }
}
