extension Board {
    func computedAlertsInOrder(at now: Instant) -> [Alert] {
        alerts.values.filter { if case .shelved = $0.status(at: now) { false } else { true } }
            .inOrder { $0.urgency(at: now) }
    }

    /// Alerts on the shelf at `now`, the first to return first.
    package func shelvedAlerts(at now: Instant) -> [Alert] {
        alerts.values.compactMap { alert -> (Instant, Alert)? in
            if case .shelved(let until) = alert.status(at: now) { (until, alert) } else { nil }
        }.sorted { ($0.0, $0.1.name) < ($1.0, $1.1.name) }.map(\.1)
    }

    /// Who has the watch. With two open watches the older one counts, and the second is a need of its own.
    package var watch: Shift? { shifts.values.min { $0.trail.first < $1.trail.first } }

    /// The plan of turns; the one that began last, where there are several.
    package var roster: Roster? { rosters.values.max { $0.trail.first < $1.trail.first } }

    /// Since when nobody has had the watch; nil while somebody has it, and where nobody ever had.
    package var nobodySince: Instant? {
        guard shifts.isEmpty, let newestWatch else { return nil }
        if case .shift(let shift) = newestWatch { return shift.endedAt }
        return newestWatch.trail.lastLearnt
    }

    /// The instant to count the hours of a watch by: a clock that was set back counts nothing anew that the log has seen.
    package func dutyTime(_ now: Instant) -> Instant { max(now, newest?.learnt ?? now) }

    /// Who has the watch next, and from when: by the plan of turns, else as the one who has it said.
    package func nextOnWatch(at now: Instant) -> (officer: String, at: Instant)? {
        // A watch that was begun a little early or lasts longer is the turn that it ends with, not the next one.
        let after = watch.map { max(now, $0.from, min($0.started.until, now + .hours(1)) - .milliseconds(1)) } ?? now
        if let turn = roster?.next(after: after) { return (turn.officer, turn.from) }
        return watch.flatMap { watch in watch.started.relief.map { ($0, watch.started.until) } }
    }

    package func unacknowledged(at now: Instant) -> (count: Int, oldest: Span)? {
        let waiting = alerts.values.compactMap { $0.waiting(at: now) }
        guard let oldest = waiting.max() else { return nil }
        guard !isComplete else { return (waiting.count, oldest) }
        // Beyond the window the tally counts; those that came back by themselves, or ran out, are among the first to be loaded.
        let back = alerts.values.count { $0.summary.bucket != .attention && $0.isPressing(at: now) }
        let quiet = alerts.values.count { $0.summary.bucket == .attention && !$0.isPressing(at: now) }
        return (tally[.alerts, .attention] + back - quiet, oldest)
    }

    /// How many alerts are open and not on the shelf, over the whole log.
    package func openAlertCount(at now: Instant) -> Int { tally.open(.alerts) - shelvedAlertCount(at: now) }

    /// How many alerts are on the shelf, over the whole log.
    package func shelvedAlertCount(at now: Instant) -> Int {
        let shelved = shelvedAlerts(at: now).count
        guard !isComplete else { return shelved }
        return tally[.alerts, .parked] - alerts.values.filter { $0.summary.bucket == .parked }.count + shelved
    }
}

/// Where something stands in a queue: the smaller, the sooner it wants somebody.
struct Urgency: Comparable {
    let isCalm: Bool
    let priority: Int
    var danger = 0
    let since: Instant
    let name: SubjectName

    static func < (a: Urgency, b: Urgency) -> Bool {
        if a.isCalm != b.isCalm { return b.isCalm }
        if a.priority != b.priority { return a.priority < b.priority }
        if a.danger != b.danger { return a.danger < b.danger }
        return a.since != b.since ? a.since < b.since : a.name < b.name
    }
}

extension Array {
    /// Sorted by a key that is made once for each element; what is moved while sorting are places, not elements.
    func inOrder<Key: Comparable>(of key: (Element) -> Key) -> [Element] {
        let keys = map(key)
        return indices.sorted { keys[$0] < keys[$1] }.map { self[$0] }
    }
}

extension Alert {
    func urgency(at now: Instant) -> Urgency {
        Urgency(isCalm: !isPressing(at: now), priority: priority, since: learnt, name: name)
    }
}

extension Delivery {
    /// The priority only counts among those in trouble.
    func urgency(at now: Instant) -> Urgency {
        let isTroubled = isTroubled(at: now)
        return Urgency(
            isCalm: !isTroubled, priority: isTroubled ? opened.priority : 0,
            danger: isTroubled ? danger(at: now) : 0, since: reportDue ?? .distantFuture, name: name)
    }

    package func isTroubled(at now: Instant) -> Bool {
        if case .silent = phase(at: now) { return true }
        return windowOverrun != nil || ownNeeds(at: now).contains { $0.weight(at: now) < 2 }
    }
}
