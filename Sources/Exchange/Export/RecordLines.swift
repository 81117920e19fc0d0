import Model
import Wording

/// Records as JSON Lines: one object in canonical form (RFC 8785) on each line, UTF-8, without what is absent.
package enum RecordLines {
    package static func write(_ records: [OutgoingRecord], offsetSeconds: Int) -> [UInt8] {
        records.flatMap {
            CanonicalJSON.bytes(of: .object(object($0, offsetSeconds: offsetSeconds, withNames: true))) + [0x0A]
        }
    }

    /// - Parameter withNames: with the registry's names and the units of returns beside the words as typed; they are not read back.
    static func object(_ record: OutgoingRecord, offsetSeconds: Int, withNames: Bool = false) -> JSONObject {
        let particulars = record.particulars
        var body = BodyWriter()
        body.text("record", record.name.text)
        body.text("kind", record.kind?.rawValue)
        body.integer("priority", record.priority.map { Int64($0) })
        body.text("headline", record.headline)
        body.text("at", record.at.map { ISO8601.text($0, offsetSeconds: offsetSeconds) })
        body.text("precision", record.at.map { _ in record.precision.rawValue })
        body.text("state", particulars.state)
        body.text("country", record.columns.country)
        body.text("region", record.columns.region)
        body.text("subregion", record.columns.subregion)
        body.text("division", record.columns.division)
        body.text("place", particulars.place)
        body.text("place_id", particulars.placeID)
        body.text("latitude", particulars.position.map { DegreeText.text($0.latitude) })
        body.text("longitude", particulars.position.map { DegreeText.text($0.longitude) })
        if !particulars.items.isEmpty { body.objects("items", particulars.items.map { item($0, withNames) }) }
        let open = particulars.identifiers.filter { $0.payload == nil }
        if !open.isEmpty { body.mentions("identifiers", open) }
        body.text("departure", particulars.departure)
        if !particulars.transit.isEmpty { body.texts("transit", particulars.transit) }
        body.text("destination", particulars.destination)
        body.text("concealment", particulars.concealment)
        body.text("installation", record.columns.installation)
        body.text("transport", particulars.transport)
        body.text("producing", record.columns.producing)
        body.text("routing", record.columns.routing)
        body.text("text", particulars.text.map(MessageLines.told))
        body.text("answer_by", record.answerBy.map { ISO8601.text($0, offsetSeconds: offsetSeconds) })
        body.text("valid_until", record.validUntil.map { ISO8601.text($0, offsetSeconds: offsetSeconds) })
        body.text("handling", record.handling?.rawValue)
        body.text("own_words", record.ownWords)
        var object = body.object
        object["exercise"] = .bool(record.isExercise)
        return object
    }

    private static func item(_ item: SeizedItem, _ withNames: Bool) -> JSONObject {
        var object = item.object
        guard withNames else { return object }
        if item.substance != nil { object["substance_name"] = ReturnWords.drug(item).map { .string($0) } }
        object["unodc_unit"] = item.quantity.flatMap(ReturnWords.unit).map { .string($0) }
        return object
    }
}
