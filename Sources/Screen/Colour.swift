/// How many colours a terminal can show.
package enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
    case mono = 0
    case colours8 = 8
    case colours16 = 16
    case colours256 = 256
    case trueColour = 16_777_216

    package static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}

/// A colour as a theme names it.
package enum Colour: Hashable, Sendable {
    /// Whatever the terminal's owner chose.
    case terminalDefault
    /// A place in the terminal's palette; 0 to 15 are the owner's, the rest are fixed.
    case indexed(UInt8)
    case rgb(UInt8, UInt8, UInt8)

    /// Red, green and blue, 0 to 255; nothing for the terminal's default. For 0 to 15 the usual values of xterm.
    package var components: (red: UInt8, green: UInt8, blue: UInt8)? { components(in: .xterm) }

    /// Red, green and blue as one terminal shows them, where bold may change the first eight.
    func components(
        in reference: ReferencePalette, bold: Bool = false
    ) -> (red: UInt8, green: UInt8, blue: UInt8)? {
        switch self {
        case .terminalDefault: nil
        case .rgb(let red, let green, let blue): (red, green, blue)
        case .indexed(let index) where index < 16: reference.components(of: index, bold: bold)
        case .indexed(let index): Self.components(ofIndex: index)
        }
    }

    /// Whether the terminal's owner chose what it looks like: one of the first 16.
    var isOwners: Bool { if case .indexed(0..<16) = self { true } else { false } }

    /// The nearest colour that a terminal of this depth has; `.mono` has only the default.
    package func reduced(to depth: ColourDepth) -> Colour {
        guard depth != .mono else { return .terminalDefault }
        switch (self, depth) {
        case (.terminalDefault, _), (_, .trueColour): return self
        case (.indexed(let index), _) where Int(index) < depth.rawValue: return self
        case (.indexed(let index), .colours8) where index < 16: return .indexed(index - 8)
        default: return nearest(among: Self.candidates(at: depth)) ?? .terminalDefault
        }
    }

    /// The nearest candidate by perceived distance; nothing without candidates or for the terminal's default.
    func nearest(among candidates: [Colour]) -> Colour? {
        guard components != nil else { return nil }
        return candidates.min { distance(to: $0) < distance(to: $1) }
    }

    /// What a theme's own colours are reduced to. At 256, only the fixed ones: the first 16 belong to the user.
    static func candidates(at depth: ColourDepth) -> [Colour] {
        switch depth {
        case .mono, .trueColour: []
        case .colours8: (0..<8).map { .indexed($0) }
        case .colours16: (0..<16).map { .indexed($0) }
        case .colours256: (16...255).map { .indexed($0) }
        }
    }

    /// A distance that weighs the three components roughly as the eye does; only for comparing.
    private func distance(to other: Colour) -> Int {
        guard let one = components, let two = other.components else { return .max }
        let red = Int(one.red) - Int(two.red)
        let green = Int(one.green) - Int(two.green)
        let blue = Int(one.blue) - Int(two.blue)
        let meanRed = (Int(one.red) + Int(two.red)) / 2
        return (512 + meanRed) * red * red + 1024 * green * green + (767 - meanRed) * blue * blue
    }

    /// The fixed colours from 16 on: a cube of six steps, then greys.
    private static func components(ofIndex index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
        switch index {
        case ..<232:
            let level = { (step: UInt8) -> UInt8 in step == 0 ? 0 : 55 + 40 * step }
            let cube = index - 16
            return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        default:
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
    }
}
