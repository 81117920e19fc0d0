/// What is known of a seizure or a shipment: what, which, where, from where to where, how hidden. Everything may be missing.
package struct Particulars: Equatable, Sendable {
    /// Everything that was seized or is looked for, in the order of the report.
    package var items: [SeizedItem]
    package var identifiers: [IdentifierMention]
    /// ISO 3166-1 alpha-3 code of the State on whose soil it happened.
    package var state: String?
    package var place: String?
    /// The id of the place in the gazetteer, where an officer chose it.
    package var placeID: String?
    package var position: Position?
    package var departure: String?
    package var transit: [String]
    package var destination: String?
    /// How it was hidden.
    package var concealment: String?
    /// The means of transport.
    package var transport: String?
    /// The operation that the message names, by the name under which all its other names are known; see ``Alias``.
    package var operation: String?
    /// What else the message says, word for word.
    package var text: String?

    package init(
        items: [SeizedItem] = [], identifiers: [IdentifierMention] = [], state: String? = nil, place: String? = nil,
        placeID: String? = nil, position: Position? = nil, departure: String? = nil, transit: [String] = [],
        destination: String? = nil, concealment: String? = nil, transport: String? = nil, operation: String? = nil,
        text: String? = nil
    ) {
        self.items = items
        self.identifiers = identifiers
        self.state = state
        self.place = place
        self.placeID = placeID
        self.position = position
        self.departure = departure
        self.transit = transit
        self.destination = destination
        self.concealment = concealment
        self.transport = transport
        self.operation = operation
        self.text = text
    }

    package var isEmpty: Bool { self == Particulars() }

    /// - Parameter body: the body of the event; the particulars are its member `particulars`.
    package init(reading body: BodyReader) throws(BodyFault) {
        self.init()
        guard let object = try body.optionalObject("particulars") else { return }
        let body = BodyReader(object)
        for item in try body.objects("items") { items.append(try SeizedItem(reading: item)) }
        identifiers = try body.mentions("identifiers")
        state = try body.optionalText("state")
        place = try body.optionalText("place")
        placeID = try body.optionalText("place_id")
        if let latitude = try body.optionalInteger("latitude", in: -9_000_000...9_000_000) {
            position = Position(
                latitude: latitude, longitude: try body.integer("longitude", in: -18_000_000...18_000_000))
        }
        departure = try body.optionalText("departure")
        transit = try body.texts("transit")
        destination = try body.optionalText("destination")
        concealment = try body.optionalText("concealment")
        transport = try body.optionalText("transport")
        operation = try body.optionalText("operation")
        text = try body.optionalText("details")
    }

    package func write(to body: inout BodyWriter) {
        guard !isEmpty else { return }
        var inner = BodyWriter()
        if !items.isEmpty { inner.objects("items", items.map(\.object)) }
        if !identifiers.isEmpty { inner.mentions("identifiers", identifiers) }
        inner.text("state", state)
        inner.text("place", place)
        inner.text("place_id", placeID)
        inner.integer("latitude", position?.latitude)
        inner.integer("longitude", position?.longitude)
        inner.text("departure", departure)
        if !transit.isEmpty { inner.texts("transit", transit) }
        inner.text("destination", destination)
        inner.text("concealment", concealment)
        inner.text("transport", transport)
        inner.text("operation", operation)
        inner.text("details", text)
        body.object("particulars", inner.object)
    }

    /// For the kinds whose body holds particulars.
    static let openness: [String: Openness] = [
        "state": .state, "place": .named(.place), "departure": .named(.place), "transit": .named(.place),
        "destination": .named(.place), "transport": .named(.vehicle),
    ].merging(SeizedItem.openness) { own, _ in own }
        .merging(IdentifierMention.openness) { own, _ in own }

    /// What both say together: what the later one says stands, and lists are added to.
    package func adding(_ later: Particulars) -> Particulars {
        var sum = self
        sum.items += later.items.filter { !items.contains($0) }
        sum.identifiers += later.identifiers.filter { !identifiers.contains($0) }
        sum.state = later.state ?? state
        if let place = later.place { (sum.place, sum.placeID, sum.position) = (place, later.placeID, later.position) }
        sum.position = later.position ?? sum.position
        sum.departure = later.departure ?? departure
        sum.transit = later.transit.isEmpty ? transit : later.transit
        sum.destination = later.destination ?? destination
        sum.concealment = later.concealment ?? concealment
        sum.transport = later.transport ?? transport
        sum.operation = later.operation ?? operation
        sum.text = later.text ?? text
        return sum
    }
}

/// A position on the ground (WGS 84), in hundred-thousandths of a degree: about a metre. North and east are positive.
package struct Position: Hashable, Sendable {
    package let latitude: Int64
    package let longitude: Int64

    package init(latitude: Int64, longitude: Int64) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
