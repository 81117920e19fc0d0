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
            (["alert", "detail", "AL-\(ConsoleTests.year)-0001", "--number", "word", "--log", log], 2),
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

    @Test func aPersonsNumberInANoteStaysOutOfTheRecord() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let subject = "AL-\(ConsoleTests.year)-0001"
        let noted = Program.run(["alert", "note", subject, "driver tel +996 555 123456", "--log", log])
        #expect(noted.status == 0 && noted.errors.contains("LOOK: a number of a person is masked"), "\(noted.errors)")
        let raised = Program.run(
            ["alert", "raise", "operation Kanal: truck stopped at Kuryk", "--source", "KAZ", "--log", log])
        #expect(raised.status == 0, "\(raised.errors)")
        let lines = Program.run(["log", "show", "--json", "--last", "2", "--log", log]).output
        #expect(lines.contains("driver tel [phone]") && !lines.contains("123456"))
        #expect(lines.contains("\"operation\":\"Channel\"") && lines.contains("\"place\":\"Kuryk\""), "\(lines)")
    }

    /// One status each, of those that this program documents.
    @Test func everyStatusMeansWhatItSays() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        func status(_ arguments: String...) -> Int32 { Program.run(arguments).status }
        #expect(status("log", "verify", log) == 0)
        try "sample\n1,2\n".write(toFile: folder.path + "/x.toml", atomically: true, encoding: .utf8)
        #expect(status("config", "check", folder.path + "/x.toml") == 1)
        #expect(status("alert", "frobnicate") == 2)
        #expect(status("alert", "ack", "AL-2020-0001", "--log", log) == 3)
        #expect(status("alert", "list", "--log", folder.path + "/none") == 4)
        let short = folder.path + "/short"
        try FileManager.default.copyItem(atPath: log, toPath: short)
        #expect(status("alert", "raise", "two", "--source", "UZB", "--log", log) == 0)
        try FileManager.default.removeItem(atPath: short + "/head")
        try FileManager.default.copyItem(atPath: log + "/head", toPath: short + "/head")
        #expect(status("log", "verify", short) == 10)
        #expect(status("log", "verify", folder.path) == 13)
        func falsify(_ file: String) throws {
            var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            let place = try #require(bytes.range(of: Data("heroin".utf8)))
            bytes[place.lowerBound + 3] = UInt8(ascii: "b")
            try bytes.write(to: URL(fileURLWithPath: file))
        }
        #expect(status("log", "export", folder.path + "/export", "--log", log) == 0)
        try falsify(folder.path + "/export/entries.txt")
        #expect(status("log", "verify", folder.path + "/export") == 12)
        try falsify(log + "/log.sqlite")
        #expect(status("log", "verify", log) == 11)
        for arguments in [["--help"], ["--version"], ["alert", "--help"], ["help", "log", "show"]] {
            let outcome = Program.run(arguments)
            #expect(outcome.status == 0 && !outcome.output.isEmpty && outcome.errors.isEmpty, "\(arguments)")
        }
    }

    /// Data goes to standard output, talk to standard error, and a reader who leaves ends the work without a word.
    @Test func standardStreamsAreUsedAsElsewhere() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let program = TerminalSession.program
        func shell(_ line: String) -> Program.Outcome { Program.run(["-c", line], program: "sh") }
        for text in 1...40 {
            #expect(Program.run(["alert", "raise", "number \(text)", "--source", "UZB", "--log", log]).status == 0)
        }
        for command in ["log show", "log show --json", "completions bash", "manual", "alert list"] {
            let place = command.hasPrefix("log") || command.hasPrefix("alert") ? "--log \(log)" : ""
            let head = shell("{ \(program) \(command) \(place); echo status $? >&2; } | head -n 1")
            #expect(head.output.split(separator: "\n").count == 1, "\(command): \(head.output)")
            #expect(head.errors == "status 0\n", "\(command): \(head.errors)")
        }
        let lines = shell("\(program) log show --json --log \(log) 2>/dev/null | wc -l")
        #expect(lines.output.trimmingCharacters(in: .whitespacesAndNewlines) == "43")
        let refused = Program.run(["alert", "ack", "AL-2020-0001", "--log", log])
        #expect(refused.output.isEmpty && !refused.errors.isEmpty)
        let full = shell("\(program) manual > /dev/full")
        #expect(full.status == 4 && full.errors.contains("cannot be written"), "\(full.errors)")
    }

    @Test func completionScriptsAreReadByTheirShells() throws {
        let folder = try TemporaryFolder()
        for shell in ["bash", "zsh", "fish"] {
            let script = Program.run(["completions", shell])
            #expect(script.status == 0 && script.output.contains("caricc"), "\(shell)")
            let file = folder.path + "/caricc." + shell
            try script.output.write(toFile: file, atomically: true, encoding: .utf8)
            guard Program.run(["-c", "exit 0"], program: shell).status == 0 else { continue }
            let read = Program.run(["-n", file], program: shell)
            #expect(read.status == 0 && read.errors.isEmpty, "\(shell): \(read.errors)")
        }
        guard Program.run(["-c", "exit 0"], program: "bash").status == 0 else { return }
        let registered = Program.run(["-c", "source \(folder.path)/caricc.bash; complete -p caricc"], program: "bash")
        #expect(registered.output.contains("_caricc caricc"), "\(registered.errors)")
    }

    @Test func namesAreCompletedFromTheLogAndTheThemes() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let script = folder.path + "/caricc.bash"
        try Program.run(["completions", "bash"]).output.write(toFile: script, atomically: true, encoding: .utf8)
        func completed(_ words: [String]) -> [Substring] {
            let line = words.map { "'\($0)'" }.joined(separator: " ")
            let ask = """
                caricc() { \(TerminalSession.program) "$@"; }; source \(script); COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1)
                COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
                _caricc caricc "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"; echo "${COMPREPLY[@]}"
                """
            return Program.run(["-c", ask], program: "bash").output.split { $0 == " " || $0 == "\n" }
        }
        guard Program.run(["-c", "exit 0"], program: "bash").status == 0 else { return }
        #expect(completed(["caricc", "alert", "ack", "--log", log, ""]) == ["AL-\(ConsoleTests.year)-0001"])
        #expect(completed(["caricc", "board", "--theme", "d"]).contains("dark"))
        #expect(completed(["caricc", "board", "--zone", "Alm"]) == ["Almaty"])
        #expect(completed(["caricc", "keys", "--language", "z"]) == ["zh"])
        #expect(completed(["caricc", "conf"]) == ["config"])
    }

    @Test func theManualPageIsReadWithoutAWarning() throws {
        let folder = try TemporaryFolder()
        let page = Program.run(["manual"])
        #expect(page.status == 0 && page.output.hasPrefix(".TH \"CARICC\""))
        try page.output.write(toFile: folder.path + "/caricc.1", atomically: true, encoding: .utf8)
        let readers = [["groff", "-ww", "-man", "-Tutf8"], ["mandoc", "-T", "lint", "-W", "warning"]]
        for reader in readers where Program.run(["--version"], program: reader[0]).status >= 0 {
            let read = Program.run(Array(reader.dropFirst()) + [folder.path + "/caricc.1"], program: reader[0])
            #expect(read.status == 0 && read.errors.isEmpty, "\(reader[0]): \(read.errors)")
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
