import Foundation
import Model
import Places
import Testing

@testable import Exchange

@Suite("GeoJSON")
struct GeoJSONTests {
    static func position(_ north: Double, _ east: Double) -> Coordinates {
        guard let position = Coordinates(degreesNorth: north, east: east) else {
            preconditionFailure("\(north), \(east) is no position")
        }
        return position
    }

    static func properties(_ pairs: (String, JSON)...) -> JSONObject {
        var object = JSONObject()
        for (key, value) in pairs { object[key] = value }
        return object
    }

    /// As another reader of JSON sees it.
    static func read(_ features: [GeoJSONFeature], exercise: String? = nil) throws -> [String: Any] {
        let bytes = GeoJSONWriter.bytes(of: features, exercise: exercise)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    static func geometry(_ shape: GeoJSONFeature.Shape) throws -> [String: Any] {
        let collection = try read([GeoJSONFeature(shape: shape, properties: JSONObject())])
        let features = try #require(collection["features"] as? [[String: Any]])
        return try #require(features.first?["geometry"] as? [String: Any])
    }

    @Test("Longitude stands before latitude, exactly as many figures as it has")
    func order() {
        let feature = GeoJSONFeature(
            id: "AL-2026-0001", shape: .point(Self.position(43.25, 76.95)),
            properties: Self.properties(("p", .integer(1))))
        let text = String(decoding: GeoJSONWriter.bytes(of: [feature]), as: UTF8.self)
        #expect(
            text == """
                {"type":"FeatureCollection","bbox":[76.95,43.25,76.95,43.25],"features":[
                {"type":"Feature","id":"AL-2026-0001","geometry":{"type":"Point","coordinates":[76.95,43.25]},"properties":{"p":1}}
                ]}

                """)
    }

    @Test(
        "Steps of 0.00001 degrees are exact decimals",
        arguments: [
            (0, "0"), (1, "0.00001"), (-1, "-0.00001"), (-50_000, "-0.5"), (18_000_000, "180"), (6_909_911, "69.09911"),
        ])
    func numbers(steps: Int32, text: String) {
        #expect(GeoJSONNumber(steps).description == text)
    }

    @Test("An exercise is marked on the collection and on each feature, whatever the features say themselves")
    func exercise() throws {
        let feature = GeoJSONFeature(
            shape: .unlocated, properties: Self.properties(("exercise", .bool(false)), ("name", .string("x"))))
        let collection = try Self.read([feature], exercise: "Border at \"four\"")
        #expect(collection["exercise"] as? Bool == true)
        #expect(collection["exercise_name"] as? String == "Border at \"four\"")
        let features = try #require(collection["features"] as? [[String: Any]])
        let properties = try #require(features.first?["properties"] as? [String: Any])
        #expect(properties["exercise"] as? Bool == true && properties["name"] as? String == "x")
        #expect(features.first?["geometry"] is NSNull)
        #expect(collection["bbox"] == nil, "nothing has a place")
        #expect(try Self.read([feature])["exercise"] == nil)
    }

    @Test("An outer ring goes against the clock and a hole with it, closed, however they were given")
    func rings() throws {
        let square = [(40.0, 70.0), (40, 71), (41, 71), (41, 70)].map { Self.position($0.0, $0.1) }
        let hole = [(40.4, 70.4), (40.4, 70.6), (40.6, 70.6)].map { Self.position($0.0, $0.1) }
        for (outer, inner) in [(square, hole), (square.reversed(), hole.reversed()), (square + [square[0]], hole)] {
            let geometry = try Self.geometry(.area([outer, inner]))
            #expect(geometry["type"] as? String == "Polygon")
            let rings = try #require(geometry["coordinates"] as? [[[Double]]])
            #expect(rings.count == 2)
            for (place, ring) in rings.enumerated() {
                #expect(ring.first == ring.last && ring.count == (place == 0 ? 5 : 4))
                let twice = zip(ring, ring.dropFirst()).reduce(0.0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
                #expect((twice > 0) == (place == 0))
            }
        }
    }

    @Test("What is no line or no area becomes what it is")
    func degenerate() throws {
        let here = Self.position(40, 70)
        #expect(try Self.geometry(.line([here]))["type"] as? String == "Point")
        #expect(try Self.geometry(.line([here, Self.position(41, 71)]))["type"] as? String == "LineString")
        #expect(try Self.geometry(.area([[here, Self.position(41, 71), here]]))["type"] as? String == "LineString")
        #expect(throws: Never.self) { try Self.read([GeoJSONFeature(shape: .line([]), properties: JSONObject())]) }
        #expect(try Self.read([])["features"] as? [String] == [])
    }

    @Test("A line across the 180th meridian is cut on it, and its box goes from west to east across it")
    func meridian() throws {
        let line = [Self.position(64, 177), Self.position(66, -179)]
        let collection = try Self.read([GeoJSONFeature(shape: .line(line), properties: JSONObject())])
        #expect(collection["bbox"] as? [Double] == [177, 64, -179, 66])
        let geometry = try Self.geometry(.line(line))
        #expect(geometry["type"] as? String == "MultiLineString")
        #expect(
            geometry["coordinates"] as? [[[Double]]] == [[[177, 64], [180, 65.5]], [[-180, 65.5], [-179, 66]]])
    }

