/// The columns of the individual drug seizures return, as UNODC names them, in its order.
package enum SeizureColumn: Int, CaseIterable, Sendable {
    case region, subregion, country, administrativeDivision, place, date, drug, amount, unit, hidingPlace, installation
    case transport, producingCountry, departureCountry, destinationCountry, routing

    /// The name in the header row.
    package var name: String { SeizureColumn.names[rawValue] }

    package init?(name: String) {
        guard let place = SeizureColumn.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: place)
    }

    package static let names = [
        "REGION", "SUBREGION", "COUNTRY", "ADMINISTRATIVE_DIVISION", "PLACE", "SEIZURE_DATE", "DRUG_NAME", "AMOUNT",
        "DRUG_UNIT", "HIDING_PLACE", "INSTALLATION", "TRANSPORT", "PRODUCING_COUNTRY", "DEPARTURE_COUNTRY",
        "DESTINATION_COUNTRY", "ROUTING",
    ]
}

/// Where each column stands in one file.
struct SeizureHeader: Equatable, Sendable {
    /// For each column in its usual order, its place in the rows of the file.
    let places: [Int]

    init(_ names: [String]) throws(SeizureTable.HeaderFault) {
        var places: [String: Int] = [:]
        var repeated: [String] = []
        for (place, name) in names.enumerated() where places.updateValue(place, forKey: name) != nil {
            repeated.append(name)
        }
        let known = SeizureColumn.names
        let missing = known.filter { places[$0] == nil }
        let unknown = names.filter { SeizureColumn(name: $0) == nil }
        guard missing.isEmpty, unknown.isEmpty, repeated.isEmpty else {
            throw .columns(missing: missing, unknown: unknown, repeated: repeated)
        }
        self.places = known.compactMap { places[$0] }
    }
}
