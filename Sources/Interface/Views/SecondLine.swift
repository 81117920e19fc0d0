import Model
import Screen
import Wording

extension AppState {
    /// What a row tells below its first line, where there is room for it.
    func secondLine(of item: PanelItem, width: Int) -> [Segment] {
        switch item {
        case .delivery(let delivery): [Segment("", width: 5), Segment(road(of: delivery), .dim)]
        case .alert(let alert): [Segment("", width: 14), Segment(details(of: alert), .dim)]
        default: []
        }
    }

    /// The legs in a row: those behind with `=====`, the one it is on with its place, those ahead with `-----`.
    private func road(of delivery: Delivery) -> String {
        guard !delivery.legs.isEmpty else { return delivery.opened.goods }
        let current = delivery.currentLegNumber ?? delivery.legs.first?.number ?? 0
        let legs = delivery.legs.map { leg -> String in
            let until = face.moment(leg.until, now: now)
            guard leg.number == current else {
                return "\(leg.state) \(leg.entry) \(leg.number < current ? "=====" : "-----") \(leg.exit) \(until)"
            }
            let estimate = delivery.exitEstimate.map { " ~\(face.moment($0, now: now))" } ?? ""
            return "\(leg.state) \(leg.entry) ==>-- \(leg.exit)\(estimate) [\(until)]"
        }
        return legs.joined(separator: "  ")
    }

    /// What the headline leaves out: where, what, how much, who told, who took it.
    private func details(of alert: Alert) -> String {
        let raised = alert.raised
        let taken = alert.acknowledgement.map { catalogue.text("taken by \($0.by)") }
        let substance = [raised.substance, raised.quantity.map { "\($0.amount) \($0.unit)" }].compactMap { $0 }
        return [
            catalogue.text(raised.message.message), raised.place, substance.isEmpty ? nil : substance.joined(separator: " "),
            catalogue.text("from \(raised.source)"), taken,
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
