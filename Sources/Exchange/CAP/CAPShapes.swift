/// Reads the polygons and circles of CAP as shapes; figures stay as they were written.
enum CAPShapes {
    /// Four pairs or more, the last like the first; nil for anything else.
    static func polygon(_ text: String) -> IncomingMessage.Shape? {
        let points = words(text)
        guard points.count >= 4, points.first == points.last, points.allSatisfy(isPoint) else { return nil }
        return .init(kind: .polygon, points: points)
    }

    /// A pair and a radius in kilometres; radius 0 is a point.
    static func circle(_ text: String) -> IncomingMessage.Shape? {
        let parts = words(text)
        guard parts.count == 2, isPoint(parts[0]), let radius = number(parts[1]), radius >= 0 else { return nil }
        if radius == 0 { return .init(kind: .point, points: [parts[0]]) }
        return .init(kind: .circle, points: [parts[0]], radius: parts[1])
    }

    /// `lat,lon` in decimal degrees.
    static func isPoint(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let latitude = number(String(parts[0])), let longitude = number(String(parts[1]))
        else { return false }
        return (-90...90).contains(latitude) && (-180...180).contains(longitude)
    }

    private static func words(_ text: String) -> [String] {
        text.utf8.split(whereSeparator: XMLScanner.isBlank).map { String(Substring($0)) }
    }

    /// Plain decimals only: no exponent, no words.
    private static func number(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }
        return isPlain && text.utf8.count <= 32 ? Double(text) : nil
    }
}
