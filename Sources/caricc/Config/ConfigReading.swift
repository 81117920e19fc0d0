import Exchange
import Foundation
import Interface
import Keyboards
import Settings
import Themes
import Wording

/// The whole configuration as it lies on the disk at one moment, and what is wrong with it.
struct ConfigReading: Sendable {
    /// The largest file of the configuration, in bytes.
    static let limitBytes = 1 << 20

    let settings: SettingsFile
    let shelf: ThemeShelf
    /// The text of each theme of the person's own.
    let themeTexts: [String: String]
    /// Whether a file changed while it was read; then it is to be read once more.
    var isTorn: Bool {
        faults.contains { if case .file(.changedWhileRead, _) = $0 { true } else { false } }
    }
    /// The person's keys; the shipped ones where there is no `keys.toml`.
    let keymap: Keymap
    /// The bytes of `views.toml`; nil where there is no such file.
    let views: [UInt8]?
    /// In the order of the files and of the lines in them.
    let faults: [ConfigFault]

    /// Reads everything. What is not there is no fault.
    init(_ places: ConfigPlaces, languages: [String] = ConfigReading.languages()) {
        var faults: [ConfigFault] = []
        let themes = ThemeFolder(path: places.themes).read()
        shelf = ThemeShelf(user: themes.texts.map { ($0.key, $0.value) })
        themeTexts = themes.texts
        let choices = SettingChoices(themes: shelf.names, languages: languages)
        settings = ConfigReading.settings(in: places, choices: choices, &faults)
        keymap = ConfigReading.keymap(in: places, settings: settings, &faults)
        views = ConfigReading.bytes(of: places.views, &faults)
        faults += views.map { ViewsText.faults(in: $0).map { .view($0) } } ?? []
        self.faults = faults + themes.faults
    }

    /// The settings alone, for commands that show no screen.
    static func settings(in places: ConfigPlaces) -> (file: SettingsFile, faults: [ConfigFault]) {
        var faults: [ConfigFault] = []
        let file = settings(in: places, choices: SettingChoices(languages: languages()), &faults)
        return (file, faults)
    }

    /// The codes of the languages that can be chosen: those of the release, and those that are installed.
    static func languages() -> [String] {
        let installed = Catalogue.available().filter { !Language.shipped.contains($0) }
        return (Language.shipped + installed).map(\.rawValue)
    }

    private static func settings(
        in places: ConfigPlaces, choices: SettingChoices, _ faults: inout [ConfigFault]
    ) -> SettingsFile {
        let name = (places.config as NSString).lastPathComponent
        guard let bytes = bytes(of: places.config, &faults) else { return SettingsFile(absent: name) }
        let file = SettingsFile(reading: bytes, name: name, choices: choices)
        faults += file.faults.map { .setting($0) }
        return file
    }

    private static func keymap(
        in places: ConfigPlaces, settings: SettingsFile, _ faults: inout [ConfigFault]
    ) -> Keymap {
        guard let bytes = bytes(of: places.keys, &faults) else { return .standard }
        let preferences = Preferences(settings.values)
        let order =
            KeyboardLayout.order(in: preferences) ?? KeyboardLayout.order(for: preferences.language.rawValue)
        let read = Keymap.reading(String(decoding: bytes, as: UTF8.self), layouts: order)
        faults += read.faults.map { .key($0) }
        return read.keymap
    }

    /// The bytes of a file; nil where there is none, or where it is a fault.
    static func bytes(of path: String, _ faults: inout [ConfigFault]) -> [UInt8]? {
        do throws(SafeFile.Fault) {
            return try SafeFile.read(path, limitBytes: limitBytes)
        } catch {
            if error != .notThere { faults.append(.file(error, path: path)) }
            return nil
        }
    }
}
