import Model
import Screen
import Wording

/// The line behind `/`.
package struct FilterLine: Equatable, Sendable {
    package internal(set) var field: TextField
    /// What to go back to when the line is left by Esc: the filter, and whether it only marked.
    let before: String
    let wasMarking: Bool
    /// How far back in the history the line is; nil while the person types.
    var historyPlace: Int?
    /// What was typed before the history was looked into.
    var typed: String

    init(_ text: String, isMarking: Bool) {
        field = TextField(text)
        before = text
        wasMarking = isMarking
        typed = text
    }
}

extension AppState {
    /// A filter from what a person types here: “mine” is this officer's, times are of the zone that is shown.
    func filter(_ text: String) -> EntryFilter {
        EntryFilter(
            text, officer: officer, instant: { try? TimeEntry(zone: zone, now: now).instant($0, .past) },
            otherNames: places.otherNames)
    }

    /// What the screen is searched for, whether it hides the other rows or only marks these.
    package var search: EntryFilter {
        guard let text = flipped[screen]?.shown ?? filters[screen], !text.isEmpty else { return EntryFilter("") }
        let search = filter(text)
        return searchFault(search) == nil ? search : EntryFilter("")
    }

    /// The filter that hides rows; empty while it only marks them, and while there is a mistake in it.
    package var filter: EntryFilter { marking.contains(screen) ? EntryFilter("") : search }

    /// Why nothing is searched for: the first mistake, in one sentence.
    func searchFault(_ search: EntryFilter) -> Message? {
        if let fault = search.fault { return fault.message }
        if let fault = visitorFault(of: search) { return fault }
        // The log is searched entry by entry, without the state of their subjects.
        guard screen == .log, let condition = search.subjectCondition else { return nil }
        return "The log knows is:mine and is:late; “\(condition.rawValue)” is asked of alerts and deliveries."
    }

    /// The row under the filter line: the mistake, or what is found and how to go on.
    func hint(for line: FilterLine) -> (Message, Role) {
        if let fault = searchFault(filter(line.field.text)) { return (fault, .error) }
        let keys: Message =
            marking.contains(screen) ? "Tab hides the others, n goes to the next" : "Tab marks and hides nothing"
        if line.field.isEmpty { return ("words, field:value, ! for not; Up brings back; \(keys)", .dim) }
        guard screen != .log else { return (keys, .dim) }
        // Made once: it looks up the other names of places.
        let search = self.search
        let found = panels.filter { $0 != .agenda }.reduce(0) { sum, panel in
            sum + (marking.contains(screen) ? items(of: panel).count { fits($0, search) } : rowCount(of: panel))
        }
        let count = Message.plural(found, one: "%1 row fits", other: "%1 rows fit")
        return ("\(count). \(keys)", found == 0 ? .warning : .dim)
    }

    /// What the Right key would add at the end of the filter line.
    func suggestion(for line: FilterLine) -> String {
        let typed = line.field.beforeCaret
        guard typed == line.field.text, let word = typed.split(separator: " ", omittingEmptySubsequences: false).last,
            let best = filterCompletions(String(word)).first(where: { $0.completion.text.hasPrefix(word) })
        else { return "" }
        return String(best.completion.text.dropFirst(word.count))
    }

    /// The names of fields, and their values as far as the board knows them.
    func filterCompletions(_ typed: String) -> [(completion: Completion, match: FuzzyMatch)] {
        let isInverse = typed.hasPrefix("!") || typed.hasPrefix("-")
        let sign = isInverse ? String(typed.prefix(1)) : ""
        let word = String(typed.dropFirst(sign.count))
        guard !word.isEmpty else { return [] }
        let candidates: [String]
        if let colon = word.firstIndex(of: ":") {
            let field = String(word[...colon])
            candidates = filterValues(of: String(field.dropLast())).map {
                field + ($0.contains(" ") ? "\"\($0)\"" : $0)
            }
        } else {
            candidates = FilterField.offered.map { "\($0):" } + placesOnBoard.filter { !$0.contains(" ") }
        }
        return candidates.compactMap { text -> (completion: Completion, match: FuzzyMatch)? in
            guard let match = FuzzyMatch(word, in: text, isLoose: false), match.kind != .part else { return nil }
            let item = PickItem(id: text, segments: [Segment(text, .field)], names: [text], nameColumns: 0..<40)
            return (Completion(text: sign + text, isWholeArgument: false, item: item), match)
        }.sorted { $0.match.isBetter(than: $1.match) }
    }

    private func filterValues(of field: String) -> [String] {
        let alerts = board.alerts.values.filter { !withholds($0.name) }
        let deliveries = board.deliveries.values.filter { !withholds($0.name) }
        let values: [String]
        switch field {
        case "is": return EntryFilter.Condition.allCases.map(\.rawValue)
        case "p", "prio", "priority": return ["1", "2", "3", "4", "1..2"]
        case "kind": return screen == .alerts ? MessageKind.allCases.map(\.rawValue) : Event.knownKinds
        case "place": return placesOnBoard
        case "state":
            values = alerts.flatMap { $0.values(of: "state") } + deliveries.flatMap { $0.values(of: "state") }
        case "who":
            values = alerts.flatMap { $0.values(of: "who") } + recent.map(\.actor) + (isVisitor ? [] : [officer])
        case "from": values = alerts.map(\.raised.source) + deliveries.flatMap { $0.values(of: "from") }
        case "subject": values = alerts.map(\.name.text) + deliveries.map(\.name.text)
        default: return []
        }
        return Set(values).sorted()
    }

    /// Places that occur on the board: of legs, reports and alerts.
    private var placesOnBoard: [String] {
        Set(
            board.alerts.values.filter { !withholds($0.name) }.flatMap { $0.values(of: "place") }
                + board.deliveries.values.filter { !withholds($0.name) }.flatMap { $0.values(of: "place") }
        ).sorted()
    }
}
