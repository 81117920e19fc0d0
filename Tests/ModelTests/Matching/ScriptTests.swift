import Testing

@testable import Model

@Suite struct ScriptTests {
    @Test func theOddLettersOfAWordAreNamed() throws {
        let plate = try #require(ScriptMix.remark("05KG711АBJ"))
        #expect(plate.main == .latin)
        #expect(plate.odd == [OddLetter(letter: "А", script: .cyrillic, looksLike: "A", place: 7)])
        let name = try #require(ScriptMix.remark("Юсупoв Али"))
        #expect(name.main == .cyrillic && name.odd.map(\.place) == [4] && name.odd.first?.looksLike == "о")
        let greek = try #require(ScriptMix.remark("Ηeroin"))
        #expect(greek.odd.first?.script == .greek && greek.odd.first?.looksLike == "H")
    }

    @Test(arguments: [
        "Юсупов Ali", "USB-кабель", "АО/LLC", "京A12345", "Xo‘jand", "Қорғас", "Əliyev", "Müller", "05KG711ABJ", "12 кг",
        "", "т.е. CSTO",
        "и\u{306}од",
    ])
    func wordsOfOneScriptHaveNoRemark(text: String) {
        #expect(ScriptMix.remark(text) == nil)
    }

    /// T-TXT-5: each name or plate with one letter of it, or all that have a double, typed in another script.
    @Test func twoHundredLookAlikesHaveABadgeAndFindEachOther() {
        let names = [
            "Хорог", "Ош", "Каримов", "Хамроев", "Сатторов", "Мамасаидов", "Ахмедов", "Термез", "Нукус", "Кокшетау",
            "Karimov", "Akhmedov", "Hamroyev", "Osh", "Tokmok", "Mary", "Moscow", "Baku", "Petropavl", "Kosh-Korgon",
            "Ташкент", "Наманган", "Самарканд", "Арал", "Атырау", "Караганда", "Марыйская", "Петров", "Рахмонов",
            "Хуррамов",
            "Tashkent", "Samarkand", "Kara-Balta", "Batken", "Shymkent", "Aktobe", "Astana", "Atyrau", "Makhmudov",
            "Petrov",
            "A123BC77", "05KG711ABJ", "01A123BC", "AA1234AH", "1234AB01", "123ABC02", "10AA123", "TCKU3052547",
        ]
        var pairs = 0
        for name in names {
            let letters = Array(name.unicodeScalars)
            for place in letters.indices {
                for double in Self.doubles(letters[place]) {
                    var disguised = letters
                    disguised[place] = double
                    var view = String.UnicodeScalarView()
                    view.append(contentsOf: disguised)
                    let typed = String(view)
                    pairs += 1
                    #expect(NameLikeness(name, typed).score >= 950, "\(name) \(typed)")
                    if letters.count(where: { Script($0) != nil }) > 2 {
                        #expect(ScriptMix.remark(typed) != nil || typed.contains("-"), "\(typed)")
                    }
                    guard !name.contains(where: \.isNumber) else {
                        #expect(Identifier(.plate, name).key == Identifier(.plate, typed).key)
                        continue
                    }
                    let (keys, others) = (NameKey.keys(name), NameKey.keys(typed))
                    #expect(keys.contains { key in others.contains { $0.overlap(key) } }, "\(name) \(typed)")
                }
            }
        }
        #expect(pairs >= 200, "\(pairs)")
    }

    private static func doubles(_ letter: Unicode.Scalar) -> [Unicode.Scalar] {
        let latin = LookAlike.latin(letter)
        let cyrillic = LookAlike.cyrillic(letter).flatMap { $0 == letter ? nil : $0 }
        return [latin, cyrillic].compactMap { $0 }.filter { $0 != letter }
    }

    @Test func wholeWordsOfDoublesAreFound() throws {
        let (cyrillic, latin) = try (#require(ScriptKey.keys(of: "СОРОК")), #require(ScriptKey.keys(of: "COPOK")))
        #expect(cyrillic.overlap(latin))
        #expect(NameLikeness("СОРОК", "COPOK").reasons == [.lookAlike])
    }
}
