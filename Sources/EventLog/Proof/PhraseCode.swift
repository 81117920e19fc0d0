import Model

/// What a control phrase is made of: the numbers of six words in a list of 256, and four decimal digits.
///
/// Taken from SHA-256 over a fixed line and the checkpoint's text, so that it stands for origin, size and root together.
/// 61 bits: enough for two people who compare, not a replacement for the checkpoint.
package struct PhraseCode: Hashable, Sendable {
    /// Six.
    package let numbers: [UInt8]
    /// Four ASCII digits.
    package let digits: String

    package init(numbers: [UInt8], digits: String) {
        self.numbers = numbers
        self.digits = digits
    }

    package init(_ checkpoint: Checkpoint) {
        let bytes = Hashing.plain(Array("caricc control phrase v1\n".utf8) + checkpoint.text).bytes
        let number = bytes[6..<10].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } % 10_000
        self.init(numbers: Array(bytes[..<6]), digits: String(String(10_000 + number).dropFirst()))
    }
}

extension Checkpoint {
    package var phrase: PhraseCode { PhraseCode(self) }
}
