import Model
import Testing

@testable import Exchange

/// Several blocks of information, what leaves of a message that came, and messages that break the rules.
@Suite struct CAPMeaningTests {
    private func info(_ severity: CAPInfo.Severity, _ headline: String, _ area: String, _ language: String?) -> CAPInfo
    {
        var info = CAPInfo(event: headline, urgency: .immediate, severity: severity, certainty: .likely)
        (info.headline, info.language, info.areas) = (headline, language, [CAPArea(areaDesc: area)])
        info.description = "about \(headline)"
        return info
    }

    private func message(_ infos: [CAPInfo], _ change: (inout CAPMessage) -> Void = { _ in }) throws -> IncomingMessage
    {
        let sent = try MessageTime(reading: "2026-10-17T04:06:00+05:00")
        var cap = CAPMessage(identifier: "1", sender: "mes@kz", sent: sent, scope: .publicScope)
        cap.infos = infos
        change(&cap)
        return IncomingMessage(cap)
    }

    @Test func theGravestBlockIsTheSummaryAndNoAreaIsLost() throws {
        let message = try message([
            info(.minor, "Light wind", "Tashkent", nil), info(.extreme, "Debris flow", "Termez", nil),
        ])
        #expect(message.headline == "Debris flow" && message.effectivePriority == 1)
        #expect(message.place == "Termez, Tashkent")
        #expect(message.extras.contains(.init("alert/info[1]/headline", "Light wind")))
        #expect(message.extras.contains(.init("alert/info[1]/description", "about Light wind")))
        #expect(!message.extras.contains { $0.value == "Debris flow" && $0.label.hasSuffix("headline") })
    }

