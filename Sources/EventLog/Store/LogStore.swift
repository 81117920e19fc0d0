import Foundation
import GRDB
import Glibc
import Model

/// An open log: reads it, follows it, and appends to it. Used by one thread at a time.
package final class LogStore {
    package let folder: LogFolder
    package let identity: LogIdentity
    /// The key that the founding entry names for this desk.
    package let deskKey: VerifierKey
    /// Why nothing can be written although everything sound can be read; nil when all is well.
    package internal(set) var obstacle: LogFault?
    /// Entries that were asked for and whose bytes do not hash to their leaf.
    package private(set) var damaged: Set<Int64> = []
    /// What the board shows for a real instant; moved by the clock events of an exercise.
    package internal(set) var clock = BoardClock()
    /// Worth a word on the screen: a disk that forgets, a head that is behind.
    package let fileSystem: FileSystem
    /// What tables know of places, where the program has any: a crossing is one by each of its names.
    package var places: PlaceKnowledge?

    /// Hides in every entry that is read here what visitors must not see; only a store that never writes has one.
    let veil: Veil?
    /// Questions before a handover that are about nothing hidden, as far as they were read.
    private var openQuestions: Set<Int64> = []
    let reader: DatabaseQueue
    var index: LogIndex
    let durability: Connection.Durability
    var writing: WritingState?
    var knownRoll: KnownRoll

    /// What a process needs only once it writes.
    struct WritingState {
        let lock: WriterLock
        var queue: DatabaseQueue?
        let headFile: HeadFile
        let key: SigningKey
        var head: Head
        var lastRecorded: Instant
    }

    package enum Access: Sendable { case reading, writing }

    /// Opens the log in `path`.
    ///
    /// A log that is shorter than its head, or on read-only media, opens for reading and says so in `obstacle`.
    package convenience init(opening path: String, access: Access = .writing) throws(LogFault) {
        try self.init(path: path, access: access, durability: .full)
    }

    /// Opens the log for reading with everything hidden from the first entry on: boards, histories, pages and searches are
    /// made of veiled entries. Stored bytes stay what they are, and their text is no business of visitors.
    package convenience init(opening path: String, behind veil: Veil) throws(LogFault) {
        try self.init(path: path, access: .reading, durability: .full, veil: veil)
    }

    package init(path: String, access: Access, durability: Connection.Durability, veil: Veil? = nil) throws(LogFault) {
        self.veil = veil
        folder = LogFolder(path)
        self.durability = durability
        fileSystem = FileSystem.holding(path)
        if case .network(let name) = fileSystem { throw .networkFileSystem(path: path, name: name) }
        do {
            try LogStore.checkPresence(folder)
            reader = try Connection.reader(path: folder.database)
            let facts = try reader.inDatabase { try LogStore.facts($0, folder: LogFolder(path)) }
            identity = facts.identity
            deskKey = facts.deskKey
            knownRoll = KnownRoll(fold: AuthorityFold(identity: facts.identity))
            let canWrite =
                access == .writing && Glibc.access(folder.path, W_OK) == 0 && Glibc.access(folder.database, W_OK) == 0
            index = try LogStore.openIndex(folder, origin: facts.identity.origin, writable: canWrite)
            if access == .writing, !canWrite { obstacle = .readOnly(path: path) }
        } catch {
            throw LogStore.fault(from: error, path: path)
        }
        obstacle = headObstacle() ?? obstacle
        // What was folded from veiled entries must never decide what is written.
        if veil != nil { obstacle = .readOnly(path: path) }
        if identity.isExercise { clock = (try? exerciseClock()) ?? BoardClock() }
    }

    deinit { close() }

    /// Closes the writing connection under the writer lock. Called by deinit, too.
    package func close() {
        guard let state = writing else { return }
        writing = nil
        index.markClean()
        try? state.lock.exclusively {
            index.shorten()
            try? state.queue?.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try? state.queue?.close()
        }
    }

    // MARK: Opening

    private static func checkPresence(_ folder: LogFolder) throws(LogFault) {
        var facts = stat()
        guard stat(folder.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
            throw .noSuchFolder(folder.path)
        }
        guard stat(folder.database, &facts) == 0 else { throw .notALog(path: folder.path, reason: "no log.sqlite") }
        guard facts.st_size > 0 else { throw .notALog(path: folder.path, reason: "log.sqlite is empty") }
    }

    private static func facts(_ db: Database, folder: LogFolder) throws -> (identity: LogIdentity, deskKey: VerifierKey)
    {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        guard application == LogSchema.liveApplicationID || application == LogSchema.exerciseApplicationID else {
            throw LogFault.notALog(path: folder.path, reason: "application_id")
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= LogSchema.version else { throw LogFault.newerFormat(path: folder.path, version: version) }
        guard let origin = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'origin'"),
            let identity = LogIdentity(origin: origin),
            identity.isExercise == (application == LogSchema.exerciseApplicationID),
            let keyText = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'desk_key'"),
            let key = try? VerifierKey(keyText)
        else { throw LogFault.notALog(path: folder.path, reason: "meta") }
        if let object = try LogSchema.firstDifference(db, origin: origin) {
            throw LogFault.schemaChanged(path: folder.path, object: object)
        }
        return (identity, key)
    }

    static func openIndex(_ folder: LogFolder, origin: String, writable: Bool) throws -> LogIndex {
        if writable {
            // Making a new index while another process uses the old one would leave that one with a deleted file.
            return try WriterLock(path: folder.writerLock).exclusively {
                try LogIndex(path: folder.index, origin: origin, writable: true)
            }
        }
        return try LogIndex(path: folder.index, origin: origin, writable: false)
    }

    /// Compares the head outside the database with what the database holds.
    private func headObstacle() -> LogFault? {
        guard let head = try? HeadFile(path: folder.head, writable: false).read() else { return .headDiffers(size: 0) }
        guard let count = try? size() else { return .notALog(path: folder.path, reason: "entry") }
        if head.size > count { return .short(by: head.size - count, head: head.size) }
        guard head.size > 0 else { return nil }
        guard let last = try? storedEntry(head.size - 1) else { return .damaged(index: head.size - 1) }
        return last.leaf == head.lastLeaf ? nil : .headDiffers(size: head.size)
    }

    // MARK: Reading

    /// How many entries there are.
    package func size() throws -> Int64 {
        try reader.inDatabase { try Int64.fetchOne($0, sql: "SELECT coalesce(max(idx) + 1, 0) FROM entry") ?? 0 }
    }

    package func storedEntry(_ index: Int64) throws -> StoredEntry? {
        try storedEntries(from: index, limit: 1).first { $0.index == index }
    }

    /// Up to `limit` rows from `index` on, in order.
    package func storedEntries(from index: Int64, limit: Int) throws -> [StoredEntry] {
        try reader.inDatabase { try LogStore.rows($0, from: index, limit: limit) }
    }

    static func rows(_ db: Database, from index: Int64, limit: Int) throws -> [StoredEntry] {
        let statement = try db.cachedStatement(
            sql: "SELECT idx, bytes, leaf FROM entry WHERE idx >= ? ORDER BY idx LIMIT ?")
        var rows: [StoredEntry] = []
        let cursor = try Row.fetchCursor(statement, arguments: [index, limit])
        while let row = try cursor.next() {
            if let stored = try LogStore.stored(row) { rows.append(stored) }
        }
        return rows
    }

    /// The rows of these numbers, in order of the log; one query for all of them.
    static func rows(_ db: Database, numbers: [Int64]) throws -> [StoredEntry] {
        let statement = try db.cachedStatement(
            sql: "SELECT idx, bytes, leaf FROM entry WHERE idx IN (SELECT value FROM json_each(?)) ORDER BY idx")
        var rows: [StoredEntry] = []
        rows.reserveCapacity(numbers.count)
        let cursor = try Row.fetchCursor(statement, arguments: ["[\(numbers.map(String.init).joined(separator: ","))]"])
        while let row = try cursor.next() {
            if let stored = try LogStore.stored(row) { rows.append(stored) }
        }
        return rows
    }

    private static func stored(_ row: Row) throws -> StoredEntry? {
        let leaf = try row.withUnsafeData(atIndex: 2) { data in
            data.flatMap { $0.withUnsafeBytes { $0.count == 32 ? Digest(pointer: $0) : nil } }
        }
        let bytes = try row.withUnsafeData(atIndex: 1) { $0.map { Array($0) } }
        guard let leaf, let bytes else { return nil }
        return StoredEntry(index: row[0], bytes: bytes, leaf: leaf)
    }

    /// Sound entries among up to `limit` rows from `index` on; damaged ones are left out and remembered.
    package func entries(from index: Int64, limit: Int) throws -> [Entry] {
        try storedEntries(from: index, limit: limit).compactMap { decode($0) }
    }

    package func entry(_ index: Int64) throws -> Entry? { try storedEntry(index).flatMap { decode($0) } }

    func decode(_ stored: StoredEntry) -> Entry? { plain(stored).map { veiled($0) } }

    private func veiled(_ entry: Entry) -> Entry {
        guard let veil else { return entry }
        if case .shift(.asked(let asked)) = entry.event, !veil.hides(asked) {
            openQuestions.insert(entry.index)
        }
        // An answer does not say what it is about; its question does, and was read before it, or nothing is shown.
        if case .shift(.answered(let answered)) = entry.event, !openQuestions.contains(answered.question) {
            return veil.hiding(entry)
        }
        return veil(entry)
    }

    /// An entry as it was signed, for what is decided and never shown.
    func plain(_ stored: StoredEntry) -> Entry? {
        guard stored.isSound, var entry = stored.entry, entry.index == stored.index, entry.origin == identity.origin
        else {
            damaged.insert(stored.index)
            return nil
        }
        entry.learnt = clock.time(at: entry.recorded)
        return entry
    }

    /// Where an id stands in the log; nil when it does not.
    package func find(_ id: EventID) throws -> Int64? {
        try reader.inDatabase { try LogStore.find($0, id) }
    }

    static func find(_ db: Database, _ id: EventID) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT idx FROM entry WHERE id = ?"), arguments: [Data(id.bytes)])
    }

    /// Data that an entry names by hash; nil when it was erased or never was.
    package func payload(_ hash: Digest) throws -> [UInt8]? {
        try reader.inDatabase {
            try Data.fetchOne($0, sql: "SELECT data FROM payload WHERE hash = ?", arguments: [Data(hash.bytes)])
        }
        .map { Array($0) }
    }

    /// How many entries had been recorded by `instant`: what was known then. Logarithmic, because `rec` never falls.
    package func size(recordedBy instant: Instant) throws -> Int64 {
        var (low, high) = (Int64(0), try size())
        while low < high {
            let middle = (low + high) / 2
            guard let entry = try entry(middle) else {
                low = middle + 1
                continue
            }
            if entry.recorded <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Any error of this log's files as facts.
    package func fault(_ error: any Error) -> LogFault { LogStore.fault(from: error, path: folder.path) }

    static func fault(from error: any Error, path: String) -> LogFault {
        switch error {
        case let fault as LogFault: return fault
        case let fault as BodyFault: return .body(fault)
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CANTOPEN: return .notALog(path: path, reason: error.message ?? "")
            case .SQLITE_READONLY: return .readOnly(path: path)
            case .SQLITE_FULL: return .diskFull(path: path)
            case .SQLITE_BUSY: return .locked(holder: nil, waited: .seconds(5))
            case .SQLITE_CORRUPT: return .notALog(path: path, reason: error.message ?? "")
            default: return .failed(reason: error.message ?? "SQLite \(error.resultCode.rawValue)")
            }
        default: return .failed(reason: String(describing: error))
        }
    }
}
