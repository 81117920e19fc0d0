/// Text with numbered places: `%1` to `%9`, and `%%` for a percent sign.
enum Template {
    static let places = 9

    private static let percent = UInt8(ascii: "%")

    /// A literal's percent signs doubled, so that they are no places.
    static func escaped(_ literal: String) -> String {
        guard literal.utf8.contains(percent) else { return literal }
        return literal.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    }

    /// The places filled; a place without a value stays as it is written.
    static func filled(_ template: String, with value: (Int) -> String?) -> String {
        guard template.utf8.contains(percent) else { return template }
        var result = ""
        result.reserveCapacity(template.utf8.count + 16)
        var rest = Substring(template)
        while let mark = rest.firstIndex(of: "%") {
            result += rest[..<mark]
            let after = rest.index(after: mark)
            guard after < rest.endIndex else {
                rest = rest[mark...]
                break
            }
            result += replacement(for: rest[after], with: value)
            rest = rest[rest.index(after: after)...]
        }
        return result + rest
    }

    /// The numbers of the places used, each once.
    static func placesUsed(in template: String) -> Set<Int> {
        var used: Set<Int> = []
        _ = filled(template) { number in
            used.insert(number)
            return nil
        }
        return used
    }

    private static func replacement(for character: Character, with value: (Int) -> String?) -> String {
        if character == "%" { return "%" }
        guard character.isASCII, let number = character.wholeNumberValue, number > 0, let text = value(number) else {
            return "%\(character)"
        }
        return text
    }
}
