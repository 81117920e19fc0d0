/// Beginnings or endings of words, each with what it says, looked up by their outermost letter.
///
/// Compared letter by letter, as they are: table and word have to be folded alike. A text has thousands of words, and comparing
/// each with each line of a table took most of the time that a message cost.
struct WordEdges<Value: Sendable>: Sendable {
    enum Side: Sendable { case beginning, ending }

    private struct Entry: Sendable {
        let bytes: [UInt8]
        let value: Value
    }

    private let side: Side
    private let entries: [Unicode.Scalar: [Entry]]

    init(_ side: Side, _ edges: some Sequence<(String, Value)>) {
        self.side = side
        var entries: [Unicode.Scalar: [Entry]] = [:]
        for (edge, value) in edges {
            guard let outermost = WordEdges.outermost(of: edge, side) else { continue }
            entries[outermost, default: []].append(Entry(bytes: Array(edge.utf8), value: value))
        }
        self.entries = entries
    }

    /// What the first edge of the table says that the word has, where so many letters are left of the word without it.
    func first(in word: String, leaving rest: ClosedRange<Int> = 0...Int.max) -> Value? {
        guard let outermost = WordEdges.outermost(of: word, side), let candidates = entries[outermost] else {
            return nil
        }
        let letters = word.utf8
        for entry in candidates where entry.bytes.count <= letters.count {
            let left: Substring.UTF8View
            if side == .beginning {
                guard letters.starts(with: entry.bytes) else { continue }
                left = letters.dropFirst(entry.bytes.count)
            } else {
                guard letters.suffix(entry.bytes.count).elementsEqual(entry.bytes) else { continue }
                left = letters.dropLast(entry.bytes.count)
            }
            // Of each letter one byte is no continuation.
            if rest.contains(left.count { $0 & 0xC0 != 0x80 }) { return entry.value }
        }
        return nil
    }

    private static func outermost(of word: String, _ side: Side) -> Unicode.Scalar? {
        side == .beginning ? word.unicodeScalars.first : word.unicodeScalars.last
    }
}

extension WordEdges where Value == Void {
    init(_ side: Side, _ edges: [String]) { self.init(side, edges.map { ($0, ()) }) }

    func occur(in word: String, leaving rest: ClosedRange<Int> = 0...Int.max) -> Bool {
        first(in: word, leaving: rest) != nil
    }
}

extension StringProtocol {
    /// False where no letter of it is Chinese; looks at bytes alone.
    var mayHaveHan: Bool { utf8.contains { (0xE3...0xE9).contains($0) } }
}

extension Unicode.Scalar {
    /// Whether it is a letter, quickly for the scripts that nearly all messages are in.
    var isLetterQuickly: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0x400...0x481, 0x48A...0x52F, 0x4E00...0x9FFF: true
        case 0x00...0x7F: false
        default: properties.isAlphabetic
        }
    }

    var isSmallQuickly: Bool {
        switch value {
        case 0x61...0x7A, 0x430...0x45F: true
        case 0x00...0x7F, 0x400...0x42F, 0x4E00...0x9FFF: false
        default: properties.isLowercase
        }
    }
}
