import Glibc

/// The outlines of 72 States at 1:50 million (Natural Earth, public domain).
///
/// Enclaves that the outlines have (Vorukh, Sokh, Shakhimardan and others) are right; the lines are off by up to some
/// kilometres where rivers bend, so that nothing is said for sure near to them.
package struct Borders: Sendable {
    /// A State's names, for reading them in texts.
    package struct State: Hashable, Sendable {
        /// ISO 3166-1 alpha-3.
        package let code: String
        package let english: String
        package let russian: String
        package let chinese: String
    }

    private struct Ring: Sendable {
        let state: Int
        let first: Int
        let count: Int
        let south: Int32
        let north: Int32
        let west: Int32
        let east: Int32
    }

    /// In metres: nearer than this to another State, a position lies at the border.
    package static let doubt = 2_000
    /// In metres: twelve nautical miles, the breadth of the territorial sea (UNCLOS, article 3).
    package static let shore = 22_224

    package let states: [State]
    private let rings: [Ring]
    /// Of all rings, in steps of ``Coordinates``.
    private let norths: [Int32]
    private let easts: [Int32]

    package static let none = Borders(PlaceTable(bytes: []))

    init(_ table: PlaceTable) {
        var states: [State] = []
        var rings: [Ring] = []
        var (norths, easts): ([Int32], [Int32]) = ([], [])
        norths.reserveCapacity(34_000)
        easts.reserveCapacity(34_000)
        table.forEachLine { _, cells in
            if cells.count == 5 {
                states.append(
                    State(
                        code: table.text(cells[1]), english: table.text(cells[2]), russian: table.text(cells[3]),
                        chinese: table.text(cells[4])))
            } else if cells.count == 2, !states.isEmpty {
                let first = norths.count
                Borders.read(table.bytes[cells[1]], into: &norths, &easts)
                let (up, across) = (norths[first...], easts[first...])
                guard let south = up.min(), let north = up.max(), let west = across.min(), let east = across.max()
                else { return }
                rings.append(
                    Ring(
                        state: states.count - 1, first: first, count: norths.count - first, south: south, north: north,
                        west: west, east: east))
            }
        }
        (self.states, self.rings, self.norths, self.easts) = (states, rings, norths, easts)
    }

    /// Steps of 0.001 degrees, east and north in turn, each from the point before.
    private static func read(_ bytes: ArraySlice<UInt8>, into norths: inout [Int32], _ easts: inout [Int32]) {
        var (east, north, number): (Int32, Int32, Int32) = (0, 0, 0)
        var (isNegative, isEast, isOpen) = (false, true, false)
        func take() {
            let step = isNegative ? -number : number
            if isEast {
                east &+= step
            } else {
                north &+= step
                norths.append(north &* 100)
                easts.append(east &* 100)
            }
            (number, isNegative, isOpen, isEast) = (0, false, false, !isEast)
        }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case 0x30...0x39: (number, isOpen) = (number &* 10 &+ Int32(byte - 0x30), true)
            default: if isOpen { take() }
            }
        }
        if isOpen { take() }
    }

    package var isEmpty: Bool { rings.isEmpty }

    package func territory(of here: Coordinates) -> Territory {
        guard let home = home(of: here) else {
            guard let (state, metres) = near(here, within: Borders.shore, but: nil).first else { return .nowhere }
            return .offshore(states[state].code, metres: metres)
        }
        let others = near(here, within: Borders.doubt, but: home)
        guard let nearest = others.first else { return .inside(states[home].code) }
        return .border(([home] + others.map(\.state)).map { states[$0].code }, metres: nearest.metres)
    }

    /// Even and odd crossings of a line to the east, over all rings of a State, so that holes and enclaves count.
    private func home(of here: Coordinates) -> Int? {
        var inside: Set<Int> = []
        for ring in rings
        where here.latitude >= ring.south && here.latitude <= ring.north && here.longitude <= ring.east {
            if crossings(of: ring, from: here) { inside.formSymmetricDifference([ring.state]) }
        }
        return inside.min()
    }

    private func crossings(of ring: Ring, from here: Coordinates) -> Bool {
        let (north, east) = (Int64(here.latitude), Int64(here.longitude))
        var isOdd = false
        for place in ring.first + 1..<ring.first + ring.count {
            let (fromNorth, toNorth) = (Int64(norths[place - 1]), Int64(norths[place]))
            guard (fromNorth > north) != (toNorth > north) else { continue }
            let (fromEast, toEast) = (Int64(easts[place - 1]), Int64(easts[place]))
            let reach = (north - fromNorth) * (toEast - fromEast)
            let meeting = (east - fromEast) * (toNorth - fromNorth)
            if toNorth > fromNorth ? meeting < reach : meeting > reach { isOdd.toggle() }
        }
        return isOdd
    }

    /// The States whose outline is within so many metres, nearest first.
    private func near(_ here: Coordinates, within metres: Int, but home: Int?) -> [(state: Int, metres: Int)] {
        let narrowing = max(0.05, cos(here.degreesNorth * .pi / 180))
        let high = Int32(Double(metres) / 1.105) + 100
        let wide = Int32(Double(high) / narrowing)
        var least: [Int: Double] = [:]
        for ring in rings where ring.state != home {
            guard here.latitude >= ring.south - high, here.latitude <= ring.north + high,
                here.longitude >= ring.west - wide, here.longitude <= ring.east + wide
            else { continue }
            for place in ring.first + 1..<ring.first + ring.count {
                let (a, b) = (norths[place - 1], norths[place])
                guard max(a, b) >= here.latitude - high, min(a, b) <= here.latitude + high else { continue }
                let (c, d) = (easts[place - 1], easts[place])
                guard max(c, d) >= here.longitude - wide, min(c, d) <= here.longitude + wide else { continue }
                let distance = Borders.distance(
                    (Double(a - here.latitude), Double(c - here.longitude) * narrowing),
                    (Double(b - here.latitude), Double(d - here.longitude) * narrowing))
                least[ring.state] = min(least[ring.state] ?? .infinity, distance)
            }
        }
        // A step of latitude is 1.11195 m on the mean sphere.
        return least.map { (state: $0.key, metres: Int(($0.value * 1.11195).rounded())) }
            .filter { $0.metres <= metres }.sorted { ($0.metres, $0.state) < ($1.metres, $1.state) }
    }

    /// From the origin to the nearest point between two points, on a plane.
    private static func distance(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
        let (up, right) = (b.0 - a.0, b.1 - a.1)
        let length = up * up + right * right
        let part = length == 0 ? 0 : min(1, max(0, -(a.0 * up + a.1 * right) / length))
        return hypot(a.0 + part * up, a.1 + part * right)
    }
}
