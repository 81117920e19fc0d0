/// A decimal number without rounding: `significand × 10^-scale`.
package struct ExactDecimal: Hashable, Sendable {
    package let significand: Int64
    package let scale: Int

    /// Reads "38.4", "0.5579999999999999", "1e-07" or "-3". Nil for anything else, or beyond 18 digits.
    package init?(_ text: some StringProtocol) {
        var significand: Int64 = 0
        var scale = 0
        var digits = 0
        var seenPoint = false
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative { rest = rest.dropFirst() }
        while let character = rest.first, character != "e", character != "E" {
            rest = rest.dropFirst()
            if character == ".", !seenPoint {
                seenPoint = true
                continue
            }
            guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
            digits += 1
            guard significand < 100_000_000_000_000_000 else { return nil }
            significand = significand * 10 + Int64(digit)
            if seenPoint { scale += 1 }
        }
        guard digits > 0 else { return nil }
        if !rest.isEmpty {
            guard let exponent = Int(rest.dropFirst()), abs(exponent) <= 30 else { return nil }
            scale -= exponent
        }
        self.significand = isNegative ? -significand : significand
        self.scale = scale
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
