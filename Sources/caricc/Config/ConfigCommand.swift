import ArgumentParser
import Exchange
import Foundation
import Keyboards
import Model
import Screen
import Settings
import Wording

/// The files of the person's own wishes.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Where the settings lie, whether they are sound, and what holds.",
        discussion: """
            A running console takes changes of these files over at once. Example:

              mkdir -p ~/.config/caricc
              caricc config sample > ~/.config/caricc/config.toml
              caricc config check
            """,
        subcommands: [ConfigPath.self, ConfigCheck.self, ConfigShow.self, ConfigSample.self])
}

struct ConfigPath: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Print where the files are looked for, and which of them there are.",
        discussion: "Example:\n\n  caricc config path")

    @OptionGroup var speech: SpeechOptions
    var tellsConfigFaults: Bool { false }

    func perform(_ voice: Voice) throws -> ExitStatus {
        for path in ConfigPlaces.here.all {
            let isThere = FileManager.default.fileExists(atPath: path)
            try voice.line("\(path)  \(voice.text(isThere ? "exists" : "absent"))")
        }
        return .done
    }
}

struct ConfigCheck: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read the files and say what is wrong, with file, line and key.",
        discussion: """
            Without a file, all of them are read. The status is 1 where something is wrong. Example:

              caricc config check
              caricc config check new.toml
            """)

    @Argument(help: ArgumentHelp("A file to read as config.toml.", valueName: "file"), completion: .file())
    var file: String?

    @OptionGroup var speech: SpeechOptions
    var tellsConfigFaults: Bool { false }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let faults = try file.map(ConfigCheck.faults(in:)) ?? ConfigReading(.here).faults
        let folder = file == nil ? ConfigPlaces.here.folder : nil
        for fault in faults { try voice.say(fault.message(in: folder)) }
        guard faults.isEmpty else { return .findings }
        try voice.say("No fault found")
        return .done
    }

    private static func faults(in path: String) throws -> [ConfigFault] {
        do throws(SafeFile.Fault) {
            let bytes = try SafeFile.read(path, limitBytes: ConfigReading.limitBytes)
            let choices = SettingChoices(themes: ThemeFolder.names(), languages: ConfigReading.languages())
            return SettingsFile(reading: bytes, name: path, choices: choices).faults.map { .setting($0) }
        } catch {
            throw CommandFault.said(ConfigFault.file(error, path: path).message)
        }
    }
}

struct ConfigShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print every setting that holds, and where its value comes from.",
        discussion: """
            Options are taken as the board would take them. Example:

              caricc config show
              caricc config show --json --theme dark
            """)

    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var look: LookOptions
    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }
    var tellsConfigFaults: Bool { false }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let reading = ConfigReading(.here)
        if let advice = reading.faults.advice { voice.warn("caricc: \(advice)") }
        let settings = StartingConfig.sources(log.settings.merging(look.settings) { $1 }, file: reading.settings)
            .settle()
        let rows = SettingKey.allCases.map { key in
            (key, ConfigShow.value(of: key, in: settings), settings.origins[key] ?? .builtIn)
        }
        let lines = rows.map { "\($0.0.rawValue) = \($0.1.toml)" }
        let width = lines.map { SafeText($0).width }.filter { $0 <= 40 }.max() ?? 0
        for ((key, value, origin), line) in zip(rows, lines) {
            if json {
                try voice.json(origin.json(of: key, value))
            } else {
                try voice.line("\(line.padded(to: width))  # \(voice.text(origin.message))")
            }
        }
        if !json, ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false {
            try voice.line("# " + voice.text("NO_COLOR is set: whatever the theme, no colours are shown"))
        }
        return reading.faults.isEmpty ? .done : .findings
    }

    private static func value(of key: SettingKey, in settings: EffectiveSettings) -> SettingValue {
        guard key == .layouts, settings.preferences.keyboards == nil else { return settings.preferences[key] }
        return .list(KeyboardLayout.order(for: settings.preferences.language.rawValue).map(\.code))
    }
}

struct ConfigSample: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Print a file of settings to begin with: every key, explained.",
        discussion: "Example:\n\n  caricc config sample > ~/.config/caricc/config.toml")

    @OptionGroup var speech: SpeechOptions
    var tellsConfigFaults: Bool { false }

    func perform(_ voice: Voice) throws -> ExitStatus {
        try voice.bytes(Array(SettingsSample.text(in: voice.catalogue).utf8))
        return .done
    }
}

extension SettingOrigin {
    /// Where a value comes from: `config.toml:3`, `TZ`, `--theme`, built in.
    var message: Message {
        switch self {
        case .option(let name), .environment(let name): .verbatim(name)
        case .file(let name, let line): .verbatim(line > 0 ? "\(name):\(line)" : name)
        case .builtIn: "built in"
        }
    }

    fileprivate func json(of key: SettingKey, _ value: SettingValue) -> JSONObject {
        var object = JSONObject()
        object["key"] = .string(key.rawValue)
        object["value"] = value.json
        switch self {
        case .option(let name): (object["origin"], object["name"]) = (.string("option"), .string(name))
        case .environment(let name): (object["origin"], object["name"]) = (.string("environment"), .string(name))
        case .builtIn: object["origin"] = .string("built-in")
        case .file(let name, let line):
            (object["origin"], object["name"]) = (.string("file"), .string(name))
            object["line"] = .integer(Int64(line))
        }
        return object
    }
}

extension SettingValue {
    fileprivate var json: JSON {
        switch self {
        case .word(let text): .string(text)
        case .flag(let isOn): .bool(isOn)
        case .number(let number): .integer(Int64(number))
        case .list(let items): .array(items.map { .string($0) })
        }
    }
}
