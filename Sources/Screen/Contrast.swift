private import Glibc

/// Legibility of one colour on another, by the Web Content Accessibility Guidelines 2.2.
package enum Contrast {
    /// What running text needs (success criterion 1.4.3, level AA).
    package static let minimum = 4.5

    /// The contrast ratio, 1 to 21; nothing if one of the colours is the terminal's own.
    package static func ratio(_ one: Colour, _ two: Colour) -> Double? {
        guard let first = luminance(of: one), let second = luminance(of: two) else { return nil }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func luminance(of colour: Colour) -> Double? {
        guard let (red, green, blue) = colour.components else { return nil }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    private static func linear(_ component: UInt8) -> Double {
        let value = Double(component) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
