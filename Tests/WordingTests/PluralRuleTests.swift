import Testing

@testable import Wording

@Suite struct PluralRuleTests {
    @Test(arguments: [
        (0, PluralCategory.many), (1, .one), (2, .few), (4, .few), (5, .many), (11, .many), (12, .many), (14, .many),
        (21, .one), (22, .few), (25, .many), (100, .many), (101, .one), (111, .many), (112, .many), (1_002, .few),
        (-1, .one), (-3, .few),
    ])
    func russian(_ number: Int, _ category: PluralCategory) {
        #expect(PluralRule(.ru).pluralCategory(number) == category)
    }

    @Test(arguments: ["en", "kk", "ky", "tg", "uz", "tk", "az"])
    func singularAndPlural(_ code: String) throws {
        let rule = PluralRule(try #require(Language(rawValue: code)))
        #expect([0, 1, 2, 21].map(rule.pluralCategory) == [.other, .one, .other, .other])
        #expect([0, 1].map(rule.formIndex) == [1, 0])
    }

    @Test func chineseHasOneForm() {
        let rule = PluralRule(.zh)
        #expect([0, 1, 2, 21].allSatisfy { rule.pluralCategory($0) == .other })
        #expect([0, 1, 2, 21].allSatisfy { rule.formIndex($0) == 0 })
    }
}

@Suite struct LanguageTests {
    @Test(arguments: [("ru_RU.UTF-8", "ru"), ("zh_CN", "zh"), ("en", "en"), ("kk-KZ", "kk")])
    func fromLocale(_ locale: String, _ code: String) {
        #expect(Language(locale: locale)?.rawValue == code)
    }

    @Test(arguments: ["C", "POSIX", "", "_RU", "../ru"])
    func noLanguage(_ locale: String) { #expect(Language(locale: locale) == nil) }

    @Test(arguments: ["", "e", "engl", "EN", "r/", "ру"])
    func noCode(_ code: String) { #expect(Language(rawValue: code) == nil) }

    @Test func namesItself() {
        #expect(Language.shipped.map(\.displayName) == ["English", "Русский", "中文"])
        #expect(Language(rawValue: "xx")?.displayName == "xx")
    }
}
