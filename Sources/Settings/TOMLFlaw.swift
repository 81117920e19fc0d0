/// Why a text is not TOML, or why the parser must not be given it.
package struct TOMLFlaw: Error, Hashable, Sendable {
    /// Both counted from 1, 0 where they are not known; a column is one byte, as the parser counts.
    package let line: Int
    package let column: Int
    /// A remark in the parser's manner, in English.
    package let found: String

    /// The first thing that the parser cannot bear; nil where it can be trusted with the text.
    ///
    /// A heading whose name begins with a character that no name begins with, and a brace or a foreign line end in an
    /// array, end the process; a NUL ends the text unseen.
    package static func first(in text: String) -> TOMLFlaw? {
        var scan = HeadingScan(Array(text.utf8))
        return scan.firstFlaw()
    }
}

/// Walks over a text as far as it takes to know where headings stand: strings, comments and brackets.
private struct HeadingScan {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var lineStart = 0
    /// The brackets of values that are open, the inmost last.
    private var open: [UInt8] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func firstFlaw() -> TOMLFlaw? {
        // The parser passes over a byte order mark.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        var isAtStart = true
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case 0: return flaw("a NUL byte")
            case 0x0A:
                newLine()
                isAtStart = true
                continue
            case 0x09, 0x20,
                0x0D where byte != 0x0D || bytes[(place + 1)...].first == 0x0A:
                place += 1
                continue
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if byte == UInt8(ascii: "["), isAtStart, open.isEmpty {
                    if let flaw = heading() { return flaw }
                    skipLine()
                } else {
                    open.append(byte)
                    place += 1
                }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let last = open.popLast(), last + 2 != byte { return flaw("a bracket that does not fit") }
                place += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
            case 0x21...0x7E: place += 1
            default: return flaw("a character that can stand only in quotation marks")
            }
            isAtStart = false
        }
        return nil
    }

    /// `[name` or `[[name`, with blanks before the name.
    private mutating func heading() -> TOMLFlaw? {
        place += 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "[") { place += 1 }
        while place < bytes.count, [0x09, 0x20].contains(bytes[place]) { place += 1 }
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "]"):
            return nil
        default: return flaw("the name of a table begins with A to Z, 0 to 9, - or _, or stands in quotation marks")
        }
    }

    private mutating func skipString(_ quote: UInt8) {
        let isLong = bytes[place...].prefix(3).elementsEqual([quote, quote, quote])
        place += isLong ? 3 : 1
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0 { return }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                place += 1
                if place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0 { place += 1 }
            } else if byte == 0x0A {
                // A short string ends with its line, which the parser tells.
                guard isLong else { return }
                newLine()
            } else if byte == quote, !isLong || bytes[place...].prefix(3).elementsEqual([quote, quote, quote]) {
                place += isLong ? 3 : 1
                return
            } else {
                place += 1
            }
        }
    }

    private mutating func skipLine() {
        while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0 { place += 1 }
    }

    private mutating func newLine() {
        place += 1
        line += 1
        lineStart = place
    }

    private func flaw(_ found: String) -> TOMLFlaw {
        TOMLFlaw(line: line, column: place - lineStart + 1, found: found)
    }
}
