import Foundation
import GRDB
import Glibc
import Model

extension LogStore {
    /// Makes a new log in a folder that does not exist yet, or is empty but for officers' keys, with its key and its founding entry.
    package static func found(_ path: String, identity: LogIdentity, actor: String, moment: MachineMoment)
        throws(LogFault)
    {
        try found(path, identity: identity, actor: actor, moment: moment, durability: .full)
    }

    static func found(
        _ path: String, identity: LogIdentity, actor: String, moment: MachineMoment, durability: Connection.Durability
    ) throws(LogFault) {
        let folder = LogFolder(path)
        try makeFolder(folder)
        if case .network(let name) = FileSystem.holding(path) { throw .networkFileSystem(path: path, name: name) }
        do {
            let key = try SigningKey(name: identity.origin)
            try PlainFile.create(folder.deskKey, Array("\(key.text)\n".utf8), mode: 0o600)
            try makeDatabase(folder, identity: identity, deskKey: key.verifier)
            try HeadFile(path: folder.head, writable: true, create: true).prepare()
            PlainFile.syncFolder(of: folder.head)
            let store = try LogStore(path: path, access: .writing, durability: durability)
            let founded = LogFounded(
                centre: identity.centre, desk: identity.desk, isExercise: identity.isExercise,
                deskKey: key.verifier.text)
            var ids = EventIDSource()
            let proposal = Proposal(
                .new(.logKeeping), .logKeeping(.founded(founded)), id: ids.next(at: moment.wall), actor: actor)
            _ = try store.append([proposal], moment: moment)
            store.close()
        } catch {
            throw fault(from: error, path: path)
        }
    }

    private static func makeFolder(_ folder: LogFolder) throws(LogFault) {
        var facts = stat()
        if stat(folder.path, &facts) == 0 {
            guard facts.st_mode & S_IFMT == S_IFDIR else { throw .alreadyExists(folder.path) }
            // The custodians' keys may be made before the log that names them.
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
            guard let names, names.allSatisfy({ $0 == LogFolder.keys }) else { throw .alreadyExists(folder.path) }
            return
        }
        do {
            try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        } catch {
            throw .failed(reason: "\(folder.path): \(errorText(errno))")
        }
    }

    private static func makeDatabase(_ folder: LogFolder, identity: LogIdentity, deskKey: VerifierKey) throws {
        let queue = try Connection.writer(path: folder.database)
        try queue.write { db in
            let application = identity.isExercise ? LogSchema.exerciseApplicationID : LogSchema.liveApplicationID
            try db.execute(sql: "PRAGMA application_id = \(application)")
            try db.execute(sql: "PRAGMA user_version = \(LogSchema.version)")
            for statement in LogSchema.statements(origin: identity.origin) { try db.execute(sql: statement) }
            try db.execute(
                sql: "INSERT INTO meta VALUES ('origin', ?), ('desk_key', ?)",
                arguments: [identity.origin, deskKey.text])
        }
        try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try queue.close()
    }

    /// The desk's private key; refused when others on the machine can read it.
    static func deskSigningKey(_ folder: LogFolder) throws(LogFault) -> SigningKey {
        var facts = stat()
        guard lstat(folder.deskKey, &facts) == 0 else {
            throw .keyUnreadable(path: folder.deskKey, reason: errorText(errno))
        }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw .keyUnreadable(path: folder.deskKey, reason: "not a regular file")
        }
        guard facts.st_mode & 0o077 == 0 else { throw .keyUnreadable(path: folder.deskKey, reason: "mode is not 0600") }
        guard let bytes = PlainFile.read(folder.deskKey, limit: 4096) else {
            throw .keyUnreadable(path: folder.deskKey, reason: errorText(errno))
        }
        do {
            return try SigningKey(text: String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
        } catch {
            throw .keyUnreadable(path: folder.deskKey, reason: String(describing: error))
        }
    }
}

extension HeadFile {
    /// Fills both slots, so that no later write can fail for want of room.
    func prepare() throws(LogFault) {
        let empty = Head(edge: TreeEdge(), lastLeaf: .zero)
        try write(empty)
        try write(empty)
    }
}
