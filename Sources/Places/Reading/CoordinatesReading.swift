/// Coordinates as people type them, somewhere in a text.
///
/// Taken are decimal degrees and degrees with minutes and seconds, with the hemisphere before or behind in Latin or
/// Russian letters (`39.98N 49.44E`, `N39°58'35" E49°26'26"`, `39°58′ с.ш. 49°26′ в.д.`), and a bare pair of decimals,
/// latitude first (`39.98, 49.44`).
struct CoordinatesReading {
    let position: Coordinates
    /// What was not part of it.
    let rest: String

    private enum Token: Equatable {
        case number(Double, hasFraction: Bool)
        case degree, minute, second
        /// North is +1 of a latitude, east +1 of a longitude.
        case hemisphere(isLatitude: Bool, sign: Double)
        case comma
    }

    private struct Spot {
        let token: Token
        let range: Range<Int>
    }

    private struct Angle {
        var degrees: Double
        var hemisphere: (isLatitude: Bool, sign: Double)?
        var parts: Int
        var hasFraction: Bool
        var range: Range<Int>
    }

    init?(_ text: String) {
        let characters = Array(text)
        let spots = CoordinatesReading.spots(characters)
        for start in spots.indices {
            guard let (first, next) = CoordinatesReading.angle(spots, from: start) else { continue }
            var following = next
            if following < spots.count, spots[following].token == .comma { following += 1 }
            guard let (second, end) = CoordinatesReading.angle(spots, from: following),
                let position = CoordinatesReading.position(first, second),
                CoordinatesReading.isClose(first.range, second.range, characters)
            else { continue }
            self.position = position
            let last = spots[end - 1].range.upperBound
            let around = String(characters[..<first.range.lowerBound]) + " " + String(characters[last...])
            rest = around.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return
        }
        return nil
    }

    /// Only blanks, commas, slashes and semicolons stand between the two.
    private static func isClose(_ a: Range<Int>, _ b: Range<Int>, _ characters: [Character]) -> Bool {
        a.upperBound <= b.lowerBound
            && characters[a.upperBound..<b.lowerBound].allSatisfy { $0.isWhitespace || ",;/".contains($0) }
    }

    private static func position(_ a: Angle, _ b: Angle) -> Coordinates? {
        if let first = a.hemisphere, let second = b.hemisphere {
            guard first.isLatitude != second.isLatitude else { return nil }
            let (north, east) = first.isLatitude ? (a, b) : (b, a)
            return Coordinates(
                degreesNorth: north.degrees * (north.hemisphere?.sign ?? 1),
                east: east.degrees * (east.hemisphere?.sign ?? 1))
        }
        guard a.hemisphere == nil, b.hemisphere == nil, a.parts == b.parts,
            a.parts > 1 || a.hasFraction && b.hasFraction
        else { return nil }
        return Coordinates(degreesNorth: a.degrees, east: b.degrees)
    }

    /// One angle that begins at a place: its value, and where the next one may begin.
    private static func angle(_ spots: [Spot], from start: Int) -> (Angle, next: Int)? {
        var place = start
        guard place < spots.count else { return nil }
        var hemisphere: (Bool, Double)?
        let first = spots[place].range.lowerBound
        if case .hemisphere(let isLatitude, let sign) = spots[place].token {
            hemisphere = (isLatitude, sign)
            place += 1
        }
        guard place < spots.count, case .number(let degrees, let hasFraction) = spots[place].token else { return nil }
        var angle = Angle(degrees: degrees, hemisphere: nil, parts: 1, hasFraction: hasFraction, range: first..<first)
        var end = spots[place].range.upperBound
        place += 1
        if place < spots.count, spots[place].token == .degree {
            end = spots[place].range.upperBound
            place += 1
            for (unit, part) in [(Token.minute, 60.0), (.second, 3_600)] {
                guard place + 1 < spots.count, case .number(let value, _) = spots[place].token, value < 60,
                    spots[place + 1].token == unit
                else { break }
                angle.degrees += (angle.degrees < 0 ? -1 : 1) * value / part
                angle.parts += 1
                end = spots[place + 1].range.upperBound
                place += 2
            }
        }
        if hemisphere == nil, place < spots.count, case .hemisphere(let isLatitude, let sign) = spots[place].token {
            hemisphere = (isLatitude, sign)
            end = spots[place].range.upperBound
            place += 1
        }
        guard hemisphere == nil || angle.degrees >= 0 else { return nil }
        angle.hemisphere = hemisphere.map { (isLatitude: $0.0, sign: $0.1) }
        angle.range = first..<end
        return (angle, place)
    }

    // MARK: Signs

    private static let hemispheres: [String: (Bool, Double)] = [
        "n": (true, 1), "s": (true, -1), "e": (false, 1), "w": (false, -1), "с": (true, 1), "ю": (true, -1),
        "в": (false, 1), "з": (false, -1), "сш": (true, 1), "юш": (true, -1), "вд": (false, 1), "зд": (false, -1),
    ]

    private static func spots(_ characters: [Character]) -> [Spot] {
        var spots: [Spot] = []
        var place = 0
        while place < characters.count {
            let start = place
            let character = characters[place]
            place += 1
            if character.isASCII, character.isNumber || character == "-" {
                while place < characters.count, characters[place].isASCII, isInNumber(characters, place) { place += 1 }
                let digits = String(characters[start..<place]).replacing(",", with: ".")
                guard let value = Double(digits) else { continue }
                spots.append(Spot(token: .number(value, hasFraction: digits.contains(".")), range: start..<place))
            } else if character.isLetter {
                while place < characters.count, characters[place].isLetter || characters[place] == "." { place += 1 }
                let word = characters[start..<place].filter { $0 != "." }.map { $0.lowercased() }.joined()
                guard let (isLatitude, sign) = hemispheres[word] else { continue }
                spots.append(Spot(token: .hemisphere(isLatitude: isLatitude, sign: sign), range: start..<place))
            } else if let token = sign(character) {
                if token == .minute, place < characters.count, sign(characters[place]) == .minute {
                    place += 1
                    spots.append(Spot(token: .second, range: start..<place))
                } else {
                    spots.append(Spot(token: token, range: start..<place))
                }
            }
        }
        return spots
    }

    /// Digits, and a point or a comma between two of them.
    private static func isInNumber(_ characters: [Character], _ place: Int) -> Bool {
        if characters[place].isNumber { return true }
        guard characters[place] == "." || characters[place] == ",", place + 1 < characters.count else { return false }
        return characters[place - 1].isNumber && characters[place + 1].isASCII && characters[place + 1].isNumber
    }

    private static func sign(_ character: Character) -> Token? {
        switch character {
        case "°", "º", "˚": .degree
        case "'", "’", "′", "ʹ": .minute
        case "\"", "”", "″", "“": .second
        case ",", ";": .comma
        default: nil
        }
    }
}

extension Coordinates {
    /// The first position in a text, in any of the ways that people write one; nil where there is none.
    package init?(reading text: String) {
        guard let reading = CoordinatesReading(text) else { return nil }
        self = reading.position
    }
}
