/// On which line of a TOML file each key stands; the TOML parser keeps no places for keys it accepts.
///
/// Covers the forms that configuration and themes use: `key = value`, `[table]`, `[table.table]` and inline tables on one
/// line.
package struct KeyPlaces: Sendable {
    private var lines: [String: Int] = [:]
    /// Keys that stand a second time, in the order of the file: the key, its line, and the line of the first one.
    package private(set) var repeated: [(key: String, line: Int, first: Int)] = []

    package init(in text: String) {
        var table = ""
        for (index, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }
        ).enumerated() {
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.first == "[" {
                table = Self.path(content.dropFirst(), upTo: "]") ?? ""
                if !table.isEmpty { note(table, index + 1) }
            } else if content.first != "#", let key = Self.path(content, upTo: "=") {
                note(table.isEmpty ? key : table + "." + key, index + 1)
            }
        }
    }

    /// The line of a key, counted from 1: its own, or that of the nearest table around it; 0 if neither is found.
    package func line(of key: String) -> Int {
        var path = Substring(key)
        while !path.isEmpty {
            if let line = lines[String(path)] { return line }
            guard let dot = path.lastIndex(of: ".") else { return 0 }
            path = path[..<dot]
        }
        return 0
    }

    private mutating func note(_ key: String, _ line: Int) {
        if let first = lines[key] {
            repeated.append((key, line, first))
        } else {
            lines[key] = line
        }
    }

    /// A dotted key without quotes and the blanks outside them; nil where its end is missing.
    private static func path(_ text: Substring, upTo end: Character) -> String? {
        var path = ""
        var quote: Character?
        for character in text {
            if character == quote {
                quote = nil
            } else if quote != nil {
                path.append(character)
            } else if character == end {
                return path
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character != " ", character != "\t" {
                path.append(character)
            }
        }
        return nil
    }
}
