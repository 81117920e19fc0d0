import Model
import Testing

@testable import Wording

@Suite struct MessageTests {
    @Test func interpolationGivesAKeyWithPlacesAndTheArguments() {
        let message: Message = "Ask \("UZB") by \("05:00"), record \(48_213)"
        #expect(message.key == "Ask %1 by %2, record %3")
        #expect(message.arguments == [.text("UZB"), .text("05:00"), .number(48_213)])
        #expect(Catalogue.english.text(message) == "Ask UZB by 05:00, record 48213")
    }

    @Test func percentSignsAreDoubledInKeysAndSingleInText() {
        let plain: Message = "100 % sure"
        let filled: Message = "\(40) % of %2"
        #expect(plain.key == "100 %% sure")
        #expect(filled.key == "%1 %% of %%2")
        #expect(Catalogue.english.text(plain) == "100 % sure")
        #expect(Catalogue.english.text(filled) == "40 % of %2")
    }

    @Test func argumentsKeepTheirKindUntilTheLanguageIsKnown() {
        let message: Message = "\(grouped: 31_440) kg, \(decimal: "38.4") %, \(Span.minutes(92))"
        #expect(message.arguments == [.grouped(31_440), .decimal("38.4"), .span(.minutes(92))])
        #expect(Catalogue.english.text(message) == "31,440 kg, 38.4 %, 1 h 32")
        let russian = Catalogue(language: .ru, entries: [])
        #expect(russian.text(message) == "31 440 kg, 38,4 %, 1 ч 32 мин")
    }

    @Test func verbatimIsNeverTranslatedNorFilled() {
        let catalogue = Catalogue(language: .ru, entries: [PoEntry(id: "LIVE", translations: ["РЕАЛЬНО"])])
        #expect(catalogue.text(.verbatim("LIVE")) == "LIVE")
        #expect(catalogue.text(.verbatim("100 %% %1")) == "100 %% %1")
        #expect(catalogue.text("LIVE") == "РЕАЛЬНО")
    }

    @Test func aTextArgumentIsNotReadAsATemplate() {
        let message: Message = "Who: \("%1 %% \\")"
        #expect(Catalogue.english.text(message) == "Who: %1 %% \\")
    }

    @Test func countedNounWithinASentenceIsAMessageOfItsOwn() {
        let message: Message = "\("UZB") sent \(3, one: "%1 record", other: "%1 records")"
        #expect(message.key == "%1 sent %2")
        #expect(message.arguments.last == .message(.plural(3, one: "%1 record", other: "%1 records")))
        #expect(Catalogue.english.text(message) == "UZB sent 3 records")
    }

    @Test func messagesWithDifferentContextAreDifferent() {
        let screen: Message = "State"
        #expect(screen != screen.inContext("footer"))
        #expect(screen.inContext("footer").key == "State")
    }
}

@Suite struct TemplateTests {
    @Test(arguments: [
        ("no places", "no places"), ("%1-%2", "a-b"), ("%2%1", "ba"), ("%3 stays", "%3 stays"), ("50 %", "50 %"),
        ("%% %x %0", "% %x %0"), ("%12", "a2"), ("", ""),
    ])
    func fills(_ template: String, _ expected: String) {
        let values = ["a", "b"]
        #expect(Template.filled(template) { $0 <= 2 ? values[$0 - 1] : nil } == expected)
    }

    @Test func namesThePlacesUsed() {
        #expect(Template.placesUsed(in: "%2 by %9, %%1 %2") == [2, 9])
    }
}
