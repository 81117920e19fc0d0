import Testing
import Wording

@testable import Settings

@Suite struct SettingSourcesTests {
    private func settle(
        _ file: String = "", environment: [String: String] = [:], options: [SettingKey: SettingSources.Option] = [:]
    ) -> EffectiveSettings {
        let settings = SettingsFile(reading: Array(file.utf8), name: "config.toml", choices: SettingChoices())
        return SettingSources(options: options, environment: environment, file: settings, login: "root").settle()
    }

    private func language(_ file: String, _ environment: [String: String]) -> String {
        settle(file, environment: environment).preferences.language.rawValue
    }

    @Test func theCommandLineThenTheEnvironmentThenTheFileThenWhatIsBuiltIn() {
        let option = SettingSources.Option("--zone", .word("UTC"))
        let file = "\nzone = \"Baku\""
        let all = settle(file, environment: ["TZ": "Asia/Tashkent"], options: [.zone: option])
        #expect(all.preferences.zone == .utc && all.origins[.zone] == .option("--zone"))
        let environment = settle(file, environment: ["TZ": ":Asia/Tashkent"])
        #expect(environment.preferences.zone.name == "Tashkent" && environment.origins[.zone] == .environment("TZ"))
        let written = settle(file, environment: ["TZ": "EST5EDT"])
        #expect(written.preferences.zone.name == "Baku")
        #expect(written.origins[.zone] == .file("config.toml", line: 2))
        #expect(settle().preferences.zone == .almaty && settle().origins[.zone] == .builtIn)
    }

    @Test func theLanguageOfTheMachineStandsBehindTheFile() {
        let file = "language = \"ru\""
        #expect(language(file, ["LANG": "en_US.UTF-8"]) == "ru")
        #expect(language(file, ["LC_MESSAGES": "zh_CN.UTF-8"]) == "ru")
        #expect(language(file, ["LC_ALL": "zh_CN.UTF-8"]) == "zh")
        #expect(language(file, ["LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"]) == "ru")
        #expect(language(file, ["CARICC_LANGUAGE": "en", "LC_ALL": "zh_CN.UTF-8"]) == "en")
        #expect(language("", ["LC_ALL": "", "LANG": "zh_CN.UTF-8"]) == "zh")
        #expect(language("", ["LC_ALL": "ru_RU.UTF-8", "LANG": "zh_CN.UTF-8"]) == "ru")
        #expect(language("", ["LANG": "fr_FR.UTF-8"]) == "en", "a machine's language without words is no fault")
        #expect(language("", [:]) == "en")
    }

    @Test func theLogIsWhereItIsSaid() {
        func log(_ file: String, _ environment: [String: String]) -> String {
            settle(file, environment: environment).preferences.log
        }
        #expect(log("", ["CARICC_HOME": "/srv/l", "HOME": "/h"]) == "/srv/l")
        #expect(log("log = \"~/n\"", ["CARICC_HOME": "l", "HOME": "/h"]) == "l")
        #expect(log("log = \"~/n\"", ["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "~/n")
        #expect(log("", ["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/caricc/log")
        #expect(log("", ["XDG_DATA_HOME": "d", "HOME": "/h"]) == "/h/.local/share/caricc/log")
        #expect(log("", ["CARICC_HOME": "", "HOME": "/h"]) == "/h/.local/share/caricc/log")
    }

    @Test func variablesThatSayNothingUsableAreLeftOut() {
        for text in ["0", "x", "5001", ""] {
            #expect(settle(environment: ["ESCDELAY": text]).preferences.escapeDelayMilliseconds == 25)
        }
        #expect(
            settle("escape_delay_ms = 50", environment: ["ESCDELAY": "100"]).preferences.escapeDelayMilliseconds == 100)
        #expect(settle(environment: [:]).preferences.officer == "root")
        #expect(settle("officer = \"orazov\"", environment: ["CARICC_OFFICER": ""]).preferences.officer == "orazov")
    }

    @Test func whatDiffersIsNamedInTheOrderOfTheTable() {
        var new = Preferences()
        new[.sound] = .word("off")
        new[.theme] = .word("dark")
        #expect(new.keysChanged(from: Preferences()) == [.theme, .sound])
        #expect(new.sound == .off && Preferences().sound == .bell)
        #expect(Preferences().keyboards == nil && settle().preferences.keyboards == nil)
        #expect(settle("layouts = [\"kz\", \"us\"]").preferences.keyboards == ["kz", "us"])
    }
}
