import Testing

@testable import Wording

@Suite struct ControlPhraseTests {
    private let phrase = ControlPhrase(numbers: [0, 255, 7, 7, 128, 64], digits: "0417")

    @Test(arguments: Language.shipped)
    func survivesBeingReadOut(_ language: Language) throws {
        let phrase = try #require(phrase)
        let text = phrase.text(language)
        #expect(ControlPhrase(parsing: text) == phrase)
        #expect(ControlPhrase(parsing: text.uppercased()) == phrase)
        #expect(ControlPhrase(parsing: text.split(separator: " - ").joined(separator: ",")) == phrase)
    }

    @Test func everyWordComesBackInEveryLanguage() throws {
        for language in Language.shipped {
            for start in stride(from: 0, through: 255, by: 5) {
                let numbers = (0..<6).map { UInt8((start + $0 * 37) % 256) }
                let phrase = try #require(ControlPhrase(numbers: numbers, digits: "0000"))
                #expect(ControlPhrase(parsing: phrase.text(language)) == phrase)
            }
        }
    }

    @Test func looksAsItIsReadOut() throws {
        let numbers = try ["birch", "falcon", "grain", "bridge", "july", "jug"].map { word in
            try #require(ControlWords.numbers(word[...])?.first)
        }
        let phrase = try #require(ControlPhrase(numbers: numbers, digits: "4417"))
        #expect(phrase.text(.en) == "birch - falcon - grain - bridge - july - jug   4417")
        #expect(phrase.text(.ru) == "берёза - сокол - зерно - мост - июль - кувшин   4417")
        #expect(phrase.text(.zh) == "桦树 - 猎鹰 - 谷物 - 桥梁 - 七月 - 水壶   4417")
        #expect(ControlPhrase(parsing: "БЕРЕЗА falcon 谷物桥梁 июль; jug: 44-17") == phrase)
        #expect(ControlPhrase(parsing: "桦树猎鹰谷物桥梁七月水壶４４１７") == phrase)
        #expect(Language(rawValue: "kk").map(phrase.text) == phrase.text(.en))
    }

    @Test(arguments: [
        "", "birch falcon grain bridge july 4417", "birch falcon grain bridge july jug",
        "birch falcon grain bridge july jug 441",
        "birch falcon grain bridge july jug 44170", "birch falcon grain bridge july mug 4417",
        "birch falcon grain bridge july jug jug 4417", "44 birch falcon grain bridge july jug 17", "桦树猎鹰谷物桥梁七月水 4417",
        "birchfalcon grain bridge july jug 4417",
    ])
    func refuses(_ text: String) { #expect(ControlPhrase(parsing: text) == nil) }

    @Test func refusesWrongParts() {
        #expect(ControlPhrase(numbers: [1, 2, 3, 4, 5], digits: "0000") == nil)
        #expect(ControlPhrase(numbers: [1, 2, 3, 4, 5, 6], digits: "000") == nil)
        #expect(ControlPhrase(numbers: [1, 2, 3, 4, 5, 6], digits: "00a0") == nil)
        #expect(ControlPhrase(digest: [1, 2, 3, 4, 5, 6, 7, 8, 9]) == nil)
    }

    @Test func aDigestGivesSixWordsAndTheRestOfANumber() {
        let phrase = ControlPhrase(digest: [1, 2, 3, 4, 5, 6, 0xFF, 0xFF, 0xFF, 0xFF, 99])
        #expect(phrase == ControlPhrase(numbers: [1, 2, 3, 4, 5, 6], digits: "7295"))
        #expect(ControlPhrase(digest: [UInt8](repeating: 0, count: 32))?.digits == "0000")
    }
}

@Suite struct ControlWordsTests {
    @Test(arguments: Language.shipped)
    func are256AndAllDifferent(_ language: Language) {
        let words = ControlWords.list(language)
        #expect(words.count == 256)
        #expect(Set(words).count == 256)
        #expect(words.allSatisfy { $0 == $0.lowercased() && $0.allSatisfy(\.isLetter) })
    }

    @Test func theNumbersOfTheTableAreThePositions() {
        #expect(ControlWords.rows.map { $0.first } == (0..<256).map { "\($0)" })
        #expect(ControlWords.rows.allSatisfy { $0.count == 4 })
    }

    @Test(arguments: [Language.en, .ru])
    func noTwoDifferInOneLetterOrBeginAlike(_ language: Language) {
        let words = ControlWords.list(language).map { Array($0.replacing("ё", with: "е")) }
        for (index, a) in words.enumerated() {
            for b in words[..<index] {
                #expect(!isWithinOneEdit(a, b), "\(String(a)) \(String(b))")
                #expect(!a.starts(with: b) && !b.starts(with: a), "\(String(a)) \(String(b))")
            }
        }
    }

    @Test func chineseWordsHaveTwoCharacters() {
        #expect(ControlWords.list(.zh).allSatisfy { $0.count == 2 })
    }

    @Test(arguments: [
        ("cat", "cat", true), ("cat", "cut", true), ("cat", "cats", true), ("cat", "at", true), ("cat", "dog", false),
        ("ab", "ba", false),
    ])
    func editDistanceItself(_ a: String, _ b: String, _ expected: Bool) {
        #expect(isWithinOneEdit(Array(a), Array(b)) == expected)
    }

    private func isWithinOneEdit(_ a: [Character], _ b: [Character]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        return max(a.count, b.count) - head - tail <= 1
    }
}
