import Testing

@testable import Exchange

@Suite struct CAPRoundTripTests {
    @Test func whatIsWrittenIsReadAsTheSameMessage() throws {
        var random = RandomMessages(seed: 5)
        for n in 0..<1_000 {
            let message = random.cap()
            let bytes = try CAPWriter.bytes(of: message)
            #expect(try MessageGate().format(of: bytes) == .cap)
            let back = try CAPReader.read(bytes)
            #expect(back == message, "message \(n)")
            #expect(back.leaves.map { Array($0.value.utf8) } == message.leaves.map { Array($0.value.utf8) })
            if back != message { break }
        }
    }

    /// By a reader of the schema of OASIS in Python, which shares no code with us, and by libxml2's xmllint where it is installed.
    @Test func whatIsWrittenIsValidByTheSchema() throws {
        let tools = OutsideTool.schemaCheckers
        guard !tools.isEmpty else { return print("Neither python3 nor xmllint: the schema was not tested.") }
        let folder = try ScratchFolder()
        var random = RandomMessages(seed: 6)
        var paths: [String] = []
        for n in 0..<300 {
            paths.append(try folder.write(CAPWriter.bytes(of: random.cap()), as: "\(n).xml"))
            paths.append(
                try folder.write(CAPWriter.bytes(of: CAPMessage(random.message(form: .cap))), as: "ours\(n).xml"))
        }
        let wrong = try folder.write(
            try CAPWriter.bytes(of: random.cap()).replacing(Array("<status>".utf8), with: Array("<status>x".utf8)),
            as: "wrong.xml")
        for (tool, arguments) in tools {
            let sound = OutsideTool.run(tool, arguments + paths)
            #expect(sound.code == 0, "\(sound.text.prefix(500))")
            #expect(OutsideTool.run(tool, arguments + [wrong]).code != 0)
        }
    }

    @Test func charactersThatXMLCannotCarryAreRefusedByTheWriter() {
        for text in ["\u{0}", "a\u{1B}b", "\u{FFFE}"] {
            var message = CAPMessage(
                identifier: "1", sender: "a", sent: .init(.init(milliseconds: 0), offsetSeconds: 0))
            message.note = text
            #expect(throws: CAPWriter.Fault(element: "note")) { try CAPWriter.bytes(of: message) }
        }
    }

    @Test func aMessageOfOursComesBackFromCAP() throws {
        var random = RandomMessages(seed: 7)
        for n in 0..<500 {
            let message = random.message(form: .cap)
            var back = IncomingMessage(try CAPReader.read(CAPWriter.bytes(of: CAPMessage(message))))
            back.remarks = []
            // What the form has no word for is filled in: an act without a kind, a rating by the priority.
            #expect(back == message, "message \(n)")
            if back != message { break }
        }
    }

    /// The block that weighs most leads, whichever comes first; of equal ones the one in English, else in a language that is
    /// read here.
    @Test func theMostUrgentBlockGivesTheSummary() throws {
        func message(_ blocks: [(language: String?, severity: CAPInfo.Severity, headline: String)]) throws
            -> IncomingMessage
        {
            var random = RandomMessages(seed: 8)
            var cap = random.cap()
            while cap.infos.isEmpty { cap = random.cap() }
            var info = cap.infos[0]
            info.parameters = []
            cap.infos = blocks.map { block in
                (info.language, info.severity, info.headline) = (block.language, block.severity, block.headline)
                (info.urgency, info.certainty) = (.immediate, .observed)
                return info
            }
            return IncomingMessage(try CAPReader.read(CAPWriter.bytes(of: cap)))
        }
        let wind = try message([("en", .minor, "Light wind"), ("ru", .extreme, "Сель")])
        #expect(wind.headline == "Сель" && wind.effectivePriority == 1)
        #expect(wind.extras.contains { $0.value == "Light wind" })
        #expect(try message([("is-IS", .severe, "Hvöss"), (nil, .severe, "Gales")]).headline == "Gales")
        #expect(try message([("ru", .severe, "Буря"), ("en", .severe, "Storm")]).headline == "Storm")
    }
}
