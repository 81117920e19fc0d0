/// A language by its ISO 639 code: two or three small Latin letters. Which ones can be shown depends on the catalogues
/// found.
package struct Language: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init?(rawValue: String) {
        guard (2...3).contains(rawValue.utf8.count),
            rawValue.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return nil }
        self.rawValue = rawValue
    }

    /// The language of a locale name such as `ru_RU.UTF-8`; nil for `C`, `POSIX` and what is no locale name.
    package init?(locale: String) {
        let code = locale.prefix { $0.isLetter }
        self.init(rawValue: code.lowercased())
    }

    private init(known code: String) { rawValue = code }

    package static let en = Language(known: "en")
    package static let ru = Language(known: "ru")
    package static let zh = Language(known: "zh")

    /// The languages of every release, in the order of the menu.
    package static let shipped = [en, ru, zh]

    /// The language's own name for itself; the code where we do not know it.
    package var displayName: String { Language.names[rawValue] ?? rawValue }

    private static let names = [
        "en": "English", "ru": "Русский", "zh": "中文", "kk": "Қазақша", "ky": "Кыргызча", "tg": "Тоҷикӣ",
        "uz": "O‘zbekcha", "tk": "Türkmençe", "az": "Azərbaycanca",
    ]
}
