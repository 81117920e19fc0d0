/// A decimal number without rounding: `significand × 10^-scale`.
package struct ExactDecimal: Hashable, Sendable {
    package let significand: Int64
    package let scale: Int

    init(exactly significand: Int64, _ scale: Int) {
        self.significand = significand
        self.scale = scale
    }

    /// Reads "38.4", "0.5579999999999999", "1e-07" or "-3". Nil for anything else, or beyond 18 digits.
    package init?(_ text: some StringProtocol) {
        var significand: Int64 = 0
        var scale = 0
        var digits = 0
        var seenPoint = false
        var isNegative = false
        var exponent: Substring.UTF8View.Element?
        var power = 0
        var powerDigits = 0
        var powerIsNegative = false
        for (place, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where place == 0: isNegative = true
            case UInt8(ascii: "-") where exponent != nil && powerDigits == 0 && !powerIsNegative: powerIsNegative = true
            case UInt8(ascii: "+") where exponent != nil && powerDigits == 0 && !powerIsNegative: break
            case UInt8(ascii: ".") where !seenPoint && exponent == nil: seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard exponent == nil, digits > 0 else { return nil }
                exponent = byte
            case 0x30...0x39 where exponent != nil:
                power = power * 10 + Int(byte - 0x30)
                powerDigits += 1
                guard power <= 30 else { return nil }
            case 0x30...0x39:
                digits += 1
                guard significand < 100_000_000_000_000_000 else { return nil }
                significand = significand * 10 + Int64(byte - 0x30)
                if seenPoint { scale += 1 }
            default: return nil
            }
        }
        guard digits > 0, exponent == nil || powerDigits > 0 else { return nil }
        self.significand = isNegative ? -significand : significand
        self.scale = scale - (powerIsNegative ? -power : power)
    }

    /// This times `10^power`, rounded half away from zero to a whole number; nil when it does not fit.
    package func rounded(timesTenTo power: Int) -> Int64? {
        var shift = power - scale
        var value = significand
        while shift > 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
            shift -= 1
        }
        guard shift < 0 else { return value }
        guard shift > -18 else { return 0 }
        let divisor = (0..<(-shift)).reduce(Int64(1)) { product, _ in product * 10 }
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return abs(remainder) * 2 >= divisor ? quotient + (value < 0 ? -1 : 1) : quotient
    }
}
