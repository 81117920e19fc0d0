import Keyboards
import Model
import Wording

/// A query, and what was searched in its place because it found nothing as it was typed.
package struct ShownQuery: Equatable, Sendable {
    package let typed: String
    package let shown: String

    package var message: Message { "nothing fits “\(typed)”; shown: \(shown)" }
}

extension AppState {
    /// What was typed, then the same as it would stand there had another layout been on. The one place that knows how
    /// a search goes on when it finds nothing.
    func alternatives(of query: String) -> [String] {
        var found = [query]
        for flip in KeyboardLayout.flips(of: query, among: layouts) + flippedValues(of: query)
        where !found.contains(flip) {
            found.append(flip)
        }
        return found
    }

    /// The first of the query and its alternatives that finds something; the query itself when none does.
    func firstThatFits<Found: Collection>(
        _ query: String, _ find: (String) -> Found
    ) -> (flipped: ShownQuery?, found: Found) {
        let own = find(query)
        guard own.isEmpty, !query.isEmpty else { return (nil, own) }
        for other in alternatives(of: query).dropFirst() {
            let found = find(other)
            if !found.isEmpty { return (ShownQuery(typed: query, shown: other), found) }
        }
        return (nil, own)
    }

    /// The query with each word flipped behind its `!` and `field:`, which people type as they are engraved.
    private func flippedValues(of query: String) -> [String] {
        let words = query.split(separator: " ").map { word in
            let isInverse = word.hasPrefix("!") || word.hasPrefix("-")
            let rest = isInverse ? word.dropFirst() : word
            guard let colon = rest.firstIndex(of: ":"), colon != rest.startIndex else {
                return (isInverse ? "!" : "", String(rest))
            }
            return ((isInverse ? "!" : "") + rest[...colon], String(rest[rest.index(after: colon)...]))
        }
        guard words.contains(where: { !$0.0.isEmpty }) else { return [] }
        return KeyboardLayout.flips(of: words.map(\.1).joined(separator: " "), among: layouts).compactMap { flip in
            let values = flip.split(separator: " ", omittingEmptySubsequences: false)
            guard values.count == words.count else { return nil }
            return zip(words, values).map { $0.0 + $1 }.joined(separator: " ")
        }
    }

    // MARK: Lists

    /// Looks again whether the filter of the screen finds something as it was typed. The log is searched elsewhere,
    /// bit by bit: there `searchNext` decides.
    mutating func settleFilter() {
        guard screen != .log else { return }
        guard let text = filters[screen], !text.isEmpty else {
            flipped[screen] = nil
            return
        }
        flipped[screen] = nil
        flipped[screen] =
            firstThatFits(text) { query in
                let search = filter(query)
                if searchFault(search) != nil { return query == text ? [true] : [] }
                return filteredPanels.contains { panel in allItems(of: panel).contains { fits($0, search) } }
                    ? [true] : []
            }.flipped
    }

    /// The panels of the screen that the filter thins out.
    private var filteredPanels: [PanelID] { panels.filter { ![.records, .agenda, .facts].contains($0) } }

    // MARK: The log

    /// A search of the whole log found nothing: the next alternative, or the end of them.
    mutating func searchNext() -> [Effect] {
        guard let typed = filters[.log] else { return [] }
        // Each one is a walk over the whole log, so only the likeliest.
        let all = Array(alternatives(of: typed).prefix(4))
        let tried = all.firstIndex(of: flipped[.log]?.shown ?? typed) ?? all.count
        guard tried + 1 < all.count else {
            flipped[.log] = nil
            return []
        }
        flipped[.log] = ShownQuery(typed: typed, shown: all[tried + 1])
        log.generation += 1
        log.searchedTo = nil
        log.isSearchOver = false
        log.isLoading = true
        return logLoads()
    }
}
