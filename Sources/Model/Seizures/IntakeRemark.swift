/// What somebody should look at in what a file or a partner told. It is reckoned from what was recorded, so that everybody who
/// reads the record sees the same.
package enum IntakeRemark: Equatable, Sendable {
    /// Far more than such seizures usually come to; the amount as it is written.
    case unusual(amount: String, UsualAmount.Prompt)
    /// It is dated after the day on which we learnt of it.
    case inTheFuture
    /// The country is none that messages here come from.
    case unknownCountry(String)

    /// Of an alert that a table or a message raised; none for what an officer typed, who was asked at once.
    package static func remarks(on alert: Alert) -> [IntakeRemark] {
        guard alert.raised.row != nil || alert.raised.head.identity != nil else { return [] }
        var remarks = alert.particulars.items.compactMap { item in unusual(item) }
        if isInTheFuture(alert.raisedAt, alert.precision, learnt: alert.learnt) { remarks.append(.inTheFuture) }
        if alert.raised.row != nil, StateKey.code(alert.raised.source) == nil {
            remarks.append(.unknownCountry(alert.raised.source))
        }
        return remarks
    }

    /// Of a row of a return.
    ///
    /// - Parameters:
    ///   - substance: what its name stands for, where somebody has looked it up already
    ///   - learnt: when it is taken in
    package static func remarks(
        on row: SeizureReported, at: Instant, _ precision: Precision, substance: Substance?, learnt: Instant
    ) -> [IntakeRemark] {
        var remarks: [IntakeRemark] = []
        if let prompt = UsualAmount.prompt(for: row.quantity, of: substance) {
            remarks.append(.unusual(amount: words(row.quantity), prompt))
        }
        if isInTheFuture(at, precision, learnt: learnt) { remarks.append(.inTheFuture) }
        let country = row.country.trimmingBlanks
        if !country.isEmpty, country != "--", StateKey.code(country) == nil { remarks.append(.unknownCountry(country)) }
        return remarks
    }

    private static func unusual(_ item: SeizedItem) -> IntakeRemark? {
        guard let quantity = item.quantity, let prompt = UsualAmount.prompt(for: item) else { return nil }
        return .unusual(amount: words(quantity), prompt)
    }

    private static func words(_ quantity: Quantity) -> String { "\(quantity.amount) \(quantity.unit)".trimmingBlanks }

    /// A day begins up to 14 hours earlier in the east than in UTC; a clock may be ten minutes fast.
    private static func isInTheFuture(_ at: Instant, _ precision: Precision, learnt: Instant) -> Bool {
        at > learnt + (precision == .day ? .hours(14) : .minutes(10))
    }
}
