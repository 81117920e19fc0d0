import Testing

@testable import Model

/// How two reports are compared: what counts, and that it does not matter which comes first.
@Suite struct LikenessTests {
    private static let day = Civil(year: 2026, month: 1, day: 20).instant(offsetSeconds: 0)

    private static func account(
        _ number: Int, _ drug: String?, _ amount: String, _ unit: String = "kg", place: String? = nil,
        state: String? = "KGZ", day: Int64 = 0, plate: String? = nil
    ) throws -> SeizureAccount {
        SeizureAccount(
            name: try #require(SubjectName("AL-2026-\(1000 + number)")), at: self.day + .days(day), state: state,
            place: place,
            items: [
                .init(
                    substance: SubstanceKey(name: drug), name: drug ?? "",
                    quantity: Quantity(amount: amount, unit: unit))
            ],
            identifiers: plate.map { [Identifier(.plate, $0)] } ?? [])
    }

    @Test func theSameAmountInAnotherUnitAndScriptIsTheSame() throws {
        let likeness = Likeness(
            try Self.account(1, "heroin", "6.942", place: "Batken"),
            try Self.account(2, "героин", "6942", "g", place: "Баткен"))
        #expect(likeness.isProposed)
        #expect(likeness.reasons.contains(.sameAmountAs("6.942 kg", "6942 g")))
        #expect(likeness.reasons.contains(.sameDay))
    }

    @Test(arguments: [
        ("13.3", "13.13", AmountLikeness.near), ("6.942", "6.94", .same(digits: 4)), ("6.942", "6.9", .rounded),
        ("1", "1", .same(digits: 1)), ("6.3", "6.3", .same(digits: 2)), ("3.09", "3.9", .different),
        ("3.09", "3.13", .near), ("5.065", "5065", .different),
    ])
    func amounts(_ a: String, _ b: String, _ expected: AmountLikeness) {
        let likeness = AmountLikeness(Quantity(amount: a, unit: "kg"), Quantity(amount: b, unit: "kg"))
        #expect(likeness == expected)
        #expect(AmountLikeness(Quantity(amount: b, unit: "kg"), Quantity(amount: a, unit: "kg")) == likeness)
    }

    @Test func whatIsNotKnownSaysNothing() {
        #expect(AmountLikeness(Quantity(amount: "--", unit: "kg"), Quantity(amount: "5", unit: "kg")) == .unknown)
        #expect(AmountLikeness(nil, Quantity(amount: "5", unit: "kg")) == .unknown)
        #expect(AmountLikeness(Quantity(amount: "", unit: ""), Quantity(amount: "0", unit: "kg")) == .unknown)
    }

    @Test func aTotalAndItsPartsAreOne() throws {
        var parts = try Self.account(1, "marijuana", "9.88", place: "Horadiz")
        parts.items.append(
            .init(
                substance: SubstanceKey(name: "opium"), name: "opium", quantity: Quantity(amount: "3.25", unit: "kg")))
        let whole = try Self.account(2, "drugs", "13.3", place: "Araz river, Horadiz detachment")
        let likeness = Likeness(parts, whole)
        #expect(likeness.isProposed, "\(likeness)")
        #expect(likeness.reasons.contains(.sameTotal("13.3 kg")))
    }

    @Test func theSameDayAndSubstanceAtAnotherPlaceIsNot() throws {
        let one = try Self.account(1, "heroin", "1.2", place: "Osh")
        #expect(!Likeness(one, try Self.account(2, "heroin", "1.2", place: "Batken")).isProposed)
        #expect(!Likeness(one, try Self.account(3, "heroin", "4.7", place: "Osh")).isProposed)
        #expect(!Likeness(one, try Self.account(4, "heroin", "1.2", place: "Osh", day: 9)).isProposed)
        #expect(!Likeness(one, try Self.account(5, "heroin", "1.2", place: "Osh", state: "TJK")).isProposed)
        #expect(Likeness(one, try Self.account(6, "heroin", "1.2", place: "Osh")).isProposed)
    }

