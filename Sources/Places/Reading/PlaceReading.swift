/// What a free text says about a place: the best place, how sure it is, and the words that are left.
package struct PlaceReading: Hashable, Sendable {
    package enum Certainty: String, CaseIterable, Hashable, Sendable {
        /// Coordinates, a code, or the only place of that name in the State or division that the text names.
        case exact
        /// One of several of that name, by far the largest.
        case likely
        /// The place is near it: a bank, so many kilometres from it, a village that is not in the tables.
        case near
        /// Only the division of the State is known.
        case region
        /// Several places, and nothing to choose by; ``place`` is the likeliest, ``others`` are the rest.
        case ambiguous
        case none
    }

    package let text: String
    package let place: Place?
    package let certainty: Certainty
    package let others: [Place]
    /// The words that were not understood, in their order.
    package let remaining: String
    /// ISO 3166-1 alpha-3.
    package let state: String?
    /// Of a place off any crossing the two nearest, within 150 km.
    package let crossings: [PlaceNearby]

    /// In metres: a crossing farther away says nothing about a river bank.
    package static let crossingReach = 150_000

    /// Reads a text; up to 400 characters of it.
    ///
    /// - Parameter state: ISO 3166-1 alpha-3 of the State that the text is about, where that is known; names elsewhere
    ///   are then not considered.
    package static func read(_ text: String, in gazetteer: Gazetteer, state: String? = nil) -> PlaceReading {
        let shortened = String(text.prefix(PlaceText.longest))
        if let coordinates = CoordinatesReading(shortened) {
            return PlaceReading(text, at: coordinates.position, called: nil, rest: coordinates.rest, in: gazetteer)
        }
        if let offset = OffsetReading(shortened) {
            let base = read(offset.base, in: gazetteer, state: state)
            if let place = base.place, let position = place.position, base.certainty != .none {
                let there = position.moved(metres: offset.metres, bearing: offset.bearing)
                return PlaceReading(text, at: there, called: place, rest: base.remaining, in: gazetteer)
            }
        }
        return PlaceChoice(PlaceText(shortened), in: gazetteer, state: state).reading(of: text)
    }

    /// A spot that is no place of the tables: a coordinate, or a bank beside a place that is one.
    init(
        _ text: String, at position: Coordinates, called base: Place?, kind: Place.Kind = .coordinate, rest: String,
        in gazetteer: Gazetteer
    ) {
        let territory = gazetteer.territory(of: position)
        let town = gazetteer.nearest(to: position, within: 100_000, kinds: [.town], limit: 1).first?.place
        self.text = text
        certainty = base == nil ? .exact : .near
        others = base.map { [$0] } ?? []
        remaining = rest
        // Near a border the text knows better than the outlines.
        state = base?.state ?? territory.state
        place = Place(
            id: "at:" + position.text, name: base == nil ? position.text : text, kind: kind, state: state,
            position: position, zone: base?.zone ?? town?.zone, region: base?.region)
        crossings = gazetteer.nearest(to: position, within: Self.crossingReach, kinds: [.crossing], limit: 2)
    }

    init(
        _ text: String, place: Place?, certainty: Certainty, others: [Place] = [], remaining: String, state: String?,
        crossings: [PlaceNearby] = []
    ) {
        self.text = text
        self.place = place
        self.certainty = certainty
        self.others = others
        self.remaining = remaining
        self.state = state
        self.crossings = crossings
    }
}

extension Gazetteer {
    /// Reads a text about a place; see ``PlaceReading/read(_:in:state:)``.
    package func read(_ text: String, state: String? = nil) -> PlaceReading {
        PlaceReading.read(text, in: self, state: state)
    }
}
