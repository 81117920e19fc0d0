import Foundation
import GRDB
import Glibc
import Model

extension LogStore {
    /// Makes a new log in a folder that does not exist yet, or is empty but for officers' keys, with its key and its
    /// founding entry.
    ///
    /// - Parameter custodians: the persons who answer for the log, with their keys, at most two; the founding entry names
    ///   them and bears their signatures, and they are enrolled by the entries behind it. With none, the desk signs for
    ///   everybody. With one, that person acts alone until a second supervisor is enrolled.
    package static func found(
        _ path: String, identity: LogIdentity, actor: String, moment: MachineMoment,
        custodians: [(OfficerEnrolled, any NoteSigner)] = []
    ) throws(LogFault) {
        try found(
            path, identity: identity, actor: actor, moment: moment, custodians: custodians, durability: .full)
    }

    static func found(
        _ path: String, identity: LogIdentity, actor: String, moment: MachineMoment,
        custodians: [(OfficerEnrolled, any NoteSigner)] = [], durability: Connection.Durability
    ) throws(LogFault) {
        if let refusal = foundingRefusal(custodians, identity) { throw .refused(refusal, position: 0) }
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
                deskKey: key.verifier.text, custodians: custodians.map { Custodian($0.0) })
            var ids = EventIDSource()
            var proposals = [
                Proposal(.new(.logKeeping), .logKeeping(.founded(founded)), id: ids.next(at: moment.wall), actor: actor)
            ]
            for (enrolled, _) in custodians {
                proposals.append(
                    Proposal(
                        .new(.officers), .officer(.enrolled(enrolled)), id: ids.next(at: moment.wall), actor: actor))
            }
            _ = try store.append(proposals, moment: moment, signer: nil, founders: custodians.map(\.1))
            store.close()
        } catch {
            throw fault(from: error, path: path)
        }
    }

    private static func foundingRefusal(
        _ custodians: [(OfficerEnrolled, any NoteSigner)], _ identity: LogIdentity
    ) -> Refusal? {
        for (enrolled, signer) in custodians where signer.verifier.text != enrolled.key {
            return .notYourKey(enrolled.officer)
        }
        return refusal(ofCustodians: custodians.map(\.0), identity)
    }

    /// Custodians are two different persons with two different keys, and each can appoint others.
    static func refusal(ofCustodians custodians: [OfficerEnrolled], _ identity: LogIdentity) -> Refusal? {
        for enrolled in custodians {
            if let refusal = Event.officer(.enrolled(enrolled)).keyRefusal(in: identity) { return refusal }
            if !enrolled.roles.contains(.supervisor) { return .roleNotHeld(enrolled.officer, .supervisor) }
        }
        guard custodians.count == 2 else { return nil }
        let (first, second) = (custodians[0], custodians[1])
        if first.officer == second.officer { return .officerKnown(first.officer) }
        if first.person == second.person { return .personKnown(second.person, as: first.officer) }
        let keys = custodians.compactMap { try? VerifierKey($0.key).publicKey }
        return keys.first == keys.last ? .keyKnown(of: first.officer) : nil
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
