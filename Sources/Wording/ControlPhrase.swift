/// A fingerprint that two people can read to each other: six words of a list of 256, and four digits.
///
/// `birch - falcon - grain - bridge - july - jug   4417`; a word has one number in all languages.
package struct ControlPhrase: Hashable, Sendable {
    /// Six.
    package let numbers: [UInt8]
    /// Four ASCII digits.
    package let digits: String

    package init?(numbers: [UInt8], digits: String) {
        guard numbers.count == 6, digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.numbers = numbers
        self.digits = digits
    }

    /// The phrase of a hash of at least 10 bytes: a word for each of the first six, the next four as a number modulo
    /// 10,000.
    package init?(digest: some Collection<UInt8>) {
        let bytes = digest.prefix(10)
        guard bytes.count == 10 else { return nil }
        let number = bytes.dropFirst(6).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } % 10_000
        self.init(numbers: Array(bytes.prefix(6)), digits: String(String(10_000 + number).dropFirst()))
    }

    /// Languages without a list of words of their own show the English one.
    package func text(_ language: Language) -> String {
        let list = ControlWords.list(language)
        return numbers.map { list[Int($0)] }.joined(separator: " - ") + "   " + digits
    }

    /// Six words, each in any of the languages and in any case, then four digits, with anything between.
    package init?(parsing text: String) {
        var numbers: [UInt8] = []
        var digits = ""
        var rest = text.lowercased()[...]
        while let first = rest.first {
            if let digit = ControlPhrase.digit(first) {
                digits.append(digit)
                rest.removeFirst()
            } else if first.isLetter {
                let letters = rest.prefix(while: \.isLetter)
                guard digits.isEmpty, let found = ControlWords.numbers(letters) else { return nil }
                numbers += found
                rest = rest.dropFirst(letters.count)
            } else {
                rest.removeFirst()
            }
        }
        self.init(numbers: numbers, digits: digits)
    }

    /// The first word that stands in no list; nil where all of them do, or none is there.
    package static func unknownWord(in text: String) -> String? {
        text.split { !$0.isLetter }.first { ControlWords.numbers(String($0).lowercased()[...]) == nil }.map(String.init)
    }

    /// The ASCII digit of an ASCII or full-width one; Chinese numerals are letters of words here.
    private static func digit(_ character: Character) -> Character? {
        if character.isASCII { return character.isNumber ? character : nil }
        guard ("０"..."９").contains(character), let value = character.wholeNumberValue else { return nil }
        return Character("\(value)")
    }
}
