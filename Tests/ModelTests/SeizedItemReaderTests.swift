import TestSupport
import Testing

@testable import Model

@Suite struct SeizedItemReaderTests {
    static func lines(_ text: String) -> [String] {
        SeizedItemReader().items(text).map { item in
            let amount = item.quantity.map { "\($0.amount) \($0.unit)".trimmingBlanks } ?? ""
            return [item.kind.rawValue, item.substance ?? item.currency ?? item.name ?? "", amount].joined(
                separator: "|")
        }
    }

    @Test(
        arguments: [
            ("heroin 6,3 kg; 2 AK; 15 000 USD", ["drug|heroin|6.3 kg", "weapon|AK|2", "cash|USD|15000 USD"]),
            (
                "изъято 3 кг героина, 1 кг опия, 2 пистолета ПМ и 500 долларов США",
                ["drug|heroin|3 кг", "drug|opium|1 кг", "weapon|пистолета ПМ|2", "cash|USD|500 долларов США"]
            ),
            (
                "marijuana 9 kg and 880 grams, opium 3 kg and 250 grams, methadone M-40 2 thousand tablets",
                ["drug|cannabis|9.88 kg", "drug|opium|3.25 kg", "drug|methadone|2000 tablets"]
            ),
            ("6 kg of heroin and 2 kg of opium", ["drug|heroin|6 kg", "drug|opium|2 kg"]),
            ("heroin 3 kg and 250 g opium", ["drug|heroin|3 kg", "drug|opium|250 g"]),
            ("heroin 3 kg and 250 g", ["drug|heroin|3.25 kg"]),
            ("缴获海洛因3公斤250克、冰毒2公斤", ["drug|heroin|3.25 公斤", "drug|methamphetamine|2 公斤"]),
            ("海洛因5公斤；手枪2支", ["drug|heroin|5 公斤", "weapon|手枪|2 支"]),
            (
                "$15,000; 500 тыс. сомов; 3000 манатов",
                ["cash|USD|15000 $", "cash|KGS|500000 сомов", "cash||3000 манатов"]
            ),
            ("уксусный ангидрид 2 т\n120 патронов", ["precursor|acetic-anhydride|2 т", "ammunition|патронов|120"]),
            ("10 пакетов по 500 г героина", ["drug|heroin|5000 г"]),
            ("heroin 5 kg, hidden in the tank of a car", ["drug|heroin|5 kg"]),
            ("heroin 5 kg, car", ["drug|heroin|5 kg", "vehicle|car|"]),
            ("2 kg of white powder", ["drug|white powder|2 kg"]), ("nothing found", ["other|nothing found|"]),
            ("methadone M-40 920", ["drug|methadone|920"]), ("opium+heroin 37.9 kg", ["drug|opium+heroin|37.9 kg"]),
            (";; ,", []), ("", []),
        ] as [(String, [String])])
    func oneLine(_ text: String, _ expected: [String]) {
        #expect(Self.lines(text) == expected)
    }

    @Test func whatWasNotUnderstoodIsKept() {
        let items = SeizedItemReader().items("65 свертков, 71,110 кг героина в бензобаке")
        #expect(items.count == 1)
        #expect(items.first?.packaging == "65 свертков")
        #expect(items.first?.note == "в бензобаке")
        #expect(SeizedItemReader().items("heroin: 4 packages (4 kg 660 g)").first?.packaging == "4 packages")
    }

    @Test func doubtsComeWithTheItem() throws {
        let reading = try #require(SeizedItemReader().read("heroin 5,065 kg").first)
        #expect(reading.ambiguity?.other.text == "5.065")
        #expect(reading.prompt?.times == 1633)
        #expect(reading.match?.substance?.code == "heroin")
        #expect(SeizedItemReader(language: .ru).read("heroin 5,065 kg").first?.item.quantity?.amount == "5.065")
        #expect(SeizedItemReader().read("spaceship dust 5 kg").first?.match == .unknown(asTyped: "spaceship dust"))
    }

    @Test func anyTextGivesItemsThatComeBackFromTheirBodies() throws {
        var generator = SeededGenerator(seed: 404)
        let pieces = [
            "heroin", "героина", "海洛因", " 5 kg", " 250 г", ", ", "; ", " and ", " 2 ", "AK", " 15,000 USD", "$", " по ",
            "сомов",
            " (", ")", "тыс.", "公斤", "packages ", " car",
        ]
        for _ in 0..<1_500 {
            var text = generator.text(upTo: 3)
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            for item in SeizedItemReader().items(text) {
                let back = try SeizedItem(reading: BodyReader(item.object))
                #expect(back == item, "\(text.debugDescription)")
            }
        }
    }

    /// What something is worth, a day and a denial are no things; a weapon is one without a number, too.
    @Test(arguments: [
        ("Heroin valued at $1.2 million (12 kg) was seized on Nov 3, 2026 in Osh.", ["heroin 12 kg"]),
        ("Штраф 500 тысяч сомов, изъято 15 г марихуаны", ["cannabis 15 г"]),
        ("18 ноября на КПП Достук задержан автомобиль Toyota Camry, найдено 4,3 кг гашиша", ["hashish 4.3 кг"]),
        ("found 2 kg of opium and 15 000 USD", ["opium 2 kg", "cash 15000 USD"]),
        ("изъяты автомат АК-74, пистолет Макарова и 8 кг 400 г опия", ["weapon", "weapon", "opium 8.4 кг"]),
        ("缴获枪支2支,子弹50发", ["weapon 2 支", "ammunition 50"]),
    ])
    func runningWords(text: String, items: [String]) {
        let read = SeizedItemReader(language: TextLanguage.guess(text) ?? .en).spoken(text).map(\.item)
        let said = read.map { item in
            ([item.substance ?? item.kind.rawValue] + (item.quantity.map { [$0.amount, $0.unit] } ?? [])).filter {
                !$0.isEmpty
            }
            .joined(separator: " ")
        }
        #expect(said == items)
    }

    @Test func whatIsNotKnownIsNotZeroAndNotBlank() {
        #expect(Quantity.typed("--")?.quantity.answer == .noData && Quantity.typed("")?.quantity.answer == .notAsked)
        #expect(Quantity.typed("0")?.quantity.answer == .amount(ExactDecimal(0)))
        #expect(SeizedLine("heroin --").items.map(\.quantity?.answer) == [.noData])
        #expect(SeizedLine("heroin 0 kg").items.first?.quantity?.amount == "0")
        #expect(SeizedLine("heroin").items.map(\.quantity) == [nil])
        let read = SeizedItemReader().read("opium --; heroin").map(\.item)
        #expect(read.map(\.quantity?.answer) == [.noData, nil] && read.map(\.name) == ["opium", "heroin"])
    }

    @Test func waysOfHidingAreReadInChinese() {
        #expect(Concealment.found(in: ["藏在油箱暗格内"]) == [.fuelTank, .falseFloor])
        #expect(Concealment.found(in: ["嫌疑人体内藏毒"]) == [.swallowed])
        #expect(Concealment.found(in: ["备胎和行李箱夹层"]) == [.baggage, .falseFloor, .spareWheel])
        #expect(HidingPlace.words(in: "在行李箱夹层查获") == "行李箱" && HidingPlace.words(in: "体内藏毒") == "体内藏毒")
    }
}
