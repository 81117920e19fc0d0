import Testing

@testable import Wording

@Suite struct SpellingTests {
    private let known = ["board", "alerts", "deliveries", "log", "watch", "Almaty", "Тёмная"]

    @Test(arguments: [
        ("bord", "board"), ("baord", "board"), ("boared", "board"), ("BOARD", "board"), ("aletrs", "alerts"),
        ("lgo", "log"), ("almatti", "Almaty"), ("темная", "Тёмная"), ("wacht", "watch"),
    ])
    func oneOrTwoSlips(_ typed: String, _ meant: String) {
        #expect(Spelling.nearest(to: typed, among: known) == meant)
    }

    @Test(arguments: ["", "b", "xy", "xxg", "quixotic", "boardroom", String(repeating: "a", count: 100_000)])
    func nothingNear(_ typed: String) {
        #expect(Spelling.nearest(to: typed, among: known) == nil)
    }

    @Test func theNearerOneWinsThenTheFirst() {
        #expect(Spelling.nearest(to: "light", among: ["night", "lights", "light"]) == "light")
        #expect(Spelling.nearest(to: "tight", among: ["night", "light"]) == "night")
    }

    @Test func slipsAreCountedAlike() {
        func slips(_ left: String, _ right: String) -> Int { Spelling.slips(Array(left), Array(right)) }
        for (left, right, count) in [
            ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abcd", "acbd", 1), ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ] {
            #expect(slips(left, right) == count, "\(left) \(right)")
            #expect(slips(right, left) == count, "\(right) \(left)")
        }
    }
}
