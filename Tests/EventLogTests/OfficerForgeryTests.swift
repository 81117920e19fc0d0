import Foundation
import Model
import TestSupport
import Testing

@testable import EventLog

/// Forgeries by somebody who has the desk's key, the files and officers' keys: the verifier finds each at its entry, the
/// store does not act on it, and a program that knows nothing of ours says the same.
@Suite struct OfficerForgeryTests {
    static func makeLog(_ folder: TemporaryFolder) throws -> GovernedLog {
        let log = try GovernedLog(in: folder)
        try log.enrol(Forgery.duty, person: "003", roles: [.dutyOfficer])
        try log.enrol(Forgery.looker, person: "004", roles: [.observer])
        return log
    }

    static func expectAltered(_ log: String, at index: Int64, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        let report = try LogFixture.verify(log)
        guard case .altered(let found, _) = report.verdict, found == index else {
            Issue.record("\(report.findings), expected at \(index)", sourceLocation: sourceLocation)
            return
        }
    }

    @Test func withoutAForgeryBothSayWhole() throws {
        let folder = try TemporaryFolder()
        let log = try Self.makeLog(folder)
        try log.write(.new(.alerts), Forgery.raised, by: Forgery.duty)
        #expect(try LogFixture.verify(log.path).isWhole)
        if Stranger.isPresent { #expect(try Stranger.verdict(log.path, in: folder).hasPrefix("WHOLE")) }
    }

    @Test(arguments: Forgery.all)
    func theVerifierFindsItAndTheStoreDoesNotActOnIt(_ forgery: Forgery) throws {
        let folder = try TemporaryFolder()
        let forger = try Forger(try Self.makeLog(folder))
        let index = try forgery.attempt(forger)
        try Self.expectAltered(forger.log.path, at: index)
        if let before = forger.rollBefore {
            let store = try LogStore(opening: forger.log.path)
            #expect(try store.roll() == before)
            #expect(throws: (any Error).self) { try log(forger, writesAs: "x.evil") }
        }
    }

    private func log(_ forger: Forger, writesAs officer: String) throws {
        try GovernedLog.append(forger.log.path, Forgery.raised, as: officer, key: try forger.log.makeKey(for: officer))
    }

    @Test(.enabled(if: Stranger.isPresent, "python3 is not installed"), arguments: Forgery.all)
    func theStrangersProgramSaysTheSame(_ forgery: Forgery) throws {
        let folder = try TemporaryFolder()
        let forger = try Forger(try Self.makeLog(folder))
        let index = try forgery.attempt(forger)
        do {
            #expect(try Stranger.verdict(forger.log.path, in: folder) == "ALTERED at \(index)")
        } catch LogFault.damaged(let found) {
            // What is not even an entry of this log at its place is never exported.
            #expect(found == index)
        }
    }

    /// The table of the program that is not ours was written by hand from the manual; a kind that one of them lacks, or
    /// gives to other roles, is found here.
    @Test(.enabled(if: Stranger.isPresent, "python3 is not installed"))
    func theStrangersTableIsTheManuals() throws {
        let program = """
            import runpy
            for kind, roles in sorted(runpy.run_path("\(Stranger.script)")["WRITERS"].items()):
                print(kind, *sorted(roles))
            """
        let table = Permission.table.map { kind, roles in
            ([kind] + roles.map(\.rawValue).sorted()).joined(separator: " ")
        }
        #expect(
            try LogFixture.run(["python3", "-c", program]).output == table.sorted().joined(separator: "\n") + "\n")
    }

    // MARK: The founding entry

    /// Writes the first entries anew, each signed by the desk, the founding entry also as `lines` says.
    private func refound(
        _ log: GovernedLog, lines: ([any NoteSigner]) -> [any NoteSigner], change: (inout Entry) -> Void = { _ in }
    ) throws {
        let desk = try LogFixture.key(LogFolder(log.path))
        let custodians = try [GovernedLog.first, GovernedLog.second].map { try log.signer($0).key }
        log.store.close()
        var head = Head(edge: TreeEdge(), lastLeaf: .zero)
        try LogFixture.forge(LogFolder(log.path)) { db in
            for index in Int64(0)..<3 {
                var entry = try #require(
                    StoredEntry(index: index, bytes: try LogFixture.note(db, index), leaf: .zero).entry)
                entry.previous = head.lastLeaf
                change(&entry)
                let keys = index == 0 ? [desk] + lines(custodians) : [desk]
                let bytes = try SignedNote.bytes(signing: entry.line, with: keys)
                try LogFixture.replace(db, index, bytes, rehash: true)
                head.lastLeaf = Hashing.leaf(bytes)
                head.edge.append(head.lastLeaf)
            }
        }
        try LogFixture.writeHead(LogFolder(log.path), head)
        try? FileManager.default.removeItem(atPath: LogFolder(log.path).index)
    }

    @Test(arguments: ["none", "first", "second", "swapped", "thrice"])
    func theFoundingEntryNeedsBothSignaturesInOrder(_ lines: String) throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        try refound(log) { custodians in
            switch lines {
            case "none": []
            case "first": [custodians[0]]
            case "second": [custodians[1]]
            case "swapped": custodians.reversed()
            default: custodians + [custodians[0]]
            }
        }
        try Self.expectAltered(log.path, at: 0)
        // The store takes nobody for an officer of a log that its custodians did not sign.
        #expect(try LogStore(opening: log.path).roll().officers.isEmpty)
        if Stranger.isPresent { #expect(try Stranger.verdict(log.path, in: folder) == "ALTERED at 0") }
    }

    @Test func refoundingAsItWasIsWhole() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        try refound(log) { $0 }
        #expect(try LogFixture.verify(log.path).isWhole)
    }

    @Test func oneCustodianUnderTwoNamesIsFound() throws {
        let folder = try TemporaryFolder()
        let log = try GovernedLog(in: folder)
        try refound(
            log, lines: { $0 },
            change: { entry in
                guard case .logKeeping(.founded(var founded)) = entry.event else { return }
                founded.custodians[1].enrolled.person = founded.custodians[0].enrolled.person
                entry.body = founded.object
            })
        try Self.expectAltered(log.path, at: 0)
        if Stranger.isPresent { #expect(try Stranger.verdict(log.path, in: folder) == "ALTERED at 0") }
    }
}
