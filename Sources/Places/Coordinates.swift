import Glibc

/// A position on the Earth (WGS 84), in whole steps of 0.00001 degrees, about a metre.
package struct Coordinates: Hashable, Sendable {
    /// North of the equator in 1e-5 degrees, -9,000,000 to 9,000,000.
    package let latitude: Int32
    /// East of Greenwich in 1e-5 degrees, -18,000,000 to 18,000,000.
    package let longitude: Int32

    /// Steps of one degree.
    package static let stepsPerDegree: Int32 = 100_000

    /// Nil where it is beyond a pole or beyond the 180th meridian.
    package init?(latitude: Int32, longitude: Int32) {
        guard (-9_000_000...9_000_000).contains(latitude), (-18_000_000...18_000_000).contains(longitude) else {
            return nil
        }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// From degrees and decimals, rounded to the nearest step.
    package init?(degreesNorth north: Double, east: Double) {
        guard abs(north) <= 90, abs(east) <= 180 else { return nil }
        self.init(latitude: Int32((north * 100_000).rounded()), longitude: Int32((east * 100_000).rounded()))
    }

    package var degreesNorth: Double { Double(latitude) / Double(Self.stepsPerDegree) }
    package var degreesEast: Double { Double(longitude) / Double(Self.stepsPerDegree) }

    /// The mean radius of the Earth in metres (IUGG).
    private static let radius = 6_371_008.8

    /// The great circle in metres, on a sphere; up to 0.6 % off the true distance.
    package func distance(to other: Coordinates) -> Int {
        let (from, to) = (degreesNorth * .pi / 180, other.degreesNorth * .pi / 180)
        let across = sin((to - from) / 2)
        let along = sin((other.degreesEast - degreesEast) * .pi / 360)
        let half = across * across + cos(from) * cos(to) * along * along
        return Int((2 * Self.radius * asin(min(1, half.squareRoot()))).rounded())
    }

    /// Where one is after so many metres towards a bearing, in degrees clockwise from north.
    package func moved(metres: Int, bearing: Double) -> Coordinates {
        let (angle, course) = (Double(metres) / Self.radius, bearing * .pi / 180)
        let (north, east) = (degreesNorth * .pi / 180, degreesEast * .pi / 180)
        let there = asin(min(1, max(-1, sin(north) * cos(angle) + cos(north) * sin(angle) * cos(course))))
        let turned = east + atan2(sin(course) * sin(angle) * cos(north), cos(angle) - sin(north) * sin(there))
        let wrapped = turned - (turned / (2 * .pi)).rounded() * 2 * .pi
        return Coordinates(degreesNorth: there * 180 / .pi, east: wrapped * 180 / .pi) ?? self
    }

    /// `39.97640N 49.44080E`, which ``PlaceReading`` reads back to the same position.
    package var text: String {
        Self.decimals(latitude) + (latitude < 0 ? "S " : "N ") + Self.decimals(longitude) + (longitude < 0 ? "W" : "E")
    }

    /// The steps without their sign as degrees with five decimals.
    static func decimals(_ steps: Int32) -> String {
        let digits = String(steps.magnitude % 100_000)
        return "\(steps.magnitude / 100_000).\(String(repeating: "0", count: 5 - digits.count))\(digits)"
    }
}
