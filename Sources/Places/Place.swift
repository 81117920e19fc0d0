/// Somewhere that can be named: a town, a post at a border, or a spot on a river bank.
package struct Place: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case town
        case airport
        case crossing
        case port
        /// A division of a State; its position is that of its seat.
        case region
        case riverBank = "river bank"
        case coordinate
    }

    /// Stays the same between versions of the tables: `gn:1526384` (GeoNames), `icao:UAAA`, `bcp:alat-farap`,
    /// `region:KAZ-01`; a bank or a coordinate is named by its position.
    package let id: String
    package let name: String
    /// The name in Cyrillic letters, where one is known.
    package let cyrillic: String?
    package let kind: Kind
    /// ISO 3166-1 alpha-3; of a crossing the State of its first post. Nil on the high seas.
    package let state: String?
    /// Nil where nobody has said where it lies; a crossing's position may be a guess, see ``Crossing/certainty``.
    package let position: Coordinates?
    /// IANA name, such as `Asia/Almaty`; nil where it is not known.
    package let zone: String?
    /// Other names and codes (UN/LOCODE, IATA, ICAO), in any script.
    package let aliases: [String]
    /// The division of the State that it lies in, `KAZ-01`; the codes are those of GeoNames.
    package let region: String?
    /// Inhabitants; 0 where not known.
    package let population: Int
    /// What a crossing has beyond a place.
    package let crossing: Crossing?

    package init(
        id: String, name: String, cyrillic: String? = nil, kind: Kind, state: String?, position: Coordinates?,
        zone: String? = nil, aliases: [String] = [], region: String? = nil, population: Int = 0,
        crossing: Crossing? = nil
    ) {
        self.id = id
        self.name = name
        self.cyrillic = cyrillic
        self.kind = kind
        self.state = state
        self.position = position
        self.zone = zone
        self.aliases = aliases
        self.region = region
        self.population = population
        self.crossing = crossing
    }
}

extension Place {
    /// The State in which it lies; of a crossing that of the side which has this name, else of the side that is expected.
    ///
    /// - Parameter hint: ISO 3166-1 alpha-3 of the State that is spoken of.
    package func state(called name: String, hint: String?) -> String? {
        guard let crossing else { return state }
        let key = PlaceKey.fold(name)
        func bears(_ post: Crossing.Post?) -> Bool {
            [post?.name, post?.cyrillic].contains { $0.map { PlaceKey.fold($0) == key } ?? false }
        }
        switch (bears(crossing.first), bears(crossing.second)) {
        case (true, false): return state
        case (false, true): return crossing.secondState
        default: return hint == crossing.secondState ? hint : state
        }
    }
}
