import Testing

@testable import Places

@Suite("Whose ground a position is")
struct BordersTests {
    let gazetteer = PlacesMaterial.gazetteer

    @Test(
        "The enclaves are of their own States",
        arguments: [
            // Sokh and Shakhimardan are Uzbekistan within Kyrgyzstan, Vorukh is Tajikistan within Kyrgyzstan.
            (39.96, 71.13, "UZB"), (39.98, 71.79, "UZB"), (39.85, 70.56, "TJK"),
        ])
    func enclaves(north: Double, east: Double, state: String) {
        let territory = gazetteer.territory(of: PlacesMaterial.position(north, east))
        switch territory {
        case .inside(let found): #expect(found == state)
        case .border(let states, _): #expect(states.contains(state) && states.contains("KGZ"))
        default: Issue.record("\(territory)")
        }
        let around = gazetteer.territory(of: PlacesMaterial.position(39.98, 71.45))
        #expect(around == .inside("KGZ"), "between Sokh and Shakhimardan")
    }

    @Test("Near a border nobody is told a side, at sea the shore is named, far out nothing")
    func doubt() {
        let bridge = gazetteer.territory(of: PlacesMaterial.position(37.23, 67.43))
        guard case .border(let states, let metres) = bridge else {
            Issue.record("\(bridge)")
            return
        }
        #expect(Set(states) == ["UZB", "AFG"] && metres < 10_000, "the crossing says what the outline does not")
        #expect(bridge.state == nil)
        guard case .offshore("KAZ", let off) = gazetteer.territory(of: PlacesMaterial.position(43.6, 51.0)) else {
            Issue.record("off Aktau")
            return
        }
        #expect(off > 0 && off <= Borders.shore)
        #expect(gazetteer.territory(of: PlacesMaterial.position(0, -150)) == .nowhere)
    }

    @Test("The outlines put towns into the State that the tables say, or say that they cannot tell")
    func townsAgree() {
        var (right, doubtful, wrong, offshore) = (0, 0, [String](), 0)
        for town in gazetteer.all(.town) {
            guard let position = town.position, let state = town.state else { continue }
            switch gazetteer.borders.territory(of: position) {
            case .inside(state): right += 1
            case .inside(let other):
                wrong.append("\(town.name) \(state), not \(other)")
                let told = gazetteer.territory(of: position)
                #expect(told.state == nil, "\(town.name): \(told), and the town itself says otherwise")
            case .border: doubtful += 1
            default: offshore += 1
            }
        }
        print("Towns by outline: \(right) right, \(doubtful) at a border, \(offshore) offshore, \(wrong.count) wrong")
        #expect(right > 15_000)
        #expect(wrong.count <= 15, "\(wrong.count)")
    }
}
