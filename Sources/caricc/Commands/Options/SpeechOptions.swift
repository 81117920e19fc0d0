import ArgumentParser
import Glibc
import Wording

/// In which language and by which clock a command speaks.
struct SpeechOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Language of sentences: en, ru, zh, or one that is installed (default: CARICC_LANGUAGE, LC_ALL, LANG, en).",
            valueName: "code"))
    var language: String?

    @Option(help: ArgumentHelp("Clock for times typed and shown: Almaty, Tashkent, UTC, +04:30 …", valueName: "zone"))
    var zone = Zone.almaty

    func voice() throws -> Voice {
        let choice = try LanguageChoice(option: language) { name in getenv(name).map { String(cString: $0) } }
        do {
            return Voice(catalogue: try Catalogue.load(choice.language), zone: zone)
        } catch {
            let voice = Voice(catalogue: .english, zone: zone)
            if choice.isAskedFor { voice.warn(error.message) }
            return voice
        }
    }
}

/// Which language is wanted, and whether somebody asked this program for it.
struct LanguageChoice: Equatable {
    let language: Language
    /// False for what the machine's locale says; a language without words is then no news.
    let isAskedFor: Bool

    init(option: String?, environment: (String) -> String?) throws {
        if let option {
            guard let language = Language(locale: option) else {
                throw ValidationError("--language: “\(option)” is not a language code such as en, ru or zh.")
            }
            self.init(language, true)
            return
        }
        if let own = environment("CARICC_LANGUAGE").flatMap({ Language(locale: $0) }) {
            self.init(own, true)
            return
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
        self.init(locale.flatMap { Language(locale: $0) } ?? .en, false)
    }

    private init(_ language: Language, _ isAskedFor: Bool) {
        self.language = language
        self.isAskedFor = isAskedFor
    }
}
