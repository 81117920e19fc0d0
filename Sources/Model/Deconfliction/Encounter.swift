/// Two operations, or an operation and an alert, that are close in time and place.
package struct Encounter: Equatable, Sendable {
    package let other: SubjectName
    package let closeness: Closeness
    /// When both may be there.
    package let hours: ClosedRange<Instant>

    /// In kilometres: two teams that watch two loads within it may watch each other.
    package static let limit = 30
}

extension Board {
    /// What else happens where and when a delivery runs, the nearest first; without what officers linked or told apart.
    package func encounters(of name: SubjectName, _ kilometres: Kilometres) -> [Encounter] {
        guard let own = deliveries[name], own.end == nil else { return [] }
        let road = own.stretches
        var found: [Encounter] = []
        for other in deliveries.values where other.name != name && other.end == nil {
            guard Match.standing(name, own.trail.links, other.name, other.trail.links) == .none else { continue }
            if let encounter = Encounter.nearest(other.name, road, other.stretches, kilometres) {
                found.append(encounter)
            }
        }
        for alert in alerts.values where !alert.isOver && alert.raised.near != name {
            guard Match.standing(name, own.trail.links, alert.name, alert.trail.links) == .none else { continue }
            let margin = Span.hours(6)
            let there = alert.spots.map {
                Stretch(spot: $0, hours: (alert.raisedAt - margin)...(alert.raisedAt + margin))
            }
            if let encounter = Encounter.nearest(alert.name, road, there, kilometres) { found.append(encounter) }
        }
        return found.sorted { a, b in
            (a.closeness.kilometres, a.other.text) < (b.closeness.kilometres, b.other.text)
        }
    }
}

/// A place of a road with the hours in which the load may be there.
struct Stretch {
    let spot: Spot
    let hours: ClosedRange<Instant>
}

extension Delivery {
    /// Each crossing in the hours of its leg: it comes in when the window begins and leaves when it ends, a few hours more
    /// or less.
    var stretches: [Stretch] {
        let margin = Span.hours(3)
        var stretches: [Stretch] = windows.flatMap { window -> [Stretch] in
            let hours = (window.from - margin)...(window.until + margin)
            return [
                Stretch(spot: Spot(window.leg.entry, state: window.leg.state), hours: hours),
                Stretch(spot: Spot(window.leg.exit, state: window.leg.state), hours: hours),
            ]
        }
        if let last = lastPosition {
            stretches.append(
                Stretch(
                    spot: Spot(last.place, state: currentLeg?.state), hours: (last.at - margin)...(last.at + margin)))
        }
        return stretches
    }
}

extension Encounter {
    fileprivate static func nearest(
        _ name: SubjectName, _ road: [Stretch], _ other: [Stretch], _ kilometres: Kilometres
    ) -> Encounter? {
        var best: Encounter?
        for stretch in road {
            for there in other where stretch.hours.overlaps(there.hours) {
                let close = Closeness.nearest([stretch.spot], [there.spot], within: limit, kilometres)
                guard let close, best.map({ close.kilometres < $0.closeness.kilometres }) ?? true else { continue }
                let from = max(stretch.hours.lowerBound, there.hours.lowerBound)
                let until = min(stretch.hours.upperBound, there.hours.upperBound)
                best = Encounter(other: name, closeness: close, hours: from...until)
            }
        }
        return best
    }
}
