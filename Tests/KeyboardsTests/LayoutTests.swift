import Foundation
import Testing

@testable import Keyboards

@Suite struct LayoutTests {
    static let us = KeyboardLayout.named("us")!
    static func layout(_ code: String) -> KeyboardLayout { KeyboardLayout.named(code)! }

    /// The table that is not part of the repository: in `CARICC_DATA`, or in `../shared/data` beside the package.
    static var sourceTable: String? {
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../shared/data"
        ).standardizedFileURL.path
        let folder = ProcessInfo.processInfo.environment["CARICC_DATA"] ?? beside
        return try? String(contentsOfFile: folder + "/keyboards/layouts.tsv", encoding: .utf8)
    }

    @Test(
        .enabled(if: sourceTable != nil, "No data folder: set CARICC_DATA to it. The shipped table was not compared."))
    func theShippedTableIsTheSourceTable() throws {
        let source = try #require(Self.sourceTable).split(separator: "\n").map(String.init)
        let shipped = String(decoding: PackageResources.layouts_tsv, as: UTF8.self).split(separator: "\n").map(
            String.init)
        #expect(shipped.filter { !$0.hasPrefix("#") } == source)
    }

    @Test func everyMemberStateAndTheUSAreThere() {
        #expect(KeyboardLayout.all.map(\.code) == ["us", "ru", "kz", "kg", "tj", "uz", "tm", "az"])
    }

    @Test(arguments: KeyboardLayout.all) func noLayoutHasACharacterTwice(_ layout: KeyboardLayout) {
        let positions = (0x21...0x7E).map { Character(UnicodeScalar(UInt8($0))) }
        let typed = positions.compactMap { layout.character(at: $0) }
        #expect(typed.count == 94)
        #expect(Set(typed).count == 94)
        for position in positions {
            #expect(layout.character(at: position).flatMap { layout.position(of: $0) } == position, "\(position)")
        }
    }

    @Test func positionsAreThoseOfTheUSLayout() {
        for code in 0x21...0x7E {
            let character = Character(UnicodeScalar(UInt8(code)))
            #expect(Self.us.position(of: character) == character)
        }
        #expect(KeyboardLayout.withoutShift("A") == "a" && KeyboardLayout.withoutShift("@") == "2")
        #expect(KeyboardLayout.withoutShift("a") == "a")
    }

    /// Characters that two layouts have at different positions: here the order of the layouts decides.
    @Test func theCollidingCharacters() {
        var positions: [Character: Set<Character>] = [:]
        for layout in KeyboardLayout.all {
            for code in 0x21...0x7E {
                let position = Character(UnicodeScalar(UInt8(code)))
                if let typed = layout.character(at: position) { positions[typed, default: []].insert(position) }
            }
        }
        let colliding = positions.filter { $0.value.count > 1 }
        #expect(String(colliding.keys.sorted()) == "\"(),./:;?IÇÖÜçöüŞşҒғҚқҢңҮүҲҳ№")
        func winner(_ character: Character, _ language: String) -> Character? {
            KeyboardLayout.order(for: language).lazy.compactMap { $0.position(of: character) }.first
        }
        for character in colliding.keys where character.isASCII {
            #expect(winner(character, "en") == character, "in English the US layout goes first")
        }
        for (language, character, position) in [
            ("en", "қ", "s"), ("tg", "қ", "w"), ("uz", "қ", "s"), ("kk", "қ", "0"), ("ru", ".", "/"), ("kk", ".", "7"),
            ("ru", ",", "?"), ("kk", ",", "6"), ("ru", "№", "#"), ("kk", "№", "/"), ("tk", "ü", "x"), ("az", "ü", "w"),
            ("az", "I", ":"), ("en", "ö", "["), ("tk", "ö", "]"), ("ru", "\"", "@"), ("kk", "\"", "1"),
        ] as [(String, Character, Character)] {
            #expect(winner(character, language) == position, "\(character) in \(language)")
        }
    }

    @Test func theOrderBeginsWithTheLanguageAndKazakhIsLastForTheOthers() {
        #expect(KeyboardLayout.order(for: "ru").map(\.code) == ["ru", "us", "kg", "uz", "tj", "az", "tm", "kz"])
        #expect(KeyboardLayout.order(for: "zh").map(\.code).first == "us")
        #expect(KeyboardLayout.order(for: "kk").map(\.code).first == "kz")
        for language in ["en", "ru", "zh", "kk", "ky", "tg", "uz", "tk", "az"] {
            #expect(Set(KeyboardLayout.order(for: language)) == Set(KeyboardLayout.all))
        }
    }
}

