import Foundation
import Model
import TestSupport
import Testing

@testable import EventLog

@Suite struct EntryLineTests {
    private func entry() -> Entry {
        var body = JSONObject()
        body["text"] = .string("Ошибка \"\\ \u{1}\n\u{7F} 桦\u{1F690}")
        body["list"] = .array([.integer(-5), .null, .bool(true), .object(JSONObject()), .array([])])
        return Entry(
            origin: "C/D/live/2026", index: 12, previous: Hashing.plain([1]),
            id: .timed(Instant(milliseconds: 5), count: 1, chance: 9),
            desk: "D", subject: SubjectName(area: .alerts, year: 2026, number: 3, isExercise: false),
            kind: "alertRaised",
            at: Instant(milliseconds: 77), precision: .minute, recorded: Instant(milliseconds: 99), actor: "a",
            body: body)
    }

    @Test func readsWhatTheModelWrites() throws {
        for precision in [Precision.millisecond, .minute, .day] {
            var entry = entry()
            entry.precision = precision
            let line = try #require(entry.line.withUnsafeBytes { EntryLine($0) })
            #expect(line.index == 12)
            #expect(line.recorded == 99)
            #expect(line.previous == entry.previous)
            #expect(line.length == entry.line.count)
            #expect(entry.line[line.origin].elementsEqual("C/D/live/2026".utf8))
            #expect(entry.line[line.desk].elementsEqual("D".utf8))
            #expect(line.id == entry.id.bytes.withUnsafeBytes { IDWords($0) })
        }
    }

    /// Whatever the scanner takes is exactly what the model would have written.
    @Test func takesNothingThatTheModelWouldNotHaveWritten() {
        var random = SeededGenerator(seed: 4)
        let line = entry().line
        let alphabet = Array("{}[]\",:\\0123456789abcu-x .\u{7F}E".utf8) + [0xC3, 0xA9, 0xE2, 0xF0, 0x00, 0x1F, 0x0A]
        var (taken, wrong) = (0, 0)
        for _ in 0..<60_000 {
            var bytes = line
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = alphabet.randomElement(using: &random) ?? 0
                case 1: bytes.remove(at: place)
                default: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
                }
            }
            let scanned = bytes.withUnsafeBytes { EntryLine($0) }
            let length = scanned?.length ?? bytes.count
            let model = try? bytes[..<(length - 1)].withUnsafeBufferPointer { try Entry(line: $0) }
            if scanned != nil { taken += 1 }
            // The same bytes written again, or both refuse.
            let rewritten = model.map { $0.line == Array(bytes[..<length]) } ?? false
            if (scanned != nil) != rewritten { wrong += 1 }
        }
        #expect(wrong == 0)
        #expect(taken > 1_000)
    }
}
