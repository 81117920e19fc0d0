import Testing

@testable import Model

/// Amounts, days and people in texts as they come, with the words around them.
@Suite struct RunningTextTests {
    private static func amounts(_ text: String) -> [String] {
        AmountReader().read(text).amounts.map { amount in
            let mark = amount.total != nil ? " in all" : amount.restates ? " again" : ""
            return "\(amount.value.text) \(amount.unit?.rawValue ?? "-")\(mark)"
        }
    }

    @Test(
        arguments: [
            ("388 methadone tablets", ["388 tablet"]), ("500 ecstasy pills", ["500 tablet"]),
            ("2 thousand 500 tablets", ["2500 tablet"]), ("2 тыс. 500 таблеток", ["2500 tablet"]),
            ("a kilo and a half", ["1.5 kg"]), ("18 кг 450 г", ["18.45 kg"]), ("about 12 kg", ["12 kg"]),
            ("12 kg heroin (gross 13.1 kg)", ["12 kg", "13.1 kg again"]),
            ("12 kg net, 13.1 kg gross", ["12 kg", "13.1 kg again"]),
            ("12 kg of heroin net and 13.1 kg of opium gross", ["12 kg", "13.1 kg"]),
            ("13 kg of drugs: 9 kg 880 g of marijuana, 3 kg 250 g of opium", ["13 kg in all", "9.88 kg", "3.25 kg"]),
            ("More than 30 kg of drugs, including 20 kg of hashish", ["30 kg in all", "20 kg"]),
            ("共缴获毒品12公斤，其中海洛因8公斤，鸦片4公斤", ["12 kg in all", "8 kg", "4 kg"]),
            ("9 kg heroin, 3 kg opium, total 12 kg", ["9 kg", "3 kg", "12 kg in all"]),
            ("13 kg of drugs", ["13 kg"]), ("2 men and 5 bags", ["5 bag"]), ("in 2026 methadone tablets", []),
        ] as [(String, [String])])
    func amount(_ text: String, _ expected: [String]) {
        #expect(Self.amounts(text) == expected)
    }

    @Test func nothingIsAddedTwiceAndAWeightStandsBeforeARule() {
        func sum(_ text: String) -> Int64? { QuantityTotal(AmountReader().read(text).amounts).micrograms }
        #expect(sum("12 kg net, 13.1 kg gross") == 12_000_000_000)
        #expect(sum("13 kg of drugs: 9 kg 880 g of marijuana, 3 kg 250 g of opium") == 13_130_000_000)
        #expect(sum("388 tablets = 15,52 g") == 15_520_000)
        let item = SeizedItemReader().items("388 methadone tablets = 15.52 g").first
        #expect(item?.quantity?.micrograms == 15_520_000 && item?.substance == "methadone")
    }

    @Test(
        arguments: [
            (
                "9 kg and 880 grams of marijuana, 3 kg and 250 grams of opium and 2 thousand tablets of methadone were found",
                ["cannabis 9.88", "opium 3.25", "methadone 2000"]
            ),
            (
                "Total of 13.3 kg of drugs: 9 kg and 880 grams of marijuana and 3 kg and 250 grams of opium",
                ["cannabis 9.88", "opium 3.25"]
            ),
            ("More than 30 kg of drugs, including 20 kg of hashish", ["hashish 20"]),
            (
                "Seized in Baku: 5,065 kg of heroin, 805 g of opium, 15,52 g of methadone and 1,145 kg of an unknown substance",
                ["heroin 5.065", "opium 805", "methadone 15.52", "unknown substance 1.145"]
            ),
            (
                "driver Rustam Karimov, born 1988, passport A1234567, had 5 kg of heroin and 2 phones",
                ["heroin 5", "phones 2"]
            ),
            ("Источник: Каримов Р., 3 кг героина", ["heroin 3"]),
        ] as [(String, [String])])
    func whatIsSpokenOf(_ text: String, _ expected: [String]) {
        let items = SeizedItemReader().spoken(text).map(\.item)
        #expect(items.map { "\($0.substance ?? $0.name ?? "-") \($0.quantity?.amount ?? "-")" } == expected)
        #expect(items.allSatisfy { $0.note == nil && !PersonalWords.occur(in: $0.name ?? "") })
    }

