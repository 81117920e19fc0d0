import Model
import Places

/// Something with a place, for maps (RFC 7946, section 3.2). What its properties say is the caller's choice.
package struct GeoJSONFeature: Hashable, Sendable {
    package enum Shape: Hashable, Sendable {
        /// Without a place, which GeoJSON allows: nobody knows where it was.
        case unlocated
        case point(Coordinates)
        /// A road or a route in its order; one position alone becomes a point.
        case line([Coordinates])
        /// The outer ring, then holes, in any direction, closed or not.
        case area([[Coordinates]])
    }

    package let id: String?
    package let shape: Shape
    package let properties: JSONObject

    package init(id: String? = nil, shape: Shape, properties: JSONObject) {
        self.id = id
        self.shape = shape
        self.properties = properties
    }
}
