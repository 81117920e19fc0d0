import Glibc
import Model
import Testing

@testable import Places

@Suite("The gazetteer")
struct GazetteerTests {
    let gazetteer = PlacesMaterial.gazetteer

    @Test("Everything is there: towns, airports, ports, crossings, divisions")
    func everythingIsThere() {
        #expect(gazetteer.all(.town).count == 15_361)
        #expect(gazetteer.all(.airport).count == 756)
        #expect(gazetteer.all(.crossing).count == 78)
        #expect(gazetteer.all(.region).count == 192)
        #expect(gazetteer.all(.port).count == 9)
    }

    @Test("Former names, other scripts and the other side of a crossing are names of one place, and a region is none")
    func knowledge() {
        let known = gazetteer.knowledge
        for (a, b) in [
            ("Нижний Пяндж", "Panji Poyon"), ("Ералиев", "Kuryk"), ("Kurgan-Tyube", "Бохтар"), ("Хоргос", "Korgas"),
        ] {
            #expect(NameLikeness(a, b).knowing(known(a), known(b)).isSame, "\(a) \(b)")
        }
        for (a, b) in [("Osh", "Batken"), ("Termez", "Guzar"), ("Kurgan", "Kurgan-Tyube")] {
            #expect(!NameLikeness(a, b).knowing(known(a), known(b)).isSame, "\(a) \(b)")
        }
        #expect(Set(known("Khorgos").flatMap(\.states)) == ["CHN", "KAZ"])
        #expect(known("Курганская").allSatisfy { $0.id == nil })
        #expect(known("a sentence that is no place").isEmpty)
    }

    @Test("A letter of another script that looks alike is taken for the one meant", arguments: ["Куpык", "Oш"])
    func lookAlikes(_ typed: String) {
        #expect(!gazetteer.find(typed).isEmpty)
    }

    @Test("Every place finds itself by each of its names, in either script, and by its id")
    func everyPlaceFindsItself() {
        var asked = 0
        for row in gazetteer.store.rows.indices {
            let place = gazetteer.store.place(row)
            #expect(gazetteer.store.row(of: place) == row, "\(place.id)")
            var names = place.kind == .crossing ? [] : [place.name, place.cyrillic].compactMap { $0 }
            if let crossing = place.crossing {
                names = [crossing.first, crossing.second].compactMap { $0 }.flatMap {
                    [$0.name, $0.cyrillic ?? $0.name]
                }
            }
            if place.kind != .airport { names += place.aliases }
            for name in names {
                asked += 1
                let found = gazetteer.find(name).contains { $0.place.id == place.id }
                #expect(found, "“\(name)” does not find \(place.id)")
            }
        }
        #expect(asked > 25_000)
        print("Names that find their place: \(asked)")
    }

    @Test(
        "Other and former names lead to the place",
        arguments: [
            ("Ералиев", "port:kuryk"), ("Yeraliyev", "gn:609919"), ("Chernyaevka", "bcp:zhibek-zholy-gishtkoprik"),
            ("Черняевка", "bcp:zhibek-zholy-gishtkoprik"), ("Nizhny Panj", "bcp:panji-poyon-sherkhan-bandar"),
            ("Нижний Пяндж", "bcp:panji-poyon-sherkhan-bandar"), ("Kushka", "gn:1219377"), ("Кушка", "gn:1219377"),
            ("Chardzhou", "gn:1219649"), ("Чарджоу", "gn:1219649"), ("Dustlik", "bcp:dostuk-dostlik"),
            ("Дўстлик", "bcp:dostuk-dostlik"), ("Do'stlik", "bcp:dostuk-dostlik"), ("Dostuk", "bcp:dostuk-dostlik"),
            ("Алма-Ата", "gn:1526384"), ("Frunze", "gn:1528675"), ("Ленинабад", "gn:1514879"),
            ("SHIR KHAN BANDAR", "bcp:panji-poyon-sherkhan-bandar"), ("Gisht-Kuprik", "bcp:zhibek-zholy-gishtkoprik"),
            ("mazar-e-sharif", "gn:1133616"), ("Екатеринбург", "gn:1486209"), ("Куйбышев", "gn:499099"),
        ])
    func aliases(name: String, id: String) {
        #expect(gazetteer.find(name).contains { $0.place.id == id }, "\(gazetteer.find(name).map(\.place.id))")
    }

    @Test("The strongest evidence comes first, and each match says which form fitted")
    func evidence() {
        let exact = gazetteer.find("Almaty").first
        #expect(exact?.evidence == .name && exact?.form == "Almaty")
        #expect(gazetteer.find("ALMATY").first?.evidence == .folded)
        #expect(gazetteer.find("алматы").first?.place.id == "gn:1526384")
        #expect(gazetteer.find("Алма-Ата").first?.evidence == .alias)
        #expect(gazetteer.find("").isEmpty)
        #expect(gazetteer.find("---").isEmpty)
        #expect(gazetteer.find("Atlantis").isEmpty)
    }

    @Test("Codes count in capital letters only, so that a name is not taken for one")
    func codes() {
        #expect(gazetteer.find("ALA").first?.place.id == "icao:UAAA")
        #expect(gazetteer.find("UAAA").first?.evidence == .code)
        #expect(gazetteer.find("UZTER").first?.place.id == "gn:1215957")
        #expect(gazetteer.find("KZKUR").contains { $0.place.id == "gn:609919" })
        #expect(!gazetteer.find("ala").contains { $0.evidence == .code })
        #expect(gazetteer.place(id: "gn:1526384")?.aliases.contains("KZALA") == true)
    }

