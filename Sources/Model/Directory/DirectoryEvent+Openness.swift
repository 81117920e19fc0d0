extension DirectoryEntrySet {
    /// Visitors see of which State and sort an entry is; the fields are hidden but for closed lists.
    package static let openness: [String: Openness] = {
        var table: [String: Openness] = [
            "sort": .code(DirectorySort.self), "state": .state, "other_state": .state, "post": .named(.place),
        ]
        for field in DirectoryField.allCases {
            if case .code(let codes) = field.format { table[field.rawValue] = .code(Set(codes)) }
            if field.format == .minutes { table[field.rawValue] = .number }
        }
        table[DirectoryField.name.rawValue] = .named(.source)
        return table
    }()
}

extension DirectoryEntryVerified {
    package static let openness: [String: Openness] = ["by": .named(.person)]
}

extension DirectoryStandingReported {
    package static let openness: [String: Openness] = [
        "standing": .code(DirectoryStanding.self), "party": .state,
    ]
}
