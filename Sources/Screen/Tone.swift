private import Glibc

/// A colour as the eye sorts it: how light, how colourful, and of which hue (CIELAB with D65, in polar form).
package struct Tone: Sendable {
    /// 0 to 100.
    package let lightness: Double
    /// 0 for greys, above 100 for the strongest colours of a screen.
    package internal(set) var chroma: Double
    /// Degrees, 0 to 360; red is about 40, yellow 100, green 136, blue 300.
    package let hue: Double

    /// Nothing for the terminal's own colour.
    package init?(_ colour: Colour) {
        guard let (red, green, blue) = colour.components else { return nil }
        let (r, g, b) = (Contrast.linear[Int(red)], Contrast.linear[Int(green)], Contrast.linear[Int(blue)])
        let x = Self.root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
        let y = Self.root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
        let z = Self.root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
        let (along, across) = (500 * (x - y), 200 * (y - z))
        lightness = 116 * y - 16
        chroma = hypot(along, across)
        let angle = atan2(across, along) * 180 / .pi
        hue = angle < 0 ? angle + 360 : angle
    }

    package var isColourful: Bool { chroma >= 20 }

    /// Degrees between the hues, 0 to 180.
    func turn(to other: Tone) -> Double {
        let apart = abs(hue - other.hue)
        return min(apart, 360 - apart)
    }

    /// How badly another colour stands for this one. The hue carries the meaning, so that it weighs most; a grey is better
    /// than a hue that is further away than `reach` degrees.
    func cost(of other: Tone, reach: Double) -> Double {
        let shade = 0.3 * abs(lightness - other.lightness)
        switch (isColourful, other.isColourful) {
        case (true, true): return turn(to: other) + shade + (turn(to: other) > reach ? 300 : 0)
        case (true, false): return 80 + shade
        case (false, true): return 100 + shade
        case (false, false): return abs(lightness - other.lightness)
        }
    }

    private static func root(_ value: Double) -> Double {
        value > 216.0 / 24_389 ? cbrt(value) : (24_389.0 / 27 * value + 16) / 116
    }
}
