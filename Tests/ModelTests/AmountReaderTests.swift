import TestSupport
import Testing

@testable import Model

@Suite struct AmountReaderTests {
    /// What one text means: value, high end, unit, bound; the other reading where there are two.
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let value: String
        let unit: QuantityUnit?
        var high: String?
        var bound: Quantity.Bound?
        var other: String?
        var testDescription: String { text }

        init(
            _ text: String, _ value: String, _ unit: QuantityUnit?, high: String? = nil,
            _ bound: Quantity.Bound? = nil, other: String? = nil
        ) {
            self.text = text
            self.value = value
            self.unit = unit
            self.high = high
            self.bound = high == nil ? bound : .between
            self.other = other
        }
    }

    static let single: [Case] = [
        Case("83,4 кг", "83.4", .kilogram), Case("0,558 кг", "0.558", .kilogram), Case("18.449 g", "18.449", .gram),
        Case("1 225,5 г", "1225.5", .gram), Case("1\u{A0}225,5\u{202F}г", "1225.5", .gram),
        Case("1\u{2009}225 г", "1225", .gram), Case("1'225.5 g", "1225.5", .gram),
        Case("1.225,50 кг", "1225.50", .kilogram), Case("1,00,000 tablets", "100000", .tablet),
        Case("1.234.567 г", "1234567", .gram), Case("2 500 000 таблеток", "2500000", .tablet),
        Case("5063 grams", "5063", .gram), Case("５．５公斤", "5.5", .kilogram), Case("٥ kg", "5", .kilogram),
        Case("½ kg", "0.5", .kilogram), Case("1½ kg", "1.5", .kilogram), Case("3/4 kg", "0.75", .kilogram),
        // Two readings.
        Case("5,065 kg", "5065", .kilogram, other: "5.065"), Case("5,065 кг", "5.065", .kilogram, other: "5065"),
        Case("5.065 кг", "5.065", .kilogram, other: "5065"), Case("5,065公斤", "5065", .kilogram, other: "5.065"),
        Case("2,500 thousand tablets", "2500000", .tablet, other: "2500"),
        // Things that are counted are whole.
        Case("1,680 pills", "1680", .tablet), Case("1,680 таблеток", "1680", .tablet),
        Case("8.010 упаковок", "8010", .package),
        // Words.
        Case("2 thousand tablets", "2000", .tablet), Case("2 тыс. таблеток", "2000", .tablet),
        Case("2,5 тыс. доз", "2500", .dose), Case("полторы тысячи таблеток", "1500", .tablet),
        Case("half a kilogram", "0.5", .kilogram), Case("полкило", "0.5", .kilogram),
        Case("поллитра", "0.5", .litre), Case("пол-литра", "0.5", .litre), Case("半公斤", "0.5", .kilogram),
        Case("half a million tablets", "500000", .tablet), Case("a dozen ampoules", "12", .ampoule),
        Case("two dozen tablets", "24", .tablet), Case("a hundred kilos", "100", .kilogram),
        Case("twelve grams", "12", .gram), Case("двенадцать грамм", "12", .gram),
        Case("сто двадцать пять таблеток", "125", .tablet), Case("пятьсот граммов", "500", .gram),
        Case("two hundred and fifty grams", "250", .gram), Case("twenty-five kilos", "25", .kilogram),
        Case("two and a half kg", "2.5", .kilogram), Case("два с половиной килограмма", "2.5", .kilogram),
        Case("三公斤半", "3.5", .kilogram), Case("三千克", "3", .kilogram), Case("两千五百片", "2500", .tablet),
        Case("二十五克", "25", .gram), Case("3万片", "30000", .tablet), Case("一千二百万片", "12000000", .tablet),
        // Compounds.
        Case("3 kg and 250 grams", "3.25", .kilogram), Case("3 кг 250 г", "3.25", .kilogram),
        Case("13 kg 90 grams", "13.09", .kilogram), Case("9 кг. 550 гр.", "9.55", .kilogram),
        Case("3 kg 996.7 g", "3.9967", .kilogram), Case("3公斤250克", "3.25", .kilogram),
        Case("1 т 200 кг", "1.2", .tonne), Case("2 l 50 ml", "2.05", .litre),
        // Bounds and ranges.
        Case("over 10 kg", "10", .kilogram, .atLeast), Case("more than 1 kg", "1", .kilogram, .atLeast),
        Case("не менее чем 5 кг", "5", .kilogram, .atLeast), Case("более 3 кг 250 г", "3.25", .kilogram, .atLeast),
        Case("about 5 g", "5", .gram, .about), Case("~5 г", "5", .gram, .about),
        Case("около 5 г", "5", .gram, .about), Case("约5公斤", "5", .kilogram, .about),
        Case("5公斤左右", "5", .kilogram, .about), Case("10余公斤", "10", .kilogram, .atLeast),
        Case("до 5 кг", "5", .kilogram, .atMost), Case("up to 5 kg", "5", .kilogram, .atMost),
        Case("5 kg or more", "5", .kilogram, .atLeast), Case("1.5–2 kg", "1.5", .kilogram, high: "2"),
        Case("1.5kg-2kg", "1.5", .kilogram, high: "2"), Case("от 1,5 до 2 кг", "1.5", .kilogram, high: "2"),
        Case("between 5 and 6 kg", "5", .kilogram, high: "6"), Case("ten to twelve kg", "10", .kilogram, high: "12"),
        // Units.
        Case("3 спичечных коробка", "3", .matchbox), Case("3 matchboxes", "3", .matchbox),
        Case("100 кв. м", "100", .squareMetre), Case("12 га", "12", .hectare), Case("5 кустов", "5", .plant),
        Case("7 марок", "7", .blotter), Case("2 kq", "2", .kilogram), Case("40 ədəd", "40", .unit),
        Case("6 флаконов", "6", .bottle), Case("920", "920", nil), Case("about 920", "920", nil, .about),
    ]

    @Test(arguments: single) func oneAmount(_ expected: Case) throws {
        let result = AmountReader().read(expected.text)
        let amount = try #require(result.amounts.first)
        #expect(result.amounts.count == 1)
        #expect(ExactDecimal(expected.value)?.isEqual(to: amount.value) == true, "\(amount.value.text)")
        #expect(amount.unit == expected.unit)
        #expect(amount.high?.text == expected.high)
        #expect(amount.bound == expected.bound)
        #expect(amount.ambiguity?.other.normalised.text == expected.other)
        let kept = amount.quantity
        #expect(kept.typed ?? "\(kept.amount) \(kept.unit)".trimmingBlanks == amount.typed)
        #expect(kept.knownUnit?.unit == expected.unit)
        #expect((kept.micrograms != nil) == (expected.unit.map { $0.rule != .none } ?? false))
    }

    @Test func anotherNumberOfTheTextSaysWhatACommaIsAndTheDoubtStays() throws {
        let amounts = AmountReader().read("5,065 kg, 805 g, 388 tablets = 15,52 g").amounts
        #expect(amounts.map(\.value.text) == ["5.065", "805", "388", "15.52"])
        #expect(amounts[0].ambiguity?.reason == .sameText)
        #expect(amounts[0].ambiguity?.other == ExactDecimal(5065))
        #expect(amounts.map(\.restates) == [false, false, false, true])
        #expect(AmountReader(language: .ru).read("5,065 kg").amounts.first?.value.text == "5.065")
    }

    @Test func severalAmountsStandApartWithTheirPlaces() {
        let text = "изъято 6 кг 942 г героина, гашиш 9 кг 550 г и 2 тыс. таблеток"
        let amounts = AmountReader().read(text).amounts
        #expect(amounts.map(\.value.text) == ["6.942", "9.55", "2000"])
        let characters = Array(text)
        for amount in amounts { #expect(String(characters[amount.place]) == amount.typed) }
        #expect(AmountReader().read("3 kg heroin and 250 g opium").amounts.map(\.typed) == ["3 kg", "250 g"])
        #expect(AmountReader().read("3 kg 1500 g").amounts.map(\.typed) == ["3 kg", "1500 g"])
    }

    @Test(arguments: [
        ("JWH-018 250 г", ["250 г"]), ("methadone-40 1,680 pills", ["1,680 pills"]), ("M40 5 g", ["5 g"]),
        ("12.05.2022 г. изъято 5 кг", ["5 кг"]), ("в 2022 г. изъято 2 т", ["2 т"]), ("AK-47 kg", []),
        ("case 5.5.5 kg", []), ("123456789012345678901 kg", []), ("+7 701 123 45 67", []), ("", []), ("кг", []),
        ("10-5 kg", []),
    ])
    func whatIsNoAmountIsNotTakenForOne(_ text: String, _ typed: [String]) {
        #expect(AmountReader().read(text).amounts.map(\.typed) == typed)
    }

    @Test func whatWasNotTakenIsTold() {
        #expect(AmountReader().read("12.05.2022 5 кг").unread.map(\.reason) == [.marks])
        #expect(AmountReader().read("в 2022 г. 5 кг").unread.map(\.reason) == [.year])
        #expect(AmountReader().read("2 AK, 5 kg").unread.map(\.reason) == [.noUnit])
        #expect(AmountReader().read("123456789012345678901 kg").unread.map(\.reason) == [.tooLong])
        #expect(AmountReader().read("10-5 kg").unread.isEmpty == false)
    }

    @Test func theBasisIsTakenFromTheWordsBeside() {
        #expect(AmountReader().read("gross weight: 5 kg").amounts.first?.basis == .gross)
        #expect(AmountReader().read("5 кг (вес брутто)").amounts.first?.basis == .gross)
        #expect(AmountReader().read("нетто 71 кг").amounts.first?.basisTyped == "нетто")
        #expect(AmountReader().read("净重5公斤").amounts.first?.basis == .net)
        #expect(AmountReader().read("5 kg of heroin in a net").amounts.first?.basis == nil)
        #expect(AmountReader().read("10 пакетов по 500 г").amounts.map(\.isEach) == [false, true])
    }

    /// Whatever stands in a text: reading ends, places lie in it, and what is kept reads back the same.
    @Test func anyTextIsReadWithoutHarmAndEveryAmountComesBack() throws {
        var generator = SeededGenerator(seed: 20_261)
        let pieces = [
            "5", "1,225", "1.5", "12'000", "½", " ", " ", "\u{A0}", "-", "–", "kg", "г", "тыс.", "таблеток", "公斤", "半",
            "and",
            "до", "half", "million", "千", "万", "about", "(", ")", "=", "x", "брутто", ".", ",", "пол",
            "99999999999999999",
        ]
        for _ in 0..<4_000 {
            var text = generator.text(upTo: 6)
            for _ in 0..<Int.random(in: 0...9, using: &generator) {
                text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            let result = AmountReader().read(text)
            for amount in result.amounts {
                #expect(amount.place.upperBound <= text.count)
                #expect(String(Array(text)[amount.place]) == amount.typed, "\(text.debugDescription)")
                let kept = amount.quantity
                #expect(try Quantity(reading: BodyReader(kept.object)) == kept)
                #expect(ExactDecimal(kept.amount)?.isEqual(to: amount.value) == true, "\(text.debugDescription)")
            }
        }
    }

    @Test func aLongTextIsCutAndSaysSo() {
        let result = AmountReader().read(String(repeating: "5 kg ", count: 5_000))
        #expect(result.isCut)
        #expect(result.amounts.count == 4_000)
    }
}
