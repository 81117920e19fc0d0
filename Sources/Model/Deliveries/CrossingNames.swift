/// Which names mean one crossing. The model has no tables of places, so whoever has them hands them in.
package struct CrossingNames: Sendable {
    /// What the directory has, by folded name: the keys of the crossings that bear it, on either side.
    package var filed: [[Unicode.Scalar]: Set<String>] = [:]
    package var tables: PlaceKnowledge?

    package init(filed: [[Unicode.Scalar]: Set<String>] = [:], tables: PlaceKnowledge? = nil) {
        self.filed = filed
        self.tables = tables
    }

    /// Whether both are one crossing: by letters, by sounds in any script, or as names of either of its two posts.
    package func isSame(_ a: String, _ b: String) -> Bool {
        if Consents.isSamePlace(a, b) || isSameSound(a, b) { return true }
        let (one, other) = (SearchFolding.fold(a.trimmingBlanks), SearchFolding.fold(b.trimmingBlanks))
        if let keys = filed[one], let others = filed[other], !keys.isDisjoint(with: others) { return true }
        guard let tables else { return false }
        return !ids(tables(a)).isDisjoint(with: ids(tables(b)))
    }

    private func ids(_ places: [KnownPlace]) -> Set<String> { Set(places.compactMap(\.id)) }

    /// A letter more or less may be another post, so that only another way to write the same sounds counts.
    private func isSameSound(_ a: String, _ b: String) -> Bool {
        let likeness = NameLikeness(a, b)
        let ways: Set<NameLikeness.Reason> = [.same, .lookAlike, .otherScript, .transliteration, .joined]
        return likeness.isSame && !likeness.reasons.isEmpty && ways.isSuperset(of: likeness.reasons)
    }
}

extension Directory {
    /// By folded name the crossings that bear it: both posts of a pair and their other names.
    package var crossingNames: [[Unicode.Scalar]: Set<String>] {
        var names: [[Unicode.Scalar]: Set<String>] = [:]
        for item in items where item.key.sort == .crossing {
            let all = [item.entry[.name], item.entry[.otherName]].compactMap { $0 } + item.entry.aliases
            for name in all + [item.key.tail, item.entry.title] {
                names[SearchFolding.fold(name.trimmingBlanks), default: []].insert(item.key.description)
            }
        }
        return names
    }
}
