import Foundation
import Testing

@testable import Screen
@testable import Themes

/// How a colour is seen by an eye that lacks one kind of cones.
///
/// The matrices work on linear sRGB and are those of severity 1.0 of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
/// "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15(6), 2009.
private enum Vision: CaseIterable {
    case full, protan, deutan, tritan

    private var matrix: [[Double]] {
        switch self {
        case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protan:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deutan:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritan:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }

    func lab(of colour: Colour) -> Lab {
        guard let (red, green, blue) = colour.components else { preconditionFailure("a theme states its colours") }
        let light = [red, green, blue].map { Contrast.linear[Int($0)] }
        return Lab(linear: matrix.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) })
    }
}

/// A colour in CIELAB with D65.
private struct Lab {
    let l: Double
    let a: Double
    let b: Double

    init(_ l: Double, _ a: Double, _ b: Double) { (self.l, self.a, self.b) = (l, a, b) }

    init(linear rgb: [Double]) {
        let root = { (t: Double) in t > 216.0 / 24_389 ? cbrt(t) : (24_389.0 / 27 * t + 16) / 116 }
        let x = root((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047)
        let y = root(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2])
        let z = root((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883)
        self.init(116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    /// CIEDE2000 (CIE 142-2001), after G. Sharma, W. Wu and E. N. Dalal, Color Research and Application 30(1), 2005.
    func difference(to other: Lab) -> Double {
        let seventh = { (c: Double) in sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7))) }
        let stretch = 1.5 - 0.5 * seventh((hypot(a, b) + hypot(other.a, other.b)) / 2)
        let (a1, a2) = (a * stretch, other.a * stretch)
        let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
        let angle = { (a: Double, b: Double) in
            let degrees = atan2(b, a) * 180 / .pi
            return degrees < 0 ? degrees + 360 : degrees
        }
        let (h1, h2) = (angle(a1, b), angle(a2, other.b))
        let isGrey = c1 * c2 == 0
        var turn = isGrey ? 0 : h2 - h1
        if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        var middle = isGrey || abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + 360) / 2
        if isGrey { middle = h1 + h2 } else if middle >= 360 { middle -= 360 }
        let cosine = { (degrees: Double) in cos(degrees * .pi / 180) }
        let (lMean, cMean) = ((l + other.l) / 2, (c1 + c2) / 2)
        let t =
            1 - 0.17 * cosine(middle - 30) + 0.24 * cosine(2 * middle) + 0.32 * cosine(3 * middle + 6) - 0.20
            * cosine(4 * middle - 63)
        let lightness = (other.l - l) / (1 + 0.015 * pow(lMean - 50, 2) / sqrt(20 + pow(lMean - 50, 2)))
        let chroma = (c2 - c1) / (1 + 0.045 * cMean)
        let hue = 2 * sqrt(c1 * c2) * sin(turn / 2 * .pi / 180) / (1 + 0.015 * cMean * t)
        let bend = 30 * exp(-pow((middle - 275) / 25, 2))
        let rotation = -sin(2 * bend * .pi / 180) * 2 * seventh(cMean)
        return sqrt(lightness * lightness + chroma * chroma + hue * hue + rotation * chroma * hue)
    }
}

@Suite("Colour vision")
struct ColourVisionTests {
    /// CIEDE2000; about 2 is just seen side by side, 15 is seen at a glance across a screen.
    private static let bound = 15.0

    /// The colour by which a role is known: its ground if it has its own, else its ink.
    private func signal(of role: Role, in palette: Palette) -> Colour {
        palette[role].background == palette[.text].background ? palette[role].foreground : palette[role].background
    }

    /// The least difference between any two of the roles for any eye.
    private func least(_ roles: [Role], in palette: Palette) -> (difference: Double, where: String) {
        var least = (difference: Double.infinity, where: "")
        for vision in Vision.allCases {
            for (place, one) in roles.enumerated() {
                for other in roles[(place + 1)...] {
                    let difference = vision.lab(of: signal(of: one, in: palette))
                        .difference(to: vision.lab(of: signal(of: other, in: palette)))
                    if difference < least.difference { least = (difference, "\(one) and \(other), \(vision)") }
                }
            }
        }
        return least
    }

    @Test(
        "Roles that must be told apart are so for every eye",
        arguments: [[Role.urgent, .warning, .good, .info, .text], [.priority1, .priority2, .priority3, .priority4]])
    func colourblind(roles: [Role]) throws {
        let palette = try ThemeShelf().theme(named: "colourblind").palette
        for depth in [ColourDepth.trueColour, .colours256] {
            let least = least(roles, in: palette.reduced(to: depth))
            #expect(least.difference >= Self.bound, "\(least.where) at \(depth)")
        }
    }

    @Test("The measure knows that red and green are alike for some")
    func measure() {
        let palette = Palette([
            .text: Appearance(foreground: .rgb(255, 255, 255), background: .rgb(0, 0, 0)),
            .urgent: Appearance(foreground: .rgb(200, 90, 60), background: .rgb(0, 0, 0)),
            .good: Appearance(foreground: .rgb(120, 130, 60), background: .rgb(0, 0, 0)),
        ])
        #expect(least([.urgent, .good], in: palette).difference < Self.bound)
        // Two pairs of the published test data.
        let first = Lab(50, 2.6772, -79.7751).difference(to: Lab(50, 0, -82.7485))
        let second = Lab(50, 2.5, 0).difference(to: Lab(58, 24, 15))
        #expect(abs(first - 2.0425) < 0.0001)
        #expect(abs(second - 19.4535) < 0.0001)
    }
}
