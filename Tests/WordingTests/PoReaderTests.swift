import Testing

@testable import Wording

@Suite struct PoReaderTests {
    @Test func readsEveryPartOfAGoodFile() throws {
        let file = try PoReader.read(
            """
            # A comment.
            msgid ""
            msgstr ""
            "Language: ru\\n"
            "X-Date-Line: %a %d:%m\\n"

            #: Board.swift:12
            msgctxt "footer"
            msgid "State"
            msgstr "Состояние"

            #, fuzzy
            msgid "a \\"quoted\\"\\tword\\\\\\n"
            "and more"
            msgstr  "x"
            \t"y"

            msgid "%1 record"
            msgid_plural "%1 "
            "records"
            msgstr[0] "запись"
            msgstr[1] "записи"
            msgstr[2] "запис"
            "ей"
            #~ msgid "gone"
            #~ msgstr "ушло"
            """)
        #expect(file.header == ["Language": "ru", "X-Date-Line": "%a %d:%m"])
        try #require(file.entries.count == 3)
        #expect(file.entries[0].context == "footer")
        #expect(file.entries[0].key == "footer\u{4}State")
        #expect(file.entries[0].line == 8)
        #expect(file.entries[1].id == "a \"quoted\"\tword\\\nand more")
        #expect(file.entries[1].translations == ["xy"])
        #expect(file.entries[1].isFuzzy && !file.entries[1].isComplete)
        #expect(file.entries[2].plural == "%1 records")
        #expect(file.entries[2].translations == ["запись", "записи", "записей"])
        #expect(!file.entries[2].isFuzzy && file.entries[2].isComplete)
    }

    @Test func acceptsWindowsLineEndsAndKeepsTheLineNumbers() {
        let fault = #expect(throws: PoFault.self) {
            try PoReader.read("msgid \"a\"\r\nmsgstr \"b\"\r\n\r\nmsgid \"c\"\r\nnonsense\r\n")
        }
        #expect(fault == PoFault(line: 5, kind: .unknownKeyword("nonsense")))
    }

    @Test func anEmptyFileHasNoEntries() throws {
        #expect(try PoReader.read("\n# nothing\n") == PoFile(header: [:], entries: []))
    }

    @Test(
        arguments: [
            ("msgid \"a\"\nmsgtext \"b\"", 2, .unknownKeyword("msgtext")),
            ("msgid \"a\"\nmsgstr[x] \"b\"", 2, .unknownKeyword("msgstr[x]")),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[-1] \"b\"", 3, .unknownKeyword("msgstr[-1]")),
            ("msgid a", 1, .missingQuote),
            ("\nmsgid", 2, .missingQuote),
            ("msgid \"a", 1, .unterminatedString),
            ("msgid \"a\\", 1, .unterminatedString),
            ("msgid \"a\"\nmsgstr \"\\q\"", 2, .unknownEscape("\\q")),
            ("msgid \"a\"\nmsgstr \"\u{1B}[31m\"", 2, .controlCharacter),
            ("msgid \"a\" \"b\"", 1, .textAfterString),
            ("# x\n\"a\"\nmsgid \"b\"", 2, .stringWithoutKeyword),
            ("msgstr \"a\"", 1, .keywordOutOfOrder("msgstr")),
            ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", 3, .keywordOutOfOrder("msgstr")),
            ("msgctxt \"a\"\nmsgid_plural \"b\"", 2, .keywordOutOfOrder("msgid_plural")),
            ("msgid \"a\"\nmsgstr \"b\"\nmsgstr[0] \"c\"", 3, .keywordOutOfOrder("msgstr[0]")),
            ("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"", 3, .missingTranslation),
            ("msgctxt \"a\"\nmsgstr \"c\"", 2, .keywordOutOfOrder("msgstr")),
            ("msgid \"a\"\nmsgstr \"b\"\nmsgid \"c\"", 3, .missingTranslation),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"", 3, .pluralFormExpected),
            ("msgid \"a\"\nmsgstr[0] \"c\"", 2, .pluralFormUnexpected),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"c\"", 3, .pluralFormOutOfOrder(expected: 0)),
            (
                "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[2] \"c\"", 4,
                .pluralFormOutOfOrder(expected: 1)
            ),
            ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", 4, .duplicate(firstLine: 1)),
            ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"\"\nmsgstr \"c: d\"", 4, .headerNotFirst),
            ("msgid \"\"\nmsgstr \"Language ru\\n\"", 1, .headerField("Language ru")),
        ] as [(String, Int, PoFault.Kind)])
    func refuses(_ text: String, _ line: Int, _ kind: PoFault.Kind) {
        let fault = #expect(throws: PoFault.self) { try PoReader.read(text) }
        #expect(fault == PoFault(line: line, kind: kind))
    }

    @Test func refusesBytesThatAreNotUTF8() {
        let bytes = Array("msgid \"a\"\nmsgstr \"".utf8) + [0xD0, 0x22, 0x0A]
        let fault = #expect(throws: PoFault.self) { try PoReader.read(bytes) }
        #expect(fault == PoFault(line: 2, kind: .notUTF8))
    }

    @Test func theSameWordInAnotherContextIsNoDuplicate() throws {
        let text = "msgid \"a\"\nmsgstr \"b\"\nmsgctxt \"x\"\nmsgid \"a\"\nmsgstr \"c\""
        #expect(try PoReader.read(text).entries.map(\.key) == ["a", "x\u{4}a"])
    }

    @Test func aFaultIsASentenceWithItsLine() {
        let fault = PoFault(line: 7, kind: .duplicate(firstLine: 3))
        #expect(Catalogue.english.text(fault.message) == "line 7: the same message stands in line 3")
    }
}
