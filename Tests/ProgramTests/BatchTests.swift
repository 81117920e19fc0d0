import Foundation
import TestSupport
import Testing

/// Many commands in one process, with the key opened once.
@Suite struct BatchTests {
    @Test func linesAreSignedWithOneKey() throws {
        let desk = try OfficerDesk.founded()
        try desk.enrol("a.orazov", person: "003", roles: "duty-officer")
        let lines = """
            # the night of the 17th
            alert raise "UZB seized heroin 6.3 kg" --source UZB   # by telephone

            alert raise 'it''s "one" more' --source KAZ
            alert note AL-\(ConsoleTests.year)-0001 "a \\"quoted\\" word"
            """
        let outcome = desk.act("a.orazov", ["batch", "-"], input: lines)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").count == 3, "\(outcome.output)")
        let records = desk.run(["log", "show", "--last", "3"]).output
        #expect(records.contains(#"a \"quoted\" word"#) && records.contains(#"its \"one\" more"#), "\(records)")
        #expect(records.components(separatedBy: " a.orazov ").count == 4)
        desk.isWhole()
    }

    @Test func itStopsAtTheFirstRefusalAndSaysWhere() throws {
        let desk = try OfficerDesk.founded()
        try desk.enrol("a.orazov", person: "003", roles: "duty-officer")
        let lines = """
            alert raise one --source UZB
            alert ack AL-2020-0001
            alert raise two --source UZB
            alert frobnicate
            """
        let stopped = desk.act("a.orazov", ["batch", "-"], input: lines)
        #expect(stopped.status == 3 && stopped.output.split(separator: "\n").count == 1)
        #expect(stopped.errors.contains("line 2: There is no alert AL-2020-0001"), "\(stopped.errors)")
        let whole = desk.act("a.orazov", ["batch", "-", "--keep-going"], input: lines)
        #expect(whole.status == 3 && whole.output.split(separator: "\n").count == 2, "\(whole.output)\(whole.errors)")
        #expect(whole.errors.contains("line 4: "))
        #expect(desk.run(["alert", "list"]).output.split(separator: "\n").count == 3)
    }

    @Test func whatDoesNotBelongThereIsRefused() throws {
        let desk = try OfficerDesk.founded()
        for line in [
            "alert raise x --source UZB --passphrase-fd 3", "alert raise x --source UZB --Passphrase=geheim",
            "alert raise \"x", "alert raise x \\", "batch -", "board", "nonsense", "selftest",
            "officer key new x.y --name Y --person 1", "alert raise x --source UZB --officer s.karimova",
            String(repeating: "x", count: 70_000),
        ] {
            let outcome = desk.act(OfficerDesk.first, ["batch", "-"], input: line + "\n")
            #expect([2, 3].contains(outcome.status), "\(line): \(outcome.status) \(outcome.errors)")
            #expect(outcome.errors.contains("line 1: "), "\(line): \(outcome.errors)")
        }
        #expect(desk.run(["batch", "-", "--passphrase-fd", "0"]).status == 2)
        #expect(desk.run(["batch", desk.folder.path + "/none", "--log", desk.home]).status != 0)
    }

    /// Without officers' keys as well, and a big file is read piece by piece.
    @Test func manyLinesAreOneProcess() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let lines = (1...500).map { "alert raise \"number \($0)\" --source UZB\n" }.joined()
        let file = folder.path + "/batch"
        try lines.write(toFile: file, atomically: true, encoding: .utf8)
        let begin = ContinuousClock.now
        let outcome = Program.run(["batch", file, "--log", log])
        print("500 lines of a batch: \(begin.duration(to: .now))")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").count == 500)
        #expect(Program.run(["log", "verify", log, "--no-signatures"]).status == 0)
    }
}
