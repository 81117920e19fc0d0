import Foundation
import GRDB
import Model

extension LogStore {
    /// How long news may wait for a checkpoint.
    package static let checkpointInterval: Span = .minutes(15)
    /// How many cosignatures a checkpoint takes: with the desk's own line as many as readers of signed notes accept.
    package static let cosignatureLimit = 15

    /// Signs what the log says now, after reading it back.
    ///
    /// Every entry since the last checkpoint is read again from the database through a fresh connection and hashed, and
    /// the root is computed anew; only when it is the head's root is it signed (C2SP tlog-checkpoint). Returns nil when
    /// nothing was added since the last one. Throws `.damaged` and signs nothing when what is read is not what was
    /// written; `index` is then the entry whose bytes do not hash to their leaf, or the first one that no checkpoint covers.
    @discardableResult
    package func checkpoint() throws(LogFault) -> Checkpoint? {
        if let obstacle { throw obstacle }
        do {
            var state = try writing ?? startWriting()
            writing = state
            let fresh = try Connection.reader(path: folder.database)
            var edge = try certifiedEdge(fresh, of: lastCheckpoint())
            // Most of the reading is done before the lock is taken, so that nobody at the keyboard waits for it.
            try readBack(&edge, through: fresh)
            return try state.lock.exclusively { try sign(edge, through: fresh, &state) }
        } catch {
            // What SQLite failed on is not tried again on the same descriptors.
            if error is DatabaseError { writing = nil }
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    /// A fresh checkpoint where this log can be written to and the desk's key is here; otherwise the last one will do.
    func checkpointIfPossible() throws(LogFault) {
        guard obstacle == nil, index.isWritable else { return }
        do throws(LogFault) {
            try checkpoint()
        } catch .keyUnreadable {
            return
        }
    }

    private func sign(_ edge: TreeEdge, through fresh: DatabaseQueue, _ state: inout WritingState) throws -> Checkpoint?
    {
        let queue = try state.queue ?? Connection.writer(path: folder.database, durability: durability)
        state.queue = queue
        defer { writing = state }
        try queue.inDatabase { try meetHead($0, &state) }
        var edge = edge
        try readBack(&edge, through: fresh)
        let last = try lastCheckpoint()?.size ?? 0
        guard edge == state.head.edge else { throw LogFault.damaged(index: last) }
        guard edge.size > last else { return nil }
        let checkpoint = Checkpoint(origin: identity.origin, size: edge.size, root: edge.root)
        let note = try SignedNote.bytes(signing: checkpoint.text, with: state.key)
        try queue.write { db in
            try db.execute(
                sql: "INSERT INTO checkpoint VALUES (?, ?, ?)",
                arguments: [checkpoint.size, Data(checkpoint.root.bytes), Data(note)])
        }
        return checkpoint
    }

    /// The edge of the tree at a checkpoint, computed anew and equal to what was signed.
    func certifiedEdge(_ fresh: DatabaseQueue, of last: Checkpoint?) throws -> TreeEdge {
        guard let last else { return TreeEdge() }
        for usesTiles in [true, false] {
            let tree = storedTree(usesTiles: usesTiles, reading: fresh)
            if let edge = try tree.edge(size: last.size), edge.root == last.root { return edge }
        }
        throw LogFault.damaged(index: last.size - 1)
    }

    /// Appends to `edge` what the database holds beyond it, each entry hashed from its bytes.
    func readBack(_ edge: inout TreeEdge, through fresh: DatabaseQueue, to end: Int64 = .max) throws {
        while edge.size < end {
            let limit = Int(min(1_000, end - edge.size))
            let rows = try fresh.inDatabase { try LogStore.rows($0, from: edge.size, limit: limit) }
            guard !rows.isEmpty else { return }
            for stored in rows {
                guard stored.index == edge.size, stored.isSound else { throw LogFault.damaged(index: edge.size) }
                edge.append(stored.leaf)
            }
        }
    }

    // MARK: Reading

    /// The newest checkpoint; nil when there is none. Throws `.damaged` when its note is not what this desk signed.
    package func lastCheckpoint() throws(LogFault) -> Checkpoint? {
        guard let row = try checkpointRows("ORDER BY size DESC LIMIT 1").first else { return nil }
        guard let checkpoint = row.checkpoint(origin: identity.origin), let note = SignedNote(row.note),
            note.isSigned(by: deskKey)
        else { throw .damaged(index: row.size - 1) }
        return checkpoint
    }

    /// All checkpoints, oldest first, as they are stored; whether they hold is for the verifier to say.
    package func checkpoints() throws(LogFault) -> [Checkpoint] {
        try checkpointRows("ORDER BY size").compactMap { $0.checkpoint(origin: identity.origin) }
    }

    /// Throws `.noCheckpoint`.
    package func checkpoint(size: Int64) throws(LogFault) -> Checkpoint {
        guard let found = try checkpointRows("WHERE size = ?", [size]).first?.checkpoint(origin: identity.origin) else {
            throw .noCheckpoint(size: size)
        }
        return found
    }

    /// The signed note of a checkpoint, its cosignature lines behind the desk's; nil when there is no such checkpoint.
    package func checkpointNote(size: Int64) throws(LogFault) -> [UInt8]? {
        guard let row = try checkpointRows("WHERE size = ?", [size]).first else { return nil }
        return row.note + (try cosignatures(of: size)).flatMap { Array("\($0)\n".utf8) }
    }

    /// The cosignature lines of a checkpoint, without newlines.
    package func cosignatures(of size: Int64) throws(LogFault) -> [String] {
        do {
            return try reader.inDatabase {
                try String.fetchAll(
                    $0, sql: "SELECT line FROM cosignature WHERE size = ? ORDER BY line", arguments: [size])
            }
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    /// How many entries the newest checkpoint covers; 0 without one.
    package func certifiedSize() throws(LogFault) -> Int64 { try lastCheckpoint()?.size ?? 0 }

    /// How many entries the newest checkpoint covers that one of `witnesses` has cosigned; 0 without one.
    package func witnessedSize(by witnesses: [WitnessKey]) throws(LogFault) -> Int64 {
        for row in try checkpointRows("WHERE size IN (SELECT size FROM cosignature) ORDER BY size DESC") {
            guard let checkpoint = row.checkpoint(origin: identity.origin) else { continue }
            let signatures = try cosignatures(of: row.size).compactMap { Cosignature.signature(line: $0) }
            let isWitnessed = signatures.contains { signature in
                witnesses.contains { $0.time(of: signature, over: checkpoint.text) != nil }
            }
            if isWitnessed { return row.size }
        }
        return 0
    }

    /// Whether there is news since the last checkpoint and that is older than `checkpointInterval`.
    ///
    /// A checkpoint bears no time: it counts as made when the last entry under it was recorded.
    package func isCheckpointDue(_ moment: MachineMoment) throws(LogFault) -> Bool {
        do {
            let now = try size()
            guard let last = try lastCheckpoint() else { return now > 0 }
            guard now > last.size else { return false }
            guard let entry = try entry(last.size - 1) else { return true }
            return moment.wall - entry.recorded >= LogStore.checkpointInterval
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    /// The size of the newest checkpoint that a control phrase stands for; nil when it is of none.
    package func phraseMatches(_ phrase: PhraseCode) throws(LogFault) -> Int64? {
        try checkpoints().last { $0.phrase == phrase }?.size
    }

    // MARK: Cosigning

    /// Adds a witness's line to a checkpoint (C2SP tlog-cosignature); a line that is there already is left as it is.
    ///
    /// - Parameter key: the witness's key; without it only the form of the line is checked.
    ///
    /// Throws `.noCheckpoint`; `.badCosignature` when the line is malformed, the desk's own, does not hold, or is one too many.
    package func cosign(size: Int64, line: String, by key: WitnessKey?) throws(LogFault) {
        if let obstacle { throw obstacle }
        let checkpoint = try checkpoint(size: size)
        guard let signature = Cosignature.signature(line: line), signature.name != deskKey.name,
            Cosignature.parts(signature) != nil
        else { throw .badCosignature(size: size) }
        if let key, key.time(of: signature, over: checkpoint.text) == nil { throw .badCosignature(size: size) }
        let text = String(signature.line.dropLast())
        let lines = try cosignatures(of: size)
        if lines.contains(text) { return }
        guard lines.count < LogStore.cosignatureLimit else { throw .badCosignature(size: size) }
        do {
            var state = try writing ?? startWriting()
            defer { writing = state }
            try state.lock.exclusively {
                let queue = try state.queue ?? Connection.writer(path: folder.database, durability: durability)
                state.queue = queue
                try queue.write { db in
                    try db.execute(sql: "INSERT INTO cosignature VALUES (?, ?)", arguments: [size, text])
                }
            }
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    func checkpointRows(_ clause: String, _ arguments: StatementArguments = []) throws(LogFault)
        -> [CheckpointRow]
    {
        do {
            return try reader.inDatabase { try CheckpointRow.fetch($0, clause, arguments) }
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }
}

/// A checkpoint as it is stored, not yet believed.
struct CheckpointRow {
    let size: Int64
    let root: [UInt8]
    let note: [UInt8]

    static func fetch(_ db: Database, _ clause: String, _ arguments: StatementArguments = []) throws -> [CheckpointRow]
    {
        try Row.fetchAll(db, sql: "SELECT size, root, note FROM checkpoint \(clause)", arguments: arguments).map {
            row in
            CheckpointRow(size: row[0], root: row.bytes(1), note: row.bytes(2))
        }
    }

    /// Nil when the note is not a checkpoint of that log, or says otherwise than the row.
    func checkpoint(origin: String) -> Checkpoint? {
        guard let length = SignedNote.textLength(note), let checkpoint = Checkpoint(text: Array(note[..<length])),
            checkpoint.origin == origin, checkpoint.size == size, checkpoint.root.bytes == root
        else { return nil }
        return checkpoint
    }
}

extension Row {
    /// The bytes of a column, whatever a damaged file made of its type; none for NULL and numbers.
    func bytes(_ column: Int) -> [UInt8] {
        switch (self[column] as DatabaseValue).storage {
        case .blob(let data): Array(data)
        case .string(let text): Array(text.utf8)
        default: []
        }
    }
}
