import Model
import Testing

@testable import Exchange

@Suite struct IncomingMessageTests {
    @Test func theWayThroughJSONChangesNothing() throws {
        var random = RandomMessages(seed: 21)
        for _ in 0..<500 {
            var message = random.message(form: .cap)
            message.remarks = Array(IncomingMessage.Remark.allCases.shuffled(using: &random.chance).prefix(3))
            let bytes = CanonicalJSON.bytes(of: .object(message.json))
            let object = try #require(try JSONReader.read(bytes, canonical: true).object)
            #expect(try IncomingMessage(reading: object) == message)
        }
    }

    @Test func anythingElseInTheJSONIsAFault() throws {
        var random = RandomMessages(seed: 22)
        let sound = random.message(form: .cap).json
        #expect(throws: Never.self) { try IncomingMessage(reading: sound) }
        for (key, value): (String, JSON?) in [
            ("stranger", .null), ("form", .string("telex")), ("sender", nil), ("number", .integer(3)),
            ("sent", .string("2026")), ("priority", .integer(5)), ("extras", .array([.string("a")])),
            ("remarks", .array([.string("fine")])), ("recipients", .array([.integer(1)])), ("text", .null),
        ] {
            var wrong = sound
            wrong[key] = value
            #expect(throws: WireFault(key: key)) { try IncomingMessage(reading: wrong) }
        }
    }

    @Test(arguments: [
        ("Immediate", "Extreme", "Observed", 1), ("Immediate", "Severe", "Likely", 1),
        ("Expected", "Extreme", "Likely", 2), ("Future", "Severe", "Possible", 2),
        ("Immediate", "Moderate", "Likely", 2), ("Future", "Moderate", "Likely", 3),
        ("Unknown", "Unknown", "Unknown", 3), ("Past", "Extreme", "Observed", 3),
        ("Immediate", "Minor", "Observed", 4), ("Immediate", "Extreme", "Unlikely", 4),
    ])
    func thePriorityFollowsFromTheWordsOfCAP(
        _ urgency: String, _ severity: String, _ certainty: String, _ priority: Int
    ) {
        let sent = MessageTime(Instant(milliseconds: 0), offsetSeconds: 0)
        var message = IncomingMessage(form: .cap, sender: "a", number: "1", sent: sent)
        (message.urgency, message.severity, message.certainty) = (urgency, severity, certainty)
        #expect(message.effectivePriority == priority)
        for own in 1...4 {
            message.priority = own
            #expect(message.effectivePriority == own)
            (message.urgency, message.severity) = (nil, nil)
            let cap = CAPMessage(message)
            var back = message
            (back.priority, back.urgency, back.severity) = (
                nil, cap.infos[0].urgency.rawValue, cap.infos[0].severity.rawValue
            )
            back.certainty = cap.infos[0].certainty == .unlikely ? nil : cap.infos[0].certainty.rawValue
            #expect(back.effectivePriority == own)
        }
    }

    @Test(arguments: [
        ("2026-10-17T04:06:00+05:00", "2026-10-16T23:06:00Z"), ("2026-10-17 04:06 UTC+5", "2026-10-16T23:06:00Z"),
        ("2026-10-17T04:06:00+14:00", "2026-10-16T14:06:00Z"), ("2026-10-17T04:06:00-00:00", "2026-10-17T04:06:00Z"),
        ("2026-10-17T04:06:00.999Z", "2026-10-17T04:06:00Z"), ("2016-12-31T23:59:60+00:00", "2017-01-01T00:00:00Z"),
        ("2026-10-17T24:00:00+00:00", "2026-10-18T00:00:00Z"), ("9999-12-31T23:59:59-14:00", "253402351199"),
    ])
    func timesWithTheirOffset(_ text: String, _ utc: String) throws {
        let time = try MessageTime(reading: text)
        let seconds = Int64(utc)
        let expected = try seconds.map { Instant(milliseconds: $0 * 1_000) } ?? MessageTime(reading: utc).instant
        #expect(time.instant == expected)
        #expect(try MessageTime(reading: time.text()) == time)
    }

    @Test(arguments: [
        "", "2026-10-17", "2026-13-17T04:06:00+05:00", "2026-02-30T04:06:00+05:00", "2026-10-17T04:06:00+14:01",
        "2026-10-17T04:06:00+5:0", "2026-10-17T04:06:00 Almaty", "0000-10-17T04:06:00+05:00", "9999-12-31T24:00:00Z",
        "2026-10-17T25:06:00+05:00", "２０２６-10-17T04:06:00+05:00",
    ])
    func whatIsNoTime(_ text: String) {
        #expect(throws: MessageTime.Fault.self) { try MessageTime(reading: text) }
    }

    @Test func oneWithoutAnOffsetIsNamedSo() {
        #expect(throws: MessageTime.Fault.missingOffset) { try MessageTime(reading: "2026-10-17T04:06:00") }
    }
}
