import Screen

/// Looks as escape sequences (ECMA-48, SGR), for lines that are printed without a screen.
enum EscapeColours {
    static let reset = "\u{1B}[0m"

    static func sequence(_ look: Appearance) -> String {
        var codes = ["0"]
        if look.bold { codes.append("1") }
        if look.dim || look.strike { codes.append("2") }
        if look.underline { codes.append("4") }
        if look.reverse { codes.append("7") }
        codes += code(look.foreground, base: 30) + code(look.background, base: 40)
        return "\u{1B}[\(codes.joined(separator: ";"))m"
    }

    /// How many colours the environment promises. A screen asks terminfo instead.
    static func depth(_ environment: [String: String]) -> ColourDepth {
        let type = environment["TERM"] ?? ""
        guard environment["NO_COLOR"]?.isEmpty ?? true, !type.isEmpty, type != "dumb", !type.hasPrefix("vt") else {
            return .mono
        }
        if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") { return .trueColour }
        if type.contains("256color") { return .colours256 }
        return type.contains("16color") ? .colours16 : .colours8
    }

    private static func code(_ colour: Colour, base: Int) -> [String] {
        switch colour {
        case .terminalDefault: []
        case .indexed(let index) where index < 8: [String(base + Int(index))]
        case .indexed(let index) where index < 16: [String(base + 52 + Int(index))]
        case .indexed(let index): ["\(base + 8)", "5", "\(index)"]
        case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
        }
    }
}

extension Colour {
    /// As a theme file writes it.
    var text: String {
        switch self {
        case .terminalDefault: "default"
        case .indexed(let index): String(index)
        case .rgb(let red, let green, let blue):
            "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
