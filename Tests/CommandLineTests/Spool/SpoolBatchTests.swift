import EventLog
import Exchange
import Foundation
import Glibc
import Model
import TestSupport
import Testing

@testable import caricc

/// Many files in one append: what a crash in the middle leaves behind, and what a write that failed does.
@Suite struct SpoolBatchTests {
    private final class Desk {
        let folder: TemporaryFolder
        let log: String
        let spool: String

        init() throws {
            folder = try TemporaryFolder()
            (log, spool) = (folder.path + "/log", folder.path + "/spool")
            let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: false, epoch: "2026")
            try LogStore.found(log, identity: identity, actor: "founder", moment: .now())
            _ = try SpoolFolder.make("uzb", party: "UZB", realm: .live, in: spool)
            try "party = \"UZB\"\nper_minute = 100000\n".write(
                toFile: spool + "/uzb/partner.toml", atomically: true, encoding: .utf8)
        }

        func put(_ numbers: Range<Int>, _ headline: String = "a lorry") throws {
            for number in numbers {
                let text = """
                    CARICC MESSAGE 1
                    KIND: warning
                    FROM: desk-uz
                    NUMBER: n\(number)
                    DATE: 2026-10-17 04:06 +05:00
                    TEXT:
                    \(headline)
                    END

                    """
                try text.write(toFile: "\(spool)/uzb/new/m\(number)", atomically: true, encoding: .utf8)
            }
        }

        /// The program beside the test bundle reads; this process is not it.
        func parser() -> SpoolParser {
            let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
            let program = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("caricc")
            return SpoolParser(LimitedParser(executable: program.path))
        }

        func runner() throws -> SpoolRunner {
            try SpoolRunner(SpoolFolder(opening: spool), log: LogStore(opening: log), parser: parser())
        }

        func names(_ part: String) -> Int {
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(spool)/uzb/\(part)")) ?? []).count
        }

        func entries() throws -> [Event] {
            let store = try LogStore(opening: log, access: .reading)
            return try store.entries(from: 0, limit: 10_000).map(\.event)
        }

        func takeAll() throws -> SpoolIntake.Tally {
            let runner = try runner()
            while try runner.round(at: MachineMoment.now().wall) {}
            return runner.tally
        }
    }

    private func raised(_ events: [Event]) -> [String] {
        events.compactMap { if case .alert(.raised(let body)) = $0 { body.head.theirNumber } else { nil } }.sorted()
    }

    /// The append is on disk and no file, or only some of them, have left `new`: each is found by its bytes.
    @Test(arguments: [0, 7]) func betweenTheAppendAndTheMovesNothingIsLostAndNothingDoubled(moved: Int) throws {
        let desk = try Desk()
        try desk.put(0..<20)
        do {
            let store = try LogStore(opening: desk.log)
            let partner = try SpoolPartner(
                opening: try #require(FileName("uzb")), in: try SpoolFolder(opening: desk.spool))
            let intake = try SpoolIntake(store, partners: [partner.facts], parser: desk.parser())
            var files: [OpenedFile] = []
            while let name = try partner.next(at: MachineMoment.now().wall) {
                guard case .file(let file) = try intake.open(name, of: partner) else { continue }
                files.append(file)
            }
            let items = try files.indices.map { try intake.decide(&files[$0]) }
            let written = try intake.write(items)
            for item in written.prefix(moved) { partner.move(item.name, item.stamp, isHeld: false, hash: item.hash) }
        }
        let before = raised(try desk.entries())
        #expect(desk.names("new") == 20 - moved && before.count == 20)
        try desk.put(20..<25)
        let tally = try desk.takeAll()
        #expect(tally.taken == 5 && tally.repeated == 0 && tally.held == 0)
        #expect(desk.names("new") == 0 && desk.names("done") == 25)
        let events = try desk.entries()
        #expect(raised(events) == (0..<25).map { "n\($0)" }.sorted())
        #expect(!events.contains { if case .alert(.repeated) = $0 { true } else { false } })
    }

    /// The same bytes twice and two of one number among files that are decided together: as if they came one after another.
    @Test func whatSpeaksOfAnotherFileOfTheSameBatchWaitsForIt() throws {
        let desk = try Desk()
        try desk.put(0..<10)
        for name in ["m3", "m5"] {
            try FileManager.default.copyItem(
                atPath: "\(desk.spool)/uzb/new/\(name)", toPath: "\(desk.spool)/uzb/new/\(name)-again")
        }
        try desk.put(10..<11)
        try String(contentsOfFile: "\(desk.spool)/uzb/new/m10", encoding: .utf8)
            .replacing("a lorry", with: "another lorry")
            .write(toFile: "\(desk.spool)/uzb/new/m10-other", atomically: true, encoding: .utf8)
        let tally = try desk.takeAll()
        let events = try desk.entries()
        #expect(tally.taken == 13 && tally.repeated == 2 && tally.held == 1)
        #expect(raised(events) == (0..<11).map { "n\($0)" }.sorted())
        #expect(events.count { if case .alert(.repeated) = $0 { true } else { false } } == 2)
        #expect(desk.names("new") == 0 && desk.names("done") == 13 && desk.names("held") == 1)
    }

    /// What was opened and not decided when the reader ends counts neither as taken nor as with anybody.
    @Test func filesThatWereOnlyOpenedAreTakenByTheNextRound() throws {
        let desk = try Desk()
        try desk.put(0..<60)
        let runner = try desk.runner()
        #expect(try runner.round(at: MachineMoment.now().wall))
        let taken = desk.names("done")
        #expect(taken > 0 && taken < 60)
        runner.putBackAhead()
        #expect(runner.backlog == 60 - taken)
        while try runner.round(at: MachineMoment.now().wall) {}
        #expect(desk.names("done") == 60 && runner.tally.taken == 60)
    }
}
