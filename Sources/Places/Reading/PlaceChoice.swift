/// Weighs what the parts of a text may be against one another.
struct PlaceChoice {
    private struct Candidate {
        let row: Int
        let part: Int
        let role: PlaceWords.Role
        let isAlias: Bool
        /// Fitted only in another case of Russian grammar, or without words that may belong to the name.
        let isLoose: Bool
        var agreement = 0
    }

    private let parts: [PlaceText.Part]
    private let gazetteer: Gazetteer
    private var store: PlaceStore { gazetteer.store }
    private let state: String?
    private var candidates: [Candidate] = []
    /// Divisions that parts name, by part.
    private var regions: [Int: [String]] = [:]
    private var unread: Set<Int> = []

    init(_ text: PlaceText, in gazetteer: Gazetteer, state hint: String?) {
        self.gazetteer = gazetteer
        var named = hint
        var kept: [PlaceText.Part] = []
        for part in text.parts {
            // A part that is a State's code or name and nothing else.
            let code = gazetteer.borders.state(named: part.text)
            if let code, text.parts.count > 1, hint == nil || hint == code { named = code } else { kept.append(part) }
        }
        parts = kept
        state = named
        for place in parts.indices { look(at: place) }
        for place in candidates.indices { candidates[place].agreement = agreement(of: candidates[place]) }
    }

    // MARK: Looking up

    private mutating func look(at place: Int) {
        let part = parts[place]
        let whole = rows(part.words)
        if !whole.isEmpty, part.role != .region, part.role != .river {
            take(whole, place, part.words.count == part.names.count ? part.role : .none, isLoose: false)
            return
        }
        guard part.hasName else { return }
        for names in [part.names, part.names.filter { !$0.isCommon }] {
            let found = rows(names)
            guard !found.isEmpty else { continue }
            take(found, place, part.role, isLoose: false)
            return
        }
        if let found = inside(part) {
            take(found, place, part.role, isLoose: true)
            return
        }
        let keys = part.names.map(\.key)
        let bent = part.role == .district ? RussianEndings.seats(of: keys) : RussianEndings.forms(of: keys)
        for form in bent {
            let found = rows(key: form)
            if !found.isEmpty {
                take(found, place, part.role, isLoose: true)
                return
            }
        }
        unread.insert(place)
    }

    /// The longest run of words that is a name, where what is left over are no names themselves: “Horadiz detachment”.
    /// In a route the ends count: “Bishkek-Moscow train”.
    private func inside(_ part: PlaceText.Part) -> [(row: Int, isAlias: Bool)]? {
        let names = part.names.filter { !$0.isCommon }
        if part.role == .road, let route = names.first(where: { $0.key.contains(" ") }) {
            let ends = route.key.split(separator: " ").map { rows(key: String($0)) }
            if ends.contains(where: { !$0.isEmpty }) { return ends.flatMap { $0 } }
        }
        guard part.words.count > 3, names.count > 1 else { return nil }
        for count in stride(from: min(4, names.count - 1), through: 1, by: -1) {
            for start in 0...(names.count - count) {
                let run = Array(names[start..<start + count])
                guard run.reduce(0, { $0 + $1.key.count }) >= 5 else { continue }
                let found = rows(run)
                if !found.isEmpty { return found }
            }
        }
        return nil
    }

    private func rows(_ words: [PlaceText.Word]) -> [(row: Int, isAlias: Bool)] {
        guard !words.isEmpty else { return [] }
        let codes = words.count == 1 ? code(words[0].text) : []
        return codes.isEmpty ? rows(key: words.map(\.key).joined(separator: " ")) : codes
    }

