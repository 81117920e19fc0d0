/// What a table of places knows of a name. The model has no such table, so whoever has one hands the knowledge in.
package struct KnownPlace: Hashable, Sendable {
    /// The same for all names of one place; nil for something large, such as a region, within which places are told apart.
    package let id: String?
    /// ISO 3166-1 alpha-3 codes; a crossing has two.
    package let states: [String]
    /// What else it is called, in any script.
    package let names: [String]

    package init(id: String?, states: [String], names: [String] = []) {
        self.id = id
        self.states = states
        self.names = names
    }
}

/// All that a name may mean: none where no table has it, several where several places bear it.
package typealias PlaceKnowledge = @Sendable (String) -> [KnownPlace]

extension NameLikeness {
    /// The same, unless a table knows both texts as names of one place.
    package func knowing(_ one: [KnownPlace], _ other: [KnownPlace]) -> NameLikeness {
        guard !isSame, !Set(one.compactMap(\.id)).isDisjoint(with: other.compactMap(\.id)) else { return self }
        return NameLikeness(score: 980, reasons: [.onePlace])
    }
}
