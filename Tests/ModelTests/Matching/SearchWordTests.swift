import Testing

@testable import Model

@Suite struct SearchWordTests {
    @Test(arguments: [
        ("Khujand", "Изъято в Худжанде 3 кг"), ("Khujand", "г. Хужанд"), ("Худжанд", "near Khujand"),
        ("хужанд", "Xo'jand, Hujand, Xujand"),
        ("Tashkent", "через Ташкент"), ("Ташкент", "via Tashkent"), ("Toshkent", "через Ташкент"),
        ("Herat", "из Герата"),
        ("Юсупов", "Yusupov A."), ("Yusupov", "ЮСУПОВ А."), ("Юсупов", "Iusupov"), ("Шарипов", "Şaripow"),
        ("Жумабаев", "Jumabayev"),
        ("A123BC77", "г/н А123ВС77"), ("а123вс77", "plate A123BC77"), ("Bishkek", "Бишкек"), ("Бишкек", "Bishkek"),
        ("qo'rg'on", "Қурғон"),
    ])
    func aWordFindsItsOtherSpellings(typed: String, text: String) {
        #expect(
            EntryFilter(typed).matches(text: text),
            "\(Transliteration.searchForms(of: typed).map { String(decoding: $0, as: UTF8.self) })")
    }

    @Test(arguments: [
        ("war", "товар"), ("Khujand", "Хорог"), ("Юсупов", "Yunusov"), ("heroin", "хлеб"), ("05KG711ABJ", "05KG711ABK"),
    ])
    func otherWordsAreNotFound(typed: String, text: String) {
        #expect(!EntryFilter(typed).matches(text: text))
    }

    @Test func codesStayCodes() {
        #expect(!EntryFilter("state:KAZA").matches(text: "Каза"))
        #expect(!EntryFilter("-Khujand").matches(text: "Худжанд"))
        #expect(Transliteration.searchForms(of: "Жумабаев Shokir").isEmpty)
        for (word, _) in NamePairs.alike { #expect(Transliteration.searchForms(of: word).count <= 8) }
    }
}
