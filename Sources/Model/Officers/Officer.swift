/// One officer: who they are, what they may act as, which keys are theirs, where they are signed on.
package struct Officer: FoldedSubject {
    package var trail: Trail
    package let enrolled: OfficerEnrolled
    package private(set) var roles: [OfficerRole]
    package private(set) var keys: [Key]
    package private(set) var revocation: Revocation?
    package private(set) var emergency: Emergency?
    package private(set) var sessions: [Session] = []
    /// Wrong passphrases since the officer last signed on.
    package private(set) var failedAttempts = 0

    /// One of the officer's keys: it signs what stands after `from`, and nothing after `until`.
    package struct Key: Equatable, Sendable {
        /// The verifier key in the form `name+hash+key`.
        package let text: String
        package let from: Int64
        package internal(set) var until: Int64?
        package internal(set) var reason: String?
    }

    package struct Revocation: Equatable, Sendable {
        package let index: Int64
        package let at: Instant
        package let reason: String
    }

    /// A role that the officer was given for an emergency.
    package struct Emergency: Equatable, Sendable {
        package let index: Int64
        package let role: OfficerRole
        package let until: Instant
        package let reason: String
    }

    package struct Session: Equatable, Sendable {
        package let console: String
        package let role: OfficerRole?
        package let since: Instant
    }

    init(_ entry: Entry, _ enrolled: OfficerEnrolled) {
        trail = Trail(entry)
        self.enrolled = enrolled
        roles = enrolled.roles
        keys = [Key(text: enrolled.key, from: entry.index)]
    }

    /// The id that entries bear as `actor`.
    package var id: String { enrolled.officer }
    package var shownName: String { enrolled.name }
    package var isActive: Bool { revocation == nil }
    package var key: Key? { keys.last { $0.until == nil } }

    /// The key that the officer could sign the entry at `index` with.
    package func key(at index: Int64) -> Key? {
        keys.last { $0.from < index && $0.until.map { index <= $0 } ?? true }
    }

    /// What the officer may act as at `now`, an emergency included.
    package func roles(at now: Instant) -> [OfficerRole] {
        guard isActive else { return [] }
        guard let emergency, emergency.until > now, !roles.contains(emergency.role) else { return roles }
        return roles + [emergency.role]
    }

    package static func own(_ event: Event) -> OfficerEvent? {
        if case .officer(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: OfficerEvent, _ entry: Entry) {
        switch event {
        case .enrolled: break
        case .rolesChanged(let changed): roles = changed.roles
        case .revoked(let revoked):
            revocation = Revocation(index: entry.index, at: entry.learnt, reason: revoked.reason)
            endKeys(at: entry.index, reason: revoked.reason)
            sessions = []
            emergency = nil
        case .keyReplaced(let replaced):
            endKeys(at: entry.index, reason: replaced.reason)
            keys.append(Key(text: replaced.key, from: entry.index))
        case .keyRevoked(let revoked):
            for n in keys.indices where keys[n].text == revoked.key && keys[n].until == nil {
                keys[n].until = entry.index
                keys[n].reason = revoked.reason
            }
        case .keyEnrolled(let enrolled): keys.append(Key(text: enrolled.key, from: entry.index))
        case .signedOn(let on):
            sessions.removeAll { $0.console == on.console }
            sessions.append(Session(console: on.console, role: entry.role, since: entry.learnt))
            failedAttempts = 0
        case .signedOff(let off): sessions.removeAll { $0.console == off.console }
        case .signOnFailed(let failed): failedAttempts += failed.attempts
        case .glassBroken(let opened):
            emergency = Emergency(index: entry.index, role: opened.role, until: opened.until, reason: opened.reason)
        case .glassMended: emergency = nil
        case .consulted: break
        }
    }

    private mutating func endKeys(at index: Int64, reason: String) {
        for n in keys.indices where keys[n].until == nil {
            keys[n].until = index
            keys[n].reason = reason
        }
    }

    package func refusal(of event: OfficerEvent, by actor: String, at now: Instant) -> Refusal? {
        if let revocation, event.body as? SignOnFailed == nil { return .alreadyEnded(name, at: revocation.at) }
        switch event {
        case .enrolled: return .alreadyExists(name)
        case .rolesChanged(let changed): return missing(changed.reason)
        case .revoked(let revoked): return missing(revoked.reason)
        case .keyReplaced(let replaced):
            return keys.contains { $0.text == replaced.key } ? .keyKnown(of: id) : missing(replaced.reason)
        case .keyRevoked(let revoked):
            let isValid = keys.contains { $0.text == revoked.key && $0.until == nil }
            return isValid ? missing(revoked.reason) : .keyNotValid(of: id)
        case .keyEnrolled(let enrolled):
            if keys.contains(where: { $0.text == enrolled.key }) { return .keyKnown(of: id) }
            return key == nil ? nil : .keyStillValid(of: id)
        case .signedOn, .signedOff, .signOnFailed, .consulted: return nil
        case .glassBroken(let opened):
            if opened.until <= now { return .notInTheFuture(opened.until) }
            if opened.until > now + BreakGlassOpened.longest { return .tooLong(until: now + BreakGlassOpened.longest) }
            return missing(opened.reason)
        case .glassMended: return emergency == nil ? .noEmergency(name) : nil
        }
    }

    private func missing(_ reason: String) -> Refusal? { reason.trimmingBlanks.isEmpty ? .reasonMissing : nil }

    /// A revoked officer stays at hand, because their name stands under what they wrote.
    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: isActive ? .open : .parked, rank: trail.first, nextChange: emergency?.until)
    }
}
