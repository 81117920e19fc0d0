import Foundation
import GRDB
import Model

/// How far a long piece of work has come.
package struct Progress: Equatable, Sendable {
    package let done: Int64
    package let total: Int64

    package init(done: Int64, total: Int64) {
        self.done = done
        self.total = total
    }

    package var percent: Int { total == 0 ? 100 : Int(done * 100 / total) }
}

extension LogStore {
    /// Whether everything in the log is in the index, so that opening the board is quick.
    package var isIndexCurrent: Bool { (try? index.position?.size == size()) ?? false }

    /// Brings the index up to the log, from where it is or from nothing; needs no other writer to stop reading.
    ///
    /// - Parameter progress: called now and then; returning false stops the work, which goes on from there next time.
    package func updateIndex(progress: (Progress) -> Bool = { _ in true }) throws(LogFault) {
        guard index.isWritable else { return }
        do {
            // An index in memory is nobody else's, and its folder may have no lock that could be written.
            let lock = index.isInMemory ? nil : try writing?.lock ?? WriterLock(path: folder.writerLock)
            while true {
                // The lock is given back between pieces, so that nobody at the keyboard waits for an index.
                let place = try lock?.exclusively { try indexPiece(limit: 20_000) } ?? indexPiece(limit: 20_000)
                guard place.done < place.total, progress(place) else { return }
            }
        } catch {
            throw LogStore.fault(from: error, path: folder.index)
        }
    }

    /// Deletes the index and makes it again.
    package func rebuildIndex(progress: (Progress) -> Bool = { _ in true }) throws(LogFault) {
        guard index.isWritable else { throw .readOnly(path: folder.index) }
        do {
            let lock = try writing?.lock ?? WriterLock(path: folder.writerLock)
            try lock.exclusively { try index.empty(origin: identity.origin) }
        } catch {
            throw LogStore.fault(from: error, path: folder.index)
        }
        try updateIndex(progress: progress)
    }

    /// Called under the writer lock before an append: names and histories come from the index.
    func catchUpIndex(_ db: Database, to head: Head) throws {
        let position = index.position
        if position?.size == head.size, position?.leaf == head.lastLeaf { return }
        while try indexPiece(limit: 50_000).done < head.size {}
    }

    private func indexPiece(limit: Int) throws -> Progress {
        let total = try size()
        if let position = index.position, position.size > 0 {
            let last = position.size <= total ? try storedEntry(position.size - 1) : nil
            if last?.leaf != position.leaf { try index.empty(origin: identity.origin) }
        }
        return try index.write { db in
            guard let position = try LogIndex.position(db) else { throw LogFault.failed(reason: "index position") }
            if position.size == 0 { clock = BoardClock() }
            var writer = try IndexWriter(db, position: position, known: index.partialTile) { try self.leaves($0) }
            var folds: [SubjectName: Subject] = [:]
            for stored in try storedEntries(from: position.size, limit: limit) {
                guard let entry = decode(stored) else {
                    try writer.addDamaged(stored)
                    continue
                }
                try index(entry, leaf: stored.leaf, writer: &writer, folds: &folds, db: db)
            }
            try writer.finish()
            index.partialTile = writer.partialTile
            return Progress(done: writer.position.size, total: total)
        }
    }

    private func index(
        _ entry: Entry, leaf: Digest, writer: inout IndexWriter, folds: inout [SubjectName: Subject], db: Database
    ) throws {
        var entry = entry
        if identity.isExercise, entry.subject.area == .exercises, case .exercise(let event) = entry.event {
            clock.follow(event, recorded: entry.recorded)
        }
        entry.learnt = clock.time(at: entry.recorded)
        let isFirst = try folds[entry.subject] == nil && !LogIndex.hasSubject(db, entry.subject)
        if isFirst, entry.subject.area == .seizures {
            return try writer.add(
                entry, leaf: leaf, summary: SubjectSummary(closedBy: entry), isFirst: true, filing: filing(of: entry))
        }
        var subject: Subject
        if isFirst {
            subject = Subject(first: entry)
        } else if var known = folds[entry.subject], entry.kind != EntryWithdrawn.kind {
            known.apply(entry)
            subject = known
        } else {
            let earlier = try LogIndex.entryNumbers(db, of: entry.subject).compactMap { try self.entry($0) }
            subject = SubjectHistory(earlier + [entry]).subject ?? Subject(first: entry)
        }
        let summary = subject.summary
        folds[entry.subject] = summary.bucket == .closed ? nil : subject
        try writer.add(entry, leaf: leaf, summary: summary, isFirst: isFirst, filing: filing(of: entry))
    }

    /// The leaf hashes of some entries as they were stored.
    func leaves(_ range: Range<Int64>) throws -> [Digest] {
        let leaves = try storedEntries(from: range.lowerBound, limit: range.count).map(\.leaf)
        guard leaves.count == range.count else { throw LogFault.noSuchEntry(range.lowerBound + Int64(leaves.count)) }
        return leaves
    }

    /// The leaf hash of an entry as it was stored.
    func leaf(_ number: Int64) throws -> Digest {
        guard let stored = try storedEntry(number) else { throw LogFault.noSuchEntry(number) }
        return stored.leaf
    }

    func history(of name: SubjectName, db: Database) throws -> [Entry] {
        try LogStore.rows(db, numbers: index.entryNumbers(of: name)).compactMap { decode($0) }
    }

    /// All entries of a subject, oldest first, before `size`.
    ///
    /// Entries that an index behind the log does not have yet are looked up in the log: a reader may find it so, and
    /// between another process's append and the index of it there is a moment.
    package func history(of name: SubjectName, before size: Int64 = .max) throws -> SubjectHistory {
        let indexed = try index.entryNumbers(of: name, before: size).compactMap { try entry($0) }
        guard let position = index.position, position.size < size else {
            return SubjectHistory(indexed)
        }
        let rest = try entries(from: position.size, limit: Int(min(size - position.size, 20_000)))
        return SubjectHistory(indexed + rest.filter { $0.subject == name })
    }
}

extension LogIndex {
    static func hasSubject(_ db: Database, _ name: SubjectName) throws -> Bool {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM subject WHERE name = ?"), arguments: [name.text]) != nil
    }

    static func entryNumbers(_ db: Database, of name: SubjectName) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT idx FROM entry WHERE subject = (SELECT id FROM subject WHERE name = ?) ORDER BY idx"),
            arguments: [name.text])
    }

    /// Forgets everything; the record is untouched.
    func empty(origin: String) throws {
        try write { db in
            for table in ["subject", "entry", "mark", "sealed_mark", "kind", "number", "tally", "tile"] {
                try db.execute(sql: "DELETE FROM \(table)")
            }
            try LogIndex.numberMarkedKinds(db)
            try db.execute(sql: "UPDATE meta SET value = 0 WHERE key = 'size'")
            try db.execute(sql: "UPDATE meta SET value = ? WHERE key = 'leaf'", arguments: [Data(Digest.zero.bytes)])
        }
    }
}
