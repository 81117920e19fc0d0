/// An entry as it is shown: what ships, or what the log says in its place.
package struct DirectoryItem: Equatable, Sendable {
    package let entry: DirectoryEntry
    /// Nil for what ships and nobody has touched: unverified.
    package let record: DirectoryRecord?

    package init(entry: DirectoryEntry, record: DirectoryRecord?) {
        self.entry = entry
        self.record = record
    }

    package init(_ record: DirectoryRecord) { self.init(entry: record.entry, record: record) }

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
    /// The subjects under each key: one, but where two consoles began the same entry at once.
    private var names: [DirectoryKey: Set<SubjectName>] = [:]
    /// Crossings are a table beside the program, so whoever has read it adds them; see ``adding(_:)``.
    private var crossings: [DirectoryKey: DirectoryEntry] = [:]
    private var knownItems = Reckoned<[DirectoryItem]>()
    private var knownSum = Reckoned<(count: Int, sum: Directory)>()

    package init() {}

    package subscript(name: SubjectName) -> DirectoryRecord? {
        get { records[name] }
        set {
            if let old = records[name] {
                names[old.key]?.remove(name)
                if names[old.key]?.isEmpty == true { names[old.key] = nil }
            }
            if let newValue { names[newValue.key, default: []].insert(name) }
            records[name] = newValue
            knownItems.forget()
            knownSum.forget()
        }
    }

    /// The same with what ships of crossings; these are one table, of which either nothing has been read or all.
    package func adding(_ crossings: some Collection<DirectoryEntry>) -> Directory {
        knownSum.value({ $0.count == crossings.count }, reckon: { (crossings.count, sum(with: crossings)) }).sum
    }

    private func sum(with crossings: some Collection<DirectoryEntry>) -> Directory {
        var directory = self
        for entry in crossings { directory.crossings[entry.key] = entry }
        directory.knownItems.forget()
        directory.knownSum.forget()
        return directory
    }

    /// What the log says under a key, retired or not; where two consoles began one entry at once, the one that was written last.
    package func record(of key: DirectoryKey) -> DirectoryRecord? {
        names[key]?.compactMap { records[$0] }.max { ($0.trail.last, $0.name) < ($1.trail.last, $1.name) }
    }

    /// Every entry that holds, in the order of their keys.
    package var items: [DirectoryItem] { knownItems.value { computedItems } }

    private var computedItems: [DirectoryItem] {
        var items = names.keys.compactMap { record(of: $0) }.filter { $0.retirement == nil }.map { DirectoryItem($0) }
        for shipped in [ShippedDirectory.entries, crossings] {
            for entry in shipped.values where names[entry.key] == nil {
                items.append(DirectoryItem(entry: entry, record: nil))
            }
        }
        return items.sorted { $0.key < $1.key }
    }

    package subscript(key: DirectoryKey) -> DirectoryItem? {
        if let record = record(of: key) { return record.retirement == nil ? DirectoryItem(record) : nil }
        return (crossings[key] ?? ShippedDirectory.entries[key]).map { DirectoryItem(entry: $0, record: nil) }
    }

    /// The next key of a sort that has not been used, not even by a retired entry; nil when there are 9,999.
    package func newKey(_ sort: DirectorySort, _ state: String, _ other: String? = nil) -> DirectoryKey? {
        let used =
            names.keys.filter { $0.sort == sort && $0.state == state && $0.other == other }
            + ShippedDirectory.entries.keys.filter { $0.sort == sort && $0.state == state }
        let serial = (used.compactMap(\.serial).max() ?? 0) + 1
        return DirectoryKey(sort, state, other, tail: sort == .state ? "" : "\(serial)")
    }
}
