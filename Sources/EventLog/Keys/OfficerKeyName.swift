/// The name of an officer's key: `CENTRE/live/a.orazov`, in exercises `CENTRE/exercise/a.orazov`.
package struct OfficerKeyName: Hashable, Sendable, CustomStringConvertible {
    package let centre: String
    package let isExercise: Bool
    package let officer: String

    /// Nil where the centre is no name of a log's centre, or the officer no officer's id.
    package init?(centre: String, isExercise: Bool, officer: String) {
        guard LogIdentity.isValid(centre), OfficerKeyName.isOfficer(officer) else { return nil }
        self.centre = centre
        self.isExercise = isExercise
        self.officer = officer
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[1] == "live" || parts[1] == "exercise" else { return nil }
        self.init(centre: parts[0], isExercise: parts[1] == "exercise", officer: parts[2])
    }

    package var text: String { "\(centre)/\(isExercise ? "exercise" : "live")/\(officer)" }
    package var description: String { text }

    /// An officer's id: a small letter, then 1 to 31 small letters, digits, dots and hyphens.
    package static func isOfficer(_ id: String) -> Bool {
        guard (2...32).contains(id.utf8.count), let first = id.utf8.first, (0x61...0x7A).contains(first) else {
            return false
        }
        return id.utf8.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E: true
            default: false
            }
        }
    }
}
