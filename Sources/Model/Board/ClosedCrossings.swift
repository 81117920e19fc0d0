/// A crossing that the directory says is closed, where a delivery is still to go over it.
struct ClosedCrossing {
    private let spots: [Spot]
    private let states: Set<String>
    let since: Instant
    let party: String
    let place: String
    let note: String?

    init?(_ record: DirectoryRecord) {
        guard record.key.sort == .crossing, record.retirement == nil, let report = record.report,
            report.standing == .closed
        else { return nil }
        let entry = record.entry
        spots = ([entry[.name], entry[.otherName]].compactMap { $0 } + entry.aliases).map { Spot($0) }
        states = Set([entry.key.state, entry.key.other].compactMap { $0 })
        (since, party, note) = (report.since, report.party, report.note)
        place = entry[.name] ?? entry.title
    }

    func isMeant(by place: String, of leg: LegPlanned) -> Bool {
        states.contains(leg.state) && spots.contains { $0.isSame(as: Spot(place)) }
    }
}

extension Board {
    /// What deliveries need of crossings that are closed now; one that it has behind it matters no more.
    func closedCrossingNeeds(at now: Instant) -> [Headline] {
        let closed = directory.records.values.compactMap { ClosedCrossing($0) }.filter { $0.since <= now }
            .sorted { $0.since < $1.since }
        guard !closed.isEmpty else { return [] }
        return deliveriesInOrder(at: now).flatMap { delivery -> [Headline] in
            guard delivery.end == nil else { return [] }
            return delivery.crossingsAhead.compactMap { place, leg in
                guard let crossing = closed.first(where: { $0.isMeant(by: place, of: leg) }) else { return nil }
                return .crossingClosed(
                    delivery.name, priority: delivery.opened.priority, place: place, state: leg.state,
                    since: crossing.since, by: crossing.party)
            }
        }
    }
}

extension Board {
    /// The crossings that are closed, by name, and what is to go over each of them.
    func crossingsClosed(at now: Instant) -> [(
        record: DirectoryRecord, crossing: ClosedCrossing, ahead: [CrossingAhead]
    )] {
        let closed = directory.records.values.compactMap { record in
            ClosedCrossing(record).map { (record: record, crossing: $0) }
        }.filter { $0.crossing.since <= now }.sorted { $0.record.name < $1.record.name }
        guard !closed.isEmpty else { return [] }
        let running = deliveries.values.filter { $0.end == nil }.sorted { $0.name < $1.name }
        return closed.map { record, crossing in
            let ahead = running.compactMap { delivery -> CrossingAhead? in
                delivery.crossingsAhead.first { crossing.isMeant(by: $0.place, of: $0.leg) }.map { place, leg in
                    let leaves = leg.number == delivery.currentLegNumber ? delivery.exitEstimate : nil
                    return CrossingAhead(
                        subject: delivery.name, at: place == leg.exit ? leaves ?? leg.until : leg.from)
                }
            }
            return (record: record, crossing: crossing, ahead: ahead)
        }
    }
}

extension Delivery {
    /// Each border that it is still to go over, once: from the leg that it is on, out of it; from the others, in and out.
    fileprivate var crossingsAhead: [(place: String, leg: LegPlanned)] {
        var ahead: [(place: String, leg: LegPlanned)] = []
        for leg in legs where leg.number >= (currentLegNumber ?? 0) {
            let isHere = leg.number == currentLegNumber
            for place in isHere ? [leg.exit] : [leg.entry, leg.exit] where !ahead.contains(where: { $0.place == place })
            {
                ahead.append((place, leg))
            }
        }
        return ahead
    }
}
