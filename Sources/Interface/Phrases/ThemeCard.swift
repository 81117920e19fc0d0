import Screen
import Themes
import Wording

/// What is told of a theme before it is chosen.
package struct ThemeCard: Equatable, Sendable {
    package let name: String
    /// What it is for, in one sentence; why it cannot be used, if it cannot.
    package let purpose: Message
    /// The worst contrast of any text, 1 to 21; nothing where the terminal's own colours are used.
    package let contrast: Double?
    package let isUsable: Bool

    /// - Parameter depth: how many colours the terminal shows.
    package init(_ theme: Theme, isUsers: Bool, at depth: ColourDepth = .trueColour) {
        name = theme.name
        purpose = Self.purpose(of: theme, isUsers: isUsers)
        contrast = ThemeAudit(theme).least[depth]
        isUsable = true
    }

    package init(name: String, fault: Message) {
        self.name = name
        purpose = fault
        contrast = nil
        isUsable = false
    }

    init(name: String) {
        self.name = name
        purpose = Self.shipped(name)
        contrast = nil
        isUsable = true
    }

    /// The contrast in words.
    package var contrastWords: Message {
        guard let contrast else { return "the terminal's own colours" }
        return "least contrast \(decimal: Self.tenths(contrast)) to 1"
    }

    /// The contrast with one place after the point, never more than it is.
    package static func tenths(_ ratio: Double) -> String {
        let tenths = Int(ratio * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func purpose(of theme: Theme, isUsers: Bool) -> Message {
        if let about = theme.about { return .verbatim(about) }
        return isUsers ? own : shipped(theme.name)
    }

    private static let own: Message = "Your own, from the folder of themes"

    private static func shipped(_ name: String) -> Message {
        switch name {
        case "default": "The terminal's own colours, on whatever ground it has"
        case "dark": "Light on dark, for a room with the lamps down"
        case "light": "Dark on light, for an office by day"
        case "nightwatch": "Almost no blue light, for an eye adapted to the dark"
        case "amber": "One hue; only what is urgent is a filled block"
        case "paper": "Warm paper that does not glare, for a desk beside a window"
        case "highcontrast": "Every text at 7 to 1, for weak eyes and far screens"
        case "colourblind": "Told apart by eyes that mix red with green, or blue with yellow"
        case "mono": "No colour at all, for one-colour terminals"
        default: own
        }
    }
}
