/// One quoted string of a `.po` file, with its escapes.
enum PoString {
    /// The text between the quotes of `quoted`, which must be nothing but that string.
    static func read(_ quoted: Substring, line: Int) throws(PoFault) -> String {
        guard quoted.first == "\"" else { throw PoFault(line: line, kind: .missingQuote) }
        var result = ""
        var rest = quoted.unicodeScalars.dropFirst()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"":
                guard rest.isEmpty else { throw PoFault(line: line, kind: .textAfterString) }
                return result
            case "\\":
                guard let escape = rest.popFirst() else { throw PoFault(line: line, kind: .unterminatedString) }
                result.unicodeScalars.append(try unescaped(escape, line: line))
            default:
                guard scalar.value >= 0x20, scalar.value != 0x7F else {
                    throw PoFault(line: line, kind: .controlCharacter)
                }
                result.unicodeScalars.append(scalar)
            }
        }
        throw PoFault(line: line, kind: .unterminatedString)
    }

    private static func unescaped(_ escape: Unicode.Scalar, line: Int) throws(PoFault) -> Unicode.Scalar {
        switch escape {
        case "n": return "\n"
        case "t": return "\t"
        case "\"", "\\": return escape
        default: throw PoFault(line: line, kind: .unknownEscape("\\\(escape)"))
        }
    }
}

extension Substring {
    /// Without the spaces and tabs at both ends.
    func trimmingBlanks() -> Substring {
        var result = self.drop { $0 == " " || $0 == "\t" }
        while let last = result.last, last == " " || last == "\t" { result.removeLast() }
        return result
    }
}