    /// Python shares no code with us: it reads the file and applies the rules of the standard that a machine can see.
    @Test("Another program reads it and finds nothing against the standard", .enabled(if: hasPython))
    func outside() throws {
        var chance = SeededChance(seed: 5)
        func somewhere() -> Coordinates {
            Self.position(
                Double(Int.random(in: -9_000_000...9_000_000, using: &chance)) / 100_000,
                Double(Int.random(in: -18_000_000...18_000_000, using: &chance)) / 100_000)
        }
        let features = (0..<200).map { number -> GeoJSONFeature in
            let positions = (0..<Int.random(in: 1...6, using: &chance)).map { _ in somewhere() }
            let shape: GeoJSONFeature.Shape =
                [.unlocated, .point(positions[0]), .line(positions), .area([positions])][number % 4]
            return GeoJSONFeature(
                id: "n\(number)", shape: shape,
                properties: Self.properties(("text", .string("\"quoted\"\u{7}\n\\ Ош 口岸 \u{2028} 😀"))))
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).geojson")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(GeoJSONWriter.bytes(of: features, exercise: "DRILL")).write(to: file)
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", Self.script, file.path]
        let output = Pipe()
        python.standardOutput = output
        python.standardError = output
        try python.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        python.waitUntilExit()
        #expect(python.terminationStatus == 0, "seed 5: \(said)")
        #expect(said.hasPrefix("200 features"))
    }

    static let hasPython = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private static let script = """
        import json, sys
        whole = json.load(open(sys.argv[1], encoding="utf-8"))
        assert whole["type"] == "FeatureCollection" and whole["exercise"] is True
        west, south, east, north = whole["bbox"]
        assert -180 <= west <= 180 and -90 <= south <= north <= 90
        def position(p):
            assert len(p) == 2 and -180 <= p[0] <= 180 and -90 <= p[1] <= 90, p
            assert south <= p[1] <= north, p
            assert (west <= p[0] <= east) if west <= east else (p[0] >= west or p[0] <= east or abs(p[0]) == 180), p
        def line(l):
            assert len(l) >= 2
            for p in l: position(p)
            for a, b in zip(l, l[1:]): assert abs(a[0] - b[0]) <= 180, "crosses the meridian"
        seen = set()
        for feature in whole["features"]:
            assert feature["type"] == "Feature" and "properties" in feature and "geometry" in feature
            assert feature["properties"]["exercise"] is True
            seen.add(feature["id"])
            shape = feature["geometry"]
            if shape is None: continue
            kind, coordinates = shape["type"], shape["coordinates"]
            if kind == "Point": position(coordinates)
            elif kind == "LineString": line(coordinates)
            elif kind == "MultiLineString":
                for l in coordinates: line(l)
            elif kind == "Polygon":
                for number, ring in enumerate(coordinates):
                    assert len(ring) >= 4 and ring[0] == ring[-1]
                    for p in ring: position(p)
                    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
                    assert (twice > 0) == (number == 0)
            else: raise AssertionError(kind)
        print(len(seen), "features")
        """
}
