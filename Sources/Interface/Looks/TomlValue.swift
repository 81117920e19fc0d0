/// A value of the file of views: one of the three forms that it has.
enum TomlValue: Equatable {
    case flag(Bool)
    case text(String)
    case list([String])

    /// Nil for anything else; a remark may follow.
    init?(_ source: String) {
        var reader = Reader(rest: source[...])
        guard let value = reader.value(), TomlValue.isRemark(reader.rest) else { return nil }
        self = value
    }

    /// Whether nothing but blanks and a remark is left of a line.
    static func isRemark(_ rest: Substring) -> Bool {
        let content = rest.drop { $0 == " " || $0 == "\t" }
        return content.isEmpty || content.first == "#"
    }

    private struct Reader {
        var rest: Substring

        mutating func value() -> TomlValue? {
            if take("true") { return .flag(true) }
            if take("false") { return .flag(false) }
            if rest.first == "\"" { return text().map { .text($0) } }
            guard take("[") else { return nil }
            var items: [String] = []
            while true {
                skipBlanks()
                if take("]") { return .list(items) }
                guard let item = text() else { return nil }
                items.append(item)
                skipBlanks()
                if take("]") { return .list(items) }
                guard take(",") else { return nil }
            }
        }

        private mutating func text() -> String? {
            guard take("\"") else { return nil }
            var result = ""
            while let character = rest.popFirst() {
                switch character {
                case "\"": return result
                case "\\":
                    guard let escaped = escape() else { return nil }
                    result.append(escaped)
                default: result.append(character)
                }
            }
            return nil
        }

        private mutating func escape() -> Character? {
            switch rest.popFirst() {
            case "\"": return "\""
            case "\\": return "\\"
            case "n": return "\n"
            case "t": return "\t"
            case "u":
                guard rest.count >= 4, let number = UInt32(rest.prefix(4), radix: 16),
                    let scalar = UnicodeScalar(number)
                else { return nil }
                rest = rest.dropFirst(4)
                return Character(scalar)
            default: return nil
            }
        }

        private mutating func take(_ word: String) -> Bool {
            guard rest.hasPrefix(word) else { return false }
            rest = rest.dropFirst(word.count)
            return true
        }

        private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }
    }
}