    /// Partners report each other's seizures: a State that nobody said is no contradiction, and what the place says is a weak one.
    @Test func aStateThatNobodySaidIsOpen() throws {
        let open = try Self.account(1, "heroin", "18.45", place: "Khorgos", state: nil)
        var said = try Self.account(2, "героин", "18450", "g", place: "Хоргос", state: "KAZ")
        #expect(Likeness(open, said).isProposed)
        #expect(Likeness(open, try Self.account(3, "heroin", "18.45", place: "Khorgos", state: nil)).isProposed)
        said.state = nil
        said.place = "Kuryk"
        let known: PlaceKnowledge = { name in
            ["Ералиев": "KAZ", "Kuryk": "KAZ", "Khorgos": "CHN"][name].map {
                [KnownPlace(id: $0 == "KAZ" ? "gn:609919" : "x", states: [$0], names: ["Kuryk", "Ералиев"])]
            } ?? []
        }
        said.settle(known)
        var other = try Self.account(4, "heroin", "18.45", place: "Ералиев", state: nil)
        other.settle(known)
        #expect(other.states == ["KAZ"])
        #expect(
            Likeness(said, other).reasons.contains {
                if case .placeAlike(_, _, let why) = $0 { why.reasons == [.onePlace] } else { false }
            })
        var elsewhere = open
        elsewhere.settle(known)
        #expect(Likeness(elsewhere, other).reasons.contains(.otherState("CHN", "KAZ")))
        #expect(!Likeness(elsewhere, other).isProposed)
    }

    @Test func aSharedPlateBridgesDays() throws {
        let one = try Self.account(1, "heroin", "1.2", place: "Osh", plate: "05KG711ABJ")
        let other = try Self.account(2, "heroin", "1.2", place: "Osh", day: 6, plate: "05 711 ABJ")
        #expect(Likeness(one, other).isProposed)
        #expect(Likeness(one, other).reasons.first == .sameIdentifier(.plate, "05KG711ABJ"))
    }

    @Test func nothingDependsOnWhichComesFirst() throws {
        var chance = SystemRandomNumberGenerator()
        let drugs = ["heroin", "героин", "opium", "drugs", "hashish", "(drug name missing)"]
        let places: [String?] = [
            "Batken", "Баткен", "Batken region", "Osh", nil, "Araz river bank, Goradiz", "Horadiz",
        ]
        let amounts = ["1", "6.942", "6942", "13.3", "--", "", "9.55"]
        func make(_ number: Int) throws -> SeizureAccount {
            var account = try Self.account(
                number, drugs.randomElement(using: &chance), amounts.randomElement(using: &chance) ?? "",
                Bool.random(using: &chance) ? "kg" : "g", place: places.randomElement(using: &chance) ?? nil,
                day: Int64.random(in: 0...5, using: &chance))
            if Bool.random(using: &chance) {
                account.items += try Self.account(0, "opium", amounts.randomElement(using: &chance) ?? "").items
            }
            return account
        }
        for round in 0..<400 {
            let (a, b) = (try make(round * 2), try make(round * 2 + 1))
            #expect(Likeness(a, b).score == Likeness(b, a).score, "\(a) \(b)")
            #expect(Likeness(a, b).reasons.count == Likeness(b, a).reasons.count)
        }
    }

    @Test func aReportIsFiledWhereANeighbourLooks() throws {
        let account = try Self.account(1, "heroin", "6.942", place: "Batken")
        let item = SeizedItem(kind: .drug, name: "героин", quantity: Quantity(amount: "6942", unit: "g"))
        for (day, isNear) in [(Int64(0), true), (3, true), (-3, true), (4, false)] {
            let marks = Particulars(items: [item], state: "KGZ", place: "Баткен").marks(
                at: Self.day + .days(day), state: nil, load: [])
            let found = account.neighbourhoods.contains { near in marks.contains { near.values.contains($0.value) } }
            #expect(found == isNear, "\(day)")
        }
        let unknown = try Self.account(2, "drugs", "6.942")
        let marks = Particulars(items: [item], state: "KGZ").marks(at: Self.day, state: nil, load: [])
        #expect(unknown.neighbourhoods.contains { near in marks.contains { near.values.contains($0.value) } })
    }
}
