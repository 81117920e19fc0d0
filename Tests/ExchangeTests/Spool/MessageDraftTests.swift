import Model
import Testing

@testable import Exchange

/// What of a message goes into one entry, and what does not.
@Suite struct MessageDraftTests {
    private func message(_ change: (inout IncomingMessage) -> Void = { _ in }) throws -> IncomingMessage {
        let sent = try MessageTime(reading: "2026-10-17T04:06:00+05:00")
        var message = IncomingMessage(form: .cap, sender: "desk@uz", number: "17/4", sent: sent)
        change(&message)
        return message
    }

    private func draft(_ change: (inout IncomingMessage) -> Void) throws -> MessageDraft {
        MessageDraft(try message(change), channel: .spool, raw: "00")
    }

    @Test func itemsAreReadWithTheirAmountAndTheirName() throws {
        let draft = try draft { $0.items = ["heroin, 5.065 kg", "AK-74", "5 litres of acetic anhydride"] }
        let items = draft.particulars(sealedIn: nil).items
        #expect(items.map(\.substance)[0] == "heroin" && items[0].quantity?.micrograms == 5_065_000_000)
        #expect(items[1].name == "AK-74" && items[1].kind == .other)
        #expect(items[2].kind == .precursor, "\(items[2])")
    }

    @Test func whatIdentifiesPersonsLiesInThePayloadAlone() throws {
        let draft = try draft { message in
            message.identifiers = [
                .init(kind: "phone", text: "+998 90 123 45 67"), .init(kind: "container", text: "MSKU 123456 5"),
            ]
        }
        let payload = try #require(Digest(hex: String(repeating: "ab", count: 32)))
        let particulars = draft.particulars(sealedIn: payload)
        #expect(draft.personal?.rows.map(\.typed) == ["+998 90 123 45 67"])
        #expect(particulars.identifiers.compactMap(\.typed) == ["MSKU 123456 5"])
        #expect(particulars.identifiers.compactMap(\.payload) == [payload])
        #expect(draft.particulars(sealedIn: nil).identifiers.count == 1)
    }

    @Test func everythingFitsIntoOneEntryHoweverLongTheMessage() throws {
        let long = String(repeating: "й\n\"", count: 200_000)
        let draft = try draft { message in
            message.headline = long
            message.text = long
            message.items = Array(repeating: long, count: 1_000)
            message.routeVia = Array(repeating: long, count: 1_000)
            message.identifiers = Array(repeating: .init(kind: "seal", text: long), count: 1_000)
            message.references = Array(repeating: .init(sender: long, number: long), count: 1_000)
            message.extras = Array(repeating: .init("alert/info/expires", long), count: 1_000)
            message.place = long
        }
        let raised = AlertRaised(
            priority: 1, message: .warning, headline: draft.headline, source: "UZB",
            place: draft.particulars(sealedIn: nil).place, head: draft.head,
            particulars: draft.particulars(sealedIn: nil))
        let bytes = CanonicalJSON.bytes(of: .object(Event.alert(.raised(raised)).body))
        #expect(bytes.count < 65_535, "\(bytes.count) bytes")
        #expect(
            draft.headline.utf8.count <= MessageDraft.headlineLimit && draft.headline.hasSuffix("…")
                || draft.headline == "й")
    }

    @Test func nothingIsCutInTheMiddleOfACharacter() {
        for limit in 4..<20 {
            let cut = MessageDraft.cut("абвгдежзик", limit)
            #expect(cut.utf8.count <= limit && !cut.contains("\u{FFFD}"), "\(limit) \(cut)")
        }
        #expect(MessageDraft.cut("abc", 3) == "abc")
    }

    @Test func fieldsWithoutAPlaceStandBelowTheText() throws {
        let draft = try draft { message in
            message.text = "words"
            message.extras = [
                .init("alert/info/instruction", "wait"), .init("alert/info/expires", "2026-10-18T00:00:00+05:00"),
            ]
            message.shapes = [.init(kind: .point, points: ["41.25,69.5"])]
        }
        #expect(draft.text == "words\nalert/info/instruction: wait\nalert/info/expires: 2026-10-18T00:00:00+05:00")
        #expect(draft.head.expires == (try MessageTime(reading: "2026-10-18T00:00:00+05:00")).instant)
        #expect(draft.particulars(sealedIn: nil).position == Position(latitude: 4_125_000, longitude: 6_950_000))
    }

    @Test func theHeadSaysByWhatNameOthersReferToIt() throws {
        let draft = try draft { message in
            message.references = [.init(sender: "a@b", number: "3"), .init(number: "4")]
            message.ourNumber = "442"
            message.channel = "cencomm"
        }
        #expect(draft.head.identity == "desk@uz,17/4,2026-10-17T04:06:00+05:00")
        #expect(draft.head.refersTo == ["a@b,3", "4", "442"] && draft.head.channel == .cencomm)
        #expect(draft.head.theirNumber == "17/4" && draft.head.raw == "00")
    }
}
