import Model

/// Deliveries of a made log: each is opened, planned over three States and then heard of until it has forty entries.
struct RunningDeliveries {
    private struct Running {
        let name: SubjectName
        let began: Int
        var entries = 1
    }

    private(set) var opened = 0
    private var running: [Running] = []

    static let entriesEach = 40
    private static let states = ["TJK", "UZB", "KAZ"]

    mutating func open(now: Instant) -> Event {
        opened += 1
        return .delivery(
            .opened(
                DeliveryOpened(
                    priority: 1 + opened % 3, goods: "heroin \(10 + opened % 90).4 kg gross", method: .intact,
                    conveyance: "truck \(1_000 + opened) AT", initiator: RunningDeliveries.states[opened % 3])))
    }

    mutating func began(_ name: SubjectName, at position: Int) { running.append(Running(name: name, began: position)) }

    /// The next events of every delivery that is behind its even pace, for a log that has come to `position`.
    mutating func due(position: Int, of total: Int, now: Instant, wall: Instant) -> [(SubjectName, Event)] {
        var events: [(SubjectName, Event)] = []
        for n in running.indices {
            let span = max(1, total * 95 / 100 - running[n].began)
            let pace = RunningDeliveries.entriesEach * (position - running[n].began) / span
            while running[n].entries < min(RunningDeliveries.entriesEach, pace) {
                running[n].entries += 1
                events.append(
                    (running[n].name, event(running[n].entries, delivery: n, now: now, wall: wall)))
            }
        }
        return events
    }

    /// Silence is agreed until well after the measurement, except with one delivery in fifty.
    private func event(_ number: Int, delivery: Int, now: Instant, wall: Instant) -> Event {
        let states = RunningDeliveries.states
        if number <= 4 {
            let leg = number - 1
            let quiet = delivery % 50 == 49 ? nil : now + MadeLog.planAhead + .minutes(Int64(delivery))
            return .delivery(
                .legPlanned(
                    LegPlanned(
                        number: leg, state: states[leg - 1], entry: "Gate \(leg)", exit: "Gate \(leg + 1)",
                        from: wall, until: now + MadeLog.planAhead + .days(Int64(leg)), reportEvery: 60,
                        quietUntil: quiet)))
        }
        let leg = 1 + (number - 5) * 3 / RunningDeliveries.entriesEach
        return .delivery(
            .reportReceived(
                ReportReceived(
                    from: "\(states[min(leg, 3) - 1]) desk", text: "on the road, report \(number)",
                    place: "km \(number * 20)", leg: min(leg, 3))))
    }
}
