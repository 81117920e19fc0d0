import Foundation
import GRDB
import Glibc
import Model

/// What became of one proposal: where it stands in the log, and about what.
package struct Saved: Equatable, Sendable {
    package init(index: Int64, subject: SubjectName, wasThere: Bool) {
        self.index = index
        self.subject = subject
        self.wasThere = wasThere
    }

    package let index: Int64
    package let subject: SubjectName
    /// True when an entry with this id was in the log already, so that nothing was written again.
    package let wasThere: Bool
}

extension LogStore {
    /// The one way to write: all proposals are saved in one transaction, or none is.
    ///
    /// Returns after the entries and the head are on disk.
    ///
    /// - Parameter signer: the officer who has signed on; nil where the desk signs, which in a log with officers' keys
    ///   is for programs alone.
    package func append(_ proposals: [Proposal], moment: MachineMoment, signer: OfficerSigner? = nil) throws(LogFault)
        -> [Saved]
    {
        try append(proposals, moment: moment, signer: signer, founders: [])
    }

    /// - Parameters:
    ///   - founders: who signs the founding entry beside the desk.
    ///   - standing: everything that is open, as it was a moment ago; nil to fold it here where it is needed
    func append(
        _ proposals: [Proposal], moment: MachineMoment, signer: OfficerSigner?, founders: [any NoteSigner],
        standing: Board? = nil
    ) throws(LogFault) -> [Saved] {
        if let obstacle { throw obstacle }
        let pens = Pens(officer: signer, founders: founders)
        do {
            var state = try writing ?? startWriting()
            writing = state
            // Folding takes long where much is open. It is done before the lock is taken, so that nobody at another keyboard
            // waits for it; what came since is added under the lock.
            let standing = try standing ?? (proposals.contains { $0.event.acceptsAnOffer } ? wholeBoard() : nil)
            return try state.lock.exclusively {
                try commit(proposals, moment: moment, pens: pens, standing: standing, state: &state)
            }
        } catch let doubt as CommitDoubt {
            return try resolve(doubt, proposals: proposals, signer: signer)
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    func startWriting() throws -> WritingState {
        let key = try LogStore.deskSigningKey(folder)
        guard key.verifier == deskKey else {
            throw LogFault.keyUnreadable(path: folder.deskKey, reason: "not the key of this log")
        }
        let headFile = try HeadFile(path: folder.head, writable: true)
        guard let head = headFile.read() else { throw LogFault.headDiffers(size: 0) }
        return WritingState(
            lock: try WriterLock(path: folder.writerLock), queue: nil, headFile: headFile, key: key, head: head,
            lastRecorded: .distantPast)
    }

    /// Thrown when an error leaves it open whether the transaction is in the log.
    private struct CommitDoubt: Error {
        let reason: String
        /// Whether the whole transaction may lie in the write-ahead log, unseen until the log is opened anew.
        var mayStand = true
    }

    private func commit(
        _ proposals: [Proposal], moment: MachineMoment, pens: Pens, standing: Board?, state: inout WritingState
    ) throws -> [Saved] {
        let queue = try state.queue ?? Connection.writer(path: folder.database, durability: durability)
        state.queue = queue
        defer { writing = state }
        var plan: AppendPlan?
        try queue.inDatabase { db in
            try meetHead(db, &state)
            try catchUpIndex(db, to: state.head)
            try meetRoll(upTo: state.head.size)
            try db.beginTransaction(.immediate)
            do {
                var made = try AppendPlan(
                    store: self, db: db, state: state, moment: moment, pens: pens, standing: standing)
                for proposal in proposals { try made.add(proposal) }
                try made.insert(db)
                plan = made
            } catch {
                try? db.rollback()
                throw error
            }
            do {
                try db.commit()
            } catch {
                try? db.rollback()
                throw CommitDoubt(reason: "commit: \(error)", mayStand: LogStore.mayStand(after: error))
            }
        }
        guard let plan else { return [] }
        guard !plan.entries.isEmpty else { return plan.saved }
        do {
            try state.headFile.write(plan.head)
        } catch {
            throw CommitDoubt(reason: "\(error)")
        }
        state.head = plan.head
        state.lastRecorded = plan.lastRecorded
        clock = plan.clock
        knownRoll.take(plan)
        // The record is safe; an index that fails here is caught up or made again at the next occasion.
        try? index.write { db in try plan.write(to: db, index: index) }
        return plan.saved
    }

    /// Brings the head in memory, the head on disk and the database together.
    func meetHead(_ db: Database, _ state: inout WritingState) throws {
        guard let onDisk = state.headFile.read() else { throw LogFault.headDiffers(size: 0) }
        if onDisk != state.head { state.lastRecorded = .distantPast }
        state.head = onDisk
        let count = try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(idx) + 1, 0) FROM entry")) ?? 0
        if state.head.size > count {
            let fault = LogFault.short(by: state.head.size - count, head: state.head.size)
            throw fault
        }
        // Longer than the head: the process that wrote last was killed between commit and head. What is there counts.
        while state.head.size < count {
            for stored in try LogStore.rows(db, from: state.head.size, limit: 1_000) {
                guard stored.isSound else { throw LogFault.damaged(index: stored.index) }
                state.head.edge.append(stored.leaf)
                state.head.lastLeaf = stored.leaf
            }
            state.lastRecorded = .distantPast
        }
        if state.head != onDisk { try state.headFile.write(state.head) }
        if state.lastRecorded == .distantPast, count > 0 {
            guard let last = try LogStore.rows(db, from: count - 1, limit: 1).first.flatMap({ decode($0) }) else {
                throw LogFault.damaged(index: count - 1)
            }
            state.lastRecorded = last.recorded
        }
    }

    /// After an error at commit or head the answer is unknown until the log was opened anew and asked for the ids.
    private func resolve(_ doubt: CommitDoubt, proposals: [Proposal], signer: OfficerSigner?) throws(LogFault)
        -> [Saved]
    {
        writing = nil
        for _ in 0..<3 {
            guard let fresh = try? LogStore(path: folder.path, access: .writing, durability: durability),
                fresh.obstacle == nil,
                let found = try? proposals.map({ try fresh.saved(with: $0.id) })
            else { continue }
            guard found.allSatisfy({ $0 != nil }) else {
                guard found.allSatisfy({ $0 == nil }) else { continue }
                if doubt.mayStand { guard (try? fresh.overwriteWhatFailed()) != nil else { continue } }
                throw .notSaved(reason: doubt.reason)
            }
            // Found: an append of the same ids writes the head again and so proves that the disk takes writes.
            if let saved = try? fresh.append(proposals, moment: .now(), signer: signer) { return saved }
        }
        obstacle = .notSure(reason: doubt.reason)
        throw .notSure(reason: doubt.reason)
    }

    /// A write that failed left the transaction without its end; a sync that failed may leave it whole.
    private static func mayStand(after error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return true }
        return error.resultCode != .SQLITE_FULL && error.extendedResultCode != .SQLITE_IOERR_WRITE
    }

    /// Commits something that changes nothing, in the place in the write-ahead log where the failed transaction lies.
    ///
    /// Only when that is on disk is it certain that the next opening does not find what was answered with "not saved".
    private func overwriteWhatFailed() throws {
        let state = try writing ?? startWriting()
        try state.lock.exclusively {
            let queue = try Connection.writer(path: folder.database, durability: durability)
            try queue.write { try $0.execute(sql: "PRAGMA user_version = \(LogSchema.version)") }
            try queue.close()
        }
    }

    private func saved(with id: EventID) throws -> Saved? {
        guard let index = try find(id), let entry = try entry(index) else { return nil }
        return Saved(index: index, subject: entry.subject, wasThere: true)
    }
}
