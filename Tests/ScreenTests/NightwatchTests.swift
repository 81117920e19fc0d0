import Testing

@testable import Screen
@testable import Themes

/// How much a colour disturbs an eye that is adapted to the dark.
///
/// Rods, and the melanopsin cells that keep people awake, answer to short waves and hardly to red. The light that rods take
/// from a colour is found from CIE XYZ by G. W. Larson, H. Rushmeier and C. Piatko, "A visibility matching tone
/// reproduction operator for high dynamic range scenes", IEEE TVCG 3(4), 1997: V' = Y (1.33 (1 + (Y + Z) / X) - 1.68).
private struct NightLight {
    /// Blue light as a share of all light of the three primaries, 0 to 1.
    let blueShare: Double
    /// What the rods take, where white is 1.
    let rods: Double
    /// The same for each unit of luminance, where white is 1.
    let rodsPerLuminance: Double

    init(_ colour: Colour) {
        guard let (red, green, blue) = colour.components else { preconditionFailure("a theme states its colours") }
        let (r, g, b) = (Contrast.linear[Int(red)], Contrast.linear[Int(green)], Contrast.linear[Int(blue)])
        let x = 0.4124 * r + 0.3576 * g + 0.1805 * b
        let y = 0.2126 * r + 0.7152 * g + 0.0722 * b
        let z = 0.0193 * r + 0.1192 * g + 0.9505 * b
        let ratio = x > 0 ? 1.33 * (1 + (y + z) / x) - 1.68 : 0
        let white = 1.33 * (1 + (1 + 1.0890) / 0.9505) - 1.68
        blueShare = r + g + b > 0 ? b / (r + g + b) : 0
        rods = y * ratio / white
        rodsPerLuminance = ratio / white
    }
}

@Suite("Night watch")
struct NightwatchTests {
    /// Every colour that is seen, with all colours and with 256. With fewer the colours are the terminal's.
    private func colours(of name: String) throws -> Set<Colour> {
        let palette = try ThemeShelf().theme(named: name).palette
        return Set(
            [ColourDepth.trueColour, .colours256].flatMap { depth in
                let reduced = palette.reduced(to: depth)
                return ThemeAudit.looks.flatMap { role, bar in
                    let look = reduced.look(of: role, within: bar)
                    return [look.foreground, look.background]
                }
            })
    }

    @Test("The night theme has almost no short-wave light, and little light at all")
    func lowBlue() throws {
        for colour in try colours(of: "nightwatch") {
            let light = NightLight(colour)
            #expect(light.blueShare <= 0.01, "\(colour)")
            #expect(light.rodsPerLuminance <= 0.45, "\(colour)")
            #expect(light.rods <= 0.25, "\(colour)")
        }
        let text = try ThemeShelf().theme(named: "nightwatch").palette[.text].foreground
        #expect(NightLight(text).rods <= 0.15)
    }

    @Test("The measure tells the night theme from the dark one")
    func measure() throws {
        let dark = try ThemeShelf().theme(named: "dark").palette
        #expect(NightLight(dark[.text].foreground).rods > 0.6)
        #expect(NightLight(dark[.info].foreground).blueShare > 0.4)
        #expect(abs(NightLight(.rgb(255, 255, 255)).rods - 1) < 0.01)
    }
}
