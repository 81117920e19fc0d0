/// Crossings that are typed into a plan, a consent or an acceptance, against those that are known.
extension Gazetteer {
    /// The States that the crossing of this name joins, where `state` is neither of them; nil where it may be meant: for
    /// a name that is not known, and where a place of that name lies in this State.
    package func statesJoined(at typed: String, besides state: String) -> (first: String, second: String)? {
        let places = find(typed).map(\.place)
        let crossings = places.compactMap(\.crossing)
        guard let first = crossings.first,
            !crossings.contains(where: { $0.first.state == state || $0.secondState == state }),
            !places.contains(where: { $0.crossing == nil && $0.state == state })
        else { return nil }
        return (first.first.state, first.secondState)
    }

    /// Whether whoever leaves one State at `exit` cannot come into the next one at `entry`; false where one of both is no
    /// known crossing.
    package func areApart(exit: String, entry: String) -> Bool {
        let (left, reached) = (crossings(exit), crossings(entry))
        return !left.isEmpty && !reached.isEmpty && left.isDisjoint(with: reached)
    }

    private func crossings(_ typed: String) -> Set<String> {
        Set(find(typed).map(\.place).filter { $0.crossing != nil }.map(\.id))
    }
}
