import Testing

@testable import Wording

@Suite struct PassphraseSuggestionTests {
    /// Counts up, so that every word and every digit is met.
    private struct Counting: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            return state
        }
    }

    @Test func sevenWordsAndTwoDigits() {
        var random = SystemRandomNumberGenerator()
        var texts: Set<String> = []
        for _ in 0..<500 {
            let suggestion = PassphraseSuggestion(using: &random)
            let parts = suggestion.text(.en).split(separator: " ")
            #expect(parts.count == 8 && parts.last?.count == 2 && Int(parts[7]) != nil)
            #expect(parts.dropLast().allSatisfy { ControlWords.numbers($0)?.count == 1 })
            texts.insert(suggestion.text(.en))
        }
        #expect(texts.count == 500)
        // 256 to the power of 7, times 100, is more than 2 to the power of 62.6.
        #expect(PassphraseSuggestion.entropyBits > 62.6 && PassphraseSuggestion.entropyBits < 62.65)
    }

    /// The same chance for every word, in every place: 256 words are 8 bits only so.
    @Test func everyWordComesUp() {
        var random = SystemRandomNumberGenerator()
        var seen = [[UInt8: Int]](repeating: [:], count: 7)
        for _ in 0..<25_600 {
            for (place, number) in PassphraseSuggestion(using: &random).numbers.enumerated() {
                seen[place][number, default: 0] += 1
            }
        }
        for place in seen { #expect(place.count == 256 && place.values.allSatisfy { (40...180).contains($0) }) }
    }

    @Test func itIsWrittenAsItIsTyped() {
        var random = Counting(state: 1)
        for _ in 0..<300 {
            let suggestion = PassphraseSuggestion(using: &random)
            #expect(!suggestion.text(.ru).contains("ё"))
            #expect(suggestion.text(.zh) == suggestion.text(.en), "no input method, which would show it")
            #expect(suggestion.text(.ru) != suggestion.text(.en))
        }
    }
}
