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
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
            .map(String.init)
        guard let table = sound(&lines) else { return }
        let places = KeyPlaces(in: lines.joined(separator: "\n"))
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
            do throws(TOMLFlaw) {
                return try TOMLText.table(of: lines.joined(separator: "\n"))
            } catch {
                let found = min(max(0, error.line), lines.count)
                // A fault that is seen at the end of the file, or on an empty line, began before it.
                let line = lines.prefix(found).lastIndex { $0.contains { !$0.isWhitespace } } ?? -1
                faults.append(KeyFault(line: line + 1, problem: .syntax(found: error.found)))
                guard line >= 0 else { return nil }
                lines[line] = ""
            }
        }
    }

    private mutating func entry(
        _ command: String, in table: String, _ value: (any TOMLValueConvertible)?, _ places: KeyPlaces
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

    private mutating func fault(_ entry: String, _ problem: KeyFault.Problem, _ places: KeyPlaces) {
        faults.append(KeyFault(line: places.line(of: entry), entry: entry, problem: problem))
    }
}
