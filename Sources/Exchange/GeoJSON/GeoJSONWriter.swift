import Model
import Places

/// Writes a FeatureCollection as RFC 7946 wants it: longitude before latitude, WGS 84, outer rings anticlockwise and
/// holes clockwise (3.1.6), lines cut at the 180th meridian (3.1.9), and a bounding box whose west may be greater than
/// its east (5.2). One feature stands on a line, so that two files can be compared.
package struct GeoJSONWriter {
    private var bytes: [UInt8] = []

    /// - Parameter exercise: the exercise's name; the collection and each feature then say that nothing of it is real.
    package static func bytes(of features: [GeoJSONFeature], exercise: String? = nil) -> [UInt8] {
        var writer = GeoJSONWriter()
        writer.raw("{\"type\":\"FeatureCollection\"")
        if let exercise {
            writer.raw(",\"exercise\":true,\"exercise_name\":")
            writer.write(.string(exercise))
        }
        let positions = features.flatMap(\.shape.positions)
        if let box = BoundingBox(positions) {
            writer.raw(",\"bbox\":[\(box.west),\(box.south),\(box.east),\(box.north)]")
        }
        writer.raw(",\"features\":[")
        for (number, feature) in features.enumerated() {
            writer.raw(number == 0 ? "\n" : ",\n")
            writer.write(feature, exercise: exercise)
        }
        writer.raw(features.isEmpty ? "]}\n" : "\n]}\n")
        return writer.bytes
    }

    // MARK: Parts

    private mutating func write(_ feature: GeoJSONFeature, exercise: String?) {
        raw("{\"type\":\"Feature\"")
        if let id = feature.id {
            raw(",\"id\":")
            write(.string(id))
        }
        raw(",\"geometry\":")
        write(feature.shape)
        var properties = feature.properties
        if let exercise {
            properties["exercise"] = .bool(true)
            properties["exercise_name"] = .string(exercise)
        }
        raw(",\"properties\":")
        write(.object(properties))
        raw("}")
    }

    private mutating func write(_ shape: GeoJSONFeature.Shape) {
        switch shape {
        case .unlocated: raw("null")
        case .point(let position): raw("{\"type\":\"Point\",\"coordinates\":\(Self.text(position))}")
        case .line(let positions):
            let pieces = Meridian.cut(positions).filter { $0.count > 1 }
            if pieces.count > 1 {
                raw("{\"type\":\"MultiLineString\",\"coordinates\":[\(pieces.map(Self.list).joined(separator: ","))]}")
            } else if let piece = pieces.first {
                raw("{\"type\":\"LineString\",\"coordinates\":\(Self.list(piece))}")
            } else {
                write(positions.first.map { .point($0) } ?? .unlocated)
            }
        case .area(let rings):
            // Four positions close the smallest ring (3.1.6); fewer than three corners are no area.
            let closed = rings.enumerated().compactMap { place, ring in Self.ring(ring, isHole: place > 0) }
            guard closed.count == rings.count, !closed.isEmpty else {
                write(.line(rings.first ?? []))
                return
            }
            raw("{\"type\":\"Polygon\",\"coordinates\":[\(closed.map(Self.list).joined(separator: ","))]}")
        }
    }

    /// Closed, and turned as the standard wants it; nil where it has fewer than three corners.
    private static func ring(_ ring: [Coordinates], isHole: Bool) -> [Coordinates]? {
        var corners = ring
        if corners.count > 1, corners.first == corners.last { corners.removeLast() }
        guard Set(corners).count >= 3, let first = corners.first else { return nil }
        var twice: Int64 = 0
        for (place, corner) in corners.enumerated() {
            let next = corners[(place + 1) % corners.count]
            twice +=
                Int64(corner.longitude) * Int64(next.latitude) - Int64(next.longitude) * Int64(corner.latitude)
        }
        // Anticlockwise is positive.
        let isRight = isHole ? twice < 0 : twice > 0
        return isRight ? corners + [first] : [first] + corners.dropFirst().reversed() + [first]
    }

    private static func list(_ positions: [Coordinates]) -> String {
        "[" + positions.map(text).joined(separator: ",") + "]"
    }

    private static func text(_ position: Coordinates) -> String {
        "[\(GeoJSONNumber(position.longitude)),\(GeoJSONNumber(position.latitude))]"
    }

    private mutating func write(_ value: JSON) { bytes += CanonicalJSON.bytes(of: value) }

    private mutating func raw(_ text: String) { bytes += text.utf8 }
}

extension GeoJSONFeature.Shape {
    /// Every position of it, for the bounding box.
    fileprivate var positions: [Coordinates] {
        switch self {
        case .unlocated: []
        case .point(let position): [position]
        case .line(let positions): positions
        case .area(let rings): rings.flatMap { $0 }
        }
    }
}