    /// UN/LOCODE, IATA and ICAO in capital letters, where they stand alone.
    private func code(_ text: String) -> [(row: Int, isAlias: Bool)] {
        guard (3...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x5A).contains($0) }), parts.count <= 2
        else { return [] }
        let plain = text.replacing(" ", with: "")
        return store.names[store.range(of: PlaceKey.fold(plain), isPrefix: false)].filter {
            $0.kind == .code && store.form($0) == plain
        }.map { (Int($0.row), false) }
    }

    private func rows(key: String) -> [(row: Int, isAlias: Bool)] {
        var rows: [Int: Bool] = [:]
        for name in store.names[store.range(of: Array(key.utf8), isPrefix: false)] where name.kind != .code {
            let row = Int(name.row)
            guard fits(row) else { continue }
            rows[row] = (rows[row] ?? true) && name.kind == .alias
        }
        return rows.map { (row: $0.key, isAlias: $0.value) }.sorted { $0.row < $1.row }
    }

    private func fits(_ row: Int) -> Bool {
        guard let state else { return true }
        if store.state(row) == state { return true }
        return store.rows[row].kind == .crossing && store.place(row).crossing?.secondState == state
    }

    private mutating func take(
        _ found: [(row: Int, isAlias: Bool)], _ place: Int, _ role: PlaceWords.Role, isLoose: Bool
    ) {
        regions[place] = found.filter { store.rows[$0.row].kind == .region }.compactMap { region(of: $0.row) }
        guard role != .region else {
            if regions[place, default: []].isEmpty { unread.insert(place) }
            return
        }
        let places = found.filter { suits(store.rows[$0.row].kind, role) }
        candidates += places.map {
            Candidate(row: $0.row, part: place, role: role, isAlias: $0.isAlias, isLoose: isLoose)
        }
        if places.isEmpty, regions[place, default: []].isEmpty { unread.insert(place) }
    }

    private func suits(_ kind: Place.Kind, _ role: PlaceWords.Role) -> Bool {
        switch role {
        case .river: false
        case .airport: kind == .airport || kind == .town
        case .crossing: kind == .crossing || kind == .town
        case .port: kind == .port || kind == .town
        case .town: kind == .town
        case .district: kind == .town || kind == .crossing
        default: kind != .region
        }
    }

    private func region(of row: Int) -> String? { store.place(row).region }

    /// 1 where another part names the division that it lies in, -1 where it names another one.
    private func agreement(of candidate: Candidate) -> Int {
        let own = region(of: candidate.row)
        let isCrossing = store.rows[candidate.row].kind == .crossing
        var result = 0
        for (part, named) in regions where part != candidate.part && !named.isEmpty {
            if let own, named.contains(where: { PlaceWords.areKin($0, own) }) { return 1 }
            if isCrossing, named.contains(where: { lies(candidate.row, in: $0) }) { continue }
            if parts[part].role == .region || !candidates.contains(where: { $0.part == part }) { result = -1 }
        }
        return result
    }

    /// Whether a crossing is one of the State that a division belongs to.
    private func lies(_ row: Int, in region: String) -> Bool {
        let place = store.place(row)
        return [place.state, place.crossing?.secondState].contains { $0.map(region.hasPrefix) ?? false }
    }

    // MARK: Choosing

    func reading(of text: String) -> PlaceReading {
        let fitting = candidates.filter { $0.agreement >= 0 }
        guard let best = fitting.max(by: { rank($0) < rank($1) }) else {
            return regionReading(of: text)
        }
        if let wider = regions.first(where: { $0.key != best.part && parts[$0.key].role != .region }),
            best.agreement == 0,
            unreadBefore(best.part), !wider.value.isEmpty
        {
            return regionReading(of: text)
        }
        var rivals = fitting.filter {
            $0.part == best.part && $0.agreement == best.agreement && kindRank($0) == kindRank(best)
        }
        if rivals.contains(where: { !$0.isAlias }) { rivals.removeAll(where: \.isAlias) }
        rivals.sort { (store.weight($1.row), $0.row) < (store.weight($0.row), $1.row) }
        guard let first = rivals.first else { return regionReading(of: text) }
        if unreadBefore(best.part), let region = ownRegion(of: best), best.agreement == 0 {
            return finished(text, place: region, .region, best.part, others: [store.place(first.row)])
        }
        return settle(text, first, rivals)
    }

    /// What the text says more clearly comes first, then what it says earlier.
    private func rank(_ candidate: Candidate) -> (Int, Int, Int, Int, Int) {
        (
            candidate.agreement, candidate.isLoose ? 0 : 1, kindRank(candidate), candidate.role.rawValue,
            -candidate.part
        )
    }

    private func settle(_ text: String, _ first: Candidate, _ rivals: [Candidate]) -> PlaceReading {
        let place = store.place(first.row)
        let others = rivals.dropFirst().prefix(5).map { store.place($0.row) }
        if let river = parts.indices.first(where: { parts[$0].role == .river }) {
            return bank(text, beside: place, others: others, river: river, first.part)
        }
        let isRoad = parts[first.part].role == .road
        var certainty = PlaceReading.Certainty.exact
        if let second = rivals.dropFirst().first(where: { !isSame($0, first) }) {
            let isLarger = store.weight(first.row) >= 5 * store.weight(second.row) && !isRoad
            certainty = isLarger ? .likely : .ambiguous
        }
        if certainty != .ambiguous, first.isLoose || first.role == .district || isRoad || unreadBefore(first.part) {
            certainty = .near
        }
        let ends = routeEnds(first)
        if certainty != .near, !ends.isEmpty { certainty = .ambiguous }
        let division = parts.count == 1 && first.role == .none ? bareDivision(of: first) : nil
        if certainty == .exact, division != nil { certainty = .likely }
        return finished(
            text, place: place, certainty, first.part, others: others + ends + [division].compactMap { $0 })
    }

    /// In Afghanistan and Iran a province is called by its name alone, which is its main town's, too.
    private func bareDivision(of candidate: Candidate) -> Place? {
        ["AFG", "IRN"].contains(store.state(candidate.row)) ? ownRegion(of: candidate) : nil
    }

    /// Two rows of one place: a town and a village of its name beside it.
    private func isSame(_ a: Candidate, _ b: Candidate) -> Bool {
        guard let one = store.rows[a.row].position, let other = store.rows[b.row].position else { return false }
        return one.distance(to: other) < 15_000
    }

    /// Where a second part names a place far away that no division holds together with the first: the ends of a route.
    private func routeEnds(_ first: Candidate) -> [Place] {
        guard first.agreement == 0, let here = store.rows[first.row].position else { return [] }
        let far = candidates.filter { $0.part > first.part && $0.role == first.role }
        let parts = Dictionary(grouping: far, by: \.part).values
        return parts.compactMap { group -> Place? in
            let distances = group.compactMap { store.rows[$0.row].position?.distance(to: here) }
            guard let nearest = distances.min(), nearest > 120_000,
                let likeliest = group.max(by: { store.weight($0.row) < store.weight($1.row) })
            else { return nil }
            return store.place(likeliest.row)
        }
    }

    /// A crossing where the text speaks of one, else a town before a port before a post before an airport.
    private func kindRank(_ candidate: Candidate) -> Int {
        switch (store.rows[candidate.row].kind, candidate.role) {
        case (.crossing, .crossing), (.port, .port), (.airport, .airport): 5
        case (.town, _): 4
        case (.port, _): 3
        case (.crossing, _): 2
        default: 1
        }
    }

    private func unreadBefore(_ part: Int) -> Bool {
        unread.contains { $0 < part && parts[$0].hasName && ![.river, .district, .region].contains(parts[$0].role) }
    }

    /// The division that has the same name as the town, where only the division is meant.
    private func ownRegion(of candidate: Candidate) -> Place? {
        guard let own = region(of: candidate.row),
            let named = regions[candidate.part]?.first(where: { PlaceWords.areKin($0, own) })
        else { return nil }
        return gazetteer.place(id: "region:" + named)
    }

    private func regionReading(of text: String) -> PlaceReading {
        let named = regions.sorted {
            (parts[$1.key].role == .region ? 1 : 0, $0.key) < (parts[$0.key].role == .region ? 1 : 0, $1.key)
        }
        .first { !$0.value.isEmpty }
        guard let (part, ids) = named, let place = ids.lazy.compactMap({ gazetteer.place(id: "region:" + $0) }).first
        else {
            return PlaceReading(
                text, place: nil, certainty: .none, remaining: parts.map(\.text).joined(separator: ", "), state: state)
        }
        let others = ids.dropFirst().compactMap { gazetteer.place(id: "region:" + $0) }
        return finished(text, place: place, ids.count > 1 ? .ambiguous : .region, part, others: others)
    }

    private func bank(_ text: String, beside base: Place, others: [Place], river: Int, _ part: Int) -> PlaceReading {
        guard let position = base.position else {
            return finished(text, place: base, .near, part, others: others)
        }
        return PlaceReading(
            text, at: position, called: base, kind: .riverBank, rest: remaining(without: part), in: gazetteer)
    }

    private func finished(
        _ text: String, place: Place, _ certainty: PlaceReading.Certainty, _ part: Int, others: [Place]
    ) -> PlaceReading {
        PlaceReading(
            text, place: place, certainty: certainty, others: others, remaining: remaining(without: part),
            state: place.state(called: name(part), hint: state) ?? state)
    }

    private func name(_ part: Int) -> String { parts[part].names.map(\.text).joined(separator: " ") }

    /// The parts that neither gave the place nor its division.
    private func remaining(without part: Int) -> String {
        parts.indices.filter { $0 != part && (regions[$0] ?? []).isEmpty }.map { parts[$0].text }.joined(
            separator: ", ")
    }
}
