/// Where text stands in a column that is wider than it.
package enum Alignment: Sendable {
    case left
    case right
    case centre
}

extension SafeText {
    /// The text in at most this many columns; `~` in the last column where something was cut off.
    package func clipped(to columns: Int) -> SafeText {
        guard width > columns else { return self }
        guard columns > 0 else { return SafeText() }
        var kept: [Glyph] = []
        var used = 0
        for glyph in glyphs {
            guard used + glyph.width <= columns - 1 else { break }
            kept.append(glyph)
            used += glyph.width
        }
        kept += repeatElement(.space, count: columns - 1 - used)
        kept.append(.cut)
        return SafeText(glyphs: kept)
    }

    /// The text with blanks up to this many columns; unchanged if it is longer.
    package func padded(to columns: Int, _ alignment: Alignment = .left) -> SafeText {
        let missing = columns - width
        guard missing > 0 else { return self }
        let before =
            switch alignment {
            case .left: 0
            case .right: missing
            case .centre: missing / 2
            }
        let blanks = { (count: Int) in [Glyph](repeating: .space, count: count) }
        return SafeText(glyphs: blanks(before) + glyphs + blanks(missing - before))
    }

    /// The text in exactly this many columns: clipped or padded.
    package func fitted(to columns: Int, _ alignment: Alignment = .left) -> SafeText {
        clipped(to: columns).padded(to: columns, alignment)
    }

    /// The text as lines of at most this many columns (at least 1), broken at line ends, at spaces and between wide
    /// characters; a longer word is broken where it must. At least one line.
    package func wrapped(to columns: Int) -> [SafeText] {
        let limit = max(1, columns)
        return glyphs.split(omittingEmptySubsequences: false, whereSeparator: \.breaksLine)
            .flatMap { Self.wrap($0, to: limit) }
    }

    private static func wrap(_ paragraph: ArraySlice<Glyph>, to limit: Int) -> [SafeText] {
        var lines: [[Glyph]] = []
        var line: [Glyph] = []
        var used = 0
        var breakable: Int?  // how many glyphs of `line` stay when it is broken at its last space
        for original in paragraph {
            let glyph = original.width > limit ? Glyph.cut : original
            if used + glyph.width > limit {
                if glyph == .space {
                    lines.append(line)
                    line = []
                    used = 0
                    breakable = nil
                    continue
                }
                let keep = glyph.width > 1 ? line.count : breakable ?? line.count
                lines.append(Array(line[..<keep]))
                line = Array(line[keep...].drop { $0 == .space })
                used = line.reduce(0) { $0 + $1.width }
                breakable = nil
            }
            if glyph == .space, line.contains(where: { $0 != .space }) { breakable = line.count }
            line.append(glyph)
            used += glyph.width
            if glyph.width > 1 { breakable = line.count }
        }
        lines.append(line)
        return lines.map { SafeText(glyphs: $0.trimmingTrailingSpaces()) }
    }
}

extension [Glyph] {
    fileprivate func trimmingTrailingSpaces() -> [Glyph] {
        var trimmed = self
        while trimmed.last == .space { trimmed.removeLast() }
        return trimmed
    }
}
