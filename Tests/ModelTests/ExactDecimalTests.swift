import TestSupport
import Testing

@testable import Model

@Suite struct ExactDecimalTests {
    @Test func textAndNumberGoThereAndBack() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<5_000 {
            let number = ExactDecimal(
                Int64.random(in: -99_999_999_999...99_999_999_999, using: &generator),
                scale: Int.random(in: -4...12, using: &generator))
            let back = try #require(ExactDecimal(number.text))
            #expect(back.isEqual(to: number), "\(number)")
            #expect(number.normalised.isEqual(to: number))
        }
        #expect(ExactDecimal(5065, scale: 3).text == "5.065")
        #expect(ExactDecimal(5, scale: 3).text == "0.005")
        #expect(ExactDecimal(-5, scale: 1).text == "-0.5")
        #expect(ExactDecimal(5, scale: -3).text == "5000")
        #expect(ExactDecimal(0, scale: -3).text == "0")
        #expect(ExactDecimal(1_500, scale: 3).normalised.text == "1.5")
    }

    @Test func orderAndSumAgreeWithWholeNumbers() throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<5_000 {
            let scales = (0..<2).map { _ in Int.random(in: 0...6, using: &generator) }
            let numbers = (0..<2).map { _ in Int64.random(in: -9_999...9_999, using: &generator) }
            let (a, b) = (ExactDecimal(numbers[0], scale: scales[0]), ExactDecimal(numbers[1], scale: scales[1]))
            let units = zip(numbers, scales).map { number, scale in
                (0..<(6 - scale)).reduce(number) { product, _ in product * 10 }
            }
            #expect((a < b) == (units[0] < units[1]), "\(a.text) \(b.text)")
            #expect(a.isEqual(to: b) == (units[0] == units[1]))
            #expect(a.plus(b)?.rounded(timesTenTo: 6) == units[0] + units[1])
        }
    }

    @Test func whatDoesNotFitIsNil() {
        #expect(ExactDecimal(.max).plus(ExactDecimal(1)) == nil)
        #expect(ExactDecimal(.max).times(2) == nil)
        #expect(ExactDecimal(1, scale: 18).plus(ExactDecimal(100)) == nil)
        #expect(ExactDecimal(.min).text == "-9223372036854775808")
    }
}
