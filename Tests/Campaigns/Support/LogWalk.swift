import EventLog
import Model

/// Everything a log says, read entry by entry from the first, without the verifier, the index or the log's own fold.
struct LogWalk {
    private(set) var edge = TreeEdge()
    private(set) var lastLeaf = Digest.zero
    private(set) var ids: [EventID] = []
    private(set) var leaves: [Digest] = []
    private(set) var recorded: [Instant] = []
    private(set) var board = Board()
    private var places: [EventID: Int64] = [:]
    private var histories: [SubjectName: [Entry]] = [:]

    var size: Int64 { edge.size }

    func place(of id: EventID) -> Int64? { places[id] }

    /// Reads what is new, and holds each entry against the one before it.
    mutating func advance(_ store: LogStore) throws {
        while true {
            let page = try store.storedEntries(from: size, limit: 1_000)
            guard !page.isEmpty else { break }
            for stored in page { try take(stored, key: store.deskKey, origin: store.identity.origin) }
        }
        let count = try store.size()
        guard count == size else { throw Violation("the log says \(count) entries, \(size) can be read") }
    }

    private mutating func take(_ stored: StoredEntry, key: VerifierKey, origin: String) throws {
        guard stored.index == size else { throw Violation("entry \(size) is missing: the next one is \(stored.index)") }
        guard Hashing.leaf(stored.bytes) == stored.leaf else {
            throw Violation("entry \(size): the bytes do not hash to the leaf")
        }
        guard let entry = stored.entry, entry.index == size, entry.origin == origin else {
            throw Violation("entry \(size) is not an entry of this log")
        }
        guard entry.previous == lastLeaf else { throw Violation("entry \(size) does not name the entry before it") }
        guard let note = SignedNote(stored.bytes), note.isSigned(by: key) else {
            throw Violation("entry \(size) is not signed by the desk")
        }
        guard places.updateValue(size, forKey: entry.id) == nil else {
            throw Violation("the id \(entry.id) stands twice, again at \(size)")
        }
        if let last = recorded.last, entry.recorded < last { throw Violation("rec falls at entry \(size)") }
        guard AlertScript.isFaithful(entry) else { throw Violation("entry \(size) does not say what was written") }
        ids.append(entry.id)
        leaves.append(stored.leaf)
        recorded.append(entry.recorded)
        board.apply(entry) { histories[$0] ?? [] }
        histories[entry.subject, default: []].append(entry)
        edge.append(stored.leaf)
        lastLeaf = stored.leaf
    }
}