    @Test func ofBlocksAlikeTheOneIsTakenThatTheCentreReads() throws {
        let blocks = [
            info(.severe, "Hvöss suðaustanátt", "Suðurland", "is-IS"),
            info(.severe, "Southeast gales", "South", "en-US"),
        ]
        #expect(try message(blocks).headline == "Southeast gales")
        #expect(try message(blocks).place == "South")
        #expect(
            try message([info(.minor, "Боран", "А", "kk"), info(.extreme, "Буран", "Б", "ru")]).headline == "Буран")
        #expect(try message([blocks[0], info(.minor, "later", "x", "en")]).headline == "Hvöss suðaustanátt")
    }

    @Test func whoMaySeeItAndThatItIsForEverybodyIsKept() throws {
        func head(_ message: IncomingMessage) -> MessageHead { MessageDraft(message, channel: .spool, raw: "00").head }
        let open = try message([info(.severe, "a", "b", nil)])
        #expect(head(open).scope == .everybody && head(open).sender == "mes@kz")
        let few = head(
            try message([info(.severe, "a", "b", nil)]) {
                $0.scope = .restricted
                $0.restriction = "only rescue services"
            })
        #expect(few.scope == .restricted && few.restriction == "only rescue services")
        let named = head(
            try message([info(.severe, "a", "b", nil)]) {
                $0.scope = .privateScope
                $0.addresses = "duty@a.example desk@b.example"
            })
        #expect(named.addressees == ["duty@a.example", "desk@b.example"])
    }

    /// What the sender said of it leaves as it came, and nothing is made up beside it.
    @Test func whatCameAsCAPLeavesAsItCame() throws {
        var block = info(.severe, "Storm", "Karakol", nil)
        (block.categories, block.event) = ([.met], "Storm warning")
        block.areas[0].circles = ["43.2,73.7 40"]
        let draft = MessageDraft(try message([block]), channel: .spool, raw: "00")
        let name = try #require(SubjectName("AL-2026-0001"))
        let record = OutgoingRecord(
            name, kind: .warning, priority: 1, headline: draft.headline, particulars: draft.particulars(sealedIn: nil))
        let out = CAPMessage(IncomingMessage(record, try head()))
        let said = try #require(out.infos.first)
        #expect(said.categories == [.met] && said.event == "Storm warning" && said.certainty == .likely)
        #expect(said.areas.first?.circles == ["43.2,73.7 40"])
        #expect(said.onset == nil)
        #expect(said.description?.contains("circle") == false, "\(said.description ?? "")")
    }

    private func head(takesBack: [MessageHead] = []) throws -> OutgoingHead {
        let sent = try MessageTime(reading: "2026-10-18T04:06:00+05:00").instant
        return OutgoingHead(
            sender: "CARICC", number: "AL-2026-0001/2", sent: sent, offsetSeconds: 18_000, recipients: ["KAZ"],
            course: takesBack.isEmpty
                ? nil : OutgoingCourse(kind: .cancellation, answers: [], takesBack: takesBack, asks: false))
    }

    @Test func whatWasTakenBackLeavesAsACancellationOfWhatWeSent() throws {
        let before = try MessageTime(reading: "2026-10-17T05:00:00+05:00").instant
        let record = OutgoingRecord(try #require(SubjectName("AL-2026-0001")), kind: .warning, headline: "Storm")
        let old = MessageHead(ourNumber: "AL-2026-0001/1", sent: before)
        let out = CAPMessage(IncomingMessage(record, try head(takesBack: [old])))
        #expect(out.messageType == .cancel)
        #expect(out.references.map(\.identifier) == ["AL-2026-0001/1"] && out.references[0].sender == "CARICC")
        #expect(out.references[0].sent.instant == before)
        let bytes = try CAPWriter.bytes(of: out)
        #expect(try CAPReader.read(bytes).messageType == .cancel)
    }

    @Test func anAnswerNamesTheMessageThatItAnswersAndAsksNothingBack() throws {
        let came = try MessageTime(reading: "2026-10-17T05:00:00+05:00").instant
        let theirs = MessageHead(theirNumber: "УЗ-18/4", sent: came, identity: "UZB,УЗ-18/4,2026-10-17T00:00:00-00:00")
        var record = OutgoingRecord(try #require(SubjectName("AL-2026-0001")), kind: .warning, headline: "A truck")
        record.answerBy = came
        for (kind, type) in [
            (MessageKind.feedback, CAPMessage.MessageType.alert), (.acknowledgement, .ack), (.rejection, .error),
        ] {
            var head = try head()
            head.course = OutgoingCourse(kind: kind, answers: [theirs], takesBack: [], asks: false)
            let message = IncomingMessage(record, head)
            #expect(message.kind == kind.rawValue && message.ourNumber == "УЗ-18/4" && message.answerDue == nil)
            let out = CAPMessage(message)
            #expect(out.messageType == type)
            #expect(out.references.map(\.identifier) == ["УЗ-18/4"] && out.references.first?.sent.instant == came)
            let text = OutgoingMessage.text(record, head, .en)
            #expect(text.contains("YOUR NUMBER: УЗ-18/4") && !text.contains("ANSWER BY"), "\(text)")
            let read = try IncomingMessage(LabelledText.read(text))
            #expect(read.kind == kind.rawValue && read.references.first?.number == "УЗ-18/4")
        }
    }

    @Test func noPlaceInAMessageLeavesTheHouse() throws {
        let name = try #require(SubjectName("AL-2026-0001"))
        let text =
            "Two bags\nalert/scope: Public\nalert/info/instruction:\nalert/info/contact: 112\nalert/info[2]/event: x"
        var record = OutgoingRecord(name, kind: .warning, headline: "Bags", particulars: Particulars(text: text))
        record.particulars.position = Position(latitude: 4_300_000, longitude: 7_700_000)
        record.particulars.placeID = "gn:1"
        let out = try CAPWriter.bytes(of: CAPMessage(IncomingMessage(record, try head())))
        let written = String(decoding: out, as: UTF8.self)
        #expect(written.contains("Two bags") && written.contains("112") && !written.contains("alert/"), "\(written)")
        #expect(!written.contains("<circle>"), "the middle of a town is no place that anybody told")
        let table = String(decoding: RecordTable.write([record], offsetSeconds: 0).bytes, as: UTF8.self)
        #expect(table.contains("Two bags") && !table.contains("alert/"), "\(table)")
    }

    @Test func whatIsOverIsStillGraveWhereItWasSevere() {
        let priority = { IncomingMessage.priority(urgency: $0, severity: $1, certainty: "Observed") }
        #expect(priority("Past", "Extreme") == 3 && priority("Past", "Severe") == 3)
        #expect(priority("Past", "Moderate") == 4 && priority("Immediate", "Minor") == 4)
        #expect(IncomingMessage.priority(urgency: "Past", severity: "Extreme", certainty: "Unlikely") == 4)
    }

    @Test(arguments: [
        ("Изъято 31 кг опия и 7,5 кг героина", "Security", 1), ("Изъято 31 кг опия", "Met", nil),
        ("12.4 kg of heroin seized at Osh", "Transport", 1), ("0.4 kg of heroin was found and seized", "Security", 3),
        ("A truck may carry 20 kg of heroin", "Security", nil),
        ("Heroin 12.4 kg found in truck 01 A 123 BC", "Security", 1),
        ("Ориентировка: фура 4521 BA 02, возможно 20 кг гашиша", "Security", nil),
        ("На дороги вывезено 30 тонн соли", "Met", nil),
    ])
    func aSeizureCountsAsSuchHoweverItComes(words: String, category: String, priority: Int?) throws {
        var block = CAPInfo(
            event: "x", categories: [try #require(CAPInfo.Category(rawValue: category))], urgency: .past)
        block.description = words
        let draft = MessageDraft(try message([block]), channel: .spool, raw: "00")
        #expect(draft.seizure == priority)
        if category == "Met" { #expect(draft.particulars(sealedIn: nil).items.isEmpty) }
    }

    @Test func itHappenedWhenItIsSaidElseWhenItWasSent() throws {
        func draft(_ words: String, onset: String? = nil) throws -> MessageDraft {
            var block = CAPInfo(event: "x")
            block.description = words
            block.onset = try onset.map { try MessageTime(reading: $0) }
            return MessageDraft(try message([block]), channel: .spool, raw: "00")
        }
        let sent = try message([CAPInfo(event: "x")]).sent
        #expect(try draft("nothing").happened == sent.instant)
        #expect(try draft("nothing", onset: "2038-01-01T00:00:00+00:00").happened == sent.instant)
        let past = "2026-01-02T03:04:00+05:00"
        #expect(try draft("nothing", onset: past).happened == MessageTime(reading: past).instant)
        let told = try draft("5 kg of heroin seized on 3 January 2026 in Osh")
        #expect(told.precision == .day)
        #expect(Civil(told.happened, offsetSeconds: 0).day == 3)
    }

    @Test func whatBreaksTheRulesIsMadeOutAsFarAsAPersonCould() throws {
        let text = """
            <?xml version="1.0"?><cap:alert xmlns:cap="x"><identifier>KZ-4</identifier><sender>mes@kz</sender>
            <sent>2026-10-17T04:06:00Z</sent><status>Actual</status><msgType>Alert</msgType>
            <info><headline>Light wind</headline><severity>Minor</severity><urgency>Future</urgency></info>
            <info><cap:headline><![CDATA[Flood & mud]]></cap:headline><severity>Severe</severity>
            <urgency>Expected</urgency><certainty>Likely</certainty><description>The river &lt;rises&gt;
            """
        let held = try MessageTime(reading: "2026-10-20T00:00:00+00:00").instant
        let message = try #require(CAPGlimpse(Array(text.utf8))).message(held: held)
        #expect(message.headline == "Flood & mud" && message.number == "KZ-4" && message.sender == "mes@kz")
        #expect(message.effectivePriority == 2 && message.text == "The river <rises>")
        let sent = try MessageTime(reading: "2026-10-17T04:06:00+00:00").instant
        #expect(message.sent.instant == sent)
        #expect(CAPGlimpse(Array("<html><body>alert</body></html>".utf8)) == nil)
        // Bytes without end or sense are read to their end and no further.
        let hostile = "<alert>" + String(repeating: "<info><", count: 20_000)
        #expect(CAPGlimpse(Array(hostile.utf8))?.message(held: held).headline == nil)
    }
}
