internal import TOMLKit

/// A file of tables that a person has named, such as `[view.night]`, before it is known what their entries mean.
package struct NamedTables: Sendable {
    package struct Entry: Equatable, Sendable {
        package let key: String
        /// Nil for a value that no file of ours has, such as a date.
        package let value: SettingValue?
        /// Counted from 1; 0 where it is not known.
        package let line: Int
    }

    package struct Table: Equatable, Sendable {
        package let name: String
        package let line: Int
        package let entries: [Entry]
    }

    /// In the order of the file, as are their entries.
    package let tables: [Table]
    /// What stands in none of the tables, by the whole path of its key.
    package let strays: [Entry]

    /// Reads the tables whose names begin with `kind` and a dot. Text that is not TOML in UTF-8 is an error.
    package init(of kind: String, reading bytes: [UInt8], file: String) throws(SettingsFault) {
        let (root, text) = try TOMLText.read(bytes, name: file)
        let places = KeyPlaces(in: text)
        let named = root[kind]?.table
        var tables: [Table] = []
        var strays = NamedTables.entries(of: root, at: "", places).filter { $0.key != kind || named == nil }
        if let named {
            for entry in NamedTables.entries(of: named, at: kind, places) {
                let path = "\(kind).\(entry.key)"
                if let table = named[entry.key]?.table {
                    let entries = NamedTables.entries(of: table, at: path, places)
                    tables.append(Table(name: entry.key, line: entry.line, entries: entries))
                } else {
                    strays.append(Entry(key: path, value: entry.value, line: entry.line))
                }
            }
        }
        self.tables = tables
        self.strays = strays
    }

    private static func entries(of table: TOMLTable, at path: String, _ places: KeyPlaces) -> [Entry] {
        table.keys
            .map { key in
                let line = places.line(of: path.isEmpty ? key : "\(path).\(key)")
                return Entry(key: key, value: table[key].flatMap { SettingValue($0) }, line: line)
            }
            .sorted { ($0.line, $0.key) < ($1.line, $1.key) }
    }
}
