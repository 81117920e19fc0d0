import Testing

@testable import Model

@Suite struct IdentifierFinderTests {
    private func found(_ text: String) -> [String] {
        IdentifierFinder.find(in: text).map { "\($0.identifier.kind.rawValue) \($0.identifier.normal)" }
    }

    @Test(arguments: [
        (
            "Truck Volvo FH, plate 05KG711ABJ, trailer 05KG997PA, container CSQU 305438-3.",
            ["plate 05KG711ABJ", "plate 05KG997PA", "container CSQU3054383"]
        ),
        (
            "Автомобиль КАМАЗ г/н А 123 ВС 77, водитель тел. +7 (701) 123-45-67",
            ["plate A123BC77", "phone +77011234567"]
        ),
        ("Вагон № 44707453, станция Келес", ["wagon 44707453"]),
        ("Контейнер CSQU3054384 (рейс HY 601)", ["container CSQU3054384", "flight HY601"]),
        ("acetic anhydride (CAS 108-24-7), 2 drums; acetyl chloride 75-36-5", ["cas 108-24-7", "cas 75-36-5"]),
        ("AWB 020-12345675, flight PC 707 to Istanbul", ["air_waybill 02012345675", "flight PC707"]),
        ("Посылка RR473124829GB из Великобритании", ["parcel RR473124829GB"]),
        ("Паспорт N12345678, ИИН 880101301237", ["document N12345678", "document 880101301237"]),
        ("a/m Toyota, госномер 123 ABC 02; прицеп 12 ABC 05", ["plate 123ABC02", "plate 12ABC05"]),
        (
            "оплата на 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa и KZ86125KZT5004100100",
            ["wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "account KZ86125KZT5004100100"]
        ),
        (
            "судно IMO 9074729, TIR XB70498764, seal 0456781",
            ["vessel 9074729", "tir_carnet XB70498764", "seal 0456781"]
        ),
        ("VIN 1M8GDM9AXKP042788", ["vin 1M8GDM9AXKP042788"]),
        ("Mercedes, registration 10-AA-123, call +994 50 123 45 67", ["plate 10AA123", "phone +994501234567"]),
        ("груз по накладной CMR 0012345 на машине 01 A 123 BC", ["consignment_note 0012345", "plate 01A123BC"]),
        ("р/с 40817810099910004312; счёт 40817810099910004312", ["account 40817810099910004312"]),
        ("6 kg heroin in a car 1234 FD 01 near Fotehobod", ["plate 1234FD01"]),
        ("truck TJK 4821 AT 02", ["plate 4821AT02"]), ("грузовик TJK 4821 АТ 02", ["plate 4821AT02"]),
        ("TJK 4821 AT 02 and trailer KGZ 01 KG 123 ABC", ["plate 4821AT02", "plate 01KG123ABC"]),
        ("seized in KAZ 500 KG 12 of them, TJK 4821 to go", []), ("car AFG 4821", ["plate AFG4821"]),
    ])
    func messagesGiveTheirIdentifiers(text: String, identifiers: [String]) {
        #expect(found(text) == identifiers)
    }

    /// "TJK" is the State's code, and no part of the number.
    @Test func theStateInFrontOfAPlateIsItsState() throws {
        let text = "truck TJK 4821 AT 02, empty"
        let plate = try #require(IdentifierFinder.find(in: text).first)
        #expect(plate.identifier.state == "TJK" && plate.identifier.remarks.isEmpty)
        #expect(plate.identifier.typed == "4821 AT 02" && text[plate.range] == "TJK 4821 AT 02")
    }

    @Test(arguments: [
        "12 kg of heroin and 3 kg and 250 grams of opium", "500 USD 20 and 300 KZT 15", "On 10-15 Sept 2018 at 23:10",
        "388 tablets = 15,52 g", "65 polyethylene packages, 71.110 kg", "5,065 kg heroin, 1,145 kg",
        "2 thousand tablets",
        "Resolution 1234 (2021) of 12 March", "2021-06-20T02:00+04:00", "изъято 29 кг 250 г, 3 спичечных коробка",
        "100 MG 20 tablets 350 LSD 10", "41.7588, 69.3857", "https://www.azernews.az/nation/180594.html",
        "AL-2026-0042 and CD-2026-0014", "1,680 pills; 26,442 grams", "ст. 228 УК РФ, дело № 12345678",
        "24–28 Aug 2009",
        "doc/13491861/unofficial-translation", "truck with 20 t of onions, 15 bags 05 KG each",
        "A4 paper, B52, M-32, PM2.5",
    ])
    func whatIsNoneIsLeftAlone(text: String) {
        #expect(found(text).isEmpty)
    }

    @Test func theRangeIsWhatWasTyped() throws {
        let text = "тел. +7 (701) 123-45-67, ответил"
        let phone = try #require(IdentifierFinder.find(in: text).first)
        #expect(text[phone.range] == "+7 (701) 123-45-67")
        #expect(phone.identifier.typed == "+7 (701) 123-45-67")
    }

    /// Numbers and words by chance; what is found in them at all must be what its check digit or form makes it.
    @Test func chanceTextHoldsHardlyAnything() {
        var chance = Chance(seed: 7)
        let words = [
            "kg", "heroin", "tablets", "г", "кг", "рейд", "USD", "of", "in", "and", "задержан", "MG", "A", "км", "UTC",
            "to",
        ]
        var finds = 0
        for _ in 0..<2000 {
            var text = ""
            for _ in 0..<20 {
                switch chance.next(4) {
                case 0: text += "\(chance.next(10)) "
                case 1: text += "\(chance.next(100_000)) "
                case 2: text += "\(chance.next(900)),\(chance.next(1000)) "
                default: text += words[chance.next(words.count)] + " "
                }
            }
            finds += IdentifierFinder.find(in: text).count
        }
        #expect(finds <= 20, "\(finds) in 2,000 texts of twenty words")
    }

    @Test func noBytesCrashIt() {
        var chance = Chance(seed: 9)
        let signs = Array("0123456789ABKGU+-. /()аАВ№éİ🚚\u{301}\u{202E}\n".unicodeScalars)
        for _ in 0..<500 {
            var view = String.UnicodeScalarView()
            for _ in 0..<60 { view.append(signs[chance.next(signs.count)]) }
            let text = String(view)
            for found in IdentifierFinder.find(in: text) { #expect(!text[found.range].isEmpty) }
        }
    }
}

/// Numbers that are the same in every run (splitmix64).
struct Chance {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
