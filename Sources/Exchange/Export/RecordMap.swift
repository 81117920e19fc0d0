import Model
import Places

/// Records on the map: a FeatureCollection of `GeoJSONWriter`; what has no position has a null geometry.
package enum RecordMap {
    package static func write(_ records: [OutgoingRecord], offsetSeconds: Int) -> [UInt8] {
        let features = records.map { record in
            var properties = RecordLines.object(record, offsetSeconds: offsetSeconds, withNames: true)
            (properties["latitude"], properties["longitude"]) = (nil, nil)
            let place = record.particulars.position.flatMap { Coordinates($0) }
            return GeoJSONFeature(
                id: record.name.text, shape: place.map { .point($0) } ?? .unlocated, properties: properties)
        }
        return GeoJSONWriter.bytes(
            of: features, exercise: records.contains(where: \.isExercise) ? ExerciseMark.words : nil)
    }
}

extension Coordinates {
    /// Nil where the position is beyond a pole or beyond the 180th meridian.
    init?(_ position: Position) {
        guard let latitude = Int32(exactly: position.latitude), let longitude = Int32(exactly: position.longitude)
        else {
            return nil
        }
        self.init(latitude: latitude, longitude: longitude)
    }
}
