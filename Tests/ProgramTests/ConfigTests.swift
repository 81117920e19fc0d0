import Foundation
import TestSupport
import Testing

/// The files of settings, from the shell and under a running console.
@Suite struct ConfigTests {
    private let folder: TemporaryFolder
    private var environment: [String: String] { ["XDG_CONFIG_HOME": folder.path] }
    private var config: String { folder.path + "/caricc/config.toml" }

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/caricc", withIntermediateDirectories: true)
    }

    private func write(_ text: String) throws {
        try text.write(toFile: config, atomically: true, encoding: .utf8)
    }

    @Test func theSampleIsAFileThatWorks() throws {
        let sample = Program.run(["config", "sample"], environment: environment)
        #expect(sample.status == 0)
        try write(sample.output)
        let check = Program.run(["config", "check"], environment: environment)
        #expect(check.status == 0 && check.output == "No fault found\n", "\(check.output)")
        try write(sample.output.replacingOccurrences(of: "\n#([a-z])", with: "\n$1", options: .regularExpression))
        #expect(Program.run(["config", "check"], environment: environment).status == 0)
    }

    @Test func aFaultIsFoundWithPathLineAndKey() throws {
        try write("language = \"en\"\nthem = \"dark\"\n")
        let check = Program.run(["config", "check"], environment: environment)
        #expect(check.status == 1)
        #expect(check.output == "\(config):2: them: there is no such key. Did you mean “theme”?\n")
        let other = Program.run(["theme", "list"], environment: environment)
        #expect(other.status == 0 && other.errors.contains("config.toml:2: them"), "every command says it, and works")
        #expect(Program.run(["config", "path"], environment: environment).output.contains("\(config)  exists"))
    }

    @Test func everyFileIsCheckedInTheSameForm() throws {
        let own = folder.path + "/caricc"
        try FileManager.default.createDirectory(atPath: own + "/themes", withIntermediateDirectories: true)
        for (name, text) in [
            ("config.toml", "mouse = 1\n"), ("keys.toml", "[keys]\nzoom = \"a\"\n"),
            ("views.toml", "[view.night]\nscreen = \"moon\"\nscren = 1\n"),
            ("themes/mine.toml", "[roles]\nurgnet = { bold = true }\n"),
        ] { try text.write(toFile: "\(own)/\(name)", atomically: true, encoding: .utf8) }
        let check = Program.run(["config", "check"], environment: environment)
        #expect(check.status == 1)
        let places = check.output.split(separator: "\n").map {
            $0.prefix { $0 != " " } + " " + $0.split(separator: " ")[1]
        }
        #expect(
            places == [
                "\(config):1: mouse:", "\(own)/keys.toml:2: keys.zoom:", "\(own)/views.toml:2: view.night.screen:",
                "\(own)/views.toml:3: view.night.scren:", "\(own)/themes/mine.toml:2: roles.urgnet:",
            ], "\(check.output)")
    }

    @Test func whereEachValueComesFrom() throws {
        try write("zone = \"UTC\"\ntheme = \"dark\"\n")
        let show = Program.run(
            ["config", "show", "--theme", "light"], environment: environment.merging(["CARICC_LANGUAGE": "ru"]) { $1 })
        #expect(show.status == 0)
        func row(_ key: String) -> String {
            show.output.split(separator: "\n").first { $0.hasPrefix(key) }.map(String.init) ?? ""
        }
        #expect(row("zone").contains("\"UTC\"") && row("zone").hasSuffix("# config.toml:1"))
        #expect(row("theme").contains("\"light\"") && row("theme").hasSuffix("# --theme"))
        #expect(row("language").hasSuffix("# CARICC_LANGUAGE"))
        #expect(row("officer").hasSuffix("# CARICC_OFFICER"))
        #expect(row("mouse").hasSuffix("# встроено"))
        let json = Program.run(["config", "show", "--json"], environment: environment).output
        #expect(json.contains(#"{"key":"zone","line":1,"name":"config.toml","origin":"file","value":"UTC"}"#))
    }

    @Test func commandsSpeakByTheFile() throws {
        try write("language = \"ru\"\nlog = \"~/night\"\n")
        let outcome = Program.run(
            ["alert", "list"], environment: environment.merging(["CARICC_LANGUAGE": "", "HOME": folder.path]) { $1 })
        #expect(outcome.status == 4 && outcome.errors.contains(folder.path + "/night"), "\(outcome.errors)")
        #expect(outcome.errors.unicodeScalars.contains { (0x430...0x44F).contains($0.value) }, "\(outcome.errors)")
    }

    @Test(.enabled(if: TerminalSession.isAvailable, "tmux is not installed"))
    func aRunningConsoleTakesChangesOverAndSaysWhatIsWrong() throws {
        let log = ConsoleTests.makeLog(in: folder)
        let session = try #require(
            TerminalSession(
                "\(TerminalSession.program) --log \(log)", width: 100,
                environment: environment.merging(["CARICC_LANGUAGE": ""]) { $1 }))
        #expect(session.shows("UNACKED"))
        try write("zone = \"UTC\"\n")
        #expect(session.shows("config.toml: zone Almaty → UTC"))
        #expect(!session.screen.contains("Almaty  "), "the header shows the new clock")
        try write("zone = \"Baku\"\nthem = \"dark\"\n")
        #expect(session.shows("config.toml:2: them: there is no such key. Did you mean “theme”?"))
        #expect(!session.screen.contains("+04"), "the last good one stays")
        #expect(session.screen.contains("UZB seized heroin"), "the screen stays")
        try write("zone = \"UTC\"\nlanguage = \"ru\"\ntheme = \"dark\"\n")
        #expect(session.shows("Помощь"))
        try FileManager.default.removeItem(atPath: config)
        #expect(session.shows("F1 Help"))
        #expect(session.shows("+05 Almaty"))
    }

    @Test(.enabled(if: TerminalSession.isAvailable, "tmux is not installed"))
    func thePlainLinesTakeChangesOverToo() throws {
        let log = ConsoleTests.makeLog(in: folder)
        let session = try #require(
            TerminalSession(
                "\(TerminalSession.program) --lines --log \(log)", width: 100,
                environment: environment.merging(["CARICC_LANGUAGE": ""]) { $1 }))
        #expect(session.shows("UZB seized heroin"))
        try write("zone = \"UTC\"\n")
        #expect(session.shows("config.toml: zone Almaty → UTC"))
        try write("zone = \"Utd\"\n")
        #expect(session.shows("config.toml:1: zone: “Utd” is not known. Did you mean “UTC”?"))
    }
}
