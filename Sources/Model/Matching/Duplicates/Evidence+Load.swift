extension Evidence {
    private struct Pair {
        let mine: Int
        let other: Int
        let amount: AmountLikeness
        let isSameSubstance: Bool
    }

    /// What was seized, and how much of it.
    mutating func addLoad(_ a: [SeizureAccount.Item], _ b: [SeizureAccount.Item]) {
        let pairs = matched(a, b)
        guard let first = pairs.first else {
            if let mine = a.first, let other = b.first { add(.otherSubstance(mine.name, other.name), -400) }
            return
        }
        addSubstances(pairs, a, b)
        if case .same = first.amount {} else if addTotal(a, b) { return }
        var seen = 0
        for pair in pairs {
            let (mine, other) = (a[pair.mine].quantity, b[pair.other].quantity)
            let (typed, typedThere) = (mine.map(Evidence.words) ?? "", other.map(Evidence.words) ?? "")
            switch pair.amount {
            case .same:
                let reason: Likeness.Reason =
                    typed == typedThere ? .sameAmount(typed) : .sameAmountAs(typed, typedThere)
                add(reason, seen == 0 ? pair.amount.points : 90)
                seen += 1
            case .rounded, .near:
                add(.nearAmount(typed, typedThere), seen == 0 ? pair.amount.points : 40)
                seen += 1
            case .different: add(.otherAmount(typed, typedThere), seen == 0 ? pair.amount.points : -90)
            case .open, .unknown: break
            }
        }
    }

    private mutating func addSubstances(_ pairs: [Pair], _ a: [SeizureAccount.Item], _ b: [SeizureAccount.Item]) {
        if let same = pairs.first(where: {
            !a[$0.mine].substance.key.isEmpty && a[$0.mine].substance == b[$0.other].substance
        }) {
            add(.sameSubstance(a[same.mine].name), 120)
        } else if pairs.contains(where: { a[$0.mine].substance.key.isEmpty || b[$0.other].substance.key.isEmpty }) {
            // One of them speaks of drugs: nothing against, and half of what a name would be.
            add(60)
        } else if let like = pairs.first(where: { !$0.isSameSubstance }) {
            add(.likeSubstance(a[like.mine].name, b[like.other].name), 30)
        }
    }

    /// The one counts everything together, or each counts what it knows.
    private mutating func addTotal(_ a: [SeizureAccount.Item], _ b: [SeizureAccount.Item]) -> Bool {
        guard a.count != b.count, let mine = Evidence.total(a), let other = Evidence.total(b) else { return false }
        let digits = min(Evidence.digits(mine), Evidence.digits(other))
        let likeness = AmountLikeness((mine, mine), (other, other), digits: digits, isVague: false)
        switch likeness {
        case .same, .rounded, .near:
            let fewer = a.count < b.count ? a : b
            add(.sameTotal(fewer.first?.quantity.map(Evidence.words) ?? ""), max(200, min(300, likeness.points)))
            return true
        default: return false
        }
    }

    private static func total(_ items: [SeizureAccount.Item]) -> Int64? {
        var sum: Int64 = 0
        for item in items {
            guard let quantity = item.quantity, quantity.microgramsHigh == nil else { continue }
            let (more, overflow) = sum.addingReportingOverflow(quantity.micrograms ?? 0)
            if overflow { return nil }
            sum = more
        }
        return sum > 0 ? sum : nil
    }

    private static func digits(_ micrograms: Int64) -> Int { AmountLikeness.digits(ExactDecimal(micrograms)) }

    static func words(_ quantity: Quantity) -> String {
        quantity.typed
            ?? [quantity.amount, quantity.unit].map(\.trimmingBlanks).filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// Each item beside the one of the other account that it fits best, the best pair first.
    private func matched(_ a: [SeizureAccount.Item], _ b: [SeizureAccount.Item]) -> [Pair] {
        var pairs: [Pair] = []
        for (mine, item) in a.enumerated().prefix(40) {
            for (other, there) in b.enumerated().prefix(40) {
                let isSame = item.substance.key == there.substance.key
                let isOpen = item.substance.key.isEmpty || there.substance.key.isEmpty
                let isLike =
                    item.substance.family == there.substance.family && item.substance.family != .other
                    || item.substance.family == .unknown || there.substance.family == .unknown
                guard isSame || isLike else { continue }
                pairs.append(
                    Pair(
                        mine: mine, other: other, amount: AmountLikeness(item.quantity, there.quantity),
                        isSameSubstance: isSame || isOpen && isLike))
            }
        }
        func rank(_ pair: Pair) -> (Int, Int, String) {
            let words = [a[pair.mine].name, b[pair.other].name].sorted().joined(separator: " ")
            return (pair.isSameSubstance ? 0 : 1, -pair.amount.points, words)
        }
        pairs.sort { rank($0) < rank($1) }
        var (mine, others): (Set<Int>, Set<Int>) = ([], [])
        let chosen = pairs.filter { pair in
            guard !mine.contains(pair.mine), !others.contains(pair.other) else { return false }
            mine.insert(pair.mine)
            others.insert(pair.other)
            return true
        }
        return chosen.sorted { -$0.amount.points < -$1.amount.points }
    }
}
