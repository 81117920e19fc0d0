import Screen

/// A theme ready for use.
package struct Theme: Equatable, Sendable {
    package let name: String
    package let palette: Palette
    /// What the theme's files contain that could not be used, those of the files it inherits from included.
    package let warnings: [ThemeFault]
    /// What the theme is for, as its own file says it; nothing where the key `about` is missing.
    package let about: String?
    /// Which file says how a role looks, and in which line.
    package let origins: [Role: Origin]

    package struct Origin: Hashable, Sendable {
        package let file: String
        package let line: Int
    }

    /// Whether the screen is dark or light; nothing where the terminal's own ground is used.
    package var isDark: Bool? {
        guard let black = Contrast.ratio(.rgb(0, 0, 0), palette[.text].background),
            let white = Contrast.ratio(.rgb(255, 255, 255), palette[.text].background)
        else { return nil }
        return white > black
    }

    /// The terminal's own colours and nothing else, for want of any theme.
    package static let plain = Theme(
        name: "plain", palette: Palette(), warnings: [], about: nil, origins: [:])
}

/// All themes at hand: those that ship and those of the user.
package struct ThemeShelf: Sendable {
    /// The themes that ship; a new one is its file, its line in the package manifest and its line here.
    private static let shipped: [(name: String, bytes: [UInt8])] = [
        ("default", PackageResources.default_toml),
        ("dark", PackageResources.dark_toml),
        ("light", PackageResources.light_toml),
        ("nightwatch", PackageResources.nightwatch_toml),
        ("amber", PackageResources.amber_toml),
        ("paper", PackageResources.paper_toml),
        ("highcontrast", PackageResources.highcontrast_toml),
        ("colourblind", PackageResources.colourblind_toml),
        ("mono", PackageResources.mono_toml),
    ]

    /// The names of the shipped themes in the order to offer them.
    package static var shippedNames: [String] { shipped.map(\.name) }

    /// Whether a theme of this name is the user's own, be it in front of a shipped one.
    package func isUsers(_ name: String) -> Bool { user[name] != nil }

    /// The same shelf with more themes of the user's, in front of those of the same name.
    package func with(_ more: [(name: String, text: String)]) -> ThemeShelf {
        ThemeShelf(user: more + user.map { ($0.key, $0.value) })
    }

    private let user: [String: String]
    /// Every name once: the shipped ones, then the user's own in alphabetical order.
    package let names: [String]

    /// A shelf with the user's themes beside the shipped ones; one of the same name stands in front of the shipped one
    /// and may inherit from it.
    package init(user: [(name: String, text: String)] = []) {
        self.user = Dictionary(user.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        let shipped = Self.shippedNames
        names = shipped + self.user.keys.filter { !shipped.contains($0) }.sorted()
    }

    /// One theme with everything that it inherits. Throws for a syntax error, an unknown name and a circle.
    package func theme(named name: String) throws(ThemeFault) -> Theme {
        let files = try chain(from: name)
        var colours: [String: ThemeFile.Entry] = [:]
        var attributes: [Role: (file: ThemeFile, list: [ThemeFile.Attribute])] = [:]
        for file in files.reversed() {
            colours.merge(file.colours) { _, own in own }
            for (role, list) in file.roles { attributes[role] = (file, list) }
        }
        var resolver = ColourResolver(colours: colours)
        var palette = Palette()
        palette.level = files.lazy.compactMap(\.contrast).first ?? Contrast.minimum
        for role in Role.allCases {
            guard let (file, list) = attributes[role] else { continue }
            palette[role] = resolver.appearance(of: role, list, in: file)
        }
        let origins = attributes.map { role, entry in
            (role, Theme.Origin(file: entry.file.name, line: entry.file.places.line(of: "roles." + role.rawValue)))
        }
        return Theme(
            name: name, palette: palette, warnings: files.flatMap(\.warnings) + resolver.warnings,
            about: files.first?.about,
            origins: Dictionary(uniqueKeysWithValues: origins))
    }

    /// The file of a theme, then those it inherits from, nearest first.
    private func chain(from name: String) throws(ThemeFault) -> [ThemeFile] {
        var files: [ThemeFile] = []
        var visited: Set<String> = []
        var next: String? = name
        while let wanted = next {
            let shadowsShipped = files.last?.name == wanted && visited.contains("user " + wanted)
            guard let (text, origin) = source(of: wanted, shippedOnly: shadowsShipped) else {
                let child = files.last
                throw ThemeFault(
                    file: child?.name ?? wanted, line: child?.places.line(of: "inherits") ?? 0,
                    key: child == nil ? "" : "inherits", problem: .unknownTheme(wanted, known: names))
            }
            guard visited.insert(origin).inserted else { throw circle(in: files, backTo: wanted) }
            let file = try ThemeReader.read(text, file: wanted)
            files.append(file)
            next = file.inherits
        }
        return files
    }

    private func circle(in files: [ThemeFile], backTo name: String) -> ThemeFault {
        let start = files.firstIndex { $0.name == name } ?? 0
        let last = files[files.count - 1]
        return ThemeFault(
            file: last.name, line: last.places.line(of: "inherits"), key: "inherits",
            problem: .inheritsItself(files[start...].map(\.name) + [name]))
    }

    private func source(of name: String, shippedOnly: Bool) -> (text: String, origin: String)? {
        if !shippedOnly, let text = user[name] { return (text, "user " + name) }
        guard let shipped = Self.shipped.first(where: { $0.name == name }) else { return nil }
        return (String(decoding: shipped.bytes, as: UTF8.self), "shipped " + name)
    }
}
