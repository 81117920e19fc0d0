import Model
import Testing

@testable import Exchange
@testable import Places

/// Running words: what a mail or a chat says, and what of it may stand in a record.
@Suite struct PastedWordsTests {
    private static let gazetteer = (try? Gazetteer.load()) ?? .empty

    private static func read(_ text: String) -> PastedMessage {
        var message = PasteReader.read(text, inExercise: false, places: gazetteer)
        message.settle(before: Civil(year: 2026, month: 11, day: 22, hour: 6).instant(offsetSeconds: 0)) { _ in 18_000 }
        return message
    }

    private static func record(_ message: PastedMessage) -> String {
        CanonicalJSON.text(of: .object(message.event(in: nil).body))
    }

    @Test func nobodyIsNamedInTheRecord() {
        let english = Self.read(
            "TJK: driver Rustam Karimov, born 1988, passport A1234567, had 5 kg of heroin in the spare wheel at Khorgos"
        )
        let russian = Self.read(
            "Источник: Каримов Р.\nНа посту Хоргос изъято 3 кг героина у Рустама Каримова, 1988 г.р.")
        for (message, names) in [
            (english, ["Rustam", "Karimov", "1988", "A1234567"]), (russian, ["Каримов", "Рустам"]),
        ] {
            let record = Self.record(message)
            for name in names { #expect(!record.contains(name), "\(name) in \(record)") }
            #expect(record.contains("heroin") && message.raw.contains(names[0]))
        }
        #expect(english.personal.map(\.kind) == [.document] && english.particulars.concealment == "spare wheel")
        #expect(english.particulars.state == "KAZ" && english.particulars.placeID != nil)
    }

    @Test func aSumThatIsNotItsPartsIsAsked() {
        let message = Self.read(
            "AZE: More than 30 kg of drugs, including 20 kg of hashish were seized on 5 January 2011 in Baku")
        #expect(message.particulars.items.map(\.substance) == ["hashish"])
        #expect(message.doubts.contains(.sum(printed: "More than 30 kg", parts: "20 kg")))
        #expect(message.happened == Civil(year: 2011, month: 1, day: 5).instant(offsetSeconds: 0))
        #expect(message.happenedPrecision == .day)
        #expect(message.doubts.contains(.noTimeOfDay) && message.notUnderstood == [])
    }

    @Test func aPriceADayAndADenialAreNoSeizure() {
        let priced = Self.read("Heroin valued at $1.2 million (12 kg) was seized on Nov 3, 2026 in Osh.")
        #expect(priced.particulars.items.map(\.substance) == ["heroin"] && priced.priority == 1)
        #expect(priced.particulars.placeID == "gn:1527534" && priced.notUnderstood == ["$1.2 million"])
        let denied = Self.read("UZB: не подтвердилось: героина не обнаружено, 3 кг муки возвращены владельцу")
        #expect(denied.kind == .information && denied.particulars.items == [] && denied.notUnderstood == ["3 кг муки"])
        #expect(denied.doubts.contains { if case .denied = $0 { true } else { false } })
        let earlier = Self.read("TJK: 18 ноября изъято 10 кг героина. Ранее, 3 ноября, там же изъяли 25 кг.")
        #expect(earlier.happened == Civil(year: 2026, month: 11, day: 18).instant(offsetSeconds: 0))
        #expect(earlier.doubts.contains(.otherCase(typed: "25 кг")))
    }

    /// Labels leave out what their words say: the place, the operation; a number of a person is masked, its words lie apart.
    @Test func theWordsOfALabelledMessageAreReadAndMasked() {
        let message = Self.read(
            """
            CARICC MESSAGE 1
            KIND: information
            FROM: KGZ
            NUMBER: 17/4
            DATE: 2026-11-22T05:00:00+06:00
            HEADLINE: operation Kanal, driver tel +996 555 123456 passport AB1234567, stopped at Kuryk
            TEXT:
            driver tel +996 555 123456 had a load
            END
            """)
        #expect(message.isLabelled, "\(message.doubts)")
        let headline = "operation Kanal, driver tel [phone] passport [document], stopped at Kuryk"
        #expect(message.headline == headline && message.particulars.text == "driver tel [phone] had a load")
        #expect(message.particulars.place == "Kuryk" && message.particulars.state == "KAZ")
        #expect(message.particulars.operation == "Channel" && message.personal.map(\.kind) == [.phone, .document])
        #expect(!Self.record(message).contains("123456") && !Self.record(message).contains("AB1234567"))
    }

    @Test(arguments: ["缴获海洛因2公斤350克", "Border guards found 3.5 kg of heroin", "Нашли 14 пакетов с чарсом, 4 кг"])
    func aSubstanceThatWasFoundIsASeizureWhateverTheVerb(_ text: String) {
        let message = Self.read(text)
        #expect(message.kind == .seizureReport && message.priority == 2)
    }

    @Test func theHeadlineOfAMessageIsReadForNumbersToo() {
        let text = """
            CARICC MESSAGE 1
            KIND: information
            FROM: KAZ
            NUMBER: 9/2026
            DATE: 2026-11-22 04:06 +05:00
            HEADLINE: Container CSQU3054383 to be checked
            END
            """
        #expect(Self.read(text).particulars.identifiers.map(\.typed) == ["CSQU3054383"])
    }

    @Test func oneTextHasOneDecimalMark() {
        let message = Self.read(
            "Seized in Baku: 5,065 kg of heroin, 805 g of opium, 15,52 g of methadone and 1,145 kg of an unknown substance"
        )
        #expect(message.particulars.items.map { $0.quantity?.amount } == ["5.065", "805", "15.52", "1.145"])
        #expect(message.doubts.contains(.unknownSubstance(typed: "unknown substance")))
        #expect(message.doubts.contains(.noDay))
    }

    @Test func capIsReadWhereItHasNoParametersOfItsOwn() throws {
        func draft(_ headline: String, _ text: String?) throws -> MessageDraft {
            var message = IncomingMessage(
                form: .cap, sender: "desk@kg", number: "1", sent: try MessageTime(reading: "2026-11-22T04:00:00+06:00"))
            (message.headline, message.text, message.place) = (headline, text, "Osh")
            message.shapes = [.init(kind: .circle, points: ["40.51,72.80"], radius: "10")]
            return MessageDraft(message, channel: .spool, raw: "00", places: Self.gazetteer)
        }
        let plain = try draft("heroin 4 kg at Osh", nil)
        let particulars = plain.particulars(sealedIn: nil)
        #expect(plain.substance == "heroin" && plain.quantity?.micrograms == 4_000_000_000)
        #expect(particulars.placeID == "gn:1527534" && particulars.state == "KGZ")
        #expect(particulars.position == Position(latitude: 4_051_000, longitude: 7_280_000))
        #expect(plain.text == "circle: 40.51,72.80 10")
        let named = try draft(
            "heroin", "12.5 kg of heroin in truck 01KG123ABC, driver Rustam Karimov, +996 555 123 456")
        let raised = AlertRaised(
            priority: 1, message: .warning, headline: named.headline, source: "KGZ", substance: named.substance,
            quantity: named.quantity, particulars: named.particulars(sealedIn: nil))
        let body = CanonicalJSON.text(of: .object(Event.alert(.raised(raised)).body))
        #expect(!body.contains("Karimov") && !body.contains("555") && named.text.isEmpty)
        #expect(named.quantity?.amount == "12.5" && named.personal?.rows.map(\.kind) == [.phone])
    }

    @Test func theOtherReadingIsTakenWhereAnOfficerChoosesIt() {
        let text = "UZB: 1,250 kg of heroin seized on 21 November 2026 at 03:40 in Termez"
        let first = PasteReader.read(text, inExercise: false)
        let other = PasteReader.read(text, inExercise: false, takesOther: true)
        #expect(first.hasOtherReading && first.particulars.items.map { $0.quantity?.amount } == ["1250"])
        #expect(other.hasOtherReading && other.particulars.items.map { $0.quantity?.amount } == ["1.25"])
        #expect(
            other.particulars.items.first?.quantity?.typed == "1,250 kg" && first.priority == 1 && other.priority == 2)
        #expect(other.doubts.contains(.amount(typed: "1,250 kg", taken: "1.25 kg", other: "1250 kg")))
        #expect(other.raw == text)
    }

    @Test func whatWasNotSeizedIsAskedAndNoAmountIsLost() {
        let denied = Self.read("не подтвердилось: героина не обнаружено, 3 кг муки возвращены владельцу")
        #expect(denied.doubts.contains { if case .denied = $0 { true } else { false } })
        let bag = Self.read("Изъята сумка весом 20 кг, в ней 4 кг героина")
        #expect((bag.particulars.items.compactMap(\.quantity?.amount) + bag.notUnderstood).joined().contains("4"))
        let found = Self.read("Border guards found 5.5 kg of heroin at Khorgos")
        #expect(found.kind == .seizureReport && found.priority == 2)
        #expect(Self.read("缴获海洛因2公斤350克").kind == .seizureReport)
        let dated = Self.read("Heroin valued at $1.2 million (12 kg) was seized on Nov 3, 2026 in Osh.")
        #expect(dated.particulars.place == "Osh" && dated.priority == 1)
    }
}
