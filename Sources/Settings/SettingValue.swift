/// A value as it is written for a key, whoever wrote it.
package enum SettingValue: Hashable, Sendable {
    case word(String)
    case flag(Bool)
    case number(Int)
    case list([String])

    /// As TOML has it.
    package var toml: String {
        switch self {
        case .word(let text): SettingValue.quoted(text)
        case .flag(let isOn): isOn ? "true" : "false"
        case .number(let number): String(number)
        case .list(let items): "[" + items.map(SettingValue.quoted).joined(separator: ", ") + "]"
        }
    }

    /// As a person reads it.
    package var plain: String {
        switch self {
        case .word(let text): text
        case .flag, .number: toml
        case .list(let items): items.joined(separator: " ")
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
