import Model
import Testing

@testable import Places

@Suite("Places in a running text")
struct PlaceMentionsTests {
    let gazetteer = PlacesMaterial.gazetteer

    @Test(
        "The scene is the name alone",
        arguments: [
            ("на посту Хоргос изъято 5 кг героина", "Хоргос", "bcp:khorgos"),
            ("In Baku, 9 kg of heroin", "Baku", "gn:587084"),
            ("霍尔果斯口岸查获海洛因5公斤，藏在备胎中", "霍尔果斯", "bcp:khorgos"),
            ("village of Bahorak, spare wheel", "Bahorak", ""),
            ("UZB 6 kg heroin in truck 01KG123ABC at Bor-Dobo, 2 men held", "Bor-Dobo", "bcp:bor-dobo"),
            ("ТЖК 5 кг героина в Ишкашиме, авто", "Ишкашим", "gn:1221614"),
            ("driver Rustam Karimov was detained in the city of Osh", "Osh", "gn:1527534"),
            (
                "On 21 November 2026 customs officers at the Irkeshtam checkpoint found 5 kg", "Irkeshtam",
                "bcp:irkeshtam"
            ),
            ("Total of 13 kg of drugs were found by officers", "", ""),
            ("在铁尔梅兹查获海洛因5公斤", "铁尔梅兹", "gn:1215957"), ("库雷克港查获冰毒3公斤", "库雷克港", "port:kuryk"),
            ("Изъято 2 кг героина у КПП Гиштакуприк", "Гиштакуприк", "bcp:zhibek-zholy-gishtkoprik"),
            ("На станции Серахс найдены канистры", "Серахс", "gn:1218456"),
            ("Сотрудники ГУВД Оша нашли 3 кг", "Ош", "gn:1527534"),
            ("In Khatlon region police found 3 kg", "Khatlon region", "region:TJK-02"),
            ("马雷州一农户院内发现罂粟", "马雷州", "region:TKM-05"),
            (
                "12 kg was found on the bank of the Panj river opposite Ishkashim",
                "bank of the Panj river opposite Ishkashim", ""
            ),
            ("на берегу Пянджа у Ишкашима изъято 12 кг", "берег Пянджа у Ишкашима", ""),
            ("在喷赤河岸边搜出鸦片", "喷赤河岸边", ""), ("a letter to the bank of Asia", "", ""),
        ])
    func scene(_ text: String, _ name: String, _ id: String) {
        let scene = gazetteer.mentions(in: text).scene
        #expect(scene?.name ?? "" == name && scene?.place?.id ?? "" == id)
    }

    @Test(
        "A crossing lies on the side that is named, a bank beside what stands there",
        arguments: [
            ("таможенники поста «Яллама» изъяли", "UZB"), ("at the Konysbayev checkpoint", "KAZ"),
            ("берег Пянджа у Ишкашима", "TJK"),
        ])
    func side(_ text: String, _ state: String) {
        #expect(gazetteer.mentions(in: text).scene?.state ?? gazetteer.read(text).state == state)
        #expect(gazetteer.read("bank of the Panj river opposite Ishkashim").place?.kind == .riverBank)
    }

    @Test("A way has two ends and what lies between")
    func ways() {
        let english = gazetteer.mentions(in: "heroin from Afghanistan to Russia via Osh was found")
        #expect(english.departure?.name == "Afghanistan" && english.destination?.name == "Russia")
        #expect(english.transit.map(\.name) == ["Osh"] && english.scene == nil)
        let russian = gazetteer.mentions(in: "из Худжанда в Ош перевозили героин")
        #expect(russian.departure?.place?.id == "gn:1514879" && russian.destination?.name == "Ош")
    }

    @Test("What is typed as a place is found, and what is there already stays")
    func locating() throws {
        var osh = Particulars(place: "Osh")
        osh.locate(in: gazetteer)
        #expect(osh.placeID == "gn:1527534" && osh.state == "KGZ" && osh.position != nil)
        var circle = Particulars(place: "Osh", position: Position(latitude: 4_051_000, longitude: 7_280_000))
        circle.locate(in: gazetteer)
        #expect(circle.placeID == "gn:1527534" && circle.position?.latitude == 4_051_000)
        var typed = Particulars(place: "37.18N 68.60E")
        typed.locate(in: gazetteer)
        #expect(typed.placeID == nil && typed.position == Position(latitude: 3_718_000, longitude: 6_860_000))
        var nowhere = Particulars(place: "Zqx3")
        nowhere.locate(in: gazetteer)
        #expect(nowhere == Particulars(place: "Zqx3"))
    }
}
