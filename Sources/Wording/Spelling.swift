/// Finds what a person meant who mistyped one of a few known words.
package enum Spelling {
    /// The known word nearest to `word`, whatever the case: at most two slips away, one slip for words of up to three
    /// letters. Of equally near ones the first. A slip is a letter added, left out, changed, or two neighbours swapped.
    package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        let typed = Array(word.lowercased().prefix(longest))
        let limit = typed.count <= 3 ? 1 : 2
        var best: (word: String, slips: Int)?
        for candidate in known {
            let letters = Array(candidate.lowercased())
            guard abs(letters.count - typed.count) <= limit, letters.count <= longest else { continue }
            let slips = slips(typed, letters)
            // A word of which nothing is left is not a slip.
            guard slips <= limit, slips < letters.count, slips < (best?.slips ?? .max) else { continue }
            best = (candidate, slips)
        }
        return best?.word
    }

    /// The question to ask with it.
    package static func question(_ word: String) -> Message { "Did you mean “\(word)”?" }

    /// The question for the nearest known word; nil where none is near.
    package static func question(about word: String, among known: some Sequence<String>) -> Message? {
        nearest(to: word, among: known).map(question)
    }

    /// Longer words are names of nothing here.
    private static let longest = 64

    /// The distance of Damerau and Levenshtein in which no piece is changed twice.
    static func slips(_ left: [Character], _ right: [Character]) -> Int {
        var rowBefore: [Int] = []
        var previous = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for (j, other) in right.enumerated() {
                var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (letter == other ? 0 : 1))
                if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other { cost = min(cost, rowBefore[j - 1] + 1) }
                row.append(cost)
            }
            rowBefore = previous
            previous = row
        }
        return previous[right.count]
    }
}
