import Foundation
import GRDB
import Glibc
import Model

extension LogStore {
    /// Copies the log into a new folder and verifies the copy in full, signatures included, before it gets its name.
    ///
    /// The copy is one moment of the log, taken by `VACUUM INTO` while others may write. It has its own head, the
    /// desk's public key as `desk.vkey`, and no index, which is made when it is opened for writing. The private key
    /// stays where it is unless `includingPrivateKey`; a copy without it can be read and verified, not written to.
    ///
    /// A backup put in the place of the log is older than what was written since. That is found at the next start:
    /// - the database alone put back under the old `head`, or beside the old `verified`: SHORT by so many entries;
    /// - the whole folder put back: SHORT or FORKED against any checkpoint note, control phrase or cosignature that
    ///   was made after the backup and is kept outside. Without one of these, nothing in the folder can tell.
    ///
    /// Throws `.alreadyExists`, `.diskFull`, and `.copyNotWhole` with what the verification of the copy said.
    @discardableResult
    package func backup(
        to path: String, includingPrivateKey: Bool = false,
        progress: @escaping @Sendable (Progress) -> Bool = { _ in true }
    ) throws(LogFault) -> VerifyReport {
        let unfinished = try UnfinishedFolder(for: LogFolder(path).path)
        do {
            try checkpointIfPossible()
            let newest = try lastCheckpoint()
            let copy = LogFolder(unfinished.path)
            try vacuum(into: copy)
            try writeHead(of: copy)
            try PlainFile.create(copy.path + "/desk.vkey", Array("\(deskKey.text)\n".utf8), mode: 0o644)
            if includingPrivateKey {
                let key = try LogStore.deskSigningKey(folder)
                try PlainFile.create(copy.deskKey, Array("\(key.text)\n".utf8), mode: 0o600)
            }
            let known = try newest.flatMap { try checkpointNote(size: $0.size) }.map { [OutsideWord.note($0)] } ?? []
            guard
                let report = Verifier.verify(path: copy.path, known: known, deskKey: deskKey, progress: progress)
            else { throw LogFault.failed(reason: "stopped") }
            guard report.isWhole else { throw LogFault.copyNotWhole(report.verdict) }
            try unfinished.finish()
            return report
        } catch {
            unfinished.discard()
            throw LogStore.fault(from: error, path: path)
        }
    }

    private func vacuum(into copy: LogFolder) throws {
        let fresh = try Connection.reader(path: folder.database)
        try fresh.inDatabase { db in
            try db.execute(sql: "PRAGMA query_only = OFF")
            try db.execute(sql: "VACUUM INTO ?", arguments: [copy.database])
        }
        try fresh.close()
        // No connection to the copy is open in this process yet, so that closing it drops nobody's locks.
        let descriptor = open(copy.database, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputFile.fault(copy.database) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw OutputFile.fault(copy.database) }
    }

    /// The head of a copy, from its own entries.
    private func writeHead(of copy: LogFolder) throws {
        let queue = try Connection.reader(path: copy.database)
        var head = Head(edge: TreeEdge(), lastLeaf: .zero)
        while true {
            let rows = try queue.inDatabase { try LogStore.rows($0, from: head.size, limit: 1_000) }
            guard !rows.isEmpty else { break }
            for stored in rows {
                guard stored.index == head.size, stored.isSound else { throw LogFault.damaged(index: head.size) }
                head.edge.append(stored.leaf)
                head.lastLeaf = stored.leaf
            }
        }
        try queue.close()
        let file = try HeadFile(path: copy.head, writable: true, create: true)
        try file.prepare()
        try file.write(head)
    }
}
