import Foundation
import Testing

@testable import Wording

@Suite struct CatalogueTests {
    private let records = PoEntry(
        id: "%1 record", plural: "%1 records", translations: ["%1 запись", "%1 записи", "%1 записей"])

    @Test(arguments: [
        (1, "1 запись"), (2, "2 записи"), (5, "5 записей"), (11, "11 записей"), (21, "21 запись"), (111, "111 записей"),
    ])
    func choosesTheFormOfTheLanguage(_ count: Int, _ expected: String) {
        let catalogue = Catalogue(language: .ru, entries: [records])
        #expect(catalogue.text(.plural(count, one: "%1 record", other: "%1 records")) == expected)
    }

    @Test func fallsBackToTheEnglishForms() {
        let catalogue = Catalogue(language: .ru, entries: [])
        #expect(catalogue.text(.plural(21, one: "%1 record", other: "%1 records")) == "21 records")
        #expect(catalogue.text(.plural(1, one: "%1 record", other: "%1 records")) == "1 record")
        #expect(catalogue.text("Ask \("UZB") by \("05:00")") == "Ask UZB by 05:00")
    }

    @Test func pluralsTakeMoreArguments() {
        let message = Message.plural(2, one: "%1 record of %2", other: "%1 records of %2", .text("UZB"))
        #expect(Catalogue.english.text(message) == "2 records of UZB")
    }

    @Test func placesMayChangeTheirOrder() {
        let entry = PoEntry(id: "Ask %1 by %2", translations: ["До %2 спросить %1"])
        #expect(
            Catalogue(language: .ru, entries: [entry]).text("Ask \("UZB") by \("05:00")") == "До 05:00 спросить UZB")
    }

    @Test func nestedMessagesAreTranslatedToo() {
        let catalogue = Catalogue(
            language: .ru,
            entries: [
                PoEntry(id: "Held by %1", translations: ["Держит: %1"]),
                PoEntry(id: "customs", translations: ["таможня"]),
            ])
        let customs: Message = "customs"
        #expect(catalogue.text("Held by \(customs)") == "Держит: таможня")
        #expect(catalogue.text("Held by \("customs")") == "Держит: customs")
    }

    @Test func contextsAreKeptApart() {
        let catalogue = Catalogue(
            language: .ru,
            entries: [
                PoEntry(id: "State", translations: ["Государство"]),
                PoEntry(context: "footer", id: "State", translations: ["Состояние"]),
            ])
        let state: Message = "State"
        #expect(catalogue.text(state) == "Государство")
        #expect(catalogue.text(state.inContext("footer")) == "Состояние")
        #expect(catalogue.text(state.inContext("other")) == "State")
    }

    @Test func incompleteAndFuzzyEntriesAreShownInEnglish() {
        var fuzzy = PoEntry(id: "Open", translations: ["Закрыть"])
        fuzzy.isFuzzy = true
        let half = PoEntry(id: "%1 day", plural: "%1 days", translations: ["%1 день", "", "%1 дней"])
        let catalogue = Catalogue(language: .ru, entries: [fuzzy, half, PoEntry(id: "Help", translations: [""])])
        #expect(catalogue.text("Open") == "Open")
        #expect(catalogue.text("Help") == "Help")
        #expect(catalogue.text(.plural(1, one: "%1 day", other: "%1 days")) == "1 day")
        #expect(catalogue.problems.isEmpty)
        #expect(catalogue.missing(from: ["Open", "%1 day", "Help"]) == ["Open", "%1 day", "Help"])
    }

    @Test func aTranslationThatLosesATimeIsNotUsed() throws {
        var entry = PoEntry(id: "Ask %1 by %2", translations: ["Спросить %1"])
        entry.line = 12
        let catalogue = Catalogue(language: .ru, entries: [entry])
        #expect(catalogue.text("Ask \("UZB") by \("05:00")") == "Ask UZB by 05:00")
        let problem = try #require(catalogue.problems.first)
        #expect(problem.kind == .places(found: [1], expected: [1, 2]))
        #expect(
            Catalogue.english.text(problem.message)
                == "line 12: “Ask %1 by %2” has the places %1 %2, its translation %1")
    }

    @Test func aTranslationWithTooFewFormsIsNotUsed() {
        let two = PoEntry(id: "%1 day", plural: "%1 days", translations: ["%1 день", "%1 дня"])
        let catalogue = Catalogue(language: .ru, entries: [two])
        #expect(catalogue.problems.map(\.kind) == [.forms(found: 2, expected: 3)])
        #expect(catalogue.text(.plural(2, one: "%1 day", other: "%1 days")) == "2 days")
    }

    @Test func aPluralFormMayLeaveOutItsNumberOnly() {
        let good = PoEntry(
            id: "%1 day of %2", plural: "%1 days of %2", translations: ["день %2", "%1 дня %2", "%1 дней %2"])
        let bad = PoEntry(
            id: "%1 hour of %2", plural: "%1 hours of %2", translations: ["час", "%1 часа %2", "%1 часов %2"])
        let catalogue = Catalogue(language: .ru, entries: [good, bad])
        #expect(catalogue.problems.map(\.id) == ["%1 hour of %2"])
    }

    @Test func namesWhatIsMissing() {
        let catalogue = Catalogue(language: .ru, entries: [records])
        #expect(catalogue.missing(from: ["Help", "%1 record"]) == ["Help"])
        #expect(Catalogue.english.missing(from: ["Help"]).isEmpty)
    }
}

