/// What a person typed after `/`: terms separated by blanks, which must all hold.
///
/// - `heroin`, `"two trucks"`: the words occur anywhere, without regard to case and accents, in any script; a name typed in
///   Latin letters finds its usual Cyrillic spellings, too, and the other way round (`Transliteration.searchForms`). The
///   name of a place finds the other names that a table has for it.
/// - `~heroim`: a word like it occurs, one slip allowed.
/// - `state:UZB`, `p:1..2`, `who:orazov`, `kind:alertRaised`, `is:unacked`, `after:02:00`: a field; every key of a body is one.
/// - `#4711`, `#4700..4720`: numbers of records.
/// - `!` or `-` before any of them: without it.
///
/// A filter with a fault hides nothing.
package struct EntryFilter: Equatable, Sendable {
    struct Term: Equatable, Sendable {
        let test: Test
        let isInverse: Bool
    }

    enum Test: Equatable, Sendable {
        /// Words anywhere, in either script.
        case words(SearchWord)
        /// All the words of a name, or one of the other names that its place has.
        case name([SearchWord], others: SearchWord)
        case fuzzy(String)
        case field(String, SearchWord)
        case priority(ClosedRange<Int>)
        case records(ClosedRange<Int64>)
        case condition(Condition)
        case after(Instant)
        case before(Instant)
    }

    /// What holds of a subject at an instant, or of an entry.
    package enum Condition: String, CaseIterable, Sendable {
        case unacked, shelved, late, silent, mine, open, closed

        /// Whether an entry alone can tell; the others are asked of subjects.
        package var isOfEntries: Bool { self == .late || self == .mine }
    }

    package let text: String
    /// The first mistake in the text; nothing is hidden while there is one.
    package let fault: FilterFault?
    let terms: [Term]
    /// Who “mine” is.
    let officer: String
    /// What was searched for, for showing it where it was found: words, and words that need not be whole.
    package let searched: (words: [String], loose: [String])

    /// - Parameters:
    ///   - officer: who `is:mine` asks about.
    ///   - instant: reads a time as people type it; nil when it is none. Without it there is no `after:` and `before:`.
    ///   - otherNames: what else a place is called; asked once for a query, however many items are looked at.
    package init(
        _ text: String, officer: String = "", instant: @escaping (String) -> Instant? = { _ in nil },
        otherNames: @escaping (String) -> [String] = { _ in [] }
    ) {
        self.text = text
        self.officer = officer
        var reading = FilterReading(otherNames: otherNames, instant: instant)
        reading.read(text)
        fault = reading.fault
        terms = reading.fault == nil ? reading.terms : []
        searched = (reading.words, reading.loose)
    }

    /// Whether it hides nothing.
    package var isEmpty: Bool { terms.isEmpty }

    /// A condition that only subjects have and entries do not; a search of entries cannot ask for it.
    package var subjectCondition: Condition? {
        terms.lazy.compactMap { term -> Condition? in
            if case .condition(let condition) = term.test, !condition.isOfEntries { condition } else { nil }
        }.first
    }

    /// Whether it looks into words and names rather than codes, numbers and times.
    package var asksForWords: Bool {
        terms.contains { term in
            switch term.test {
            case .words, .name, .fuzzy: true
            case .field(let field, _): !EntryFilter.codedFields.contains(field)
            case .condition(let condition): condition == .mine
            case .priority, .records, .after, .before: false
            }
        }
    }

    static let codedFields: Set<String> = [
        "kind", "subject", "state", "message", "method", "outcome", "disposition", "near", "id", "leg",
    ]

    package static func == (left: EntryFilter, right: EntryFilter) -> Bool {
        left.text == right.text && left.terms == right.terms && left.officer == right.officer
            && left.fault == right.fault
    }

    package func matches(_ entry: Entry) -> Bool { matches(entry, at: entry.learnt) }

    /// - Parameter text: the words in which the item is shown, where they are other than its own.
    package func matches(_ item: some Filterable, at now: Instant, text: String? = nil) -> Bool {
        guard !terms.isEmpty else { return true }
        var whole: [UInt8]?
        for term in terms {
            let found: Bool
            switch term.test {
            case .words(let word):
                let bytes = whole ?? SearchFolding.bytes(text ?? item.searchText)
                whole = bytes
                found = word.occurs(in: bytes)
            case .name(let words, let others):
                let bytes = whole ?? SearchFolding.bytes(text ?? item.searchText)
                whole = bytes
                found = words.allSatisfy { $0.occurs(in: bytes) } || others.occurs(in: bytes)
            case .fuzzy(let word): found = EntryFilter.isLike(word, in: text ?? item.searchText)
            case .field(let field, let value):
                found = item.values(of: field).contains { value.occurs(in: SearchFolding.bytes($0)) }
            case .priority(let range): found = item.filterPriority.map(range.contains) ?? false
            case .records(let range): found = range.overlaps(item.records)
            case .condition(let condition): found = item.holds(condition, at: now, officer: officer)
            case .after(let instant): found = item.learnt >= instant
            case .before(let instant): found = item.learnt < instant
            }
            if found == term.isInverse { return false }
        }
        return true
    }

    /// The terms over any text, for lists that are neither entries nor subjects; only words can be asked of it.
    package func matches(text: String) -> Bool {
        let bytes = SearchFolding.bytes(text)
        return terms.allSatisfy { term in
            switch term.test {
            case .words(let word), .field(_, let word): word.occurs(in: bytes) != term.isInverse
            case .name(let words, let others):
                (words.allSatisfy { $0.occurs(in: bytes) } || others.occurs(in: bytes)) != term.isInverse
            case .fuzzy(let word): EntryFilter.isLike(word, in: text) != term.isInverse
            default: true
            }
        }
    }

    /// Whether one word of the text has the letters of another in order, where one typed letter may be wrong.
    package static func isLike(_ word: String, in text: String) -> Bool {
        let typed = SearchFolding.fold(word)
        guard !typed.isEmpty else { return true }
        var attempts = [typed]
        if typed.count >= 4 {
            attempts += typed.indices.map { place in Array(typed[..<place] + typed[(place + 1)...]) }
        }
        return SearchFolding.fold(text).split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
            .contains { candidate in
                candidate.count <= typed.count + 3 && attempts.contains { $0.isSubsequence(of: candidate) }
            }
    }
}

/// Why a filter cannot be used.
package enum FilterFault: Error, Equatable, Sendable {
    case unknownField(String)
    case unknownCondition(String)
    case notATime(String)
    case notANumber(field: String, String)
}

extension [Unicode.Scalar] {
    fileprivate func isSubsequence(of other: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = self[...]
        for scalar in other where scalar == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
