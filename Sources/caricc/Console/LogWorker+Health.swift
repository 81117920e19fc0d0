import EventLog
import Model

extension LogWorker {
    /// How the alerts of a period served those on watch, from what was learnt then.
    ///
    /// - Parameters: instants of the board's clock.
    func health(from: Instant, until: Instant) throws(LogFault) -> AlarmHealth {
        do {
            return try shown.alarmHealth(from: from, until: until)
        } catch {
            throw store.fault(error)
        }
    }
}

extension LogStore {
    /// What the alerts of a period demanded of those on watch.
    ///
    /// - Parameters: instants of the board's clock; entries of other kinds are passed over, a page at a time.
    func alarmHealth(from: Instant, until: Instant) throws -> AlarmHealth {
        let clock = self.clock
        let first = try size(recordedBy: (clock.real(for: from) ?? .distantFuture) - .milliseconds(1))
        let size = try size(recordedBy: clock.real(for: until) ?? .distantFuture)
        var entries: [Entry] = []
        var next = first
        while next < size {
            let page = try self.entries(from: next, limit: Int(min(2_000, size - next)))
            guard let last = page.last else { break }
            entries += page.filter { AlarmHealth.areas.contains($0.subject.area) }
            next = last.index + 1
        }
        let before = try board(at: first)
        let after = try board(at: size)
        return AlarmHealth(
            entries, open: Array(after.alerts.values), from: from, until: until, watch: before.watch?.started.officer,
            proposed: before.alerts.mapValues(\.trail.fourEyes))
    }
}
