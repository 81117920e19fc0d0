extension Board {
    /// Alerts that are not on the shelf at `now`: unacknowledged first, then by priority, then the oldest.
    package func alertsInOrder(at now: Instant) -> [Alert] {
        alerts.values.filter { if case .shelved = $0.status(at: now) { false } else { true } }
            .sorted { Alert.precedes($0, $1, at: now) }
    }

    /// Alerts on the shelf at `now`, the first to return first.
    package func shelvedAlerts(at now: Instant) -> [Alert] {
        alerts.values.compactMap { alert -> (Instant, Alert)? in
            if case .shelved(let until) = alert.status(at: now) { (until, alert) } else { nil }
        }.sorted { ($0.0, $0.1.name) < ($1.0, $1.1.name) }.map(\.1)
    }

    /// Running deliveries, most urgent first: what is silent, then what is due soonest, then the planned ones.
    package func deliveriesInOrder(at now: Instant) -> [Delivery] {
        deliveries.values.sorted { Delivery.precedes($0, $1, at: now) }
    }

    /// Who has the watch. With two open watches the older one counts, and the second is a need of its own.
    package var watch: Shift? { shifts.values.min { $0.trail.first < $1.trail.first } }

    package func unacknowledged(at now: Instant) -> (count: Int, oldest: Span)? {
        let waiting = alerts.values.compactMap { $0.waiting(at: now) }
        guard let oldest = waiting.max() else { return nil }
        guard !isComplete else { return (waiting.count, oldest) }
        // Beyond the window the tally counts; those that came back by themselves are among the first to be loaded.
        let back = alerts.values.filter { $0.summary.bucket != .attention && $0.status(at: now) == .unacknowledged }
        return (tally[.alerts, .attention] + back.count, oldest)
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

extension Alert {
    static func precedes(_ a: Alert, _ b: Alert, at now: Instant) -> Bool {
        let aWaits = a.status(at: now) == .unacknowledged
        let bWaits = b.status(at: now) == .unacknowledged
        if aWaits != bWaits { return aWaits }
        if a.raised.priority != b.raised.priority { return a.raised.priority < b.raised.priority }
        return a.learnt != b.learnt ? a.learnt < b.learnt : a.name < b.name
    }
}

extension Delivery {
    static func precedes(_ a: Delivery, _ b: Delivery, at now: Instant) -> Bool {
        let (aTroubled, bTroubled) = (a.isTroubled(at: now), b.isTroubled(at: now))
        if aTroubled != bTroubled { return aTroubled }
        if aTroubled, a.opened.priority != b.opened.priority { return a.opened.priority < b.opened.priority }
        let (aDue, bDue) = (a.reportDue ?? .distantFuture, b.reportDue ?? .distantFuture)
        return aDue != bDue ? aDue < bDue : a.name < b.name
    }

    package func isTroubled(at now: Instant) -> Bool {
        if case .silent = phase(at: now) { return true }
        return windowOverrun != nil
    }
}
