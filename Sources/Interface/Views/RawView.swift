import Model
import Screen
import Wording

extension AppState {
    func drawRaw(on canvas: inout Canvas) {
        guard let raw = log.raw else {
            let inside = frame("loading", rows: 1, on: &canvas)
            canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
            return
        }
        let width = layout.overlay.width - 4
        let lines = raw.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            SafeText(String($0)).folded(to: width)
        }
        let inside = frame("Record #\(Int(raw.index)), as it was signed", rows: lines.count + 1, on: &canvas)
        for (row, line) in lines.prefix(inside.height - 1).enumerated() {
            canvas.put(line, row: inside.row + row, column: inside.column, width: inside.width)
        }
        let verdict: Message =
            raw.isSound
            ? "The bytes hash to their leaf. Esc closes" : "DAMAGED: the bytes do not hash to their leaf. Esc closes"
        canvas.put(
            text(verdict), row: inside.row + inside.height - 1, column: inside.column, width: inside.width,
            role: raw.isSound ? .good : .error)
        canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
    }
}

extension SafeText {
    /// Cuts after every `columns` columns, wherever that is; for text in which every character counts.
    func folded(to columns: Int) -> [SafeText] {
        var lines: [SafeText] = []
        var rest = plain[...]
        while !rest.isEmpty {
            var piece = ""
            var used = 0
            while let character = rest.first {
                let width = SafeText(String(character)).width
                guard used + width <= columns else { break }
                piece.append(character)
                used += width
                rest = rest.dropFirst()
            }
            guard !piece.isEmpty else { break }
            lines.append(SafeText(piece))
        }
        return lines.isEmpty ? [SafeText()] : lines
    }
}
