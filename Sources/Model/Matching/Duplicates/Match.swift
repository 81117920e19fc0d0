/// Another subject that looks like the same seizure, or has something in common with one.
package struct Match: Equatable, Sendable {
    /// How officers have said that the two belong together.
    package enum Standing: String, CaseIterable, Sendable {
        case none
        case linked
        /// One of them goes on for both.
        case joined
        /// They look alike and are not the same; it is not proposed again.
        case apart
    }

    package let name: SubjectName
    package let account: SeizureAccount
    /// Nil where the two could not be one seizure: a delivery, or an alert that reports none.
    package let likeness: Likeness?
    package let ties: [Tie]
    package let standing: Standing
    package let handling: Handling?

    /// Whether a person ought to decide if it is the same seizure.
    package var isProposed: Bool { likeness?.isProposed ?? false && (standing == .none || standing == .linked) }

    /// For the order of a list: proposals before what is merely related.
    var rank: Int {
        (isProposed ? 10_000 : 0) + (isProposed ? likeness?.score ?? 0 : ties.map(\.strength).reduce(0, +))
    }

    /// Nil where the two have nothing in common.
    ///
    /// - Parameters:
    ///   - links: nil for a report that is not in the log yet.
    ///   - isOneReport: one of them was made of the other, so that nobody has to say that they are the same.
    package init?(
        _ account: SeizureAccount, links: Links?, _ other: SeizureAccount, links otherLinks: Links,
        _ handling: Handling?, isOneReport: Bool = false
    ) {
        guard account.name != other.name else { return nil }
        name = other.name
        self.account = other
        self.handling = handling
        standing = Match.standing(account.name, links ?? Links(), other.name, otherLinks)
        ties = Tie.between(account, other)
        // What came of one row is no question for a person.
        let areCompared = account.isSeizure && other.isSeizure && !isOneReport && !ties.contains(.row)
        let likeness = areCompared ? Likeness(account, other) : nil
        self.likeness = likeness?.isProposed ?? false ? likeness : nil
        if self.likeness == nil, ties.isEmpty, standing == .none || standing == .apart { return nil }
    }

    /// What both subjects say of each other, whichever of them it was written on; a join or a parting written later would
    /// stand on the same subject, so that there is no contradiction to settle but one: joined wins over told apart.
    static func standing(_ name: SubjectName, _ links: Links, _ other: SubjectName, _ otherLinks: Links) -> Standing {
        if links.joined?.name == other || otherLinks.joined?.name == name { return .joined }
        if links.apart.contains(other) || otherLinks.apart.contains(name) { return .apart }
        if links.linked.contains(where: { $0.name == other }) || otherLinks.linked.contains(where: { $0.name == name })
        {
            return .linked
        }
        return .none
    }

    /// The most telling first; the same whatever the order in which the records came.
    package static func ranked(_ matches: [Match], limit: Int = 50) -> [Match] {
        Array(matches.sorted { ($0.rank, $1.name) > ($1.rank, $0.name) }.prefix(limit))
    }
}
