import Settings
private import TOMLKit

/// A person's own keys as they stand in a file, before it is known which commands there are.
///
///     [keys]                 # these keys replace the shipped ones of the command
///     zoom = ["Z", "F11"]
///     top = "g g"
///     [unbind]               # these are taken away; "all" takes every one
///     heard = "x"
///
/// Keys are written as `caricc keys` prints them. A line with a fault is left out, the rest holds.
package struct KeyFile: Equatable, Sendable {
    /// One line: a command and its keys, both as they are written.
    package struct Entry: Equatable, Sendable {
        package let command: String
        package let keys: [String]
        /// Counted from 1.
        package let line: Int
    }

    /// In the order of the file.
    package private(set) var keys: [Entry] = []
    package private(set) var unbound: [Entry] = []
    package private(set) var faults: [KeyFault] = []

    package init(reading text: String) {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        guard let table = sound(&lines) else { return }
        let places = EntryPlaces(in: lines)
        for name in table.keys {
            guard name == "keys" || name == "unbind" else {
                fault(name, .unknownTable, places)
                continue
            }
            guard let entries = table[name]?.table else {
                fault(name, .wrongType, places)
                continue
            }
            let read = entries.keys.compactMap { entry($0, in: name, entries[$0], places) }.sorted {
                ($0.line, $0.command) < ($1.line, $1.command)
            }
            if name == "keys" { keys = read } else { unbound = read }
        }
        faults.sort { ($0.line, $0.entry) < ($1.line, $1.entry) }
    }

    /// The text as a table. A line that is not TOML is blanked and named, and the rest read again.
    private mutating func sound(_ lines: inout [String]) -> TOMLTable? {
        while true {
            if let flaw = TOMLFlaw.first(in: lines.joined(separator: "\n")) {
                faults.append(KeyFault(line: flaw.line, problem: .syntax(found: flaw.found)))
                lines[flaw.line - 1] = ""
                continue
            }
            do {
                return try TOMLTable(string: lines.joined(separator: "\n"))
            } catch let error as TOMLParseError {
                let found = min(max(1, error.source.begin.line), max(1, lines.count))
                // A fault that is seen at the end of the file, or on an empty line, began before it.
                let line = lines.prefix(found).lastIndex { $0.contains { !$0.isWhitespace } } ?? -1
                faults.append(KeyFault(line: line + 1, problem: .syntax(found: error.description)))
                guard line >= 0 else { return nil }
                lines[line] = ""
            } catch {
                faults.append(KeyFault(line: 0, problem: .syntax(found: "\(error)")))
                return nil
            }
        }
    }

    private mutating func entry(
        _ command: String, in table: String, _ value: (any TOMLValueConvertible)?, _ places: EntryPlaces
    ) -> Entry? {
        let path = "\(table).\(command)"
        var keys: [String]?
        if let text = value?.string { keys = [text] }
        if let list = value?.array {
            let texts = list.compactMap { $0.string }
            keys = texts.count == list.count ? texts : nil
        }
        guard let keys else {
            fault(path, .wrongType, places)
            return nil
        }
        return Entry(command: command, keys: keys, line: places.line(of: path))
    }

    private mutating func fault(_ entry: String, _ problem: KeyFault.Problem, _ places: EntryPlaces) {
        faults.append(KeyFault(line: places.line(of: entry), entry: entry, problem: problem))
    }
}

/// On which line each entry of a key file stands; the TOML parser keeps no places for entries it accepts.
private struct EntryPlaces {
    private var lines: [String: Int] = [:]

    init(in text: [String]) {
        var table = ""
        for (index, line) in text.enumerated() {
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.first == "[" {
                table = Self.plain(content.dropFirst().prefix { $0 != "]" })
                note(table, index + 1)
            } else if content.first != "#", let equals = content.firstIndex(of: "=") {
                let key = Self.plain(content[..<equals])
                note(table.isEmpty ? key : table + "." + key, index + 1)
            }
        }
    }

    func line(of entry: String) -> Int { lines[entry] ?? 0 }

    private mutating func note(_ entry: String, _ line: Int) {
        if lines[entry] == nil { lines[entry] = line }
    }

    private static func plain(_ key: Substring) -> String { key.filter { !" \t\"'".contains($0) } }
}
