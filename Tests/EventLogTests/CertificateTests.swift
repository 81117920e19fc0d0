import Foundation
import GRDB
import Model
import TestSupport
import Testing
import Wording

@testable import EventLog

/// A handover is certified by a checkpoint that was read back, and by the lines of the two who gave and took the watch.
@Suite struct CertificateTests {
    /// Two officers of the watch; one has it, and has offered it to the other.
    struct Pair {
        static let outgoing = "a.sagynbaeva"
        static let incoming = "b.orazov"

        let log: GovernedLog
        var store: LogStore { log.store }

        init(_ folder: TemporaryFolder) throws {
            log = try GovernedLog(in: folder)
            try log.enrol(Pair.outgoing, person: "003", roles: [.dutyOfficer])
            try log.enrol(Pair.incoming, person: "004", roles: [.dutyOfficer])
            let started = ShiftStarted(
                officer: "Sagynbaeva A.K.", officerID: Pair.outgoing, until: MachineMoment.now().wall + .hours(2))
            let watch = try log.write(.new(.shifts), .shift(.started(started)), by: Pair.outgoing).subject
            let board = try store.wholeBoard()
            let written = HandoverDraft(board, for: try #require(board.watch), at: MachineMoment.now().wall).written(
                risks: [], secondPerson: nil, riskReason: nil)
            try log.write(
                .existing(watch), .shift(.offered(ShiftOffered(to: Pair.incoming, handover: written))),
                by: Pair.outgoing)
        }

        /// Accepts it, in one append.
        func accept() throws -> HandoverRelief {
            let watch = try #require(try store.board().watch)
            let relief = WatchRelief(
                of: watch, by: Pair.incoming, named: "Orazov D.M.", until: MachineMoment.now().wall + .hours(12),
                reservation: "not for 016")
            var ids = EventIDSource()
            _ = try store.append(
                relief.events.map {
                    Proposal(
                        $0.target, $0.event, id: ids.next(at: MachineMoment.now().wall), actor: Pair.incoming,
                        expecting: $0.expecting)
                }, moment: .now(), signer: try log.signer(Pair.incoming))
            return try #require(try store.relief(of: watch.name))
        }

        func sign(_ relief: HandoverRelief, _ officer: String) throws -> Bool {
            try store.cosign(relief, with: log.signer(officer).key, at: MachineMoment.now().wall)
        }

        func note(_ text: String) throws {
            try log.write(.new(.alerts), LogFixture.alert(Int64(text.utf8.count)).event, by: Pair.incoming)
        }
    }

