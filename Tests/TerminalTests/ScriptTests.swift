import TestSupport
import Testing

@testable import Screen
@testable import Terminal

extension TerminalTests {
    /// The C library knows other widths than we do; the painter pads what it thinks less of and replaces what it thinks more of.
    @Test("Whatever the C library thinks of a script, the cell after it stays in its place")
    func neighboursOfEveryScript() throws {
        let pty = try PseudoTerminal(rows: 40, columns: 60)
        let terminal = try Terminal.claim(options: pty.options())
        var canvas = Canvas(width: 60, height: 40)
        for (row, sample) in ScriptSamples.all.enumerated() {
            let used = canvas.put(SafeText(sample.text), row: row, column: 1, width: 40)
            canvas.put("|", row: row, column: 0)
            canvas.put("|", row: row, column: used + 1)
        }
        pty.whileRead {
            terminal.show(canvas, palette: Palette())
            for (row, sample) in ScriptSamples.all.enumerated() {
                let end = 1 + SafeText(sample.text).clipped(to: 40).width
                #expect(terminal.cell(row: row, column: 0) == "|", "\(sample.name)")
                #expect(terminal.cell(row: row, column: end) == "|", "\(sample.name)")
            }
            terminal.giveBack()
        }
    }
}