    @Test("A completion is in the script that was typed, and begins with what was typed")
    func completion() {
        for typed in ["Pan", "Пян", "al", "шым", "Bish", "Қар", "zhib", "Сара"] {
            let completions = gazetteer.complete(typed, limit: 8)
            #expect(!completions.isEmpty, "\(typed)")
            #expect(completions.count <= 8)
            #expect(Set(completions.map(\.text)).count == completions.count, "no text twice")
            for completion in completions {
                #expect(
                    PlaceKey.fold(completion.text).starts(with: PlaceKey.fold(typed)), "\(typed): \(completion.text)")
                let isCyrillic = typed.unicodeScalars.contains { $0.value > 0x400 }
                #expect(completion.text.unicodeScalars.contains { (0x400...0x52F).contains($0.value) } == isCyrillic)
            }
        }
        #expect(gazetteer.complete("Panj", limit: 3).map(\.text).prefix(2) == ["Panj", "Panji Poyon"])
        #expect(gazetteer.complete("Яллам", limit: 3).first?.place.id == "bcp:konysbayev-yallama")
        #expect(gazetteer.complete("", limit: 8).isEmpty)
        #expect(gazetteer.complete("Pan", limit: 0).isEmpty)
        #expect(gazetteer.complete("Ka", limit: 5, kinds: [.crossing]).allSatisfy { $0.place.kind == .crossing })
    }

    @Test("What is near is what a look at every place finds near")
    func nearest() {
        var chance = SplitMix(seed: 7)
        for _ in 0..<15 {
            let here = PlacesMaterial.position(chance.between(35, 56), chance.between(46, 90))
            let reach = Int(chance.between(1_000, 300_000))
            let all = gazetteer.store.rows.indices.map { gazetteer.store.place($0) }.filter { $0.kind != .region }
            let expected = all.compactMap { place -> Int? in
                [place.position, place.crossing?.otherPosition].compactMap { $0?.distance(to: here) }.min()
            }.filter { $0 <= reach }.sorted().prefix(12)
            let found = gazetteer.nearest(to: here, within: reach, limit: 12).map(\.metres)
            #expect(found == Array(expected), "seed 7: \(here.text) within \(reach)")
        }
    }

    @Test("A disputed position is there twice, and an unknown one not at all")
    func certainties() throws {
        let disputed = try #require(gazetteer.place(id: "bcp:panji-poyon-sherkhan-bandar"))
        #expect(disputed.crossing?.certainty == .conflict)
        #expect(disputed.position?.text == "37.18330N 68.41690E")
        #expect(disputed.crossing?.otherPosition?.text == "37.18330N 68.60000E")
        let other = PlacesMaterial.position(37.1833, 68.6)
        #expect(gazetteer.nearest(to: other, within: 100, kinds: [.crossing]).first?.place.id == disputed.id)
        for place in gazetteer.all(.crossing) {
            let crossing = try #require(place.crossing)
            #expect((place.position == nil) == (crossing.certainty == .unknown), "\(place.id)")
            #expect((crossing.otherPosition != nil) == (crossing.certainty == .conflict), "\(place.id)")
            #expect(crossing.standing == .unknown, "\(place.id): nobody has verified that it is open")
            #expect(["UN document", "public page", "general knowledge"].contains(crossing.source), "\(place.id)")
            #expect(!crossing.modes.isEmpty && crossing.first.state != crossing.secondState, "\(place.id)")
            #expect(crossing.first.cyrillic != nil, "\(place.id)")
        }
        #expect(gazetteer.all(.crossing).filter { $0.crossing?.hours != nil }.count == 2)
    }

    @Test("A folder without tables is a sentence that says where they should be, and nothing else")
    func absence() {
        do throws(PlacesFault) {
            _ = try Gazetteer.load(folders: ["/nonexistent/one", "/nonexistent/two"])
            Issue.record("nothing was missed")
        } catch {
            #expect(error == .absent(file: "towns.tsv", folders: ["/nonexistent/one", "/nonexistent/two"]))
        }
        #expect(Gazetteer.empty.find("Almaty").isEmpty)
        #expect(Gazetteer.empty.complete("Al", limit: 3).isEmpty)
        #expect(Gazetteer.empty.read("5 km south of Panj").certainty == .none)
        #expect(Gazetteer.empty.territory(of: .origin) == .nowhere)
    }

    @Test("Tables that somebody damaged are read as far as they go", arguments: [1, 2, 3, 4, 5, 6])
    func damage(seed: UInt64) {
        var chance = SplitMix(seed: seed)
        let folder = Gazetteer.standardFolders().first { access($0 + "/towns.tsv", R_OK) == 0 } ?? ""
        let tables = ["towns", "airports", "ports", "crossings", "regions", "codes", "borders"].map { name in
            var bytes = Array(PlacesMaterial.bytes(of: "\(folder)/\(name).tsv").prefix(40_000))
            for _ in 0..<400 where !bytes.isEmpty {
                bytes[Int(chance.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: chance.next())
            }
            return bytes
        }
        let builder = PlaceStoreBuilder(
            towns: tables[0], airports: tables[1], ports: tables[2], crossings: tables[3], regions: tables[4],
            codes: tables[5])
        let damaged = Gazetteer(store: PlaceStore(builder), borders: Borders(PlaceTable(bytes: tables[6])))
        for row in damaged.store.rows.indices { _ = damaged.store.place(row) }
        _ = damaged.find("Almaty")
        _ = damaged.complete("A", limit: 5)
        _ = damaged.nearest(to: PlacesMaterial.position(43, 76), within: 50_000)
        _ = damaged.territory(of: PlacesMaterial.position(43, 76))
    }
}

extension PlaceStore {
    /// The row whose place this is, by id.
    func row(of place: Place) -> Int? { row(id: place.id) }
}

/// Chance that can be repeated (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) / Double(1 << 53)
    }
}
