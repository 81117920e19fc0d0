import Foundation
import Settings
import Wording

/// What this process found when it began: read once, for every command.
enum StartingConfig {
    private static let reading = ConfigReading.settings(in: .here)

    static var faults: [ConfigFault] { reading.faults }

    /// The settings that hold with some options of the command line on top.
    static func settle(_ options: [SettingKey: SettingSources.Option] = [:]) -> EffectiveSettings {
        sources(options, file: reading.file).settle()
    }

    static func sources(
        _ options: [SettingKey: SettingSources.Option], file: SettingsFile
    ) -> SettingSources {
        SettingSources(
            options: options, environment: ProcessInfo.processInfo.environment, file: file,
            choices: SettingChoices(languages: ConfigReading.languages()), login: Officer.login)
    }

    /// A path of the configuration, with the home folder in place of `~`.
    static func expanded(_ path: String) -> String {
        guard path.hasPrefix("~/") else { return path }
        return (ProcessInfo.processInfo.environment["HOME"] ?? "") + path.dropFirst()
    }
}

extension [ConfigFault] {
    /// The first fault, and how many more there are, for one line of a screen; nil where there is none.
    var summary: Message? {
        guard let first else { return nil }
        return count == 1 ? first.message : "\(first.message) (+\(count - 1) more)"
    }

    /// The same for the shell, with what shows the others.
    var advice: Message? {
        guard let first else { return nil }
        return count == 1 ? first.message : "\(first.message) (+\(count - 1) more: caricc config check)"
    }
}
