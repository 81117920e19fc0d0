import EventLog
import Exchange
import Glibc
import Model
import TestSupport
import Testing

@testable import caricc

/// Files into a real log in a temporary folder.
@Suite struct ImporterTests {
    private static func makeLog(_ folder: TemporaryFolder) throws -> LogStore {
        let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: false, epoch: "2026")
        try LogStore.found(folder.path + "/log", identity: identity, actor: "founder", moment: .now())
        return try LogStore(opening: folder.path + "/log")
    }

    private static func write(_ text: String, _ folder: TemporaryFolder, _ name: String) throws -> String {
        let path = "\(folder.path)/\(name)"
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
        return path
    }

    /// Imports a file in pages of `pageRows`, as the command does.
    private static func take(
        _ path: String, _ destination: Importer.Destination, raise: Bool = false, pageRows: Int = 4
    ) throws -> (ImportTally, rejected: [Int]) {
        let queue = PageQueue(reading: try ImportReader(path: path, format: nil, source: nil), pageLimit: pageRows)
        var rejected: [Int] = []
        var importer = Importer(destination: destination, officer: "orazov", raisesAlerts: raise) { rejection in
            rejected.append(rejection.item.line)
        }
        while let page = queue.take() { try importer.take(page) }
        return (importer.tally, rejected)
    }

    private static let heading = SeizureColumn.names.joined(separator: ",")

    private static func table(_ places: [String]) -> String {
        let rows = places.map { "Asia,Central Asia,Uzbekistan,,\($0),2015-02-03,Heroin,6.3,Kilogram,,,,,,," }
        return ([heading] + rows).joined(separator: "\n") + "\n"
    }

    @Test func importingTwiceChangesNothing() throws {
        let folder = try TemporaryFolder()
        let store = try Self.makeLog(folder)
        let path = try Self.write(Self.table((0..<11).map { "place \($0)" } + ["place 3"]), folder, "rows.csv")
        #expect(try Self.take(path, .dryRun(store)).0 == ImportTally(new: 12, repeated: 1))
        #expect(try store.size() == 1)
        #expect(try Self.take(path, .log(store)).0 == ImportTally(new: 12, repeated: 1))
        #expect(try store.size() == 13)
        #expect(try Self.take(path, .log(store)).0 == ImportTally(known: 12))
        #expect(try Self.take(path, .dryRun(store)).0 == ImportTally(known: 12))
        #expect(try store.size() == 13)
        // Alerts can be raised later from rows that are there already, once, and not for repetitions.
        #expect(try Self.take(path, .log(store), raise: true).0 == ImportTally(known: 12, raised: 11))
        #expect(try Self.take(path, .log(store), raise: true).0 == ImportTally(known: 12))
        #expect(try store.board().alerts.count == 11)
    }

    @Test func aRowWithAControlCharacterCostsOnlyItself() throws {
        let folder = try TemporaryFolder()
        let store = try Self.makeLog(folder)
        let path = try Self.write(Self.table(["a", "b\u{1F}", "c", "\"d"]), folder, "rows.csv")
        #expect(try Self.take(path, .log(store)).0 == ImportTally(new: 2, bad: 2))
    }

    private static func line(_ kind: String, _ subject: String, _ body: String) -> String {
        #"{"kind":"\#(kind)","at":"2026-10-17T04:06:00+05:00","subject":\#(subject),"body":\#(body)}"#
    }

    private static func raised(_ headline: String) -> String {
        line(
            "alertRaised", #"{"new":"AL"}"#,
            #"{"priority":2,"message":"warning","headline":"\#(headline)","source":"UZB"}"#)
    }

    @Test(arguments: [1, 2, 3, 5, 100])
    func refusedLinesCostOnlyThemselves(_ pageRows: Int) throws {
        let folder = try TemporaryFolder()
        let store = try Self.makeLog(folder)
        let lines = [
            Self.raised("a"), Self.line("alertNoted", #"{"same_as":1}"#, #"{"text":" "}"#),
            Self.line("alertNoted", #"{"same_as":1}"#, #"{"text":"seen"}"#),
            Self.line("alertNoted", #""AL-2026-9999""#, #"{"text":"nobody"}"#), Self.raised("b"),
            Self.line("alertClosed", #"{"same_as":5}"#, #"{"disposition":"handled","no_result":"none"}"#),
            Self.line("alertClosed", #"{"same_as":5}"#, #"{"disposition":"duplicate"}"#),
        ]
        let path = try Self.write(lines.joined(separator: "\n"), folder, "events.jsonl")
        let (tally, rejected) = try Self.take(path, .log(store), pageRows: pageRows)
        #expect(tally == ImportTally(new: 4, bad: 3))
        #expect(rejected == [2, 4, 7])
        let again = try Self.take(path, .log(store), pageRows: pageRows)
        #expect(again.0 == ImportTally(known: 4, bad: 3))
        #expect(try store.size() == 5)
    }

    @Test func aPageOfRefusalsEnds() throws {
        let folder = try TemporaryFolder()
        let store = try Self.makeLog(folder)
        let lines = (0..<300).map { Self.line("alertNoted", #""AL-2026-9999""#, #"{"text":"\#($0)"}"#) }
        let path = try Self.write(lines.joined(separator: "\n"), folder, "events.jsonl")
        #expect(try Self.take(path, .log(store), pageRows: 500).0 == ImportTally(bad: 300))
    }

    @Test func theParserStopsWhenNobodyWantsMore() throws {
        let folder = try TemporaryFolder()
        let path = try Self.write(Self.table((0..<500).map { "place \($0)" }), folder, "rows.csv")
        let queue = PageQueue(reading: try ImportReader(path: path, format: nil, source: nil), pageLimit: 1)
        #expect(queue.take() != nil)
        queue.abandon()
        var rest = 0
        while queue.take() != nil { rest += 1 }
        #expect(rest <= 4)
    }

    @Test func faultsOfAFileAreFactsWithItsName() throws {
        func status(_ path: String) -> caricc.ExitStatus? {
            do {
                _ = try ImportReader(path: path, format: nil, source: nil)
                return nil
            } catch {
                return CommandFault(error).status
            }
        }
        let folder = try TemporaryFolder()
        #expect(status(folder.path + "/none.csv") == .notSure)
        #expect(status(folder.path) == .notSure)
        #expect(try status(Self.write("%PDF", folder, "x.pdf")) == .usage)
        #expect(try status(Self.write("A,B\n", folder, "x.csv")) == .notSure)
    }
}
