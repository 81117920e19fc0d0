import Model
import Places
import Wording

/// What the tables of places say against a road and what was told of it: kept as typed, and marked where it is read.
extension AppState {
    /// What is the matter with the crossings of a leg, and with where it meets the one before; empty where nothing is.
    func crossingDoubts(of leg: LegPlanned, in delivery: Delivery) -> [String] {
        guard !places.isEmpty else { return [] }
        let directory = directory
        var doubts: [Message] = []
        for typed in [leg.entry, leg.exit] where typed != "?" {
            if let joined = places.statesJoined(at: typed, besides: leg.state, directory) {
                doubts.append("\(typed) joins \(joined.first) and \(joined.second), NOT \(leg.state)")
            } else if places.isUnknown(typed, directory) {
                doubts.append("\(typed) IS NOT KNOWN HERE")
            }
        }
        if let before = delivery.legs.last(where: { $0.number < leg.number }), before.state != leg.state,
            places.areApart(exit: before.exit, entry: leg.entry, directory)
        {
            doubts.append("\(before.exit) and \(leg.entry) ARE NOT ONE CROSSING")
        }
        return doubts.map { catalogue.text($0) }
    }

    /// Whether a place is a crossing of another border than those of the plan.
    func isOffTheRoad(_ place: String, of delivery: Delivery) -> Bool {
        !places.isEmpty && places.isOff(place, road: delivery.legs.flatMap { [$0.entry, $0.exit] }, directory)
    }

    /// Where somebody let it go or took it over that is no crossing of the plan, a line each.
    func offTheRoadFacts(of delivery: Delivery) -> [Fact?] {
        let gaps = delivery.custody.gaps.flatMap { [$0.released, $0.accepted].compactMap { $0 } }
        var all = gaps
        if let holder = delivery.custody.holder, !gaps.contains(holder) { all.append(holder) }
        return all.filter { isOffTheRoad($0.place, of: delivery) }.map { holding in
            Fact(
                "NOT ON THE ROAD", "\(holding.place), \(holding.party) \(face.moment(holding.since, now: now))",
                .warning)
        }
    }

    /// What a line about an exhibit is read as, before it is saved.
    func exhibitReading(in form: Form) -> Message? {
        guard case .delivery(let purpose) = form.purpose, purpose.fact == .exhibit,
            let typed = form.field(.thing)?.text, !typed.isEmpty
        else { return nil }
        let item = ExhibitRegistered.item(typed: typed)
        return "Read as \(item.kind.message): \(words(of: item))"
    }

    /// A consent of a State through which no leg goes: it is kept, and covers nothing.
    func legMissing(in form: Form) -> Message? {
        guard case .delivery(let purpose) = form.purpose, purpose.fact == .consent,
            let delivery = delivery(purpose.name),
            let state = form.field(.state)?.text.uppercased(), delivery.hasNoLeg(in: state)
        else { return nil }
        return "No leg of \(delivery.name.text) goes through \(state): the consent is kept, and covers nothing"
    }
}
