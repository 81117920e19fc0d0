import Model
import Wording

/// A list over the screen from which one thing is chosen: typing searches it, arrows and the mouse move, Enter takes.
///
/// One list serves all: a new one is a case of `Source`, its title, its items and what choosing does, all in
/// `AppState+Picks.swift`. The items are derived from the state at each look, so that they are never out of date.
package struct PickList: Equatable, Sendable {
    package enum Source: Equatable, Sendable {
        /// Everything that can be done here and now.
        case help
        /// The same by groups, as a menu.
        case menu
        /// The officers whose key files are at hand.
        case officers
        case roles(of: String)
        /// What waits for a second person.
        case approvals
        /// What others wrote while this officer did not look, by the numbers of the records.
        case news([Int64])
        /// What may be the same as a subject, or has something in common with it.
        case matches(SubjectName)
        /// Two subjects beside each other, and what can be said of them.
        case pair(SubjectName, SubjectName)
        /// Messages that could not be taken in.
        case held
        /// Everything that can be written down about a delivery.
        case facts(SubjectName)
        case exceptions(SubjectName)
        /// What is to be done and who is to be told; or the second alone.
        case steps(SubjectName, onlyTelling: Bool)
        /// Watches that are over, and how they were given on.
        case handovers

        /// Whether the space bar does something with the row under the cursor: nothing that is searched begins with it.
        var hasSpaceKey: Bool {
            switch self {
            case .matches, .held, .steps: true
            default: false
            }
        }

        /// Whether it does so while something is searched, too: there it only opens a form, and no word that is looked for has one.
        var keepsSpaceKey: Bool { if case .held = self { true } else { false } }

        /// Whether what is typed searches. Between the name and the passphrase nothing that is typed may be seen: somebody
        /// may be typing the passphrase already.
        var isSearched: Bool { if case .roles = self { false } else { true } }
    }

    package let source: Source
    package internal(set) var query = TextField()
    package internal(set) var list = ListState()
    /// Which page of the list is open, for lists with pages.
    package internal(set) var page = 0

    init(_ source: Source) { self.source = source }
}

extension PickList.Source {
    /// How many rows it shows at once where it is short by its nature.
    var rows: Int? {
        switch self {
        case .help, .menu, .news, .matches, .pair, .held, .handovers: nil
        case .roles: 4
        case .officers, .approvals, .steps: 8
        case .facts, .exceptions: 14
        }
    }
}

/// One row of a pick list.
struct PickItem {
    /// Stays the same while the item is there.
    let id: String
    /// What the row shows; one segment without a width takes what is left.
    let segments: [Segment]
    /// What is searched by first letters and by scattered letters: short names.
    let names: [String]
    /// What is searched for the letters as they stand: sentences, words of other languages.
    var words: [String] = []
    /// The keys that do the same; typing one finds the item first.
    var keys: [String] = []
    /// The heading under which the item stands while nothing is typed.
    var heading: Message?
    /// The sentence under the list while the item is under the cursor.
    var hint: Message?
    /// The columns of the row in which its name stands, where letters that stand apart are shown.
    var nameColumns: Range<Int>?
    /// Why it cannot be chosen now; such items come last.
    var reason: Message?
}

/// A line of a pick list as it is drawn.
enum PickLine {
    case heading(Message)
    case item(PickItem)

    var item: PickItem? { if case .item(let item) = self { item } else { nil } }
    /// The id for the cursor; headings have one too, which no item can have.
    var id: String {
        switch self {
        case .heading(let message): "\u{0}\(message.key)"
        case .item(let item): item.id
        }
    }
}

extension PickItem {
    /// How well the item fits what was typed: 0 is best; nil when it does not fit.
    func rank(for query: String) -> (tier: Int, match: FuzzyMatch)? {
        if keys.contains(where: { $0 == query }) { return FuzzyMatch("", in: "").map { (0, $0) } }
        if query.count > 1, keys.contains(where: { SearchFolding.fold($0) == SearchFolding.fold(query) }) {
            return FuzzyMatch("", in: "").map { (0, $0) }
        }
        let byName = names.compactMap { FuzzyMatch(query, in: $0) }.min { $0.isBetter(than: $1) }
        let byWord = words.compactMap { FuzzyMatch(query, in: $0, isLoose: false) }.min { $0.isBetter(than: $1) }
        if let byName, byName.kind < .scattered { return (1, byName) }
        if let byWord { return (2, byWord) }
        return byName.map { (3, $0) }
    }
}

extension [PickItem] {
    /// Those that fit what was typed, best first, of equally good ones what can be chosen; with headings while nothing is typed.
    func lines(fitting query: String) -> [PickLine] {
        guard !query.isEmpty else {
            var lines: [PickLine] = []
            var heading: String?
            for item in filter({ $0.reason == nil }) + filter({ $0.reason != nil }) {
                let next: Message? = item.reason == nil ? item.heading : item.heading.map { _ in "Not now" }
                if let next, next.key != heading { lines.append(.heading(next)) }
                heading = next?.key
                lines.append(.item(item))
            }
            return lines
        }
        let ranked = enumerated().compactMap { place, item in
            item.rank(for: query).map { (item: item, tier: $0.tier, match: $0.match, place: place) }
        }.sorted { left, right in
            if left.tier != right.tier { return left.tier < right.tier }
            if (left.item.reason == nil) != (right.item.reason == nil) { return left.item.reason == nil }
            if left.match.isBetter(than: right.match) { return true }
            return !right.match.isBetter(than: left.match) && left.place < right.place
        }
        return ranked.map { .item($0.item) }
    }
}
