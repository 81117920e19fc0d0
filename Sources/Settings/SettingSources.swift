import Wording

/// Where a value came from.
package enum SettingOrigin: Hashable, Sendable {
    /// As it is typed: `--theme`.
    case option(String)
    case environment(String)
    case file(String, line: Int)
    case builtIn
}

/// Everything that has a say in the settings, and who wins: the command line, then the environment, then the file, then
/// what the machine was set up with, then what is built in.
///
/// `LC_ALL` and `TZ` are said on purpose and stand in front of the file. `LANG` stands behind it: it is set on nearly every
/// machine, and would make `language` in the file useless.
package struct SettingSources: Sendable {
    package struct Option: Equatable, Sendable {
        package let name: String
        package let value: SettingValue

        package init(_ name: String, _ value: SettingValue) {
            self.name = name
            self.value = value
        }
    }

    /// Options that were checked where they were parsed.
    package var options: [SettingKey: Option]
    package var environment: [String: String]
    package var file: SettingsFile
    package var choices: SettingChoices
    /// Who runs the program, for want of a better name.
    package var login: String

    package init(
        options: [SettingKey: Option] = [:], environment: [String: String], file: SettingsFile,
        choices: SettingChoices = SettingChoices(), login: String
    ) {
        self.options = options
        self.environment = environment
        self.file = file
        self.choices = choices
        self.login = login
    }

    /// The value of every key with its origin.
    package func settle() -> EffectiveSettings {
        var values: [SettingKey: SettingValue] = [:]
        var origins: [SettingKey: SettingOrigin] = [:]
        for key in SettingKey.allCases {
            let (value, origin) = settle(key)
            values[key] = value
            origins[key] = origin
        }
        return EffectiveSettings(preferences: Preferences(values), origins: origins)
    }

    private func settle(_ key: SettingKey) -> (SettingValue, SettingOrigin) {
        if let option = options[key] { return (option.value, .option(option.name)) }
        if let found = variable(of: key, among: key.overridingVariables) { return found }
        if let value = file.values[key] { return (value, .file(file.name, line: file.lines[key] ?? 0)) }
        if let found = variable(of: key, among: key.fallbackVariables) { return found }
        return (key.builtIn ?? personal(key), .builtIn)
    }

    /// What depends on who sits where; the layouts of the keyboard go with the language wherever they are used.
    private func personal(_ key: SettingKey) -> SettingValue {
        switch key {
        case .officer: .word(login)
        case .layouts: .list([])
        default: .word((environment["HOME"] ?? "") + "/.local/share/caricc/log")
        }
    }

    /// The first variable that says something this program understands; the others are the machine's own affair.
    private func variable(of key: SettingKey, among names: [String]) -> (SettingValue, SettingOrigin)? {
        for name in names {
            guard let text = environment[name], !text.isEmpty else { continue }
            guard let value = SettingSources.value(text, of: name, for: key) else { continue }
            // What was said to this program is believed, and judged where it is used; a log's path may be relative there.
            guard name.hasPrefix("CARICC_") || choices.problem(with: value, for: key) == nil else { continue }
            return (value, .environment(name))
        }
        return nil
    }

    private static func value(_ text: String, of variable: String, for key: SettingKey) -> SettingValue? {
        switch key {
        case .language: Language(locale: text).map { .word($0.rawValue) }
        case .zone: Zone.named(text.hasPrefix(":") ? String(text.dropFirst()) : text).map { .word($0.name) }
        case .escapeDelayMilliseconds: Int(text).map { .number($0) }
        // The XDG rules say that a relative path is to be ignored.
        case .log where variable == "XDG_DATA_HOME": text.hasPrefix("/") ? .word(text + "/caricc/log") : nil
        default: .word(text)
        }
    }
}

/// The settings that hold, and where each of them came from.
package struct EffectiveSettings: Equatable, Sendable {
    package let preferences: Preferences
    package let origins: [SettingKey: SettingOrigin]
}
