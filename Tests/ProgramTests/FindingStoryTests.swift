import Foundation
import TestSupport
import Testing

/// Finding things, as an officer does it in a terminal.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable, "tmux is not installed")) struct FindingStoryTests {
    @Test func helpPaletteFilterAndMenuLeadToTheSameThings() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let state = ["XDG_STATE_HOME": folder.path + "/state"]
        let session = try #require(TerminalSession("\(TerminalSession.program) --log \(log)", environment: state))
        #expect(session.shows("UNACKED"))
        session.type("Tab", "?")
        #expect(session.shows("what can be done here and now"))
        session.type(text: "shel")
        #expect(session.shows("Search: shel"))
        session.type("Enter")
        #expect(session.shows("For how long"))
        session.type("Escape")
        #expect(session.wait { !$0.contains("For how long") }.holds)

        session.type(text: ":op hero")
        #expect(session.shows("AL-\(ConsoleTests.year)-0001   UZB seized heroin"))
        session.type("Tab")
        #expect(session.shows(":op AL-\(ConsoleTests.year)-0001"))
        session.type("Enter")
        #expect(session.shows("TIMELINE"))
        session.type("q")
        #expect(session.shows("DELIVERIES"))

        session.type("/")
        session.type(text: "is:unacked")
        #expect(session.shows("FILTER /is:unacked"))
        session.type("Enter", "Escape")
        #expect(session.wait { !$0.contains("FILTER") }.holds)

        session.type("F10")
        #expect(session.shows("Menu"))
        session.type("Right", "Right", "Right", "Down")
        #expect(session.shows("> 2          :alerts"))
        session.type("Enter")
        #expect(session.shows("2 does this directly."))
        session.type("y")
        #expect(session.shows("Copied for ^Y; also in the file"))
        session.type(text: ":quit")
        session.type("Enter")
        #expect(session.shows("LEFT"))

        let copied = try String(contentsOfFile: folder.path + "/state/caricc/copied", encoding: .utf8)
        #expect(copied == "AL-\(ConsoleTests.year)-0001 UZB seized heroin 6.3 kg at Malik\n")
        let later = try #require(TerminalSession("\(TerminalSession.program) --log \(log)", environment: state))
        #expect(later.shows("UNACKED"))
        later.type(":", "Up", "Up")
        #expect(later.shows(":op AL-\(ConsoleTests.year)-0001"), "typed lines come back in the next session")
    }

    /// Keys that pile up while a key is held are handled in one go: after them the screen is where it must be, and stays.
    @Test func aHeldKeyDoesNotGoOnAfterItsRelease() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let lines = (1...300).map {
            "{\"kind\":\"alertRaised\",\"subject\":{\"new\":\"AL\"},\"at\":\"2026-01-01T00:00:00Z\",\"body\":{\"priority\":3,\"message\":\"information\",\"headline\":\"number \($0)\",\"source\":\"KAZ\"}}"
        }
        let file = folder.path + "/alerts.jsonl"
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let imported = Program.run(["log", "append", file, "--log", log])
        #expect(imported.status == 0, "\(imported.errors)")
        let session = try #require(TerminalSession("\(TerminalSession.program) --log \(log)"))
        #expect(session.shows("UNACKED"))
        session.type("7", "g", "g")
        #expect(session.wait { $0.contains(" #1\n") }.holds)
        session.type(text: String(repeating: "j", count: 150))
        session.type("k")
        #expect(session.wait { $0.contains("> ") && $0.contains("#149") }.holds)
        session.type("j")
        #expect(session.wait { $0.split(separator: "\n").contains { $0.hasPrefix(">") && $0.hasSuffix("#150") } }.holds)
        session.type("k")
        #expect(
            session.wait { $0.split(separator: "\n").contains { $0.hasPrefix(">") && $0.hasSuffix("#149") } }.holds,
            "nothing was left in the queue")
    }
}
