import Model
import Testing

@testable import Exchange

private func read(_ bytes: [UInt8]) -> (items: [ImportItem], faults: [ImportFault]) {
    var lines = EventLines(bytes, source: "test", digest: testDigest)
    var items: [ImportItem] = []
    var faults: [ImportFault] = []
    while let outcome = lines.next() {
        switch outcome {
        case .item(let item): items.append(item)
        case .fault(let fault): faults.append(fault)
        }
    }
    #expect(lines.bytesDone == lines.byteCount)
    return (items, faults)
}

private func read(_ text: String) -> (items: [ImportItem], faults: [ImportFault]) { read(Array(text.utf8)) }

private let noted = #""kind":"alertNoted","body":{"text":"x"}"#
private let raised =
    #""kind":"alertRaised","body":{"priority":2,"message":"request","headline":"h","source":"KGZ"}"#

@Suite struct EventLinesTests {
    @Test func oneFileWithReferences() throws {
        let found = read(
            """

            {\(raised),"subject":{"new":"AL"},"at":"2026-10-17T04:12:00+05:00"}
              {\(noted),"subject":{"same_as":2},"at":1792192320000,"actor":"orazov"}\r
            {\(noted),"subject":"AL-2026-0001","at":"2026-10-16T23:12Z","precision":"minute",\
            "id":"00000000-0000-8000-8000-000000000001"}
            """)
        #expect(found.faults == [])
        #expect(
            found.items.map(\.target) == [
                .new(.alerts), .sameAs(line: 2), try .existing(#require(SubjectName("AL-2026-0001"))),
            ])
        #expect(Set(found.items.map(\.at.milliseconds)) == [1_792_192_320_000])
        #expect(found.items.map(\.actor) == [nil, "orazov", nil])
        #expect(found.items.map(\.line) == [2, 3, 4])
        #expect(found.items[2].precision == .minute)
        #expect(found.items[2].id == EventID("00000000-0000-8000-8000-000000000001"))
        #expect(Set(found.items.map(\.id)).count == 3)
    }

