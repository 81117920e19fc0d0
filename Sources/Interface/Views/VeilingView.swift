import Screen
import Wording

extension AppState {
    /// The screen for the moment in which the log is read again behind the veil: nothing of it, and why.
    func drawVeiling(on canvas: inout Canvas) {
        let (word, role) = modeWord
        let used = canvas.put(text(word), row: 0, column: 0, role: role)
        canvas.put(text("VISITOR"), row: 0, column: used + 1, role: .modeReview)
        if let notice { canvas.put(text(notice.message), row: height - 2, column: 0, width: width, role: .error) }
        let sentence = text("Names and words are being hidden; nothing is shown until they are.")
        for (row, line) in sentence.wrapped(to: width).enumerated() {
            canvas.put(line, row: 2 + row, column: 0, role: .dim)
        }
        canvas.cursor = Canvas.Position(row: 0, column: 0)
    }
}
