import Model

/// Judges the entries that say who may sign what, in their order, and lets only those count that might be written.
///
/// The store folds what it knows of officers by it, the verifier the whole log.
struct AuthorityFold: Sendable {
    /// A second signature that an entry owes, which the entry right behind it must ask for.
    struct Demand: Sendable {
        let index: Int64
        let asked: CountersignatureAsked
        let entry: Entry
    }

    private(set) var roll = Roll()
    private(set) var demand: Demand?
    let identity: LogIdentity
    private var waiting: [SubjectName: FourEyes] = [:]
    private var leaves: [Int64: Digest] = [:]
    /// Entries that nobody takes back alone.
    private var decided: Set<Int64> = []

    init(identity: LogIdentity) { self.identity = identity }

    mutating func found(_ entry: Entry) {
        roll.apply(entry)
        decided = [0]
    }

    /// Takes the next entry that concerns authority, and says why it might not be written; nil when it counts.
    mutating func take(_ entry: Entry, leaf: Digest, signer: Signer) -> Refusal? {
        guard entry.index > 0 else { return nil }
        leaves[entry.index] = leaf
        let owed = demand.flatMap { $0.entry.subject == entry.subject && $0.entry.actor == entry.actor ? $0 : nil }
        demand = nil
        let fourEyes = waiting[entry.subject] ?? FourEyes()
        let refusal =
            entry.event.keyRefusal(in: identity)
            ?? roll.refusal(
                AuthorityQuestion(
                    event: entry.event, subject: entry.subject, index: entry.index, actor: entry.actor,
                    role: entry.role, signer: signer, now: entry.learnt, fourEyes: fourEyes,
                    demand: owed.flatMap { $0.index + 1 == entry.index ? $0.asked : nil },
                    leaf: { [leaves] in leaves[$0] }))
            ?? self.refusal(ofWithdrawal: entry, fourEyes)
        if refusal == nil { fold(entry) }
        return refusal
    }

    /// Steps over an entry that cannot be read: whatever was owed before it may have been asked for there.
    mutating func passUnreadable() { demand = nil }

    /// A withdrawal of what two persons decided, or of somebody else's proposal.
    private func refusal(ofWithdrawal entry: Entry, _ fourEyes: FourEyes) -> Refusal? {
        guard case .logKeeping(.withdrawn(let withdrawal)) = entry.event, decided.contains(withdrawal.index) else {
            return nil
        }
        guard let action = fourEyes.pending(withdrawal.index) else { return .twoPersonsDecided(withdrawal.index) }
        return action.by == entry.actor ? nil : .notTheAuthor(withdrawal.index, author: action.by)
    }

    private mutating func fold(_ entry: Entry) {
        switch entry.event {
        case .fourEyes(let event):
            decided.insert(entry.index)
            _ = waiting[entry.subject, default: FourEyes()].apply(event, entry)
        case .officer, .rules: decided.insert(entry.index)
        case .logKeeping(.withdrawn(let withdrawal)):
            if decided.contains(withdrawal.index) { decided.insert(entry.index) }
            waiting[entry.subject]?.withdraw(withdrawal.index)
        default: break
        }
        roll.apply(entry)
        demand = roll.demand(after: entry).map { Demand(index: entry.index, asked: $0, entry: entry) }
    }
}

extension Event {
    /// Whether it can change who may sign what; who sits at which console and reads what does not.
    var changesAuthority: Bool {
        switch self {
        case .officer(.signedOn), .officer(.signedOff), .officer(.signOnFailed), .officer(.consulted): false
        default: true
        }
    }
}