    @Test func theFirstCheckpointThatCoversBothHalvesCertifiesIt() throws {
        let folder = try TemporaryFolder()
        let pair = try Pair(folder)
        try pair.store.checkpoint()
        #expect(try pair.store.relief() == nil)
        let relief = try pair.accept()
        #expect(try pair.store.relief() == relief && pair.store.relief(of: relief.new.name) == nil)
        #expect(relief.reservation == "not for 016" && relief.given != nil && relief.takenBecause == nil)
        #expect(try pair.store.certificate(of: relief) == nil)
        // Another process makes a checkpoint meanwhile; that one counts, and no second one is made.
        let made = try #require(try LogStore(opening: pair.log.path).checkpoint())
        try pair.note("later")
        #expect(try pair.store.certify(relief) == made && pair.store.checkpoints().last == made)
        #expect(made.size > relief.last)
        #expect(try pair.sign(relief, Pair.incoming) && !pair.sign(relief, Pair.incoming))
        var certificate = try #require(try pair.store.certificate(of: relief))
        #expect(certificate.missing.map(\.officer) == [Pair.outgoing] && certificate.size == made.size)
        try pair.store.checkpoint()
        // Neither a third person's key nor the desk's stands for one of the two.
        #expect(throws: LogFault.badCosignature(size: made.size)) { try pair.sign(relief, GovernedLog.first) }
        #expect(throws: LogFault.badCosignature(size: made.size)) {
            try pair.store.cosign(relief, with: LogFixture.key(LogFolder(pair.log.path)), at: MachineMoment.now().wall)
        }
        #expect(try pair.sign(relief, Pair.outgoing))
        certificate = try #require(try pair.store.certificate(of: relief))
        #expect(certificate.isComplete && certificate.root == made.root)
        let report = try LogFixture.verify(pair.log.path)
        #expect(report.isWhole && report.counts.cosignatures == 2 && report.counts.cosignaturesUnchecked == 0)
    }

    @Test(.enabled(if: Stranger.isPresent)) func bothLinesHoldForAVerifierThatIsNotOurs() throws {
        let folder = try TemporaryFolder()
        let pair = try Pair(folder)
        let relief = try pair.accept()
        for officer in [Pair.incoming, Pair.outgoing] { _ = try pair.sign(relief, officer) }
        let checkpoint = try pair.store.certify(relief)
        let note = try #require(try pair.store.checkpointNote(size: checkpoint.size))
        let kept = folder.path + "/kept"
        try Data(note).write(to: URL(fileURLWithPath: kept))
        try pair.note("after it")
        let target = folder.path + "/export"
        try pair.store.export(to: target)
        let outcome = try LogFixture.run(["python3", Stranger.script, target, "--known", kept])
        #expect(outcome.status == 0, "\(outcome.output)")
        for officer in [Pair.incoming, Pair.outgoing] {
            #expect(outcome.output.contains("cosigned by CARICC/live/\(officer)"), "\(outcome.output)")
        }
        // One bit of a line that stands below it is a finding, there and here.
        let text = String(decoding: note, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let place = try #require(text.firstIndex { $0.contains("b.orazov") })
        var broken = text.map(String.init)
        var blob = try #require(Data(base64Encoded: String(broken[place].split(separator: " ")[2])))
        blob[20] ^= 1
        broken[place] = "\u{2014} CARICC/live/b.orazov \(blob.base64EncodedString())"
        try broken.joined(separator: "\n").write(toFile: kept, atomically: true, encoding: .utf8)
        let altered = try LogFixture.run(["python3", Stranger.script, target, "--known", kept])
        #expect(altered.status == 12 && altered.output.contains("cosignature"), "\(altered.output)")
        pair.store.close()
        try LogFixture.forge(LogFolder(pair.log.path)) { db in
            try db.execute(
                sql: "UPDATE cosignature SET line = ? WHERE line LIKE '%b.orazov%'", arguments: [broken[place]])
        }
        let found = try LogFixture.verify(pair.log.path)
        #expect(found.findings.map(\.fault) == [.cosignature(size: checkpoint.size)])
    }

    /// A damaged log signs nothing and says where; before the checkpoint as after it.
    @Test(arguments: [false, true]) func nobodySignsWhatDoesNotReadBack(_ isCheckpointMade: Bool) throws {
        let folder = try TemporaryFolder()
        let pair = try Pair(folder)
        try pair.store.checkpoint()
        let relief = try pair.accept()
        if isCheckpointMade { try pair.store.certify(relief) }
        let sizes = try pair.store.checkpoints().map(\.size)
        pair.store.close()
        try LogFixture.forge(LogFolder(pair.log.path)) { db in
            var bytes = try LogFixture.note(db, relief.last)
            bytes[40] ^= 1
            try LogFixture.replace(db, relief.last, bytes, rehash: false)
        }
        let store = try LogStore(opening: pair.log.path)
        #expect(throws: LogFault.damaged(index: relief.last)) {
            try store.cosign(relief, with: pair.log.signer(Pair.incoming).key, at: MachineMoment.now().wall)
        }
        #expect(try store.checkpoints().map(\.size) == sizes)
        let lines = try LogFixture.raw(LogFolder(pair.log.path)) {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM cosignature")
        }
        #expect(lines == 0)
    }

    /// Without officers' keys the desk alone signs, and the certificate knows.
    @Test func withoutKeysTheDeskSigns() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        try Self.handOver(store, nights: 2)
        let relief = try #require(try store.relief())
        try store.certify(relief)
        let certificate = try #require(try store.certificate(of: relief))
        #expect(!certificate.isGoverned && certificate.missing.isEmpty && !certificate.isComplete)
        let stranger = try SigningKey(name: "CARICC/live/orazov")
        #expect(throws: LogFault.badCosignature(size: certificate.size)) {
            try store.cosign(relief, with: stranger, at: MachineMoment.now().wall)
        }
    }

    /// The last n entries are deleted and everything is written anew with the desk's own key, heads, checkpoints and all: what
    /// was printed on the sheets denies it.
    @Test(arguments: [1, 7, 23]) func aRewrittenEndIsDeniedByEverySheet(_ deleted: Int64) throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let sheets = try Self.handOver(store, nights: 5)
        let size = try store.size()
        store.close()
        let cut = size - deleted
        let after = sheets.filter { $0.size > cut }
        #expect(!after.isEmpty && after.count < sheets.count)
        let log = LogFolder(folder.path + "/log")
        try Self.rewriteEnd(log, from: cut, to: size, sizes: sheets.map(\.size))
        // Nothing within the log shows it.
        #expect(try LogFixture.verify(log.path).verdict == .whole(to: size, witnessedTo: nil))
        for sheet in sheets {
            for language in [Language.en, .ru, .zh] {
                let code = sheet.phrase
                let words = try #require(ControlPhrase(numbers: code.numbers, digits: code.digits)).text(language)
                let typed = try #require(ControlPhrase(parsing: words))
                let word = OutsideWord.phrase(PhraseCode(numbers: typed.numbers, digits: typed.digits), size: nil)
                let report = try LogFixture.verify(log.path, known: [word])
                if sheet.size <= cut {
                    #expect(report.verdict == .whole(to: size, witnessedTo: sheet.size))
                } else {
                    #expect(report.verdict.exitCode == 12, "\(words) of \(sheet.size) after the cut at \(cut)")
                    #expect(report.findings.map(\.fault) == [.phraseUnknown(code)])
                }
            }
        }
    }

    /// Night after night one officer takes the watch from the other; returns what was printed each time.
    @discardableResult
    static func handOver(_ store: LogStore, nights: Int) throws -> [Checkpoint] {
        let ids = WatchStoreTests.Ids()
        _ = try store.append([WatchStoreTests.start("sagynbaeva", ids: ids)], moment: StoreTests.moment(1))
        return try (0..<nights).map { night in
            let at = Int64(night) * 100 + 10
            let alerts = (0..<4).map { LogFixture.alert(at + $0) }
            _ = try store.append(alerts, moment: StoreTests.moment(at))
            let watch = try #require(try store.board().watch)
            let taker = night.isMultiple(of: 2) ? "orazov" : "sagynbaeva"
            _ = try store.append(
                WatchStoreTests.relief(of: watch, by: taker, ids: ids), moment: StoreTests.moment(at + 5))
            return try store.certify(try #require(try store.relief(of: watch.name)))
        }
    }

    /// What somebody does who has the desk's key and may write to the files.
    static func rewriteEnd(_ log: LogFolder, from cut: Int64, to size: Int64, sizes: [Int64]) throws {
        let key = try LogFixture.key(log)
        try LogFixture.forge(log) { db in
            try db.execute(sql: "DELETE FROM checkpoint WHERE size > ?", arguments: [cut])
            try db.execute(sql: "DELETE FROM entry WHERE idx >= ?", arguments: [cut])
        }
        for number in cut..<size {
            let name = SubjectName(area: .alerts, year: 2026, number: 900 + Int(number), isExercise: false)
            try Forger.append(
                log, name, LogFixture.alert(number).event, actor: "orazov", role: nil, keys: [key],
                at: StoreTests.moment(600 + number).wall)
        }
        try LogFixture.raw(log) { db in
            var head = Head(edge: TreeEdge(), lastLeaf: .zero)
            for index in 0..<size {
                head.lastLeaf = Hashing.leaf(try LogFixture.note(db, index))
                head.edge.append(head.lastLeaf)
                guard head.size > cut, sizes.contains(head.size) else { continue }
                let checkpoint = Checkpoint(origin: key.verifier.name, size: head.size, root: head.edge.root)
                try db.execute(
                    sql: "INSERT INTO checkpoint VALUES (?, ?, ?)",
                    arguments: [
                        checkpoint.size, Data(checkpoint.root.bytes),
                        Data(try SignedNote.bytes(signing: checkpoint.text, with: key)),
                    ])
            }
            try LogFixture.writeHead(log, head)
        }
        try? FileManager.default.removeItem(atPath: log.path + "/index.sqlite")
        try? FileManager.default.removeItem(atPath: log.lastVerified)
    }
}
