import Foundation
import Glibc
import TestSupport
import Testing

/// The whole program in a real terminal.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable, "tmux is not installed")) struct ConsoleTests {
    /// A new live log with a watch and one alert.
    static func makeLog(in folder: TemporaryFolder) -> String {
        let log = folder.path + "/log"
        #expect(Program.run(["log", "create", log, "--centre", "CARICC", "--desk", "ALMATY-1"]).status == 0)
        #expect(Program.run(["shift", "start", "--until", "12h", "--log", log]).status == 0)
        #expect(
            Program.run([
                "alert", "raise", "UZB seized heroin 6.3 kg at Malik", "--source", "UZB", "--priority", "1", "--log",
                log,
            ]).status == 0)
        return log
    }

    @Test func theDemoLivesAndLeavesNothingBehind() throws {
        let folder = try TemporaryFolder()
        let session = try #require(
            TerminalSession("\(TerminalSession.program) demo --speed 60", environment: ["XDG_RUNTIME_DIR": folder.path])
        )
        #expect(session.shows("NOT REAL"))
        #expect(session.shows("Border at 04:00"))
        #expect(session.shows("UZB seized heroin"), "an alert comes in")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
        session.type(text: ":quit")
        session.type("Enter")
        #expect(session.shows("LEFT"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func aSecondProcessWritesAndTheBoardShowsIt() throws {
        let folder = try TemporaryFolder()
        let log = Self.makeLog(in: folder)
        let session = try #require(TerminalSession("\(TerminalSession.program) --log \(log)"))
        #expect(session.shows("UZB seized heroin"))
        #expect(
            Program.run(["alert", "raise", "KGZ asks about two phones", "--source", "KGZ", "--log", log]).status == 0)
        #expect(session.shows("KGZ asks about two phones", seconds: 3))
    }

    @Test func keysAcknowledgeShelveNoteCloseAndWithdraw() throws {
        let folder = try TemporaryFolder()
        let log = Self.makeLog(in: folder)
        let session = try #require(TerminalSession("\(TerminalSession.program) --log \(log)"))
        #expect(session.shows("UNACKED"))
        session.type("Tab", "a")
        #expect(session.shows("Saved #3"))
        session.type("s")
        #expect(session.shows("For how long"))
        session.type(text: "laboratory")
        session.type("Enter")
        #expect(session.shows("Saved #4"))
        #expect(session.shows("1 shelved"))
        session.type(text: ":note called back")
        session.type("Enter")
        #expect(session.shows("Saved #5"))
        session.type("u")
        #expect(session.shows("Withdraw entry #5"))
        session.type(text: "wrong subject")
        session.type("Enter")
        #expect(session.shows("Saved #6"))
        let kinds = Program.run(["log", "show", "--json", "--log", log]).output
        for kind in ["alertAcknowledged", "alertShelved", "Noted", "entryWithdrawn"] {
            #expect(kinds.contains(kind), "\(kind)")
        }
        #expect(Program.run(["log", "verify", log]).status == 0)
    }

    @Test func twoConsolesOnOneAlertAndTheSecondIsTold() throws {
        let folder = try TemporaryFolder()
        let log = Self.makeLog(in: folder)
        let session = try #require(TerminalSession("\(TerminalSession.program) --log \(log)"))
        #expect(session.shows("UNACKED"))
        session.type("Tab", "s")
        #expect(session.shows("Because"))
        session.type(text: "laboratory")
        #expect(Program.run(["alert", "ack", "AL-\(Self.year)-0001", "--officer", "orazov", "--log", log]).status == 0)
        session.type("Enter")
        #expect(session.shows("NOT SAVED: orazov wrote #3"), "a colleague's word is not written over")
        #expect(session.screen.contains("laboratory"), "what was typed stays")
    }

    static let year = Calendar(identifier: .gregorian).component(.year, from: Date())

    @Test(arguments: [SIGTERM, SIGHUP, SIGILL, SIGSEGV, SIGABRT]) func theShellIsUsableAfter(_ signal: Int32) throws {
        let folder = try TemporaryFolder()
        let log = Self.makeLog(in: folder)
        let session = try #require(TerminalSession("\(TerminalSession.program) --log \(log)"))
        #expect(session.shows("UNACKED"))
        let process = try #require(session.process)
        kill(process, signal)
        let end = session.wait { $0.contains("LEFT") }
        #expect(end.holds, "\(end.screen)")
        #expect(end.screen.contains("echo") && !end.screen.contains("-echo"), "the terminal echoes again")
    }

    @Test func aDeadTerminalEndsTheProgram() throws {
        let folder = try TemporaryFolder()
        let log = Self.makeLog(in: folder)
        let session = try #require(TerminalSession("trap \"\" HUP; \(TerminalSession.program) --log \(log)"))
        #expect(session.shows("UNACKED"))
        let process = try #require(session.process)
        session.kill()
        var isGone = false
        for _ in 0..<50 where !isGone {
            usleep(100_000)
            isGone = Glibc.kill(process, 0) != 0
        }
        #expect(isGone)
        if !isGone { Glibc.kill(process, SIGKILL) }
    }

    @Test func stoppedAndContinuedItDrawsAgain() throws {
        let folder = try TemporaryFolder()
        let log = Self.makeLog(in: folder)
        let session = try #require(TerminalSession("\(TerminalSession.program) --log \(log)"))
        #expect(session.shows("UNACKED"))
        let process = try #require(session.process)
        kill(process, SIGTSTP)
        usleep(400_000)
        kill(process, SIGCONT)
        #expect(session.shows("UNACKED"))
        session.type("7")
        #expect(session.shows("LOG,"))
    }

    @Test func aStormOfSizesEndsInAWholePicture() throws {
        let folder = try TemporaryFolder()
        let log = Self.makeLog(in: folder)
        let session = try #require(TerminalSession("\(TerminalSession.program) --log \(log)", width: 100, height: 30))
        #expect(session.shows("UNACKED"))
        for (width, height) in [(30, 5), (200, 60), (61, 16), (59, 15), (120, 40), (10, 3), (80, 24)] {
            session.resize(width, height)
        }
        let end = session.wait { $0.contains("UNACKED") && $0.contains("F1 Help") && $0.contains("LIVE") }
        #expect(end.holds, "\(end.screen)")
        session.resize(40, 10)
        #expect(session.shows("60x16"))
    }

    @Test func withoutUTF8AndWithoutColoursEverythingIsReadable() throws {
        let folder = try TemporaryFolder()
        let log = Self.makeLog(in: folder)
        let session = try #require(
            TerminalSession(
                "\(TerminalSession.program) --log \(log)",
                environment: ["LC_ALL": "C", "TERM": "vt100", "NO_COLOR": "1"]))
        let end = session.wait { $0.contains("UNACKED") && $0.contains("-----") }
        #expect(end.holds, "\(end.screen)")
    }
}
