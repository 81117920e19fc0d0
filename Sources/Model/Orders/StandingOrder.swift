/// An order that stands until it is ended, and who has read it.
package struct StandingOrder: FoldedSubject {
    package var trail: Trail
    package let issued: StandingOrderIssued
    /// The officer who issued it, and has read it thereby.
    package let issuedBy: String
    /// When each officer signed that they have read it, by id.
    package private(set) var readers: [String: Instant] = [:]
    package private(set) var endedAt: Instant?

    init(_ entry: Entry, _ issued: StandingOrderIssued) {
        trail = Trail(entry)
        self.issued = issued
        issuedBy = entry.actor
    }

    package func isInForce(at now: Instant) -> Bool {
        endedAt == nil && issued.from <= now && now < (issued.until ?? .distantFuture)
    }

    package func isRead(by officer: String) -> Bool { officer == issuedBy || readers[officer] != nil }

    package static func own(_ event: Event) -> StandingOrderEvent? {
        if case .order(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: StandingOrderEvent, _ entry: Entry) {
        switch event {
        case .issued: break
        case .read: readers[entry.actor] = entry.learnt
        case .ended: endedAt = entry.learnt
        }
    }

    package func refusal(of event: StandingOrderEvent, by actor: String, at now: Instant) -> Refusal? {
        if let endedAt { return .alreadyEnded(name, at: endedAt) }
        switch event {
        case .issued: return .alreadyExists(name)
        case .read: return isRead(by: actor) ? .alreadyRead(name, by: actor) : nil
        case .ended(let ended): return ended.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        }
    }

    static func refusal(of issued: StandingOrderIssued) -> Refusal? {
        if issued.title.trimmingBlanks.isEmpty || issued.text.trimmingBlanks.isEmpty { return .textMissing }
        if let until = issued.until, until <= issued.from {
            return .windowEndsBeforeItBegins(from: issued.from, until: until)
        }
        return nil
    }

    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: endedAt == nil ? .open : .closed, rank: trail.first,
            nextChange: endedAt == nil ? issued.until : nil)
    }
}

extension Board {
    /// The orders in force at `now`, the newest first.
    package func ordersInForce(at now: Instant) -> [StandingOrder] {
        orders.values.filter { $0.isInForce(at: now) }.sorted { $0.trail.first > $1.trail.first }
    }

    /// The orders in force that an officer has not signed, the oldest first.
    package func ordersToRead(by officer: String, at now: Instant) -> [StandingOrder] {
        ordersInForce(at: now).filter { !$0.isRead(by: officer) }.reversed()
    }

    /// The officers enrolled here who have yet to sign an order; none in a log without enrolled officers.
    package func officersWhoHaveNotRead(_ order: StandingOrder) -> [Officer] {
        officers.values.filter { officer in
            officer.isActive && !order.isRead(by: officer.id)
                && !officer.roles.filter { $0 == .dutyOfficer || $0 == .supervisor }.isEmpty
        }.sorted { $0.id < $1.id }
    }
}
