/// A delivery that is on the road already when the Centre hears of it: opened, on a leg, and heard of, in one step. Without a
/// consent it is without cover at once.
package struct RollingDelivery: Equatable, Sendable {
    /// How long it is taken to stay in that State where nobody says when it leaves.
    package static let stay = Span.hours(12)

    package let goods: String
    /// Who told; nil for the desk of the State where it is.
    package var from: String?
    /// Where it is, in three letters.
    package let state: String
    package var place: String?
    /// The State that asks for it; nil for the one where it is.
    package var initiator: String?
    package var conveyance: String?
    package var entry: String?
    package var exit: String?
    /// When it should leave that State.
    package var leaves: Instant?
    /// When it was heard of there.
    package let began: Instant
    /// Minutes between reports; nil for none.
    package var every: Int?

    package init(goods: String, state: String, began: Instant) {
        self.goods = goods
        self.state = state
        self.began = began
    }

    package var until: Instant { leaves ?? began + RollingDelivery.stay }

    /// It would have left before it was heard of.
    package var leavesBeforeTheReport: Bool { until <= began }

    /// The first opens it; only the last one, the report, happened when it `began`.
    package var events: [DeliveryEvent] {
        let opened = DeliveryOpened(
            priority: 1, goods: goods, method: .intact, conveyance: conveyance, initiator: initiator ?? state)
        let leg = LegPlanned(
            number: 1, state: state, entry: entry ?? place ?? "?", exit: exit ?? "?", from: began, until: until,
            reportEvery: every)
        let report = ReportReceived(
            from: from ?? Party.desk(state).text, text: goods, place: place, leg: 1, exitEstimate: leaves)
        return [.opened(opened), .legPlanned(leg), .reportReceived(report)]
    }
}
