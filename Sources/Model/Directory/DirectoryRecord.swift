/// One entry of the directory as the log knows it.
package struct DirectoryRecord: FoldedSubject {
    package struct Verification: Equatable, Sendable {
        package let by: String
        package let at: Instant

        package init(by: String, at: Instant) {
            self.by = by
            self.at = at
        }
    }

    package struct Report: Equatable, Sendable {
        package let standing: DirectoryStanding
        package let since: Instant
        package let party: String
        package let note: String?
        /// When we learnt it.
        package let learnt: Instant
    }

    package struct Retirement: Equatable, Sendable {
        package let reason: String
        package let at: Instant
    }

    package var trail: Trail
    package private(set) var said: DirectoryEntrySet
    package private(set) var setBy: String
    package private(set) var setAt: Instant
    /// Nil while nobody has asked since it was changed last.
    package private(set) var verified: Verification?
    package private(set) var report: Report?
    package private(set) var retirement: Retirement?

    init(_ entry: Entry, _ set: DirectoryEntrySet) {
        trail = Trail(entry)
        said = set
        setBy = entry.actor
        setAt = entry.learnt
    }

    package var entry: DirectoryEntry { said.entry }
    package var key: DirectoryKey { said.entry.key }
    /// The payload that says who it is and how to reach them.
    package var contact: Digest? { said.payloads.first.flatMap { Digest(hex: $0) } }

    package static func own(_ event: Event) -> DirectoryEvent? {
        if case .directory(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: DirectoryEvent, _ entry: Entry) {
        switch event {
        case .entrySet(let new):
            // What was changed has to be asked about anew; setting it again as it was, or after a retirement, has not.
            if new != said { verified = nil }
            said = new
            setBy = entry.actor
            setAt = entry.learnt
            retirement = nil
        case .verified(let body): verified = Verification(by: body.by, at: min(body.when, entry.learnt))
        case .retired(let body): retirement = Retirement(reason: body.reason, at: entry.learnt)
        case .standing(let body):
            report = Report(
                standing: body.standing, since: body.since, party: body.party, note: body.note, learnt: entry.learnt)
        }
    }

    package func refusal(of event: DirectoryEvent, by actor: String, at now: Instant) -> Refusal? {
        switch event {
        case .entrySet(let new):
            if new.entry.key != key { return .directory(.otherKey(key.description)) }
            if new == said, retirement == nil { return .nothingChanged(name) }
            return DirectoryRecord.refusal(of: new)
        case .verified(let body):
            if retirement != nil { return .directory(.retired(key.description)) }
            if body.by.trimmingBlanks.isEmpty { return .textMissing }
            return body.when > now ? .directory(.inTheFuture(body.when)) : nil
        case .retired(let body):
            if retirement != nil { return .directory(.retired(key.description)) }
            return body.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .standing(let body):
            if retirement != nil { return .directory(.retired(key.description)) }
            if !key.sort.standings.contains(body.standing) {
                return .directory(.noStanding(key.sort, body.standing))
            }
            if body.party.trimmingBlanks.isEmpty { return .textMissing }
            return body.since > now ? .directory(.inTheFuture(body.since)) : nil
        }
    }

    static func refusal(of set: DirectoryEntrySet) -> Refusal? { set.entry.fault.map { .directory($0) } }

    /// What was retired stays on the board, since it hides what ships under its name.
    package var summary: SubjectSummary {
        SubjectSummary(trail, bucket: retirement == nil ? .open : .parked, rank: trail.first, nextChange: nil)
    }
}
