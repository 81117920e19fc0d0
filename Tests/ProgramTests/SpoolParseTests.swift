import EventLog
import Exchange
import Foundation
import Model
import Testing

/// The product's own confined child.
@Suite(.serialized) struct SpoolParseTests {
    private static let alert = """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
          <identifier>1</identifier><sender>a@b</sender><sent>2026-10-17T04:06:00+05:00</sent>
          <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
        </alert>
        """

    @Test func theProgramReadsForItselfInAConfinedChild() throws {
        let parser = LimitedParser(executable: Program.path)
        let here = MessageReader { Hashing.plain($0) }
        let row = "{\"kind\":\"alertNoted\",\"subject\":\"AL-2026-0001\",\"body\":{\"text\":\"x\"},\"at\":1}\n"
        for text in [Self.alert, "<!DOCTYPE a><a/>", row, "CARICC MESSAGE 1\nEND", "?"] {
            let bytes = Array(text.utf8)
            #expect(parser.read(bytes, source: "kgz") == here.read(bytes, source: "kgz"))
        }
        #expect(parser.startCount == 1)
        #expect(parser.confinement?.isSufficient == true)
        let id = try #require(parser.processID)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/fd").sorted() == ["0", "1", "2"])
        let status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
        #expect(status.contains("NoNewPrivs:\t1"))
        if parser.confinement?.isFiltered == true { #expect(status.contains("Seccomp:\t2")) }
        #expect(status.contains("Threads:\t1\n"))
    }

    @Test func helpDoesNotOfferIt() {
        let outcome = Program.run(["--help"])
        #expect(outcome.status == 0 && !outcome.output.contains("spool-parse"))
    }

    @Test func itEndsWithItsInput() {
        #expect(Program.run(["spool-parse"]).status == 0)
    }
}
