import Foundation
import Glibc
import TestSupport
import Testing

/// `caricc selftest` on terminals of every kind, each of them made up.
@Suite struct SelftestTests {
    private static func complete() -> StrictTerminal.Personality {
        var person = StrictTerminal.Personality()
        person.attributes = [
            "c": "\u{1B}[?64;1;2;22c", ">c": "\u{1B}[>41;379;0c", ">q": "\u{1B}P>|XTerm(379)\u{1B}\\",
        ]
        person.knownModes = [2026: 2, 2004: 2, 1004: 2, 1006: 2]
        return person
    }

    /// Runs it and gives what it said, its status, the kept profiles and the faults of the reader.
    private func run(
        _ person: StrictTerminal.Personality, bytesPerSecond: Int? = nil, arguments: [String] = [],
        environment: [String: String] = [:]
    ) throws -> (text: String, status: Int32?, profiles: [String], faults: [String]) {
        let folder = try TemporaryFolder()
        let fake = try FakeTerminal(rows: 40, columns: 150, bytesPerSecond: bytesPerSecond, personality: person)
        let settings = ["XDG_STATE_HOME": folder.path].merging(environment) { $1 }
        let program = try #require(TerminalProgram(["selftest"] + arguments, on: fake, environment: settings))
        let status = program.ends(seconds: 40)
        _ = fake.wait(seconds: 10) {
            $0.text.contains("for the board") || $0.text.contains("--plain") || $0.text.contains("usable")
        }
        let profiles = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/caricc/terminals")) ?? []
        for name in profiles {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/caricc/terminals/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        let modes = fake.lineModes
        #expect(modes.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == tcflag_t(ECHO | ICANON | ISIG))
        let kept = try profiles.map {
            try String(contentsOfFile: folder.path + "/caricc/terminals/" + $0, encoding: .utf8)
        }
        return (fake.screen.text, status, kept, fake.screen.faults)
    }

    @Test func oneThatAnswersEverything() throws {
        let outcome = try run(Self.complete())
        #expect(outcome.status == 0, "\(outcome.text)")
        for words in [
            "XTerm(379)", "256 colours", "braille patterns", "mode 2026", "marks what is pasted", "No fault", "⣿ 1",
        ] {
            #expect(outcome.text.contains(words), "\(words) in \(outcome.text)")
        }
        #expect(outcome.profiles.count == 1 && outcome.profiles[0].contains("\"synchronised\":true"))
        #expect(outcome.faults == [])
    }

    @Test func oneThatAnswersNothing() throws {
        var person = Self.complete()
        person.answers = false
        let outcome = try run(person)
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("answers no questions") && outcome.text.contains("blocks"), "\(outcome.text)")
        #expect(outcome.faults == [])
    }

    @Test func oneThatDrawsCyrillicWide() throws {
        var person = Self.complete()
        person.widths = [(0x0400...0x04FF, 2), (0x2500...0x257F, 2)]
        let outcome = try run(person)
        #expect(outcome.status == 1)
        #expect(
            outcome.text.contains("draws Cyrillic 2 cells wide") && outcome.text.contains("Frames are drawn in ASCII"))
        #expect(outcome.profiles.first?.contains("\"ascii_frames\":true") == true)
    }

    @Test func oneWithoutBraille() throws {
        var person = Self.complete()
        person.widths = [(0x2800...0x28FF, 2)]
        let outcome = try run(person)
        #expect(outcome.text.contains("Graphs are drawn with blocks"), "\(outcome.text)")
        #expect(outcome.profiles.first?.contains("\"glyphs\":\"block\"") == true)
    }

    @Test func aSlowOne() throws {
        let outcome = try run(Self.complete(), bytesPerSecond: 300)
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("This line is slow"), "\(outcome.text)")
        #expect(outcome.text.contains("⣿ 1"), "measured all the same")
    }

    @Test(arguments: ["dumb", "no-such-terminal", ""]) func oneThatCannotBeUsed(_ type: String) throws {
        let outcome = try run(StrictTerminal.Personality(), environment: ["TERM": type])
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("--lines") && outcome.text.contains("--plain"), "\(outcome.text)")
        #expect(outcome.profiles.isEmpty && outcome.faults == [])
    }

    @Test func whatTheTerminalSaysIsShownAndNotObeyed() throws {
        var person = Self.complete()
        person.attributes[">q"] = "\u{1B}P>|evil\u{7}\u{9B}31m\u{202E}name\u{1B}\\"
        let outcome = try run(person)
        #expect(outcome.text.contains("evil^G"), "\(outcome.text)")
        #expect(outcome.faults == [])
    }

    @Test func jsonIsOneObjectAndWithoutATerminalItSaysSo() throws {
        let outcome = try run(Self.complete(), arguments: ["--json"])
        #expect(outcome.status == 0)
        let text = outcome.text.replacingOccurrences(of: "\n", with: "")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(outcome.text)")
        #expect(object["glyphs"] as? String == "braille" && object["usable"] as? Bool == true)
        let piped = Program.run(["selftest"])
        #expect(piped.status == 1 && piped.output.contains("not a terminal"))
    }

    /// The board believes a profile only as far as all terminals of that name agree.
    @Test func theBoardUsesWhatWasMeasured() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        var person = Self.complete()
        person.widths = [(0x2500...0x257F, 2)]
        let settings = ["XDG_STATE_HOME": folder.path]
        let measured = try FakeTerminal(rows: 40, columns: 150, personality: person)
        let selftest = try #require(TerminalProgram(["selftest"], on: measured, environment: settings))
        #expect(selftest.ends() == 1)
        let fake = try FakeTerminal(rows: 24, columns: 80, personality: Self.complete())
        let board = try #require(TerminalProgram(["--log", log], on: fake, environment: settings))
        #expect(fake.shows("UNACKED") && fake.screen.text.contains("-----") && !fake.screen.text.contains("─"))
        #expect(String(decoding: fake.bytes, as: UTF8.self).contains("\u{1B}[?2026h"))
        kill(board.process, SIGTERM)
        #expect(board.ends() == 0)
        #expect(fake.screen.faults == [])
    }
}
