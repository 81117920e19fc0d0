/// How two amounts of a substance go together.
package enum AmountLikeness: Equatable, Sendable {
    /// The same number, in whatever unit; `digits` is how many of its digits tell something.
    case same(digits: Int)
    /// Within a hundredth: one of them was rounded.
    case rounded
    /// Within a twentieth.
    case near
    /// Neither says that it is the same nor that it is another: one is vague, or within a sixth.
    case open
    case different
    /// One of them is not known.
    case unknown

    /// What it counts for, where 1000 would be certainty.
    var points: Int {
        switch self {
        case .same(let digits): [0, 110, 230, 330, 400][min(4, max(1, digits))]
        case .rounded: 230
        case .near: 120
        case .open, .unknown: 0
        case .different: -220
        }
    }

    init(_ a: Quantity?, _ b: Quantity?) {
        guard let a, let b, case .amount(let x) = a.answer, case .amount(let y) = b.answer else {
            self = .unknown
            return
        }
        let isVague = a.isVague || b.isVague
        if let low = a.micrograms, let other = b.micrograms {
            self.init(
                (low, a.microgramsHigh ?? low), (other, b.microgramsHigh ?? other),
                digits: max(AmountLikeness.digits(x), AmountLikeness.digits(y)), isVague: isVague)
            if case .different = self, a.knownUnit?.unit == b.knownUnit?.unit, x.isEqual(to: y) {
                self = .same(digits: 1)
            }
            return
        }
        let isSameUnit =
            a.knownUnit.map { $0 == b.knownUnit }
            ?? (a.unit.trimmingBlanks.lowercased() == b.unit.trimmingBlanks.lowercased())
        guard isSameUnit else {
            // A number without a unit, or packages here and tablets there: the same number still tells something.
            self = x.isEqual(to: y) ? .same(digits: AmountLikeness.digits(x) - 1) : .unknown
            return
        }
        self = x.isEqual(to: y) ? .same(digits: AmountLikeness.digits(x)) : isVague ? .open : .different
    }

    /// - Parameters: both in micrograms, low and high end.
    init(_ a: (low: Int64, high: Int64), _ b: (low: Int64, high: Int64), digits: Int, isVague: Bool) {
        let isRange = a.low != a.high || b.low != b.high
        if isRange {
            self = a == b ? .same(digits: digits) : a.low <= b.high && b.low <= a.high ? .open : .different
            return
        }
        let (less, more) = (min(a.low, b.low), max(a.low, b.low))
        let gap = more - less
        self =
            if gap == 0 || gap <= more / 1_000 && digits > 3 {
                .same(digits: digits)
            } else if gap <= more / 100 {
                .rounded
            } else if gap <= more / 20 {
                .near
            } else if gap <= more / 6 || isVague && gap <= more / 2 {
                .open
            } else {
                .different
            }
    }

    /// Digits without the zeros at either end: 6.3 has two, 500 has one.
    static func digits(_ number: ExactDecimal) -> Int {
        var value = number.significand.magnitude
        while value > 0, value.isMultiple(of: 10) { value /= 10 }
        return value == 0 ? 1 : String(value).utf8.count
    }
}

extension Quantity {
    fileprivate var isVague: Bool { bound != nil || basis == .estimated }
}
