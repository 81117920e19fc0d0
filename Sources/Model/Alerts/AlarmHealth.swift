/// How well the alerts of a period served those on watch, by the measures of process control (EEMUA 191, ISA-18.2).
///
/// A pure function of the entries of the period and of the alerts that are open at its end. Withdrawn entries do not count.
/// An arrival is a new alert or a message that came on a thread. What takes two persons counts when the second one approved it.
package struct AlarmHealth: Equatable, Sendable {
    /// What is acceptable over a long time: about one arrival in 10 minutes.
    package static let acceptablePerTenMinutes = 1
    /// A repeat of the same is chattering when so many come within an hour.
    package static let chattersFrom = 3
    package static let standsFrom = Span.hours(24)
    /// The share of the priorities that is aimed at, in per cent: 1, 2, and 3 with 4.
    package static let targetMix = [5, 15, 80]
    package static let slot = Span.minutes(10)
    /// The areas whose entries it looks at.
    package static let areas: Set<Area> = [.alerts, .shifts]

    package let from: Instant
    package let until: Instant
    package let arrivals: Int
    /// New alerts among the arrivals.
    package let raised: Int
    /// Arrivals in each ten minutes from `from` on; the last one may be shorter.
    package let perTenMinutes: [Int]
    package let floods: [AlarmFlood]
    /// Alerts of each priority as they were raised, 1 to 4.
    package let mix: [Int]
    package let response: [Response]
    package let chattering: [Repeat]
    /// Open for more than a day, the oldest first.
    package let standing: [Standing]
    /// On the shelf at the end, the first to return first.
    package let shelvedNow: [SubjectName]
    /// What was put on the shelf more than once in the period, the most often first.
    package let mostShelved: [Count]
    /// Acknowledged, and nothing was done or written on it since.
    package let withoutAction: [SubjectName]
    package let officers: [Figures]
    package let watches: [Figures]

    /// How fast alerts of a priority were acknowledged for the first time.
    package struct Response: Equatable, Sendable {
        package let priority: Int
        package let raised: Int
        package let acknowledged: Int
        /// By nearest rank.
        package let median: Span?
        package let ninetieth: Span?
        /// How many of the acknowledged ones were in time (`Triage.acknowledgeWithin`).
        package let inTime: Int
    }

    package struct Repeat: Equatable, Sendable {
        /// The alert that came last of them.
        package let name: SubjectName
        package let headline: String?
        /// The most within an hour.
        package let count: Int
    }

    package struct Standing: Equatable, Sendable {
        package let name: SubjectName
        package let since: Instant
    }

    package struct Count: Equatable, Sendable {
        package let name: SubjectName
        package let count: Int
    }

    /// Of an officer, or of a watch by the name of whoever had it.
    package struct Figures: Equatable, Sendable {
        package let name: String
        /// When the watch began; nil for an officer.
        package let from: Instant?
        /// Arrivals while this watch lasted; of an officer, the alerts that they acknowledged first.
        package let count: Int
        /// The most arrivals in ten minutes; nil for an officer.
        package let most: Int?
        package let median: Span?
        package let withoutAction: Int
    }

    /// The mean of arrivals in ten minutes, in hundredths; 0 for an empty period.
    package var meanHundredths: Int {
        let length = Swift.max(1, (until - from).milliseconds)
        return Int((Int64(arrivals) * 100 * AlarmHealth.slot.milliseconds + length / 2) / length)
    }

    package var most: Int { perTenMinutes.max() ?? 0 }
    /// Ten minutes with more than `AlarmFlood.begins` arrivals.
    package var floodedSlots: Int { perTenMinutes.count { $0 > AlarmFlood.begins } }

    /// Per cent of the raised alerts: of priority 1, of 2, of 3 and 4; nil where none was raised.
    package var mixPercent: [Int]? {
        guard raised > 0 else { return nil }
        return [mix[0], mix[1], mix[2] + mix[3]].map { ($0 * 100 + raised / 2) / raised }
    }

    /// - Parameters:
    ///   - entries: what was learnt in the period, by number; entries of other kinds and times are left out
    ///   - alerts: those that are open at `until`
    ///   - watch: who has the watch when the period begins, where that is known
    ///   - proposed: what waits for a second person when the period begins
    package init(
        _ entries: [Entry], open alerts: [Alert], from: Instant, until: Instant, watch: String? = nil,
        proposed: [SubjectName: FourEyes] = [:]
    ) {
        let kept = AlarmTally.carriedOut(AlarmTally.kept(entries), proposed).filter {
            $0.learnt >= from && $0.learnt < until
        }
        let tally = AlarmTally(kept)
        self.from = from
        self.until = until
        arrivals = tally.arrivals.count
        raised = tally.raised.count
        perTenMinutes = AlarmTally.slots(tally.arrivals.map(\.at), from: from, until: until)
        floods = AlarmFlood.all(tally.arrivals.map(\.at), at: until)
        mix = (1...4).map { priority in tally.raised.count { $0.priority == priority } }
        response = (1...4).map { tally.response(of: $0) }
        chattering = tally.chattering
        standing = alerts.filter { !$0.isOver && until - $0.learnt > AlarmHealth.standsFrom }
            .sorted { ($0.learnt, $0.name) < ($1.learnt, $1.name) }
            .map { Standing(name: $0.name, since: $0.learnt) }
        shelvedNow = alerts.compactMap { alert -> (Instant, SubjectName)? in
            if case .shelved(let back) = alert.status(at: until) { (back, alert.name) } else { nil }
        }.sorted { $0 < $1 }.map(\.1)
        mostShelved = tally.shelved.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { Count(name: $0.key, count: $0.value) }
        withoutAction = tally.idle.sorted()
        officers = tally.officers
        watches = tally.watches(from: from, until: until, first: watch)
    }
}
