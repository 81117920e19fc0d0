import Places

/// The narrowest box around positions. Where they lie on both sides of the 180th meridian, `west` is greater than `east`
/// (RFC 7946, section 5.2).
struct BoundingBox {
    let west: GeoJSONNumber
    let south: GeoJSONNumber
    let east: GeoJSONNumber
    let north: GeoJSONNumber

    private static let turn: Int32 = 36_000_000

    /// Nil where there are no positions.
    init?(_ positions: [Coordinates]) {
        let longitudes = Set(positions.map(\.longitude)).sorted()
        guard let first = longitudes.first, let last = longitudes.last, let south = positions.map(\.latitude).min(),
            let north = positions.map(\.latitude).max()
        else { return nil }
        // The widest gap between neighbours is what the box leaves out.
        var widest = Self.turn - (last - first)
        var (west, east) = (first, last)
        for (here, next) in zip(longitudes, longitudes.dropFirst()) where next - here > widest {
            widest = next - here
            (west, east) = (next, here)
        }
        (self.west, self.east) = (GeoJSONNumber(west), GeoJSONNumber(east))
        (self.south, self.north) = (GeoJSONNumber(south), GeoJSONNumber(north))
    }
}

/// The 180th meridian, across which no line may go (RFC 7946, section 3.1.9).
enum Meridian {
    private static let half: Int32 = 18_000_000

    /// The pieces of a line; where it crosses the meridian, both pieces end on it.
    static func cut(_ line: [Coordinates]) -> [[Coordinates]] {
        var pieces: [[Coordinates]] = []
        var piece: [Coordinates] = []
        for position in line {
            if let last = piece.last, abs(Int(last.longitude) - Int(position.longitude)) > Int(half) {
                let side = last.longitude > 0 ? half : -half
                let latitude = crossing(last, position)
                if let end = Coordinates(latitude: latitude, longitude: side),
                    let start = Coordinates(latitude: latitude, longitude: -side)
                {
                    if end != last { piece.append(end) }
                    pieces.append(piece)
                    piece = start == position ? [] : [start]
                }
            }
            piece.append(position)
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    /// The latitude at which the shorter way between two positions crosses the meridian.
    private static func crossing(_ a: Coordinates, _ b: Coordinates) -> Int32 {
        let (before, after) = (Int64(half) - Int64(abs(a.longitude)), Int64(half) - Int64(abs(b.longitude)))
        let whole = before + after
        guard whole > 0 else { return a.latitude }
        return a.latitude + Int32((Int64(b.latitude) - Int64(a.latitude)) * before / whole)
    }
}
