import Model
import TestSupport
import Testing

@Suite struct FuzzyMatchTests {
    static func order(_ query: String, _ names: [String]) -> [String] {
        names.compactMap { name in FuzzyMatch(query, in: name).map { (name, $0) } }
            .sorted { $0.1.isBetter(than: $1.1) }.map(\.0)
    }

    @Test func aBeginningIsBetterThanAWordThanInitialsThanAPart() {
        #expect(
            Self.order("sh", ["super-hero", "unshelve", "new-shelf", "shelve", "sh", "ack"])
                == ["sh", "shelve", "new-shelf", "super-hero", "unshelve"])
        #expect(FuzzyMatch("wn", in: "watch-note")?.kind == .initials)
        #expect(FuzzyMatch("pgd", in: "page-down")?.kind == .scattered)
        #expect(FuzzyMatch("pgd", in: "page-down", isLoose: false) == nil)
        #expect(FuzzyMatch("d", in: "page-down")?.kind == .wordStart && FuzzyMatch("g", in: "page-down") == nil)
    }

    @Test func theMatchedLettersAreThoseOfTheMatch() {
        #expect(FuzzyMatch("note", in: "watch-note")?.places == [6, 7, 8, 9])
        #expect(FuzzyMatch("pd", in: "page-down")?.places == [0, 5])
        #expect(
            FuzzyMatch("malik heroin", in: "UZB heroin at Malik")?.places == [4, 5, 6, 7, 8, 9, 14, 15, 16, 17, 18])
        #expect(FuzzyMatch("heroin opium", in: "UZB heroin at Malik") == nil)
    }

    @Test(arguments: [
        ("елка", "Ёлка"), ("ЁЛКА", "елка"), ("celtik", "Çeltik"), ("Asgabat", "aşgabat"), ("кордай", "Қордай"),
        ("I", "ı"), ("istanbul", "İSTANBUL"), ("is:late", "ｉｓ：ｌａｔｅ"), ("resume", "re\u{301}sume\u{301}"),
        ("o'zbek", "oʻzbek"), ("й", "и\u{306}"), ("阿拉木图", "阿拉木图"),
    ])
    func lettersCompareWithoutCaseAndAccents(_ typed: String, _ text: String) {
        #expect(FuzzyMatch(typed, in: text)?.kind == .whole, "\(typed) in \(text)")
        #expect(SearchFolding.bytes(typed) == SearchFolding.bytes(text))
    }

    @Test func aLetterOfItsOwnStaysOne() {
        #expect(FuzzyMatch("й", in: "и") == nil)
        #expect(FuzzyMatch("", in: "anything") != nil)
    }

    @Test func everyMatchNamesLettersThatSpellTheQuery() {
        var random = SeededGenerator(seed: 6)
        let alphabet = Array("abc-d ")
        for _ in 0..<2_000 {
            let text = String(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
            let query = String(
                (0..<Int.random(in: 1...4, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
            guard !query.contains(" "), let match = FuzzyMatch(query, in: text) else { continue }
            let letters = Array(text)
            #expect(String(match.places.map { letters[$0] }) == query, "\(query) in \(text)")
        }
    }
}

@Suite struct EntryFilterTests {
    static let log = SampleLog.busyNight
    static let entries = log.entries
    static let at: [String: Instant] = ["03:00": SampleLog.night - .minutes(72)]

    static func count(_ text: String) -> Int {
        let filter = EntryFilter(text, officer: "sagynbaeva") { at[$0] }
        return entries.count { filter.matches($0) }
    }

    @Test func wordsFieldsAndTheirOpposites() {
        #expect(Self.count("heroin") == 2)
        #expect(Self.count("!heroin") == Self.entries.count - 2)
        #expect(Self.count("-heroin") == Self.entries.count - 2)
        #expect(Self.count("телефона") == 1 && Self.count("ТЕЛЕФОНА") == 1)
        #expect(Self.count("kind:alertRaised") == 4)
        #expect(Self.count("state:UZB") == 4)
        #expect(Self.count("p:1") == 2 && Self.count("prio:1..2") == 4 && Self.count("priority:3..") == 2)
        #expect(Self.count("who:SAGYN") == Self.entries.count)
        #expect(Self.count("from:\"UZB desk\"") == 1)
        #expect(Self.count("\"40 trucks\"") == 1 && Self.count("\"trucks 40\"") == 0)
        #expect(Self.count("place:malik") == 1)
        #expect(Self.count("substance:x") == 0)
    }

    @Test func numbersTimesConditionsAndSlips() {
        #expect(Self.count("#4..6") == 3 && Self.count("#5") == 1 && Self.count("!#0..") == 0)
        #expect(Self.count("#13..") == Self.entries.count - 13)
        #expect(Self.count("after:03:00") == Self.entries.count { $0.learnt >= Self.at["03:00"]! })
        #expect(Self.count("before:03:00") + Self.count("after:03:00") == Self.entries.count)
        #expect(Self.count("is:mine") == Self.entries.count)
        #expect(Self.count("is:late") == Self.entries.count { $0.lateness != nil })
        #expect(Self.count("~heroim") == 2 && Self.count("~herion") == 2 && Self.count("~zzzz") == 0)
    }

    @Test func aMistakeIsNamedAndHidesNothing() {
        let cases: [(String, FilterFault)] = [
            ("stat:UZB heroin", .unknownField("stat")), ("is:asleep", .unknownCondition("asleep")),
            ("after:yesterdayish", .notATime("yesterdayish")), ("p:high", .notANumber(field: "priority", "high")),
            ("p:3..1", .notANumber(field: "priority", "3..1")),
        ]
        for (text, fault) in cases {
            let filter = EntryFilter(text)
            #expect(filter.fault == fault, "\(text)")
            #expect(filter.isEmpty && Self.entries.allSatisfy { filter.matches($0) }, "\(text)")
        }
        for text in ["state:", "!", "-", "~", "#", "is:", "12:30", "\"http://x\"", "#47x"] {
            #expect(EntryFilter(text).fault == nil, "\(text)")
        }
    }

    @Test func subjectsAnswerForTheirState() throws {
        let board = Self.log.board
        let now = SampleLog.night
        func alerts(_ text: String) -> [String] {
            let filter = EntryFilter(text, officer: "sagynbaeva")
            return board.alerts.values.filter { filter.matches($0, at: now) }.map(\.name.short).sorted()
        }
        func deliveries(_ text: String) -> [String] {
            let filter = EntryFilter(text)
            return board.deliveries.values.filter { filter.matches($0, at: now) }.map(\.name.short).sorted()
        }
        #expect(alerts("is:unacked") == ["0001", "0004"])
        #expect(alerts("is:shelved") == ["0003"])
        #expect(alerts("is:mine") == ["0002", "0003"])
        #expect(alerts("!is:unacked p:2") == ["0002", "0003"])
        #expect(deliveries("is:silent").count + deliveries("!is:silent").count == board.deliveries.count)
        #expect(deliveries("state:KAZ") == ["001"] && deliveries("place:yallama") == ["001"])
    }

    /// A key that a body has and no filter knows could not be asked for.
    @Test func everyKeyOfABodyIsAField() {
        var script = NightScript(seed: 1)
        let bodies = Self.entries.map(\.body) + (0..<500).map { _ in script.proposal(at: SampleLog.night).event.body }
        let keys = Set(bodies.flatMap { $0.members.map(\.key) })
        #expect(keys.count > 15)
        for key in keys { #expect(EntryFilter("\(key):1").fault != .unknownField(key), "\(key)") }
    }
}
