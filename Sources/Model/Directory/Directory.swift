/// An entry as it is shown: what ships, or what the log says in its place.
package struct DirectoryItem: Equatable, Sendable {
    package let entry: DirectoryEntry
    /// Nil for what ships and nobody has touched: unverified.
    package let record: DirectoryRecord?

    package var key: DirectoryKey { entry.key }
    package var isShipped: Bool { record == nil }
    package var verified: DirectoryRecord.Verification? { record?.verified }
    package var report: DirectoryRecord.Report? { record?.report }

    package func age(at now: Instant) -> DirectoryAge {
        DirectoryAge(since: verified?.at, at: now, key.sort.limits)
    }
}

/// Whom to call, where to cross and what each State asks: what ships, overlaid by what officers wrote.
///
/// What ships is States and crossings; no number, no name of a person and no law is in it.
package struct Directory: Equatable, Sendable {
    /// What the log says, retired entries too.
    package private(set) var records: [SubjectName: DirectoryRecord] = [:]
    /// Crossings are a table beside the program, so whoever has read it adds them; see ``adding(_:)``.
    private var crossings: [DirectoryKey: DirectoryEntry] = [:]

    package init() {}

    package subscript(name: SubjectName) -> DirectoryRecord? {
        get { records[name] }
        set { records[name] = newValue }
    }

    /// The same with what ships of crossings.
    package func adding(_ crossings: some Sequence<DirectoryEntry>) -> Directory {
        var directory = self
        for entry in crossings { directory.crossings[entry.key] = entry }
        return directory
    }

    /// What the log says under each key; where two consoles began one entry at once, the one that was set last.
    package var recordsByKey: [DirectoryKey: DirectoryRecord] {
        var found: [DirectoryKey: DirectoryRecord] = [:]
        for record in records.values {
            if let known = found[record.key], (known.trail.last, known.name) > (record.trail.last, record.name) {
                continue
            }
            found[record.key] = record
        }
        return found
    }

    /// Every entry that holds, in the order of their keys.
    package var items: [DirectoryItem] {
        let records = recordsByKey
        var items = records.values.filter { $0.retirement == nil }.map { DirectoryItem(entry: $0.entry, record: $0) }
        for shipped in [ShippedDirectory.entries, crossings] {
            for entry in shipped.values where records[entry.key] == nil {
                items.append(DirectoryItem(entry: entry, record: nil))
            }
        }
        return items.sorted { $0.key < $1.key }
    }

    package subscript(key: DirectoryKey) -> DirectoryItem? {
        if let record = recordsByKey[key] {
            return record.retirement == nil ? DirectoryItem(entry: record.entry, record: record) : nil
        }
        return (crossings[key] ?? ShippedDirectory.entries[key]).map { DirectoryItem(entry: $0, record: nil) }
    }

    /// The next key of a sort that has not been used, not even by a retired entry; nil when there are 9,999.
    package func newKey(_ sort: DirectorySort, _ state: String, _ other: String? = nil) -> DirectoryKey? {
        let used =
            recordsByKey.keys.filter { $0.sort == sort && $0.state == state && $0.other == other }
            + ShippedDirectory.entries.keys.filter { $0.sort == sort && $0.state == state }
        let serial = (used.compactMap(\.serial).max() ?? 0) + 1
        return DirectoryKey(sort, state, other, tail: sort == .state ? "" : "\(serial)")
    }
}
