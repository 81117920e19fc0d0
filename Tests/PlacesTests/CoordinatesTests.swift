import Testing

@testable import Places

@Suite("A position")
struct CoordinatesTests {
    @Test("Nothing lies beyond the poles or the 180th meridian")
    func limits() {
        #expect(Coordinates(degreesNorth: 90, east: 180) != nil)
        #expect(Coordinates(degreesNorth: 90.1, east: 0) == nil)
        #expect(Coordinates(degreesNorth: 0, east: -180.1) == nil)
        #expect(Coordinates(degreesNorth: .nan, east: 0) == nil)
    }

    @Test("A quarter of the meridian and a step along the equator are as long as on the mean sphere")
    func greatCircles() throws {
        let pole = try #require(Coordinates(degreesNorth: 90, east: 0))
        let origin = try #require(Coordinates(degreesNorth: 0, east: 0))
        let degree = try #require(Coordinates(degreesNorth: 0, east: 1))
        #expect(abs(origin.distance(to: pole) - 10_007_557) < 10)
        #expect(abs(origin.distance(to: degree) - 111_195) < 2)
        let (east, west) = (
            try #require(Coordinates(degreesNorth: 0, east: 179.5)),
            try #require(Coordinates(degreesNorth: 0, east: -179.5))
        )
        #expect(abs(east.distance(to: west) - 111_195) < 2, "across the 180th meridian the short way")
    }

    @Test("Going so far and measuring gives the same figure", arguments: [0.0, 45, 90, 180, 270, 359])
    func thereAndBack(bearing: Double) throws {
        let almaty = try #require(Coordinates(degreesNorth: 43.25, east: 76.95))
        #expect(abs(almaty.moved(metres: 5_000, bearing: bearing).distance(to: almaty) - 5_000) < 3)
    }

    @Test("The text has five decimals, also small ones, and the letters of the hemispheres")
    func text() {
        #expect(Coordinates(latitude: 3_998_005, longitude: -4_944_008)?.text == "39.98005N 49.44008W")
        #expect(Coordinates(latitude: -5, longitude: 0)?.text == "0.00005S 0.00000E")
    }
}
