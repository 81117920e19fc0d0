import Foundation
import Settings
import TestSupport
import Testing
import Wording

@testable import caricc

@Suite struct PreferencesKeeperTests {
    private let folder: TemporaryFolder
    private let places: ConfigPlaces

    init() throws {
        folder = try TemporaryFolder()
        places = ConfigPlaces(environment: ["XDG_CONFIG_HOME": folder.path])
        try FileManager.default.createDirectory(atPath: places.themes, withIntermediateDirectories: true)
    }

    private func write(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func keeper(options: [SettingKey: SettingSources.Option] = [:]) -> PreferencesKeeper {
        let reading = ConfigReading(places)
        let sources = SettingSources(options: options, environment: [:], file: reading.settings, login: "root")
        return PreferencesKeeper(reading, sources: sources)
    }

    private func text(_ outcome: PreferencesKeeper.Outcome) -> String {
        outcome.news.map { Catalogue.english.text($0) } ?? ""
    }

    @Test func aChangeIsTakenOverAndTold() throws {
        try write("theme = \"dark\"", places.config)
        var keeper = keeper()
        try write("theme = \"light\"\nofficer = \"orazov\"", places.config)
        let outcome = keeper.take(ConfigReading(places))
        #expect(outcome.keys == [.theme, .officer] && !outcome.isFault)
        #expect(keeper.preferences.theme == "light")
        #expect(
            text(outcome) == "config.toml: theme dark → light, officer root → orazov from the next start on")
    }

    @Test func aFaultInTheViewsReachesTheBoardSoThatNothingOverwritesTheFile() throws {
        try write("[view.a]\nzoom = true\n", places.views)
        var keeper = keeper()
        let faulty = "[view.a]\nzoom = 1\n"
        try write(faulty, places.views)
        let outcome = keeper.take(ConfigReading(places))
        #expect(outcome.hasNewViews && outcome.isFault && keeper.views == Array(faulty.utf8))
        #expect(text(outcome) == "views.toml:2: view.a.zoom: the value cannot be used; it can be true, false")
    }

    @Test func aFaultKeepsTheLastGoodAndNamesFileLineAndKey() throws {
        try write("theme = \"dark\"", places.config)
        var keeper = keeper()
        try write("theme = \"light\"\nmuose = true\ntitle = 1", places.config)
        let outcome = keeper.take(ConfigReading(places))
        #expect(outcome.isFault && outcome.keys.isEmpty)
        #expect(keeper.preferences.theme == "dark", "also what is sound in the file waits")
        #expect(text(outcome) == "config.toml:2: muose: there is no such key. Did you mean “mouse”? (+1 more)")
        try write("theme = \"dark\"", places.config)
        #expect(text(keeper.take(ConfigReading(places))) == "The configuration is in order again.")
    }

    @Test func aFaultyBeginningUsesWhatIsSound() throws {
        try write("theme = \"light\"\nmouse = 1", places.config)
        let keeper = keeper()
        #expect(keeper.preferences.theme == "light" && !keeper.preferences.usesMouse)
        #expect(keeper.faults.count == 1)
    }

    @Test func anOptionStaysInFront() throws {
        var keeper = keeper(options: [.theme: .init("--theme", .word("mono"))])
        try write("theme = \"light\"", places.config)
        let outcome = keeper.take(ConfigReading(places))
        #expect(outcome.keys.isEmpty && keeper.preferences.theme == "mono")
        #expect(text(outcome) == "The configuration was read again; nothing changes.")
    }

    @Test func aThemeOfOnesOwnIsReadAgainOrStaysAsItWas() throws {
        let mine = places.themes + "/mine.toml"
        try write("inherits = \"dark\"", mine)
        try write("theme = \"mine\"", places.config)
        var keeper = keeper()
        #expect(keeper.faults == [] && keeper.preferences.theme == "mine")
        try write("inherits = \"light\"", mine)
        let outcome = keeper.take(ConfigReading(places))
        #expect(outcome.themes == ["mine"] && text(outcome) == "theme mine was read again")
        let light = try keeper.shelf.theme(named: "mine").palette
        try write("inherits = \"drak\"", mine)
        #expect(keeper.take(ConfigReading(places)).isFault)
        #expect(try keeper.shelf.theme(named: "mine").palette == light)
    }

    @Test func anOldFaultOfOneFileDoesNotHideTheNewsOfAnother() throws {
        try write("x = [", places.keys)
        var keeper = keeper()
        try write("theme = \"light\"", places.config)
        let outcome = keeper.take(ConfigReading(places))
        #expect(!outcome.isFault && text(outcome) == "config.toml: theme default → light")
        try write("x = [[", places.keys)
        #expect(keeper.take(ConfigReading(places)).isFault)
    }

    @Test func otherFilesAreHandedOnWhenTheyAreSound() throws {
        var keeper = keeper()
        try write("[unbind]\nzoom = \"all\"", places.keys)
        let outcome = keeper.take(ConfigReading(places))
        #expect(outcome.hasNewKeymap && !outcome.hasNewViews && keeper.faults == [], "\(text(outcome))")
        unlink(places.keys)
        #expect(keeper.take(ConfigReading(places)).hasNewKeymap)
    }

    @Test func whatIsNoPlainFileIsAFaultAndNotATrap() throws {
        mkfifo(places.config, 0o600)
        try FileManager.default.createDirectory(atPath: places.views, withIntermediateDirectories: true)
        try write(String(repeating: "#", count: ConfigReading.limitBytes + 1), places.keys)
        let faults = ConfigReading(places).faults.map { Catalogue.english.text($0.message) }
        #expect(faults.count == 3)
        #expect(faults.contains { $0.contains("named pipe") } && faults.contains { $0.contains("larger than 1 MiB") })
    }

    @Test func whatIsNotThereIsNoFault() {
        #expect(ConfigReading(places).faults == [])
        let nowhere = ConfigPlaces(environment: ["XDG_CONFIG_HOME": folder.path + "/none"])
        #expect(ConfigReading(nowhere).faults == [])
    }
}
