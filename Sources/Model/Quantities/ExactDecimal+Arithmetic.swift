extension ExactDecimal: Comparable {
    /// `significand × 10^-scale`.
    package init(_ significand: Int64, scale: Int = 0) {
        self.init(exactly: significand, scale)
    }

    package static let zero = ExactDecimal(0)

    /// This times ten to `power`, without any loss.
    package func timesTen(to power: Int) -> ExactDecimal { ExactDecimal(significand, scale: scale - power) }

    /// Nil beyond 64 bits.
    package func times(_ factor: Int64) -> ExactDecimal? {
        let (product, overflow) = significand.multipliedReportingOverflow(by: factor)
        return overflow ? nil : ExactDecimal(product, scale: scale)
    }

    /// Nil beyond 64 bits.
    package func plus(_ other: ExactDecimal) -> ExactDecimal? {
        let shared = max(scale, other.scale)
        guard let mine = significand(atScale: shared), let theirs = other.significand(atScale: shared) else {
            return nil
        }
        let (sum, overflow) = mine.addingReportingOverflow(theirs)
        return overflow ? nil : ExactDecimal(sum, scale: shared)
    }

    /// Without zeros at the end of the fraction, and with a scale of at least 0 where that fits.
    package var normalised: ExactDecimal {
        guard significand != 0 else { return .zero }
        var (value, scale) = (significand, scale)
        while scale > 0, value.isMultiple(of: 10) { (value, scale) = (value / 10, scale - 1) }
        while scale < 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { break }
            (value, scale) = (product, scale + 1)
        }
        return ExactDecimal(value, scale: scale)
    }

    package var isWhole: Bool { normalised.scale <= 0 }

    package func isEqual(to other: ExactDecimal) -> Bool { !(self < other) && !(other < self) }

    /// Plain digits with a point: "5.065", "2000", "-0.1". Every digit of the fraction is kept.
    package var text: String {
        let digits = String(significand.magnitude)
        let sign = significand < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits + String(repeating: "0", count: significand == 0 ? 0 : -scale) }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -scale)
        return "\(sign)\(padded[..<point]).\(padded[point...])"
    }

    /// Whether its text reads back.
    package var isWritable: Bool { ExactDecimal(text) != nil }

    package static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
        if a.significand.signum() != b.significand.signum() { return a.significand < b.significand }
        let isNegative = a.significand < 0
        let (x, y) = (a.shape, b.shape)
        guard x != y else { return false }
        let isSmaller = x.lead == y.lead ? x.digits.lexicographicallyPrecedes(y.digits) : x.lead < y.lead
        return isSmaller != isNegative
    }

    /// The digits from the first that counts to the last, and how many stand before the point.
    private var shape: (digits: [UInt8], lead: Int) {
        guard significand != 0 else { return ([], .min) }
        var digits = Array(String(significand.magnitude).utf8)
        let lead = digits.count - scale
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, lead)
    }

    private func significand(atScale wanted: Int) -> Int64? {
        var value = significand
        guard value != 0 else { return 0 }
        guard wanted - scale < 19 else { return nil }
        for _ in 0..<max(0, wanted - scale) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
        }
        return value
    }
}