    @Test(
        arguments: [
            ("[1]", .notAnObject, 1), ("{", .json(.unexpectedEnd), 2), ("  {]", .json(.unexpectedByte), 4),
            (#"{"a":1.5}"#, .json(.notAnInteger), 7),
            (#"{\#(noted),"at":1,"at":1,"subject":"AL-2026-0001"}"#, .json(.duplicateKey), nil),
            (#"{\#(noted),"subject":"AL-2026-0001"}"#, .missingKey("at"), 1),
            (#"{\#(noted),"at":1}"#, .missingKey("subject"), 1),
            (#"{"body":{},"at":1,"subject":"AL-2026-0001"}"#, .missingKey("kind"), 1),
            (#"{"kind":"alertNoted","at":1,"subject":"AL-2026-0001"}"#, .missingKey("body"), 1),
            (#"{"kind":"alertNoted","body":{},"at":1,"subject":"AL-2026-0001"}"#, .body(.missing(key: "text")), 1),
            (#"{\#(noted),"at":"17.10.2026","subject":"AL-2026-0001"}"#, .wrongValue(key: "at"), 1),
            (#"{\#(noted),"at":"2026-10-17T04:12","subject":"AL-2026-0001"}"#, .wrongValue(key: "at"), 1),
            (#"{\#(noted),"at":1,"subject":"hello"}"#, .wrongValue(key: "subject"), 1),
            (#"{\#(noted),"at":1,"subject":{"new":"XX"}}"#, .wrongValue(key: "subject"), 1),
            (#"{\#(noted),"at":1,"subject":{"new":"??"}}"#, .wrongValue(key: "subject"), 1),
            (#"{\#(noted),"at":1,"subject":{"same_as":1}}"#, .noSubjectOnLine(1), 1),
            (#"{\#(noted),"at":1,"subject":{"same_as":7}}"#, .noSubjectOnLine(7), 1),
            (#"{\#(noted),"at":1,"subject":"AL-2026-0001","whom":"x"}"#, .unknownKey("whom"), 1),
            (#"{\#(noted),"at":1,"subject":"AL-2026-0001","id":"x"}"#, .wrongValue(key: "id"), 1),
            (#"{\#(noted),"at":1,"subject":"AL-2026-0001","actor":""}"#, .wrongValue(key: "actor"), 1),
            (#"{\#(noted),"at":1,"subject":"AL-2026-0001","v":0}"#, .wrongValue(key: "v"), 1),
            (#"{\#(noted),"at":1,"subject":"AL-2026-0001"} {}"#, .json(.trailingText), nil),
        ] as [(String, ImportFault.Reason, Int?)])
    func faultyLine(_ text: String, _ reason: ImportFault.Reason, _ column: Int?) throws {
        let found = read(text + "\n" + #"{\#(noted),"at":1,"subject":"AL-2026-0001"}"#)
        #expect(found.items.count == 1, "the next line is read")
        let fault = try #require(found.faults.first)
        #expect(fault.reason == reason)
        #expect(fault.line == 1)
        if let column { #expect(fault.column == column) }
    }

    @Test func unknownKindSurvives() throws {
        let found = read(
            #"{"kind":"moonRisen","v":3,"body":{"phase":"full","list":[1,{"a":null}]},"at":1,"subject":{"new":"SR"}}"#)
        let event = try #require(found.items.first?.event)
        #expect(event.kind == "moonRisen")
        #expect(CanonicalJSON.text(of: .object(event.body)) == #"{"list":[1,{"a":null}],"phase":"full"}"#)
    }

    @Test func derivedIdsAreStable() {
        let line = #"{\#(noted),"at":1,"subject":"AL-2026-0001"}"#
        let twice = read([line, line, line].joined(separator: "\n"))
        #expect(Set(twice.items.map(\.id)).count == 3)
        #expect(read([line, line, line].joined(separator: "\r\n")).items.map(\.id) == twice.items.map(\.id))
        #expect(read("\n" + line).items.map(\.id) == Array(twice.items.map(\.id).prefix(1)))
    }

    @Test func aLineLongerThanAnEntry() {
        let long =
            #"{"kind":"alertNoted","body":{"text":"\#(String(repeating: "x", count: 70_000))"},"at":1,"subject":"AL-2026-0001"}"#
        let found = read(long)
        #expect(found.faults.map(\.reason) == [.lineTooLong(limitBytes: 65_535)])
        #expect(found.faults.first?.excerpt.count == ImportFault.excerptLimit)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let subject = try #require(SubjectName("XAL-2026-0007"))
        let id = try #require(EventID("00000000-0000-8000-8000-00000000000a"))
        let body = AlertRaised(
            priority: 1, message: .warning, headline: "\"quoted\"\n\u{1B}[2J Алматы", source: "KAZ",
            quantity: Quantity(amount: "--", unit: "kg"), due: Instant(milliseconds: 5))
        for at in [0, 1_792_192_320_001, -62_200_000_000_000, 300_000_000_000_000] as [Int64] {
            for precision in [Precision.millisecond, .minute, .day] {
                let entry = Entry(
                    origin: "A/B/exercise/1", index: 3, previous: .zero, id: id, desk: "B", subject: subject,
                    kind: AlertRaised.kind, at: Instant(milliseconds: at), precision: precision,
                    recorded: Instant(milliseconds: 9), actor: "sagynbaeva", body: body.object)
                let line = EventLine.bytes(of: entry, offsetSeconds: 5 * 3_600)
                #expect(line.filter { $0 == 0x0A }.count == 1)
                let item = try #require(read(line).items.first)
                #expect(item.event == .alert(.raised(body)))
                #expect(item.at == entry.at)
                #expect(item.precision == precision)
                #expect(item.id == id)
                #expect(item.actor == "sagynbaeva")
                #expect(item.target == .existing(subject))
            }
        }
    }

    @Test(.enabled(if: TestMaterial.hasHostileFiles, Comment(rawValue: TestMaterial.absence)))
    func hostileFiles() throws {
        let files = try TestMaterial.files(in: "hostile/json")
        #expect(files.count > 300)
        for file in files {
            let found = read(file.bytes)
            #expect(found.items.isEmpty, "\(file.name) is no event")
            let isBlank = file.bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
            #expect(!found.faults.isEmpty || isBlank, "\(file.name)")
        }
    }
}
