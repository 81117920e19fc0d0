import Model
import Testing
import Wording

@testable import caricc

@Suite struct RecordPrinterTests {
    private func entry(at: Int64, precision: Precision = .millisecond) throws -> Entry {
        var body = JSONObject()
        body["text"] = .string("seen \u{202E}\u{1B}[2J")
        return Entry(
            origin: "C/D/live/2026", index: 4_711, previous: .zero,
            id: try #require(EventID([UInt8](repeating: 1, count: 16))),
            desk: "D", subject: try #require(SubjectName("AL-2026-0193")), kind: "alertNoted",
            at: Instant(milliseconds: at), precision: precision, recorded: Instant(milliseconds: 1_792_190_000_000),
            actor: "orazov", body: body)
    }

    @Test func aLineSaysWhenItWasLearntAndWhenItHappenedWhereThatDiffers() throws {
        let soon = try RecordPrinter.line(entry(at: 1_792_190_000_000 - 59_000), zone: .almaty)
        #expect(
            soon.hasPrefix("#4711 2026-10-17T03:33:20+05:00 AL-2026-0193 alertNoted orazov {\"text\":\"seen "),
            "\(soon)")
        let late = try RecordPrinter.line(entry(at: 1_792_190_000_000 - 3_600_000), zone: .almaty)
        #expect(late.hasPrefix("#4711 2026-10-17T03:33:20+05:00 at=2026-10-17T02:33:20+05:00 AL-2026-0193 "), "\(late)")
        let day = try RecordPrinter.line(
            entry(at: 1_422_921_600_000, precision: .day), zone: .almaty, isWithdrawn: true)
        #expect(
            day.hasPrefix("#4711 2026-10-17T03:33:20+05:00 at=2015-02-03 AL-2026-0193 alertNoted orazov WITHDRAWN {"),
            "\(day)")
    }

    @Test func whatIsPrintedForPeopleCannotActOnATerminal() throws {
        let line = Voice.safe(try RecordPrinter.line(entry(at: 0), zone: .almaty))
        for scalar in line.unicodeScalars {
            #expect(scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0x202E)
        }
        #expect(Voice.safe("plain") == "plain")
        #expect(Voice.safe("a\u{9B}2Jb\u{7}") == "a\\x9B2Jb^G")
    }
}
