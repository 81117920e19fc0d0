extension Quantity {
    /// A share in percent as people type it, "80 %", "62,9 percent"; nil for anything else, and beyond 0 to 100.
    ///
    /// It weighs nothing: a share of something is never converted into an amount of it.
    package static func percent(_ text: String) -> Quantity? {
        let typed = text.trimmingBlanks.lowercased()
        guard let sign = percentSigns.first(where: { typed.hasSuffix($0) }) else { return nil }
        let number = String(typed.dropLast(sign.count)).trimmingBlanks.replacing(",", with: ".")
        guard let share = ExactDecimal(number), share.significand >= 0, let value = Double(number), value <= 100 else {
            return nil
        }
        return Quantity(amount: number, unit: "%")
    }

    private static let percentSigns = ["%", "％", "percent", "per cent", "процентов", "процента", "процент"]
}
