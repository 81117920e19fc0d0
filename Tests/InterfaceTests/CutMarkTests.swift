import Model
import Screen
import TestSupport
import Testing

@testable import Interface
@testable import Wording

/// Long texts on every screen: what is not shown whole ends with the mark of a cut, or goes on in the next line.
@Suite struct CutMarkTests {
    /// Greek letters, which nothing else on the screens has, in an order that tells what follows what.
    static let letters = Array("αβγδεζηθικλμνξοπρστυφχψ")
    static let long = String((0..<140).map { letters[$0 % letters.count] }) + "Ω"

    static let openings: [(String, [Key])] = [
        ("board", []), ("alerts", [.character("2")]), ("deliveries", [.character("3")]), ("watch", [.character("5")]),
        ("log", [.character("7")]), ("raw", [.character("7"), .character("r")]), ("delivery", [.enter]),
        ("alert", [.tab, .enter]), ("facts", [.enter, .tab]), ("form", [.tab, .character("C")]),
        ("zoom", [.character("z")]),
    ]

    @Test(arguments: Arrangement.allCases) func whatIsNotWholeCarriesTheMark(_ arrangement: Arrangement) {
        let log = DrawingProperties.log(with: Self.long)
        for (width, height) in [(60, 16), (63, 20), (80, 24), (97, 31), (120, 40), (160, 50), (200, 60)] {
            for (name, keys) in Self.openings where arrangement == .auto || name == "board" {
                var state = Sample.state(log, width: width, height: height)
                state.arrange(arrangement)
                Sample.carryOut(state.start(), in: &state, log: log)
                _ = Sample.type(keys, into: &state, log: log)
                Self.check(state.render(), "\(name) \(arrangement) \(width)x\(height)")
            }
        }
    }

    static func check(_ canvas: Canvas, _ remark: String) {
        var found = 0
        for row in 0..<canvas.height {
            let glyphs = canvas.row(row).map { $0.glyph.scalars }
            var column = 0
            while column < glyphs.count {
                guard place(of: glyphs[column]) != nil else {
                    column += 1
                    continue
                }
                var end = column
                while end < glyphs.count, place(of: glyphs[end]) != nil { end += 1 }
                found += 1
                // A box that lies over it hides the rest of it, and its mark.
                let isCovered = end < glyphs.count && ["┌", "│", "├", "└"].contains(glyphs[end])
                let isWhole = end < glyphs.count && (["Ω", "ω", "~"].contains(glyphs[end]) || isCovered)
                let goesOn = row + 1 < canvas.height && continues(after: glyphs[end - 1], in: canvas, row: row + 1)
                #expect(
                    isWhole || goesOn, "\(remark), row \(row): \(glyphs[column..<end].joined()) in \(glyphs.joined())")
                column = end
            }
        }
        #expect(found > 0, "\(remark): nothing of the long text is there")
    }

    private static func place(of glyph: String) -> Int? { glyph.first.flatMap { letters.firstIndex(of: $0) } }

    /// Whether some text of the next row begins where this one ended.
    private static func continues(after glyph: String, in canvas: Canvas, row: Int) -> Bool {
        guard let place = place(of: glyph) else { return false }
        let next = String(letters[(place + 1) % letters.count])
        let glyphs = canvas.row(row).map { $0.glyph.scalars }
        return glyphs.indices.contains { column in
            (glyphs[column] == next || glyphs[column] == "Ω")
                && (column == 0 || Self.place(of: glyphs[column - 1]) == nil)
        }
    }
}

/// Every word twice as long, as German or Mongolian would have it.
@Suite struct LongWordsTests {
    static let doubled: Catalogue? = {
        for folder in Catalogue.standardFolders() {
            guard let bytes = try? Catalogue.contents(of: "\(folder)/ru.po"), let file = try? PoReader.read(bytes)
            else {
                continue
            }
            let entries = file.entries.map { entry in
                PoEntry(
                    context: entry.context, id: entry.id, plural: entry.plural,
                    translations: entry.plural.map { [double(entry.id), double($0)] } ?? [double(entry.id)])
            }
            guard let language = Language(rawValue: "xx") else { return nil }
            return Catalogue(
                language: language, entries: entries,
                header: ["X-Minutes": "%1minmin", "X-Hours": "%1hh%2", "X-Ahead": "inin %1", "X-Short-Day": "%e %b%b"])
        }
        return nil
    }()

    /// Every letter twice; places stay as they are.
    static func double(_ text: String) -> String {
        var result = ""
        var isPlace = false
        for character in text {
            result.append(character)
            if character.isLetter, !isPlace { result.append(character) }
            isPlace = character == "%"
        }
        return result
    }

    @Test func theWordsThatCarryTheMeaningStayWhole() throws {
        let catalogue = try #require(Self.doubled)
        #expect(catalogue.text("SILENT") == "SSIILLEENNTT", "\(catalogue.problems.prefix(3))")
        for (width, height) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
            var state = Sample.state(width: width, height: height, catalogue: catalogue)
            Sample.carryOut(state.start(), in: &state)
            let board = state.render().plainLines()
            #expect(board.contains { $0.contains("001") && $0.contains("SSIILLEENNTT") }, "\(width)x\(height)")
            #expect(board.contains { $0.contains("0001") && $0.contains("UUNNAACCKKEEDD") }, "\(width)x\(height)")
            LayoutTests.check(state, "doubled \(width)x\(height)")
            for (name, keys) in CutMarkTests.openings {
                state = Sample.state(width: width, height: height, catalogue: catalogue)
                _ = Sample.type(keys, into: &state)
                let canvas = state.render()
                #expect(canvas.plainLines().count == height, "\(name)")
                if state.overlay == nil { LayoutTests.check(state, "\(name) doubled \(width)x\(height)") }
            }
        }
    }

    @Test func noSentenceOfTheScreensIsCutWithoutItsMark() throws {
        let catalogue = try #require(Self.doubled)
        let log = DrawingProperties.log(with: CutMarkTests.long)
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            for (name, keys) in CutMarkTests.openings {
                var state = Sample.state(log, width: width, height: height, catalogue: catalogue)
                Sample.carryOut(state.start(), in: &state, log: log)
                _ = Sample.type(keys, into: &state, log: log)
                CutMarkTests.check(state.render(), "\(name) doubled \(width)x\(height)")
            }
        }
    }
}
