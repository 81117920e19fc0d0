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

    /// By libxml2's xmllint and the schema of OASIS; nothing is tested where there is no xmllint.
    @Test func whatIsWrittenIsValidByTheSchema() throws {
        guard let tool = OutsideTool.path(of: "xmllint") else {
            print("No xmllint (Debian: libxml2-utils): the schema was not tested.")
            return
        }
        let folder = try ScratchFolder()
        var random = RandomMessages(seed: 6)
        var paths: [String] = []
        for n in 0..<300 {
            paths.append(try folder.write(CAPWriter.bytes(of: random.cap()), as: "\(n).xml"))
            paths.append(
                try folder.write(CAPWriter.bytes(of: CAPMessage(random.message(form: .cap))), as: "ours\(n).xml"))
        }
        let schema = OutsideTool.schema
        let sound = OutsideTool.run(tool, ["--noout", "--nonet", "--schema", schema] + paths)
        #expect(sound.code == 0, "\(sound.text.prefix(500))")
        let wrong = try folder.write(
            try CAPWriter.bytes(of: random.cap()).replacing(Array("<status>".utf8), with: Array("<status>x".utf8)),
            as: "wrong.xml")
        #expect(OutsideTool.run(tool, ["--noout", "--nonet", "--schema", schema, wrong]).code != 0)
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
}
