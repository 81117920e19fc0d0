import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import EventLog

/// Somebody who can write to the files of a log, has the desk's key and keys of officers, and no program that refuses.
final class Forger {
    let log: GovernedLog
    let desk: SigningKey
    /// Who might sign what before the last thing that was forged.
    private(set) var rollBefore: Roll?

    init(_ log: GovernedLog) throws {
        self.log = log
        desk = try LogFixture.key(LogFolder(log.path))
    }

    var folder: LogFolder { LogFolder(log.path) }

    func size() throws -> Int64 {
        try LogFixture.raw(folder) { try Int64.fetchOne($0, sql: "SELECT count(*) FROM entry") ?? 0 }
    }

    func leaf(_ index: Int64) throws -> Digest {
        Hashing.leaf(try LogFixture.raw(folder) { try LogFixture.note($0, index) })
    }

    /// Writes an entry past the store: numbered, linked and signed as it should be, and nobody asked whether it may be.
    @discardableResult
    func append(
        _ subject: SubjectName, _ event: Event, actor: String, role: OfficerRole?, keys: [any NoteSigner],
        minutes: Int64 = 0, change: (inout Entry) -> Void = { _ in }
    ) throws -> Int64 {
        log.store.close()
        rollBefore = try LogStore(opening: log.path).roll()
        return try Forger.append(
            folder, subject, event, actor: actor, role: role, keys: keys,
            at: MachineMoment.now().wall + .minutes(minutes), isExact: minutes < 0, change: change)
    }

    /// - Parameter at: when it is said to have been recorded; not before the last entry unless `isExact`.
    @discardableResult
    static func append(
        _ folder: LogFolder, _ subject: SubjectName, _ event: Event, actor: String, role: OfficerRole?,
        keys: [any NoteSigner], at: Instant, isExact: Bool = false, change: (inout Entry) -> Void = { _ in }
    ) throws -> Int64 {
        try LogFixture.raw(folder) { db in
            let index = (try Int64.fetchOne(db, sql: "SELECT max(idx) FROM entry") ?? 0) + 1
            let before = try LogFixture.note(db, index - 1)
            let last = try #require(StoredEntry(index: index - 1, bytes: before, leaf: .zero).entry)
            let recorded = isExact ? at : max(at, last.recorded)
            var entry = Entry(
                origin: last.origin, index: index, previous: Hashing.leaf(before),
                id: .timed(recorded, count: UInt16(index & 0xFFF), chance: UInt64(index) &* 0x9E37_79B9_7F4A_7C15),
                desk: last.desk, subject: subject, kind: event.kind, version: event.version, at: recorded,
                recorded: recorded, actor: actor, role: role, body: event.body)
            change(&entry)
            let note = try SignedNote.bytes(signing: entry.line, with: keys)
            try db.execute(
                sql: "INSERT INTO entry VALUES (?, ?, ?, ?)",
                arguments: [index, Data(entry.id.bytes), Data(note), Data(Hashing.leaf(note).bytes)])
            return index
        }
    }

    /// The same, in an officer's own name and with the key that the test holds of them.
    @discardableResult
    func append(
        _ subject: SubjectName, _ event: Event, by officer: String, as role: OfficerRole? = nil, minutes: Int64 = 0
    ) throws -> Int64 {
        let signer = try log.signer(officer, as: role)
        return try append(
            subject, event, actor: officer, role: signer.role, keys: [signer.key], minutes: minutes)
    }

    @discardableResult
    func propose(
        _ subject: SubjectName, _ event: Event, by officer: String, as role: OfficerRole? = nil, minutes: Int64 = 50
    ) throws -> Int64 {
        let until = MachineMoment.now().wall + .minutes(minutes)
        return try append(
            subject, .fourEyes(.proposed(ActionProposed(event, until: until))), by: officer, as: role)
    }

    @discardableResult
    func approve(
        _ subject: SubjectName, _ proposal: Int64, by officer: String, as role: OfficerRole? = nil,
        leaf other: Digest? = nil, telephone: ActionApproved.Telephone? = nil, minutes: Int64 = 0
    ) throws -> Int64 {
        let approved = ActionApproved(entry: proposal, proposal: try other ?? leaf(proposal), telephone: telephone)
        guard let telephone else {
            return try append(subject, .fourEyes(.approved(approved)), by: officer, as: role, minutes: minutes)
        }
        // With the demand for a second signature behind it, so that only the approval itself is at fault.
        let index = try append(subject, .fourEyes(.approved(approved)), by: officer, as: role)
        let before = rollBefore
        let bytes = try LogFixture.raw(folder) { try LogFixture.note($0, index) }
        let recorded = try #require(StoredEntry(index: index, bytes: bytes, leaf: .zero).entry).recorded
        let asked = CountersignatureAsked(
            entry: index, of: ActionApproved.kind, until: recorded + .minutes(720), from: telephone.by)
        try append(subject, .fourEyes(.countersignatureAsked(asked)), by: officer, as: role)
        rollBefore = before
        return index
    }

    /// A name that no subject of the log has yet.
    func name(_ area: Area, _ number: Int = 99) -> SubjectName {
        SubjectName(area: area, year: 2026, number: number, isExercise: log.store.identity.isExercise)
    }
}

/// The verifier that is not ours, on an export of a log.
enum Stranger {
    static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Outside/verify_export.py").path

    static let isPresent = (try? LogFixture.run(["python3", "--version"]))?.status == 0

    /// What it says first, such as `ALTERED at 12`.
    static func verdict(_ log: String, in folder: TemporaryFolder) throws -> String {
        let target = "\(folder.path)/export-\(UInt32.random(in: .min ... .max))"
        try LogStore(opening: log).export(to: target)
        let outcome = try LogFixture.run(["python3", script, target])
        let ours = try LogFixture.verify(target).verdict
        #expect(outcome.status == ours.exitCode, "\(outcome.output) but of the same export we say \(ours)")
        return String(outcome.output.prefix { $0 != ":" && $0 != "," })
    }
}
