/// Events about seizure records: searchable history without triage. A record is not an alert.
package enum SeizureEvent: AreaEvent {
    case reported(SeizureReported)

    package static let kinds: [EventKind<SeizureEvent>] = [EventKind(SeizureReported.self) { .reported($0) }]

    package var body: any EventBody {
        switch self {
        case .reported(let body): body
        }
    }
}

/// One row of an individual-seizure return, column by column as its source wrote it (UNODC IDS).
package struct SeizureReported: EventBody {
    package static let kind = "seizureReported"

    /// Which return the row came from, such as `unodc-ids`.
    package var source: String
    package var region: String
    package var subregion: String
    package var country: String
    package var administrativeDivision: String
    package var place: String
    package var drug: String
    package var quantity: Quantity
    package var hidingPlace: String
    package var installation: String
    package var transport: String
    package var producingCountry: String
    package var departureCountry: String
    package var destinationCountry: String
    package var routing: String
    /// The id of the first entry with exactly the same row, when this is a repetition.
    package var duplicateOf: EventID?
    /// Which repetition this is; 0 for the first.
    package var repetition: Int64

    package init(
        source: String, region: String, subregion: String, country: String, administrativeDivision: String,
        place: String, drug: String,
        quantity: Quantity, hidingPlace: String, installation: String, transport: String, producingCountry: String,
        departureCountry: String, destinationCountry: String, routing: String, duplicateOf: EventID? = nil,
        repetition: Int64 = 0
    ) {
        self.source = source
        self.region = region
        self.subregion = subregion
        self.country = country
        self.administrativeDivision = administrativeDivision
        self.place = place
        self.drug = drug
        self.quantity = quantity
        self.hidingPlace = hidingPlace
        self.installation = installation
        self.transport = transport
        self.producingCountry = producingCountry
        self.departureCountry = departureCountry
        self.destinationCountry = destinationCountry
        self.routing = routing
        self.duplicateOf = duplicateOf
        self.repetition = repetition
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        source = try body.text("source")
        region = try body.optionalText("region") ?? ""
        subregion = try body.optionalText("subregion") ?? ""
        country = try body.optionalText("country") ?? ""
        administrativeDivision = try body.optionalText("division") ?? ""
        place = try body.optionalText("place") ?? ""
        drug = try body.optionalText("drug") ?? ""
        quantity = try Quantity(reading: BodyReader(try body.optionalObject("quantity") ?? JSONObject()))
        hidingPlace = try body.optionalText("hiding") ?? ""
        installation = try body.optionalText("installation") ?? ""
        transport = try body.optionalText("transport") ?? ""
        producingCountry = try body.optionalText("producing") ?? ""
        departureCountry = try body.optionalText("departure") ?? ""
        destinationCountry = try body.optionalText("destination") ?? ""
        routing = try body.optionalText("routing") ?? ""
        duplicateOf = try body.optionalText("duplicate_of").flatMap { EventID($0) }
        repetition = try body.optionalInteger("repetition") ?? 0
    }

    package func write(to body: inout BodyWriter) {
        func column(_ key: String, _ text: String) { body.text(key, text.isEmpty ? nil : text) }
        body.text("source", source)
        column("region", region)
        column("subregion", subregion)
        column("country", country)
        column("division", administrativeDivision)
        column("place", place)
        column("drug", drug)
        var amount = BodyWriter()
        quantity.write(to: &amount)
        body.object("quantity", amount.object)
        column("hiding", hidingPlace)
        column("installation", installation)
        column("transport", transport)
        column("producing", producingCountry)
        column("departure", departureCountry)
        column("destination", destinationCountry)
        column("routing", routing)
        body.text("duplicate_of", duplicateOf?.description)
        body.integer("repetition", repetition > 0 ? repetition : nil)
    }
}
