private import Glibc

/// Legibility of one colour on another, by the Web Content Accessibility Guidelines 2.2.
package enum Contrast {
    /// What running text needs (success criterion 1.4.3, level AA).
    package static let minimum = 4.5
    /// What running text needs for weak eyes (success criterion 1.4.6, level AAA).
    package static let enhanced = 7.0
    /// What lines and marks need that are no text (success criterion 1.4.11).
    package static let nonText = 3.0

    /// The contrast ratio, 1 to 21; nothing if one of the colours is the terminal's own.
    ///
    /// Of colours that belong to the terminal's owner (0 to 15), the worst of the reference palettes counts. `bold` is
    /// about the first colour, the text.
    package static func ratio(_ one: Colour, _ two: Colour, bold: Bool = false) -> Double? {
        guard one.isOwners || two.isOwners else { return ratio(one.components, two.components) }
        return ReferencePalette.all.compactMap { ratio(one, two, bold: bold, in: $0) }.min()
    }

    /// The contrast ratio on one terminal.
    package static func ratio(
        _ one: Colour, _ two: Colour, bold: Bool = false, in reference: ReferencePalette
    ) -> Double? {
        ratio(one.components(in: reference, bold: bold), two.components(in: reference))
    }

    private typealias Components = (red: UInt8, green: UInt8, blue: UInt8)

    private static func ratio(_ one: Components?, _ two: Components?) -> Double? {
        guard let one, let two else { return nil }
        let (first, second) = (luminance(one), luminance(two))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func luminance(_ colour: Components) -> Double {
        0.2126 * linear[Int(colour.red)] + 0.7152 * linear[Int(colour.green)] + 0.0722 * linear[Int(colour.blue)]
    }

    /// The light of each sRGB component, 0 to 1 (IEC 61966-2-1).
    static let linear: [Double] = (0...255).map { component in
        let value = Double(component) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