@Suite struct CatalogueLoadingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "wording-\(UUID().uuidString)").path

    private func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    @Test func absenceIsAFaultAndASentence() {
        let fault = #expect(throws: CatalogueFault.self) {
            try Catalogue.load(.ru, folders: ["/nowhere/a", "/nowhere/b"])
        }
        #expect(fault == .absent(.ru, folders: ["/nowhere/a", "/nowhere/b"]))
        #expect(
            fault.map { Catalogue.english.text($0.message) }
                == "No words for Русский (ru.po); English is shown. Looked in: /nowhere/a, /nowhere/b")
    }

    @Test func englishNeedsNoFile() throws {
        #expect(try Catalogue.load(.en, folders: []).text("Help") == "Help")
    }

    @Test func theFirstFolderWithTheFileWins() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("msgid \"Help\"\nmsgstr \"Жардам\"\n", to: "ky.po")
        let kyrgyz = try #require(Language(rawValue: "ky"))
        #expect(try Catalogue.load(kyrgyz, folders: ["/nowhere", folder]).text("Help") == "Жардам")
        #expect(Catalogue.available(in: ["/nowhere", folder]) == [.en, kyrgyz])
    }

    @Test func aMalformedFileIsNamedWithItsLine() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("msgid \"Help\"\nmsgstr Помощь\n", to: "ru.po")
        let fault = #expect(throws: CatalogueFault.self) { try Catalogue.load(.ru, folders: [folder]) }
        #expect(fault == .malformed(path: "\(folder)/ru.po", PoFault(line: 2, kind: .missingQuote)))
    }

    @Test func aFileOfAnotherLanguageIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("msgid \"\"\nmsgstr \"Language: kk\\n\"\n", to: "ru.po")
        let fault = #expect(throws: CatalogueFault.self) { try Catalogue.load(.ru, folders: [folder]) }
        #expect(fault == .otherLanguage(path: "\(folder)/ru.po", found: "kk"))
    }

    @Test func aFolderInPlaceOfTheFileIsUnreadable() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: "\(folder)/ru.po", withIntermediateDirectories: true)
        let fault = #expect(throws: CatalogueFault.self) { try Catalogue.load(.ru, folders: [folder]) }
        #expect(fault == .unreadable(path: "\(folder)/ru.po", code: 21))
    }
}
