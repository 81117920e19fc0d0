/// A passphrase to offer to somebody who needs a new one: seven words of the 256 of control phrases, and two digits.
///
/// 62.6 bits: 8 for each word and 6.6 for the digits, all drawn by the system. Seven words and not six with four digits, so that
/// it is never taken for a control phrase, which is read out on the telephone.
package struct PassphraseSuggestion: Hashable, Sendable {
    /// Seven.
    let numbers: [UInt8]
    /// 0 to 99.
    let digits: Int

    package static let entropyBits = 7 * 8 + 6.64

    package init(using random: inout some RandomNumberGenerator) {
        numbers = (0..<7).map { _ in random.next() }
        digits = Int.random(in: 0..<100, using: &random)
    }

    /// It is shown to the one who will type it, so it is an ordinary text. In Russian without ё, which is often typed as е; where
    /// writing needs an input method, which would show what is typed, in English.
    package func text(_ language: Language) -> String {
        let list = ControlWords.list(language == .ru ? .ru : .en)
        let words = numbers.map { list[Int($0)].replacing("ё", with: "е") }
        return (words + [digits < 10 ? "0\(digits)" : "\(digits)"]).joined(separator: " ")
    }
}
