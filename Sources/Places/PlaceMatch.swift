/// A place that a text names, and how the text names it.
package struct PlaceMatch: Hashable, Sendable {
    /// Strongest first.
    package enum Evidence: Int, CaseIterable, Comparable, Hashable, Sendable {
        /// UN/LOCODE, IATA or ICAO, in capital letters.
        case code
        /// Letter for letter, in either script.
        case name
        /// A former name, another spelling, the name of the other side.
        case alias
        /// The same without case, accents and blanks.
        case folded

        package static func < (a: Evidence, b: Evidence) -> Bool { a.rawValue < b.rawValue }
    }

    package let place: Place
    package let evidence: Evidence
    /// The name that fitted, as the tables have it.
    package let form: String
}

/// A way to go on with what was typed.
package struct PlaceCompletion: Hashable, Sendable {
    /// The name in the script that was typed.
    package let text: String
    package let place: Place
}

/// A place and how far it is away.
package struct PlaceNearby: Hashable, Sendable {
    package let place: Place
    /// Along the great circle.
    package let metres: Int
}