@Suite struct FlipTests {
    static func flips(_ text: String, _ language: String = "en") -> [String] {
        KeyboardLayout.flips(of: text, among: KeyboardLayout.order(for: language))
    }

    @Test(arguments: [
        ("ghbdtn", "привет"), ("фсл", "ack"), ("ФСЛ", "ack"), ("GHBDTN", "ПРИВЕТ"), ("[ktd", "хлев"), ("ехэ", "t['"),
        ("фсл 0002", "ack 0002"), ("сдщыу", "close"), ("yjdjt", "новое"), ("qwerty", "йцукен"), ("ürite", "write"),
        ("zäa", "zqa"), ("әғ-", "25-"),
    ])
    func aTextIsFlippedToWhatWasMeant(_ typed: String, _ meant: String) {
        #expect(Self.flips(typed).contains(meant), "\(Self.flips(typed))")
    }

    @Test func theFirstFlipIsTheLikelyOne() {
        #expect(Self.flips("ghbdtn").first == "привет")
        #expect(Self.flips("фсл").first == "ack")
        #expect(Self.flips("фсл", "ru").first == "ack")
        #expect(KeyboardLayout.flips(of: "фсл", among: [LayoutTests.layout("kz")]) == ["ack"], "Latin is always there")
    }

    @Test func decomposedLettersAreTheSame() {
        #expect(Self.flips("и\u{306}wq") == Self.flips("йwq"))
        #expect(Self.flips("и\u{306}").first == "q")
        #expect(KeyboardLayout.named("ru")?.position(of: "и\u{306}") == "q")
    }

    @Test func whatNoLayoutTypesIsNotFlipped() {
        #expect(Self.flips("确认").isEmpty && Self.flips("").isEmpty)
        #expect(!Self.flips("ghbdtn").contains("ghbdtn"))
        for flip in Self.flips("abcxyz.,;") { #expect(Self.flips("abcxyz.,;").count { $0 == flip } == 1) }
    }

    /// There and back again, for any text that a layout can type.
    @Test(arguments: KeyboardLayout.all) func aFlipComesBack(_ layout: KeyboardLayout) throws {
        let text = (0x21...0x7E).map { Character(UnicodeScalar(UInt8($0))) }
        let us = try #require(KeyboardLayout.named("us"))
        let typed = try #require(us.flip(String(text), to: layout))
        // A digit that the layout lacks comes from the keypad.
        #expect(layout.flip(typed, to: us) == String(text))
    }

    @Test func digitsOfTheKazakhRowAndNoOther() {
        let row = "\"әіңғ,.үұқ"
        #expect(KeyboardLayout.digits(in: row, on: KeyboardLayout.all)?.text == "1234567890")
        #expect(KeyboardLayout.digits(in: "қң:қ,", on: KeyboardLayout.all)?.text == "04:06")
        #expect(KeyboardLayout.digits(in: row, on: KeyboardLayout.all)?.layout.code == "kz")
        #expect(KeyboardLayout.digits(in: "1234", on: KeyboardLayout.all) == nil)
        #expect(KeyboardLayout.digits(in: row, on: [LayoutTests.us, LayoutTests.layout("ru")]) == nil)
    }

    @Test func caseIsTheSameInEveryLocale() {
        #expect("İSTANBUL".foldingCase == "istanbul".foldingCase)
        #expect("ısı".foldingCase == "ISI".foldingCase)
        #expect("ПРИНЯТЬ".foldingCase == "принять" && "Ещё".foldingCase == "еще")
        #expect("ӘҚҢ".foldingCase == "әқң")
    }
}
