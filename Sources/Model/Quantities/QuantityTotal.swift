/// The sum of several amounts: what can be added is added, ranges stay ranges, and what could not be added is named.
package struct QuantityTotal: Equatable, Sendable {
    /// The sum of one dimension: weight, volume, area, or one kind of things.
    package struct Line: Equatable, Sendable {
        package let dimension: QuantityUnit.Dimension
        /// In micrograms, microlitres, square metres or pieces.
        package internal(set) var amount: ExactDecimal
        /// The high end, where an amount of the sum is a range.
        package internal(set) var amountHigh: ExactDecimal?
        package internal(set) var rule: Quantity.Rule
        /// What it weighs by the rule, in micrograms; nil without a rule.
        package internal(set) var micrograms: Int64?
        package internal(set) var microgramsHigh: Int64?
    }

    package struct Unsummed: Equatable, Sendable {
        package enum Reason: Equatable, Sendable {
            case notAsked
            case noData
            case unreadable
            case unknownUnit(String)
            /// Of each of several: how much there is in all was not said.
            case each
            case tooLarge
        }

        /// Which of the amounts, from 0.
        package let place: Int
        package let reason: Reason
    }

    package private(set) var lines: [Line] = []
    package private(set) var unsummed: [Unsummed] = []
    /// Marks that the sum takes over from what it adds.
    package private(set) var bounds: Set<Quantity.Bound> = []

    package init(_ quantities: [Quantity]) {
        for (place, quantity) in quantities.enumerated() { add(quantity, at: place) }
    }

    /// What says another amount again, or the sum of others, is not counted twice. What was weighed counts by its weight:
    /// "388 tablets = 15.52 g".
    package init(_ amounts: [ReadAmount]) {
        for (place, amount) in amounts.enumerated() where !amount.isSaidTwice {
            if amount.isEach {
                unsummed.append(Unsummed(place: place, reason: .each))
            } else {
                add((amounts.weight(of: place) ?? amount).quantity, at: place)
            }
        }
    }

    /// The weight of everything that has one, in micrograms: the low ends, and the high ends where they differ.
    package var micrograms: Int64? { sum(lines.compactMap(\.micrograms)) }

    package var microgramsHigh: Int64? {
        guard lines.contains(where: { $0.microgramsHigh != nil }) else { return nil }
        return sum(lines.compactMap { $0.microgramsHigh ?? $0.micrograms })
    }

    /// Whether everything that was added has a weight, and everything was added.
    package var isComplete: Bool { unsummed.isEmpty && lines.allSatisfy { $0.micrograms != nil } }

    private func sum(_ weights: [Int64]) -> Int64? {
        guard !weights.isEmpty else { return nil }
        var total: Int64 = 0
        for weight in weights {
            let (more, overflow) = total.addingReportingOverflow(weight)
            guard !overflow else { return nil }
            total = more
        }
        return total
    }

    private mutating func add(_ quantity: Quantity, at place: Int) {
        func refuse(_ reason: Unsummed.Reason) { unsummed.append(Unsummed(place: place, reason: reason)) }
        switch quantity.answer {
        case .notAsked: refuse(.notAsked)
        case .noData: refuse(.noData)
        case .unreadable: refuse(.unreadable)
        case .amount(let number):
            guard number >= .zero else { return refuse(.unreadable) }
            guard let reading = quantity.knownUnit else { return refuse(.unknownUnit(quantity.unit)) }
            let power = reading.unit.power + reading.power
            let high = quantity.amountHigh.flatMap { ExactDecimal($0) }?.timesTen(to: power)
            let line = Line(
                dimension: reading.unit.dimension, amount: number.timesTen(to: power), amountHigh: high,
                rule: reading.unit.rule, micrograms: quantity.micrograms, microgramsHigh: quantity.microgramsHigh)
            guard merge(line) else { return refuse(.tooLarge) }
            if let bound = quantity.bound, bound != .between { bounds.insert(bound) }
        }
    }

    /// False where the sum has more digits than are kept.
    private mutating func merge(_ line: Line) -> Bool {
        guard line.rule == .none || line.micrograms != nil else { return false }
        guard let place = lines.firstIndex(where: { $0.dimension == line.dimension }) else {
            lines.append(line)
            return true
        }
        var merged = lines[place]
        guard let amount = merged.amount.plus(line.amount) else { return false }
        if merged.amountHigh != nil || line.amountHigh != nil {
            guard let high = (merged.amountHigh ?? merged.amount).plus(line.amountHigh ?? line.amount) else {
                return false
            }
            merged.amountHigh = high
        }
        merged.amount = amount
        if merged.rule != .none {
            let weights = [merged, line].compactMap(\.micrograms)
            let highs = [merged, line].compactMap { $0.microgramsHigh ?? $0.micrograms }
            let isRange = merged.microgramsHigh != nil || line.microgramsHigh != nil
            guard let low = sum(weights), let high = sum(highs) else { return false }
            merged.micrograms = low
            merged.microgramsHigh = isRange ? high : nil
        }
        lines[place] = merged
        return true
    }
}

extension [ReadAmount] {
    /// What an amount of things weighs as the text itself says it, directly behind; nil where it does not.
    package func weight(of place: Int) -> ReadAmount? {
        guard indices.contains(place + 1), self[place + 1].restates, self[place + 1].unit?.dimension == .mass,
            self[place].unit.map({ $0.dimension != .mass }) ?? false
        else { return nil }
        return self[place + 1]
    }
}

/// A total as somebody printed it, against the sum of what it is made of. Press reports often do not add up.
package enum TotalComparison: Equatable, Sendable {
    /// Within half of the last digit that was printed.
    case agrees
    /// Only when tablets and litres are counted by their rules.
    case agreesByRule
    /// By this many micrograms, printed less summed; from the nearer to the farther end of a range.
    case differs(by: Int64, orBy: Int64?)
    /// The printed total or the sum has no weight.
    case notComparable

    package init(printed: Quantity, items: QuantityTotal) {
        guard let amount = ExactDecimal(printed.amount.trimmingBlanks), let unit = printed.knownUnit,
            printed.rule == .mass, let total = printed.micrograms, let low = items.micrograms
        else {
            self = .notComparable
            return
        }
        let digit = ExactDecimal(1).timesTen(to: unit.unit.power + unit.power - max(0, amount.scale))
        let tolerance = (digit.rounded(timesTenTo: 0) ?? 0) / 2
        func fits(_ range: ClosedRange<Int64>) -> Bool {
            switch printed.bound {
            case .atLeast: range.upperBound + tolerance >= total
            case .atMost: range.lowerBound - tolerance <= total
            default: range.lowerBound - tolerance <= total && total <= range.upperBound + tolerance
            }
        }
        let weighed = items.lines.first { $0.dimension == .mass }
        if let least = weighed?.micrograms, fits(least...(weighed?.microgramsHigh ?? least)) {
            self = .agrees
        } else if fits(low...(items.microgramsHigh ?? low)) {
            self = .agreesByRule
        } else {
            let ends = [total - low, items.microgramsHigh.map { total - $0 }].compactMap(\.self)
            let sorted = ends.sorted { $0.magnitude < $1.magnitude }
            self = .differs(by: sorted.first ?? 0, orBy: sorted.count > 1 ? sorted.last : nil)
        }
    }
}
