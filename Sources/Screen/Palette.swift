/// How one role looks.
package struct Appearance: Hashable, Sendable {
    package var foreground: Colour
    package var background: Colour
    package var bold: Bool
    package var dim: Bool
    package var underline: Bool
    package var reverse: Bool
    /// Struck through; a terminal that cannot do it shows it dim.
    package var strike: Bool

    package init(
        foreground: Colour = .terminalDefault, background: Colour = .terminalDefault, bold: Bool = false,
        dim: Bool = false, underline: Bool = false, reverse: Bool = false, strike: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.bold = bold
        self.dim = dim
        self.underline = underline
        self.reverse = reverse
        self.strike = strike
    }

    /// Contrast of the text with what is behind it; nothing if one of the two is the terminal's own.
    package var contrast: Double? { Contrast.ratio(foreground, background) }

    /// The same look with the nearest colours a terminal has; the nearest legible ones where it was legible before.
    package func reduced(to depth: ColourDepth) -> Appearance {
        var look = self
        look.foreground = foreground.reduced(to: depth)
        look.background = background.reduced(to: depth)
        guard let wanted = contrast, let got = look.contrast, wanted >= Contrast.minimum, got < Contrast.minimum else {
            return look
        }
        let candidates = Colour.candidates(at: depth)
        for ground in [look.background] + candidates.sorted(by: { background.isNearer($0, than: $1) }) {
            let legible = candidates.filter { (Contrast.ratio($0, ground) ?? 0) >= Contrast.minimum }
            guard let nearest = foreground.nearest(among: legible) else { continue }
            (look.foreground, look.background) = (nearest, ground)
            break
        }
        return look
    }
}

/// How every role looks. Total: a role without an entry of its own looks like text.
package struct Palette: Equatable, Sendable {
    private var looks: [Role: Appearance]

    package init(_ looks: [Role: Appearance] = [:]) {
        self.looks = looks
    }

    package subscript(role: Role) -> Appearance {
        get { looks[role] ?? looks[.text] ?? Appearance() }
        set { looks[role] = newValue }
    }

    /// The palette for a terminal with fewer colours. A background that can no longer be told from that of ordinary text
    /// becomes reverse video, so that a selection stays visible.
    package func reduced(to depth: ColourDepth) -> Palette {
        var reduced = Palette()
        let ground = self[.text].background
        let reducedGround = ground.reduced(to: depth)
        for role in Role.allCases {
            var look = self[role].reduced(to: depth)
            if self[role].background != ground, look.background == reducedGround { look.reverse = true }
            reduced[role] = look
        }
        return reduced
    }
}
