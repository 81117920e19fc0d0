import Model
import Wording

extension RecordLines {
    /// Why a line is none of records, and where.
    package struct Fault: Error, Equatable, Sendable {
        package let reason: ImportFault.Reason
        /// Counted from 1.
        package let line: Int
    }

    /// Reads what `write` wrote; blank lines are passed over. A key that no record has is a fault.
    package static func read(_ bytes: [UInt8]) throws(Fault) -> [OutgoingRecord] {
        var records: [OutgoingRecord] = []
        for (place, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let content = line.filter { $0 != 0x0D }
            guard content.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
            records.append(try record(Array(content), line: place + 1))
        }
        return records
    }

    private static func record(_ content: [UInt8], line: Int) throws(Fault) -> OutgoingRecord {
        func fault(_ reason: ImportFault.Reason) -> Fault { Fault(reason: reason, line: line) }
        let value: JSON
        do throws(JSONFault) {
            value = try JSONReader.read(content[...])
        } catch {
            throw fault(.json(error.reason))
        }
        guard let object = value.object else { throw fault(.notAnObject) }
        for member in object.members where !keys.contains(member.key) { throw fault(.unknownKey(member.key)) }
        let record: OutgoingRecord
        do throws(BodyFault) {
            record = try self.record(BodyReader(object))
        } catch {
            throw fault(.body(error))
        }
        guard object["exercise"] == .bool(record.isExercise) else { throw fault(.wrongValue(key: "exercise")) }
        for key in ["at", "answer_by", "valid_until"] {
            if let text = object[key]?.string, ISO8601.instant(text) == nil { throw fault(.wrongValue(key: key)) }
        }
        return record
    }

    private static func record(_ body: BodyReader) throws(BodyFault) -> OutgoingRecord {
        func instant(_ key: String) throws(BodyFault) -> Instant? {
            try body.optionalText(key).flatMap { ISO8601.instant($0) }
        }
        guard let name = try body.optionalName("record") else { throw .missing(key: "record") }
        var particulars = Particulars(
            identifiers: try body.mentions("identifiers"), state: try body.optionalText("state"),
            place: try body.optionalText("place"), placeID: try body.optionalText("place_id"),
            departure: try body.optionalText("departure"), transit: try body.texts("transit"),
            destination: try body.optionalText("destination"), concealment: try body.optionalText("concealment"),
            transport: try body.optionalText("transport"), text: try body.optionalText("text"))
        for item in try body.objects("items") { particulars.items.append(try SeizedItem(reading: item)) }
        if let latitude = try body.optionalText("latitude").flatMap(DegreeText.steps),
            let longitude = try body.optionalText("longitude").flatMap(DegreeText.steps)
        {
            particulars.position = Position(latitude: latitude, longitude: longitude)
        }
        return OutgoingRecord(
            name, kind: try body.optionalCode("kind", MessageKind.self),
            priority: try body.optionalInteger("priority", in: 1...4).map { Int($0) },
            headline: try body.optionalText("headline"), at: try instant("at"),
            precision: try body.optionalCode("precision", Precision.self) ?? .millisecond, particulars: particulars,
            answerBy: try instant("answer_by"), validUntil: try instant("valid_until"),
            handling: try body.optionalCode("handling", HandlingCode.self),
            columns: .init(
                region: try body.optionalText("region"), subregion: try body.optionalText("subregion"),
                country: try body.optionalText("country"), division: try body.optionalText("division"),
                installation: try body.optionalText("installation"), producing: try body.optionalText("producing"),
                routing: try body.optionalText("routing")), ownWords: try body.optionalText("own_words"))
    }

    private static let keys: Set<String> = [
        "record", "kind", "priority", "headline", "at", "precision", "state", "country", "region", "subregion",
        "division", "place", "place_id", "latitude", "longitude", "items", "identifiers", "departure", "transit",
        "destination", "concealment", "installation", "transport", "producing", "routing", "text", "answer_by",
        "valid_until", "handling", "own_words", "exercise",
    ]
}
