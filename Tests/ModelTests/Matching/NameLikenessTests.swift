import Testing

@testable import Model

@Suite struct NameLikenessTests {
    /// What the README says; printed by `theLabelledPairsAreToldApart`.
    private static let published = (precision: 0.99, recall: 0.91, keyRecall: 0.94)

    /// Each State writes these vowels its own way; that o may be u and e may be a holds for these names, and not for others.
    @Test func oneGivenNameIsFoundInAllItsSpellings() {
        for (a, b) in [
            ("Мухаммад", "Mohammed"), ("Muhammad", "Mohammed"), ("Мухаммад Каримов", "Karimov Mohamed"),
            ("Магомед", "Muhammad"), ("Ахмад Рахимов", "Ahmed Rakhimov"), ("Юсуф", "Youssef"), ("Умар", "Omar"),
        ] {
            #expect(NameLikeness(a, b).isSame, "\(a) \(b) \(NameLikeness(a, b))")
            #expect(NameLikeness(b, a).isSame)
        }
        for (a, b) in [
            ("Мухаммад", "Mahmud"), ("Мухаммад Каримов", "Mohammed Salimov"), ("Ahmad", "Samad"),
            ("Умаров", "Omarkhonov"),
        ] { #expect(!NameLikeness(a, b).isSame, "\(a) \(b)") }
        #expect(SearchWord("Mohammed").occurs(in: SearchFolding.bytes("гр. Мухаммад Каримов")))
        #expect(!SearchWord("Mohammed").occurs(in: SearchFolding.bytes("Махмуд")))
    }

    @Test func theLabelledPairsAreToldApart() {
        var (right, missed, wrong, filed) = (0, [String](), [String](), 0)
        for (a, b) in NamePairs.alike {
            let likeness = NameLikeness(a, b)
            if likeness.isSame { right += 1 } else { missed.append("\(a) \(b) \(likeness.score)") }
            let (keys, others) = (NameKey.keys(a), NameKey.keys(b))
            let isFiled =
                NumberLikeness.isNumber(a)
                ? Identifier(.plate, a).key == Identifier(.plate, b).key
                : keys.contains { key in others.contains { $0.overlap(key) } }
            filed += isFiled ? 1 : 0
        }
        for (a, b) in NamePairs.unlike where NameLikeness(a, b).isSame {
            wrong.append("\(a) \(b) \(NameLikeness(a, b).score)")
        }
        let precision = Double(right) / Double(right + wrong.count)
        let recall = Double(right) / Double(NamePairs.alike.count)
        let keyRecall = Double(filed) / Double(NamePairs.alike.count)
        print("name matching: \(NamePairs.alike.count) alike, \(NamePairs.unlike.count) unlike")
        print("precision \(precision), recall \(recall), under a shared key \(keyRecall)")
        print("taken for one: \(wrong.joined(separator: "; "))")
        print("not recognised: \(missed.joined(separator: "; "))")
        #expect(NamePairs.alike.count >= 300 && NamePairs.unlike.count >= 300)
        #expect(precision >= Self.published.precision)
        #expect(recall >= Self.published.recall)
        #expect(keyRecall >= Self.published.keyRecall)
    }

    @Test(arguments: [
        ("Хужанд", "Khujand", [NameLikeness.Reason.otherScript]), ("Yusupov", "Iusupov", [.transliteration]),
        ("Каримов", "Kаримов", [.lookAlike]), ("Каримов Рустам", "Рустам Каримов", [.wordOrder]),
        ("Рустам Каримов", "Рустам Анварович Каримов", [.missingPatronymic]),
        ("Ермеков Н.", "Ермеков Нурлан", [.initial]),
        ("Ак-Суу", "Аксуу", [.joined]), ("Каримов", "Керимов", [.oneLetter]), ("A123BC77", "A124BC77", [.oneLetter]),
        ("A128BC77", "A12BBC77", [.misread]), ("05KG711ABJ", "05 711 ABJ", [.countrySign]),
        ("Kanal", "Channel", [.alias]),
        ("Каримов", "каримов", [.same]), ("Пост 12", "Post 12", [.otherScript]),
    ])
    func theReasonIsSaid(a: String, b: String, reasons: [NameLikeness.Reason]) {
        let likeness = NameLikeness(a, b)
        #expect(likeness.reasons == reasons, "\(a) \(b) \(likeness.score)")
        #expect(NameLikeness(b, a).score == likeness.score)
    }

    @Test func twoFathersAreTwoPersons() {
        #expect(!NameLikeness("Рустам Анварович Каримов", "Рустам Бахтиёрович Каримов").isSame)
        #expect(!NameLikeness("Ермеков Н.Т.", "Ермеков А.Т.").isSame)
        #expect(NameLikeness("Ермеков Н.Т.", "Yermekov Nurlan").isSame)
    }

    @Test func theLettersThatDifferAreMarkedInBoth() {
        func marked(_ text: String, _ ranges: [Range<Int>]) -> [String] {
            let letters = Array(text)
            return ranges.map { String(letters[$0]) }
        }
        let plates = NameLikeness("A123BC77", "A128BC77")
        #expect(marked("A123BC77", plates.left) == ["3"] && marked("A128BC77", plates.right) == ["8"])
        let names = NameLikeness("Рустам Каримов", "Рустам Рахимов")
        #expect(
            marked("Рустам Каримов", names.left) == ["К", "р"] && marked("Рустам Рахимов", names.right) == ["Р", "х"])
        let scripts = NameLikeness("Тошкент", "Tashkent")
        #expect(marked("Тошкент", scripts.left) == ["о"] && marked("Tashkent", scripts.right) == ["a"])
        let doubles = NameLikeness("05KG711АBJ", "05KG711ABJ")
        #expect(doubles.left == [7..<8] && doubles.right == [7..<8])
    }

