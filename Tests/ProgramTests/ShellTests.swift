import Foundation
import TestSupport
import Testing

/// The program as scripts use it.
@Suite struct ShellTests {
    @Test func everyScreenPrintsPlainAndAtAnInstant() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        for screen in ["board", "alerts", "deliveries", "watch", "log", "AL-\(ConsoleTests.year)-0001"] {
            for size in ["60x16", "80x24", "200x60"] {
                let outcome = Program.run(["--plain", screen, "--size", size, "--ascii", "--log", log])
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(outcome.output.contains("LIVE"), "\(screen) \(size)")
                #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 }, "\(screen) \(size)")
            }
        }
        let past = Program.run(["--plain", "board", "--at", "2020-01-01T00:00+05:00", "--log", log])
        #expect(past.status == 0 && past.output.contains("REVIEW") && !past.output.contains("UZB seized"))
    }

    @Test func whatIsWrongIsOneSentenceAndAnExitCode() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: true)
        try "not a database".write(toFile: folder.path + "/foreign", atomically: true, encoding: .utf8)
        try FileManager.default.createDirectory(atPath: folder.path + "/strange", withIntermediateDirectories: true)
        try String(repeating: "x", count: 5_000).write(
            toFile: folder.path + "/strange/log.sqlite", atomically: true, encoding: .utf8)
        let cases: [([String], Int32)] = [
            (["--log", folder.path + "/none"], 4), (["--log", folder.path + "/empty"], 4),
            (["--log", folder.path + "/foreign"], 4),
            (["--log", folder.path + "/strange"], 4), (["--plain", "nonsense", "--log", log], 2),
            (["--size", "0x9", "--plain", "board", "--log", log], 2),
            (["frobnicate"], 2), (["alert", "ack", "AL-2020-0001", "--log", log], 3),
            (["log", "verify", folder.path + "/empty"], 13),
            (["log", "create", log, "--centre", "CARICC", "--desk", "X"], 3),
        ]
        for (arguments, status) in cases {
            let outcome = Program.run(arguments)
            #expect(outcome.status == status, "\(arguments): \(outcome.errors)\(outcome.output)")
            #expect(!(outcome.errors + outcome.output).isEmpty, "\(arguments)")
            #expect(!outcome.errors.contains("Fatal error"), "\(arguments)")
        }
        for environment in [["TERM": ""], ["TERM": "dumb"], ["TERM": "no-such-terminal"]] {
            let outcome = Program.run(["--log", log], environment: environment)
            #expect(outcome.status == 4 && outcome.errors.contains("--plain"), "\(environment): \(outcome.errors)")
        }
    }

    @Test func aDrillIsMarkedOnEveryScreen() throws {
        for screen in ["board", "alerts", "deliveries", "watch", "log", "XCD-2026-001"] {
            let outcome = Program.run(["demo", "--skip", "30m", "--plain", screen])
            let lines = outcome.output.split(separator: "\n")
            #expect(
                lines.first?.hasPrefix("DRILL DRILL") == true && lines.first?.hasSuffix("NOT REAL") == true, "\(screen)"
            )
            #expect(lines.last?.hasSuffix("NOT REAL") == true, "\(screen)")
        }
    }
}
