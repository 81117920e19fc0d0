import Model

extension Particulars {
    /// Where it happened, as running words say it; a place that is named already stays.
    ///
    /// - Parameter source: ISO 3166-1 alpha-3 of the State that tells, whose names come first where several States have one.
    /// - Returns: what else the words say of places.
    @discardableResult package mutating func takeScene(
        in text: String, _ gazetteer: Gazetteer, source: String?
    ) -> PlaceMentions {
        let acting = ActingState.find(in: text)
        let mentions = gazetteer.mentions(in: text, state: state ?? acting ?? source)
        defer { if state == nil, !items.isEmpty { state = acting } }
        guard place == nil, let scene = mentions.scene else { return mentions }
        place = scene.name
        state = state ?? scene.state
        guard let found = scene.place, found.kind != .region else { return mentions }
        placeID = found.id
        position =
            position
            ?? found.position.map { Position(latitude: Int64($0.latitude), longitude: Int64($0.longitude)) }
        return mentions
    }

    /// Puts in what the tables know of the place that is named: its id, its State and its position. What is there already
    /// stays: a circle that a message drew, or coordinates that somebody typed, say more than the name of a town.
    package mutating func locate(in gazetteer: Gazetteer) {
        guard let place, placeID == nil, !place.trimmingBlanks.isEmpty, !gazetteer.isEmpty else { return }
        let reading = gazetteer.read(place, state: state)
        guard let found = reading.place else { return }
        let isSure = reading.certainty == .exact || reading.certainty == .likely
        guard isSure || reading.certainty == .near || reading.certainty == .region else { return }
        state = state ?? reading.state
        guard isSure else { return }
        if found.kind != .coordinate, found.kind != .riverBank { placeID = found.id }
        position =
            position
            ?? found.position.map {
                Position(latitude: Int64($0.latitude), longitude: Int64($0.longitude))
            }
    }
}

extension Event {
    /// Whether it names a place of which the tables were not asked yet.
    package var namesPlace: Bool {
        switch self {
        case .alert(.raised(let raised)):
            (raised.place ?? raised.particulars.place) != nil && raised.particulars.placeID == nil
        case .alert(.messageFiled(let filed)): filed.particulars.place != nil && filed.particulars.placeID == nil
        case .alert(.detailed(let detailed)): detailed.particulars.place != nil && detailed.particulars.placeID == nil
        case .delivery(.detailed(let detailed)):
            detailed.particulars.place != nil && detailed.particulars.placeID == nil
        default: false
        }
    }

    /// With what the tables know of the place that it names, for the kinds that name one of a seizure.
    package func located(in gazetteer: Gazetteer) -> Event {
        switch self {
        case .alert(.raised(var raised)):
            var particulars = raised.particulars
            particulars.place = particulars.place ?? raised.place
            particulars.locate(in: gazetteer)
            guard particulars.placeID != nil || particulars.position != nil || particulars.state != nil else {
                return self
            }
            raised.particulars = particulars
            return .alert(.raised(raised))
        case .alert(.messageFiled(var filed)):
            filed.particulars.locate(in: gazetteer)
            return .alert(.messageFiled(filed))
        case .alert(.detailed(var detailed)):
            detailed.particulars.locate(in: gazetteer)
            return .alert(.detailed(detailed))
        case .delivery(.detailed(var detailed)):
            detailed.particulars.locate(in: gazetteer)
            return .delivery(.detailed(detailed))
        default: return self
        }
    }
}
