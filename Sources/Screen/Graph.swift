/// Small graphs of counts as text, on a ladder of symbols. Pure: values in, `SafeText` of a known width out.
///
/// A value above nothing never looks like nothing, so that a single event is seen beside many.
package enum Graph {
    /// Columns that a strip of so many values takes.
    package static func columns(of count: Int, on ladder: SymbolLadder) -> Int {
        ladder == .braille ? (count + 1) / 2 : count
    }

    /// How many values a strip of so many columns holds.
    package static func capacity(of columns: Int, on ladder: SymbolLadder) -> Int {
        max(0, ladder == .braille ? columns * 2 : columns)
    }

    /// One line with the latest value at its right end, exactly `columns` wide: older values are left out, missing ones
    /// are blank on the left. Negative values count as nothing.
    ///
    /// - Parameter highest: the value of a full column; the greatest one shown if there is none
    package static func strip(
        _ values: [Int], columns: Int, on ladder: SymbolLadder, highest: Int? = nil
    ) -> SafeText {
        guard columns > 0 else { return SafeText() }
        let capacity = capacity(of: columns, on: ladder)
        let shown = values.suffix(capacity).map { max(0, $0) }
        let full = max(1, highest ?? shown.max() ?? 1)
        let padded = Array(repeating: 0, count: capacity - shown.count) + shown
        let glyphs =
            switch ladder {
            case .braille:
                stride(from: 0, to: capacity, by: 2).map { braille(padded[$0], padded[$0 + 1], of: full) }
            case .block: padded.map { block(level($0, of: full, steps: 8)) }
            case .ascii: padded.map { ascii(level($0, of: full, steps: SymbolLadder.asciiLevels.count - 1)) }
            }
        return SafeText(glyphs: glyphs)
    }

    /// A bar of exactly `columns`, filled from the left by a share of 0 to 1, and blank for the rest.
    package static func bar(_ share: Double, columns: Int, on ladder: SymbolLadder) -> SafeText {
        guard columns > 0 else { return SafeText() }
        let clamped = share.isFinite ? min(1, max(0, share)) : 0
        let filled = clamped > 0 ? max(1, Int((clamped * Double(columns)).rounded(.down))) : 0
        let full = ladder == .ascii ? Glyph.ascii(0x23) : Glyph(scalars: "\u{2588}", width: 1)
        return SafeText(
            glyphs: Array(repeating: full, count: filled) + Array(repeating: .space, count: columns - filled))
    }

    /// Counts of instants per interval, the last interval ending at `end`, oldest first: what `strip` draws.
    ///
    /// - Parameter width: the length of an interval in milliseconds, such as 600,000 for ten minutes
    package static func histogram(of instants: some Sequence<Int64>, until end: Int64, width: Int64, count: Int)
        -> [Int]
    {
        var counts = [Int](repeating: 0, count: max(0, count))
        guard width > 0 else { return counts }
        for instant in instants where instant <= end {
            let (age, overflows) = end.subtractingReportingOverflow(instant)
            guard !overflows, age / width < Int64(counts.count) else { continue }
            counts[counts.count - 1 - Int(age / width)] += 1
        }
        return counts
    }

    // MARK: Levels

    private static func level(_ value: Int, of full: Int, steps: Int) -> Int {
        guard value > 0 else { return 0 }
        return max(1, min(steps, Int((Double(value) / Double(full) * Double(steps)).rounded())))
    }

    private static func block(_ eighths: Int) -> Glyph {
        guard eighths > 0, let scalar = Unicode.Scalar(0x2580 + UInt32(eighths)) else { return .space }
        return Glyph(scalars: String(scalar), width: 1)
    }

    private static func ascii(_ level: Int) -> Glyph {
        SymbolLadder.asciiLevels[level].asciiValue.map { .ascii($0) } ?? .space
    }

    private static func braille(_ left: Int, _ right: Int, of full: Int) -> Glyph {
        // Dots from the bottom up: 7, 3, 2, 1 on the left and 8, 6, 5, 4 on the right.
        let dots: [[UInt32]] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]]
        var pattern: UInt32 = 0
        for (side, value) in [left, right].enumerated() {
            for dot in dots[side][..<level(value, of: full, steps: 4)] { pattern |= dot }
        }
        guard pattern > 0, let scalar = Unicode.Scalar(0x2800 + pattern) else { return .space }
        return Glyph(scalars: String(scalar), width: 1)
    }
}
