/// What is drawn in one cell, or in two side by side: a base character with at most four marks.
///
/// Only `SafeText` and this module's frames make glyphs, so that nothing unsanitised can reach a terminal.
package struct Glyph: Hashable, Sendable {
    /// The scalars to draw, never a control or a format character.
    package let scalars: String
    /// Set where the glyph stands for something that may not be drawn; shown in reverse video.
    package let escaped: Bool
    /// Set for the visible sign of a line end in prose; `SafeText.wrapped(to:)` breaks there.
    package let breaksLine: Bool
    private let columns: UInt8

    /// Columns of the screen: 1 or 2.
    package var width: Int { Int(columns) }

    init(scalars: String, width: Int, escaped: Bool = false, breaksLine: Bool = false) {
        self.scalars = scalars
        self.escaped = escaped
        self.breaksLine = breaksLine
        self.columns = UInt8(clamping: width)
    }

    package static let space = Glyph(scalars: " ", width: 1)
    /// The sign in the last column of a text that was cut.
    package static let cut = Glyph(scalars: "~", width: 1)
    /// The sign of a line end inside prose.
    package static let lineEnd = Glyph(scalars: "\u{23CE}", width: 1, breaksLine: true)
    static let horizontal = Glyph(scalars: "\u{2500}", width: 1)
    static let vertical = Glyph(scalars: "\u{2502}", width: 1)
    static let corners = ["\u{250C}", "\u{2510}", "\u{2514}", "\u{2518}"].map { Glyph(scalars: $0, width: 1) }

    /// The glyph of a printable ASCII byte, 0x20 to 0x7E.
    static func ascii(_ byte: UInt8, escaped: Bool = false) -> Glyph {
        (escaped ? escapedASCII : plainASCII)[Int(byte) - 0x20]
    }

    private static let plainASCII = (UInt8(0x20)...0x7E).map {
        Glyph(scalars: String(UnicodeScalar($0)), width: 1)
    }
    private static let escapedASCII = (UInt8(0x20)...0x7E).map {
        Glyph(scalars: String(UnicodeScalar($0)), width: 1, escaped: true)
    }
}
