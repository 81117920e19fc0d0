/// On which line of a TOML file each key stands; the TOML parser keeps no places for keys it accepts.
///
/// Covers the forms that our files use: `key = value`, `[table]`, `[table.table]`, `[[table]]` and inline tables on one
/// line. The third `[[step]]` is `step#3`, and a `[step.body]` after it `step#3.body`.
package struct KeyPlaces: Sendable {
    private var lines: [String: Int] = [:]
    /// Keys that stand a second time, in the order of the file: the key, its line, and the line of the first one.
    package private(set) var repeated: [(key: String, line: Int, first: Int)] = []

    package init(in text: String) {
        var table = ""
        var counts: [String: Int] = [:]
        for (index, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }
        ).enumerated() {
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.hasPrefix("[[") {
                let name = Self.path(content.dropFirst(2), upTo: "]") ?? ""
                counts[name, default: 0] += 1
                table = Self.item(counts[name, default: 0], of: name)
                note(table, index + 1)
            } else if content.first == "[" {
                table = Self.path(content.dropFirst(), upTo: "]") ?? ""
                let first = table.prefix { $0 != "." }
                if let count = counts[String(first)] {
                    table = Self.item(count, of: String(first)) + table.dropFirst(first.count)
                }
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

    /// The key of one of several tables `[[name]]`; counted from 1.
    package static func item(_ number: Int, of name: String) -> String { "\(name)#\(number)" }

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
