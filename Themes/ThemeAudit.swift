import Screen

/// What a theme's colours reach, role by role, with many and with few colours.
package struct ThemeAudit: Sendable {
    /// Text or a line that is not legible enough.
    package struct Shortfall: Hashable, Sendable {
        package let role: Role
        /// The selection that the role is drawn in, if it is.
        package let bar: Role?
        package let depth: ColourDepth
        package let ratio: Double
        package let wanted: Double
        /// The theme, and the line where it says how the role looks; 0 where that is said by one it inherits from.
        package let file: String
        package let line: Int
    }

    /// The depths that have colours, most first.
    package static let depths: [ColourDepth] = [.trueColour, .colours256, .colours16, .colours8]

    /// In the order of the depths, then of the roles. A role that falls short with many colours is not named again for few.
    package let shortfalls: [Shortfall]
    /// The worst contrast of any text at each depth; nothing where a text is in the terminal's own colours.
    package let least: [ColourDepth: Double]

    package init(_ theme: Theme) {
        var shortfalls: [Shortfall] = []
        var least: [ColourDepth: Double] = [:]
        var told: Set<Role> = []
        for depth in Self.depths {
            let palette = theme.palette.reduced(to: depth)
            let ratios = Self.looks.map { role, bar in (role, bar, palette.look(of: role, within: bar).contrast) }
            let texts = ratios.filter { $0.0.isText }.map(\.2)
            if !texts.contains(nil) { least[depth] = texts.compactMap(\.self).min() }
            for (role, bar, ratio) in ratios {
                let wanted = theme.palette.level(of: role)
                guard let ratio, ratio < wanted, told.insert(role).inserted else { continue }
                let origin = theme.origins[role].flatMap { $0.file == theme.name ? $0 : nil }
                shortfalls.append(
                    Shortfall(
                        role: role, bar: bar, depth: depth, ratio: ratio, wanted: wanted,
                        file: theme.name, line: origin?.line ?? 0))
            }
        }
        self.shortfalls = shortfalls
        self.least = least
    }

    /// Everything that is drawn: each role, and what shows through a selection.
    package static let looks: [(role: Role, bar: Role?)] =
        Role.allCases.map { ($0, nil) }
        + Role.bars.flatMap { bar in Role.allCases.filter(\.isTelling).map { ($0, bar) } }
}
