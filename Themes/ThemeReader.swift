import Screen
import Settings
private import TOMLKit

/// One theme file as it was read, before what it inherits is known.
struct ThemeFile {
    let name: String
    let inherits: String?
    let about: String?
    let contrast: Double?
    let colours: [String: Entry]
    let roles: [Role: [Attribute]]
    let warnings: [ThemeFault]
    let places: KeyPlaces

    /// A colour as written: a number, a `#rrggbb`, `default`, or the name of an entry of `[palette]`.
    enum Entry: Equatable {
        case index(UInt8)
        case text(String)
    }

    enum Attribute: Equatable {
        case foreground(Entry)
        case background(Entry)
        case bold(Bool)
        case dim(Bool)
        case underline(Bool)
        case reverse(Bool)
        case strike(Bool)
    }
}

/// Reads the text of a theme file. What it does not know is a warning; only a syntax error stops it.
struct ThemeReader {
    private let file: String
    private let places: KeyPlaces
    private var warnings: [ThemeFault] = []
    private var inherits: String?
    private var about: String?
    private var contrast: Double?
    private var colours: [String: ThemeFile.Entry] = [:]
    private var roles: [Role: [ThemeFile.Attribute]] = [:]

    static func read(_ text: String, file: String) throws(ThemeFault) -> ThemeFile {
        let table: TOMLTable
        do throws(TOMLFlaw) {
            table = try TOMLText.table(of: text)
        } catch {
            throw ThemeFault(
                file: file, line: error.line, column: error.line > 0 ? error.column : nil,
                problem: .syntax(found: error.found))
        }
        var reader = ThemeReader(file: file, text: text)
        reader.take(table)
        return ThemeFile(
            name: file, inherits: reader.inherits, about: reader.about, contrast: reader.contrast,
            colours: reader.colours, roles: reader.roles,
            warnings: reader.warnings.sorted { ($0.line, $0.key) < ($1.line, $1.key) }, places: reader.places)
    }

    private init(file: String, text: String) {
        self.file = file
        self.places = KeyPlaces(in: text)
    }

    private mutating func take(_ table: TOMLTable) {
        for key in table.keys {
            switch key {
            case "name":
                if table[key]?.string == nil { warn(key, .wrongType) }
            case "inherits":
                inherits = table[key]?.string
                if inherits == nil { warn(key, .wrongType) }
            case "about":
                about = table[key]?.string
                if about == nil { warn(key, .wrongType) }
            case "contrast":
                contrast = table[key]?.double ?? table[key]?.int.map { Double($0) }
                if !(1...21).contains(contrast ?? 0) { warn(key, .wrongType) }
            case "palette": takePalette(table[key]?.table)
            case "roles": takeRoles(table[key]?.table)
            default: warn(key, .unknownKey)
            }
        }
    }

    private mutating func takePalette(_ table: TOMLTable?) {
        guard let table else { return warn("palette", .wrongType) }
        for key in table.keys {
            guard let entry = entry(table[key], key: "palette." + key) else { continue }
            guard ColourResolver.direct(entry) != nil else {
                if case .text(let text) = entry { warn("palette." + key, .unknownColour(text)) }
                continue
            }
            colours[key] = entry
        }
    }

    private mutating func takeRoles(_ table: TOMLTable?) {
        guard let table else { return warn("roles", .wrongType) }
        for key in table.keys {
            let path = "roles." + key
            guard let role = Role(rawValue: key) else {
                warn(path, .unknownRole)
                continue
            }
            guard let attributes = table[key]?.table else {
                warn(path, .wrongType)
                continue
            }
            roles[role] = attributes.keys.compactMap { name in
                attribute(name, attributes[name], key: path + "." + name)
            }
        }
    }

    private mutating func attribute(
        _ name: String, _ value: (any TOMLValueConvertible)?, key: String
    ) -> ThemeFile.Attribute? {
        switch name {
        case "fg": return entry(value, key: key).map { .foreground($0) }
        case "bg": return entry(value, key: key).map { .background($0) }
        case "bold", "dim", "underline", "reverse", "strike": break
        default:
            warn(key, .unknownAttribute(name))
            return nil
        }
        guard let isOn = value?.bool else {
            warn(key, .wrongType)
            return nil
        }
        return switch name {
        case "bold": .bold(isOn)
        case "dim": .dim(isOn)
        case "underline": .underline(isOn)
        case "reverse": .reverse(isOn)
        default: .strike(isOn)
        }
    }

    private mutating func entry(_ value: (any TOMLValueConvertible)?, key: String) -> ThemeFile.Entry? {
        if let text = value?.string { return .text(text) }
        guard let number = value?.int else {
            warn(key, .wrongType)
            return nil
        }
        guard let index = UInt8(exactly: number) else {
            warn(key, .unknownColour(String(number)))
            return nil
        }
        return .index(index)
    }

    private mutating func warn(_ key: String, _ problem: ThemeFault.Problem) {
        warnings.append(ThemeFault(file: file, line: places.line(of: key), key: key, problem: problem))
    }
}
