import Model

/// The places that the program knows, by name in either script, by code and by position.
///
/// Sources: GeoNames (CC BY 4.0), airportsdata (MIT), UN/LOCODE (codes), Natural Earth (public domain) and our own tables
/// of crossings, ports and divisions. A copy is a reference; nothing in it ever changes.
package struct Gazetteer: Sendable {
    let store: PlaceStore
    package let borders: Borders

    /// Nothing at all: what is there before the tables are read, and where they are missing.
    package static let empty = Gazetteer(store: PlaceStore(), borders: .none)

    package var isEmpty: Bool { store.rows.isEmpty }
    package var count: Int { store.rows.count }

    /// Every place of a kind, in the order of its table.
    package func all(_ kind: Place.Kind) -> [Place] {
        store.rows.indices.filter { store.rows[$0].kind == kind }.map { store.place($0) }
    }

    /// The place with an id.
    package func place(id: String) -> Place? { store.row(id: id).map { store.place($0) } }

    // MARK: By name

    /// The places that bear exactly this name, this other name or this code: the strongest evidence first, then those
    /// in the States of the region, then the largest. A letter of another script that looks alike is taken for the one meant.
    package func find(_ text: String) -> [PlaceMatch] {
        let found = exactly(text)
        guard found.isEmpty, let mix = ScriptMix.remark(text), !mix.odd.isEmpty else { return found }
        for fold in [LookAlike.cyrillic, LookAlike.latin] {
            let folded = String(String.UnicodeScalarView(text.unicodeScalars.map { fold($0) ?? $0 }))
            let found = exactly(folded)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func exactly(_ text: String) -> [PlaceMatch] {
        let typed = text.filter { $0 != "\t" && $0 != "\n" }
        let key = PlaceKey.fold(typed)
        guard !key.isEmpty else { return [] }
        var best: [Int: PlaceMatch.Evidence] = [:]
        var forms: [Int: String] = [:]
        for entry in store.names[store.range(of: key, isPrefix: false)] {
            let form = store.form(entry)
            guard let evidence = evidence(typed, form, entry.kind) else { continue }
            let row = Int(entry.row)
            if let known = best[row], known <= evidence { continue }
            best[row] = evidence
            forms[row] = form
        }
        let order = best.sorted { a, b in
            (a.value.rawValue, store.weight(b.key), a.key) < (b.value.rawValue, store.weight(a.key), b.key)
        }
        return order.map { PlaceMatch(place: store.place($0.key), evidence: $0.value, form: forms[$0.key] ?? "") }
    }

    /// Codes count only where they are typed as codes are: in capital letters.
    private func evidence(_ typed: String, _ form: String, _ kind: PlaceStore.Name.Kind) -> PlaceMatch.Evidence? {
        switch kind {
        case .code: typed.utf8.elementsEqual(form.utf8) ? .code : nil
        case .name: typed == form ? .name : .folded
        case .alias: .alias
        }
    }

    /// Names that begin with what was typed, in the script that was typed, the likeliest first; none for a blank text.
    package func complete(
        _ prefix: String, limit: Int, kinds: Set<Place.Kind> = Set(Place.Kind.allCases)
    ) -> [PlaceCompletion] {
        let key = PlaceKey.fold(prefix)
        guard !key.isEmpty, limit > 0 else { return [] }
        var best: [(weight: Int64, name: Int)] = []
        for place in store.range(of: key, isPrefix: true) {
            let entry = store.names[place]
            guard entry.kind != .code, kinds.contains(store.rows[Int(entry.row)].kind) else { continue }
            let whole: Int64 = Int(entry.count) == key.count ? 1 << 40 : 0
            let weight = store.weight(Int(entry.row)) + whole
            if best.count >= limit * 2, let last = best.last, last.weight >= weight { continue }
            let slot = best.firstIndex { $0.weight < weight } ?? best.endIndex
            best.insert((weight, place), at: slot)
            if best.count > limit * 2 { best.removeLast() }
        }
        var completions: [PlaceCompletion] = []
        var seen: Set<String> = []
        for (_, name) in best where completions.count < limit {
            let entry = store.names[name]
            let text = store.form(entry)
            if seen.insert(text).inserted {
                completions.append(PlaceCompletion(text: text, place: store.place(Int(entry.row))))
            }
        }
        return completions
    }

    // MARK: By position

    /// The places within so many metres, nearest first. A crossing whose position is a conflict counts with both.
    package func nearest(
        to here: Coordinates, within metres: Int, kinds: Set<Place.Kind> = Set(Place.Kind.allCases), limit: Int = 10
    ) -> [PlaceNearby] {
        // One degree of latitude is at least 110.5 km.
        let reach = Int32(min(18_000_000, metres / 110_500 * 100_000 + metres % 110_500 * 100_000 / 110_500 + 1_000))
        var found: [(row: Int, metres: Int)] = []
        for (number, row) in store.rows.enumerated() where kinds.contains(row.kind) && row.kind != .region {
            let other = row.table == .crossings ? store.otherPositions[number] : nil
            guard abs(row.north - here.latitude) <= reach || other != nil else { continue }
            let distances = [row.position, other].compactMap { $0?.distance(to: here) }
            if let least = distances.min(), least <= metres { found.append((number, least)) }
        }
        found.sort { ($0.metres, $0.row) < ($1.metres, $1.row) }
        return found.prefix(limit).map { PlaceNearby(place: store.place($0.row), metres: $0.metres) }
    }

    /// The State that a position lies in, or between which it lies.
    ///
    /// The outlines are coarse where rivers bend. So a town or a crossing of another State nearer than 5 km is reason to
    /// doubt them.
    package func territory(of here: Coordinates) -> Territory {
        let drawn = borders.territory(of: here)
        guard case .inside(let home) = drawn else { return drawn }
        for witness in nearest(to: here, within: Self.witness, kinds: [.town, .crossing], limit: 3) {
            let states = [witness.place.state, witness.place.crossing?.secondState].compactMap { $0 }
            guard let other = states.first(where: { $0 != home }),
                witness.place.kind == .crossing ? states.contains(home) : true
            else { continue }
            let metres = borders.distance(from: here, to: other, within: 10 * Self.witness) ?? witness.metres
            return .border([home, other], metres: metres)
        }
        return drawn
    }

    /// In metres.
    private static let witness = 5_000
}

extension Gazetteer: Equatable {
    /// Whether it is the same set of tables.
    package static func == (a: Gazetteer, b: Gazetteer) -> Bool { a.store === b.store }
}
