import Testing

@testable import Wording

/// The catalogues as they lie beside the test program, found in the way the product finds them.
@Suite struct ShippedCatalogueTests {
    static let translated: [Language] = [.ru, .zh]

    @Test func liesBesideTheExecutable() {
        #expect(Catalogue.available() == [.en, .ru, .zh])
    }

    @Test(arguments: translated)
    func parsesWithoutProblems(_ language: Language) throws {
        let catalogue = try Catalogue.load(language)
        #expect(catalogue.problems == [])
        #expect(catalogue.language == language)
    }

    @Test func haveTheSameMessages() throws {
        let russian = Set(try entries(.ru).map(\.key))
        let chinese = Set(try entries(.zh).map(\.key))
        #expect(russian.symmetricDifference(chinese).sorted() == [])
    }

    @Test(arguments: translated)
    func everyMessageIsTranslated(_ language: Language) throws {
        #expect(try entries(language).filter { !$0.isComplete }.map(\.id) == [])
    }

    @Test(arguments: translated)
    func placesOfTextAndTranslationAreTheSame(_ language: Language) throws {
        for entry in try entries(language) {
            let expected = Template.placesUsed(in: entry.id)
            for translation in entry.translations {
                #expect(Template.placesUsed(in: translation) == expected, "line \(entry.line): \(entry.id)")
            }
        }
    }

    @Test func wordsOfTheGlossary() throws {
        let russian = try Catalogue.load(.ru)
        let chinese = try Catalogue.load(.zh)
        let words: [(Message, String, String)] = [
            ("controlled delivery", "контролируемая поставка", "控制下交付"), ("seal", "пломба", "封志"),
            ("seizure", "изъятие", "缉获"), ("officer in charge", "исполнитель", "承办人"), ("LIVE", "РЕАЛЬНО", "实时"),
            ("DRILL", "УЧЕНИЕ", "演习"), ("shelved until \("08:00")", "отложено до 08:00", "搁置至 08:00"),
            (Message(key: "exhibit", context: "short"), "вещдок", "物证"),
        ]
        for (message, inRussian, inChinese) in words {
            #expect(russian.text(message) == inRussian)

            #expect(chinese.text(message) == inChinese)
        }
    }

    @Test(arguments: translated)
    func everyZoneHasItsPlaceName(_ language: Language) throws {
        let places = Zone.all.compactMap(\.place?.key)
        #expect(places.count == Zone.all.count)
        #expect(try Catalogue.load(language).missing(from: places) == [])
    }

    @Test(arguments: translated)
    func ownSentencesAreTranslated(_ language: Language) throws {
        let catalogue = try Catalogue.load(language)
        let typed: [TimeEntryFault] = [
            .empty, .notATime(""), .noSuchHour(1), .noSuchMinute(1), .notADay(""), .noSuchDay(""), .notALength(""),
            .tooLong,
        ]
        let read: [PoFault.Kind] = [
            .notUTF8, .unknownKeyword(""), .missingQuote, .unterminatedString, .unknownEscape(""), .controlCharacter,
            .textAfterString, .stringWithoutKeyword, .keywordOutOfOrder(""), .missingTranslation, .pluralFormExpected,
            .pluralFormUnexpected, .pluralFormOutOfOrder(expected: 0), .duplicate(firstLine: 1), .headerNotFirst,
            .headerField(""),
        ]
        let loaded: [CatalogueFault] = [
            .absent(.ru, folders: []), .unreadable(path: "", code: 1),
            .malformed(path: "", PoFault(line: 1, kind: .notUTF8)),
            .otherLanguage(path: "", found: ""),
        ]
        let messages = typed.map(\.message) + loaded.map(\.message) + read.map { PoFault(line: 1, kind: $0).message }
        #expect(catalogue.missing(from: messages.flatMap(keys)) == [])
    }

    private func keys(of message: Message) -> [String] {
        let nested = message.arguments.flatMap { argument in
            if case .message(let inner) = argument { keys(of: inner) } else { [String]() }
        }
        return nested + (message.isVerbatim ? [] : [message.key])
    }

    private func entries(_ language: Language) throws -> [PoEntry] {
        for folder in Catalogue.standardFolders() {
            guard let bytes = try Catalogue.contents(of: "\(folder)/\(language.rawValue).po") else { continue }
            let entries = try PoReader.read(bytes).entries
            try #require(entries.count > 500)
            return entries
        }
        throw CatalogueFault.absent(language, folders: Catalogue.standardFolders())
    }
}
