/// A canvas as lines of text, for `--plain`, for snapshots and for readers.
extension Canvas {
    /// The rows without trailing blanks; with `ascii`, box drawing as `-`, `|` and `+`.
    package func plainLines(ascii: Bool = false) -> [String] {
        (0..<height).map { line in
            var text = ""
            for cell in row(line) where !cell.isContinuation {
                text += ascii && cell.glyph.isDrawing ? cell.glyph.asciiLikeness ?? "?" : cell.glyph.scalars
            }
            return text.withoutTrailingBlanks
        }
    }

    /// The rows as `Role.mark` characters, one per column; `^` for an escaped glyph, trailing blanks removed.
    package func roleLines() -> [String] {
        (0..<height).map { line in
            String(row(line).map { $0.glyph.escaped ? Role.escape.mark : $0.role.mark }).withoutTrailingBlanks
        }
    }
}

extension String {
    fileprivate var withoutTrailingBlanks: String {
        var end = utf8.endIndex
        while end > utf8.startIndex {
            let before = utf8.index(before: end)
            guard utf8[before] == 0x20 else { break }
            end = before
        }
        return String(self[..<end])
    }
}
