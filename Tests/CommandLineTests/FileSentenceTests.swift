import Exchange
import Model
import Testing
import Wording

@testable import caricc

/// The sentences about files of other services.
@Suite struct FileSentenceTests {
    static let reasons: [ImportFault.Reason] =
        csvReasons.map { .csv($0) } + [
            .notADate, .noSuchDate, .notANumber, .negativeAmount, .separatorInField, .json(.tooDeep), .notAnObject,
            .lineTooLong(limitBytes: 65_535), .missingKey("at"), .wrongValue(key: "at"), .unknownKey("x"),
            .body(.missing(key: "text")), .noSubjectOnLine(4),
        ]

    static let csvReasons: [CSVFault.Reason] = [
        .nullByte, .notUTF8, .quoteInUnquotedField, .textAfterClosingQuote, .unterminatedQuote, .bareCarriageReturn,
        .fieldTooLong(limitBytes: 32_768), .rowTooLong(limitBytes: 1), .tooManyColumns(limit: 1_000),
        .columnCount(found: 1, expected: 16), .columnCount(found: 15, expected: 16),
    ]

    @Test func reasonsOfBadRows() {
        var texts: Set<String> = []
        for reason in Self.reasons {
            let text = Catalogue.english.text(reason.message)
            #expect(!text.isEmpty && !text.contains("%1"))
            texts.insert(text)
        }
        #expect(texts.count == Self.reasons.count)
    }

    static let fileFaults: [SafeFile.Fault] = [
        .notThere, .notAllowed, .symbolicLink, .directory, .namedPipe, .socket, .device, .tooLarge(limitBytes: 1 << 30),
        .changedWhileRead, .severalNames(count: 2), .foreignOwner(user: 4_711), .outside, .exists, .system(errno: 5),
    ]

    @Test func faultsOfFilesNameTheFile() {
        for fault in Self.fileFaults {
            #expect(Catalogue.english.text(fault.message(path: "/tmp/x.csv")).contains("/tmp/x.csv"))
        }
        let header = SeizureTable.HeaderFault.columns(missing: ["PLACE", "ROUTING"], unknown: [], repeated: [])
        #expect(
            Catalogue.english.text(header.message(path: "x.csv"))
                == "x.csv is not a table of seizures: it lacks the columns PLACE, ROUTING")
    }

    @Test func everyReasonToHoldAMessageHasItsWords() {
        var texts: Set<String> = []
        for reason in IntakeRefusal.Reason.allCases {
            let refusal = IntakeRefusal(reason, offset: 7, line: 12, path: "alert/info", found: "Foo", limit: 11)
            let text = Catalogue.english.text(refusal.message(file: "x.xml"))
            #expect(text.hasPrefix("x.xml, line 12, alert/info: ") && text.hasSuffix(": “Foo”"))
            texts.insert(text)
            #expect(Catalogue.english.text(IntakeRefusal(reason).message(file: "x.xml")).hasPrefix("x.xml: "))
        }
        // A label and an element that stand twice are told apart by their places.
        #expect(texts.count == IntakeRefusal.Reason.allCases.count - 1)
    }

    @Test func aBadRowSaysWhere() throws {
        let text =
            "REGION,SUBREGION,COUNTRY,ADMINISTRATIVE_DIVISION,PLACE,SEIZURE_DATE,DRUG_NAME,AMOUNT,DRUG_UNIT,"
            + "HIDING_PLACE,INSTALLATION,TRANSPORT,PRODUCING_COUNTRY,DEPARTURE_COUNTRY,DESTINATION_COUNTRY,ROUTING\n"
            + "Asia,Central Asia,Uzbekistan,,Yallama,2015-02-30,Heroin,6.3,Kilogram,,,,,,,\n"
        var table = try SeizureTable(Array(text.utf8), digest: { _ in .zero })
        guard case .fault(let fault)? = table.next() else {
            Issue.record("the row is bad")
            return
        }
        #expect(
            Catalogue.english.text(fault.message(file: "x.csv"))
                == "x.csv, line 2, column 39 (SEIZURE_DATE): there is no such day in the calendar: “2015-02-30”")
    }

    @Test func talliesAreCountedInWords() {
        #expect(
            Catalogue.english.text(ImportTally(new: 0, known: 37_229).message)
                == "37,229 rows: 0 new, 37,229 were there already")
        #expect(
            Catalogue.english.text(ImportTally(new: 1, repeated: 1, bad: 2, raised: 1).message)
                == "3 rows: 1 new, 0 were there already, 1 repeat an earlier row, 1 alert raised, 2 bad rows left out")
    }
}
