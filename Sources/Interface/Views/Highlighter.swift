import Model
import Screen

/// Finds in what is drawn what a person searched for.
struct Highlighter {
    /// The searched words, folded; blanks within one belong to it.
    private let words: [[Unicode.Scalar]]
    /// Words whose letters may stand apart.
    private let loose: [String]
    /// Words in which a letter may be wrong.
    private let like: [String]

    init(words: [String] = [], loose: [String] = [], like: [String] = []) {
        self.like = like
        self.words = words.map { SearchFolding.fold($0) }.filter { !$0.isEmpty }
        self.loose = loose
    }

    var isEmpty: Bool { words.isEmpty && loose.isEmpty && like.isEmpty }

    /// The places of the pieces that belong to a match.
    func places(in pieces: [String]) -> Set<Int> {
        guard !isEmpty else { return [] }
        let text = FoldedText(pieces)
        var found: Set<Int> = []
        for word in words {
            var start = 0
            while start + word.count <= text.scalars.count {
                if text.scalars[start..<(start + word.count)].elementsEqual(word) {
                    found.formUnion(text.places[start..<(start + word.count)])
                    start += word.count
                } else {
                    start += 1
                }
            }
        }
        for word in loose { found.formUnion(FuzzyMatch(word, in: text)?.places ?? []) }
        for run in like.isEmpty ? [] : pieces.indices.split(whereSeparator: { pieces[$0] == " " }) {
            let candidate = pieces[run.startIndex..<run.endIndex].joined()
            if like.contains(where: { EntryFilter.isLike($0, in: candidate) }) { found.formUnion(run) }
        }
        return found
    }
}

extension Canvas {
    /// Gives the cells of a row that were searched for the role of a match.
    mutating func mark(_ highlighter: Highlighter, row: Int, column: Int, width: Int) {
        guard !highlighter.isEmpty else { return }
        var columns: [Int] = []
        var pieces: [String] = []
        for at in column..<(column + max(0, width)) {
            guard let cell = self[row, at], !cell.isContinuation else { continue }
            columns.append(at)
            pieces.append(cell.glyph.scalars)
        }
        for place in highlighter.places(in: pieces) {
            paint(row: row, column: columns[place], width: self[row, columns[place]]?.glyph.width ?? 1, role: .match)
        }
    }
}
