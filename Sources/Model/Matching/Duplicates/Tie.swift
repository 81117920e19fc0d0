/// What two subjects have in common beyond being, perhaps, the same.
package enum Tie: Hashable, Sendable {
    /// One speaks of a message of the other.
    case message
    /// Both were made of one row of a table.
    case row
    /// The first event of one names the other: a running delivery that an alert is about.
    case named
    case identifier(IdentifierKind, String)
    /// Some letters differ, or are of another script.
    case identifierAlike(IdentifierKind, String, String, NameLikeness)
    case logo(String)
    case tracker(String)
    /// Both are of one operation, whatever they call it.
    case operation(String)
    /// The same way within a time.
    case route(from: String, to: String, days: Int)
    /// One way of hiding, as the first of the two sources names it.
    case method(Concealment, String)
    /// The same substance at the same place.
    case substanceAtPlace(String, String)

    /// For the order of a list.
    package var strength: Int {
        switch self {
        case .message: 900
        case .row: 850
        case .named: 800
        case .identifier: 700
        case .identifierAlike(_, _, _, let likeness): likeness.score / 2
        case .tracker: 600
        case .operation: 400
        case .logo: 300
        case .route(_, _, let days): days <= 7 ? 250 : 150
        case .method: 120
        case .substanceAtPlace: 100
        }
    }

    /// Within how many days a route, a way of hiding or a place still ties.
    package static let window = 90

    /// What `account` shares with `other`, the strongest first.
    package static func between(_ account: SeizureAccount, _ other: SeizureAccount) -> [Tie] {
        var ties: [Tie] = []
        if !Set(account.messages.map(\.value)).isDisjoint(with: other.messages.map(\.value)) { ties.append(.message) }
        if account.row != nil, account.row == other.row { ties.append(.row) }
        if account.near == other.name || other.near == account.name { ties.append(.named) }
        ties += identifiers(account.identifiers, other.identifiers)
        let logos = Set(other.logos.compactMap { Mark.logo($0) })
        ties += account.logos.filter { Mark.logo($0).map { logos.contains($0) } ?? false }.map { .logo($0) }
        let trackers = Set(other.trackers.compactMap { Mark.tracker($0) })
        ties += account.trackers.filter { Mark.tracker($0).map { trackers.contains($0) } ?? false }.map { .tracker($0) }
        let days = abs(account.at.day - other.at.day)
        guard days <= window else { return ties }
        if let operation = account.operation, operation == other.operation { ties.append(.operation(operation)) }
        if let from = account.departure, let to = account.destination,
            let route = Mark.route(from: from, to: to),
            route == Mark.route(from: other.departure, to: other.destination)
        {
            ties.append(.route(from: from, to: to, days: days))
        }
        ties += account.methods.filter { !$0.isCommon && other.methods.contains($0) }.map {
            .method($0, account.hiding ?? $0.rawValue)
        }
        let (states, others) = (account.states, other.states)
        if let place = account.place, states.isEmpty || others.isEmpty || !Set(states).isDisjoint(with: others),
            let tie = substance(account, other, at: place)
        {
            ties.append(tie)
        }
        return ties.sorted { $0.strength > $1.strength }
    }

    private static func substance(_ account: SeizureAccount, _ other: SeizureAccount, at place: String) -> Tie? {
        guard let there = other.place, !PlaceWords(place).keys.isEmpty,
            PlaceWords(place).whole == PlaceWords(there).whole
                || NameLikeness(place, there).knowing(account.known, other.known).isSame
        else { return nil }
        let substances = Set(other.items.map(\.substance.key))
        let item = account.items.first { !$0.substance.key.isEmpty && substances.contains($0.substance.key) }
        return item.map { .substanceAtPlace($0.name, place) }
    }

    private static func identifiers(_ mine: [Identifier], _ others: [Identifier]) -> [Tie] {
        var ties: [Tie] = []
        for identifier in mine where identifier.kind != .cas && !identifier.key.isEmpty {
            let same = others.filter { $0.kind == identifier.kind }
            if let exact = same.first(where: { $0.key == identifier.key }) {
                let likeness = NameLikeness(identifier.typed, exact.typed)
                ties.append(
                    likeness.score == 1000
                        ? .identifier(identifier.kind, identifier.typed)
                        : .identifierAlike(identifier.kind, identifier.typed, exact.typed, likeness))
                continue
            }
            let best = same.map { ($0, NameLikeness(identifier.typed, $0.typed)) }.max { $0.1.score < $1.1.score }
            if let best, best.1.score >= NameLikeness.likelyFrom {
                ties.append(.identifierAlike(identifier.kind, identifier.typed, best.0.typed, best.1))
            }
        }
        return ties
    }
}
