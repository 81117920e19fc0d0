/// Something was seized near the road of a running delivery: ours, seized early; another load; or nobody is sure.
package struct RoadQuestion: Equatable, Sendable {
    /// What speaks for its being the load, or against it.
    package enum Sign: Hashable, Sendable {
        case substance(String)
        case amount(String)
        case identifier(IdentifierKind, String)
        /// Both name identifiers of this kind, and none is the same.
        case identifiers(IdentifierKind)
        /// Words of concealment, goods that cover it, transport that both use.
        case hiding(String)
        case destination(String)
    }

    package let alert: SubjectName
    package let delivery: SubjectName
    package let closeness: Closeness
    package let same: [Sign]
    package let notSame: [Sign]

    /// How near a seizure has to be to a crossing or a position of the road, in kilometres.
    package static let limit = 100
    /// How far outside the planned hours it may be: a load that runs early or late is still the load.
    package static let margin = Span.hours(24)
}

extension Delivery {
    /// The question that an alert raises about this delivery; nil where it raises none, or where it was answered.
    package func question(
        _ alert: Alert, _ kilometres: Kilometres, _ readings: SeizureReadings = SeizureReadings()
    ) -> RoadQuestion? {
        guard end == nil, closedAt == nil, !alert.isOver,
            hours(margin: RoadQuestion.margin).contains(alert.raisedAt), let reading = readings.reading(of: alert),
            !isSettled(with: alert)
        else { return nil }
        let (load, seized) = (load, reading.load)
        guard Delivery.mayBeOne(load, seized) else { return nil }
        let near = Closeness.nearest(spots, reading.spots, within: RoadQuestion.limit, kilometres)
        // Whoever wrote that it is near has looked at a map.
        let named = alert.raised.near == name ? Closeness(kilometres: 0, place: alert.place ?? "") : nil
        guard
            let closeness = near ?? named ?? byWord(of: alert) ?? byNumber(of: alert, reading)
                ?? byState(of: alert, reading, kilometres)
        else { return nil }
        var same: [RoadQuestion.Sign] = []
        var notSame: [RoadQuestion.Sign] = []
        compare(load, seized, &same, &notSame)
        compare(reading.identifiers, &same, &notSame)
        if let hiding = common(alert) { same.append(.hiding(hiding)) }
        if let destination = particulars.destination ?? legs.last?.exit, let theirs = alert.particulars.destination {
            let isSame = NameLikeness(destination, theirs).isSame
            if isSame { same.append(.destination(theirs)) } else { notSame.append(.destination(theirs)) }
        }
        return RoadQuestion(
            alert: alert.name, delivery: name, closeness: closeness, same: same, notSame: notSame)
    }

    private func isSettled(with alert: Alert) -> Bool {
        Match.standing(name, trail.links, alert.name, alert.trail.links) != .none
    }

    /// A place of the road that stands in the headline of an alert whose place nobody filled in.
    private func byWord(of alert: Alert) -> Closeness? {
        guard alert.place == nil else { return nil }
        return spots.first { alert.headline.names($0.name) }.map { Closeness(kilometres: 0, place: $0.name) }
    }

    /// Its own number in the other one: then nobody has to know where that was.
    private func byNumber(of alert: Alert, _ reading: SeizureReading) -> Closeness? {
        guard !reading.identifiers.isEmpty else { return nil }
        let keys = Set(ownIdentifiers.map { "\($0.kind.rawValue) \($0.key)" })
        let both = reading.identifiers.first { keys.contains("\($0.kind.rawValue) \($0.key)") }
        return both.map { Closeness(kilometres: 0, place: alert.place ?? alert.raised.source, isByNumber: $0.typed) }
    }

    /// A place that is in no table may be anywhere in its State: there the substance and the hours of the leg ask.
    private func byState(of alert: Alert, _ reading: SeizureReading, _ kilometres: Kilometres) -> Closeness? {
        guard let place = alert.place, let state = reading.spots.first?.state,
            !reading.spots.contains(where: { other in spots.contains { kilometres($0, other) != nil } }),
            windows.contains(where: { window in
                window.leg.state == state && window.from - RoadQuestion.margin <= alert.raisedAt
                    && alert.raisedAt <= window.until + RoadQuestion.margin
            })
        else { return nil }
        let families = Set(load.map(\.substance.family)).intersection(reading.load.map(\.substance.family))
        guard families.contains(where: { $0 != .unknown && $0 != .other }) else { return nil }
        return Closeness(kilometres: RoadQuestion.limit, place: place, isInState: state)
    }

