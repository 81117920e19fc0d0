import Screen

/// Turns what a theme wrote into colours, with the palette of the whole chain of themes.
struct ColourResolver {
    let colours: [String: ThemeFile.Entry]
    private(set) var warnings: [ThemeFault] = []

    init(colours: [String: ThemeFile.Entry]) {
        self.colours = colours
    }

    /// The look of a role; a colour that cannot be understood is a warning and stays the terminal's own.
    mutating func appearance(of role: Role, _ attributes: [ThemeFile.Attribute], in file: ThemeFile) -> Appearance {
        var look = Appearance()
        for attribute in attributes {
            switch attribute {
            case .foreground(let entry): look.foreground = colour(entry, key: "roles.\(role.rawValue).fg", in: file)
            case .background(let entry): look.background = colour(entry, key: "roles.\(role.rawValue).bg", in: file)
            case .bold(let isOn): look.bold = isOn
            case .dim(let isOn): look.dim = isOn
            case .underline(let isOn): look.underline = isOn
            case .reverse(let isOn): look.reverse = isOn
            case .strike(let isOn): look.strike = isOn
            }
        }
        return look
    }

    private mutating func colour(_ entry: ThemeFile.Entry, key: String, in file: ThemeFile) -> Colour {
        if let colour = Self.direct(entry) { return colour }
        guard case .text(let name) = entry else { return .terminalDefault }
        if let named = colours[name], let colour = Self.direct(named) { return colour }
        warnings.append(
            ThemeFault(file: file.name, line: file.places.line(of: key), key: key, problem: .unknownColour(name)))
        return .terminalDefault
    }

    /// A colour that needs no palette: a number, `default` or `#rrggbb`.
    static func direct(_ entry: ThemeFile.Entry) -> Colour? {
        switch entry {
        case .index(let index): return .indexed(index)
        case .text("default"): return .terminalDefault
        case .text(let text):
            let digits = text.dropFirst()
            guard text.first == "#", digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
                let value = UInt32(digits, radix: 16)
            else { return nil }
            return .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
        }
    }
}
