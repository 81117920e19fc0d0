import Model

/// Crossings that are typed into a plan, a consent or an acceptance, against those that are known: what ships, and what
/// officers filed in the directory, with all its names.
extension Gazetteer {
    /// The States that the crossing of this name joins, where `state` is neither of them; nil where it may be meant: for
    /// a name that is not known, and where a place of that name lies in this State.
    package func statesJoined(at typed: String, besides state: String, _ directory: Directory)
        -> (first: String, second: String)?
    {
        let places = find(typed).map(\.place)
        let shipped = places.compactMap(\.crossing).map { [$0.first.state, $0.secondState] }
        let filed = directory.crossings(named: typed).map(\.states)
        let pairs = (filed + shipped).filter { $0.count == 2 }
        guard let pair = pairs.first, !pairs.contains(where: { $0.contains(state) }),
            !places.contains(where: { $0.crossing == nil && $0.state == state })
        else { return nil }
        return (pair[0], pair[1])
    }

    /// Whether nothing of this name is known, neither as a crossing nor as a town, port or airport; false while no table
    /// of places is at hand, and for a position.
    package func isUnknown(_ typed: String, _ directory: Directory) -> Bool {
        !isEmpty && !typed.trimmingBlanks.isEmpty && find(typed).isEmpty
            && directory.crossings(named: typed).isEmpty && read(typed).certainty == .none
    }

    /// Whether whoever leaves one State at `exit` cannot come into the next one at `entry`; false where one of both is no
    /// known crossing.
    package func areApart(exit: String, entry: String, _ directory: Directory) -> Bool {
        let (left, reached) = (pairs(exit, directory), pairs(entry, directory))
        return !left.isEmpty && !reached.isEmpty && left.isDisjoint(with: reached)
    }

    /// Whether a place is a crossing that is known, and none of those on a road; false for a road that nobody has planned.
    package func isOff(_ typed: String, road: [String], _ directory: Directory) -> Bool {
        let own = pairs(typed, directory)
        guard !own.isEmpty, !road.isEmpty else { return false }
        return road.allSatisfy { pairs($0, directory).isDisjoint(with: own) }
    }

    /// What a crossing is known as, here and in the directory.
    private func pairs(_ typed: String, _ directory: Directory) -> Set<String> {
        let shipped = find(typed).map(\.place).filter { $0.crossing != nil }.map(\.id)
        return Set(shipped).union(directory.crossings(named: typed).map { $0.item.key.description })
    }
}
