/// Text that cannot act on a terminal: the only text the drawing layer takes.
///
/// Controls, format characters, unassigned code points and bad bytes are shown as visible escapes, so the screen is
/// never the evidence: keep, export and search the raw bytes. Making safe text of `plain` again changes nothing.
package struct SafeText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// What a text is for, which decides about line ends, odd spaces and joiners.
    package enum Kind: Sendable {
        /// One field, one line: line ends and tabs are escaped.
        case line
        /// Several lines: line ends break, tabs become spaces, joiners stay where a script is misspelt without them.
        case prose
        /// A number plate, a name of a file: spaces other than U+0020 are escaped as well.
        case identifier
    }

    /// What is drawn, from left to right in logical order.
    package private(set) var glyphs: [Glyph]
    /// Columns that the text takes on one line.
    package private(set) var width: Int

    /// An empty text.
    package init() {
        glyphs = []
        width = 0
    }

    /// One line of text.
    package init(_ raw: String) {
        self.init(raw, as: .line)
    }

    /// One line of text, or prose.
    package init(_ raw: String, multiline: Bool) {
        self.init(raw, as: multiline ? .prose : .line)
    }

    package init(_ raw: String, as kind: Kind) {
        if let ascii = Self.printableASCII(raw) {
            self = ascii
            return
        }
        var sanitiser = Sanitiser(kind: kind)
        sanitiser.take(Array(raw.unicodeScalars))
        self.init(glyphs: sanitiser.finish())
    }

    /// Bytes that ought to be UTF-8; each byte that is not becomes a visible `\xNN`.
    package init(bytes: some Sequence<UInt8>, as kind: Kind = .line) {
        var sanitiser = Sanitiser(kind: kind)
        for piece in StrictUTF8.pieces(of: Array(bytes)) {
            switch piece {
            case .scalars(let scalars): sanitiser.take(scalars)
            case .badByte(let byte): sanitiser.takeBadByte(byte)
            }
        }
        self.init(glyphs: sanitiser.finish())
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    init(glyphs: [Glyph]) {
        self.glyphs = glyphs
        self.width = glyphs.reduce(0) { $0 + $1.width }
    }

    package var isEmpty: Bool { glyphs.isEmpty }

    /// What is visible, as a string without marks of style; a line end of prose is `\n`.
    package var plain: String {
        var text = ""
        for glyph in glyphs { text += glyph.breaksLine ? "\n" : glyph.scalars }
        return text
    }

    /// A text of one visible character repeated.
    package static func repeating(_ unit: SafeText, count: Int) -> SafeText {
        SafeText(glyphs: Array(repeatElement(unit.glyphs, count: max(0, count)).joined()))
    }

    package static func + (left: SafeText, right: SafeText) -> SafeText {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout SafeText, right: SafeText) {
        left.glyphs += right.glyphs
        left.width += right.width
    }

    private static func printableASCII(_ raw: String) -> SafeText? {
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(raw.utf8.count)
        for byte in raw.utf8 {
            guard (0x20...0x7E).contains(byte) else { return nil }
            glyphs.append(.ascii(byte))
        }
        return SafeText(glyphs: glyphs)
    }
}
