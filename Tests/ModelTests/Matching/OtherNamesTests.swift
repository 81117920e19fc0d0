import Testing

@testable import Model

/// A search for a place finds its other names, and nothing in whose middle they only stand.
@Suite struct OtherNamesTests {
    private static let names = [
        "kuryk": ["Курык", "Ералиев", "Yeraliyev", "Kuryk Port"], "нижний пяндж": ["Panji Poyon", "Нижний Пяндж"],
        "osh": ["Ош", "奥什"],
    ]

    private static func fits(_ query: String, _ text: String) -> Bool {
        EntryFilter(query, otherNames: { names[$0.lowercased()] ?? [] }).matches(text: text)
    }

    @Test func aliasesOfEitherScriptAreFound() {
        for text in ["5 кг в порту Ералиев", "the port of YERALIYEV", "паром, Курык", "at Kuryk"] {
            #expect(
                Self.fits("kuryk", text) && Self.fits("Kuryk p:1..9", text) && !Self.fits("!kuryk x", text), "\(text)")
        }
        #expect(Self.fits("Нижний Пяндж", "truck at Panji Poyon") && Self.fits("пяндж нижний", "Нижний Пяндж"))
        #expect(Self.fits("osh", "奥什口岸") && Self.fits("osh heroin", "heroin, Ош"))
        #expect(!Self.fits("osh", "большой груз") && !Self.fits("osh opium", "heroin, Ош"))
        #expect(!Self.fits("Нижний Тагил", "Panji Poyon"))
    }

    @Test func theTableIsAskedOnceForAQueryAndNotForEachItem() {
        var asked = 0
        let filter = EntryFilter(
            "kuryk heroin",
            otherNames: { _ in
                asked += 1
                return []
            })
        let before = asked
        for number in 0..<1000 { _ = filter.matches(text: "row \(number)") }
        #expect(asked == before && before <= 4)
    }
}
