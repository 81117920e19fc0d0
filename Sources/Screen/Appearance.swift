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
    package var contrast: Double? {
        reverse
            ? Contrast.ratio(background, foreground, bold: bold) : Contrast.ratio(foreground, background, bold: bold)
    }

    /// The colour that is seen behind the text, and the colour of the text, after reverse video.
    var seen: (ink: Colour, ground: Colour) { reverse ? (background, foreground) : (foreground, background) }
}
