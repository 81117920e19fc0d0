import Screen

/// Shares the width of a panel among columns.
enum ColumnFit {
    struct Need: Equatable {
        var place: Column.Place
        /// Columns for the shortest forms, for the longest ones, and the most that are of use.
        var least: Int
        var ideal: Int
        var most: Int
        var share = 0

        /// The order in which columns come: the smaller, the sooner.
        fileprivate var rank: Int {
            switch place {
            case .always: 0
            case .needed(let rank): rank
            case .spare(let rank): 1_000 + rank
            }
        }
    }

    /// The width of each column, with one blank between two; nil for a column that has to go.
    static func widths(of needs: [Need], in width: Int) -> [Int?] {
        var chosen: Set<Int> = []
        for place in needs.indices.sorted(by: { (needs[$0].rank, $0) < (needs[$1].rank, $1) }) {
            let others = chosen.reduce(0) { sum, other in
                if case .spare = needs[place].place {
                    sum + needs[other].ideal + 1
                } else {
                    sum + needs[other].least + 1
                }
            }
            if needs[place].place == .always || others + needs[place].least <= width { chosen.insert(place) }
        }
        var widths: [Int?] = needs.indices.map { chosen.contains($0) ? needs[$0].least : nil }
        var left = width - widths.reduce(0) { $0 + ($1 ?? 0) } - max(0, chosen.count - 1)
        if left < 0 { shrink(&widths, needs, by: -left) }
        let order = chosen.sorted { (needs[$0].rank, $0) < (needs[$1].rank, $1) }
        // Half of the way to a longer form is of no use.
        for place in order where needs[place].share == 0 && needs[place].ideal - needs[place].least <= left {
            grow(&widths, &left, place, to: needs[place].ideal)
        }
        for place in order where needs[place].share > 0 { grow(&widths, &left, place, to: needs[place].ideal) }
        shareOut(&widths, &left, needs, among: order.filter { needs[$0].share > 0 })
        return widths
    }

    private static func grow(_ widths: inout [Int?], _ left: inout Int, _ place: Int, to wanted: Int) {
        guard let width = widths[place], wanted > width else { return }
        let more = min(left, wanted - width)
        widths[place] = width + more
        left -= more
    }

    /// What is left over goes to the columns that have a share, none of them beyond its most.
    private static func shareOut(_ widths: inout [Int?], _ left: inout Int, _ needs: [Need], among places: [Int]) {
        var isGiving = true
        while left > 0, isGiving {
            isGiving = false
            let growing = places.filter { (widths[$0] ?? 0) < needs[$0].most }
            let shares = growing.reduce(0) { $0 + needs[$1].share }
            let rest = left
            for place in growing where left > 0 {
                let part = max(1, rest * needs[place].share / shares)
                let before = left
                grow(&widths, &left, place, to: min(needs[place].most, (widths[place] ?? 0) + part))
                isGiving = isGiving || left < before
            }
        }
    }

    /// Where not even the shortest forms fit, the widest column gives first.
    private static func shrink(_ widths: inout [Int?], _ needs: [Need], by columns: Int) {
        for _ in 0..<columns {
            guard let widest = widths.indices.max(by: { (widths[$0] ?? 0) < (widths[$1] ?? 0) }),
                let width = widths[widest], width > 1
            else { return }
            widths[widest] = width - 1
        }
    }
}
