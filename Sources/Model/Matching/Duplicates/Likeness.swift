/// How likely it is that two accounts speak of one seizure, and why; a person decides.
package struct Likeness: Equatable, Sendable {
    package enum Reason: Hashable, Sendable {
        case sameDay
        case daysApart(Int)
        case sameSubstance(String)
        /// Two substances of one family.
        case likeSubstance(String, String)
        case otherSubstance(String, String)
        case sameAmount(String)
        /// The same amount in another unit or notation.
        case sameAmountAs(String, String)
        case nearAmount(String, String)
        case otherAmount(String, String)
        /// What the one says item by item comes to what the other says as a whole.
        case sameTotal(String)
        case samePlace(String)
        /// In another script or transliteration, or with some letters of difference.
        case placeAlike(String, String, NameLikeness)
        /// The one names a village, the other one only the district.
        case placeWithin(String, String)
        case otherPlace(String, String)
        case sameIdentifier(IdentifierKind, String)
        case identifierAlike(IdentifierKind, String, String, NameLikeness)
        case otherState(String, String)

        /// Whether it speaks for one seizure.
        package var speaksFor: Bool {
            switch self {
            case .otherSubstance, .otherAmount, .otherPlace, .otherState: false
            case .daysApart(let days): days <= 3
            default: true
            }
        }
    }

    /// 0 for nothing in common to 1000 for the same in everything.
    package let score: Int
    /// What speaks for it and then what speaks against it, the most telling first.
    package let reasons: [Reason]

    /// From here on it is proposed as one seizure.
    package static let proposedFrom = 600

    package var isProposed: Bool { score >= Likeness.proposedFrom }
}

extension Likeness {
    /// Compares two accounts. The same whichever of them comes first, but for the order of the two within a reason.
    package init(_ a: SeizureAccount, _ b: SeizureAccount) {
        // One order for each pair, by what they say: names depend on which came first.
        guard b.order < a.order else {
            self.init(inOrder: a, b)
            return
        }
        let likeness = Likeness(inOrder: b, a)
        self.init(score: likeness.score, reasons: likeness.reasons.map(\.mirrored))
    }

    private init(inOrder a: SeizureAccount, _ b: SeizureAccount) {
        var evidence = Evidence()
        evidence.addIdentifiers(a.identifiers, b.identifiers)
        let hasIdentifier = evidence.points > 0
        evidence.addState(a, b)
        evidence.addDay(a.at.day, b.at.day, isBridged: hasIdentifier)
        evidence.addLoad(a.items, b.items)
        evidence.addPlace(a, b)
        guard a.isSeizure, b.isSeizure, !evidence.isExcluded else {
            self.init(score: 0, reasons: evidence.reasons)
            return
        }
        self.init(score: max(0, min(1000, evidence.points)), reasons: evidence.reasons)
    }
}

extension SeizureAccount {
    /// What orders two accounts without looking at their names.
    fileprivate var order: String {
        var parts = items.map { "\($0.name) \($0.quantity?.amount ?? "") \($0.quantity?.unit ?? "")" }
        parts += [place ?? "", state ?? "", "\(at.milliseconds)"]
        parts += identifiers.map(\.typed)
        return parts.joined(separator: "|")
    }
}

extension NameLikeness {
    fileprivate var mirrored: NameLikeness {
        NameLikeness(score: score, reasons: reasons, left: right, right: left)
    }
}

extension Likeness.Reason {
    /// The same with the other account first.
    fileprivate var mirrored: Likeness.Reason {
        switch self {
        case .likeSubstance(let a, let b): .likeSubstance(b, a)
        case .otherSubstance(let a, let b): .otherSubstance(b, a)
        case .sameAmountAs(let a, let b): .sameAmountAs(b, a)
        case .nearAmount(let a, let b): .nearAmount(b, a)
        case .otherAmount(let a, let b): .otherAmount(b, a)
        case .placeAlike(let a, let b, let likeness): .placeAlike(b, a, likeness.mirrored)
        case .placeWithin(let a, let b): .placeWithin(b, a)
        case .otherPlace(let a, let b): .otherPlace(b, a)
        case .identifierAlike(let kind, let a, let b, let likeness): .identifierAlike(kind, b, a, likeness.mirrored)
        case .otherState(let a, let b): .otherState(b, a)
        case .sameDay, .daysApart, .sameSubstance, .sameAmount, .sameTotal, .samePlace, .sameIdentifier: self
        }
    }
}

/// Reasons with what each counts for.
struct Evidence {
    private var weighed: [(reason: Likeness.Reason, points: Int)] = []
    private(set) var points = 0
    /// Something rules out that it is one seizure.
    private(set) var isExcluded = false

    var reasons: [Likeness.Reason] {
        let order = weighed.enumerated().sorted {
            ($0.element.points > 0 ? 0 : 1, -abs($0.element.points), $0.offset)
                < ($1.element.points > 0 ? 0 : 1, -abs($1.element.points), $1.offset)
        }
        return order.map(\.element.reason)
    }

    mutating func add(_ reason: Likeness.Reason, _ points: Int) {
        weighed.append((reason, points))
        self.points += points
    }

    mutating func add(_ points: Int) { self.points += points }

    /// What nobody said is no contradiction; what only the name of the place says is a weaker one, since places have namesakes.
    mutating func addState(_ a: SeizureAccount, _ b: SeizureAccount) {
        let (states, others) = (a.states, b.states)
        guard let mine = states.first, let other = others.first else { return }
        if Set(states).isDisjoint(with: others) {
            add(.otherState(mine, other), a.state != nil && b.state != nil ? -500 : -200)
        } else if states.count == 1, others.count == 1 {
            points += 60
        }
    }

    mutating func addDay(_ a: Int, _ b: Int, isBridged: Bool) {
        switch abs(a - b) {
        case 0: add(.sameDay, 200)
        case 1: add(.daysApart(1), 150)
        case 2: add(.daysApart(2), 90)
        case 3: add(.daysApart(3), 40)
        case let days:
            add(.daysApart(days), -200)
            if !isBridged || days > 30 { isExcluded = true }
        }
    }

    mutating func addIdentifiers(_ a: [Identifier], _ b: [Identifier]) {
        var shared = 0
        for mine in a where mine.kind != .cas && !mine.key.isEmpty {
            if b.contains(where: { $0.kind == mine.kind && $0.key == mine.key }) {
                add(.sameIdentifier(mine.kind, mine.typed), shared == 0 ? 400 : 100)
                shared += 1
            }
        }
        guard shared == 0 else { return }
        var best: (Identifier, Identifier, NameLikeness)?
        for mine in a where mine.kind != .cas {
            for other in b where other.kind == mine.kind {
                let likeness = NameLikeness(mine.typed, other.typed)
                if likeness.score >= NameLikeness.likelyFrom, likeness.score > best?.2.score ?? 0 {
                    best = (mine, other, likeness)
                }
            }
        }
        if let (mine, other, likeness) = best {
            add(.identifierAlike(mine.kind, mine.typed, other.typed, likeness), likeness.isSame ? 200 : 100)
        }
    }
}
