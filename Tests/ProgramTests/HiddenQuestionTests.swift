import Foundation
import Glibc
import TestSupport
import Testing

/// A question without echo, and the signals that come in the middle of it.
@Suite(.serialized) struct HiddenQuestionTests {
    private static let program = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
        .appendingPathComponent("keyholder").path

    private func ask() throws -> (FakeTerminal, TerminalProgram) {
        let terminal = try FakeTerminal(rows: 10, columns: 60)
        #expect(terminal.lineModes.c_lflag & tcflag_t(ECHO) != 0)
        let program = try #require(TerminalProgram(["ask"], on: terminal, program: Self.program))
        #expect(terminal.shows("Word:"))
        #expect(terminal.lineModes.c_lflag & tcflag_t(ECHO) == 0)
        return (terminal, program)
    }

    private func echoes(_ terminal: FakeTerminal) -> Bool {
        for _ in 0..<250 {
            if terminal.lineModes.c_lflag & tcflag_t(ECHO) != 0 { return true }
            usleep(20_000)
        }
        return false
    }

    @Test func theAnswerIsNotShown() throws {
        let (terminal, program) = try ask()
        terminal.type("geheim\n")
        #expect(terminal.shows("outcome 0, 6 bytes"))
        #expect(program.ends() == 0)
        #expect(echoes(terminal) && !String(decoding: terminal.bytes, as: UTF8.self).contains("geheim"))
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func aSignalEndsItAndTheTerminalEchoesAgain(_ number: Int32) throws {
        let (terminal, program) = try ask()
        terminal.type("half")
        usleep(50_000)
        kill(program.process, number)
        #expect(program.ends() == 128 + number)
        #expect(echoes(terminal))
        #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("half"))
    }

    @Test func ctrlCIsASignal() throws {
        let (terminal, program) = try ask()
        terminal.type("half\u{3}")
        #expect(program.ends() == 128 + SIGINT)
        #expect(echoes(terminal))
    }

    /// Stopped, the terminal is the shell's; continued, the question is asked anew and nothing of the half answer counts.
    @Test func aStopGivesTheTerminalBack() throws {
        let terminal = try FakeTerminal(rows: 10, columns: 60)
        let script = "set -m; '\(Self.program)' ask; echo STOPPED; read answer; fg; echo LEFT"
        let shell = try #require(TerminalProgram(["-c", script], on: terminal, program: "/bin/bash"))
        #expect(terminal.shows("Word:"))
        terminal.type("half\u{1A}")
        #expect(terminal.shows("STOPPED"))
        #expect(echoes(terminal))
        terminal.type("\n")
        for _ in 0..<250 where terminal.lineModes.c_lflag & tcflag_t(ECHO) != 0 { usleep(20_000) }
        terminal.type("geheim\n")
        #expect(terminal.shows("outcome 0, 6 bytes"))
        #expect(terminal.shows("LEFT"))
        #expect(shell.ends() == 0)
        #expect(echoes(terminal))
        let shown = String(decoding: terminal.bytes, as: UTF8.self)
        #expect(shown.components(separatedBy: "Word: ").count - 1 == 2)
        #expect(!shown.contains("geheim") && !shown.contains("half"))
    }
}
