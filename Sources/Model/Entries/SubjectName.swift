/// What an event is about, by the part of the work it belongs to.
package enum Area: String, CaseIterable, Sendable {
    case logKeeping = "LG"
    case seizures = "SR"
    case alerts = "AL"
    case deliveries = "CD"
    case shifts = "SH"
    case exercises = "EX"
    /// Subjects of a newer program: kept, shown raw, never changed by us.
    case unknown = "??"

    /// How many digits the running number is padded to.
    var digits: Int {
        switch self {
        case .logKeeping, .exercises, .shifts, .deliveries: 3
        case .alerts: 4
        case .seizures, .unknown: 6
        }
    }
}

/// The name of a subject, unique in its log, such as `CD-2026-014`; `XCD-2026-014` in an exercise.
package struct SubjectName: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Nil unless the text is `[X]LL-YYYY-N…` of at most 40 ASCII letters, digits and hyphens.
    package init?(_ text: String) {
        guard text.utf8.count <= 40, text.utf8.allSatisfy({ SubjectName.allowed.contains($0) }) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, (2...8).contains(parts[0].count), parts[1].count == 4, !parts[2].isEmpty,
            Int(parts[1]) != nil, Int(parts[2]) != nil
        else { return nil }
        self.text = text
    }

    package init(area: Area, year: Int, number: Int, isExercise: Bool) {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, area.digits - digits.utf8.count))
        text = "\(isExercise ? "X" : "")\(area.rawValue)-\(year)-\(padding)\(digits)"
    }

    package var description: String { text }

    package var area: Area {
        let prefix = text.prefix { $0 != "-" }
        return Area(rawValue: String(prefix.hasPrefix("X") && prefix.count == 3 ? prefix.dropFirst() : prefix))
            ?? .unknown
    }

    package var year: Int { Int(text.split(separator: "-")[1]) ?? 0 }
    package var number: Int { Int(text.split(separator: "-")[2]) ?? 0 }

    /// The part an officer says on the phone: the running number.
    package var short: String { String(text.split(separator: "-").last ?? "") }

    package static func < (a: SubjectName, b: SubjectName) -> Bool { a.text < b.text }

    private static let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".utf8)
}
