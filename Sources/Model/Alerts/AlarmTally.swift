/// What the entries of a period say of alerts, gathered in one pass.
struct AlarmTally {
    struct Raised {
        let name: SubjectName
        let at: Instant
        let priority: Int
        let headline: String
        /// When and by whom it was acknowledged first.
        var acknowledged: (at: Instant, by: String)?
    }

    private(set) var arrivals: [AlarmArrival] = []
    private(set) var raised: [Raised] = []
    private(set) var shelved: [SubjectName: Int] = [:]
    /// Acknowledged in the period and followed by nothing else than acknowledgements.
    private(set) var idle: Set<SubjectName> = []
    private var places: [SubjectName: Int] = [:]
    private var turns: [(name: String, from: Instant)] = []

    /// The entries without those that were withdrawn by their authors. A withdrawal that was itself withdrawn counts for nothing.
    static func kept(_ entries: [Entry]) -> [Entry] {
        var withdrawn: Set<Int64> = []
        let actors = Dictionary(entries.map { ($0.index, $0.actor) }) { first, _ in first }
        for entry in entries.reversed() where !withdrawn.contains(entry.index) {
            guard case .logKeeping(.withdrawn(let body)) = entry.event, actors[body.index] == entry.actor else {
                continue
            }
            withdrawn.insert(body.index)
        }
        return entries.filter { !withdrawn.contains($0.index) && $0.kind != EntryWithdrawn.kind }
    }

    /// The entries with what a second person approved in the place of the approval, in the name of whoever proposed it.
    ///
    /// - Parameter proposed: what waited for a second person before the first entry; any other approval stays as it is.
    static func carriedOut(_ entries: [Entry], _ proposed: [SubjectName: FourEyes]) -> [Entry] {
        var open = proposed
        return entries.map { entry in
            guard case .fourEyes(let event) = entry.event else { return entry }
            return open[entry.subject, default: FourEyes()].apply(event, entry)?.carried(by: entry) ?? entry
        }
    }

    init(_ entries: [Entry]) {
        for entry in entries {
            if let arrival = AlarmArrival(entry) { arrivals.append(arrival) }
            switch entry.event {
            case .alert(let event): take(event, entry)
            case .shift(.started(let started)): turns.append((started.officer, entry.learnt))
            case .link: idle.remove(entry.subject)
            default: break
            }
        }
    }

    private mutating func take(_ event: AlertEvent, _ entry: Entry) {
        switch event {
        case .raised(let body):
            places[entry.subject] = raised.count
            raised.append(
                Raised(
                    name: entry.subject, at: entry.learnt, priority: body.priority, headline: body.headline))
        case .acknowledged:
            if let place = places[entry.subject], raised[place].acknowledged == nil {
                raised[place].acknowledged = (entry.learnt, entry.actor)
                idle.insert(entry.subject)
            }
        case .shelved:
            shelved[entry.subject, default: 0] += 1
            idle.remove(entry.subject)
        default: idle.remove(entry.subject)
        }
    }

    /// How many of the instants fall into each ten minutes.
    static func slots(_ times: [Instant], from: Instant, until: Instant) -> [Int] {
        let length = AlarmHealth.slot.milliseconds
        let span = (until - from).milliseconds
        guard span > 0 else { return [] }
        var slots = [Int](repeating: 0, count: Int((span + length - 1) / length))
        for time in times {
            let slot = Int((time - from).milliseconds / length)
            if slots.indices.contains(slot) { slots[slot] += 1 }
        }
        return slots
    }

    func response(of priority: Int) -> AlarmHealth.Response {
        let alerts = raised.filter { $0.priority == priority }
        let spans = alerts.compactMap { alert in alert.acknowledged.map { $0.at - alert.at } }.sorted()
        let limit = Triage.of(priority: priority).acknowledgeWithin
        return AlarmHealth.Response(
            priority: priority, raised: alerts.count, acknowledged: spans.count,
            median: AlarmTally.rank(spans, percent: 50), ninetieth: AlarmTally.rank(spans, percent: 90),
            inTime: spans.count { $0 <= limit })
    }

    /// The nearest rank: the smallest value that so many per cent do not exceed. Nil of none.
    static func rank(_ sorted: [Span], percent: Int) -> Span? {
        sorted.isEmpty ? nil : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }

    /// What came three times or more within an hour: alerts that say the same, or messages of one thread.
    var chattering: [AlarmHealth.Repeat] {
        var groups: [String: [AlarmArrival]] = [:]
        for arrival in arrivals {
            groups[arrival.name.text, default: []].append(arrival)
            if let likeness = arrival.likeness { groups[likeness, default: []].append(arrival) }
        }
        let repeats = groups.values.compactMap { group -> AlarmHealth.Repeat? in
            var first = 0
            var most = 0
            for (place, arrival) in group.enumerated() {
                while group[first].at <= arrival.at - .hours(1) { first += 1 }
                most = max(most, place - first + 1)
            }
            guard most >= AlarmHealth.chattersFrom, let last = group.last else { return nil }
            return AlarmHealth.Repeat(
                name: last.name, headline: places[last.name].map { raised[$0].headline }, count: most)
        }
        return repeats.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    var officers: [AlarmHealth.Figures] {
        let taken = raised.filter { $0.acknowledged != nil }
        return Dictionary(grouping: taken) { $0.acknowledged?.by ?? "" }.map { officer, alerts in
            figures(officer, from: nil, count: alerts.count, most: nil, alerts)
        }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    func watches(from: Instant, until: Instant, first: String?) -> [AlarmHealth.Figures] {
        let all = (first.map { [($0, from)] } ?? []) + turns.map { ($0.name, $0.from) }
        return all.indices.map { place in
            let (name, begins) = all[place]
            let ends = place + 1 < all.count ? all[place + 1].1 : until
            let times = arrivals.map(\.at).filter { $0 >= begins && $0 < ends }
            let alerts = raised.filter { $0.at >= begins && $0.at < ends && $0.acknowledged != nil }
            return figures(
                name, from: begins, count: times.count,
                most: AlarmTally.slots(times, from: begins, until: ends).max() ?? 0, alerts)
        }
    }

    private func figures(
        _ name: String, from: Instant?, count: Int, most: Int?, _ alerts: [Raised]
    ) -> AlarmHealth.Figures {
        let spans = alerts.compactMap { alert in alert.acknowledged.map { $0.at - alert.at } }.sorted()
        return AlarmHealth.Figures(
            name: name, from: from, count: count, most: most, median: AlarmTally.rank(spans, percent: 50),
            withoutAction: alerts.count { idle.contains($0.name) })
    }
}
