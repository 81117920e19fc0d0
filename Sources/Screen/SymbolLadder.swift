/// Which characters graphs are drawn with, from the finest to the plainest.
package enum SymbolLadder: String, CaseIterable, Hashable, Sendable {
    /// Patterns of eight dots: two values and four levels in one column.
    case braille
    /// Blocks of eighths: one value and eight levels in one column.
    case block
    /// ASCII: one value and four levels in one column.
    case ascii

    /// Rising levels in ASCII, the first of them nothing.
    package static let asciiLevels: [Character] = [" ", ".", ":", "|", "#"]

    /// What suits a type of terminal of which nothing else is known.
    ///
    /// The Linux console has 512 glyphs, which hold lines and half blocks but neither eighths nor braille; older
    /// terminals have neither. Braille is drawn only where a measurement found it.
    ///
    /// - Parameter type: the value of `TERM`
    package static func automatic(type: String, isUTF8: Bool) -> SymbolLadder {
        guard isUTF8 else { return .ascii }
        let name = type.split(separator: "-").first.map(String.init) ?? type
        return ["linux", "vt52", "vt100", "vt102", "vt220", "ansi", "cons25", "dumb", "unknown"].contains(name)
            ? .ascii : .block
    }
}
