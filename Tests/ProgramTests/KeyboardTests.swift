import Foundation
import Keyboards
import TestSupport
import Testing

/// The whole program, on a keyboard whose layout is never changed.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable, "tmux is not installed")) struct KeyboardTests {
    @Test(arguments: ["kz", "ru"]) func aWholeTaskOnOneKeyboard(_ code: String) throws {
        let layout = try #require(KeyboardLayout.named(code))
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        try Self.configure("layouts = [\"\(code)\"]", keys: "[keys]\nzoom = \"P\"\n", in: folder)
        let session = try #require(
            TerminalSession("\(TerminalSession.program) --log \(log)", environment: ["XDG_CONFIG_HOME": folder.path]))
        /// A few keys at a time, each time seen before the next ones: many at once are taken for a paste.
        func type(_ positions: String) {
            let text = positions.map { layout.character(at: $0) ?? $0 }
            var shown = ""
            for start in stride(from: 0, to: text.count, by: 8) {
                let piece = String(text[start..<min(start + 8, text.count)])
                session.type(text: piece)
                shown += piece
                if text.count > 2 { #expect(session.shows(shown)) }
            }
        }
        try #require(session.shows("UNACKED"), "\(session.screen)")
        session.type("Tab")
        type("a")
        try #require(session.shows("Saved #3"))
        type("s")
        #expect(session.shows("For how long"))
        session.type("BTab", "BSpace", "BSpace")
        type("2h")
        #expect(session.shows("\(code.uppercased()) layout: read as"))
        session.type("Enter")
        type("laboratory")
        session.type("Enter")
        try #require(session.shows("Saved #4"))
        type(":")
        type("note 0001 quiet")
        session.type("Enter")
        try #require(session.shows("Saved #5"), "\(session.screen)")
        type("p")
        #expect(session.shows("DELIVERIES"), "p is nothing here, P is")
        type("7")
        try #require(session.shows("LOG,"))
        type("/")
        type("shelved")
        let found = session.wait { $0.contains("shown: shelved") && $0.contains("1 found") }
        #expect(found.holds, "\(found.screen)")
        session.type("Enter", "Escape")
        // Esc and a character at once would be Alt with it.
        #expect(session.wait { !$0.contains("shown: shelved") }.holds)
        type(":")
        type("quit")
        session.type("Enter")
        #expect(session.shows("LEFT"))
        let kinds = Program.run(["log", "show", "--json", "--log", log]).output
        for kind in ["alertAcknowledged", "alertShelved", "alertNoted"] { #expect(kinds.contains(kind), "\(kind)") }
    }

    @Test func keysPrintsTheTruthAndNamesFaults() throws {
        let folder = try TemporaryFolder()
        let environment = ["XDG_CONFIG_HOME": folder.path]
        let shipped = Program.run(["keys", "--layout", "ru"], environment: environment)
        #expect(shipped.status == 0 && shipped.errors.isEmpty, "\(shipped.errors)")
        #expect(shipped.output.contains("F5  ф") && shipped.output.contains(":shelve"))
        #expect(Program.run(["keys", "--layout", "xx"], environment: environment).status == 2)
        try Self.configure(
            "layouts = [\"kz\"]", keys: "[keys]\nack = [\"F8\", \"a\"]\nfreze = \"P\"\nclose = \"C\"\n", in: folder)
        let own = Program.run(["keys", "--layout", "kz", "--json"], environment: environment)
        #expect(own.status == 1)
        #expect(own.errors.contains("keys.toml:3: keys.freze:") && own.errors.contains("freeze"), "\(own.errors)")
        let ack = try #require(own.output.split(separator: "\n").first { $0.contains("\"command\":\"ack\"") })
        #expect(ack.contains("\"keys\":[\"F8\",\"ф\"]") && ack.contains("\"rebound\":true"), "\(ack)")
        let log = try #require(own.output.split(separator: "\n").first { $0.contains("\"command\":\"log\"") })
        #expect(log.contains("\"keys\":[\".\"]"), "\(log)")
    }

    static func configure(_ settings: String, keys: String, in folder: TemporaryFolder) throws {
        let own = folder.path + "/caricc"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        try settings.write(toFile: own + "/config.toml", atomically: true, encoding: .utf8)
        try keys.write(toFile: own + "/keys.toml", atomically: true, encoding: .utf8)
    }
}
