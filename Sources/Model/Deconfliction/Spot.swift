/// Somewhere, as a record names it.
package struct Spot: Hashable, Sendable {
    /// As it was typed.
    package let name: String
    /// ISO 3166-1 alpha-3; nil where nobody said.
    package let state: String?
    /// Where somebody chose it from the tables.
    package let position: Position?

    package init(_ name: String, state: String? = nil, position: Position? = nil) {
        self.name = name
        self.state = state
        self.position = position
    }

    /// Whether both names are one place in any spelling: `Yallama`, `Яллама`.
    func isSame(as other: Spot) -> Bool {
        guard !PlaceWords(name).keys.isEmpty, !PlaceWords(other.name).keys.isEmpty else { return false }
        return NameLikeness(name, other.name).isSame
    }
}

/// How far two places are from each other, in whole kilometres; nil where one of them is in no table. The model has no
/// tables of places, so whoever has them hands this in.
package typealias Kilometres = (Spot, Spot) -> Int?

/// How close two things came.
package struct Closeness: Equatable, Sendable {
    /// 0 where both name one place.
    package let kilometres: Int
    /// The place of the road, as the delivery names it.
    package let place: String
    /// The number that both name, where that is how they came close; nil where it is the place.
    package var isByNumber: String?
    /// Where nobody knows how far it is, the State whose place that is; nil where it is known.
    package var isInState: String?

    /// The nearest pair within a limit; nil where there is none, or where no place is known.
    static func nearest(_ some: [Spot], _ others: [Spot], within limit: Int, _ kilometres: Kilometres) -> Closeness? {
        var best: Closeness?
        for spot in some {
            for other in others {
                guard let far = other.isSame(as: spot) ? 0 : kilometres(spot, other), far <= limit else { continue }
                if let best, best.kilometres <= far { continue }
                best = Closeness(kilometres: far, place: spot.name)
            }
        }
        return best
    }
}

extension Delivery {
    /// The crossings of its road, and where it was last.
    var spots: [Spot] {
        var spots: [Spot] = []
        func add(_ spot: Spot) { if !spot.name.isEmpty, !spots.contains(spot) { spots.append(spot) } }
        for leg in legs {
            add(Spot(leg.entry, state: leg.state))
            add(Spot(leg.exit, state: leg.state))
        }
        if let place = lastPlace { add(Spot(place, state: currentLeg?.state)) }
        if let place = particulars.place {
            add(Spot(place, state: particulars.state, position: particulars.position))
        }
        return spots
    }

    /// The hours in which it may be somewhere on its road, a margin on either side; from its opening where nothing is planned.
    func hours(margin: Span) -> ClosedRange<Instant> {
        let windows = windows
        let from = windows.map(\.from).min() ?? trail.opened
        let until = end?.at ?? windows.map(\.until).max() ?? .distantFuture
        let first = from - margin
        return first...max(first, until == .distantFuture ? until : until + margin)
    }

    /// What it carries, read from the words in which it was told.
    var load: [SeizureAccount.Item] {
        let items = particulars.items.isEmpty ? SeizedLine(opened.goods, keepsUnknown: true).items : particulars.items
        return items.filter { $0.kind == .drug || $0.kind == .precursor }.map { item in
            SeizureAccount.Item(
                substance: SubstanceKey(code: item.substance, name: item.name),
                name: item.name ?? item.substance ?? "", quantity: item.quantity)
        }
    }

    /// What is known of it in the open, for a comparison.
    var ownIdentifiers: [Identifier] {
        var found = opened.identifiers
        func add(_ identifier: Identifier) { if !found.contains(identifier) { found.append(identifier) } }
        for mention in particulars.identifiers {
            if let typed = mention.typed { add(Identifier(mention.kind, typed, state: mention.state)) }
        }
        if let seal = preparation?.prepared.seal { add(Identifier(.seal, seal)) }
        return found
    }
}

extension Alert {
    var spots: [Spot] {
        place.map {
            [Spot($0, state: particulars.state ?? StateKey.code(raised.source), position: particulars.position)]
        }
            ?? []
    }

    /// What was seized, as far as it says.
    var load: [SeizureAccount.Item] {
        let items = particulars.items.filter { $0.kind == .drug || $0.kind == .precursor }.map { item in
            SeizureAccount.Item(
                substance: SubstanceKey(code: item.substance, name: item.name),
                name: item.name ?? item.substance ?? "", quantity: item.quantity)
        }
        guard items.isEmpty else { return items }
        guard raised.substance != nil || raised.quantity != nil else { return saysASeizure ? loadInWords : [] }
        return [
            SeizureAccount.Item(
                substance: SubstanceKey(name: raised.substance), name: raised.substance ?? "",
                quantity: raised.quantity)
        ]
    }

    /// Whether it says that something was seized.
    package var reportsASeizure: Bool { raised.message == .seizureReport || saysASeizure || !load.isEmpty }

    /// Whether its headline does, whatever it was filed as: in a hurry nobody chooses a kind.
    private var saysASeizure: Bool {
        let words = String(String.UnicodeScalarView(SearchFolding.fold(headline)))
        return Alert.seizureWords.contains { words.contains($0) }
    }

    /// Beginnings of words in the three languages, folded.
    private static let seizureWords = [
        "seize", "seizure", "confiscat", "intercepted", "изъят", "изъял", "изъяли", "изымает", "конфиск", "перехвач",
        "查获", "缴获", "扣押", "截获",
    ].map { String(String.UnicodeScalarView(SearchFolding.fold($0))) }

    /// The things of which its headline speaks; without the word that they were seized, which is none of their names.
    private var loadInWords: [SeizureAccount.Item] {
        AlertLine(headline).items.filter { $0.kind == .drug || $0.kind == .precursor }.map { item in
            SeizureAccount.Item(
                substance: SubstanceKey(code: item.substance, name: item.name),
                name: item.name ?? item.substance ?? "", quantity: item.quantity)
        }
    }
}

extension String {
    /// Whether the name of a place stands in it, in any spelling.
    func names(_ place: String) -> Bool {
        func words(_ text: String) -> [String] { text.split { !$0.isLetter && $0 != "-" }.map(String.init) }
        let (own, wanted) = (words(self), words(place))
        guard let length = wanted.indices.last.map({ $0 + 1 }), place.count >= 4, own.count >= length else {
            return false
        }
        return (0...(own.count - length)).contains { start in
            let piece = own[start..<(start + length)].joined(separator: " ")
            return piece.count >= 4 && NameLikeness(piece, wanted.joined(separator: " ")).isSame
        }
    }
}
