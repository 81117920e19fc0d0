import ArgumentParser
import Settings
import Wording

/// In which language and by which clock a command speaks.
struct SpeechOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Language of sentences: en, ru, zh, or one that is installed (default: CARICC_LANGUAGE, LC_ALL, config.toml, \
            LANG, en).
            """, valueName: "code"),
        completion: .custom { _, _, _ in ConfigReading.languages() }, transform: NameOption.language)
    var language: Language?

    @Option(
        help: ArgumentHelp(
            "Clock for times typed and shown: Almaty, Tashkent, UTC, +04:30 … (default: TZ, config.toml, Almaty).",
            valueName: "zone"),
        completion: .list(Zone.all.map(\.name)), transform: NameOption.zone)
    var zone: Zone?

    /// What was said here, for the settings.
    var settings: [SettingKey: SettingSources.Option] {
        var chosen: [SettingKey: SettingSources.Option] = [:]
        if let language { chosen[.language] = .init("--language", .word(language.rawValue)) }
        if let zone { chosen[.zone] = .init("--zone", .word(zone.name)) }
        return chosen
    }

    func voice() -> Voice { SpeechOptions.voice(StartingConfig.settle(settings)) }

    static func voice(_ settings: EffectiveSettings) -> Voice {
        let preferences = settings.preferences
        do {
            return Voice(catalogue: try Catalogue.load(preferences.language), zone: preferences.zone)
        } catch {
            let voice = Voice(catalogue: .english, zone: preferences.zone)
            // A language that nobody asked this program for is no news.
            if !settings.isOfTheMachine(.language) { voice.warn(error.message) }
            return voice
        }
    }
}

extension EffectiveSettings {
    /// Whether a value comes from a variable that every program reads.
    func isOfTheMachine(_ key: SettingKey) -> Bool {
        if case .environment(let name)? = origins[key] { !name.hasPrefix("CARICC_") } else { false }
    }
}
