/// How a subject's information is to be handled now, and how it was before.
package struct Handling: Equatable, Sendable {
    package let current: HandlingSet
    package let setBy: String
    package let setAt: Instant
    /// The first grading, which a later one does not hide.
    package let original: HandlingSet

    init(_ set: HandlingSet, _ entry: Entry, after earlier: Handling?) {
        current = set
        setBy = entry.actor
        setAt = entry.learnt
        original = earlier?.original ?? set
    }

    /// Whether consulting it is written down.
    package var isProtected: Bool { current.code >= .h2 }

    /// Why a code may not follow the present one.
    static func refusal(of set: HandlingSet, after earlier: Handling?) -> Refusal? {
        if set.originator.trimmingBlanks.isEmpty { return .originatorMissing }
        if set.code == .h3, set.readers.isEmpty, set.conditions?.trimmingBlanks.isEmpty ?? true {
            return .restrictionMissing
        }
        guard let earlier, set.code < earlier.current.code else { return nil }
        guard set.permission?.trimmingBlanks.isEmpty ?? true else { return nil }
        return .originatorsPermissionMissing(earlier.current.originator)
    }
}

/// What somebody does with information that bears a handling code.
package enum HandlingAction: String, CaseIterable, Sendable {
    /// Reading its words in a list; whoever may not, sees that there is something, its priority and its times.
    case list
    /// Opening it and reading everything.
    case open
    case copy
    /// Giving it to somebody outside.
    case export
}

/// Whether somebody may, and what it takes.
package enum Leave: String, CaseIterable, Sendable {
    case yes
    /// It is written down by itself.
    case logged
    /// It is written down with a reason, which is asked for.
    case withReason = "with_reason"
    case no
}

/// Who asks: in which role, and whether they have the watch now.
package struct Reader: Equatable, Sendable {
    package var officer: String
    package var role: OfficerRole
    package var hasTheWatch: Bool

    package init(officer: String, role: OfficerRole, hasTheWatch: Bool) {
        self.officer = officer
        self.role = role
        self.hasTheWatch = hasTheWatch
    }
}

extension Reader {
    /// Whether this reader may do that with information of this code.
    ///
    /// The need to know, not a wall: whoever can open the file of the log can read it.
    ///
    /// - Parameter isNamed: whether the record names them as a reader.
    package func leave(for action: HandlingAction, _ code: HandlingCode, isNamed: Bool) -> Leave {
        switch code {
        case .h0: action == .export && !isStaff ? .no : .yes
        case .h1:
            switch action {
            case .list, .open: .yes
            case .copy: isStaff ? .yes : .no
            case .export: isStaff ? .withReason : .no
            }
        case .h2: isStaff || isNamed ? consulting(action) : .no
        case .h3: role == .supervisor || hasTheWatch || isNamed ? consulting(action) : .no
        }
    }

    package func leave(for action: HandlingAction, _ handling: Handling?) -> Leave {
        guard let handling else { return leave(for: action, .h0, isNamed: false) }
        return leave(for: action, handling.current.code, isNamed: handling.current.readers.contains(officer))
    }

    private var isStaff: Bool { role == .dutyOfficer || role == .supervisor }

    private func consulting(_ action: HandlingAction) -> Leave {
        switch action {
        case .list: .yes
        case .open, .copy: hasTheWatch ? .logged : .withReason
        // Only the originator gives it on, and that permission changes the code first.
        case .export: .no
        }
    }
}
