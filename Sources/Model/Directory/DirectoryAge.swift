/// How long ago somebody made sure of an entry, and what that is worth.
package enum DirectoryAge: Equatable, Sendable {
    case fresh(Span)
    /// Amber: it should be asked about again.
    case ageing(Span)
    /// Red: an old number is worse than none.
    case old(Span)
    /// Nobody has ever made sure of it, or not since it was changed.
    case never

    /// From these ages on an entry is ageing, and old.
    package struct Limits: Equatable, Sendable {
        package let ageing: Span
        package let old: Span
    }

    package init(since verified: Instant?, at now: Instant, _ limits: Limits) {
        guard let verified else {
            self = .never
            return
        }
        // A clock that was set back makes nothing younger than new.
        let age = max(now - verified, .zero)
        self = age >= limits.old ? .old(age) : age >= limits.ageing ? .ageing(age) : .fresh(age)
    }

    /// The worse, the higher.
    package var severity: Int {
        switch self {
        case .fresh: 0
        case .ageing: 1
        case .old: 2
        case .never: 3
        }
    }
}

extension DirectorySort {
    /// A number is tried once a month: desks move and people are posted elsewhere. A law, a State or a crossing is looked
    /// at twice a year, and within a year every parliament has met.
    package var limits: DirectoryAge.Limits {
        DirectorySort.reachable.contains(self)
            ? DirectoryAge.Limits(ageing: .days(30), old: .days(90))
            : DirectoryAge.Limits(ageing: .days(180), old: .days(365))
    }
}

extension DirectoryRecord.Report {
    /// That a crossing is open is worth a day; after a week nobody should plan with it.
    package static let limits = DirectoryAge.Limits(ageing: .days(1), old: .days(7))

    package func age(at now: Instant) -> DirectoryAge { DirectoryAge(since: learnt, at: now, Self.limits) }
}
