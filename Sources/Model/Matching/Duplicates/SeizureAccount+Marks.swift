extension SeizureAccount {
    /// How many days apart two reports of one seizure are looked for.
    package static let window = 3

    /// Under what others would be filed that share something exactly, the most telling first.
    package var marks: [Mark] {
        var marks = messages
        marks += identifiers.compactMap { Mark.identifier($0) }
        marks.append(.link(to: name))
        if let near { marks.append(.link(to: near)) }
        marks += logos.compactMap { Mark.logo($0) }
        marks += trackers.compactMap { Mark.tracker($0) }
        if let route = Mark.route(from: departure, to: destination) { marks.append(route) }
        for state in soughtStates { marks += Mark.places([place] + otherNames, in: state) }
        marks += methods.lazy.filter { !$0.isCommon }.map { Mark(.method, $0.rawValue) }
        if let operation { marks.append(Mark(.operation, operation)) }
        var seen: Set<Mark> = []
        return marks.filter { seen.insert($0).inserted }
    }

    /// Under which States others may be filed: nil for those of which nobody said it; all where it is not known here.
    private var soughtStates: [String?] {
        let states = states
        return (states.isEmpty ? StateKey.all : states).map { $0 } + [nil]
    }

    /// What the place is called elsewhere; one that has many namesakes is not looked for under all of them.
    private var otherNames: [String?] {
        var names: [String] = []
        for place in known where place.id != nil {
            for name in place.names where name != self.place && names.count < 12 && !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }

    /// Where in the index reports of the same seizure would lie, with what they should look like there.
    package var neighbourhoods: [(values: ClosedRange<Int64>, sketch: Sketch)] {
        guard isSeizure else { return [] }
        let words = PlaceWords(place).keys
        var loads: [SubstanceFamily: Int64?] = [:]
        var sum: Int64 = 0
        for item in items {
            let more = item.quantity?.micrograms
            loads[item.substance.family] = (loads[item.substance.family] ?? nil).map { $0 &+ (more ?? 0) } ?? more
            sum = sum &+ (more ?? 0)
        }
        // One report names the substance, another speaks of drugs: whoever does not know it, is looked for everywhere.
        let families =
            loads[.unknown] == nil
            ? loads.keys.sorted { $0.rawValue < $1.rawValue } + [.unknown] : SubstanceFamily.allCases
        let days = (at.day - SeizureAccount.window)...(at.day + SeizureAccount.window)
        return families.flatMap { family in
            let amount = family == .unknown ? (sum > 0 ? sum : nil) : loads[family] ?? (sum > 0 ? sum : nil)
            let sketch = Sketch(micrograms: amount, words: words)
            return soughtStates.map { (Mark.seizures(state: $0, family: family, days: days), sketch) }
        }
    }
}
