/// How many arrivals fell into the last ten minutes and since when that is a flood, kept up as they come: while a hundred come
/// in a second, every picture asks.
package struct AlarmRate: Equatable, Sendable {
    private struct Arrival: Equatable, Sendable {
        let entry: Int64
        let at: Instant
    }

    /// In the order of the log: at least those of the last window, and those that decide when a flood ends.
    private var arrivals: [Arrival] = []
    private var floodBegan: Instant?

    init() {}

    /// - Parameter arrivals: in any order
    init(_ arrivals: [AlarmArrival]) { self = AlarmRate().adding(arrivals) }

    /// Takes the next one; where the clock was set back it counts with the one before.
    mutating func take(_ arrival: AlarmArrival) { take(Arrival(entry: arrival.entry, at: arrival.at)) }

    private mutating func take(_ arrival: Arrival) {
        let time = max(arrival.at, arrivals.last?.at ?? arrival.at)
        if floodEnd(before: time) != nil { floodBegan = nil }
        arrivals.append(Arrival(entry: arrival.entry, at: time))
        // Rarely and many at once, because those that stay move.
        let half = arrivals.count / 2
        if half > 4 * AlarmFlood.begins, arrivals[half].at <= time - AlarmFlood.window { arrivals.removeFirst(half) }
        if floodBegan == nil, count(at: time) > AlarmFlood.begins { floodBegan = time }
    }

    /// With others that were not known yet, such as those that came before a board was loaded.
    func adding(_ others: [AlarmArrival]) -> AlarmRate {
        let known = Set(arrivals.map(\.entry))
        let new = others.filter { !known.contains($0.entry) }.map { Arrival(entry: $0.entry, at: $0.at) }
        guard !new.isEmpty else { return self }
        var sum = AlarmRate()
        for arrival in (arrivals + new).sorted(by: { $0.entry < $1.entry }) { sum.take(arrival) }
        return sum
    }

    /// How many came in the last ten minutes.
    package func count(at now: Instant) -> Int {
        arrivals.reversed().prefix { $0.at > now - AlarmFlood.window }.count { $0.at <= now }
    }

    /// Since when there is a flood; nil where there is none at `now`.
    package func floodSince(at now: Instant) -> Instant? {
        guard let floodBegan, floodBegan <= now else { return nil }
        return floodEnd(before: now + .milliseconds(1)) == nil ? floodBegan : nil
    }

    private func floodEnd(before end: Instant) -> Instant? {
        floodBegan.flatMap {
            AlarmFlood.calm(arrivals.suffix(AlarmFlood.ends).map(\.at)[...], since: $0, before: end)
        }
    }
}
