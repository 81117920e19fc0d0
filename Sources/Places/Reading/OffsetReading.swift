/// “5 km south of Panj”, “в 5 км к югу от Пянджа”: how far, where to, and from what.
struct OffsetReading {
    let metres: Int
    /// Degrees clockwise from north.
    let bearing: Double
    let base: String

    /// In metres; farther is no description of a place.
    private static let farthest = 200_000.0

    init?(_ text: String) {
        let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard let (count, unitPlace) = OffsetReading.distance(words) else { return nil }
        for place in unitPlace + 1..<min(words.count, unitPlace + 4) {
            guard let bearing = OffsetReading.bearing(words[place]) else { continue }
            var rest = words[(place + 1)...]
            while let first = rest.first, ["of", "from", "от", "the"].contains(first.lowercased()) {
                rest = rest.dropFirst()
            }
            guard !rest.isEmpty, count > 0, count <= OffsetReading.farthest else { return nil }
            metres = Int(count.rounded())
            self.bearing = bearing
            base = rest.joined(separator: " ")
            return
        }
        return nil
    }

    /// A figure with its unit, together or apart, in metres, and the place of the unit among the words.
    private static func distance(_ words: [String]) -> (Double, Int)? {
        for (place, word) in words.enumerated().prefix(4) {
            let digits = word.prefix { $0.isNumber || $0 == "." }
            guard !digits.isEmpty, let value = Double(digits) else { continue }
            let tail = String(word.dropFirst(digits.count))
            if let unit = units[tail.lowercased()] { return (value * unit, place) }
            if tail.isEmpty, place + 1 < words.count, let unit = units[words[place + 1].lowercased()] {
                return (value * unit, place + 1)
            }
        }
        return nil
    }

    private static let units: [String: Double] = [
        "km": 1_000, "kms": 1_000, "kilometres": 1_000, "kilometers": 1_000, "км": 1_000, "км.": 1_000,
        "километров": 1_000, "километра": 1_000, "километрах": 1_000, "m": 1, "metres": 1, "meters": 1, "м": 1,
        "метров": 1, "метрах": 1, "miles": 1_609.344, "mi": 1_609.344, "миль": 1_609.344,
    ]

    private static func bearing(_ word: String) -> Double? {
        let plain = word.lowercased().filter(\.isLetter)
        return bearings.first { $0.words.contains { plain == $0 } }?.degrees
    }

    private static let bearings: [(degrees: Double, words: [String])] = [
        (0, ["north", "n", "northwards", "северу", "севернее", "север"]),
        (45, ["northeast", "ne", "северовостоку", "северовосточнее", "северовосток"]),
        (90, ["east", "e", "востоку", "восточнее", "восток"]),
        (135, ["southeast", "se", "юговостоку", "юговосточнее", "юговосток"]),
        (180, ["south", "s", "югу", "южнее", "юг"]),
        (225, ["southwest", "sw", "югозападу", "югозападнее", "югозапад"]),
        (270, ["west", "w", "западу", "западнее", "запад"]),
        (315, ["northwest", "nw", "северозападу", "северозападнее", "северозапад"]),
    ]
}