    @Test func aSumIsComparedWithItsParts() throws {
        let right = try #require(
            SeizedItemReader().sum("13 kg of drugs: 9 kg 880 g of marijuana, 3 kg 250 g of opium"))
        #expect(right.comparison == .agrees)
        let wrong = try #require(SeizedItemReader().sum("30 kg of drugs, including 20 kg of hashish"))
        #expect(wrong.comparison == .differs(by: 10_000_000_000, orBy: nil))
        #expect(SeizedItemReader().sum("9 kg of heroin, 3 kg of opium") == nil)
    }

    @Test(
        arguments: [
            ("On 5 January 2011, in Baku", "5.1.2011"), ("22.11.2026 изъято", "22.11.2026"),
            ("21 November 2026 at about 03:40 in Osh", "21.11.2026 3:40"), ("2026年11月20日凌晨3时40分", "20.11.2026 3:40"),
            ("5 января 2011 г. в 03.40", "5.1.2011 3:40"), ("January 5, 2011", "5.1.2011"),
            ("2026-11-20", "20.11.2026"),
            ("on 21 November 2026, 5.25 kg", "21.11.2026"), ("born 5.01.1988", ""), ("5.01.1998 г.р.", ""),
            ("31.02.2026", ""), ("tel 12.11.2026.33", "12.11.2026"), ("3.25 kg", ""), ("11月20日", "20.11"),
        ])
    func day(_ text: String, _ expected: String) {
        let found = DateMention.find(in: text).map { date in
            let day = [date.day, date.month, date.year].compactMap { $0.map(String.init) }.joined(separator: ".")
            return date.hour.map { "\(day) \($0):\(date.minute ?? 0)" } ?? day
        }
        #expect(found.joined(separator: " ") == expected)
    }

    @Test func aDayWithoutAYearIsTheLastOne() throws {
        let now = Civil(year: 2026, month: 11, day: 22).instant(offsetSeconds: 0)
        let before = try #require(DateMention.find(in: "23 ноября").first)
        let hour = { (_: Instant) in 3600 * 5 }
        #expect(
            before.instant(before: now, offset: hour)
                == Civil(year: 2025, month: 11, day: 23).instant(offsetSeconds: 18_000))
    }

    @Test(
        arguments: [
            ("driver Rustam Karimov, born 1988", true), ("Источник: Каримов Р.", true),
            ("Rustam Karimov was held", true),
            ("Р. Каримов задержан", true), ("call +996 555 123 456", true), ("司机已被拘留", true),
            ("heroin 5 kg at Osh, spare wheel", false), ("изъято 5 кг героина на посту Хоргос", false),
            ("в г. Ош, ул. Ленина", false), ("Nizhniy Pyandzh, Sughd Region", false), ("霍尔果斯口岸查获海洛因5公斤", false),
        ])
    func people(_ text: String, _ expected: Bool) {
        #expect(PersonalWords.occur(in: text) == expected)
    }

    @Test(
        arguments: [
            ("3 kg and 250 grams", "3.25 kg"), ("18 кг 450 г", "18.45 кг"), ("6,3 kg", "6.3 kg"),
            ("18,4 кг", "18.4 кг"),
            ("5,065 kg", "5065 kg or 5.065 kg"), ("about 12 kg", "12 kg"), ("5-6 kg", "5 kg"), ("--", "--"),
            ("38.4 kg", "38.4 kg"), ("5 loaves", "5 loaves"), ("much", ""), ("5", ""), ("5 kg and 2 tablets", ""),
        ])
    func oneTypedAmount(_ text: String, _ expected: String) {
        let typed = Quantity.typed(text)
        let words = [typed?.quantity.plain, typed?.other?.plain].compactMap(\.self).joined(separator: " or ")
        #expect(words == expected)
    }

    @Test(
        arguments: [
            ("UZB 6 kg heroin in truck 01KG123ABC at Bor-Dobo, 2 men held", "UZB", "Bor-Dobo"),
            ("ТЖК 5 кг героина в Ишкашиме, авто", "TJK", "Ишкашиме"), ("UZB heroin 6.3 kg Malik P1", "UZB", "Malik"),
            ("kgz heroin 7,5 kg Osh", "KGZ", "Osh"), ("TJK 5 kg opium near Nizhniy Pyandzh", "TJK", "Nizhniy Pyandzh"),
        ])
    func thePlaceAlone(_ text: String, _ source: String, _ place: String) {
        let line = AlertLine(text)
        #expect(line.source == source && line.place == place)
    }

    @Test(
        arguments: [
            ("truck 1234 AB 01 stopped", IdentifierKind.plate), ("seen 01 123 ABC there", .plate),
            ("a grey one, 123 ABC 02", .plate), ("车牌号123ABC02", .plate), ("sent as RA644000001RU", .parcel),
            ("under 180-12345676", .airWaybill), ("he is at 8 (701) 123-45-67", .phone),
        ])
    func aNumberWithoutAWord(_ text: String, _ kind: IdentifierKind) {
        let found = IdentifierFinder.find(in: text)
        #expect(found.map(\.identifier.kind) == [kind] && found.allSatisfy { $0.confidence >= .likely })
    }

    @Test func aWrongCheckDigitIsAWarning() {
        for text in ["sent as RA644000001RU", "under 180-12345676"] {
            let remarks = IdentifierFinder.find(in: text).first?.identifier.remarks ?? []
            #expect(remarks.contains { if case .wrongCheckDigit = $0 { true } else { false } })
        }
        #expect(IdentifierFinder.find(in: "5 000 USD 20, 300 THC 01").isEmpty)
    }

    @Test func whereItWasHidden() {
        #expect(HidingPlace.words(in: "5 kg in the spare wheel of a car") == "spare wheel")
        #expect(HidingPlace.words(in: "藏在备胎中") == "备胎")
        #expect(HidingPlace.words(in: "спрятано в бензобаке") == "бензобаке")
        #expect(HidingPlace.words(in: "5 kg of heroin") == nil)
    }
}
