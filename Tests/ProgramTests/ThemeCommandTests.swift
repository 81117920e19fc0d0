import Foundation
import TestSupport
import Testing

/// The themes as people and scripts ask for them.
@Suite struct ThemeCommandTests {
    private func configuration(_ themes: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let path = folder.path + "/caricc/themes"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in themes { try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8) }
        return folder
    }

    @Test func theListSaysGroundContrastAndOrigin() throws {
        let folder = try configuration(["mine.toml": "inherits = \"dark\"\n"])
        let outcome = Program.run(["theme", "list"], environment: ["XDG_CONFIG_HOME": folder.path])
        let lines = outcome.output.split(separator: "\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(lines.contains { $0.hasPrefix("mine ") && $0.hasSuffix("/caricc/themes/mine.toml") })
        #expect(lines.contains { $0.hasPrefix("light ") && $0.contains("light ground") && $0.hasSuffix("shipped") })
        #expect(lines.contains { $0.hasPrefix("default ") && $0.contains("any ground") })
    }

    @Test func theCheckNamesFileLineKeyAndContrast() throws {
        #expect(Program.run(["theme", "check"], environment: ["XDG_CONFIG_HOME": "/nonexistent"]).status == 0)
        let text =
            "inherits = \"dark\"\ncontrsat = 7\n[roles]\nurgnet = {}\ndim = { fg = \"#333333\", bg = \"ground\" }\n"
        let folder = try configuration(["mine.toml": text])
        let own = Program.run(["theme", "check"], environment: ["XDG_CONFIG_HOME": folder.path])
        let named = Program.run(["theme", "check", folder.path + "/caricc/themes/mine.toml"])
        for outcome in [own, named] {
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("mine.toml:2: contrsat: there is no such key"), "\(outcome.errors)")
            #expect(outcome.errors.contains("“contrast”?"))
            #expect(outcome.errors.contains("mine.toml:4: roles.urgnet: there is no such role"))
            #expect(outcome.errors.contains("“urgent”?"))
            #expect(outcome.errors.contains("mine.toml:5: dim has a contrast of 1.4, and needs 4.5"))
        }
        #expect(named.output.split(separator: "\n").contains { $0.hasPrefix("dim ") && $0.contains("1.4") })
    }

    @Test func aSampleIsPlainWhereThereIsNoTerminal() throws {
        let outcome = Program.run(["theme", "show", "amber"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("urgent") && outcome.output.contains("#ffd75f"))
        #expect(!outcome.output.contains("\u{1B}"))
    }

    @Test func anUnknownNameGetsTheNearestAndTheList() {
        for arguments in [["theme", "show", "nightwach"], ["demo", "--theme", "nightwach"]] {
            let outcome = Program.run(arguments)
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains("“nightwatch”?"), "\(outcome.errors)")
            #expect(outcome.errors.contains("colourblind"))
        }
    }
}