    /// Each system's spelling of a name is filed with the name, and recognised.
    @Test func everyTransliterationFindsItsName() {
        let names = [
            "Юсупов", "Шарипов", "Жумабаев", "Цой", "Щербаков", "Яковлев", "Хамроев", "Ғаниев", "Қурбонов", "Ҳусейнов",
            "Өмирбеков",
            "Үсенов", "Әлиев", "Ёров", "Ўринов", "Чынгыз", "Эргашев", "Наманган", "Вахдат", "Нұрсұлтан", "Җумаев",
            "Теңиз",
        ]
        for name in names {
            for system in Transliteration.System.allCases {
                let latin = Transliteration.latin(name, system)
                let likeness = NameLikeness(name, latin)
                #expect(likeness.isSame, "\(name) \(latin) \(system) \(likeness.score)")
                let (keys, others) = (NameKey.keys(name), NameKey.keys(latin))
                #expect(keys.contains { key in others.contains { $0.overlap(key) } }, "\(name) \(latin) \(system)")
            }
        }
    }

    @Test func noTextCrashesAndEveryRangeIsInside() {
        var chance = Chance(seed: 3)
        let signs = Array("AaКкжxqjcо‘'yhsskn 0917-.éİ京ب🚚\u{301}\u{306}".unicodeScalars)
        func text() -> String {
            var view = String.UnicodeScalarView()
            for _ in 0..<chance.next(14) { view.append(signs[chance.next(signs.count)]) }
            return String(view)
        }
        for _ in 0..<4000 {
            let (a, b) = (text(), text())
            let likeness = NameLikeness(a, b)
            #expect((0...1000).contains(likeness.score) && !likeness.reasons.isEmpty, "\(a)|\(b)")
            #expect(likeness.left.allSatisfy { $0.upperBound <= a.count }, "\(a)|\(b)")
            #expect(likeness.right.allSatisfy { $0.upperBound <= b.count }, "\(a)|\(b)")
            #expect(NameLikeness(a, a).score == 1000)
        }
    }

    @Test func manyKeysAreTheSameOneByOneAndInARow() {
        let words = NamePairs.alike.flatMap { [$0.0, $0.1] }
        var row: [ScriptKey.Keys?] = []
        ScriptKey.forEach(of: words) { row.append($0) }
        #expect(row == words.map { ScriptKey.keys(of: $0) })
    }
}
