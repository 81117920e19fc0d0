import Testing

@testable import Places

@Suite("A text about a place")
struct PlaceReadingTests {
    let gazetteer = PlacesMaterial.gazetteer

    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        var state: String?
        let id: String
        let certainty: PlaceReading.Certainty
        var testDescription: String { text }

        init(_ text: String, in state: String? = nil, _ id: String, _ certainty: PlaceReading.Certainty) {
            (self.text, self.state, self.id, self.certainty) = (text, state, id, certainty)
        }
    }

    @Test(
        "What is read is the best place, and how sure it is",
        arguments: [
            Example("Saratov Region, Saratov", "gn:498677", .exact),
            Example("г. Казань, Республика Татарстан", "gn:551487", .exact),
            Example("г.Вологда", "gn:472459", .exact),
            Example("п. Октябрьский, Рязанская область", in: "RUS", "gn:515876", .exact),
            Example("Khanty-Mansi Autonomous Area, Nizhnevartovsk city", "gn:1497543", .exact),
            Example("UZTER", "gn:1215957", .exact), Example("ALA", "icao:UAAA", .exact),
            Example("Ak-Jol crossing (intended)", in: "KGZ", "bcp:ak-zhol-korday", .exact),
            Example("КПП \"Кордай\"", in: "KAZ", "bcp:ak-zhol-korday", .exact),
            Example("таможенный пост \"Карасу\", Жамбылская область", in: "KAZ", "bcp:ak-tilek-karasu", .exact),
            Example("Ургутский район, Самаркандская область", in: "UZB", "gn:1215790", .near),
            Example("Boyuk Bahmanli, Fuzuli", in: "AZE", "region-or-town", .near),
            Example("Ghazni", in: "AFG", "gn:1141269", .likely),
            Example("Helmand", in: "AFG", "region:AFG-10", .region),
            Example("Жамбылская область", in: "KAZ", "region:KAZ-17", .region),
            Example("с. Нетакого, Тверская область", in: "RUS", "region:RUS-77", .region),
            Example("Bishkek-Moscow train", "gn:524901", .ambiguous),
            Example("Astana / Rubtsovsk", "gn:1526273", .ambiguous),
            Example("Magnitogorsk", in: "RUS", "gn:532288", .exact),
            Example("в Саратове", in: "RUS", "gn:498677", .near),
            Example("Uzbekistan, Termez", "gn:1215957", .exact),
        ])
    func examples(example: Example) {
        let reading = gazetteer.read(example.text, state: example.state)
        #expect(reading.certainty == example.certainty, "\(reading)")
        if example.id == "region-or-town" {
            #expect(reading.place?.id == "gn:148106")
            #expect(reading.remaining == "Boyuk Bahmanli")
        } else if example.id == "gn:515876" || example.id == "gn:1215790" {
            #expect(reading.place?.kind == .town)
            #expect(["RUS-62", "UZB-10"].contains(reading.place?.region), "in the division that the text names")
        } else {
            #expect(reading.place?.id == example.id, "\(reading)")
        }
    }

    @Test("A place off any crossing is a place, with the two crossings nearest to it")
    func offAnyCrossing() throws {
        let bank = gazetteer.read("берег реки Пяндж, у Пянджа", state: "TJK")
        #expect(bank.place?.kind == .riverBank && bank.certainty == .near)
        #expect(bank.crossings.count == 2)
        #expect(bank.crossings.first?.place.id == "bcp:panji-poyon-sherkhan-bandar")
        #expect(bank.crossings.allSatisfy { $0.metres > 0 && $0.metres <= PlaceReading.crossingReach })
        #expect(bank.remaining.contains("Пяндж"))

        let offset = gazetteer.read("5 km south of Panj")
        let town = try #require(gazetteer.place(id: "gn:1220750")?.position)
        let there = try #require(offset.place?.position)
        #expect(abs(there.distance(to: town) - 5_000) <= 2)
        #expect(there.latitude < town.latitude && abs(there.longitude - town.longitude) < 3)
        #expect(offset.state == "TJK" && offset.place?.zone == "Asia/Dushanbe")
        #expect(gazetteer.read("в 5 км к югу от Пянджа").place?.position == there)

        let araz = gazetteer.read("Araz river, Horadiz detachment", state: "AZE")
        #expect(araz.place?.kind == .riverBank && araz.remaining == "Araz river")
        #expect(araz.others.first?.id == "gn:148003")

        let unplaced = gazetteer.read("берег реки Пяндж, у Шамсиддин Шохин")
        #expect(unplaced.place?.id == "bcp:shamsiddin-shohin", "its position is not known, and nothing is made up")
        #expect(unplaced.place?.position == nil)
    }

    @Test("Coordinates are a place with the State of the ground, and the words beside them stay")
    func coordinates() {
        let reading = gazetteer.read("boat at 39.98N 49.44E by night")
        #expect(reading.place?.kind == .coordinate && reading.state == "AZE" && reading.certainty == .exact)
        #expect(reading.remaining == "boat at by night")
        #expect(reading.place?.zone == "Asia/Baku")
    }

    @Test("Another State's place of that name is not taken")
    func stateHolds() {
        #expect(gazetteer.read("Suzak", state: "KGZ").state == "KGZ")
        #expect(gazetteer.read("Khanabad", state: "AFG").place?.id == "gn:1137168")
        #expect(gazetteer.read("Saratov", state: "KGZ").place == nil)
        #expect(gazetteer.read("д. Михайловка, Смоленская область", state: "RUS").place?.region != "RUS-84")
    }

    @Test(
        "Nothing that is typed makes it fall",
        arguments: ["", " ", ",,,", "/", "\"", "р", "5 km", "5 km south of", "N E"])
    func scraps(text: String) {
        _ = gazetteer.read(text)
        _ = gazetteer.read(String(repeating: text + "п ", count: 500))
    }

    @Test("Random cuttings of real words neither trap nor take long")
    func cuttings() {
        var chance = SplitMix(seed: 3)
        let words = [
            "г.", "река", "Panj", "5", "km", "к", "югу", "от", "N39°", "'", "Region", ",", "/", "Ош", "район", "\u{0}",
            "😀",
        ]
        for _ in 0..<400 {
            let count = Int(chance.next() % 9)
            let text = (0..<count).map { _ in words[Int(chance.next() % UInt64(words.count))] }.joined(separator: " ")
            _ = gazetteer.read(text)
        }
    }
}
