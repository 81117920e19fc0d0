import Foundation
import TestSupport
import Testing

@testable import Screen

/// Text of any script takes the columns that we say it takes, and nothing beside it moves.
@Suite("Widths of what people type")
struct UserTextWidthTests {
    @Test("A fence beside any text of any script stands where it stood")
    func neighbours() {
        var random = SeededGenerator()
        let texts = ScriptSamples.all.map(\.text) + (0..<300).map { _ in random.text(upTo: 30) }
        for text in texts {
            for room in [1, 2, 3, 7, 12, 40] {
                var canvas = Canvas(width: room + 2, height: 1)
                canvas.put("|", row: 0, column: 0)
                canvas.put("|", row: 0, column: room + 1)
                let used = canvas.put(SafeText(text), row: 0, column: 1, width: room)
                let remark = "\(text.debugDescription) in \(room), seed \(random.seed)"
                #expect(used <= room, "\(remark)")
                #expect(canvas[0, 0]?.glyph.scalars == "|", "\(remark)")
                #expect(canvas[0, room + 1]?.glyph.scalars == "|", "\(remark)")
                #expect(columns(of: canvas.plainLines()[0]) == room + 2, "\(remark)")
            }
        }
    }

    @Test("A text is as wide as its glyphs, and each glyph one or two columns")
    func sums() {
        var random = SeededGenerator()
        for text in ScriptSamples.all.map(\.text) + (0..<500).map({ _ in random.text(upTo: 40) }) {
            let safe = SafeText(text)
            #expect(safe.glyphs.allSatisfy { (1...2).contains($0.width) }, "\(text.debugDescription)")
            #expect(safe.width == safe.glyphs.reduce(0) { $0 + $1.width })
            #expect(safe.width == columns(of: safe.plain), "\(text.debugDescription), seed \(random.seed)")
        }
    }

    /// By scalars alone, without the sanitiser.
    private func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (CharacterWidth.columns(of: $1) ?? 99) }
    }

    static let folder: String = {
        if let named = ProcessInfo.processInfo.environment["CARICC_DATA"] { return named }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appendingPathComponent("../shared/data").path
    }()
    static let widths = folder + "/unicode/EastAsianWidth.txt"
    static let isThere = FileManager.default.isReadableFile(atPath: widths)

    @Test(
        "The table agrees with EastAsianWidth of Unicode 17",
        .enabled(if: isThere, "No data folder: set CARICC_DATA to it. The table of widths was not compared."))
    func unicode() throws {
        let text = try String(contentsOfFile: Self.widths, encoding: .utf8)
        #expect(text.hasPrefix("# EastAsianWidth-\(CharacterWidth.unicodeVersion)"))
        var compared = 0
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "#", maxSplits: 1)
            let fields = parts[0].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count == 2, parts.count == 2 else { continue }
            let category = parts[1].trimmingCharacters(in: .whitespaces).prefix(2)
            let ends = fields[0].components(separatedBy: "..").compactMap { UInt32($0, radix: 16) }
            for value in (ends.first ?? 0)...(ends.last ?? 0) {
                guard let scalar = Unicode.Scalar(value) else { continue }
                compared += 1
                let columns = CharacterWidth.columns(of: scalar)
                switch category {
                case "Mn", "Me": #expect((columns ?? 0) == 0, "U+\(fields[0]) is a mark")
                case "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp": #expect((columns ?? 0) <= 1, "U+\(fields[0])")
                case "Zs": break
                default:
                    let isWide = fields[1] == "W" || fields[1] == "F"
                    // Emoji presentation makes some neutral ones wide; jamo and skin tones have no columns of their own.
                    if let columns, columns > 0 {
                        #expect(isWide ? columns == 2 : columns == 1, "U+\(String(value, radix: 16)) \(fields[1])")
                    }
                }
            }
        }
        #expect(compared > 140_000)
    }
}
