import TestSupport
import Testing

@testable import Screen

/// Graphs on the ladder braille, block, ASCII.
@Suite struct GraphTests {
    @Test func aStripShowsTheLatestAtItsRightEnd() {
        #expect(Graph.strip([0, 1, 2, 4, 8], columns: 5, on: .block).plain == " ▁▂▄█")
        #expect(Graph.strip([0, 1, 2, 4, 8], columns: 5, on: .ascii).plain == " ..:#")
        #expect(Graph.strip([0, 1, 2, 4, 8], columns: 3, on: .braille).plain == " ⣀⣼")
        #expect(Graph.strip([9, 8, 0, 4], columns: 2, on: .block).plain == " █", "older ones are left out")
        #expect(Graph.strip([1], columns: 3, on: .block, highest: 8).plain == "  ▁")
    }

    @Test func oneEventAmongManyIsSeen() {
        for ladder in SymbolLadder.allCases {
            let text = Graph.strip([1, 0, 0, 0, 100_000, 100_000], columns: 6, on: ladder)
            #expect(text.plain.contains { $0 != " " && $0 != text.plain.last })
        }
    }

    @Test func everyStripIsAsWideAsItWasAskedFor() {
        var random = SeededGenerator()
        for _ in 0..<400 {
            let values = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                Int.random(in: 0...3, using: &random) == 0 ? Int.random(in: .min ... .max, using: &random) : 0
            }
            let columns = Int.random(in: -2...70, using: &random)
            let ladder = SymbolLadder.allCases.randomElement(using: &random) ?? .ascii
            let text = Graph.strip(values, columns: columns, on: ladder)
            #expect(text.width == max(0, columns), "seed \(random.seed)")
            if ladder == .ascii { #expect(text.plain.utf8.allSatisfy { $0 < 0x80 }) }
            #expect(SafeText(text.plain) == text, "only what foreign text might hold as well")
            let bar = Graph.bar(Double.random(in: -1...2, using: &random), columns: columns, on: ladder)
            #expect(bar.width == max(0, columns))
        }
    }

    @Test func aBarSaysALittleAndNothingApart() {
        #expect(Graph.bar(0, columns: 4, on: .ascii).plain == "    ")
        #expect(Graph.bar(0.01, columns: 4, on: .ascii).plain == "#   ")
        #expect(Graph.bar(1, columns: 4, on: .block).plain == "████")
        #expect(Graph.bar(.nan, columns: 2, on: .block).plain == "  ")
    }

    @Test func aHistogramCountsByInterval() {
        let minute: Int64 = 60_000
        let instants: [Int64] = [0, 1, 10, 19, 20, 21].map { $0 * minute }
        #expect(Graph.histogram(of: instants, until: 20 * minute, width: 10 * minute, count: 2) == [2, 2])
        #expect(Graph.histogram(of: instants, until: 20 * minute, width: 10 * minute, count: 3) == [1, 2, 2])
        #expect(Graph.histogram(of: [.min, .max], until: 0, width: 1, count: 2) == [0, 0])
        #expect(Graph.histogram(of: instants, until: 0, width: 0, count: 2) == [0, 0])
        #expect(Graph.histogram(of: instants, until: 0, width: 5, count: -1) == [])
    }

    @Test func theLadderSuitsTheTerminal() {
        #expect(SymbolLadder.automatic(type: "xterm-256color", isUTF8: true) == .block)
        #expect(SymbolLadder.automatic(type: "xterm-256color", isUTF8: false) == .ascii)
        for type in ["linux", "vt100", "vt220-8bit", "ansi", "linux-16color"] {
            #expect(SymbolLadder.automatic(type: type, isUTF8: true) == .ascii, "\(type)")
        }
    }

    @Test func drawingsHaveALikenessInASCII() {
        for scalar in (UInt32(0x2580)...0x2588).map({ $0 }) + Array(0x2800...0x28FF) + [0x2500, 0x2502, 0x250C, 0x253C]
        {
            let glyph = Glyph(scalars: UnicodeScalar(scalar).map { String($0) } ?? "", width: 1)
            #expect(glyph.isDrawing && glyph.asciiLikeness?.utf8.count == 1, "\(scalar)")
        }
        #expect(
            SafeText("Жаркент №7 — «Қорғас»").glyphs.map { $0.asciiLikeness ?? "?" }.joined()
                == "Jarkent #7 - \"Korgas\"")
        #expect(SafeText("漢").glyphs[0].asciiLikeness == nil)
    }
}
