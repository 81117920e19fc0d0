import Testing

@testable import Wording

/// Every sentence of the sources is there in Russian and Chinese.
@Suite struct SourceMessagesTests {
    static let translated: [Language] = [.ru, .zh]
    static let sources = Result { try SourceMessages(of: ["Interface", "Settings", "Wording", "caricc"]) }

    /// Texts that the model has as raw values of an enumeration, for `Message(key: rawValue)`: it knows no messages.
    static let rawKeys = Result { try SourceMessages.rawValues(in: "Model") }

    @Test(arguments: translated)
    func everySentenceIsTranslated(_ language: Language) throws {
        let entries = try Self.entries(language)
        let known = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0) })
        for (key, place) in try Self.sources.get().keys {
            guard let entry = known[PoEntry.key(id: key.id, context: key.context)] else {
                let context = key.context.map { ", with the context “\($0)”" } ?? ""
                Issue.record("\(place) has no words in \(language.rawValue).po\(context)")
                continue
            }
            #expect(entry.plural == key.plural, "\(place): the plural in \(language.rawValue).po is another one")
        }
        let rawKeys = try Self.rawKeys.get()
        #expect(rawKeys.count >= 10)
        for key in rawKeys { #expect(known[key] != nil, "“\(key)” has no words in \(language.rawValue).po") }
    }

    @Test func noPlaceIsUnknownToTheScanner() throws {
        for place in try Self.sources.get().unclear {
            Issue.record("\(place): is this a sentence? Tell it to LiteralPositions")
        }
    }

    /// The scanner is not blind: it finds what stands in every folder, in every kind of place.
    @Test(arguments: [
        (
            "Interface", 330,
            ["NOW %1", "Goods", "DRILL DRILL", "Search: ", "empty for now; 0406, 04:06", "2 this hour"]
        ),
        ("Wording", 45, ["%1 is not shelved", "That is more than 366 days", "the closing quote is missing"]),
        ("Settings", 17, ["Whether the window's title is set.", "Values: %1"]),
        ("caricc", 215, ["WHOLE: all %1 hold", "Importing", "%1: %2 %%, %3", "place: %1", "Verifying the copy"]),
    ])
    func findsTheSentencesOf(_ folder: String, _ atLeast: Int, _ some: [String]) throws {
        let found = try Self.sources.get().keys(in: folder)
        #expect(found.count >= atLeast)
        #expect(Set(some).subtracting(found.map(\.id)) == [])
    }

    @Test(arguments: [
        (#"func f() -> Message { "one \(a) of \(b.map { "x \($0)" }), 5 %" }"#, ["one %1 of %2, 5 %%"]),
        (#"func f() -> (Message, Role) { if a { return ("b c", .x) } else { return ("d e", .y) } }"#, ["b c", "d e"]),
        (#"func f() { let s: Message = a ? "b c" : "d e"; let t = "f g"; put("h i") }"#, ["b c", "d e"]),
        (#"var all: [Message] { return ["b c", "d \(e[0]["no sentence"])"] }"#, ["b c", "d %1"]),
        (#"var m: Message { switch self { case .a(let x): "b \(x)"; case .c: "d" } }"#, ["b %1", "d"]),
        (#"Command("name", "Label", "Help", unless: { s in s.x ? "Why not" : nil })"#, ["Label", "Help", "Why not"]),
        (#"let m: Message = .plural(n, one: "%1 row of %2", other: "%1 rows of %2", .text(a))"#, ["%1 row of %2"]),
        (#"say("\(n, one: "%1 row", other: "%1 rows") here")"#, ["%1 row", "%1 here"]),
        ("say(\"\"\"\n    one \\\n    line\n      two\n    \"\"\")", ["one line\n  two"]),
        (#"say("a \"b\" \u{2019}c"); object["k l"] = .string("m n"); // say("in a comment")"#, ["a \"b\" ’c"]),
    ])
    func findsSentencesWhereverTheyStand(_ source: String, _ expected: [String]) {
        let found = SourceMessages(reading: source)
        #expect(Set(found.keys.keys.map(\.id)) == Set(expected))
        #expect(found.unclear.isEmpty)
    }

    @Test func asksAboutTextInAnUnknownPlace() {
        let found = SourceMessages(reading: #"shout("Nobody knows this"); shout("code")"#)
        #expect(found.unclear.map(\.text) == ["Nobody knows this"])
        #expect(found.keys.isEmpty)
    }

    /// The footer has room for words of eight columns; Chinese characters take two.
    @Test(arguments: translated)
    func wordsOfTheFooterAreShort(_ language: Language) throws {
        let labels = try Self.entries(language).filter { $0.context == "footer" && $0.id != "State" }
        #expect(labels.count > 40)
        for label in labels {
            let text = label.translations[0]
            let columns = text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 8, "\(label.id): \(text)")
        }
    }

    private static func entries(_ language: Language) throws -> [PoEntry] {
        for folder in Catalogue.standardFolders() {
            guard let bytes = try Catalogue.contents(of: "\(folder)/\(language.rawValue).po") else { continue }
            return try PoReader.read(bytes).entries
        }
        throw CatalogueFault.absent(language, folders: Catalogue.standardFolders())
    }
}
