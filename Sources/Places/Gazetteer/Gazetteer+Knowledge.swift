import Model

extension Gazetteer {
    /// What else the places of a name are called, in any script: those of the region first, of at most four places.
    package func otherNames(of name: String) -> [String] {
        let known = knowledge(name).filter { !$0.names.isEmpty }.prefix(4)
        return Array(known.flatMap(\.names).prefix(40))
    }

    /// What the tables know of a name, for the matching of reports and names.
    ///
    /// The two posts of a crossing are one place: reports name it by either side.
    package var knowledge: PlaceKnowledge {
        { name in
            // A name in the tables is shorter; what is longer is a sentence.
            guard name.utf8.count <= 200 else { return [] }
            return find(name).map { match in
                let place = match.place
                let states = [place.state, place.crossing?.secondState].compactMap { $0 }
                guard place.kind != .region else { return KnownPlace(id: nil, states: states) }
                var names = [place.name, place.cyrillic].compactMap { $0 }
                names += [place.crossing?.second?.name, place.crossing?.second?.cyrillic].compactMap { $0 }
                return KnownPlace(id: place.id, states: states, names: names + place.aliases)
            }
        }
    }
}