    /// A substance that nobody named may be any.
    private static func mayBeOne(_ load: [SeizureAccount.Item], _ seized: [SeizureAccount.Item]) -> Bool {
        let families = Set(load.map(\.substance.family))
        let others = Set(seized.map(\.substance.family))
        if families.isEmpty || others.isEmpty || families.contains(.unknown) || others.contains(.unknown) {
            return true
        }
        return !families.isDisjoint(with: others)
    }

    private func compare(
        _ load: [SeizureAccount.Item], _ seized: [SeizureAccount.Item], _ same: inout [RoadQuestion.Sign],
        _ notSame: inout [RoadQuestion.Sign]
    ) {
        for item in seized where !item.substance.key.isEmpty {
            let isSame = load.contains { $0.substance.key == item.substance.key }
            if isSame { same.append(.substance(item.name)) } else { notSame.append(.substance(item.name)) }
        }
        let (ours, theirs) = (
            load.compactMap { $0.quantity?.micrograms }, seized.compactMap { $0.quantity?.micrograms }
        )
        guard let carried = ours.max(), let found = theirs.max(), let words = words(of: load, carried) else { return }
        // A tenth: scales and packing.
        if abs(carried - found) <= carried / 10 { same.append(.amount(words)) } else { notSame.append(.amount(words)) }
    }

    private func words(of load: [SeizureAccount.Item], _ micrograms: Int64) -> String? {
        load.first { $0.quantity?.micrograms == micrograms }?.quantity.map { $0.typed ?? "\($0.amount) \($0.unit)" }
    }

    private func compare(
        _ others: [Identifier], _ same: inout [RoadQuestion.Sign], _ notSame: inout [RoadQuestion.Sign]
    ) {
        let own = ownIdentifiers
        for kind in IdentifierKind.allCases {
            let (mine, theirs) = (own.filter { $0.kind == kind }, others.filter { $0.kind == kind })
            guard !mine.isEmpty, !theirs.isEmpty else { continue }
            let keys = Set(mine.map(\.key))
            if let both = theirs.first(where: { keys.contains($0.key) }) {
                same.append(.identifier(kind, both.typed))
            } else {
                notSame.append(.identifiers(kind))
            }
        }
    }

    /// The first way of hiding, or word of it, that both name.
    private func common(_ alert: Alert) -> String? {
        let own = [particulars.concealment, particulars.transport, particulars.text, opened.conveyance, opened.goods]
        let theirs = [
            alert.particulars.concealment, alert.particulars.transport, alert.particulars.text, alert.headline,
        ]
        let ways = Concealment.found(in: own)
        if let way = Concealment.found(in: theirs).first(where: { ways.contains($0) && !$0.isCommon }) {
            return alert.particulars.concealment ?? way.rawValue
        }
        let words = Set(own.compactMap { $0 }.flatMap { Delivery.words(in: $0) })
        let both = theirs.compactMap { $0 }.flatMap { Delivery.words(in: $0) }.filter { words.contains($0) }
        return both.first
    }

    /// Words that name goods rather than join a sentence: longer than six letters, without those of every delivery.
    private static func words(in text: String) -> [String] {
        String(String.UnicodeScalarView(SearchFolding.fold(text))).split { !$0.isLetter }.map(String.init)
            .filter { $0.count > 6 && SubstanceKey(name: $0).family == .other }
    }
}

extension Alert {
    /// The identifiers that lie in the open.
    var openIdentifiers: [Identifier] {
        var found = particulars.identifiers.compactMap { mention in
            mention.typed.map { Identifier(mention.kind, $0, state: mention.state) }
        }
        for number in IdentifierFinder.find(in: headline) where number.confidence > .possible {
            if !number.identifier.kind.isPersonal, !found.contains(number.identifier) {
                found.append(number.identifier)
            }
        }
        return found
    }
}

extension Board {
    /// The questions about one alert or one delivery that nobody has answered yet: the nearest first, then by name.
    package func roadQuestions(
        about name: SubjectName, _ kilometres: Kilometres, _ readings: SeizureReadings = SeizureReadings()
    ) -> [RoadQuestion] {
        var found: [RoadQuestion] = []
        if let alert = alerts[name] {
            guard !alert.isOver, readings.reading(of: alert) != nil else { return [] }
            found = deliveries.values.compactMap { $0.question(alert, kilometres, readings) }
        } else if let delivery = deliveries[name], delivery.end == nil {
            found = alerts.values.compactMap { delivery.question($0, kilometres, readings) }
        }
        return found.sorted { a, b in
            (a.closeness.kilometres, a.alert.text, a.delivery.text)
                < (b.closeness.kilometres, b.alert.text, b.delivery.text)
        }
    }
}
