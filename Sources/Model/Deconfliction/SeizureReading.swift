import Synchronization

/// What an alert says of a seizure, read once for all deliveries that it is compared with.
struct SeizureReading: Sendable {
    let load: [SeizureAccount.Item]
    let identifiers: [Identifier]
    let spots: [Spot]

    init(_ alert: Alert) {
        (load, identifiers, spots) = (alert.load, alert.openIdentifiers, alert.spots)
    }
}

/// Readings of alerts, kept as long as nothing new is written on them. Whoever asks again and again holds one; it says
/// nothing that the alerts do not.
package final class SeizureReadings: Sendable {
    private let held = Mutex<[SubjectName: (last: Int64, reading: SeizureReading?)]>([:])

    package init() {}

    /// Nil for an alert that reports no seizure.
    func reading(of alert: Alert) -> SeizureReading? {
        held.withLock { held in
            if let known = held[alert.name], known.last == alert.trail.last { return known.reading }
            if held.count >= 2_000 { held = [:] }
            let reading = alert.reportsASeizure ? SeizureReading(alert) : nil
            held[alert.name] = (alert.trail.last, reading)
            return reading
        }
    }
}
