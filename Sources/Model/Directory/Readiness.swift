/// What the entry of a State lacks.
package enum ReadinessFinding: Hashable, Sendable {
    case noAgency
    case noContact
    /// No contact point with a number that answers at any hour.
    case noRoundTheClock
    case noLiaison
    case noFinancialUnit
    case noAgreement
    case numberMissing(DirectoryKey)
    case filedNumberMissing(DirectoryKey)
    case languagesMissing(DirectoryKey)
    case noticeUnknown
    /// A column of the register of law and practice that nobody has filled.
    case columnEmpty(DirectorySort, DirectoryField)
    case neverVerified(DirectoryKey)
    case old(DirectoryKey, Span)
    case ageing(DirectoryKey, Span)

    /// Whether it keeps the Centre from working with the State tonight, rather than being due.
    package var isSevere: Bool {
        switch self {
        case .noContact, .noRoundTheClock, .numberMissing, .noticeUnknown, .old, .neverVerified: true
        default: false
        }
    }
}

extension Directory {
    /// What the directory lacks about a State at `now`, the worst first; empty when it is ready.
    package func readiness(of state: String, at now: Instant) -> [ReadinessFinding] {
        Directory.readiness(of: items.filter { $0.key.state == state }, at: now)
    }

    /// The same of the entries of one State, for a list of many.
    package static func readiness(of all: [DirectoryItem], at now: Instant) -> [ReadinessFinding] {
        let items = all.filter { $0.key.sort != .crossing }
        func of(_ sort: DirectorySort) -> [DirectoryItem] { items.filter { $0.key.sort == sort } }
        var findings: [ReadinessFinding] = []
        if of(.contact).isEmpty {
            findings.append(.noContact)
        } else if !of(.contact).contains(where: { $0.entry.isRoundTheClock && $0.entry[.number] != nil }) {
            findings.append(.noRoundTheClock)
        }
        if of(.limit).allSatisfy({ $0.entry.noticeMinutes == nil }) { findings.append(.noticeUnknown) }
        if of(.agency).isEmpty { findings.append(.noAgency) }
        if of(.liaison).isEmpty { findings.append(.noLiaison) }
        if of(.financialUnit).isEmpty { findings.append(.noFinancialUnit) }
        if of(.agreement).isEmpty { findings.append(.noAgreement) }
        for item in items where item.key.sort.hasNumber {
            if item.entry[.number] == nil { findings.append(.numberMissing(item.key)) }
            if item.entry[.filedNumber] == nil { findings.append(.filedNumberMissing(item.key)) }
            if item.entry[.languages] == nil { findings.append(.languagesMissing(item.key)) }
        }
        for sort in DirectorySort.law {
            let filled = of(sort)
            for field in sort.columns where field != .noticeMinutes {
                if filled.allSatisfy({ $0.entry[field] == nil }) { findings.append(.columnEmpty(sort, field)) }
            }
        }
        for item in items where !item.isEmptyLaw {
            switch item.age(at: now) {
            case .never: findings.append(.neverVerified(item.key))
            case .old(let age): findings.append(.old(item.key, age))
            case .ageing(let age): findings.append(.ageing(item.key, age))
            case .fresh: break
            }
        }
        return findings.filter(\.isSevere) + findings.filter { !$0.isSevere }
    }
}

extension DirectoryItem {
    /// An entry of the law that says nothing yet: that its columns are empty is told, not that nobody verified them.
    package var isEmptyLaw: Bool { key.sort.isLaw && entry.values.isEmpty }
}
