import Model
import TestSupport
import Testing

@testable import Exchange

/// What is understood of a pasted text, and what is written when it is saved.
@Suite struct PasteReaderTests {
    private static let labelled = """
        Good morning, please see below.

        CARICC MESSAGE 1
        KIND: seizure report
        PRIORITY: 1
        FROM: UZB
        NUMBER: 14/2026
        REFERS TO: 441
        DATE: 2026-10-17 04:06 +05:00
        ANSWER BY: 2026-10-18T04:06+05:00
        CHANNEL: CENcomm
        HEADLINE: Heroin at Yallama
        STATE: UZB
        PLACE: Yallama
        SUBSTANCE: heroin
        AMOUNT: 6.3 kg
        PLATE: 01 123 ABC
        CONTAINER: CSQU3054383
        IDENTIFIER: phone=+998 90 123 45 67
        ROUTE FROM: Khujand
        ROUTE VIA: Tashkent
        ROUTE TO: Almaty
        METHOD: spare wheel
        FAVOURITE COLOUR: blue
        TEXT:
        The driver called +996 555 123 456.
        END
        --
        signature
        """

    @Test func labelsAreUnderstoodAndPersonsLieApart() {
        let message = PasteReader.read(PasteReaderTests.labelled, inExercise: false)
        #expect(message.isLabelled && message.kind == .seizureReport && message.priority == 1)
        #expect(message.source == "UZB" && message.number == "14/2026" && message.channel == .cencomm)
        #expect(message.headline == "Heroin at Yallama")
        #expect(
            message.answerBy == Civil(year: 2026, month: 10, day: 18, hour: 4, minute: 6).instant(offsetSeconds: 18_000)
        )
        let particulars = message.particulars
        #expect(particulars.items.first?.quantity?.amount == "6.3" && particulars.items.first?.substance == "heroin")
        #expect(
            particulars.place == "Yallama" && particulars.departure == "Khujand" && particulars.transit == ["Tashkent"])
        #expect(particulars.identifiers.compactMap(\.typed) == ["01 123 ABC", "CSQU3054383"])
        #expect(message.personal.map(\.kind) == [.phone, .phone])
        #expect(message.notUnderstood == ["FAVOURITE COLOUR: blue"])
        #expect(message.doubts == [])
        #expect(message.raw == PasteReaderTests.labelled)
        // Nothing that identifies a person stands in the event; of the words, the number is masked.
        let event = CanonicalJSON.text(of: .object(message.event(in: nil).body))
        #expect(!event.contains("123 45 67") && !event.contains("555"))
        #expect(particulars.text == "The driver called [phone].")
    }

    @Test func wordsInThreeLanguagesAreUnderstood() {
        let russian = PasteReader.read(
            """
            От: Душанбе, дежурный
            Тема: Изъятие

            Уважаемые коллеги!
            17 октября изъято 5,065 кг героина, контейнер CSQU3054383.
            """, inExercise: false)
        #expect(russian.kind == .seizureReport)
        #expect(russian.particulars.items.first?.substance == "heroin")
        #expect(russian.particulars.identifiers.first?.typed == "CSQU3054383")
        #expect(russian.headline == "Изъятие")
        #expect(!russian.isLabelled)
        let english = PasteReader.read("TJK: seized 3 kg of opium at the border, please inform.", inExercise: false)
        #expect(english.source == "TJK" && english.particulars.items.first?.quantity?.unit == "kg")
        #expect(english.priority == 2)
        let chinese = PasteReader.read("KAZ 查获海洛因 3 公斤", inExercise: false)
        #expect(chinese.kind == .seizureReport && chinese.source == "KAZ")
        #expect(PasteReader.read("words", inExercise: false).doubts == [.noSource])
    }

    @Test func aBrokenMessageIsReadAsWordsAndSaysWhere() {
        let broken = PasteReaderTests.labelled.replacing("END\n", with: "")
        let message = PasteReader.read(broken, inExercise: false)
        #expect(!message.isLabelled)
        #expect(message.doubts.contains { if case .notAMessage = $0 { true } else { false } })
        #expect(message.raw == broken)
    }

    @Test func aFieldThatCannotBeReadIsNamedAndTheOthersStand() {
        let text = """
            СООБЩЕНИЕ CARICC 1
            KIND: feedback
            FROM: UZB
            NUMBER: 18/4
            DATE: 22.11.2026 11:00
            REFERS TO: UZB,UZ-30,2026-11-22T09:00:00+05:00
            PRIORITY: very high
            ITEM: heroin, 5 kg
            TEXT:
            opened
            END
            """
        let message = PasteReader.read(text, inExercise: false)
        #expect(message.isLabelled && message.source == "UZB" && message.number == "18/4" && message.kind == .feedback)
        #expect(message.refersTo == ["UZ-30"] && message.sent == nil && message.particulars.items.count == 1)
        #expect(message.doubts.contains(.fieldNotRead(line: 5, label: "DATE", typed: "22.11.2026 11:00")))
        #expect(message.doubts.contains(.fieldNotRead(line: 7, label: "PRIORITY", typed: "very high")))
        // Without a sender it is no message.
        let bare = PasteReader.read(text.replacing("FROM: UZB\n", with: ""), inExercise: false)
        #expect(!bare.isLabelled && bare.doubts.contains { if case .notAMessage = $0 { true } else { false } })
    }

    @Test func theSameWordsAgainAndACancellationBySomebodyElseAreSaid() throws {
        var log = SampleLog()
        let head = MessageHead(theirNumber: "UZ-30", raw: "ab")
        let raised = AlertRaised(priority: 2, message: .warning, headline: "truck", source: "UZB", head: head)
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        var same = PastedMessage(raw: "x")
        same.hash = "ab"
        same.compare(with: log.board)
        #expect(same.doubts == [.sameWords(name)])
        same.hash = "ac"
        same.compare(with: log.board)
        #expect(same.doubts.isEmpty)
        var cancel = PastedMessage(raw: "y")
        (cancel.kind, cancel.source, cancel.refersTo) = (.cancellation, "KAZ", ["UZ-30"])
        cancel.compare(with: log.board)
        #expect(cancel.doubts == [.notTheirs(name, sender: "UZB")])
        cancel.source = "UZB"
        cancel.compare(with: log.board)
        #expect(cancel.doubts.isEmpty)
    }

    @Test func anExerciseInALiveLogIsSaid() {
        let exercise = PasteReaderTests.labelled.replacing("PRIORITY: 1", with: "EXERCISE: yes")
        #expect(PasteReader.read(exercise, inExercise: false).doubts.contains(.otherRealm))
        #expect(!PasteReader.read(exercise, inExercise: true).doubts.contains(.otherRealm))
        #expect(PasteReader.read(PasteReaderTests.labelled, inExercise: true).doubts.contains(.otherRealm))
    }

    @Test func whatWeWriteIsUnderstoodWhenItIsPasted() throws {
        let record = OutgoingRecord(
            try #require(SubjectName("AL-2026-0193")), kind: .warning, priority: 2, headline: "Lorry",
            particulars: Particulars(
                items: [SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: "6.3", unit: "kg"))],
                state: "UZB", place: "Yallama", position: Position(latitude: 4_112_000, longitude: 6_895_000),
                transport: "lorry"))
        let head = OutgoingHead(
            sender: "CARICC", number: "AL-2026-0193/1", sent: SampleLog.night, offsetSeconds: 18_000,
            recipients: ["KAZ"])
        for language in MessageLabel.Language.allCases {
            let message = PasteReader.read(OutgoingMessage.text(record, head, language), inExercise: false)
            #expect(message.kind == .warning && message.priority == 2 && message.headline == "Lorry")
            #expect(message.particulars.position == record.particulars.position)
            #expect(message.particulars.transport == "lorry")
            #expect(message.particulars.items.first?.quantity?.micrograms == 6_300_000_000)
            #expect(message.notUnderstood == [] && message.doubts == [])
        }
        let cap = String(decoding: try OutgoingMessage.cap(record, head), as: UTF8.self)
        #expect(PasteReader.read(cap, inExercise: false).headline == "Lorry")
    }

    /// A megabyte of anything is taken in bounded time, kept as it is, and stays data.
    @Test func hostileAndHugeTextsAreKeptAndNotRun() {
        var random = SeededGenerator(seed: 4)
        for text in HostileText.corpus(&random) + [
            PasteReaderTests.labelled.replacing("Yallama", with: String(repeating: "漢", count: 200_000)),
            PasteReaderTests.labelled.replacing("14/2026", with: String(repeating: "漢", count: 200_000)),
            String(repeating: "1 kg heroin, ", count: 90_000), String(repeating: "<a>", count: 300_000),
            String(repeating: "CARICC MESSAGE 1\n", count: 60_000), String(repeating: "\u{301}", count: 400_000),
            String(repeating: "+996 555 123 456 ", count: 60_000), "\u{1B}]52;c;ZXZpbA==\u{7}:quit\r:close 0001\r",
        ] {
            let message = PasteReader.read(text, inExercise: false)
            #expect(message.raw.utf8.count <= PasteReader.keptLimit)
            #expect(message.headline.count <= 160)
            let event = message.event(in: nil)
            #expect(CanonicalJSON.bytes(of: .object(event.body)).count < 60_000)
            #expect(!message.headline.unicodeScalars.contains { $0.properties.generalCategory == .control })
        }
    }

    @Test func aKnownThreadTakesTheMessageAndAnUnknownOneIsAnAlert() throws {
        var log = SampleLog()
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "Lorry", source: "UZB",
            head: MessageHead(theirNumber: "441", identity: "UZB,441"))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        let board = log.board
        let message = PasteReader.read(PasteReaderTests.labelled, inExercise: false)
        #expect(message.thread(in: board) == name)
        guard case .alert(.messageFiled(let filed)) = message.event(in: name) else {
            Issue.record("no message")
            return
        }
        #expect(filed.party == "UZB" && filed.message == .seizureReport && filed.direction == .received)
        let other = PasteReader.read(PasteReaderTests.labelled.replacing("441", with: "999"), inExercise: false)
        #expect(other.thread(in: board) == nil)
        #expect(PasteReader.read("about \(name.text): nothing new", inExercise: false).thread(in: board) == name)
        #expect(message.double(in: board) == nil)
    }

    @Test func thePayloadsAreNamedInTheEvent() throws {
        let message = PasteReader.read(PasteReaderTests.labelled, inExercise: false)
        #expect(message.parts.count == 2)
        var event = message.event(in: nil)
        let hashes = [UInt8(1), 2].compactMap { Digest([UInt8](repeating: $0, count: 32)) }
        for (part, hash) in zip(message.parts, hashes) { event = event.keeping(part, as: hash, plain: .zero) }
        guard case .alert(.raised(let body)) = event else { return }
        #expect(body.payloads == hashes.map(\.hex) && body.head.raw == Digest.zero.hex)
        #expect(body.particulars.identifiers.filter { $0.payload == hashes[1] }.count == 2)
        let read = try Event(kind: event.kind, version: 1, body: event.body)
        #expect(read == event)
    }
}
