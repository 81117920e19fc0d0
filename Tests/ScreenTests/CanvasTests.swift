import TestSupport
import Testing

@testable import Screen

@Suite("Canvas")
struct CanvasTests {
    @Test("Text off the right edge is cut with a mark, off the left dropped")
    func edges() {
        var canvas = Canvas(width: 6, height: 2)
        #expect(canvas.put("abcdefgh", row: 0, column: 2) == 4)
        #expect(canvas.put("abcdef", row: 1, column: -3) == 6)
        #expect(canvas.put("x", row: 5, column: 0) == 1)
        #expect(canvas.put("x", row: 0, column: 6) == 0)
        #expect(canvas.plainLines() == ["  abc~", "def"])
    }

    @Test("A width limits the text with a mark")
    func limit() {
        var canvas = Canvas(width: 10, height: 1)
        #expect(canvas.put("Yallama queue", row: 0, column: 0, width: 5) == 5)
        #expect(canvas.plainLines() == ["Yall~"])
        #expect(canvas.put("x", row: 0, column: 0, width: -4) == 0)
    }

    @Test("A wide character overwritten in half becomes a blank, on either half")
    func wideHalves() {
        var canvas = Canvas(width: 4, height: 1)
        canvas.put("漢字", row: 0, column: 0)
        canvas.put("x", row: 0, column: 1)
        #expect(canvas.plainLines() == [" x字"])
        canvas.put("y", row: 0, column: 2)
        #expect(canvas.plainLines() == [" xy"])
        canvas.put("漢字", row: 0, column: 0)
        canvas.put("國", row: 0, column: 1)
        #expect(canvas.plainLines() == [" 國"])
        #expect(canvas[0, 2]?.isContinuation == true)
        #expect(canvas[0, 3] == Cell())
    }

    @Test("A wide character never stands across an edge")
    func wideEdges() {
        var canvas = Canvas(width: 3, height: 1)
        canvas.put("漢字", row: 0, column: -1)
        #expect(canvas.plainLines() == [" 字"])
        canvas.put("a漢b", row: 0, column: 1)
        #expect(canvas.plainLines() == [" a~"])
        var inner = Canvas(width: 2, height: 1)
        inner.put("漢", row: 0, column: 0)
        canvas.place(inner, row: 0, column: 2)
        #expect(canvas.plainLines() == [" a"])
    }

    @Test("Random drawing keeps every wide character whole")
    func wholeness() {
        var random = SeededGenerator()
        var canvas = Canvas(width: 20, height: 3)
        for _ in 0..<3_000 {
            let row = Int.random(in: -1...3, using: &random)
            let column = Int.random(in: -8...22, using: &random)
            switch Int.random(in: 0...3, using: &random) {
            case 0: canvas.fill(row: row, column: column, width: 5, height: 2)
            case 1: canvas.paint(row: row, column: column, width: 5, role: .selected)
            default: canvas.put(SafeText(random.text(upTo: 6)), row: row, column: column)
            }
            for row in 0..<3 {
                let cells = Array(canvas.row(row))
                for (column, cell) in cells.enumerated() {
                    let followed = column + 1 < cells.count && cells[column + 1].isContinuation
                    #expect(followed == (cell.glyph.width == 2 && !cell.isContinuation), "seed \(random.seed)")
                }
            }
        }
    }

    @Test(
        "A rule has its title, its remark, and marks what it drops",
        arguments: [
            (30, "DELIVERIES 4 ───── newest 3min"), (24, "DELIVERIES 4 ─ newest 3~"), (20, "DELIVERIES 4 ─ newe~"),
            (17, "DELIVERIES 4 ── ~"), (13, "DELIVERIES 4~"), (8, "DELIVER~"),
        ])
    func rules(width: Int, expected: String) {
        var canvas = Canvas(width: width, height: 1)
        canvas.rule(row: 0, column: 0, width: width, title: "DELIVERIES 4", trailing: "newest 3min")
        #expect(canvas.plainLines() == [expected])
    }

    @Test("Box drawing becomes ASCII on demand")
    func ascii() {
        var canvas = Canvas(width: 12, height: 3)
        canvas.box(row: 0, column: 0, width: 12, height: 3, title: "Help")
        canvas.put("Ж", row: 1, column: 1)
        #expect(canvas.plainLines() == ["┌ Help ────┐", "│Ж         │", "└──────────┘"])
        #expect(canvas.plainLines(ascii: true) == ["+ Help ----+", "|Ж         |", "+----------+"])
    }

    @Test("Roles are marks under the text, an escape among them")
    func roles() {
        var canvas = Canvas(width: 8, height: 1)
        canvas.put("ab", row: 0, column: 0, role: .urgent)
        canvas.put("\u{1B}", row: 0, column: 3, role: .selected)
        canvas.put("漢", row: 0, column: 5, role: .good)
        #expect(canvas.roleLines() == ["!! ^^gg"])
        #expect(Set(Role.allCases.map(\.mark)).count == Role.allCases.count)
    }

    @Test("A part is placed with its cursor")
    func place() {
        var canvas = Canvas(width: 6, height: 3)
        var part = Canvas(width: 3, height: 2)
        part.put("漢x", row: 1, column: 0)
        part.cursor = .init(row: 1, column: 2)
        canvas.place(part, row: 1, column: 2)
        #expect(canvas.plainLines() == ["", "", "  漢x"])
        #expect(canvas.cursor == .init(row: 2, column: 4))
    }

    @Test("Every size can be drawn on", arguments: [(0, 0), (1, 1), (2, 1), (0, 5), (-3, -3), (60, 16), (500, 500)])
    func sizes(width: Int, height: Int) {
        var canvas = Canvas(width: width, height: height)
        for place in [(Int.min, Int.min), (-1, -1), (0, 0), (height - 1, width - 1), (Int.max / 2, Int.max / 2)] {
            canvas.put("漢 text", row: place.0, column: place.1)
            canvas.fill(row: place.0, column: place.1, width: .max, height: .max, role: .dim)
            canvas.paint(row: place.0, column: place.1, width: 3, role: .good)
        }
        canvas.rule(row: 0, column: 0, width: width, title: "T", trailing: "r")
        canvas.box(row: 0, column: 0, width: width, height: height, title: "title")
        canvas.box(row: -1, column: -1, width: width + 2, height: height + 2)
        canvas.scrollBar(row: 0, column: 0, height: height, first: 3, total: 1000)
        #expect(canvas.plainLines().count == max(0, height))
        #expect(canvas.roleLines().allSatisfy { $0.count <= max(0, width) })
    }
}
